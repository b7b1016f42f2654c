import type { Lexeme } from '../amounts/lexemes.ts'
import { UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import { byDay } from './parse-day-word.ts'
import { shifted, weekdaysOn } from './parse-shift.ts'
import { afterAnother, turned, withWeek } from './parse-turn.ts'
import type { Point } from './point.ts'

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u

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
    weekOnDay(lx, at, look) ??
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

/** "a week on Tuesday" */
function weekOnDay(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  if (lx[at]!.lower !== 'a' || lx[at + 1]?.lower !== 'week' || lx[at + 2]?.lower !== 'on') return undefined
  const weekday = look.weekdays.get(lx[at + 3]?.lower ?? '')
  return weekday === undefined ? undefined : { next: at + 4, weekday, weekdaysOn: 2 }
}

/** "Friday", not "the Sunday Times" or "Bloody Sunday". */
function weekdayAlone(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const word = lx[at]!
  const weekday = look.weekdays.get(word.lower)
  if (weekday === undefined) return undefined
  const before = lx[at - 1]
  const after = lx[at + 1]
  if (after?.gap && UPPER.test(after.text) && look.weekdayNames.has(after.lower)) return undefined
  if (
    before &&
    word.gap &&
    at > 1 &&
    CAPITALISED.test(before.text) &&
    !look.months.has(before.lower) &&
    /^(?:Black|Bloody|Super|Good|Sheffield|Ruby|Cyber|Holy|Easter|Palm|Ash|Casual|Giving|Small|Taco|Wednesday|Red|Sad|Blue)$/.test(
      before.text,
    )
  )
    return undefined
  if (word.text === word.lower && word.lower.length < 5) return undefined
  // "on Tuesday week": the one after the next
  const behind = lx[at + 2]
  if (after?.lower === 'week' && before?.lower === 'on' && (!behind || behind.kind === 'mark'))
    return { next: at + 2, weekday, weekdaysOn: 2 }
  return { next: at + 1, weekday, ...withWeek(lx, at + 1, look) }
}

/** "the weekend", "at the weekend" */
function weekendAlone(lx: readonly Lexeme[], at: number, _look: TimeLookup): Point | undefined {
  const from = /^(?:the|my|on|at)$/.test(lx[at]?.lower ?? '') ? at + 1 : at
  if (from === at || lx[from]?.lower !== 'weekend') return undefined
  return { next: from + 1, turn: { unit: 'weekend', by: 0, base: 'publication' } }
}
