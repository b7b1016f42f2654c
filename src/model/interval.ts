/**
 * How two statements of a value relate: `agrees` (they overlap and neither is tighter), `refines` (one lies inside the other),
 * `disjoint` (they cannot both be true), `unknown` (one says nothing that could be compared).
 */
export type Relation = 'agrees' | 'refines' | 'disjoint' | 'unknown'

/** An amount: a missing end is unbounded, an open end does not belong to it. */
export interface Amount {
  readonly min: number | null
  readonly max: number | null
  readonly minOpen: boolean
  readonly maxOpen: boolean
  readonly approximate: boolean
  /** as it is written */
  readonly text?: string
}

/** "around 2,000" stands for 1,800 to 2,200: what is called approximate may be off by this share at a known end. */
export const APPROXIMATE = 0.1

/** How two amounts of the same thing relate; equal words are never called a refinement. */
export function relateAmounts(a: Amount, b: Amount): Relation {
  if ((a.min === null && a.max === null) || (b.min === null && b.max === null)) return 'unknown'
  if (a.min === b.min && a.max === b.max && a.minOpen === b.minOpen && a.maxOpen === b.maxOpen) return 'agrees'
  const [one, other] = [ends(a), ends(b)]
  if (isBelow(one, other) || isBelow(other, one)) return isRounded(a, b) || isRounded(b, a) ? 'refines' : 'disjoint'
  return isInside(one, other) || isInside(other, one) ? 'refines' : 'agrees'
}

/** "11 million" of "11.4 million", "50 percent" of "50.2": the same to the nearest whole of what is counted in, written without a fraction. */
function isRounded({ text }: Amount, { text: precise }: Amount): boolean {
  const [whole, exact] = [text, precise].map((words) => SCALED.exec(words ?? '')) as [
    RegExpExecArray | null,
    RegExpExecArray | null,
  ]
  if (!whole || !exact || whole[2] || !exact[2] || whole[3]!.toLowerCase() !== exact[3]!.toLowerCase()) return false
  return Number(whole[1]) === Math.round(Number(`${exact[1]}${exact[2]}`))
}
const SCALED = /(\d+)(\.\d+)?\s*(million|billion|trillion|percent|per cent|%)/i

interface Ends {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

function ends({ min, max, minOpen, maxOpen, approximate }: Amount): Ends {
  const slack = (value: number) => (approximate ? Math.abs(value) * APPROXIMATE : 0)
  return {
    low: min === null ? Number.NEGATIVE_INFINITY : min - slack(min),
    high: max === null ? Number.POSITIVE_INFINITY : max + slack(max),
    lowOpen: min === null || (minOpen && !approximate),
    highOpen: max === null || (maxOpen && !approximate),
  }
}

const isBelow = (a: Ends, b: Ends): boolean => a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen))

const isInside = (inner: Ends, outer: Ends): boolean =>
  (inner.low > outer.low || (inner.low === outer.low && (inner.lowOpen || !outer.lowOpen))) &&
  (inner.high < outer.high || (inner.high === outer.high && (inner.highOpen || !outer.highOpen)))

/** A time as ISO prefixes, both included; a missing end is unbounded. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** How two times relate; prefixes are as wide as they are short: "2025-10" is all of October. */
export function relatePeriods(a: Period, b: Period): Relation {
  if (!hasDay(a) || !hasDay(b)) return 'unknown'
  const [one, other] = [days(a), days(b)]
  if (one.first === other.first && one.last === other.last) return 'agrees'
  if (one.last < other.first || other.last < one.first) return 'disjoint'
  const inside = (inner: Days, outer: Days) => inner.first >= outer.first && inner.last <= outer.last
  return inside(one, other) || inside(other, one) ? 'refines' : 'agrees'
}

/** "15:00" alone is on no known day. */
const hasDay = ({ from, to }: Period): boolean => /^\d{4}/.test(from ?? to ?? '')

interface Days {
  readonly first: string
  readonly last: string
}

/** First and last day as strings that sort like dates: "2025-10" → "2025-10-01" … "2025-10-99"; clock times are cut off. */
const days = ({ from, to }: Period): Days => ({ first: padded(from, '0000-01-01'), last: padded(to, '9999-99-99') })

const padded = (prefix: string | null, filler: string): string => {
  const day = (prefix ?? '').slice(0, 10)
  return day + filler.slice(day.length)
}
