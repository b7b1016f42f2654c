import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import { UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import type { Clock } from './point.ts'

/** Hours of a day, the second one excluded. */
export type Hours = readonly [from: number, below: number]

interface FoundPart {
  readonly hours: Hours
  readonly next: number
}

/** "morning", "evenings"; "early morning" is its first half, "late-night" its second. */
export function dayPartAt(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundPart | undefined {
  const lead = lx[at]?.lower
  if ((lead === 'early' || lead === 'small') && lx[at + 1]?.lower === 'hours')
    return { hours: EARLY_HOURS, next: at + 2 }
  const half = lead === 'early' || lead === 'late' ? lead : undefined
  let next = half ? at + 1 : at
  if (half && isHyphen(lx[next])) next++
  const hours = look.words.dayParts[lx[next]?.lower ?? '']
  if (!hours || (half === undefined && lx[next]!.text !== lx[next]!.lower && next > 0 && isName(lx, next)))
    return undefined
  const middle = (hours[0] + hours[1]) / 2
  return { hours: half === 'early' ? [hours[0], middle] : half ? [middle, hours[1]] : hours, next: next + 1 }
}

/** "the early hours of Sunday" */
const EARLY_HOURS: Hours = [0, 6]

/** "the Evening Standard" */
const isName = (lx: readonly Lexeme[], at: number): boolean => UPPER.test(lx[at + 1]?.text ?? '')

/** Behind a time of day or a date: "in the morning", ", in the late evening", "at night", "lunchtime". */
export function partBehind(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundPart | undefined {
  let next = at
  if (lx[next]?.lower === ',') next++
  if (lx[next]?.lower === 'in' && lx[next + 1]?.lower === 'the') next += 2
  else if (lx[next]?.lower === 'at' && /^night/.test(lx[next + 1]?.lower ?? '')) next++
  else if (next > at) return undefined
  return dayPartAt(lx, next, look)
}

/** "AM" and "PM" behind a date stand for its morning and its afternoon. */
export function halfBehind(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundPart | undefined {
  const half = halfOfDay(lx, at)
  return half && { hours: look.words.dayParts[half.pm ? 'afternoon' : 'morning']!, next: half.next }
}

/** "am", "p.m.", "p m" */
export function halfOfDay(lx: readonly Lexeme[], at: number): { pm: boolean; next: number } | undefined {
  const word = lx[at]?.lower
  if (word === 'am' || word === 'pm') return { pm: word === 'pm', next: at + 1 }
  if ((word === 'a' || word === 'p') && lx[at + 1]?.lower === '.' && lx[at + 2]?.lower === 'm')
    return { pm: word === 'p', next: lx[at + 3]?.lower === '.' && lx[at + 3]?.gap === false ? at + 4 : at + 3 }
  if ((word === 'a' || word === 'p') && lx[at + 1]?.lower === 'm') return { pm: word === 'p', next: at + 2 }
  return undefined
}

/** The hour in the first or second half of the day. */
export const shifted = (clock: Clock, pm: boolean): Clock => ({
  ...clock,
  hour: pm ? (clock.hour < 12 ? clock.hour + 12 : clock.hour) : clock.hour === 12 ? 0 : clock.hour,
  vague: false,
})

/** The hour as a part of the day means it: "12 at night" is midnight, "1 at lunchtime" 13:00, "2 at night" 02:00. */
export function hourIn(clock: Clock, [from, below]: Hours): Clock {
  if (clock.hour > 12) return { ...clock, vague: false }
  if (below <= 12) return shifted(clock, false)
  if (from >= 12 && below <= 20) return shifted(clock, true)
  const away = (hour: number) => Math.min(Math.abs(hour - (from + below) / 2), 24 - Math.abs(hour - (from + below) / 2))
  const [am, pm] = [shifted(clock, false), shifted(clock, true)]
  return away(pm.hour) < away(am.hour) ? pm : am
}
