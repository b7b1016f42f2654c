import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { parseCalendar } from './parse-calendar.ts'
import { type FoundClock, hourAt, parseClock } from './parse-clock.ts'
import { dayAlone, dayAt } from './parse-day.ts'
import { dayPartAt, type Hours, halfBehind, hourIn, partBehind } from './parse-day-part.ts'
import { dayFirst } from './parse-month.ts'
import { parseRelative } from './parse-relative.ts'
import { yearAt } from './parse-year.ts'
import type { Point } from './point.ts'

/** A date or a time of day or both: "late 2024", "Thursday morning", "8pm on Friday", "27 April 2026 at 15:00". */
export function parsePoint(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const date = parseDate(lx, at, look) ?? bareDay(lx, at, look)
  if (date) return withClock(lx, at, date, look)
  const clock = parseClock(lx, at, look)
  return clock ? withDate(lx, clock, look) : partOfDay(lx, at, look)
}

/** A date without a time of day. */
export function parseDate(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const part = look.parts.match(lx, at)
  if (part) {
    const hyphen = isHyphen(lx[part.next]) ? 1 : 0
    const from = part.next + hyphen
    const inner = parseCalendar(lx, from, look) ?? parseRelative(lx, from, look) ?? wholeUnit(lx, from, look)
    if (inner && !inner.window && !inner.side && inner.days === undefined) {
      return inner.shift || inner.clock
        ? undefined
        : inner.day !== undefined || inner.weekday !== undefined
          ? { ...inner }
          : {
              ...inner,
              part: part.value,
              ...(hasCore(inner, lx[part.next - 1]) ? { core: { at: from, point: inner } } : {}),
            }
    }
  }
  return parseCalendar(lx, at, look) ?? parseRelative(lx, at, look) ?? dayAlone(lx, at, look)
}

/** "early in 2024", "the end of March", "the late 1980s": what it is a part of is a time as well. */
const hasCore = ({ decade, century, turn }: Point, before: Lexeme | undefined): boolean =>
  ((before?.lower === 'of' || before?.lower === 'in') && turn?.base !== 'told') ||
  decade !== undefined ||
  century !== undefined

/** A time of day or a part of it behind a date. */
function withClock(lx: readonly Lexeme[], at: number, date: Point, look: TimeLookup): Point {
  if (date.clock || !isDayLike(date)) return date
  const said = lx[date.next]?.gap ? dayPartAt(lx, date.next, look) : undefined
  const part = said ?? behindDate(lx, date.next, look)
  const next = part?.next ?? date.next
  const hours = part?.hours ?? date.dayPart
  const from = connector(lx, next)
  const clock = parseClock(lx, from, look) ?? (hours && from > next ? hourAt(lx, from, look) : undefined)
  if (!clock)
    return { ...date, next, ...(hours ? { dayPart: hours } : {}), ...(part ? { core: { at, point: date } } : {}) }
  const hour = hours && clock.clock.vague !== false ? hourIn(clock.clock, hours) : clock.clock
  // "Wed Oct 26 15:50:06 2016"
  const year = date.year === undefined && lx[clock.next]?.gap ? yearAt(lx, clock.next, look, false) : undefined
  return { ...date, next: year?.next ?? clock.next, clock: hour, ...(year ? { year: year.value } : {}) }
}

/** "Tuesday in the morning", "Friday, in the afternoon", "5 May AM" */
function behindDate(lx: readonly Lexeme[], at: number, look: TimeLookup): { hours: Hours; next: number } | undefined {
  const part = partBehind(lx, at, look)
  return part && part.next > at + 1 ? part : halfBehind(lx, at, look)
}

const connector = (lx: readonly Lexeme[], at: number): number => {
  let next = at
  for (let count = 0; count < 2 && /^(?:at|around|about|for|,|@|-|–|—)$/.test(lx[next]?.lower ?? ''); count++) next++
  return next
}

/** Is it known to the day? */
export const isDayLike = (point: Point): boolean =>
  point.days !== undefined ||
  point.day !== undefined ||
  point.weekday !== undefined ||
  point.holiday !== undefined ||
  point.turn?.unit === 'day'

/** "on 15 at 8:00", "the 5th at 4 a.m.": a number that only the time of day behind it makes a day. */
function bareDay(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  if (lx[at]?.kind !== 'number' || !/^(?:on|the|at)$/.test(lx[at - 1]?.lower ?? '')) return undefined
  const day = dayAt(lx, at, look)
  if (!day || !/^(?:at|,)$/.test(lx[day.next]?.lower ?? '')) return undefined
  const clock = parseClock(lx, day.next + 1, look)
  return clock && (day.ordinal || clock.clock.minute !== undefined || clock.clock.vague === false)
    ? { next: day.next, day: day.value }
    : undefined
}

