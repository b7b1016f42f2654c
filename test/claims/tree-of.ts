import type { Word } from '../../src/model/document.ts'
import { Tree } from '../../src/nlp/tree.ts'

/** A tree written on one line: "Brin/PROPN:nsubj>2 leads/lead/VERB:root>0"; words are apart by one blank in the text. */
export function treeOf(source: string): { tree: Tree; text: string } {
  let at = 0
  const words = source.split(' ').map((cell, index): Word => {
    const [left = '', relation = 'dep>0'] = cell.split(/:(.*)/s)
    const parts = left.split('/')
    const [form = '', second = '', third] = parts
    const [lemma, tag] = third ? [second, third] : [form, second]
    const [upos = 'X', xpos = ''] = tag.split('+')
    const [deprel = 'dep', head = '0'] = relation.split('>')
    const word = {
      index: index + 1,
      form,
      lemma,
      upos,
      xpos,
      deprel,
      head: Number(head),
      start: at,
      end: at + form.length,
    }
    at = word.end + 1
    return word
  })
  return { tree: new Tree(words), text: words.map(({ form }) => form).join(' ') }
}
