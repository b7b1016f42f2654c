import type { Argument, Claim } from '../model/claim.ts'
import { contentId } from '../model/id.ts'
import type { RelationType } from './ontology.ts'

/** Roles that say what a loss counts. */
export const COUNTED: readonly string[] = ['killed', 'wounded', 'captured', 'casualties']

/** What identifies a side across articles: the entity, or its words without case, articles and outer marks. */
export function keyOf(side: Argument | null): string {
  if (!side) return ''
  if (side.kind === 'entity') return side.id
  return side.text
    .toLowerCase()
    .replace(/^(the|a|an|its|his|her|their)\s+/, '')
    .replace(/[^\p{L}\p{N}%$€£.]+/gu, ' ')
    .trim()
}

/** The id of what a claim states, without its values: type, sides and the roles that identify it; for open claims also the predicate. */
export function propositionId(
  claim: Pick<Claim, 'type' | 'predicate' | 'subject' | 'object' | 'roles'>,
  type: RelationType | undefined,
): string {
  if (!type) return contentId('prop', 'STATES', keyOf(claim.subject), claim.predicate, keyOf(claim.object))
  const sides = [keyOf(claim.subject), keyOf(claim.object)]
  if (type.symmetric) sides.sort()
  return contentId('prop', type.type, ...sides, ...type.identifying.map((name) => identifyingValue(claim, name)))
}

/** Killed are not casualties: where a role counts, its name identifies; elsewhere its value does. */
function identifyingValue(claim: Pick<Claim, 'roles'>, name: string): string {
  if (name === 'counted')
    return claim.roles
      .map(({ role }) => role)
      .filter((role) => COUNTED.includes(role))
      .sort()
      .join('+')
  const values = claim.roles.filter(({ role }) => role === name).map(({ value }) => keyOf(value))
  return `${name}=${values.sort().join('+')}`
}
