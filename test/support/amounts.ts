import { findQuantities } from '../../src/amounts/find-quantities.ts'
import type { Quantity, TimeExpression } from '../../src/model/quantity.ts'
import { toDocument } from '../../src/nlp/to-document.ts'
import { findTimes } from '../../src/times/find-times.ts'
import { articleOf, theEngine, theKit } from './reader.ts'

/** A Friday. */
const PUBLISHED = '2025-10-24'

/** The amounts of a text of that day. */
export async function amountsIn(text: string): Promise<Quantity[]> {
  const document = await toDocument({ ...articleOf(text), publishedAt: PUBLISHED }, await theEngine())
  const kit = await theKit()
  return findQuantities(document, findTimes(document, kit), kit)
}

/** The times of a text of that day. */
export async function timesIn(text: string): Promise<TimeExpression[]> {
  const document = await toDocument({ ...articleOf(text), publishedAt: PUBLISHED }, await theEngine())
  return findTimes(document, await theKit())
}

/** "[min, max] ~ kind unit" with round brackets for open ends. */
export const shownAmount = ({ min, max, minOpen, maxOpen, approximate, kind, unit }: Quantity): string =>
  `${minOpen ? '(' : '['}${min ?? '-∞'}, ${max ?? '∞'}${maxOpen ? ')' : ']'}${approximate ? ' ~' : ''} ${kind}${unit ? ` ${unit}` : ''}`

/** Its value, else its bounds; "?" when nothing is known. */
export const shownTime = ({ value, from, to }: TimeExpression): string =>
  value ?? (from === null && to === null ? '?' : `${from ?? '…'} – ${to ?? '…'}`)
