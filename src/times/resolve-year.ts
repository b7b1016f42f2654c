import { type Day, mondayOf, monthText, toDay, toYmd, weekStart, yearText } from './calendar.ts'
import { type Context, publicationYear } from './context.ts'
import { nearestYear } from './nearest-year.ts'
import type { Point, Reading } from './point.ts'
import { type Anchor, ofDecade, ofQuarter, ofWeek, ofYear, UNANCHORED } from './reading.ts'

export function inYear(point: Point, context: Context): Reading | undefined {
  const { quarter, half, season, week } = point
  let { year } = point
  let anchor: Anchor = 'explicit'
  if (year === undefined) {
    const own = publicationYear(context)
    if (point.yearTurn !== undefined) {
      if (own === undefined) return UNANCHORED(season ? 'season' : quarter ? 'quarter' : half ? 'half' : 'year')
      year = own + point.yearTurn
      if (season && context.reference && point.yearTurn !== 0)
        year = seasonTurn(season, point.yearTurn, context.reference.days[0])
      anchor = 'publication'
    } else if (context.year !== undefined) {
      year = context.year
      anchor = 'document'
    } else if (own !== undefined && context.reference) {
      // "In winter it snows": of no one year
      if (season && context.direction() === 0) return UNANCHORED('season')
      const months = season
        ? SEASONS[season]
        : quarter
          ? ([3 * quarter - 2, 3 * quarter] as const)
          : half
            ? ([6 * half - 5, 6 * half] as const)
            : ([1, 12] as const)
      year = nearestYear(
        (year) => (quarter || half ? toDay(year, months[1], 28) : toDay(year, months[0])), // what "rose in the quarter" is over
        (year) => toDay(year, months[0]) + 80,
        context,
      )
      anchor = 'publication'
    } else return UNANCHORED(season ? 'season' : quarter ? 'quarter' : half ? 'half' : week ? 'week' : 'year')
  }
  if (season) {
    const [from, to] = SEASONS[season]
    return {
      value: `${yearText(year)}-${season}`,
      from: monthText(year, from),
      to: monthText(from > to ? year + 1 : year, to),
      precision: 'season',
      anchor,
    }
  }
  if (quarter) return ofQuarter(year, quarter, anchor)
  if (half)
    return {
      value: null,
      from: monthText(year, 6 * half - 5),
      to: monthText(year, 6 * half),
      precision: 'half',
      anchor,
    }
  if (week) {
    const monday =
      week < 0
        ? mondayOf(toDay(year, 12, 31))
        : week === 1 && point.nth === undefined
          ? weekStart(year, 1)
          : weekStart(year, week)
    return ofWeek(monday, anchor)
  }
  return year >= 1 ? ofYear(year, anchor) : undefined
}

const SEASONS = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 2] } as const

/** "last summer" is the latest that is over, "next spring" the first to come. */
function seasonTurn(season: keyof typeof SEASONS, by: number, day: Day): number {
  const { year, month } = toYmd(day)
  const [from, to] = SEASONS[season]
  if (by < 0) return from > to ? (month > to ? year - 1 : year - 2) : month > to ? year : year - 1
  return month < from ? year : year + 1
}

export function inDecade(decade: number, context: Context): Reading {
  let first = decade
  let anchor: Anchor = 'explicit'
  if (decade < 100) {
    const own = context.year ?? publicationYear(context) ?? 2025
    first = Math.floor((own + 5 - decade) / 100) * 100 + decade
    if (first > own) first -= 100
    anchor = context.year !== undefined ? 'document' : 'publication'
  }
  return ofDecade(first, anchor)
}
