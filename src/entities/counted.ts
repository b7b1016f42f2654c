import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { isRelation } from '../nlp/tree.ts'
import type { Reference } from './reference.ts'

/**
 * What "them" means in a part of what was counted in the same sentence: "three cracks, the longest of [them] 14 metres", "600 jobs, two thirds of [them] in
 * Sweden", "killed 46 people, 19 of [them] children". `undefined` where nothing before it is many.
 */
export function countedIn(
  pronoun: Reference,
  references: readonly Reference[],
  { trees }: Reader,
): Reference | undefined {
  if (pronoun.kind !== 'pronoun' || pronoun.number !== 'many' || pronoun.person !== 3) return undefined
  const tree = trees[pronoun.sentence]!
  const part = tree.head(pronoun.head)
  if (!part || part.index > pronoun.head.index || tree.child(pronoun.head, 'case')?.form.toLowerCase() !== 'of')
    return undefined
  const starts = [tree.subtree(part), tree.subtree(part, (child) => child.index > part.index)].map(firstOf)
  if (starts.every((word) => tree.word(word.index - 1)?.form !== ',')) return undefined
  const before = starts.at(-1)!.index
  const isMany = (one: Reference) => one.kind === 'nominal' && one.number === 'many' && one.head.index < before
  const here = references.filter(({ sentence, at }) => sentence === pronoun.sentence && at < pronoun.at).filter(isMany)
  const whole = isRelation(part, 'appos') ? tree.head(part) : undefined
  return (
    here.find(({ head }) => head === whole) ?? here.findLast(({ head }) => tree.child(head, 'nummod')) ?? here.at(-1)
  )
}

const firstOf = (words: readonly Word[]): Word => words.find(({ upos }) => upos !== 'PUNCT') ?? words[0]!
