import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/parse-term.ts'
import type { Edge, TimeLookup } from './lookup.ts'
import { parseClock } from './parse-clock.ts'
import { type ClockRange, parseClockRange, rangeTo } from './parse-clock-range.ts'
import { dayAt } from './parse-day.ts'
import { type Duration, parseDuration } from './parse-duration.ts'
import { isDayLike, parsePoint } from './parse-point.ts'
import { forFrom, fromFor, parseSpan, type Span } from './parse-span.ts'
import { yearAfter } from './parse-year.ts'
import type { Clock, PlacedPoint, Point, Step } from './point.ts'
import { linkAt } from './range-link.ts'

/** A time expression as it is said. `at` is its first lexeme. */
export type ParsedTime = { readonly at: number; readonly next: number } & (
  | { readonly type: 'point'; readonly point: Point }
  | { readonly type: 'range'; readonly from: Point; readonly to: Point; readonly parts: readonly PlacedPoint[] }
  | { readonly type: 'clocks'; readonly from: Clock; readonly to: Clock; readonly date?: Point }
  | { readonly type: 'edge'; readonly edge: Edge; readonly part: PlacedPoint }
  | { readonly type: 'span'; readonly start: PlacedPoint; readonly steps: readonly Step[] }
  | { readonly type: 'beyond'; readonly more: boolean; readonly part: PlacedPoint }
  | { readonly type: 'duration'; readonly duration: Duration }
  | { readonly type: 'set'; readonly value: string | null }
)

