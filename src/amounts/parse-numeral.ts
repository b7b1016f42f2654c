import { bareTables } from './bare-tables.ts'
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

type Step = 'none' | 'unit' | 'ten' | 'hundred' | 'scale' | 'digits'

/** Reads numbers in digits and words at a place in a list of lexemes: "4.1bn", "two hundred and six", "two-thirds", "1 in 5". */
export class NumeralParser {
  private readonly spaced: ReadonlySet<string>
  private money = false

  private readonly words: NumberWords
  private readonly beginnings: ReadonlySet<string>

  constructor(words: NumberWords) {
    this.words = bareTables(words)
    this.spaced = new Set(words.spacedShortScales)
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

  isNumberWord(lower: string): boolean {
    const { units, teens, tens, scales } = this.words
    return lower in units || lower in teens || lower in tens || lower in scales
  }

  /** The longest number that begins at `at`. */
  parse(lx: readonly Lexeme[], at: number, money = false): Numeral | undefined {
    this.money = money
    const first = lx[at]
    if (!first || !this.mayBegin(first)) return undefined
    if (first.lower === 'minus' || first.lower === 'negative' || isMinus(lx, at)) {
      const positive = lx[at + 1] && (this.ratio(lx, at + 1) ?? this.mixed(lx, at + 1))
      return positive?.form === 'ordinal' || !positive
        ? undefined
        : { ...positive, value: -positive.value, bare: false }
    }
    return this.ratio(lx, at) ?? this.mixed(lx, at)
  }

  /** "one in five", "two out of three", "1 over 3": less than one. */
  private ratio(lx: readonly Lexeme[], at: number): Numeral | undefined {
    const one = this.mixed(lx, at)
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
    const all = this.mixed(lx, from)
    if (all?.form !== 'cardinal') return undefined
    if (word === 'over') return this.made(one.value / all.value, all.next)
    if (word === 'of') return undefined
    return one.value < all.value &&
      Number.isInteger(one.value) &&
      all.value <= 1000 &&
      (word === 'out' || one.value < 10)
      ? this.made(one.value / all.value, all.next)
      : undefined
  }

  private made = (value: number, next: number): Numeral => ({ value, next, form: 'fraction', bare: false, scale: 1 })

  /** A whole number with what may follow: decimals, a fraction, a scale. */
  private mixed(lx: readonly Lexeme[], at: number): Numeral | undefined {
    const part = this.part(lx, at)
    if (part) return part
    const whole = this.whole(lx, at)
    if (!whole || whole.form === 'ordinal') return whole
    return this.decimals(lx, whole) ?? this.withFraction(lx, whole) ?? this.share(lx, at, whole) ?? whole
  }

  /** "half a million", "a quarter of a million", "a third of", "half the", "a half". */
  private part(lx: readonly Lexeme[], at: number): Numeral | undefined {
    const article = isArticle(lx[at]) ? 1 : 0
    const word = lx[at + article]?.lower ?? ''
    const glyph = this.words.glyphs[word]
    if (!article && glyph !== undefined) return this.scaled(lx, glyph, at + 1)
    let value: number
    if (word === 'half' || word === 'quarter') value = 1 / this.words.parts[word]!
    else if (article && this.denominator(word) && (lx[at + 2]?.lower === 'of' || isShare(lx, at)))
      value = 1 / this.denominator(word)!
    else if (article && this.words.scaleOrdinals[word.replace(/s$/, '')] !== undefined)
      return this.made(1 / this.words.scaleOrdinals[word.replace(/s$/, '')]!, at + 2)
    else return undefined
    const next = at + article + 1
    let scaleAt = next
    if (lx[scaleAt]?.lower === '-') scaleAt++
    if (lx[scaleAt]?.lower === 'of') scaleAt++
    if (isArticle(lx[scaleAt])) scaleAt++
    const scale = this.words.scales[lx[scaleAt]?.lower ?? '']
    if (scale) return { value: value * scale, next: scaleAt + 1, form: 'cardinal', bare: false, scale }
    return this.made(value, next)
  }

  private scaled(lx: readonly Lexeme[], value: number, at: number): Numeral {
    const scale = this.scaleAt(lx, at)
    return scale
      ? { value: value * scale.by, next: scale.next, form: 'cardinal', bare: false, scale: scale.by }
      : this.made(value, at)
  }

  private denominator(word: string): number | undefined {
    const single = word.replace(/s$/, '')
    const value =
      this.words.parts[word] ??
      this.words.parts[single] ??
      this.words.ordinals[single] ??
      this.words.scaleOrdinals[single]
    return value !== undefined && value > 1 && !(word === 'second' || word === 'seconds') ? value : undefined
  }

  /** "two thirds", "three-quarters", "one-fourth", "three twenty-firsts". */
  private share(lx: readonly Lexeme[], at: number, whole: Numeral): Numeral | undefined {
    const isPlural = /[^s]s$/.test(lx[whole.next]?.lower ?? '')
    if (whole.scale !== 1 && whole.value !== whole.scale && !isPlural) return undefined
    let next = whole.next
    if (lx[next]?.lower === '-') next++
    let word = lx[next]?.lower ?? ''
    let denominator = this.denominator(word)
    const ten = this.words.tens[word]
    if (ten !== undefined && ten !== 10 && lx[next + 1]) {
      const rest = lx[next + 1]!.lower === '-' ? next + 2 : next + 1
      const last = this.words.ordinals[lx[rest]?.lower.replace(/s$/, '') ?? '']
      if (last !== undefined && last < 10) {
        denominator = ten + last
        word = lx[rest]!.lower
        next = rest
      }
    }
    if (denominator === undefined) return undefined
    // "one third" but not "two third" and not "21 third parties"
    const plural = word.endsWith('s') || word === 'halves'
    if (!plural && whole.value !== 1) return undefined
    if (lx[at]!.kind === 'number' && lx[next]!.gap && !plural) return undefined
    return this.scaledPart(lx, whole.value / denominator, next + 1)
  }

  /** "three quarters of a million", "three quarters billion" */
  private scaledPart(lx: readonly Lexeme[], value: number, at: number): Numeral {
    let scaleAt = at
    if (lx[at]?.lower === 'of' && isArticle(lx[at + 1])) scaleAt = at + 2
    const scale = this.words.scales[lx[scaleAt]?.lower ?? '']
    return scale
      ? { value: value * scale, next: scaleAt + 1, form: 'cardinal', bare: false, scale }
      : this.made(value, at)
  }

  /** "nine point nought four" */
  private decimals(lx: readonly Lexeme[], whole: Numeral): Numeral | undefined {
    if (lx[whole.next]?.lower !== 'point') return undefined
    let digits = ''
    let next = whole.next + 1
    for (; lx[next] && digits.length < 15; next++) {
      const { lower } = lx[next]!
      if (lower === '-' && digits) continue
      const digit =
        this.words.units[lower] ?? (digits === '' ? (this.words.teens[lower] ?? this.words.tens[lower]) : undefined)
      if (digit === undefined) {
        const unit = digits.length === 2 && digits.endsWith('0') ? this.words.units[lower] : undefined
        if (unit === undefined) break
      }
      digits =
        digits.length === 2 && digits.endsWith('0') && digit! < 10 && digits !== '00'
          ? digits[0] + String(digit)
          : digits + String(digit)
    }
    if (!digits) return undefined
    while (lx[next - 1]!.lower === '-') next--
    const value = whole.value + Number(`0.${digits}`)
    const scale = this.scaleAt(lx, next)
    return {
      value: value * (scale?.by ?? 1),
      next: scale?.next ?? next,
      form: 'cardinal',
      bare: false,
      scale: scale?.by ?? 1,
    }
  }

  /** "two and a half", "3 million and a half", "2 1/4", "twenty and three fifths", "5½" */
  private withFraction(lx: readonly Lexeme[], whole: Numeral): Numeral | undefined {
    const after = lx[whole.next]
    if (!after) return undefined
    const glyph = this.words.glyphs[after.lower]
    if (glyph !== undefined) return this.rescaled(lx, whole, glyph, whole.next + 1)
    if (after.kind === 'number' && after.gap && whole.bare) {
      const simple = simpleFraction(lx, whole.next)
      return simple ? this.rescaled(lx, whole, simple.value, simple.next) : undefined
    }
    if (after.lower !== 'and') return undefined
    const rest = whole.next + 1
    const half = isArticle(lx[rest]) ? this.denominator(lx[rest + 1]?.lower ?? '') : undefined
    if (half !== undefined && lx[rest + 2]?.lower !== 'of') {
      // "a billion and a half million" counts halves of the next scale
      const smaller = this.words.scales[lx[rest + 2]?.lower ?? '']
      if (smaller && whole.scale > smaller)
        return { ...whole, value: whole.value + smaller / half, next: rest + 3, bare: false }
      return this.rescaled(
        lx,
        whole,
        whole.scale > 1 && whole.value % whole.scale === 0 && half <= 4 ? whole.scale / half : 1 / half,
        rest + 2,
      )
    }
    const numerator = this.whole(lx, rest)
    const part = numerator?.form === 'cardinal' ? this.share(lx, rest, numerator) : undefined
    if (!part) return undefined
    if (part.form === 'cardinal')
      return whole.scale > part.scale ? { ...part, value: whole.value + part.value } : undefined
    return this.rescaled(
      lx,
      whole,
      whole.scale >= 1e6 && whole.value % whole.scale === 0 ? part.value * whole.scale : part.value,
      part.next,
    )
  }

  private rescaled(lx: readonly Lexeme[], whole: Numeral, more: number, next: number): Numeral {
    const scale = whole.scale === 1 ? this.scaleAt(lx, next) : undefined
    const value = (whole.value + more) * (scale?.by ?? 1)
    return { value, next: scale?.next ?? next, form: 'cardinal', bare: false, scale: scale?.by ?? whole.scale }
  }

  private scaleAt(lx: readonly Lexeme[], at: number): { by: number; next: number } | undefined {
    const skip = lx[at]?.lower === '-' && !lx[at]!.gap && this.words.scales[lx[at + 1]?.lower ?? ''] ? 1 : 0
    const { lower, gap } = lx[at + skip] ?? { lower: '', gap: false }
    const long = this.words.scales[lower]
    if (long) return { by: long, next: at + skip + 1 }
    const short =
      this.words.shortScales[lower] ??
      (this.money || (gap && lx[at]!.text === 'M') ? this.words.moneyScales[lower] : undefined)
    if (!short || skip) return undefined
    if (gap && !this.spaced.has(lower)) return undefined
    if (!gap && this.money && lower === 'm' && lx[at + 1]?.lower === '/') return undefined
    return { by: short, next: at + 1 }
  }

  /** Digits or words up to the largest scale, without fractions. */
  private whole(lx: readonly Lexeme[], from: number): Numeral | undefined {
    const { units, teens, tens, scales, ordinals, scaleOrdinals } = this.words
    let total = 0
    let current = -1
    let lastScale = Number.POSITIVE_INFINITY
    let shared = 1
    let step: Step = 'none'
    let at = from
    let next = from
    if (isArticle(lx[at]) && scales[lx[at + 1]?.lower ?? ''] !== undefined) {
      current = 1
      step = 'unit'
      at++
    }
    let bare = false
    for (let count = 0; at < lx.length && count < 24; count++) {
      const { kind, lower, gap } = lx[at]!
      const fresh = current < 0
      const open = fresh || step === 'hundred'
      if (kind === 'number') {
        if (
          !(
            step === 'none' ||
            ((step === 'scale' || step === 'hundred') &&
              gap &&
              Number.isInteger(lx[at]!.value) &&
              lx[at]!.value < Math.min(lastScale, 1000))
          )
        )
          break
        if (step === 'hundred' && lx[at]!.value >= 100) break
        const simple = step === 'none' ? simpleFraction(lx, at) : undefined
        if (simple) return this.scaled(lx, simple.value, simple.next)
        const power = step === 'none' ? scientific(lx, at) : undefined
        if (power) return { value: power.value, next: power.next, form: 'cardinal', bare: false, scale: 1 }
        bare = step === 'none'
        current = Math.max(current, 0) + lx[at]!.value
        step = 'digits'
        next = ++at
        const suffix = lx[at]
        if (suffix && !suffix.gap && /^(?:st|nd|rd|th)$/.test(suffix.lower))
          return { value: current, next: at + 1, form: 'ordinal', bare: false, scale: 1 }
        const scale = this.scaleAt(lx, at)
        if (scale && scales[lx[at]!.lower] === undefined && lx[at]!.lower !== '-') {
          return { value: total + current * scale.by, next: scale.next, form: 'cardinal', bare: false, scale: scale.by }
        }
        continue
      }
      if (kind === 'mark') {
        if (
          lower === '-' &&
          step !== 'none' &&
          step !== 'digits' &&
          lx[at + 1] &&
          (this.isNumberWord(lx[at + 1]!.lower) ||
            ordinals[lx[at + 1]!.lower] !== undefined ||
            scaleOrdinals[lx[at + 1]!.lower] !== undefined) &&
          !(step === 'unit' && units[lx[at + 1]!.lower] !== undefined)
        ) {
          at++
          continue
        }
        if (lower === '-' && step === 'digits' && !gap && scales[lx[at + 1]?.lower ?? ''] !== undefined) {
          at++
          continue
        }
        break
      }
      if (lower === 'and' && (step === 'hundred' || step === 'scale')) {
        const follower = lx[at + 1]
        if (
          !follower ||
          !(follower.kind === 'number'
            ? total + current > 0 && step === 'hundred'
            : units[follower.lower] !== undefined ||
              teens[follower.lower] !== undefined ||
              tens[follower.lower] !== undefined ||
              ordinals[follower.lower] !== undefined)
        )
          break
        if (step === 'scale' && fresh === false) break
        // "one billion and three quarters" reads on as a fraction
        const isTen = tens[follower.lower] !== undefined
        const part =
          lx[isTen && lx[at + 2]?.lower === '-' ? at + 4 : isTen && units[lx[at + 2]?.lower ?? ''] ? at + 3 : at + 2]
            ?.lower ?? ''
        if (part.endsWith('s') && this.denominator(part) !== undefined) break
        at++
        continue
      }
      if (units[lower] !== undefined && (open || (step === 'ten' && units[lower]! > 0))) {
        current = (fresh ? 0 : current) + units[lower]!
        step = 'unit'
      } else if (teens[lower] !== undefined && open) {
        current = (fresh ? 0 : current) + teens[lower]!
        step = 'unit'
      } else if (tens[lower] !== undefined && open) {
        current = (fresh ? 0 : current) + tens[lower]!
        step = 'ten'
      } else if (lower === 'hundred' && (fresh ? step === 'none' : current < 100 && step !== 'hundred')) {
        current = (fresh ? 1 : current) * 100
        shared = step === 'digits' || bare ? 100 : shared
        step = 'hundred'
      } else if (scales[lower] !== undefined && lower !== 'hundred') {
        const by = scales[lower]!
        if (fresh && step === 'scale') total *= by
        else if (fresh && step !== 'none') break
        else if (fresh && !SINGULAR.test(lower)) break
        else if (by > lastScale) break
        else total += (fresh ? 1 : current) * by
        current = -1
        lastScale = by
        shared = by
        step = 'scale'
      } else if (
        (ordinals[lower] !== undefined && (open || (step === 'ten' && ordinals[lower]! < 10))) ||
        (scaleOrdinals[lower] !== undefined && step !== 'digits')
      ) {
        const by = scaleOrdinals[lower]
        const value =
          by !== undefined
            ? (total + Math.max(current, total > 0 ? 0 : 1)) * by
            : total + Math.max(current, 0) + ordinals[lower]!
        // "two hundred second" reads on; "200 second" is a time
        if (step === 'digits' || (step !== 'none' && lower === 'second' && total + Math.max(current, 0) < 20)) break
        return { value, next: at + 1, form: 'ordinal', bare: false, scale: 1 }
      } else break
      bare = false
      next = ++at
    }
    if (next === from) return undefined
    return { value: total + Math.max(current, 0), next, form: 'cardinal', bare, scale: shared }
  }
}

/** "fell by a third", "more than a fifth since May": a part, where "a third" may also be one more. */
const isShare = (lx: readonly Lexeme[], at: number): boolean => {
  const after = lx[at + 2]
  const ends =
    !after ||
    (after.kind === 'mark' && /^[.,;:!?)]$/.test(after.lower)) ||
    /^(?:and|or|but|in|to|since|from|over|this|last|compared|on|after|between|for|while|when|as|more|less|fewer|lower|higher|smaller|larger|bigger)$/.test(
      after.lower,
    )
  return (
    ends &&
    /^(?:by|than|nearly|almost|about|around|roughly|just|only|least|some|over|under|up|down)$/.test(
      lx[at - 1]?.lower ?? '',
    )
  )
}

