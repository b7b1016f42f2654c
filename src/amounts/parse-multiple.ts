import type { Lexeme } from './lexemes.ts'
import { isHyphen } from './lexemes.ts'
import type { AmountLookup, Measure } from './lookup.ts'
import type { Term } from './term.ts'

const FOLD = /^(\p{L}+)fold$/u

/** How many times as much as something else: no amount of people or money, whatever is counted behind it. */
export const MULTIPLE = 'multiple'

const measure: Measure = { kind: 'number', unit: MULTIPLE }

/** "twice as many", "three times more", "double the figure of 2019", "tenfold", "a 20-fold rise": not "three times in May", "double murder". */
export function parseMultiple(lx: readonly Lexeme[], at: number, look: AmountLookup): Term | undefined {
  const word = lx[at]
  if (!word) return undefined
  const fold = FOLD.exec(word.lower)?.[1]
  const named = look.multiples.get(word.lower)
  if (named !== undefined) return look.compared.has(lx[at + 1]?.lower ?? '') ? term(named, at, at + 1) : undefined
  if (fold !== undefined) {
    const times = look.numerals.parse([{ ...word, text: fold, lower: fold }], 0)
    return times?.form === 'cardinal' ? term(times.value, at, at + 1) : undefined
  }
  const numeral = look.numerals.parse(lx, at)
  if (numeral?.form !== 'cardinal') return undefined
  const next = lx[numeral.next]
  if (next?.lower === 'times' && isCompared(lx, numeral.next + 1, look))
    return term(numeral.value, at, numeral.next + 1)
  const hyphen = isHyphen(next) ? 1 : 0
  return lx[numeral.next + hyphen]?.lower === 'fold' ? term(numeral.value, at, numeral.next + hyphen + 1) : undefined
}

const isCompared = (lx: readonly Lexeme[], at: number, look: AmountLookup): boolean =>
  look.compared.has(lx[at]?.lower ?? '') || /^[a-z]{3,}(?:er|est)$/.test(lx[at]?.text ?? '')

const term = (value: number, at: number, next: number): Term => ({
  value,
  measure,
  form: 'cardinal',
  bare: false,
  scale: 1,
  at,
  numberEnds: next,
  next,
})
