import type { Reader } from '../mentions/candidate.ts'
import { isRelation } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import type { Described } from './described.ts'
import type { Identities } from './identities.ts'
import type { Reference } from './reference.ts'

/** Number of the last sentence that introduces whom a text is about: a headline, a dateline and one more. */
const LEAD = 2

/** Joins what the first sentences speak of with the name that only follows. */
export function joinNamedLater(
  references: readonly Reference[],
  clusters: Clusters,
  identities: Identities,
  described: Described,
  reader: Reader,
): void {
  for (const noun of references) {
    if (noun.sentence > LEAD) return
    if (noun.kind !== 'nominal' || (noun.role !== 'subject' && noun.role !== 'passive')) continue
    if (identities.isNamed(clusters.of(noun.at))) continue
    const group =
      noun.definite === 'definite'
        ? namedNext(noun, references, clusters, described, reader)
        : introduced(noun, references, clusters, identities)
    if (group === undefined) continue
    identities.join(group, clusters.of(noun.at))
    clusters.join(group, noun.at)
  }
}

/**
 * "A former mayor was sentenced …" in the headline or the first sentences is the one person whom the text later calls a mayor. Elsewhere "a mayor" is
 * somebody new.
 */
function introduced(
  noun: Reference,
  references: readonly Reference[],
  clusters: Clusters,
  identities: Identities,
): number | undefined {
  if (noun.type !== 'PERSON' || noun.number !== 'one') return undefined
  if (noun.definite !== 'indefinite' && noun.definite !== 'bare') return undefined
  const group = identities.onlyPersonCalled(noun, clusters)
  const isNamedBefore = references
    .slice(0, noun.at)
    .some(({ kind, at }) => kind === 'name' && group !== undefined && clusters.same(at, group))
  return isNamedBefore ? undefined : group
}

/** "The 23-year-old signed on Friday. Leo Holm had …": the subject of the next sentence, where nothing named before fits, nor anything else named there. */
function namedNext(
  noun: Reference,
  references: readonly Reference[],
  clusters: Clusters,
  described: Described,
  reader: Reader,
): number | undefined {
  if (isHabit(noun, reader)) return undefined
  const near = references.filter(({ kind, sentence }) => kind === 'name' && sentence <= noun.sentence + 1)
  const fitting = near.filter(({ at }) => described.mayName(noun, clusters.of(at)))
  const [name] = fitting
  if (!name || name.sentence !== noun.sentence + 1 || (name.role !== 'subject' && name.role !== 'passive'))
    return undefined
  const group = clusters.of(name.at)
  const tree = reader.trees[name.sentence]!
  const verb = isRelation(name.head, 'nsubj') ? tree.head(name.head) : undefined
  const isSaying = verb !== undefined && tree.child(verb, 'ccomp', 'parataxis') !== undefined
  return isSaying || fitting.some(({ at }) => clusters.of(at) !== group) ? undefined : group
}

/** "The exporter pays the fee": what any of a kind does. */
function isHabit({ head, sentence }: Reference, { trees }: Reader): boolean {
  const tree = trees[sentence]!
  const verb = tree.head(head)
  return verb !== undefined && /^VB[PZ]$/.test(verb.xpos) && !tree.child(verb, 'aux')
}
