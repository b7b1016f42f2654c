import type { TimeExpression } from '../model/quantity.ts'
import { dayText } from './calendar.ts'
import type { Context } from './context.ts'
import { moved } from './move.ts'
import { durationText } from './parse-duration.ts'
import type { ParsedTime } from './parsed-time.ts'
import type { Point, Reading, Step } from './point.ts'
import { rangeEnds } from './range-ends.ts'
import {
  clockPrecision,
  clockText,
  daysIncluded,
  hoursText,
  ofMinutes,
  precisionOf,
  stretch,
  UNANCHORED,
} from './reading.ts'
import { resolve } from './resolve.ts'
import { baseDays } from './resolve-shift.ts'

/** A reading and what kind of time it is. */
export type Meaning = Reading & { readonly kind: TimeExpression['kind'] }

/** What a parsed time means here; undefined when there is no such time. */
export function meaningOf(parsed: ParsedTime, context: Context): Meaning | undefined {
  switch (parsed.type) {
    case 'set':
      return { ...NOTHING, value: parsed.value, kind: 'set' }
    case 'duration':
      return lasting(parsed.duration)
    case 'lengths':
      return { ...NOTHING, from: durationText(parsed.least), to: durationText(parsed.most), kind: 'duration' }
    case 'point':
      return ofPoint(parsed.point, context)
    case 'edge': {
      const reading = ofPoint(parsed.part.point, context)
      return (
        reading && (reading.kind === 'duration' ? reading : { ...bounded(reading, parsed.edge), kind: reading.kind })
      )
    }
    case 'range': {
      const ends = rangeEnds(parsed, context)
      const from = resolve(ends.from, context)
      const to = resolve(ends.to, context)
      if (!from || !to) return undefined
      if (from.from === null || to.to === null) return { ...NOTHING, precision: from.precision, kind: 'date' }
      if (from.from.slice(0, to.to.length) > to.to) return undefined
      const anchor = from.anchor === 'explicit' ? to.anchor : from.anchor
      return { value: null, from: from.from, to: to.to, precision: to.precision, anchor, kind: 'date' }
    }
    case 'span':
      return spanning(parsed.start.point, parsed.steps, context)
    case 'stretch':
      return stretching(parsed, context)
    case 'beyond':
      return beyond(parsed.part.point, parsed.more, context)
    case 'clocks': {
      const date = parsed.date && resolve({ ...parsed.date, clock: undefined, dayPart: undefined } as Point, context)
      const day = date?.precision === 'day' && date.value ? `${date.value}T` : ''
      const [from, to] = [`${day}${clockText(parsed.from)}`, `${day}${clockText(parsed.to)}`]
      return {
        value: null,
        from,
        to,
        precision: clockPrecision(parsed.to),
        anchor: date?.anchor ?? 'explicit',
        kind: 'time',
      }
    }
  }
}

/** From its beginning to the last day (or minute) of it; a duration where the beginning is not known. */
function spanning(start: Point, steps: readonly Step[], context: Context): Meaning | undefined {
  const reading = ofPoint(start, context)
  if (!reading) return undefined
  const { from, anchor } = reading
  if (from === null) return lasting({ few: false, steps })
  const time = /(?:^|T)(\d\d):(\d\d)/.exec(from)
  const day = from.includes('-') ? daysIncluded({ ...reading, to: from })[0] : 0
  const begins = day * 1440 + (time ? Number(time[1]) * 60 + Number(time[2]) : 0)
  const ends = moved(begins, steps, 1)
  if (!time)
    return { ...stretch(day, Math.floor(ends / 1440) - 1, precisionOf(steps.at(-1)!.unit), anchor), kind: 'date' }
  const to = ofMinutes(ends, 'minute', anchor).value!
  return { value: null, from, to: from.includes('T') ? to : to.slice(11), precision: 'minute', anchor, kind: 'time' }
}

/** "the first nine months of 2025" from its first day on, "the last two weeks of May" and "the nine months to September" to its last one. */
function stretching(
  { steps, side, part }: Extract<ParsedTime, { type: 'stretch' }>,
  context: Context,
): Meaning | undefined {
  const reading = ofPoint(part.point, context)
  if (!reading) return undefined
  if (reading.from === null || reading.to === null) return lasting({ few: false, steps })
  const [first, last] = daysIncluded(reading)
  const precision = precisionOf(steps.at(-1)!.unit)
  const dayFrom = (day: number, sign: 1 | -1) => Math.floor(moved(day * 1440, steps, sign) / 1440)
  const [from, to] = side === 'first' ? [first, dayFrom(first, 1) - 1] : [dayFrom(last + 1, -1), last]
  if (side !== 'until' && (from < first || to > last)) return undefined
  return { ...stretch(from, to, precision, reading.anchor), kind: 'date' }
}

