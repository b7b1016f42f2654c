import type { Reader } from '../mentions/candidate.ts'
import { groupBy } from '../model/group-by.ts'
import { isRelation } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import type { Reference } from './reference.ts'

/** Joins what a text says are two names of one thing: "the 11th Corps, also called the Storm Corps". */
export function joinOthers(
  names: readonly Reference[],
  clusters: Clusters,
  { sentences, trees, knowledge }: Reader,
): void {
  for (const [sentence, own] of groupBy(names, ({ sentence }) => sentence)) {
    const tree = trees[sentence]!
    const nameOf = (index: number) => own.find(({ core }) => core.first <= index && index <= core.last)
    for (const verb of sentences[sentence]!.words) {
      if (verb.xpos !== 'VBN' || !knowledge.nameWords.has('naming', verb.lemma)) continue
      const other = own.find(({ core }) => core.first > verb.index && core.first <= verb.index + REACH)
      const named = [verb, ...tree.ancestors(verb)].find(
        (word) => !isRelation(word, 'acl', 'appos', 'conj') && nameOf(word.index),
      )
      const governor = named ?? tree.childrenBy(verb, 'nsubj').find((word) => nameOf(word.index))
      const first = governor && nameOf(governor.index)
      if (other && first && other !== first && first.core.last < verb.index && isOfOneKind(first, other))
        clusters.join(first.at, other.at)
    }
  }
}
/** The other name follows within so many words: "known as the elite". */
const REACH = 6

const BODIES: ReadonlySet<string | null> = new Set(['ORGANIZATION', 'MILITARY_UNIT', 'GOVERNMENT'])
const isOfOneKind = (a: Reference, b: Reference) =>
  a.type === b.type || b.type === 'WORK' || (BODIES.has(a.type) && BODIES.has(b.type))
