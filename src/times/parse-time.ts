import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { parseClock } from './parse-clock.ts'
import { parseClockRange, rangeTo } from './parse-clock-range.ts'
import { dayOfList } from './parse-day-list.ts'
import { type Duration, parseDuration } from './parse-duration.ts'
import { parseLengths } from './parse-lengths.ts'
import { isDayLike, parsePoint } from './parse-point.ts'
import { clocks, isDated, ranged } from './parse-range.ts'
import { repeated } from './parse-set.ts'
import { forFrom, fromFor, lengthFirst, type Span } from './parse-span.ts'
import { parseStretch } from './parse-stretch.ts'
import type { ParsedTime } from './parsed-time.ts'
import type { Point } from './point.ts'
import { linkAt } from './range-link.ts'

/** The time expression that begins at `at`. */
export function parseTime(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const first = lx[at]!
  if (first.kind === 'word' && !look.starters.has(first.lower)) return undefined
  if (first.kind === 'mark' && !/^['’‘]$/.test(first.lower)) return undefined
  const set = repeated(lx, at, look)
  if (set) return set
  const lengths = parseLengths(lx, at, look)
  if (lengths) return { type: 'lengths', at, ...lengths }
  if (first.lower === 'between' || first.lower === 'from') return lx[at + 1] && opened(lx, at, look)
  const duration = parseDuration(lx, at, look)
  const span = duration && spanned(at, lengthFirst(lx, at, duration, look))
  if (span) return span
  const stretch = parseStretch(lx, at, duration, look)
  if (stretch) return { type: 'stretch', at, ...stretch }
  const beyond = compared(lx, at, look)
  if (beyond) return beyond
  const listed = dayOfList(lx, at, look)
  if (listed) return { type: 'point', at, next: listed.next, point: listed }
  const point = parsePoint(lx, at, look)
  const range = ranged(lx, at, at, point, look)
  if (range) return range
  const hours = point && hoursBehind(lx, at, point, look)
  if (hours) return hours
  const open = point && onward(lx, at, at, point, look)
  if (open) return open
  if (point) return { type: 'point', at, next: point.next, point: withSharedYear(lx, point, look) }
  return edged(lx, at, look) ?? (duration && lasting(lx, at, duration))
}

/** Behind "from" and "between" */
function opened(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const span = lx[at]!.lower === 'from' ? spanned(at, fromFor(lx, at, look)) : undefined
  const range = span ?? ranged(lx, at, at + 1, undefined, look)
  if (range) return range
  const point = parsePoint(lx, at + 1, look)
  return point && onward(lx, at, at + 1, point, look)
}

/** "Friday between 1pm and 4pm", "Monday 8 to 9", "3 May 1 p.m. to 4"; "today before 4 pm", "next Wednesday after 10 in the morning" */
function hoursBehind(lx: readonly Lexeme[], at: number, date: Point, look: TimeLookup): ParsedTime | undefined {
  if (!isDayLike(date)) return undefined
  if (date.clock) {
    const link = linkAt(lx, date.next, '')
    return link ? clocks(at, rangeTo(lx, link, date.clock, true, look, date)) : undefined
  }
  const comma = lx[date.next]?.lower === ',' ? 1 : 0
  const word = lx[date.next + comma]?.lower ?? ''
  const lead = word === 'between' || word === 'from' ? 1 : 0
  const range = parseClockRange(lx, date.next + comma + lead, lead ? word : '', look, date)
  if (range) return clocks(at, range)
  const span = lx[date.next]?.lower === 'from' ? fromFor(lx, date.next, look, date) : forFrom(lx, date.next, look, date)
  if (span) return spanned(at, span)
  const edge = look.edges.match(lx, date.next)
  const clock = edge && parseClock(lx, edge.next, look)
  if (!clock) return undefined
  const { next } = clock
  return {
    type: 'edge',
    at,
    next,
    edge: edge.value,
    part: { at: edge.next, point: { ...date, next, clock: clock.clock } },
  }
}

/** "October and November last year", "May and June 2023": the year behind the second month is that of the first. */
function withSharedYear(lx: readonly Lexeme[], point: Point, look: TimeLookup): Point {
  const link = lx[point.next]?.lower
  if (point.month === undefined || point.year !== undefined || point.yearTurn !== undefined || point.turn) return point
  if (link !== 'and' && link !== 'or') return point
  const second = parsePoint(lx, point.next + 1, look)
  if (second?.month === undefined || second.month < point.month) return point
  const { year, yearTurn } = second
  return { ...point, ...(year === undefined ? {} : { year }), ...(yearTurn === undefined ? {} : { yearTurn }) }
}

const spanned = (at: number, span: Span | undefined): ParsedTime | undefined => span && { type: 'span', at, ...span }

/** "2012 or later", "from May onwards", "1960 or earlier" */
function onward(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  point: Point,
  look: TimeLookup,
): ParsedTime | undefined {
  const side = look.edgesBehind.match(lx, point.next)
  if (!side || point.shift || point.window) return undefined
  return { type: 'edge', at, next: side.next, edge: side.value, part: { at: start, point } }
}

/** "more than two weeks ago", "less than 3 days after tomorrow": on one side of the day they name */
function compared(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const found = look.compared.match(lx, at)
  const point = found && parsePoint(lx, found.next, look)
  if (!found || !point?.shift || point.shift.few) return undefined
  return { type: 'beyond', at, next: point.next, more: found.value, part: { at: found.next, point } }
}

/** "since October", "before 2018", "by Friday", "as of 3 May" */
function edged(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const found = look.edges.match(lx, at)
  if (!found || (isHyphen(lx[at - 1]) && !lx[at]!.gap)) return undefined // "the run-up to Christmas"
  const the = lx[found.next]?.lower === 'in' || lx[found.next]?.lower === 'on' ? 1 : 0
  const point = parsePoint(lx, found.next + the, look)
  if (
    !point ||
    point.window ||
    (point.clock && !isDated(point) && lx[found.next]!.kind === 'number' && point.clock.vague !== false)
  )
    return undefined
  return { type: 'edge', at, next: point.next, edge: found.value, part: { at: found.next + the, point } }
}

const BEFORE_SINGLE =
  /^(?:for|in|within|over|about|around|than|takes|took|take|lasts|lasted|last|after|nearly|almost|spend|spent|spends|least|most|under|roughly|only|just|once|up|of)$/

/** How long it takes; "a day" only where it is no rate ("500 barrels a day"). */
function lasting(lx: readonly Lexeme[], at: number, duration: Duration): ParsedTime | undefined {
  const before = lx[at - 1]?.lower ?? ''
  if (duration.single && !(at === 0 || BEFORE_SINGLE.test(before))) return undefined
  if (
    duration.steps.length === 1 &&
    duration.steps[0]!.unit === 'day' &&
    lx[at]!.lower === 'one' &&
    !BEFORE_SINGLE.test(before)
  )
    return undefined
  if (duration.steps.length === 1 && duration.steps[0]!.unit === 'second' && lx[at]!.lower === 'a') return undefined
  return { type: 'duration', at, next: duration.next, duration }
}
