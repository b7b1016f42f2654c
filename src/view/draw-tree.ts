import type { Word } from '../model/document.ts'
import { Tree } from '../nlp/tree.ts'

/**
 * A dependency tree as lines, governors above what depends on them, children in sentence order:
 * `├─ nsubj  ministry  NOUN`. One line a word.
 */
export function drawTree(words: readonly Word[]): string[] {
  const tree = new Tree(words)
  const lines: string[] = []
  const visit = (word: Word, stem: string, isLast: boolean, isRoot: boolean) => {
    const branch = isRoot ? '' : isLast ? '└─ ' : '├─ '
    lines.push(`${stem}${branch}${word.form}  ${word.deprel} · ${word.upos} · ${word.lemma}`)
    const children = tree.children(word)
    const below = isRoot ? stem : stem + (isLast ? '   ' : '│  ')
    children.forEach((child, at) => {
      visit(child, below, at === children.length - 1, false)
    })
  }
  for (const root of words.filter((word) => word.head === 0)) visit(root, '', true, true)
  return lines
}
