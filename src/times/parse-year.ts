import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import type { Found } from './parse-day.ts'
import type { Point } from './point.ts'

/** A year behind a month, a season or a day: "2016", ", 2016", "of 2016", "'94", "99", "nineteen ninety nine". */
export function yearAfter(lx: readonly Lexeme[], at: number, look: TimeLookup): Found | undefined {
  let next = at
  if (lx[next]?.lower === ',' || lx[next]?.lower === 'of' || lx[next]?.lower === 'in') next++
  const year = yearAt(lx, next, look, next === at || lx[at]!.lower !== 'in')
  if (!year) return undefined
  if (lx[at]?.lower === 'in' && !/^\d{4}$/.test(lx[next]!.text)) return undefined
  return year
}

/** Four digits, or a year in words or with an apostrophe or two digits behind a month. */
export function yearAt(lx: readonly Lexeme[], at: number, look: TimeLookup, loose: boolean): Found | undefined {
  const first = lx[at]
  if (!first) return undefined
  if (first.kind === 'number') {
    if (/^\d{4}$/.test(first.text) && first.value >= 1000 && first.value <= 2100) {
      const after = lx[at + 1]
      if (
        after &&
        !after.gap &&
        (after.kind === 'number' || (after.kind === 'word' && after.lower !== "'s" && after.lower !== 's'))
      )
        return undefined
      if (after && !after.gap && after.lower === 's') return undefined
      return { value: first.value, next: at + 1 }
    }
    const era = eraAfter(lx, at + 1)
    if (era && Number.isInteger(first.value) && first.value > 0)
      return { value: era.value * first.value, next: era.next }
    // "August 99", "August '99"
    if (
      loose &&
      /^\d{2}$/.test(first.text) &&
      first.value > 31 &&
      lx[at - 1]?.kind === 'word' &&
      (!lx[at + 1] || lx[at + 1]!.kind === 'mark')
    )
      return { value: fullYear(first.text)!, next: at + 1 }
    // "December of 384", "30 September 420", "c. 347"
    const isDated = look.months.has(lx[at - 1]?.lower ?? '') && lx[at - 2]?.kind === 'number'
    const circa = lx[at - 1]?.lower === '.' ? lx[at - 2]?.lower : lx[at - 1]?.lower
    const isCirca = /^(?:c|ca|circa)$/.test(circa ?? '')
    if (/^\d{3}$/.test(first.text) && (isCirca || (loose && (isDated || lx[at - 1]?.lower === 'of')))) {
      return look.units.has(lx[at + 1]?.lower ?? '') ? undefined : { value: first.value, next: at + 1 }
    }
    return undefined
  }
  if (
    /^['’‘]$/.test(first.lower) &&
    lx[at + 1]?.kind === 'number' &&
    !lx[at + 1]!.gap &&
    /^\d{2}$/.test(lx[at + 1]!.text)
  ) {
    if (lx[at + 2] && !lx[at + 2]!.gap && lx[at + 2]!.kind === 'word') return undefined
    return { value: fullYear(lx[at + 1]!.text)!, next: at + 2 }
  }
  return loose ? spelledYear(lx, at, look) : undefined
}

export const fullYear = (text: string): number | undefined => {
  const value = Number(text)
  if (text.length === 4) return value
  return text.length === 2 ? value + (value < 40 ? 2000 : 1900) : undefined
}

/** "two thousand and eighteen", "nineteen ninety nine", "nineteen zero one", "twenty twenty-four" */
export function spelledYear(lx: readonly Lexeme[], at: number, look: TimeLookup): Found | undefined {
  const { units, teens, tens } = look.numbers
  const word = lx[at]?.lower ?? ''
  const top = teens[word] ?? (word === 'twenty' ? 20 : undefined)
  if (top !== undefined && top >= 10) {
    let next = lx[at + 1]?.lower === '-' ? at + 2 : at + 1
    const second = lx[next]?.lower ?? ''
    if (second === 'hundred') return { value: top * 100, next: next + 1 }
    let low = teens[second] ?? tens[second]
    if (low !== undefined) {
      next++
      if (tens[second] !== undefined) {
        const last = lx[next]?.lower === '-' ? next + 1 : next
        const digit = units[lx[last]?.lower ?? '']
        if (digit) {
          low += digit
          next = last + 1
        }
      }
      return { value: top * 100 + low, next }
    }
    if (second === 'zero' || second === 'oh' || second === 'o') {
      const digit = units[lx[next + 1]?.lower ?? '']
      if (digit) return { value: top * 100 + digit, next: next + 2 }
    }
  }
  if (lx[at]?.kind !== 'word') return undefined
  const numeral = look.numerals.parse(lx, at)
  return numeral?.form === 'cardinal' &&
    numeral.value >= 1000 &&
    numeral.value <= 2100 &&
    Number.isInteger(numeral.value) &&
    numeral.value !== 1000
    ? { value: numeral.value, next: numeral.next }
    : undefined
}

/** "AD", "BC", "CE": 1 or -1 */
export function eraAfter(lx: readonly Lexeme[], at: number): Found | undefined {
  const word = lx[at]
  if (!word || word.text !== word.text.toUpperCase()) return undefined
  if (/^(?:bc|bce)$/.test(word.lower)) return { value: -1, next: at + 1 }
  if (/^(?:ad|ce)$/.test(word.lower)) return { value: 1, next: at + 1 }
  return undefined
}

/** "next year", "of last year", "the same year" behind a month or season. */
export function yearTurn(
  lx: readonly Lexeme[],
  at: number,
  look: TimeLookup,
): { next: number; point: Partial<Point> } | undefined {
  let next = at
  if (lx[next]?.lower === 'of' || lx[next]?.lower === 'in') next++
  const turn = look.turns.match(lx, next)
  if (turn && look.units.get(lx[turn.next]?.lower ?? '') === 'year')
    return { next: turn.next + 1, point: { yearTurn: turn.value } }
  const same = look.same.match(lx, next) ?? look.following.match(lx, next)
  if (same && look.units.get(lx[same.next]?.lower ?? '') === 'year') {
    return { next: same.next + 1, point: { turn: { unit: 'year', by: same.value, base: 'document' } } }
  }
  return undefined
}
