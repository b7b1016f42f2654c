import type { Lexeme } from './lexemes.ts'
import type { NumberWords } from './lexicon.ts'

/** A number as it stands: what it is worth, where it ends, and how it was written. */
export interface Numeral {
  readonly value: number
  /** Index of the first lexeme after it. */
  readonly next: number
  readonly form: 'cardinal' | 'ordinal' | 'fraction'
  /** Digits without sign, scale or fraction: may be a year, a day, or half of "3-1". */
  readonly bare: boolean
  /** "4.1 billion" → 1e9, to be shared by "between 2 and 4.1 billion"; 1 without. */
  readonly scale: number
}

/** What numerals are read with: the word tables, and whether the number stands by a currency. */
export interface NumeralWords {
  readonly words: NumberWords
  /** Short scales that may stand behind a blank. */
  readonly spaced: ReadonlySet<string>
  /** "$5m" is millions, "5m" may be metres. */
  readonly money: boolean
}

export function isNumberWord({ words: { units, teens, tens, scales } }: NumeralWords, lower: string): boolean {
  return lower in units || lower in teens || lower in tens || lower in scales
}

export const isArticle = (lexeme: Lexeme | undefined): boolean => lexeme?.lower === 'a' || lexeme?.lower === 'an'

/** A part of a whole. */
export const made = (value: number, next: number): Numeral => ({ value, next, form: 'fraction', bare: false, scale: 1 })

/** "thirds" → 3; undefined for seconds, which are a time. */
export function denominatorOf(look: NumeralWords, word: string): number | undefined {
  const single = word.replace(/s$/, '')
  const value =
    look.words.parts[word] ??
    look.words.parts[single] ??
    look.words.ordinals[single] ??
    look.words.scaleOrdinals[single]
  return value !== undefined && value > 1 && !(word === 'second' || word === 'seconds') ? value : undefined
}

/** "million", "bn", "-million": what multiplies the number before it. */
export function scaleAt(
  look: NumeralWords,
  lx: readonly Lexeme[],
  at: number,
): { by: number; next: number } | undefined {
  const skip = lx[at]?.lower === '-' && !lx[at]!.gap && look.words.scales[lx[at + 1]?.lower ?? ''] ? 1 : 0
  const { lower, gap } = lx[at + skip] ?? { lower: '', gap: false }
  const long = look.words.scales[lower]
  if (long) return { by: long, next: at + skip + 1 }
  const short =
    look.words.shortScales[lower] ??
    (look.money || (gap && lx[at]!.text === 'M') ? look.words.moneyScales[lower] : undefined)
  if (!short || skip) return undefined
  if (gap && !look.spaced.has(lower)) return undefined
  if (!gap && look.money && lower === 'm' && lx[at + 1]?.lower === '/') return undefined
  return { by: short, next: at + 1 }
}

/** A part, or so much of the scale behind it: "½ million". */
export function scaled(look: NumeralWords, lx: readonly Lexeme[], value: number, at: number): Numeral {
  const scale = scaleAt(look, lx, at)
  return scale
    ? { value: value * scale.by, next: scale.next, form: 'cardinal', bare: false, scale: scale.by }
    : made(value, at)
}
