import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { type ClockRange, parseClockRange } from './parse-clock-range.ts'
import { dayAt } from './parse-day.ts'
import { century } from './parse-decade.ts'
import { parsePoint } from './parse-point.ts'
import { yearAfter } from './parse-year.ts'
import type { ParsedTime } from './parsed-time.ts'
import type { Point } from './point.ts'
import { linkAt } from './range-link.ts'

/** "from 2012 to 2015", "between May and July 2023", "2-5 May", "May 2-5", "1939–1945", "4pm-5pm"; `known` is the point at `start`. */
export function ranged(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  known: Point | undefined,
  look: TimeLookup,
): ParsedTime | undefined {
  const lead = start > at ? lx[at]!.lower : ''
  const first = known ?? (start > at ? parsePoint(lx, start, look) : undefined)
  if (first && !(first.clock && !isDated(first)))
    return dateRange(lx, at, start, first, lead, look) ?? centuryRange(lx, at, start, lead, look)
  return (
    (first ? undefined : (dayRange(lx, at, start, lead, look) ?? centuryRange(lx, at, start, lead, look))) ??
    clocks(at, parseClockRange(lx, start, lead, look))
  )
}

export const clocks = (at: number, range: ClockRange | undefined): ParsedTime | undefined =>
  range && { type: 'clocks', at, ...range }

function dateRange(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  first: Point,
  lead: string,
  look: TimeLookup,
): ParsedTime | undefined {
  // "from May 3, 2017, until June 4, 2018"
  const comma = lead && first.year !== undefined && lx[first.next]?.lower === ',' ? 1 : 0
  const link = linkAt(lx, first.next + comma, lead) || slashAt(lx, first)
  if (!link) return undefined
  const second = rangeEnd(lx, link, first, look)
  if (!second || (second.point.century !== undefined && first.day !== undefined)) return undefined
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

/** "from the 15th to the 19th century" */
function centuryRange(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  lead: string,
  look: TimeLookup,
): ParsedTime | undefined {
  const first = lx[start]?.lower === 'the' ? start + 1 : start
  if (!lx[first] || !look.numerals.mayBegin(lx[first]!)) return undefined
  const numeral = look.numerals.parse(lx, first)
  const link = numeral?.form === 'ordinal' ? linkAt(lx, numeral.next, lead) : 0
  const to = link ? century(lx, link, look) : undefined
  if (!numeral || !to || to.bc || numeral.value > 22) return undefined
  const from: Point = { next: numeral.next, century: (numeral.value - 1) * 100 }
  if (from.century! >= to.century!) return undefined
  return {
    type: 'range',
    at,
    next: to.next,
    from,
    to,
    parts: [
      { at: start, point: from },
      { at: link, point: to },
    ],
  }
}

export const isDated = (point: Point): boolean =>
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
    if (/^\d{2}$/.test(text) && (!gap || isHyphen(lx[at - 1])) && value > first.year! % 100) {
      return { point: { next: at + 1, year: Math.floor(first.year! / 100) * 100 + value }, whole: true }
    }
    // "c. 314 – 368"
    if (/^\d{3}$/.test(text) && first.year! < 1000 && value > first.year! && value < first.year! + LIFE)
      return { point: { next: at + 1, year: value }, whole: true }
    // "from 2004 to 2010" where the second number would not be a year by itself
    if (!second && /^\d{4}$/.test(text) && value > first.year! && value <= 2100) {
      return { point: { next: at + 1, year: value }, whole: true }
    }
  }
  return second && { point: second, whole: true }
}

/** Years between the ends of a life or a reign. */
const LIFE = 120

/** "the 2023/24 season": behind the slash, where the next year follows. */
function slashAt(lx: readonly Lexeme[], first: Point): number {
  const [slash, number] = [lx[first.next], lx[first.next + 1]]
  const isNext = number?.kind === 'number' && !number.gap && /^\d\d$/.test(number.text)
  return slash?.lower === '/' && !slash.gap && isNext && isPlainYear(first) && number.value === (first.year! + 1) % 100
    ? first.next + 1
    : 0
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
