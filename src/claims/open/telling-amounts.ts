import type { Quantity, TimeExpression } from '../../model/quantity.ts'
import { covers, type Span } from '../../model/span.ts'
import { spanOfWords } from '../../nlp/tree.ts'
import { isNoStatement, type Setting } from './is-worth-stating.ts'
import type { OpenClaim } from './open-claim.ts'

/** The rule of a claim that is stated for its amount alone. */
export const OF_AMOUNT = 'open.amount'

/**
 * Of claims that are not worth stating by themselves those that tell amounts, or dates, which no other claim tells: "it put the loss at 9 million", "nine were hurt", "its 36 lifts
 * stand still". Whom such a word means only the sentences around it say, but the figure is told and others may tell another one. The shortest for each amount.
 */
export function tellingAmounts(
  untold: readonly (Quantity | TimeExpression)[],
  claims: readonly OpenClaim[],
  setting: Setting,
): readonly OpenClaim[] {
  const amounts = untold.filter(isTelling)
  if (amounts.length === 0) return []
  const usable = claims.filter((claim) => !isNoStatement(claim, setting))
  return [...new Set(amounts.flatMap((amount) => shortestWith(amount, usable) ?? []))]
}

const isTelling = (amount: Quantity | TimeExpression): boolean =>
  (/^(?:count|money|dimension|percent|temperature|number|duration)$/.test(amount.kind) || isWritten(amount)) &&
  !(
    'min' in amount &&
    amount.min === amount.max &&
    amount.min !== null &&
    amount.min <= (amount.kind === 'number' ? FEW : 1)
  )
/** A date that the text itself tells, and not "yesterday": "in 1969", "on 1 December". */
const isWritten = (amount: Quantity | TimeExpression): boolean =>
  'from' in amount && amount.kind === 'date' && amount.from !== null && /\d/.test(amount.text)
/** A bare number up to this counts what was named before, or nothing: "the two", "one of them". */
const FEW = 10

function shortestWith(amount: Span, claims: readonly OpenClaim[]): OpenClaim | undefined {
  const length = ({ subject, parts }: OpenClaim) =>
    [subject, ...parts].reduce((sum, { words }) => sum + words.length, 0)
  return claims
    .filter(({ subject, parts }) => [subject, ...parts].some(({ words }) => covers(spanOfWords(words), amount)))
    .reduce<OpenClaim | undefined>((best, one) => (best && length(best) <= length(one) ? best : one), undefined)
}
