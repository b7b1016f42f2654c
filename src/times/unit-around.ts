import { addMonths, type Day, mondayOf, toDay, toYmd, yearText } from './calendar.ts'
import type { TimeUnit } from './lexicon.ts'
import type { Reading } from './point.ts'
import { type Anchor, ofDay, ofDecade, ofMonth, ofQuarter, ofWeek, ofYear, stretch, UNANCHORED } from './reading.ts'

/** The unit that contains a day, or one some units on. */
export function unitAround(day: Day, unit: TimeUnit, by: number, anchor: Anchor): Reading | undefined {
  const { year, month } = toYmd(day)
  switch (unit) {
    case 'day':
      return ofDay(day + by, anchor)
    case 'week':
      return ofWeek(day + 7 * by, anchor)
    case 'fortnight':
      return stretch(mondayOf(day) + 14 * by, mondayOf(day) + 14 * by + 13, 'week', anchor)
    case 'weekend':
      return stretch(mondayOf(day) + 5 + 7 * by, mondayOf(day) + 6 + 7 * by, 'weekend', anchor)
    case 'month': {
      const moved = toYmd(addMonths(toDay(year, month), by))
      return ofMonth(moved.year, moved.month, anchor)
    }
    case 'quarter': {
      const moved = toYmd(addMonths(toDay(year, month), 3 * by))
      const quarter = Math.ceil(moved.month / 3)
      return ofQuarter(moved.year, quarter, anchor)
    }
    case 'year':
      return year + by >= 1 ? ofYear(year + by, anchor) : UNANCHORED('year')
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + 10 * by
      return ofDecade(first, anchor)
    }
    case 'century': {
      const first = Math.floor(year / 100) * 100 + 100 * by
      return { value: null, from: yearText(first), to: yearText(first + 99), precision: 'century', anchor }
    }
    default:
      return undefined
  }
}
