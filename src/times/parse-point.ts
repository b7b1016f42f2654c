import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/parse-term.ts'
import type { TimeLookup } from './lookup.ts'
import { parseCalendar } from './parse-calendar.ts'
import { type FoundClock, parseClock, partOfDay, shifted } from './parse-clock.ts'
import { dayAt } from './parse-day.ts'
import { parseRelative } from './parse-relative.ts'
import type { Point } from './point.ts'

/** A date or a time of day or both: "late 2024", "Thursday morning", "8pm on Friday", "27 April 2026 at 15:00". */
export function parsePoint(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const date = parseDate(lx, at, look)
  if (date) return withClock(lx, date, look)
  const clock = parseClock(lx, at, look)
  return clock ? withDate(lx, clock, look) : undefined
}

/** A date without a time of day. */
export function parseDate(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const part = look.parts.match(lx, at)
  if (part) {
    const the = lx[part.next]?.lower === 'the' || lx[part.next]?.lower === 'this' ? 0 : 0
    const hyphen = isHyphen(lx[part.next]) ? 1 : 0
    const from = part.next + the + hyphen
    const inner = parseCalendar(lx, from, look) ?? parseRelative(lx, from, look)
    if (inner && !inner.window && !inner.side && inner.days === undefined) {
      return inner.shift || inner.clock
        ? undefined
        : inner.day !== undefined || inner.weekday !== undefined
          ? { ...inner }
          : { ...inner, part: part.value }
    }
  }
  return parseCalendar(lx, at, look) ?? parseRelative(lx, at, look) ?? dayOfMonth(lx, at, look)
}

/** "on the 21st": an ordinal in digits that stands for a day. */
function dayOfMonth(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  if (lx[at]?.lower !== 'the' || lx[at + 1]?.kind !== 'number') return undefined
  if (!/^(?:on|by|until|since|till|from|before|after|for|of|to)$/.test(lx[at - 1]?.lower ?? '')) return undefined
  const day = dayAt(lx, at + 1, look)
  if (!day?.ordinal) return undefined
  const after = lx[day.next]
  return !after || after.kind === 'mark' || /^(?:and|at|in|for|to|of|when|as|until)$/.test(after.lower)
    ? after?.lower === 'of'
      ? undefined
      : { next: day.next, day: day.value }
    : undefined
}

/** A time of day or a part of it behind a date. */
function withClock(lx: readonly Lexeme[], date: Point, look: TimeLookup): Point {
  if (date.clock || !isDayLike(date)) return date
  let { next } = date
  const part = look.words.dayParts[lx[next]?.lower ?? '']
  let dayPart = date.dayPart
  if (part && lx[next]!.gap) {
    next++
    dayPart = part
  } else {
    const inThe = partOfDay(lx, next, look)
    if (inThe && lx[next]?.lower !== ',' && inThe.next > next + 1) {
      next = inThe.next
      dayPart = inThe.hours
    }
  }
  const from = connector(lx, next)
  const clock = parseClock(lx, from, look) ?? (dayPart ? undefined : undefined)
  if (!clock || (from > next && lx[from - 1]!.lower === 'by' && false))
    return { ...date, next, ...(dayPart ? { dayPart } : {}) }
  const hour = dayPart && clock.clock.vague ? shifted(clock.clock, dayPart[0] >= 12) : clock.clock
  return { ...date, next: clock.next, clock: hour }
}

const connector = (lx: readonly Lexeme[], at: number): number => {
  let next = at
  for (let count = 0; count < 2 && /^(?:at|around|about|,|@|-|–|—)$/.test(lx[next]?.lower ?? ''); count++) next++
  return next
}

const isDayLike = (point: Point): boolean =>
  point.days !== undefined ||
  point.day !== undefined ||
  point.weekday !== undefined ||
  point.holiday !== undefined ||
  point.turn?.unit === 'day'

/** A date behind a time of day: "8pm on Friday", "3:30 p.m., May 2". */
function withDate(lx: readonly Lexeme[], { clock, next }: FoundClock, look: TimeLookup): Point {
  const alone: Point = { next, clock }
  let from = next
  if (lx[from]?.lower === ',') from++
  if (lx[from]?.lower === 'on' || lx[from]?.lower === 'in') from++
  if (from === next && lx[from] && !lx[from]!.gap) return alone
  const date = parseDate(lx, from, look)
  if (!date || date.clock || !isDayLike(date) || date.shift) return alone
  const part = date.dayPart ?? look.words.dayParts[lx[date.next]?.lower ?? '']
  const isNamedPart = !date.dayPart && part
  return {
    ...date,
    next: isNamedPart ? date.next + 1 : date.next,
    clock: part && clock.vague ? shifted(clock, part[0] >= 12) : clock,
  }
}
