import { type Day, easter, nthWeekday, toDay } from './calendar.ts'
import { type Context, publicationYear } from './context.ts'
import { nearestYear } from './nearest-year.ts'
import type { Point, Reading } from './point.ts'
import { ofDay, UNANCHORED } from './reading.ts'

export function onHoliday(point: Point, context: Context): Reading | undefined {
  const at = (year: number): Day | undefined => {
    const rule = point.holiday!
    const moving = /^easter([+-]\d+)$/.exec(rule)
    if (moving) return easter(year) + Number(moving[1])
    const nth = /^(\d\d)-#(\d)-(-?\d)(?:\+(\d))?$/.exec(rule)
    if (nth) {
      const day = nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3]))
      return day === undefined ? undefined : day + Number(nth[4] ?? 0)
    }
    const [month, day] = rule.split('-').map(Number)
    return toDay(year, month!, day!)
  }
  if (point.year !== undefined) return ofDay(at(point.year)!, 'explicit')
  const own = publicationYear(context)
  if (point.yearTurn !== undefined && own !== undefined) return ofDay(at(own + point.yearTurn)!, 'publication')
  if (context.year !== undefined) return ofDay(at(context.year)!, 'document')
  if (own === undefined) return UNANCHORED('day')
  return ofDay(
    at(
      nearestYear(
        (year) => at(year)!,
        (year) => at(year)!,
        context,
      ),
    )!,
    'publication',
  )
}
