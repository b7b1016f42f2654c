import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'

/** "paid [for] by the city": a preposition alone after the verb is a part of it. */
export const isStranded = (tree: Tree, word: Word): boolean =>
  word.upos === 'ADP' &&
  isRelation(word, 'obl', 'advmod') &&
  tree.children(word).length === 0 &&
  word.index === word.head + 1

/** "[five days] after it fell": how long after is no part of the fall. */
export function measuresMark(tree: Tree, word: Word, predicate: Word): boolean {
  const next = tree.word(tree.subtree(word).at(-1)!.index + 1)
  if (!next || !isRelation(next, 'mark') || tree.child(word, 'case')) return false
  return next.head === predicate.index || /^(?:after|before)$/i.test(next.form)
}

/** The preposition before a phrase's head with the words fixed to it: "because of", "out of". */
export const prepositionOf = (tree: Tree, word: Word): Preposition => tree.once(word, findPreposition)

interface Preposition {
  readonly preposition: string
  readonly marker: readonly Word[]
}
const NO_PREPOSITION: Preposition = { preposition: '', marker: [] }

function findPreposition(tree: Tree, word: Word): Preposition {
  const cases = tree.childrenBy(word, 'case')
  const isMarked = cases.length === 0 && word.upos === 'NOUN' && isRelation(word, 'obl') // "took it [to] court"
  const marker = (isMarked ? tree.childrenBy(word, 'mark').filter(({ xpos }) => xpos === 'TO') : cases)
    .filter((child) => child.index < word.index && child.xpos !== 'POS')
    .flatMap((child) => [child, ...tree.childrenBy(child, 'fixed')])
    .sort((a, b) => a.index - b.index)
  if (marker.length === 0) return NO_PREPOSITION
  return { preposition: marker.map((child) => child.form.toLowerCase()).join(' '), marker }
}
