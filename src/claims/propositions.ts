import type { Argument, Claim } from '../model/claim.ts'
import { contentId } from '../model/id.ts'
import { nameKeyOf } from '../model/mention.ts'
import { covers, type Span } from '../model/span.ts'
import type { RelationType } from './ontology.ts'

const NO_WORDS = /[^\p{L}\p{N}%$€£.]+/gu

/** Roles that say what a loss counts. */
export const COUNTED: readonly string[] = ['killed', 'wounded', 'captured', 'casualties', 'missing']

/** The role of the words that tell what a figure measures: its proposition is the measure's, whoever says it and in which words. */
export const MEASURE = 'measure'

/**
 * What identifies a side across articles: the entity's name, or its words without case, articles, outer marks and the amount that is
 * claimed of them ("14 people", "at least 19 people": people).
 */
export function keyOf(side: Argument | null, amount?: Span): string {
  if (!side) return ''
  if (side.kind === 'entity') return nameKeyOf(side.id)
  if (side.kind === 'quantity') return '#'
  const words = amount && covers(side, amount) ? textWithout(side, amount) : side.text
  return words
    .toLowerCase()
    .trim()
    .replace(/^(the|a|an|its|his|her|their)\s+/, '')
    .replace(NO_WORDS, ' ')
    .trim()
}

/** The id of what a claim states, without its values: type, sides and the roles that identify it; for open claims also the predicate. */
export function propositionId(
  claim: Pick<Claim, 'type' | 'predicate' | 'subject' | 'object' | 'roles'>,
  type: RelationType | undefined,
  amount?: Span,
): string {
  const sides = [keyOf(claim.subject, amount), keyOf(claim.object, amount)]
  if (!type) return contentId('prop', 'STATES', sides[0], claim.predicate, sides[1])
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

/** "at least 14 people" without "at least 14". */
const textWithout = ({ start, text }: Span & { readonly text: string }, amount: Span): string =>
  text.slice(0, amount.start - start) + text.slice(amount.end - start)
