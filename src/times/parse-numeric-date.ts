import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import { isDate } from './calendar.ts'
import type { TimeLookup } from './lookup.ts'
import { fullYear } from './parse-year.ts'
import type { Point } from './point.ts'

/** "2016-05-03", "5/3/2016" (month first where both ways are possible), "13.5.2015" (day first), "2019-sep-1" */
export function numericDate(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const { text } = lx[at]!
  const iso = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (iso) {
    const [year, month, day, hour, minute, second] = iso
      .slice(1)
      .map((part) => (part === undefined ? undefined : Number(part)))
    if (!isDate(year!, month!, day!)) return undefined
    return {
      next: at + 1,
      year: year!,
      month: month!,
      day: day!,
      clock: { hour: hour!, minute: minute!, ...(second === undefined ? {} : { second }) },
    }
  }
  const [a, b, c] = text.split(/[-/.]/) as [string, string, string]
  const named = look.months.get(b.toLowerCase())
  if (named === undefined && !/^\d+$/.test(b)) return undefined
  const middle = named ?? Number(b)
  if (a.length === 3 || c.length === 3 || (a.length === 4 && c.length === 4)) return undefined
  if (a.length === 4) return dated(at + 1, Number(a), middle, Number(c))
  const year = fullYear(c)
  if (year === undefined) return undefined
  const dotted = text.includes('.')
  if (named !== undefined) return dated(at + 1, year, named, Number(a))
  const [x, y] = [Number(a), middle]
  return (dotted ? dated(at + 1, year, y, x) : undefined) ?? dated(at + 1, year, x, y) ?? dated(at + 1, year, y, x)
}

/** "on 22/4", "from 10/1 to 11/7": day and month without a year, the month first where both ways are possible; never a fraction. */
export function dayAndMonthDigits(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const [a, link, b] = [lx[at]!, lx[at + 1], lx[at + 2]]
  if (!/^\d{1,2}$/.test(a.text) || link?.lower !== '/' || link.gap || !/^\d{1,2}$/.test(b?.text ?? '') || b!.gap)
    return undefined
  const before = lx[at - 1]?.lower ?? ''
  const isSurePlace = /^(?:on|since|until|till|dated)$/.test(before)
  const isFraction = a.value < b!.value && b!.value <= 12
  if (!isSurePlace && !(/^(?:from|to|between|and|by|before|after)$/.test(before) && !isFraction)) return undefined
  const after = lx[at + 3]
  if (look.named.match(lx, at) || (after && !after.gap && !/^[.,;:!?)]$/.test(after.lower))) return undefined
  return dated(at + 3, LEAP, a.value, b!.value, false) ?? dated(at + 3, LEAP, b!.value, a.value, false)
}

/** Any year with a 29 February. */
const LEAP = 2000

const dated = (next: number, year: number, month: number, day: number, isSaid = true): Point | undefined =>
  isDate(year, month, day) ? { next, ...(isSaid ? { year } : {}), month, day } : undefined

export function yearAndMonthDigits(lx: readonly Lexeme[], at: number): Point | undefined {
  const [a, link, b] = [lx[at]!, lx[at + 1], lx[at + 2]]
  if (a.kind !== 'number' || b?.kind !== 'number' || !link || !(isHyphen(link) || link.lower === '/')) return undefined
  if (lx[at + 3] && !lx[at + 3]!.gap && !/^[.,;:!?)\]”"]$/.test(lx[at + 3]!.lower)) return undefined
  const isYear = ({ text }: Lexeme) => /^(?:19|20)\d\d$/.test(text)
  const isMonth = ({ text, value }: Lexeme) => /^\d{1,2}$/.test(text) && value >= 1 && value <= 12
  if (
    isYear(a) &&
    isMonth(b) &&
    !(link.lower === '–') &&
    (b.text.length === 2 ? (a.value % 100) + 1 !== b.value : true)
  )
    return { next: at + 3, year: a.value, month: b.value }
  return isMonth(a) && isYear(b) ? { next: at + 3, year: b.value, month: a.value } : undefined
}
