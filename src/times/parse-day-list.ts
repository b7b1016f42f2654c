import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { dayAt } from './parse-day.ts'
import { dayFirst } from './parse-month.ts'
import type { PlacedPoint, Point } from './point.ts'

/** "on [3] and 4 May", "on [the 3rd], 4th and 7th of May": a day whose month stands behind the last one of the list. */
export function dayOfList(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const before = lx[at - 1]?.lower ?? ''
  const the = lx[at]?.lower === 'the' ? 1 : 0
  if (!/^(?:on|of|,|and|for|by)$/.test(before)) return undefined
  const day = isDay(lx, at + the) ? dayAt(lx, at + the, look) : undefined
  if (!day) return undefined
  let [from, last] = [day.next, day.value]
  for (let count = 0; count < MOST && /^(?:and|or|,)$/.test(lx[from]?.lower ?? ''); count++) {
    from++
    if (lx[from]?.lower === 'and') from++
    const date = dayFirst(lx, from, look)
    if (date?.month !== undefined && date.day! > last) return { ...date, day: day.value, next: day.next }
    const next = isDay(lx, from) ? dayAt(lx, from, look) : undefined
    if (!next || next.value <= last) return undefined
    ;[from, last] = [next.next, next.value]
  }
  return undefined
}

/** "on May 3, [4] and [7]": the days of the same month behind a date, when nothing is counted by the last one. */
export function daysBehind(lx: readonly Lexeme[], date: Point, look: TimeLookup): PlacedPoint[] {
  if (date.month === undefined || date.day === undefined || date.clock || lx[date.next - 1]?.kind !== 'number')
    return []
  const found: PlacedPoint[] = []
  let [from, last] = [date.next, date.day]
  while (found.length < MOST && /^(?:and|or|,)$/.test(lx[from]?.lower ?? '')) {
    const at = lx[from + 1]?.lower === 'and' ? from + 2 : from + 1
    const day = isDay(lx, at) ? dayAt(lx, at, look) : undefined
    if (!day || day.value <= last) break
    found.push({ at, point: { ...date, day: day.value, next: day.next } })
    ;[from, last] = [day.next, day.value]
  }
  const after = lx[from]
  return !after || (after.kind === 'mark' && after.lower !== '%') ? found : []
}

/** Days that a list may name at most. */
const MOST = 6

const isDay = (lx: readonly Lexeme[], at: number): boolean => lx[at]?.kind === 'number' && lx[at]!.gap
