/** A day as the number of days since 1970-01-01 (proleptic Gregorian). */
export type Day = number

const MS = 86_400_000

export function toDay(year: number, month = 1, day = 1): Day {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / MS)
}

export interface Ymd {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function toYmd(day: Day): Ymd {
  const date = new Date(day * MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
export const yearText = (year: number): string => pad(year, 4)
export const monthText = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`

export function dayText(day: Day): string {
  const { year, month, day: date } = toYmd(day)
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`
}

export const daysIn = (year: number, month: number): number =>
  toYmd(toDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1).day
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7
/** The Monday of a day's ISO week. */
export const mondayOf = (day: Day): Day => day - ((weekdayOf(day) + 6) % 7)

/** "2015-W07" */
export function weekText(day: Day): string {
  const monday = mondayOf(day)
  const { year } = toYmd(monday + 3)
  const first = mondayOf(toDay(year, 1, 4))
  return `${pad(year, 4)}-W${pad((monday - first) / 7 + 1)}`
}

export const weekStart = (year: number, week: number): Day => mondayOf(toDay(year, 1, 4)) + (week - 1) * 7

/** The same date some months on, the last of the month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = toYmd(day)
  const index = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return toDay(newYear, newMonth, Math.min(date, daysIn(newYear, newMonth)))
}

/** The nth such weekday of a month, the last one for -1; undefined when there is none. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day | undefined {
  const first = toDay(year, month, 1)
  const last = first + daysIn(year, month) - 1
  if (nth < 0) return last - ((weekdayOf(last) - weekday + 7) % 7)
  const day = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
  return day <= last ? day : undefined
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return toDay(year, Math.floor(n / 31), (n % 31) + 1)
}

/** First and last day of an ISO prefix (year, month, day, week); undefined for anything else. */
export function daysOf(prefix: string): readonly [Day, Day] | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2}))?(?:T.*)?$/.exec(prefix)
  if (!match) return undefined
  const [year, month, date, week] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)))
  if (week !== undefined) {
    const monday = weekStart(year!, week)
    return [monday, monday + 6]
  }
  if (month === undefined) return [toDay(year!), toDay(year! + 1) - 1]
  if (month < 1 || month > 12) return undefined
  if (date === undefined) return [toDay(year!, month), toDay(year!, month, daysIn(year!, month))]
  if (!isDate(year!, month, date)) return undefined
  const day = toDay(year!, month, date)
  return [day, day]
}
