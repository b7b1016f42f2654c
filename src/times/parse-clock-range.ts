import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { hourAt, parseClock } from './parse-clock.ts'
import { shifted } from './parse-day-part.ts'
import { isDayLike, parsePoint } from './parse-point.ts'
import type { Clock, Point } from './point.ts'
import { linkAt } from './range-link.ts'

/** Two times of day, and the day they are of where it stands beside them. */
export interface ClockRange {
  readonly from: Clock
  readonly to: Clock
  readonly date?: Point
  readonly next: number
}

/**
 * "4pm-5pm", "from 10:30 to 3 on 2 May", "between 1 and 4 pm"; with `date`, said before it: "Friday between 1pm and 4pm", "Monday 8 to 9".
 * Two bare numbers are hours only where a day stands beside them and nothing is said to change or to be counted.
 */
export function parseClockRange(
  lx: readonly Lexeme[],
  start: number,
  lead: string,
  look: TimeLookup,
  date?: Point,
): ClockRange | undefined {
  const first = parseClock(lx, start, look)
  const low = first ?? hourAt(lx, start, look)
  const link = low && linkAt(lx, low.next, lead)
  return low && link ? rangeTo(lx, link, low.clock, first !== undefined, look, date) : undefined
}

/** The second time of day, at `link`, and the day behind it. */
export function rangeTo(
  lx: readonly Lexeme[],
  link: number,
  low: Clock,
  isFirm: boolean,
  look: TimeLookup,
  date?: Point,
): ClockRange | undefined {
  const second = parseClock(lx, link, look)
  const high = second ?? hourAt(lx, link, look)
  if (!high || high.clock.hour > 24 || low.hour > 24) return undefined
  const isSpaced = lx[link]!.gap
  let { next } = high
  const behind = date ?? dateBehind(lx, next, look)
  if (behind && !date) next = behind.next
  const bare = !isFirm && second === undefined
  if (bare && !(behind && isSpaced && ends(lx, next) && !changes(lx, link, look))) return undefined
  if (!bare && second === undefined && !ends(lx, next)) return undefined
  if (!isFirm && second?.clock.vague !== false && !behind && !/^(?:from|between)$/.test(lx[link - 3]?.lower ?? ''))
    return undefined
  const [from, to] = halves(low, high.clock)
  return { from, to, next, ...(behind ? { date: behind } : {}) }
}

/** What one end leaves out, am or pm, so that the range runs forward and is as short as can be. */
function halves(low: Clock, high: Clock): readonly [Clock, Clock] {
  const open = ({ vague, hour }: Clock) => vague !== false && hour <= 12
  if (open(low) && !open(high)) {
    const sides = [shifted(low, true), shifted(low, false)]
    return [sides.sort((a, b) => length(a, high) - length(b, high))[0]!, high]
  }
  if (open(high) && !(open(low) && length(low, high) <= HALF_DAY)) {
    const sides = [shifted(high, true), shifted(high, false)]
    return [low, sides.sort((a, b) => length(low, a) - length(low, b))[0]!]
  }
  return [low, minutes(high) < minutes(low) ? shifted(high, true) : high]
}

const HALF_DAY = 720
const minutes = ({ hour, minute = 0 }: Clock): number => hour * 60 + minute
const length = (from: Clock, to: Clock): number => (minutes(to) - minutes(from) + 1440) % 1440 || 1440

const ends = (lx: readonly Lexeme[], at: number): boolean => {
  const after = lx[at]
  return (
    !after || (after.kind === 'mark' && /^[.,;:!?)"”]$/.test(after.lower)) || /^(?:on|and|in|for)$/.test(after.lower)
  )
}

/** "rose from 5 to 6 today" */
const changes = (lx: readonly Lexeme[], at: number, look: TimeLookup): boolean =>
  lx.slice(Math.max(0, at - 10), at).some(({ lower }) => look.change.has(lower))

function dateBehind(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const from = /^(?:on|of)$/.test(lx[at]?.lower ?? '') ? at + 1 : at
  const date = parsePoint(lx, from, look)
  return date && !date.clock && isDayLike(date) && date.holiday === undefined ? date : undefined
}
