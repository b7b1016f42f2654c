import type { Lexeme } from './lexemes.ts'

/**
 * The unit of a rate: "21.3 gigatonnes of ice a year" → "gigaton per year", which is no amount of gigatonnes; "300 cars a day" → "car per day"; money
 * also of what it is paid for: "$82 a barrel" → "USD per barrel". `end` is where the amount
 * and its noun end, `from` a lexeme not behind it.
 */
export function rateOf(
  lx: readonly Lexeme[],
  end: number,
  from: number,
  unit: string,
  isMoney = false,
): string | undefined {
  let at = from
  while (lx[at] && lx[at]!.start < end) at++
  const period = lx[at + 1]?.lower ?? ''
  const each = lx[at]?.lower ?? ''
  if (!/^(?:a|an|per|each|every)$/.test(each) || BEHIND.has(lx[at + 2]?.lower ?? '')) return undefined
  return PERIODS.has(period) || (isMoney && (SOLD.has(period) || each === 'per')) ? `${unit} per ${period}` : undefined
}

/** "paid $5 million a year later" */
const BEHIND = new Set(['ago', 'later', 'earlier', 'before', 'after'])
/** What money is paid for each of. */
const SOLD = new Set([
  'share',
  'barrel',
  'litre',
  'liter',
  'gallon',
  'ton',
  'tonne',
  'kilo',
  'kilogram',
  'pound',
  'ounce',
  'bushel',
  'head',
  'person',
  'ticket',
  'unit',
  'copy',
  'mile',
  'kilometre',
  'kilometer',
  'passenger',
  'child',
  'family',
  'household',
  'employee',
  'piece',
  'visit',
  'bottle',
])

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
