import type { Word } from '../../model/document.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Match } from './match-frames.ts'

/**
 * The verb whose stance a claim has that is read elsewhere: of a noun, the verb that carries it; of a post, the verb of its clause ("is expected to be sworn in
 * as [mayor]"). `undefined` where the claim's own words tell.
 */
export function stanceWord(
  { event, frame }: Match,
  clauses: readonly Clause[],
  isAttribute: boolean,
): Word | undefined {
  const { kind, clause, trigger } = event
  if (kind === 'isa') return clause?.obliques.some(({ head }) => head === trigger) ? clause.predicate : undefined
  if (kind !== 'noun' || isAttribute) return undefined
  if (clause || !frame.subject.startsWith('clause.subj')) return clause?.predicate
  const isWith = (at: Clause) => at.obliques.some(({ head, preposition }) => head === trigger && preposition === 'with')
  return clauses.find(isWith)?.predicate
}