/** The time expression that begins at `at`. */
export function parseTime(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const first = lx[at]!
  if (first.kind === 'word' && !look.starters.has(first.lower)) return undefined
  if (first.kind === 'mark' && !/^['’‘]$/.test(first.lower)) return undefined
  const set = repeated(lx, at, look)
  if (set) return set
  if (first.lower === 'between' || first.lower === 'from')
    return (
      lx[at + 1] &&
      (spanned(at, parseSpan(lx, at, look)) ?? ranged(lx, at, at + 1, undefined, look) ?? onward(lx, at, at + 1, look))
    )
  const span = spanned(at, parseSpan(lx, at, look))
  if (span) return span
  const beyond = compared(lx, at, look)
  if (beyond) return beyond
  const point = parsePoint(lx, at, look)
  const range = ranged(lx, at, at, point, look)
  if (range) return range
  const hours = point && hoursBehind(lx, at, point, look)
  if (hours) return hours
  const open = point && onward(lx, at, at, look)
  if (open) return open
  if (point) return { type: 'point', at, next: point.next, point: withSharedYear(lx, point, look) }
  return edged(lx, at, look) ?? lasting(lx, at, look)
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

/** "every Monday", "once a week", "Sundays", "daily" */
function repeated(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const { lower, text } = lx[at]!
  const often = look.words.often[lower]
  if (often) return text === lower ? { type: 'set', at, next: at + 1, value: often } : undefined
  if (look.every.has(lower)) {
    let next = at + 1
    let by = 1
    if (lx[next]?.lower === 'other' || lx[next]?.lower === 'second') {
      by = 2
      next++
    } else if (lx[next]?.lower === 'single') next++
    const numeral = look.numerals.mayBegin(lx[next] ?? lx[at]!) ? look.numerals.parse(lx, next) : undefined
    if (numeral?.form === 'cardinal') {
      by = numeral.value
      next = numeral.next
    } else if (lx[next]?.lower === 'few' || lx[next]?.lower === 'couple') return undefined
    const word = lx[next]?.lower ?? ''
    const unit = look.units.get(word)
    if (unit) return { type: 'set', at, next: next + 1, value: everyText(unit, by) }
    const day = word.replace(/s$/, '')
    if (look.weekdays.has(day) || look.months.has(word) || look.words.dayParts[word] || look.words.seasons[word])
      return {
        type: 'set',
        at,
        next: next + 1,
        value: look.weekdays.has(day) ? 'P1W' : look.words.dayParts[word] ? 'P1D' : 'P1Y',
      }
    const point = parsePoint(lx, next, look)
    return point ? { type: 'set', at, next: point.next, value: null } : undefined
  }
  const weekday = /s$/.test(lower) ? look.weekdays.get(lower.slice(0, -1)) : undefined
  if (weekday !== undefined && lower.length > 5) return { type: 'set', at, next: at + 1, value: 'P1W' }
  const count = lower === 'once' || lower === 'twice' ? at + 1 : lx[at + 1]?.lower === 'times' ? at + 2 : 0
  if (count && /^(?:a|an|per|each|every)$/.test(lx[count]?.lower ?? '')) {
    const unit = look.units.get(lx[count + 1]?.lower ?? '')
    if (unit) return { type: 'set', at, next: count + 2, value: everyText(unit, 1) }
  }
  return undefined
}

const UNIT_LETTERS: Readonly<Record<string, string>> = {
  second: 'T1S',
  minute: 'T1M',
  hour: 'T1H',
  day: '1D',
  week: '1W',
  weekend: '1W',
  fortnight: '2W',
  month: '1M',
  quarter: '3M',
  year: '1Y',
  decade: '10Y',
  century: '100Y',
}
const everyText = (unit: string, by: number): string =>
  `P${UNIT_LETTERS[unit]!.replace(/\d+/, (count) => String(Number(count) * by))}`

/** "from 2012 to 2015", "between May and July 2023", "2-5 May", "May 2-5", "1939–1945", "4pm-5pm"; `known` is the point at `start`. */
function ranged(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  known: Point | undefined,
  look: TimeLookup,
): ParsedTime | undefined {
  const lead = start > at ? lx[at]!.lower : ''
  const first = known ?? (start > at ? parsePoint(lx, start, look) : undefined)
  if (first && !(first.clock && !isDated(first))) return dateRange(lx, at, start, first, lead, look)
  return (first ? undefined : dayRange(lx, at, start, lead, look)) ?? clocks(at, parseClockRange(lx, start, lead, look))
}

const spanned = (at: number, span: Span | undefined): ParsedTime | undefined => span && { type: 'span', at, ...span }

/** "2012 or later", "from May onwards", "1960 or earlier" */
function onward(lx: readonly Lexeme[], at: number, start: number, look: TimeLookup): ParsedTime | undefined {
  const point = parsePoint(lx, start, look)
  const side = point && look.edgesBehind.match(lx, point.next)
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

const clocks = (at: number, range: ClockRange | undefined): ParsedTime | undefined =>
  range && { type: 'clocks', at, ...range }

function dateRange(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  first: Point,
  lead: string,
  look: TimeLookup,
): ParsedTime | undefined {
  const link = linkAt(lx, first.next, lead)
  if (!link) return undefined
  const second = rangeEnd(lx, link, first, look)
  if (!second) return undefined
  const { from, to } = merged(first, second.point)
  const parts = [{ at: start, point: from }, ...(second.whole ? [{ at: link, point: to }] : [])]
  return { type: 'range', at, next: second.point.next, from, to, parts }
}

/** "2-5 May", "between 3 and 12 of Sept" */
function dayRange(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  lead: string,
  look: TimeLookup,
): ParsedTime | undefined {
  const day = dayAt(lx, start, look)
  const link = day && linkAt(lx, day.next, lead)
  if (!day || !link) return undefined
  const to = parsePoint(lx, link, look)
  if (to?.day === undefined || (to.month === undefined && to.monthTurn === undefined)) return undefined
  if (to.day <= day.value || to.weekday !== undefined) return undefined
  return { type: 'range', at, next: to.next, from: { ...to, day: day.value }, to, parts: [{ at: link, point: to }] }
}

const isDated = (point: Point): boolean =>
  point.days !== undefined ||
  point.day !== undefined ||
  point.weekday !== undefined ||
  point.year !== undefined ||
  point.turn !== undefined ||
  point.holiday !== undefined

/** The second end: a whole date, or the part of it that differs ("May 2-5", "1776-77"). */
function rangeEnd(
  lx: readonly Lexeme[],
  at: number,
  first: Point,
  look: TimeLookup,
): { point: Point; whole: boolean } | undefined {
  const number = lx[at]
  const second = parsePoint(lx, at, look)
  const ends = !lx[at + 1] || lx[at + 1]!.gap || lx[at + 1]!.kind === 'mark'
  if (first.day !== undefined && first.month !== undefined) {
    if (second && isDayNamed(second)) return { point: second, whole: true }
    const day = dayAt(lx, at, look)
    if (day && day.value > first.day && !look.units.has(lx[day.next]?.lower ?? '')) {
      const year = yearAfter(lx, day.next, look)
      const point = { ...first, day: day.value, next: year?.next ?? day.next, ...(year ? { year: year.value } : {}) }
      return { point, whole: false }
    }
    // "February 6 - this year" are two dates
    return second && !isHyphen(lx[at - 1]) ? { point: second, whole: true } : undefined
  }
  if (isPlainYear(first) && number?.kind === 'number' && ends) {
    const { text, value, gap } = number
    if (/^\d{2}$/.test(text) && !gap && value > first.year! % 100) {
      return { point: { next: at + 1, year: Math.floor(first.year! / 100) * 100 + value }, whole: false }
    }
    // "from 2004 to 2010" where the second number would not be a year by itself
    if (!second && /^\d{4}$/.test(text) && value > first.year! && value <= 2100) {
      return { point: { next: at + 1, year: value }, whole: true }
    }
  }
  return second && { point: second, whole: true }
}

const isDayNamed = (point: Point): boolean =>
  point.day !== undefined || point.days !== undefined || point.weekday !== undefined || point.month !== undefined

const isPlainYear = ({ year, month, quarter, half, season, week }: Point): boolean =>
  year !== undefined &&
  month === undefined &&
  quarter === undefined &&
  half === undefined &&
  season === undefined &&
  week === undefined

/** What one end leaves out, the other one says: "May to July 2023", "May 2016 to July". */
function merged(first: Point, second: Point): { from: Point; to: Point } {
  let [from, to] = [first, second]
  const calendar = (point: Point) =>
    point.month !== undefined || point.quarter !== undefined || point.season !== undefined
  if (from.year === undefined && to.year !== undefined && calendar(from) && calendar(to))
    from = { ...from, year: (from.month ?? 0) > (to.month ?? 12) ? to.year - 1 : to.year }
  else if (to.year === undefined && from.year !== undefined && calendar(to))
    to = { ...to, year: (to.month ?? 12) < (from.month ?? 0) ? from.year + 1 : from.year }
  if (from.yearTurn === undefined && to.yearTurn !== undefined && calendar(from))
    from = { ...from, yearTurn: to.yearTurn }
  return { from, to }
}

/** "since October", "before 2018", "by Friday", "as of 3 May" */
function edged(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const found = look.edges.match(lx, at)
  if (!found) return undefined
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
function lasting(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const duration = parseDuration(lx, at, look)
  if (!duration) return undefined
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