const SINGULAR = /[^s]$/
const isArticle = (lexeme: Lexeme | undefined): boolean => lexeme?.lower === 'a' || lexeme?.lower === 'an'

/** "-5" after a blank or a bracket; never the hyphen of "1-5" or "KN-23". */
function isMinus(lx: readonly Lexeme[], at: number): boolean {
  const { lower, gap } = lx[at]!
  if (lower !== '-' && lower !== '−') return false
  const follower = lx[at + 1]
  return gap && follower?.kind === 'number' && (!follower.gap || at === 0)
}

/** "3/4", "1/2": glued, proper, not part of a longer chain such as a date. */
function simpleFraction(lx: readonly Lexeme[], at: number): { value: number; next: number } | undefined {
  const [above, slash, below] = [lx[at]!, lx[at + 1], lx[at + 2]]
  if (slash?.lower !== '/' || slash.gap || below?.kind !== 'number' || below.gap) return undefined
  if (
    !(above.value < below.value && below.value <= 100 && Number.isInteger(above.value) && Number.isInteger(below.value))
  )
    return undefined
  if (lx[at + 3]?.lower === '/' && !lx[at + 3]!.gap) return undefined
  return { value: above.value / below.value, next: at + 3 }
}

/** "1.3x10^6", "2.5^-1" */
function scientific(lx: readonly Lexeme[], at: number): { value: number; next: number } | undefined {
  let base = lx[at]!.value
  let next = at + 1
  let factor = 1
  if (/^[x×]$/.test(lx[next]?.lower ?? '') && lx[next + 1]?.text === '10' && lx[next + 2]?.lower === '^') {
    factor = base
    base = 10
    next += 2
  }
  if (lx[next]?.lower !== '^') return undefined
  next++
  let sign = 1
  for (; lx[next]?.lower === '-' || lx[next]?.lower === '+'; next++) if (lx[next]!.lower === '-') sign = -sign
  if (lx[next]?.kind !== 'number') return undefined
  return { value: factor * base ** (sign * lx[next]!.value), next: next + 1 }
}
