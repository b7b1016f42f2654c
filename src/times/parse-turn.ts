import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { parseCalendar } from './parse-calendar.ts'
import { dayOfMonth } from './parse-day.ts'
import { parseDuration } from './parse-duration.ts'
import type { Point } from './point.ts'

/** "last week", "this Friday", "next June", "the past three weeks", "last night", "Friday next week" */
export function turned(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const turn = look.turns.match(lx, at)
  if (!turn) return followingOrSame(lx, at, look)
  const { value: by, next } = turn
  // "will last three days"
  if (by < 0 && VERB_BEFORE.test(lx[at - 1]?.lower ?? '') && !look.units.has(lx[next]?.lower ?? '')) return undefined
  const word = lx[next]?.lower ?? ''
  const unit = look.units.get(word)
  if (unit) return turnedUnit(lx, at, by, next, look)
  const weekday = look.weekdays.get(word)
  // "next Friday" is in the next week, "the next Friday" the first to come
  const first = by === 1 && lx[at]!.lower === 'the'
  if (weekday !== undefined)
    return { next: next + 1, weekday, weekTurn: first ? 2 : by, ...withWeek(lx, next + 1, look) }
  const season = look.words.seasons[word]
  if (season) return { next: next + 1, season, yearTurn: by }
  const month = look.months.get(word)
  if (month !== undefined) return { next: next + 1, month, monthTurn: by }
  const part = look.words.dayParts[word]
  if (part && by === 0) return { next: next + 1, days: 0, dayPart: part }
  const duration = by === 0 ? undefined : parseDuration(lx, next, look)
  if (duration && !duration.single)
    return { next: duration.next, window: { steps: duration.steps, sign: by === 1 ? 1 : -1, few: duration.few } }
  return undefined
}

