import { type Day, toYmd } from './calendar.ts'
import type { Context } from './context.ts'

/** The year that puts a date before (told as past) or after (told as coming) publication, else the nearest. */
export function nearestYear(
  start: (year: number) => Day,
  end: (year: number) => Day,
  context: Context,
  fits: (year: number) => boolean = () => true,
  suits: (year: number) => boolean = () => true,
): number {
  const { days } = context.reference!
  const own = toYmd(days[1]).year
  const direction = context.direction()
  const near = [own, own - 1, own + 1, own - 2, own + 2, own - 3, own + 3, own - 4, own + 4].filter(fits)
  // A weekday picks the year only among those next to publication: it may also be wrong.
  const years = near.some((year) => Math.abs(year - own) <= 1 && suits(year)) ? near.filter(suits) : near
  const past = years.filter((year) => start(year) <= days[1]).sort((a, b) => b - a)[0]
  const coming = years.filter((year) => end(year) >= days[0]).sort((a, b) => a - b)[0]
  if (direction < 0) return past ?? own
  if (direction > 0) return coming ?? own
  const distance = (year: number) => (start(year) > days[1] ? start(year) - days[1] : Math.max(0, days[0] - end(year)))
  return [...years].sort((a, b) => distance(a) - distance(b) || a - b)[0] ?? own
}
