import { type Day, daysIn, dayText, mondayOf, monthText, pad, toDay, weekText, yearText } from './calendar.ts'
import type { TimeUnit } from './lexicon.ts'
import type { Clock, Precision, Reading } from './point.ts'

export type Anchor = Reading['anchor']

export const UNANCHORED = (precision: Precision): Reading => ({
  value: null,
  from: null,
  to: null,
  precision,
  anchor: 'none',
})

export const whole = (value: string, precision: Precision, anchor: Anchor): Reading => ({
  value,
  from: value,
  to: value,
  precision,
  anchor,
})

export const stretch = (
  first: Day,
  last: Day,
  precision: Precision,
  anchor: Anchor,
  value: string | null = null,
): Reading => ({ value, from: dayText(first), to: dayText(last), precision, anchor })

export const ofDay = (day: Day, anchor: Anchor): Reading => whole(dayText(day), 'day', anchor)

export const ofWeek = (day: Day, anchor: Anchor): Reading =>
  stretch(mondayOf(day), mondayOf(day) + 6, 'week', anchor, weekText(day))

export const ofMonth = (year: number, month: number, anchor: Anchor): Reading =>
  whole(monthText(year, month), 'month', anchor)

export const ofYear = (year: number, anchor: Anchor): Reading => whole(yearText(year), 'year', anchor)

export function ofMinutes(minutes: number, precision: Precision, anchor: Anchor): Reading {
  const day = Math.floor(minutes / 1440)
  const rest = minutes - day * 1440
  const value = `${dayText(day)}T${pad(Math.floor(rest / 60))}:${pad(Math.floor(rest % 60))}`
  return whole(value, precision, anchor)
}

export const clockText = ({ hour, minute = 0, second }: Clock): string =>
  `${pad(hour % 24)}:${pad(minute)}${second === undefined ? '' : `:${pad(second)}`}`

export const clockPrecision = ({ minute, second }: Clock): Precision =>
  second !== undefined ? 'second' : minute !== undefined ? 'minute' : 'hour'

/** First and last day of a reading that has both. */
export function daysIncluded({ from, to }: Reading): readonly [Day, Day] {
  return [edgeDay(from!, 0), edgeDay(to!, 1)]
}

function edgeDay(prefix: string, side: 0 | 1): Day {
  const [year, month, day] = prefix.slice(0, 10).split('-').map(Number)
  if (month === undefined) return side === 0 ? toDay(year!) : toDay(year! + 1) - 1
  if (day === undefined) return toDay(year!, month, side === 0 ? 1 : daysIn(year!, month))
  return toDay(year!, month, day)
}

export function precisionOf(unit: TimeUnit): Precision {
  return unit === 'fortnight' ? 'week' : unit
}

/** How fine a precision is: a day cannot be counted from a year. */
export const FINENESS: readonly Precision[] = [
  'century',
  'decade',
  'year',
  'half',
  'quarter',
  'season',
  'month',
  'week',
  'weekend',
  'day',
  'hour',
  'minute',
  'second',
]

export const isFineEnough = (precision: Precision, unit: TimeUnit): boolean =>
  FINENESS.indexOf(precision) >= FINENESS.indexOf(precisionOf(unit))

/** Both ends of a part of the day as they are printed: the night ends at 23:59. */
export const hoursText = ([from, below]: readonly [number, number]): readonly [string, string] => [
  clockText({ hour: from }),
  below === 24 ? '23:59' : clockText({ hour: below }),
]

/** "197X"; `first` is 1970. */
export const ofDecade = (first: number, anchor: Anchor): Reading => ({
  value: `${yearText(first).slice(0, 3)}X`,
  from: yearText(first),
  to: yearText(first + 9),
  precision: 'decade',
  anchor,
})

export const ofQuarter = (year: number, quarter: number, anchor: Anchor): Reading => ({
  value: `${yearText(year)}-Q${quarter}`,
  from: monthText(year, 3 * quarter - 2),
  to: monthText(year, 3 * quarter),
  precision: 'quarter',
  anchor,
})
