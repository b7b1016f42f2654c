import { addMonths } from './calendar.ts'
import type { TimeUnit } from './lexicon.ts'
import type { Step } from './point.ts'

/** Minutes since 1970, moved by months, days and minutes in turn. */
export function moved(minutes: number, steps: readonly Step[], sign: number): number {
  let day = Math.floor(minutes / 1440)
  let rest = minutes - day * 1440
  const months = steps.reduce((sum, { count, unit }) => sum + count * (MONTHS[unit] ?? 0), 0)
  day = addMonths(day, sign * Math.round(months))
  for (const { count, unit } of steps) rest += sign * count * (MINUTES[unit] ?? 0)
  return day * 1440 + rest
}

const MONTHS: Partial<Record<TimeUnit, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }

const MINUTES: Partial<Record<TimeUnit, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 7 * 1440,
  weekend: 7 * 1440,
  fortnight: 14 * 1440,
}
