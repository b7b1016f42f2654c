import type { Lexeme } from '../amounts/lexemes.ts'
import { CAPITALISED, UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import type { Point } from './point.ts'

/** "today", "the day before yesterday", "the day after tomorrow" */
export function byDay(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const article = lx[at]?.lower === 'the' ? 1 : 0
  const word = lx[at + article]?.lower ?? ''
  if (word === 'day') {
    const side = lx[at + article + 1]?.lower
    const days = look.words.days[lx[at + article + 2]?.lower ?? '']
    if (days !== undefined && (side === 'before' || side === 'after'))
      return { next: at + article + 3, days: days + (side === 'before' ? -1 : 1) }
  }
  if (
    word === 'time' &&
    article &&
    lx[at + 2]?.lower === 'of' &&
    /^(?:writing|publication)$/.test(lx[at + 3]?.lower ?? '')
  )
    return { next: at + 4, days: 0 }
  if (article) return undefined
  // "Science Today"
  if (at > 0 && UPPER.test(lx[at]!.text) && CAPITALISED.test(lx[at - 1]!.text)) return undefined
  const days = look.words.days[word]
  if (days === undefined) return undefined
  return { next: at + 1, days, ...(word === 'tonight' ? { dayPart: [20, 24] as const } : {}) }
}
