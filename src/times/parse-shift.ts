import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { parseCalendar } from './parse-calendar.ts'
import { byDay } from './parse-day-word.ts'
import { parseDuration } from './parse-duration.ts'
import type { Point } from './point.ts'

/** "two years ago", "a month later", "five days before the vote", "in 3 weeks", "two days from tomorrow", "within 10 days" */
export function shifted(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const lead = lx[at]?.lower
  const preposition = (lead === 'in' || lead === 'within') && lx[at + 1]?.kind !== 'mark' ? 1 : 0
  const the = preposition && lx[at + 1]?.lower === 'the' ? 1 : 0
  const turn = preposition ? look.turns.match(lx, at + 1) : undefined
  if (turn && turn.value === 0) return undefined
  // "in the six months to June"
  if (lead === 'in' && the && !turn) return undefined
  const duration =
    parseDuration(lx, turn?.next ?? at + preposition + the, look) ?? bareUnits(lx, at + preposition, look)
  if (!duration) return undefined
  const { steps, few, next } = duration
  const business = 'business' in duration && duration.business
  if (lead === 'within') return { next, window: { steps, sign: turn?.value === -1 ? -1 : 1, few, fromToday: true } }
  if (lx[next - 2]?.lower === 'recent') return { next, window: { steps, sign: -1, few } }
  if (turn && lx[next]?.lower === 'of' && parseCalendar(lx, next + 1, look)) return undefined // "in the last three months of 2024"
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
  // "two years later than planned"
  if (later && lx[later.next]?.lower === 'than') return undefined
  if (later) return { next: later.next, shift: { steps, few, sign: 1, base: 'document' } }
  const earlier = look.earlier.match(lx, next)
  if (earlier && lx[earlier.next]?.lower === 'than') return undefined
  if (earlier) return { next: earlier.next, shift: { steps, few, sign: -1, base: 'document' } }
  if (from === 'before' || from === 'after') {
    const date = parseCalendar(lx, next + 1, look)
    if (date) return { next: date.next, shift: { steps, few, sign: from === 'before' ? -1 : 1, base: date } }
  }
  return undefined
}

/** "two Sundays ago", "three Mondays from now" */
export function weekdaysOn(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
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
