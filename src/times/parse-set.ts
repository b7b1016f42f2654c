import type { Lexeme } from '../amounts/lexemes.ts'
import { UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import { parsePoint } from './parse-point.ts'
import type { ParsedTime } from './parsed-time.ts'

/** "every Monday", "once a week", "Sundays", "daily" */
export function repeated(lx: readonly Lexeme[], at: number, look: TimeLookup): ParsedTime | undefined {
  const { lower, text } = lx[at]!
  const often = look.words.often[lower]
  // "the daily Gazette"
  if (often && lx[at + 1]?.gap && UPPER.test(lx[at + 1]!.text)) return undefined
  if (often) return text === lower ? { type: 'set', at, next: at + 1, value: often } : undefined
  if (look.every.has(lower)) {
    let next = at + 1
    let by = 1
    if (lx[next]?.lower === 'other' || lx[next]?.lower === 'second') {
      by = 2
      next++
    } else if (lx[next]?.lower === 'single') next++
    const numeral = look.numerals.mayBegin(lx[next] ?? lx[at]!) ? look.numerals.parse(lx, next) : undefined
    if (numeral?.form === 'cardinal') {
      by = numeral.value
      next = numeral.next
    } else if (lx[next]?.lower === 'few' || lx[next]?.lower === 'couple') return undefined
    const word = lx[next]?.lower ?? ''
    const unit = look.units.get(word)
    if (unit) return { type: 'set', at, next: next + 1, value: everyText(unit, by) }
    const day = word.replace(/s$/, '')
    if (look.weekdays.has(day) || look.months.has(word) || look.words.dayParts[word] || look.words.seasons[word])
      return {
        type: 'set',
        at,
        next: next + 1,
        value: look.weekdays.has(day) ? `P${by}W` : look.words.dayParts[word] ? 'P1D' : 'P1Y',
      }
    const point = parsePoint(lx, next, look)
    return point ? { type: 'set', at, next: point.next, value: null } : undefined
  }
  const weekday = /s$/.test(lower) ? look.weekdays.get(lower.slice(0, -1)) : undefined
  if (weekday !== undefined && lower.length > 5) return { type: 'set', at, next: at + 1, value: 'P1W' }
  const count = lower === 'once' || lower === 'twice' ? at + 1 : lx[at + 1]?.lower === 'times' ? at + 2 : 0
  if (count && /^(?:a|an|per|each|every)$/.test(lx[count]?.lower ?? '')) {
    const unit = look.units.get(lx[count + 1]?.lower ?? '')
    if (unit) return { type: 'set', at, next: count + 2, value: everyText(unit, 1) }
  }
  return undefined
}

const UNIT_LETTERS: Readonly<Record<string, string>> = {
  second: 'T1S',
  minute: 'T1M',
  hour: 'T1H',
  day: '1D',
  week: '1W',
  weekend: '1W',
  fortnight: '2W',
  month: '1M',
  quarter: '3M',
  year: '1Y',
  decade: '10Y',
  century: '100Y',
}

const everyText = (unit: string, by: number): string =>
  `P${UNIT_LETTERS[unit]!.replace(/\d+/, (count) => String(Number(count) * by))}`
