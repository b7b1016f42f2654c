import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { hourAt, parseClock } from './parse-clock.ts'
import { type Duration, parseDuration } from './parse-duration.ts'
import { isDayLike, parsePoint } from './parse-point.ts'
import type { PlacedPoint, Point, Step } from './point.ts'

/** A stretch told by its beginning and its length. */
export interface Span {
  readonly start: PlacedPoint
  readonly steps: readonly Step[]
  readonly next: number
}

/** "three days starting on Monday", "for 2 hours from 2pm": what stands behind a duration at `at`. */
export function lengthFirst(lx: readonly Lexeme[], at: number, duration: Duration, look: TimeLookup): Span | undefined {
  if (duration.few) return undefined
  const comma = lx[duration.next]?.lower === ',' ? 1 : 0
  let next = duration.next + comma
  const word = lx[next]?.lower ?? ''
  // "three days from Monday" is Thursday, "for three days from Monday" is not
  const isFrom = word === 'from' && (comma === 1 || lx[at - 1]?.lower === 'for')
  if (!isFrom && !STARTING.test(word)) return undefined
  next++
  if (!isFrom && /^(?:from|on|at|in)$/.test(lx[next]?.lower ?? '')) next++
  return withStart(lx, next, duration, look)
}

const STARTING = /^(?:starting|beginning|commencing)$/

function withStart(lx: readonly Lexeme[], at: number, { steps }: Duration, look: TimeLookup): Span | undefined {
  const point = startAt(lx, at, steps, look)
  return point && { start: { at, point }, steps, next: point.next }
}

/** A day or a time of day; a bare hour only for hours and minutes. */
function startAt(lx: readonly Lexeme[], at: number, steps: readonly Step[], look: TimeLookup): Point | undefined {
  const point = parsePoint(lx, at, look)
  if (point) return point.clock || isDayLike(point) || point.month !== undefined ? point : undefined
  const hour = steps.every(({ unit }) => unit === 'hour' || unit === 'minute') ? hourAt(lx, at, look) : undefined
  return hour && { next: hour.next, clock: hour.clock }
}

/** "from 10 am for three hours"; `date` stands before it */
export function fromFor(lx: readonly Lexeme[], at: number, look: TimeLookup, date?: Point): Span | undefined {
  const clock = parseClock(lx, at + 1, look) ?? hourAt(lx, at + 1, look)
  const point = (date ? undefined : parsePoint(lx, at + 1, look)) ?? (clock && { next: clock.next, clock: clock.clock })
  if (!point || lx[point.next]?.lower !== 'for') return undefined
  const duration = parseDuration(lx, point.next + 1, look)
  if (!duration || duration.few) return undefined
  if (!point.clock && !isDayLike(point)) return undefined
  return { start: { at: at + 1, point: { ...date, ...point } }, steps: duration.steps, next: duration.next }
}

/** "14 February for 7 hours from 9:30" */
export function forFrom(lx: readonly Lexeme[], at: number, look: TimeLookup, date: Point): Span | undefined {
  const duration = lx[at]?.lower === 'for' ? parseDuration(lx, at + 1, look) : undefined
  if (!duration || duration.few || lx[duration.next]?.lower !== 'from') return undefined
  const clock = parseClock(lx, duration.next + 1, look)
  if (!clock) return undefined
  const point = { ...date, clock: clock.clock, next: clock.next }
  return { start: { at: duration.next + 1, point }, steps: duration.steps, next: clock.next }
}
