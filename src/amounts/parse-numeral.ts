import { bareTables } from './bare-tables.ts'
import type { Lexeme } from './lexemes.ts'
import type { NumberWords } from './lexicon.ts'
import { made, type Numeral, type NumeralWords } from './numeral-words.ts'
import { addFraction, parseDecimals, parsePart, parseShare } from './parse-fraction.ts'
import { parseWhole } from './parse-whole.ts'

/** Reads numbers in digits and words at a place in a list of lexemes: "4.1bn", "two hundred and six", "two-thirds", "1 in 5". */
export class NumeralParser {
  private readonly plain: NumeralWords
  private readonly byMoney: NumeralWords
  private readonly beginnings: ReadonlySet<string>

  constructor(words: NumberWords) {
    this.plain = { words: bareTables(words), spaced: new Set(words.spacedShortScales), money: false }
    this.byMoney = { ...this.plain, money: true }
    const { units, teens, tens, scales, ordinals, scaleOrdinals, parts, glyphs } = words
    const tables = [units, teens, tens, scales, ordinals, scaleOrdinals, parts, glyphs]
    this.beginnings = new Set([
      ...tables.flatMap((table) => Object.keys(table)),
      'a',
      'an',
      'minus',
      'negative',
      '-',
      '−',
    ])
  }

  /** May a number begin with this lexeme? Cheap, so most places of a text are passed quickly. */
  mayBegin({ kind, lower }: Lexeme): boolean {
    return kind === 'number' || this.beginnings.has(lower)
  }

  /** All words and marks with which a number may begin. */
  get firstWords(): Iterable<string> {
    return this.beginnings
  }

  /** The longest number that begins at `at`. */
  parse(lx: readonly Lexeme[], at: number, money = false): Numeral | undefined {
    const look = money ? this.byMoney : this.plain
    const first = lx[at]
    if (!first || !this.mayBegin(first)) return undefined
    if (first.lower === 'minus' || first.lower === 'negative' || isMinus(lx, at)) {
      const positive = lx[at + 1] && (ratio(look, lx, at + 1) ?? mixed(look, lx, at + 1))
      return positive?.form === 'ordinal' || !positive
        ? undefined
        : { ...positive, value: -positive.value, bare: false }
    }
    return (money ? undefined : ratio(look, lx, at)) ?? mixed(look, lx, at) // "$150 over ten years"
  }
}

/** "one in five", "two out of three", "1 over 3": less than one. */
function ratio(look: NumeralWords, lx: readonly Lexeme[], at: number): Numeral | undefined {
  const one = mixed(look, lx, at)
  if (!one || one.form === 'ordinal' || one.value <= 0) return undefined
  const word = lx[one.next]?.lower
  const over =
    word === 'over'
      ? 1
      : word === 'in' || word === 'of'
        ? 1
        : word === 'out' && lx[one.next + 1]?.lower === 'of'
          ? 2
          : 0
  if (!over) return undefined
  let from = one.next + over
  if (word !== 'over' && lx[from]?.lower === 'every') from++
  const all = mixed(look, lx, from)
  if (all?.form !== 'cardinal') return undefined
  if (word === 'over') return made(one.value / all.value, all.next)
  if (word === 'of') return undefined
  return one.value < all.value && Number.isInteger(one.value) && all.value <= 1000 && (word === 'out' || one.value < 10)
    ? made(one.value / all.value, all.next)
    : undefined
}

/** A whole number with what may follow: decimals, a fraction, a scale. */
function mixed(look: NumeralWords, lx: readonly Lexeme[], at: number): Numeral | undefined {
  const part = parsePart(look, lx, at)
  if (part) return part
  const whole = parseWhole(look, lx, at)
  if (!whole || whole.form === 'ordinal') return whole
  return parseDecimals(look, lx, whole) ?? addFraction(look, lx, whole) ?? parseShare(look, lx, at, whole) ?? whole
}

/** "-5" after a blank or a bracket; never the hyphen of "1-5" or "KN-23". */
function isMinus(lx: readonly Lexeme[], at: number): boolean {
  const { lower, gap } = lx[at]!
  if (lower !== '-' && lower !== '−') return false
  const follower = lx[at + 1]
  return gap && follower?.kind === 'number' && (!follower.gap || at === 0)
}
