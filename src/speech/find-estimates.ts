import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import { type Draft, piecesOf, type Scene } from './scene.ts'
import { actorOf, isPassive } from './source-of.ts'

/** "London assessed 11,000 in the north", "officials put the death toll at 31": a figure and whose it is. */
export function findEstimates(scene: Scene): Draft[] {
  const { tree, saying, words } = scene
  return words.flatMap((cue): Draft[] => {
    if (cue.upos !== 'VERB' || !saying.sets.estimating.has(cue.lemma.toLowerCase())) return []
    if (isPassive(tree, cue) || tree.child(cue, 'ccomp')) return []
    const figure = tree.childrenBy(cue, 'obj', 'obl').find((child) => isFigure(tree, child))
    const head = figure && actorOf(tree, cue)
    if (!head) return []
    const said = tree.childrenBy(cue, 'obj', 'obl').filter((child) => child.index > cue.index)
    const source = nounPhraseOf(tree, head, cue)
    const others = gapped(tree, figure)
    const elsewhere = new Set(others.flatMap((other) => tree.subtree(other.head)))
    const content = piecesOf(
      scene,
      said.flatMap((part) => tree.subtree(part)).filter((word) => !elsewhere.has(word)),
    )
    if (source.includes(cue) || content.length === 0) return []
    return [
      { scene, rule: 'speech.estimate', head, source, cue: [cue], content, kind: 'said' },
      ...others.map((other): Draft => {
        const own = tree.subtree(other.figure)
        const theirs = nounPhraseOf(tree, other.head, cue).filter((word) => !own.includes(word))
        const told = piecesOf(scene, own)
        return {
          scene,
          rule: 'speech.estimate',
          head: other.head,
          source: theirs,
          cue: [cue],
          content: told,
          kind: 'said',
        }
      }),
    ]
  })
}

/** "spoke of 15,000, [London of 11,000]": who follows with a figure of their own and no verb. */
function gapped(tree: Tree, figure: Word): { head: Word; figure: Word }[] {
  const preposition = tree.child(figure, 'case')?.form.toLowerCase()
  if (!preposition) return []
  return tree.childrenBy(figure, 'appos', 'conj', 'list', 'parataxis').flatMap((head) => {
    const own = tree
      .childrenBy(head, 'nmod', 'obl')
      .find((word) => word.upos === 'NUM' && tree.child(word, 'case')?.form.toLowerCase() === preposition)
    return head.upos === 'PROPN' && head.index > figure.index && own ? [{ head, figure: own }] : []
  })
}

/** A number as the object or behind "at" or "of", by itself or before what it counts: "put the toll at 31", "put it at 46 percent", "speaks of 15,000". */
const isFigure = (tree: Tree, word: Word): boolean => {
  const isBehind = isRelation(word, 'obl') && /^(?:at|of)$/i.test(tree.child(word, 'case')?.form ?? '')
  if (word.deprel !== 'obj' && !isBehind) return false
  if (word.upos === 'NUM' || word.xpos === 'CD') return true
  return tree.childrenBy(word, 'nummod', ...(isBehind ? [] : ['nmod'])).some((inner) => isPut(tree, inner))
}

/** "15,000 soldiers", "the number of dead [above 6,000]" */
const isPut = (tree: Tree, word: Word): boolean =>
  word.upos === 'NUM' &&
  (isRelation(word, 'nummod') || /^(?:at|above|below|over|under|near)$/i.test(tree.child(word, 'case')?.form ?? ''))
