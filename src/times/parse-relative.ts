import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { parseCalendar } from './parse-calendar.ts'
import { dayOfMonth } from './parse-day.ts'
import { parseDuration } from './parse-duration.ts'
import type { Point } from './point.ts'

/** A time counted from another: "today", "last week", "the following day", "two years ago", "a month later", "Friday", "in 3 weeks". */
export function parseRelative(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  if (!lx[at]) return undefined
  return (
    named(lx, at, look) ??
    byDay(lx, at, look) ??
    sided(lx, at, look) ??
    turned(lx, at, look) ??
    afterAnother(lx, at, look) ??
    shifted(lx, at, look) ??
    weekdaysOn(lx, at, look) ??
    weekdayAlone(lx, at, look) ??
    weekendAlone(lx, at, look)
  )
}

/** "9/11"; wars only behind a preposition, for elsewhere they are events. */
function named(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const found = look.named.match(lx, at)
  if (!found) return undefined
  if (lx[at]!.kind === 'number') return { next: found.next, named: found.value }
  const before = lx[at - 1]?.lower === 'the' ? lx[at - 2]?.lower : lx[at - 1]?.lower
  return /^(?:during|before|after|since|until|in|of|from|to|by|following|post|pre|-)$/.test(before ?? '')
    ? { next: found.next, named: found.value }
    : undefined
}

/** "today", "the day before yesterday", "the day after tomorrow" */
function byDay(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const article = lx[at]?.lower === 'the' ? 1 : 0
  const word = lx[at + article]?.lower ?? ''
  if (word === 'day') {
    const side = lx[at + article + 1]?.lower
    const days = look.words.days[lx[at + article + 2]?.lower ?? '']
    if (days !== undefined && (side === 'before' || side === 'after'))
      return { next: at + article + 3, days: days + (side === 'before' ? -1 : 1) }
  }
  if (article) return undefined
  const days = look.words.days[word]
  if (days === undefined) return undefined
  return { next: at + 1, days, ...(word === 'tonight' ? { dayPart: [20, 24] as const } : {}) }
}

/** "earlier this year", "later in the month", "the rest of the week" */
function sided(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  let next = at
  if (lx[next]?.lower === 'the') next++
  const word = lx[next]?.lower
  if (word === 'rest' || word === 'remainder') {
    next++
    if (lx[next]?.lower === 'of') next++
    if (!/^(?:the|my|this|our|your)$/.test(lx[next]?.lower ?? '')) return undefined
    next++
    if (/^(?:current)$/.test(lx[next]?.lower ?? '')) next++
    const unit = look.units.get(lx[next]?.lower ?? '')
    return unit === 'week' || unit === 'month' || unit === 'year' || unit === 'decade' || unit === 'day'
      ? { next: next + 1, side: 'after', turn: { unit, by: 0, base: 'publication' } }
      : undefined
  }
  if (word !== 'earlier' && word !== 'later') return undefined
  next++
  const inThe = lx[next]?.lower === 'in' && /^(?:the|this)$/.test(lx[next + 1]?.lower ?? '')
  const turn = inThe ? { value: 0, next: next + 2 } : look.turns.match(lx, next)
  if (turn?.value !== 0) {
    const days = look.words.days[lx[next]?.lower ?? '']
    return days !== undefined ? { next: next + 1, days } : undefined
  }
  const unit = look.units.get(lx[turn.next]?.lower ?? '')
  if (unit === undefined) return undefined
  const side = word === 'earlier' ? 'before' : 'after'
  const whole: Point = { next: turn.next + 1, turn: { unit, by: 0, base: 'publication' } }
  return { ...whole, side, ...(inThe ? {} : { core: { at: next, point: whole } }) }
}

