import { daysIn, isDate, mondayOf, nthWeekday, toDay, toYmd, weekdayOf } from './calendar.ts'
import { type Context, publicationDay, publicationYear } from './context.ts'
import { nearestYear } from './nearest-year.ts'
import type { Point, Reading } from './point.ts'
import { type Anchor, ofDay, ofMonth, ofWeek, UNANCHORED } from './reading.ts'

/** A month, perhaps with a day, without or with a year. */
export function inMonth(point: Point, context: Context): Reading | undefined {
  const { month, day, nth, weekday, monthTurn } = point
  if (month === undefined) return dayOfSomeMonth(point, context)
  if (point.year !== undefined) return dateIn(point.year, point, 'explicit')
  const own = publicationYear(context)
  if (point.yearTurn !== undefined)
    return own === undefined ? UNANCHORED(day ? 'day' : 'month') : dateIn(own + point.yearTurn, point, 'publication')
  if (monthTurn !== undefined) {
    const today = context.reference?.days[0]
    if (today === undefined) return UNANCHORED('month')
    const { year, month: now } = toYmd(today)
    const by = monthTurn === 0 ? year : monthTurn < 0 ? (month < now ? year : year - 1) : month > now ? year : year + 1
    return dateIn(by, point, 'publication')
  }
  // "it rains in May": of no one year
  if (day === undefined && nth === undefined && context.isHabit()) return UNANCHORED('month')
  if (context.year !== undefined) return dateIn(context.year, point, 'document')
  if (own === undefined || !context.reference)
    return UNANCHORED(day === undefined && nth === undefined ? 'month' : 'day')
  if (day !== undefined && !Array.from({ length: 9 }, (_, at) => own - 4 + at).some((year) => isDate(year, month, day)))
    return undefined
  const start = (year: number) => toDay(year, month, Math.min(day ?? 1, daysIn(year, month)))
  const end = (year: number) => (day === undefined ? toDay(year, month, daysIn(year, month)) : start(year))
  const fits = (year: number) => day === undefined || isDate(year, month, day)
  const suits = (year: number) => weekday === undefined || day === undefined || weekdayOf(start(year)) === weekday
  return dateIn(nearestYear(start, end, context, fits, suits), point, 'publication')
}

export function dateIn(year: number, { month, day, nth, weekday, week }: Point, anchor: Anchor): Reading | undefined {
  if (nth !== undefined && weekday !== undefined) {
    const found = nthWeekday(year, month!, weekday, nth)
    return found === undefined ? undefined : ofDay(found, anchor)
  }
  if (nth !== undefined && week !== undefined) {
    const monday =
      nth < 0
        ? mondayOf(toDay(year, month!, daysIn(year, month!)) - 3)
        : mondayOf(toDay(year, month!, 4)) + (nth - 1) * 7
    return ofWeek(monday, anchor)
  }
  if (day === undefined) return ofMonth(year, month!, anchor)
  return isDate(year, month!, day) ? ofDay(toDay(year, month!, day), anchor) : undefined
}

/** "the 21st", "the 20th of next month": the month is that of publication or of the last time named. */
function dayOfSomeMonth(point: Point, context: Context): Reading | undefined {
  const { day, monthTurn, weekday, nth } = point
  const today = publicationDay(context)
  if (today === undefined) return UNANCHORED('day')
  const { year, month } = toYmd(today)
  const index = year * 12 + month - 1 + (monthTurn ?? 0)
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  if (nth !== undefined && point.week !== undefined) return dateIn(y, { ...point, month: m }, 'publication')
  if (nth !== undefined && weekday !== undefined) {
    const found = nthWeekday(y, m, weekday, nth)
    return found === undefined ? undefined : ofDay(found, 'publication')
  }
  if (monthTurn !== undefined) return isDate(y, m, day!) ? ofDay(toDay(y, m, day!), 'publication') : undefined
  const candidates = [0, -1, 1, -2, 2].flatMap((by) => {
    const at = year * 12 + month - 1 + by
    const [yy, mm] = [Math.floor(at / 12), (at % 12) + 1]
    return isDate(yy, mm, day!) ? [toDay(yy, mm, day!)] : []
  })
  const fitting = weekday === undefined ? candidates : candidates.filter((at) => weekdayOf(at) === weekday)
  const direction = context.direction()
  const sided = fitting.filter((at) => (direction > 0 ? at >= today : direction < 0 ? at <= today : true))
  const best = (sided.length > 0 ? sided : fitting).sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0]
  return best === undefined ? undefined : ofDay(best, 'publication')
}
