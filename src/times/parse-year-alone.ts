import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import { CAPITALISED, UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import { dayAt, monthAt } from './parse-day.ts'
import { yearAndMonthDigits } from './parse-numeric-date.ts'
import { spelledYear, yearAt } from './parse-year.ts'
import type { Point } from './point.ts'

/** "2016 November", "2016, nov", "2016-11", "3/2015", and a year alone where it can be nothing else. */
export function yearFirst(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const first = lx[at]!
  if (/^(?:ad|ce)$/.test(first.lower) && first.text === first.text.toUpperCase() && lx[at + 1]?.kind === 'number') {
    return Number.isInteger(lx[at + 1]!.value) && lx[at + 1]!.value < 2100
      ? { next: at + 2, year: lx[at + 1]!.value }
      : undefined
  }
  const pair = yearAndMonthDigits(lx, at)
  if (pair) return pair
  const isSaidYear = first.lower === 'year' || (/^(?:fy|fiscal)$/.test(first.lower) && lx[at + 1] !== undefined)
  const yearPlace = isSaidYear ? (lx[at + 1]?.lower === 'year' ? at + 2 : at + 1) : at
  const early = earlyYear(lx, at)
  if (early) return early
  const year = yearAt(lx, yearPlace, look, false)
  if (!year) {
    const spelled =
      isSaidYear || /^(?:in|since|of|by|until)$/.test(lx[at - 1]?.lower ?? '')
        ? spelledYear(lx, yearPlace, look)
        : undefined
    if (spelled && (isSaidYear || spelled.value > 1500)) return { next: spelled.next, year: spelled.value }
    if (isSaidYear && lx[yearPlace]) {
      const small = look.numerals.mayBegin(lx[yearPlace]!) ? look.numerals.parse(lx, yearPlace) : undefined
      if (small?.form === 'cardinal' && Number.isInteger(small.value) && small.value > 31 && small.value < 1000)
        return { next: small.next, year: small.value }
    }
    return undefined
  }
  if (year.value < 0) return { next: year.next, year: year.value, bc: true }
  const comma = lx[year.next]?.lower === ',' ? 1 : 0
  const month = monthAt(lx, year.next + comma, look)
  if (
    month &&
    (lx[year.next + comma]!.text !== lx[year.next + comma]!.lower ||
      comma ||
      !lx[month.next] ||
      lx[month.next]!.kind === 'mark' ||
      /^(?:and|to|until)$/.test(lx[month.next]!.lower) ||
      look.numerals.mayBegin(lx[month.next] ?? NOTHING))
  ) {
    if (!comma || !isMonthOfNext(lx, month.next, look)) {
      const day = dayAt(lx, month.next, look)
      if (!(comma && day))
        return {
          next: day?.next ?? month.next,
          year: year.value,
          month: month.value,
          ...(day ? { day: day.value } : {}),
        }
    }
  }
  return isSaidYear || isYearHere(lx, at, look) ? { next: year.next, year: year.value } : undefined
}

/** "In 348 Pachomius died": three digits at the head of a sentence, and nothing behind them that they could count. */
function earlyYear(lx: readonly Lexeme[], at: number): Point | undefined {
  const after = lx[at + 1]
  if (lx[at - 1]?.text !== 'In' || !/^[1-9]\d\d$/.test(lx[at]!.text) || !after?.gap) return undefined
  return CAPITALISED.test(after.text) || /^(?:he|she|they|it|the|his|her|their)$/.test(after.lower)
    ? { next: at + 1, year: lx[at]!.value }
    : undefined
}

const isMonthOfNext = (lx: readonly Lexeme[], at: number, look: TimeLookup): boolean =>
  yearAt(lx, at, look, false) !== undefined

/** Is this four-digit number a year: behind "in", "since" …, in brackets, before a name ("the 2014 Olympics"), not before what is counted? */
function isYearHere(lx: readonly Lexeme[], at: number, look: TimeLookup): boolean {
  const { text, value, gap } = lx[at]!
  const before = lx[at - 1]
  const after = lx[at + 1]
  if (/^0|^\d{5,}$/.test(text) || !/^\d{4}$/.test(text)) return true
  if (before && !gap && /^[$€£¥#.:/@_]$/.test(before.lower)) return false
  const modern = value >= 1500 && value <= 2060
  const counted =
    after?.gap === true &&
    after.kind === 'word' &&
    /^[a-z]{2,}$/.test(after.text) &&
    (after.lower === 'people' ||
      after.lower === 'percent' ||
      (/[^s']s$/.test(after.lower) && !look.yearAfter.has(after.lower))) &&
    !(value >= 1900 && before?.lower === 'the')
  const firm = before !== undefined && /^(?:in|since|until|till|during|year|early|late|mid|circa)$/.test(before.lower)
  if (firm) return modern || value >= 1000
  const isRange = isHyphen(after) && lx[at + 2]?.kind === 'number' && /^\d{4}$/.test(lx[at + 2]!.text)
  const isListed = before?.lower === 'and' && /^(?:19|20)\d\d$/.test(lx[at - 2]?.text ?? '')
  if (modern && (isRange || isListed)) return true
  const isLength =
    after !== undefined && look.units.has(after.lower) && (after.lower.endsWith('s') || !UPPER.test(before?.text ?? ''))
  if (counted || isLength || after?.lower === '%') return false
  if (!modern)
    return (
      before !== undefined &&
      /^(?:by|from|after|before|between|c|ca|around|circa|of|to|and|-|–|\(|through)$/.test(before.lower) &&
      value >= 1000 &&
      (!after || after.kind === 'mark' || look.yearBefore.has(after.lower))
    )
  if (before === undefined)
    return after === undefined || after.kind === 'mark' || UPPER.test(after.text) || value >= 1900
  if (before.kind === 'mark' || look.yearBefore.has(before.lower)) return true
  return (
    (value >= 1900 &&
      (after === undefined ||
        after.kind === 'mark' ||
        UPPER.test(after.text) ||
        after.lower === "'s" ||
        look.yearBefore.has(after.lower))) ||
    value >= 1980
  )
}

export const NOTHING: Lexeme = { kind: 'mark', text: '', lower: '', start: 0, end: 0, gap: false, value: Number.NaN }