/** A date behind a time of day: "8pm on Friday", "3:30 p.m., May 2". */
function withDate(lx: readonly Lexeme[], { clock, next }: FoundClock, look: TimeLookup): Point {
  const alone: Point = { next, clock }
  let from = zoneEnd(lx, next, look)
  if (lx[from]?.lower === ',') from++
  if (lx[from]?.lower === 'on' || lx[from]?.lower === 'in') from++
  if (from === next && lx[from] && !lx[from]!.gap) return alone
  const date = parseDate(lx, from, look) ?? dayNumber(lx, from, look)
  if (!date || date.clock || !isDayLike(date) || date.shift) return alone
  const part = date.dayPart ? { hours: date.dayPart, next: date.next } : dayPartAt(lx, date.next, look)
  return {
    ...date,
    next: part?.next ?? date.next,
    clock: part && clock.vague !== false ? hourIn(clock, part.hours) : clock,
  }
}

/** Behind the zone of a time of day: "local time", "GMT". */
function zoneEnd(lx: readonly Lexeme[], at: number, look: TimeLookup): number {
  const bracket = lx[at]?.lower === '(' ? 1 : 0
  const zone = look.zones.match(lx, at + bracket)
  if (!zone) return at
  return bracket && lx[zone.next]?.lower === ')' ? zone.next + 1 : zone.next
}

/** "8pm on 15", "8pm on the 15", "12:30 on Fri" */
function dayNumber(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  if (lx[at - 1]?.lower !== 'on') return undefined
  const weekday = look.weekdaysShort.get(lx[at]?.lower ?? '')
  if (weekday !== undefined) return { next: at + 1, weekday }
  const day = dayAt(lx, lx[at]?.lower === 'the' ? at + 1 : at, look)
  return day && (!lx[day.next] || lx[day.next]!.kind === 'mark') ? { next: day.next, day: day.value } : undefined
}

/** "the night of [12 to 13 August]": the first of the two days. */
function nightBetween(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const first = dayAt(lx, at, look)
  const link = lx[first?.next ?? at]
  if (!first || !(isHyphen(link) || /^(?:to|and|into)$/.test(link?.lower ?? ''))) return undefined
  const second =
    isHyphen(link) && !link!.gap
      ? dayFirst([{ ...lx[first.next + 1]!, gap: true }, ...lx.slice(first.next + 2)], 0, look)
      : dayFirst(lx, first.next + 1, look)
  if (second?.day !== first.value + 1) return undefined
  return {
    ...second,
    day: first.value,
    next: isHyphen(link) && !link!.gap ? second.next + first.next + 1 : second.next,
  }
}

/**
 * A part of the day before its day or its hour, or alone behind "in the": "the night of the 3rd", "in the afternoon on Friday",
 * "in the evening at 7", "in the morning".
 */
function partOfDay(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const lead = /^(?:in|during|throughout)$/.test(lx[at]?.lower ?? '') ? 1 : 0
  const the = lx[at + lead]?.lower === 'the' ? 1 : 0
  const part = dayPartAt(lx, at + lead + the, look)
  if (!part) return undefined
  const clock = parseClock(lx, connector(lx, part.next), look)
  if (clock) return withDate(lx, { ...clock, clock: hourIn(clock.clock, part.hours) }, look)
  let from = part.next
  if (lx[from]?.lower === ',') from++
  if (lx[from]?.lower === 'of' || lx[from]?.lower === 'on') from++
  const between = the && lx[from - 1]!.lower === 'of' ? nightBetween(lx, from, look) : undefined
  if (between) return { ...between, dayPart: part.hours }
  const date = parseDate(lx, from, look)
  const isSaid = lead || the || (lx[at]!.lower === 'overnight' && lx[from - 1]!.lower === 'on')
  if (date && isDayLike(date) && !date.clock && !date.shift && !date.dayPart && isSaid)
    return { ...date, dayPart: part.hours, core: { at: from, point: date } }
  return lead && the ? { next: part.next, dayPart: part.hours } : undefined
}

/** "the year", "this month" as what something is a part of */
export function wholeUnit(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const word = lx[at + 1]?.lower ?? ''
  const unit = lx[at]?.lower === 'the' ? look.units.get(word) : undefined
  if (!unit || !/^(?:week|month|quarter|year|decade|century)$/.test(word) || lx[at + 2]?.lower === 'of')
    return undefined
  return { next: at + 2, turn: { unit, by: 0, base: 'told' } }
}
