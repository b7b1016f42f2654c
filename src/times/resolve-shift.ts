import { type Day, dayText, weekdayOf } from './calendar.ts'
import { type Context, publicationDay, type Resolve } from './context.ts'
import type { TimeUnit } from './lexicon.ts'
import { moved } from './move.ts'
import type { Point, Reading } from './point.ts'
import {
  type Anchor,
  daysIncluded,
  FINENESS,
  isFineEnough,
  ofDay,
  ofMinutes,
  precisionOf,
  stretch,
  UNANCHORED,
} from './reading.ts'
import { unitAround } from './unit-around.ts'

/** "two years ago", "a month later", "in 3 weeks", "two days from tomorrow": as precise as the unit they count in. */
export function shiftedBy(point: Point, context: Context, resolve: Resolve): Reading | undefined {
  const { steps, sign, base, few } = point.shift!
  const finest = steps
    .map(({ unit }) => unit)
    .sort((a, b) => FINENESS.indexOf(precisionOf(b)) - FINENESS.indexOf(precisionOf(a)))[0]!
  const precision = precisionOf(finest)
  const from = baseDays(base, context, finest, resolve)
  if (!from) return UNANCHORED(precision)
  const { days, anchor, minutes } = from
  if (few) {
    const edge = days[0]
    if (anchor !== 'publication' && anchor !== 'document') return UNANCHORED(precision)
    return sign < 0
      ? { value: null, from: null, to: dayText(edge - 1), precision: 'unknown', anchor }
      : { value: null, from: dayText(edge + 1), to: null, precision: 'unknown', anchor }
  }
  if (finest === 'hour' || finest === 'minute' || finest === 'second') {
    if (minutes === undefined) return UNANCHORED(precision)
    return ofMinutes(moved(days[0] * 1440 + minutes, steps, sign), precision, anchor)
  }
  if (point.shift!.business && finest === 'day') return ofDay(businessDays(days[0], steps[0]!.count), anchor)
  const target = Math.floor(moved(days[0] * 1440, steps, sign) / 1440)
  if (typeof base === 'object') return ofDay(target, anchor)
  return unitAround(
    target,
    finest === 'quarter'
      ? 'month'
      : finest === 'decade' || finest === 'century'
        ? 'year'
        : finest === 'fortnight' || finest === 'weekend'
          ? 'week'
          : finest,
    0,
    anchor,
  )
}

/** The day or days a shift is counted from; undefined where they are not known finely enough. */
export function baseDays(
  base: NonNullable<Point['shift']>['base'],
  context: Context,
  unit: TimeUnit,
  resolve: Resolve,
): { days: readonly [Day, Day]; anchor: Anchor; minutes?: number } | undefined {
  if (typeof base === 'object') {
    const reading = resolve(base, context)
    return reading?.from ? { days: daysIncluded(reading), anchor: reading.anchor, minutes: 0 } : undefined
  }
  if (base === 'publication') {
    const { reference } = context
    if (!reference) return undefined
    if (
      publicationDay(context) === undefined &&
      unit !== 'year' &&
      unit !== 'decade' &&
      unit !== 'century' &&
      !(unit === 'month' && reference.prefix.length >= 7)
    )
      return undefined
    return { days: reference.days, anchor: 'publication', minutes: reference.minutes }
  }
  const { last } = context
  return last && isFineEnough(last.precision, unit) ? { days: last.days, anchor: 'document' } : undefined
}

/** "the past three weeks", "the next 5 hours", "within 10 days" */
export function inWindow(point: Point, context: Context): Reading {
  const { steps, sign, few } = point.window!
  const { reference } = context
  const today = publicationDay(context)
  if (!reference || today === undefined) return UNANCHORED('unknown')
  const fine = steps.some(({ unit }) => unit === 'hour' || unit === 'minute' || unit === 'second')
  if (fine) {
    if (reference.minutes === undefined) return UNANCHORED('unknown')
    const now = today * 1440 + reference.minutes
    const other = moved(now, steps, sign)
    const [from, to] = sign < 0 ? [other, now] : [now, other]
    return {
      value: null,
      from: ofMinutes(from, 'minute', 'publication').value,
      to: ofMinutes(to, 'minute', 'publication').value,
      precision: 'minute',
      anchor: 'publication',
    }
  }
  const other = Math.floor(moved(today * 1440, steps, sign) / 1440)
  if (few && steps[0]!.unit !== 'day')
    return sign < 0
      ? { value: null, from: null, to: dayText(today), precision: 'unknown', anchor: 'publication' }
      : { value: null, from: dayText(today), to: null, precision: 'unknown', anchor: 'publication' }
  const precision = precisionOf(steps.at(-1)!.unit)
  if (sign < 0) return stretch(other, today - 1, precision, 'publication')
  const [from, to] = point.window!.fromToday ? [today, other - 1] : [today + 1, other]
  return stretch(from, Math.max(from, to), precision, 'publication')
}

/** The day some working days on. */
function businessDays(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day++
    const weekday = weekdayOf(day)
    if (weekday !== 0 && weekday !== 6) left--
  }
  return day
}
