import { mondayOf, toYmd, weekdayOf } from './calendar.ts'
import { type Context, publicationDay, type Resolve } from './context.ts'
import type { TimeUnit } from './lexicon.ts'
import type { Point, Precision, Reading } from './point.ts'
import { daysIncluded, isFineEnough, ofDay, ofWeek, precisionOf, stretch, UNANCHORED } from './reading.ts'
import { dateIn } from './resolve-month.ts'
import { ofWeekend } from './resolve-weekday.ts'
import { inYear } from './resolve-year.ts'
import { unitAround } from './unit-around.ts'

/** Whole units: "last month", "this week", "the following day", "that year". */
export function turnedTo(point: Point, context: Context, resolve: Resolve): Reading | undefined {
  const { unit, by, base } = point.turn!
  if (base === 'document') return turnedInDocument(point, context, resolve)
  if (base === 'told' && isPast(context, unit))
    return turnedInDocument({ ...point, turn: { unit, by, base: 'document' } }, context, resolve)
  const { reference } = context
  const precision = precisionOf(unit)
  if (!reference) return UNANCHORED(precision)
  const today = publicationDay(context)
  if (
    today === undefined &&
    !(unit === 'year' || unit === 'decade' || unit === 'century' || (unit === 'month' && reference.prefix.length >= 7))
  )
    return UNANCHORED(precision)
  if (unit === 'week' && point.weekday !== undefined)
    return ofDay(mondayOf(today!) + by * 7 + ((point.weekday + 6) % 7), 'publication')
  if (unit === 'weekend') return ofWeekend(today!, by, context)
  const reading = unitAround(reference.days[0], unit, by, 'publication')
  if (!reading || !point.side || today === undefined) return reading
  const [first, last] = daysIncluded(reading)
  return point.side === 'before'
    ? first < today
      ? stretch(first, today - 1, precision, 'publication')
      : stretch(first, today, precision, 'publication')
    : stretch(Math.min(today, last), last, precision, 'publication')
}

function turnedInDocument(point: Point, context: Context, resolve: Resolve): Reading | undefined {
  const { unit, by } = point.turn!
  const { last } = context
  const precision: Precision =
    point.month !== undefined ? (point.day === undefined ? 'month' : 'day') : precisionOf(unit)
  if (point.day !== undefined && unit === 'week') {
    const date = resolve({ ...point, turn: undefined, shift: undefined } as Point, context)
    return date?.from ? ofWeek(daysIncluded(date)[0], date.anchor) : UNANCHORED('week')
  }
  // "over the next decade", where no date was named before
  if (!last && by === 1 && LONG.has(unit))
    return turnedTo({ ...point, turn: { unit, by, base: 'publication' } }, context, resolve)
  if (!last || !isFineEnough(last.precision, unit)) return UNANCHORED(precision)
  if (point.month !== undefined) return dateIn(toYmd(last.days[0]).year + by, point, 'document')
  if (point.season) return inYear({ ...point, turn: undefined, year: toYmd(last.days[0]).year + by } as Point, context)
  if (point.weekday !== undefined) {
    const day = last.days[0]
    if (by < 0) return ofDay(day - ((weekdayOf(day) - point.weekday + 6) % 7) - 1, 'document')
    return ofDay(day + ((point.weekday - weekdayOf(day) + 6) % 7) + 1, 'document')
  }
  return unitAround(last.days[0], unit, by, 'document')
}

/** Is the text telling of another year than its own? */
function isPast({ last, reference, direction }: Context, unit: TimeUnit): boolean {
  if (!reference) return true
  return (
    last !== undefined &&
    isFineEnough(last.precision, unit) &&
    toYmd(last.days[0]).year < toYmd(reference.days[0]).year &&
    direction() <= 0
  )
}

const LONG: ReadonlySet<TimeUnit> = new Set(['week', 'month', 'quarter', 'year', 'decade', 'century'])
