import type { Claim } from '../model/claim.ts'
import { isUnnamed } from '../model/mention.ts'
import type { RelationTypes } from './relation-types.ts'

/**
 * What is compared and projected together: all propositions of one subject and relation type ("country:russia SIGNED"), so that two objects of a
 * functional type meet. Of a symmetric type the lower id is the subject. Anything else, what is said of somebody unnamed, and what is said of one
 * thing's names or stages, is a topic by itself.
 */
export function topicOf({ type, subject, object, proposition }: Claim, relationTypes: RelationTypes): string {
  const relation = relationTypes.get(type)
  if (!relation || relation.mode === 'T') return proposition
  const sides = (relation.symmetric ? [subject, object] : [subject]).flatMap((side) =>
    side?.kind === 'entity' && !isUnnamed(side.id) ? [side.id] : [],
  )
  return sides.length > 0 ? `${sides.sort()[0]} ${type}` : proposition
}