/** "more than two weeks ago" lies before the day two weeks ago, "less than two weeks ago" behind it. */
function beyond({ shift }: Point, isMore: boolean, context: Context): Meaning | undefined {
  const { steps, sign, base } = shift!
  const start = baseDays(base, context, steps.at(-1)!.unit, resolve)
  if (!start || start.days[0] !== start.days[1]) return { ...UNANCHORED('unknown'), kind: 'date' }
  const { anchor, minutes = 0 } = start
  const here = start.days[0] * 1440
  const isFine = steps.some(({ unit }) => unit === 'hour' || unit === 'minute' || unit === 'second')
  if (isFine && start.minutes === undefined) return { ...UNANCHORED('unknown'), kind: 'date' }
  const there = moved(here + (isFine ? minutes : 0), steps, sign)
  const text = (at: number) => (isFine ? ofMinutes(at, 'minute', anchor).value! : dayText(Math.floor(at / 1440)))
  const step = isFine ? 0 : 1440
  const [from, to] = isMore
    ? sign > 0
      ? [text(there), null]
      : [null, text(there - step)]
    : sign > 0
      ? [text(here + (isFine ? minutes : 0)), text(there - step)]
      : [text(there + step), text(here + (isFine ? minutes : 0))]
  return { value: null, from, to, precision: isFine ? 'minute' : 'day', anchor, kind: isFine ? 'time' : 'date' }
}

const NOTHING: Reading = { value: null, from: null, to: null, precision: 'unknown', anchor: 'none' }
const kindOf = ({ from, to }: Reading): 'date' | 'time' => ((from ?? to ?? '').includes(':') ? 'time' : 'date')
const clockOnly = (clock: Parameters<typeof clockText>[0]): Reading => ({
  value: clockText(clock),
  from: clockText(clock),
  to: clockText(clock),
  precision: clockPrecision(clock),
  anchor: 'explicit',
})

const partOnly = (hours: readonly [number, number]): Reading => {
  const [from, to] = hoursText(hours)
  return { value: null, from, to, precision: 'hour', anchor: 'explicit' }
}

/** What a point of time means by itself. */
export function ofPoint(point: Point, context: Context): Meaning | undefined {
  const { shift, window, clock } = point
  // "built it in three days" is told of the past: a duration
  const toCome = shift?.base === 'publication' ? shift : window
  if (toCome?.sign === 1 && context.direction() < 0) return lasting(toCome)
  const reading = hasDate(point)
    ? resolve(point, context)
    : clock
      ? clockOnly(clock)
      : point.dayPart
        ? partOnly(point.dayPart)
        : resolve(point, context)
  return reading && { ...reading, kind: kindOf(reading) }
}

const lasting = ({ few, steps }: { readonly few: boolean; readonly steps: readonly Step[] }): Meaning => ({
  ...NOTHING,
  value: few ? null : durationText(steps),
  kind: 'duration',
})

const hasDate = ({ days, day, weekday, year, turn, holiday, month }: Point): boolean =>
  [days, day, weekday, year, turn, holiday, month].some((part) => part !== undefined)

/** What lies on one side of a time: "since" and "as of" it, "after" its end, "before" its beginning, "until" its end. */
function bounded(reading: Reading, edge: Extract<ParsedTime, { type: 'edge' }>['edge']): Reading {
  if (reading.from === null || reading.to === null) return { ...reading, value: null }
  const isClock = reading.from.includes(':')
  switch (edge) {
    case 'since':
      return { ...reading, value: null, to: null }
    case 'after':
      return { ...reading, value: null, from: isClock ? reading.to : dayText(daysIncluded(reading)[1] + 1), to: null }
    case 'before':
      return { ...reading, value: null, from: null, to: isClock ? reading.from : dayText(daysIncluded(reading)[0] - 1) }
    case 'until':
      return { ...reading, value: null, from: null }
  }
}
