import type { Lexeme } from '../amounts/lexemes.ts'
import { UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import { monthAt } from './parse-day.ts'
import { type Duration, parseDuration } from './parse-duration.ts'
import { isDayLike, parseDate, wholeUnit } from './parse-point.ts'
import type { PlacedPoint, Point, Step } from './point.ts'

/** A length within a time or up to it. */
export interface Stretch {
  readonly steps: readonly Step[]
  /** Its first part, its last one, or what ends with it. */
  readonly side: 'first' | 'last' | 'until'
  readonly part: PlacedPoint
  readonly next: number
}

/** "the first nine months of 2025", "the last two weeks of May"; "the nine months to September", "the year ended 30 June"; `here` is the duration that begins at `at`, if any. */
export function parseStretch(
  lx: readonly Lexeme[],
  at: number,
  here: Duration | undefined,
  look: TimeLookup,
): Stretch | undefined {
  const start = lx[at]!.lower === 'the' ? at + 1 : at
  const side = SIDES[lx[start]?.lower ?? '']
  if (side) return within(lx, start + 1, side, look)
  return upTo(lx, at, start, here, look)
}

const SIDES: Readonly<Record<string, 'first' | 'last' | undefined>> = Object.assign(Object.create(null), {
  first: 'first',
  opening: 'first',
  last: 'last',
  final: 'last',
  closing: 'last',
})

function within(lx: readonly Lexeme[], at: number, side: 'first' | 'last', look: TimeLookup): Stretch | undefined {
  const duration = parseDuration(lx, at, look)
  if (!duration || duration.few || !/^(?:of|in)$/.test(lx[duration.next]?.lower ?? '')) return undefined
  const from = duration.next + 1
  const point = parseDate(lx, from, look) ?? wholeUnit(lx, from, look)
  return point && !isDayLike(point) && !point.shift && !point.window
    ? { steps: duration.steps, side, part: { at: from, point }, next: point.next }
    : undefined
}

function upTo(
  lx: readonly Lexeme[],
  at: number,
  start: number,
  here: Duration | undefined,
  look: TimeLookup,
): Stretch | undefined {
  const fiscal = start > at && /^(?:fiscal|financial|business|tax)$/.test(lx[start]?.lower ?? '') ? 1 : 0
  const unit = start > at ? look.units.get(lx[start + fiscal]?.lower ?? '') : undefined
  const counted =
    start === at ? here : lx[start] && look.numerals.mayBegin(lx[start]) ? parseDuration(lx, start, look) : undefined
  const duration = unit ? { steps: [{ count: 1, unit }], few: false, next: start + fiscal + 1 } : counted
  if (!duration || duration.few) return undefined
  let from = duration.next
  const link = lx[from]?.lower ?? ''
  const isTo = link === 'to' && (start > at || /^(?:in|for|over|during)$/.test(lx[at - 1]?.lower ?? ''))
  if (!isTo && !/^(?:ended|ending|through)$/.test(link)) return undefined
  from++
  if (/^(?:in|on|with)$/.test(lx[from]?.lower ?? '')) from++
  const point = parseDate(lx, from, look) ?? monthOnly(lx, from, look)
  if (point?.month === undefined && point?.quarter === undefined) return undefined
  return { steps: duration.steps, side: 'until', part: { at: from, point }, next: point.next }
}

/** "June" behind "to", where a name could stand elsewhere */
function monthOnly(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const month = UPPER.test(lx[at]?.text ?? '') ? monthAt(lx, at, look) : undefined
  return month && { next: month.next, month: month.value }
}
