import { MEASURE } from '../claims/propositions.ts'
import type { Claim } from '../model/claim.ts'
import { isUnnamed, nameKeyOf } from '../model/mention.ts'
import type { RelationTypes } from './relation-types.ts'

/**
 * What is compared and projected together: all propositions of one subject, whatever type an article takes it for, and relation type (":russia SIGNED"), so that two objects of a
 * functional type meet; of open claims all of one subject and verb, so that a denial meets what it denies. Of a symmetric type the lower id is the subject. Anything else, what is said of somebody unnamed, a figure of a
 * measure, and what is said of one thing's names or stages, is a topic by itself.
 */
export function topicOf(
  { type, predicate, subject, object, roles, proposition }: Claim,
  relationTypes: RelationTypes,
): string {
  if (roles.some(({ role }) => role === MEASURE)) return proposition
  const relation = relationTypes.get(type)
  const verb = type === 'STATES' && subject.kind === 'entity' && !isUnnamed(subject.id) ? verbOf(predicate) : undefined
  if (verb && subject.kind === 'entity') return `${nameKeyOf(subject.id)} ${verb}`
  if (!relation || relation.mode === 'T') return proposition
  const sides = (relation.symmetric ? [subject, object] : [subject]).flatMap((side) =>
    side?.kind === 'entity' && !isUnnamed(side.id) ? [nameKeyOf(side.id)] : [],
  )
  return sides.length > 0 ? `${sides.sort()[0]} ${type}` : proposition
}

/** The verb of a predicate; what somebody is or has is told by the object. */
function verbOf(predicate: string): string | undefined {
  const verb = predicate.split(' ')[0]!
  return /^(?:be|have|has)?$/.test(verb) ? undefined : verb
}
