import type { Lexeme } from './lexemes.ts'

/**
 * The unit of a rate: "21.3 gigatonnes of ice a year" → "gigaton per year", which is no amount of gigatonnes; "300 cars a day" → "car per day". `end` is where the amount
 * and its noun end, `from` a lexeme not behind it.
 */
export function rateOf(lx: readonly Lexeme[], end: number, from: number, unit: string): string | undefined {
  let at = from
  while (lx[at] && lx[at]!.start < end) at++
  const period = lx[at + 1]?.lower ?? ''
  return /^(?:a|an|per|each|every)$/.test(lx[at]?.lower ?? '') && PERIODS.has(period)
    ? `${unit} per ${period}`
    : undefined
}

const PERIODS = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'month',
  'quarter',
  'season',
  'year',
  'decade',
])
