import { toDay, toYmd, weekdayOf } from './calendar.ts'
import type { Context } from './context.ts'
import type { Point } from './point.ts'
import { resolve } from './resolve.ts'

interface Ends {
  readonly from: Point
  readonly to: Point
}

/** The ends of a range with the years and days that one gives the other: "25 October to 25 January", "from Thursday to Sunday". */
export function rangeEnds({ from, to }: Ends, context: Context): Ends {
  if (isYearless(from) && isYearless(to) && context.direction() > 0) return upToComing({ from, to }, context)
  return { from, to: followed({ from, to }, context) }
}

const isYearless = ({ month, year, yearTurn, turn, weekday }: Point): boolean =>
  month !== undefined && year === undefined && yearTurn === undefined && turn === undefined && weekday === undefined

/** What is to run "from 23 January to 9 March" may have begun: its end is to come. */
function upToComing({ from, to }: Ends, context: Context): Ends {
  const end = resolve(to, context)
  if (!end?.from) return { from, to }
  const year = Number(end.from.slice(0, 4))
  const isAfter = from.month! > to.month! || (from.month === to.month && (from.day ?? 0) > (to.day ?? 31))
  const derived = end.anchor
  return { from: { ...from, year: isAfter ? year - 1 : year, derived }, to: { ...to, year, derived } }
}

/** The second end comes after the first. */
function followed({ from: first, to }: Ends, context: Context): Point {
  const from = resolve(first, context)
  if (!from?.from) return to
  if (to.weekday !== undefined && to.day === undefined && to.weekTurn === undefined && from.precision === 'day')
    return { ...dayAfter(from.from, to.weekday), next: to.next, derived: from.anchor }
  if (to.year !== undefined || to.yearTurn !== undefined || to.month === undefined || first.month === undefined)
    return to
  const year = Number(from.from.slice(0, 4))
  const { weekday: _weekday, ...date } = to
  return { ...date, year: to.month < first.month ? year + 1 : year, derived: from.anchor }
}

/** The first such weekday after a day. */
function dayAfter(prefix: string, weekday: number): Omit<Point, 'next'> {
  const day = toDay(...(prefix.slice(0, 10).split('-').map(Number) as [number, number, number]))
  return toYmd(day + ((weekday - weekdayOf(day) + 6) % 7) + 1)
}
