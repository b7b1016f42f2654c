import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import type { Point } from './point.ts'

export interface Found {
  readonly value: number
  readonly next: number
}

/** A month's name, its full stop with it. */
export function monthAt(lx: readonly Lexeme[], at: number, look: TimeLookup): Found | undefined {
  const value = look.months.get(lx[at]?.lower ?? '')
  if (value === undefined) return undefined
  const stop = lx[at + 1]
  const isStop = stop?.lower === '.' && !stop.gap && lx[at + 2] !== undefined
  return { value, next: isStop && (lx[at + 2]!.kind === 'number' || lx[at + 2]!.lower === ',') ? at + 2 : at + 1 }
}

/** 1 to 31 in digits ("2", "2nd") or words ("twenty-first"). */
export function dayAt(lx: readonly Lexeme[], at: number, look: TimeLookup): (Found & { ordinal: boolean }) | undefined {
  const first = lx[at]
  if (!first) return undefined
  if (first.kind === 'number') {
    if (!/^\d{1,2}$/.test(first.text) || first.value < 1 || first.value > 31) return undefined
    const after = lx[at + 1]
    if (after && !after.gap) {
      if (/^(?:st|nd|rd|th)$/.test(after.lower)) return { value: first.value, next: at + 2, ordinal: true }
      if (after.kind === 'number' || after.kind === 'word' || after.lower === '%') return undefined
    }
    return { value: first.value, next: at + 1, ordinal: false }
  }
  if (first.kind !== 'word' || first.lower === 'a' || first.lower === 'an') return undefined
  const numeral = look.numerals.parse(lx, at)
  if (
    !numeral ||
    numeral.form === 'fraction' ||
    !Number.isInteger(numeral.value) ||
    numeral.value < 1 ||
    numeral.value > 31
  )
    return undefined
  // "twenty one two thousand" is a day and a year
  return { value: numeral.value, next: numeral.next, ordinal: numeral.form === 'ordinal' }
}

/** "on the 21st": an ordinal in digits that stands for a day. */
export function dayAlone(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  return DAY_BEFORE.test(lx[at - 1]?.lower ?? '') ? dayOfMonth(lx, at, look) : undefined
}

const DAY_BEFORE = /^(?:on|by|until|since|till|from|before|after|for|of|to)$/

/** "the 21st", and nothing behind it that it could count. */
export function dayOfMonth(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  if (lx[at]?.lower !== 'the' || lx[at + 1]?.kind !== 'number') return undefined
  const day = dayAt(lx, at + 1, look)
  if (!day?.ordinal) return undefined
  const after = lx[day.next]
  return !after || after.kind === 'mark' || /^(?:and|at|in|for|to|when|as|until)$/.test(after.lower)
    ? { next: day.next, day: day.value }
    : undefined
}
