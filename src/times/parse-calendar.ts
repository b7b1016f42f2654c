import type { Lexeme } from '../amounts/lexemes.ts'
import { UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import { dayAt } from './parse-day.ts'
import { century, decade } from './parse-decade.ts'
import { dayFirst, monthFirst } from './parse-month.ts'
import { dayAndMonthDigits, numericDate } from './parse-numeric-date.ts'
import { ofYear } from './parse-part-of-year.ts'
import { yearAfter } from './parse-year.ts'
import { yearFirst } from './parse-year-alone.ts'
import type { Point } from './point.ts'

/** A date by its calendar names: "27 April 2026", "Nov. 2", "2015", "the 1990s", "summer 2022", "Q3 2016", "Christmas". */
export function parseCalendar(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const first = lx[at]
  if (!first) return undefined
  if (first.kind === 'date') return numericDate(lx, at, look)
  const digits = first.kind === 'number' ? dayAndMonthDigits(lx, at, look) : undefined
  if (digits) return digits
  return (
    holiday(lx, at, look) ??
    weekdayDate(lx, at, look) ??
    dayFirst(lx, at, look) ??
    monthFirst(lx, at, look) ??
    ofYear(lx, at, look) ??
    decade(lx, at, look) ??
    century(lx, at, look) ??
    yearFirst(lx, at, look)
  )
}

function holiday(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const found = look.holidays.match(lx, at)
  if (!found) return undefined
  const word = lx[at]!
  // "the Lunar New Year", "a new year"
  const before = lx[at - 1]
  if (found.value === '01-01' && word.lower === 'new' && found.next <= at + 3) {
    if (word.text === 'new' || (before && UPPER.test(before.text))) return undefined
  }
  const year = yearAfter(lx, found.next, look)
  return { next: year?.next ?? found.next, holiday: found.value, ...(year ? { year: year.value } : {}) }
}

/** "Thursday, May 7, 2015", "Friday the 13th", "Wed, 22 of Jan" */
function weekdayDate(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const long = look.weekdays.get(lx[at]!.lower)
  const weekday = long ?? look.weekdaysShort.get(lx[at]!.lower)
  if (weekday === undefined) return undefined
  let next = at + 1
  while (lx[next] && (lx[next]!.lower === '.' || lx[next]!.lower === ',' || lx[next]!.lower === '(') && next - at < 3)
    next++
  const date =
    dayFirst(lx, next, look) ??
    monthFirst(lx, next, look) ??
    (lx[next]?.kind === 'date' ? numericDate(lx, next, look) : undefined)
  if (date?.day !== undefined) return { ...date, weekday }
  if (lx[at + 1]?.lower === 'the') {
    const day = dayAt(lx, at + 2, look)
    if (day) return { next: day.next, day: day.value, weekday }
  }
  return undefined
}