/** "last week", "this Friday", "next June", "the past three weeks", "last night", "Friday next week" */
function turned(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const turn =
    look.turns.match(lx, at) ?? (/^(?:in|over|during|for|within)$/.test(lx[at]?.lower ?? '') ? undefined : undefined)
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
function withWeek(lx: readonly Lexeme[], at: number, look: TimeLookup): Partial<Point> {
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
function afterAnother(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const from = lx[at]?.lower === 'the' ? at + 1 : at
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

/** "two years ago", "a month later", "five days before the vote", "in 3 weeks", "two days from tomorrow", "within 10 days" */
function shifted(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const lead = lx[at]?.lower
  const preposition = (lead === 'in' || lead === 'within') && lx[at + 1]?.kind !== 'mark' ? 1 : 0
  const the = preposition && lx[at + 1]?.lower === 'the' ? 1 : 0
  const turn = preposition ? look.turns.match(lx, at + 1) : undefined
  if (turn && turn.value === 0) return undefined
  const duration =
    parseDuration(lx, turn?.next ?? at + preposition + the, look) ?? bareUnits(lx, at + preposition, look)
  if (!duration) return undefined
  const { steps, few, next } = duration
  const business = 'business' in duration && duration.business
  if (lead === 'within') return { next, window: { steps, sign: turn?.value === -1 ? -1 : 1, few, fromToday: true } }
  if (lx[next - 2]?.lower === 'recent') return { next, window: { steps, sign: -1, few } }
  if (turn) return { next, window: { steps, sign: turn.value === -1 ? -1 : 1, few } }
  const ago = look.ago.match(lx, next)
  if (ago && !(lx[next]!.lower === 'back' && few === false && steps.length > 1))
    return { next: ago.next, shift: { steps, few, sign: -1, base: 'publication' } }
  const from = lx[next]?.lower
  const edge = from === 'from' || from === 'after' || from === 'before'
  const other = edge ? byDay(lx, next + 1, look) : undefined
  if (other) return { next: other.next, shift: { steps, few, sign: from === 'before' ? -1 : 1, base: other } }
  const now = look.fromNow.match(lx, next)
  if (now && !(lx[next]!.lower === 'out' || lx[next]!.lower === 'on'))
    return { next: now.next, shift: { steps, few, sign: 1, base: 'publication' } }
  if (preposition)
    return { next, shift: { steps, few, sign: 1, base: 'publication', ...(business ? { business } : {}) } }
  if (lx[next]?.lower === 'on') return undefined
  const later = look.later.match(lx, next)
  if (later) return { next: later.next, shift: { steps, few, sign: 1, base: 'document' } }
  const earlier = look.earlier.match(lx, next)
  if (earlier) return { next: earlier.next, shift: { steps, few, sign: -1, base: 'document' } }
  if (from === 'before' || from === 'after') {
    const date = parseCalendar(lx, next + 1, look)
    if (date) return { next: date.next, shift: { steps, few, sign: from === 'before' ? -1 : 1, base: date } }
  }
  return undefined
}

/** "two Sundays ago", "three Mondays from now" */
function weekdaysOn(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  if (!look.numerals.mayBegin(lx[at]!)) return undefined
  const numeral = look.numerals.parse(lx, at)
  if (numeral?.form !== 'cardinal' || !(numeral.value > 0 && numeral.value <= 20)) return undefined
  const weekday = look.weekdays.get(lx[numeral.next]?.lower.replace(/s$/, '') ?? '')
  if (weekday === undefined) return undefined
  const side =
    look.ago.match(lx, numeral.next + 1) ??
    look.fromNow.match(lx, numeral.next + 1) ??
    look.later.match(lx, numeral.next + 1)
  return side && { next: side.next, weekday, weekdaysOn: side.value * numeral.value }
}

/** "years later", "days earlier", "months ago" */
function bareUnits(
  lx: readonly Lexeme[],
  at: number,
  look: TimeLookup,
): { steps: { count: number; unit: 'day' }[]; few: true; next: number } | undefined {
  const unit = look.units.get(lx[at]?.lower ?? '')
  if (!unit || !/s$/.test(lx[at]!.lower)) return undefined
  if (
    !(look.ago.match(lx, at + 1) || look.later.match(lx, at + 1) || look.earlier.match(lx, at + 1)) ||
    lx[at + 1]!.lower === 'on'
  )
    return undefined
  return { steps: [{ count: 1, unit: unit as 'day' }], few: true, next: at + 1 }
}

/** "Friday", not "the Sunday Times" or "Bloody Sunday". */
function weekdayAlone(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const word = lx[at]!
  const weekday = look.weekdays.get(word.lower)
  if (weekday === undefined) return undefined
  const before = lx[at - 1]
  const after = lx[at + 1]
  if (after?.gap && /^\p{Lu}/u.test(after.text) && look.weekdayNames.has(after.lower)) return undefined
  if (
    before &&
    word.gap &&
    at > 1 &&
    /^\p{Lu}\p{Ll}+$/u.test(before.text) &&
    !look.months.has(before.lower) &&
    /^(?:Black|Bloody|Super|Good|Sheffield|Ruby|Cyber|Holy|Easter|Palm|Ash|Casual|Giving|Small|Taco|Wednesday|Red|Sad|Blue)$/.test(
      before.text,
    )
  )
    return undefined
  if (word.text === word.lower && word.lower.length < 5) return undefined
  return { next: at + 1, weekday, ...withWeek(lx, at + 1, look) }
}

/** "the weekend", "at the weekend" */
function weekendAlone(lx: readonly Lexeme[], at: number, _look: TimeLookup): Point | undefined {
  const from = /^(?:the|my|on|at)$/.test(lx[at]?.lower ?? '') ? at + 1 : at
  if (from === at || lx[from]?.lower !== 'weekend') return undefined
  return { next: from + 1, turn: { unit: 'weekend', by: 0, base: 'publication' } }
}