const VERB_BEFORE =
  /^(?:will|would|to|and|can|could|may|might|must|should|shall|not|they|it|which|that|'ll|do|does|did)$/

function turnedUnit(
  lx: readonly Lexeme[],
  at: number,
  by: -1 | 0 | 1,
  next: number,
  look: TimeLookup,
): Point | undefined {
  const word = lx[next]!.lower
  const unit = look.units.get(word)!
  if (word === 'night' && by !== 1) return { next: next + 1, days: by, dayPart: [20, 24] }
  if (word === 'night') return { next: next + 1, days: 1, dayPart: [20, 24] }
  if (unit === 'second' || unit === 'minute' || unit === 'hour')
    return by === 0 ? undefined : { next: next + 1, window: { steps: [{ count: 1, unit }], sign: by, few: false } }
  // "the last days of his life"
  if (/[^s]s$/.test(word))
    return by === 0 ? undefined : { next: next + 1, window: { steps: [{ count: 3, unit }], sign: by, few: true } }
  const article = /^(?:the)$/.test(lx[at]!.lower)
  if (article && /^(?:past)$/.test(lx[at + 1]?.lower ?? '') && unit !== 'weekend')
    return { next: next + 1, window: { steps: [{ count: 1, unit }], sign: -1, few: false } }
  if (article && lx[next + 1]?.lower === 'of') return undefined
  if (unit === 'day' && article && lx[at + 1]?.lower === 'next')
    return { next: next + 1, turn: { unit, by: 1, base: 'document' } }
  const onDay = unit === 'week' ? weekdayBehind(lx, next + 1, look) : undefined
  if (onDay) return { next: onDay.next, weekday: onDay.weekday, turn: { unit, by, base: 'publication' } }
  return {
    next: next + 1,
    turn: { unit, by, base: article && lx[at + 1]?.lower === 'next' ? 'document' : 'publication' },
  }
}

/** "next week on Friday", "this week Friday" */
function weekdayBehind(
  lx: readonly Lexeme[],
  at: number,
  look: TimeLookup,
): { weekday: number; next: number } | undefined {
  const next = lx[at]?.lower === 'on' ? at + 1 : at
  const weekday = look.weekdays.get(lx[next]?.lower ?? '')
  return weekday === undefined ? undefined : { weekday, next: next + 1 }
}

/** "Friday next week", "Sunday of last week" */
export function withWeek(lx: readonly Lexeme[], at: number, look: TimeLookup): Partial<Point> {
  const from = lx[at]?.lower === 'of' || lx[at]?.lower === ',' ? at + 1 : at
  const turn = look.turns.match(lx, from)
  if (turn && look.units.get(lx[turn.next]?.lower ?? '') === 'week')
    return { next: turn.next + 1, weekTurn: 0, turn: { unit: 'week', by: turn.value, base: 'publication' } }
  return {}
}

/** "the following month", "that year", "the same week": counted from the last time the document named. */
function followingOrSame(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const found = look.following.match(lx, at) ?? look.same.match(lx, at)
  if (!found) return undefined
  const word = lx[found.next]?.lower ?? ''
  const unit = look.units.get(word)
  const part = look.words.dayParts[word]
  if (part && word !== 'dawn')
    return { next: found.next + 1, turn: { unit: 'day', by: found.value, base: 'document' }, dayPart: part }
  const weekday = look.weekdays.get(word)
  if (weekday !== undefined && found.value === 1)
    return { next: found.next + 1, weekday, weekTurn: 1, turn: { unit: 'day', by: 0, base: 'document' } }
  if (!unit || unit === 'second' || unit === 'minute' || unit === 'hour' || /[^s]s$/.test(word)) return undefined
  if (lx[found.next + 1]?.lower === '-') return undefined
  return { next: found.next + 1, turn: { unit, by: found.value, base: 'document' } }
}

/** "the week after next", "the month after the next" */
export function afterAnother(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const from = lx[at]?.lower === 'the' ? at + 1 : at
  const weekday = from > at ? look.weekdays.get(lx[from]?.lower ?? '') : undefined
  const side = lx[from + 1]?.lower
  // "the Tuesday before"
  if (weekday !== undefined && (side === 'before' || side === 'after') && (lx[from + 2]?.kind ?? 'mark') === 'mark')
    return {
      next: from + 2,
      weekday,
      weekTurn: 1,
      turn: { unit: 'day', by: side === 'before' ? -1 : 0, base: 'document' },
    }
  const unit = look.units.get(lx[from]?.lower ?? '')
  if (!unit || (lx[from + 1]?.lower !== 'after' && lx[from + 1]?.lower !== 'before')) return weekOf(lx, at, look)
  const ends = !lx[from + 2] || lx[from + 2]!.kind === 'mark' || lx[from + 2]!.lower === 'and'
  // "the year before"
  if (from > at && ends && unit !== 'second' && unit !== 'minute' && unit !== 'hour') {
    return { next: from + 2, turn: { unit, by: lx[from + 1]!.lower === 'before' ? -1 : 1, base: 'document' } }
  }
  const the = lx[from + 2]?.lower === 'the' ? 1 : 0
  const word = lx[from + 2 + the]?.lower
  if (lx[from + 1]!.lower === 'after' && word === 'next')
    return { next: from + 3 + the, turn: { unit, by: 2, base: 'publication' } }
  if (lx[from + 1]!.lower === 'before' && word === 'last')
    return { next: from + 3 + the, turn: { unit, by: -2, base: 'publication' } }
  return undefined
}

/** "the week of November 30th", "the week beginning 4 February" */
function weekOf(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const from = lx[at]?.lower === 'the' ? at + 1 : at
  // "w/c 4 February" is the week commencing then
  const short =
    lx[from]?.lower === 'w' && lx[from + 1]?.lower === '/' && lx[from + 2]?.lower === 'c' && !lx[from + 2]!.gap
  if (lx[from]?.lower !== 'week' && !short) return undefined
  let next = short ? from + 3 : from + 1
  if (!short && lx[next]?.lower === 'of') next++
  else if (/^(?:beginning|starting|commencing)$/.test(lx[next]?.lower ?? '')) {
    next++
    if (/^(?:on|from)$/.test(lx[next]?.lower ?? '')) next++
  } else if (!short) return undefined
  const date = parseCalendar(lx, next, look) ?? dayOfMonth(lx, next, look)
  return date?.day !== undefined ? { ...date, turn: { unit: 'week', by: 0, base: 'document' } } : undefined
}
