import type { Lexeme } from './lexemes.ts'
import { denominatorOf, isArticle, made, type Numeral, type NumeralWords, scaleAt, scaled } from './numeral-words.ts'
import { parseWhole, simpleFraction } from './parse-whole.ts'

/** "half a million", "a quarter of a million", "a third of", "half the", "a half". */
export function parsePart(look: NumeralWords, lx: readonly Lexeme[], at: number): Numeral | undefined {
  const article = isArticle(lx[at]) ? (lx[at + 1]?.lower === 'further' ? 2 : 1) : 0
  const word = lx[at + article]?.lower ?? ''
  const glyph = look.words.glyphs[word]
  if (!article && glyph !== undefined) return scaled(look, lx, glyph, at + 1)
  let value: number
  if (word === 'half' || word === 'quarter') value = 1 / look.words.parts[word]!
  else if (
    article &&
    (/^(?:of|fewer|less|cheaper)$/.test(lx[at + article + 1]?.lower ?? '') || isShare(lx, at, article)) &&
    denominatorOf(look, word)
  )
    value = 1 / denominatorOf(look, word)!
  else if (article && look.words.scaleOrdinals[word.replace(/s$/, '')] !== undefined)
    return made(1 / look.words.scaleOrdinals[word.replace(/s$/, '')]!, at + article + 1)
  else return undefined
  const next = at + article + 1
  let scaleAt = next
  if (lx[scaleAt]?.lower === '-') scaleAt++
  if (lx[scaleAt]?.lower === 'of') scaleAt++
  if (isArticle(lx[scaleAt])) scaleAt++
  const scale = look.words.scales[lx[scaleAt]?.lower ?? '']
  if (scale) return { value: value * scale, next: scaleAt + 1, form: 'cardinal', bare: false, scale }
  return made(value, next)
}

/** "fell by a third", "more than a fifth since May", "a further third by the region": a part, where "a third" may also be one more. */
const isShare = (lx: readonly Lexeme[], at: number, article: number): boolean => {
  if (article < 2 && !SHARE_BEFORE.has(lx[at - 1]?.lower ?? '')) return false
  const after = lx[at + article + 1]
  return !after || (after.kind === 'mark' ? /^[.,;:!?)]$/.test(after.lower) : SHARE_AFTER.has(after.lower))
}

const SHARE_BEFORE = new Set([
  'by',
  'than',
  'nearly',
  'almost',
  'about',
  'around',
  'roughly',
  'just',
  'only',
  'least',
  'some',
  'over',
  'under',
  'up',
  'down',
])
const SHARE_AFTER = new Set([
  ...[
    'and',
    'by',
    'or',
    'but',
    'in',
    'to',
    'since',
    'from',
    'over',
    'this',
    'last',
    'compared',
    'on',
    'after',
    'between',
    'for',
    'while',
  ],
  ...['when', 'as', 'more', 'less', 'fewer', 'lower', 'higher', 'smaller', 'larger', 'bigger'],
])

/** "two thirds", "three-quarters", "one-fourth", "three twenty-firsts". */
export function parseShare(look: NumeralWords, lx: readonly Lexeme[], at: number, whole: Numeral): Numeral | undefined {
  const isPlural = /[^s]s$/.test(lx[whole.next]?.lower ?? '')
  if (whole.scale !== 1 && whole.value !== whole.scale && !isPlural) return undefined
  let next = whole.next
  if (lx[next]?.lower === '-') next++
  let word = lx[next]?.lower ?? ''
  let denominator = denominatorOf(look, word)
  const ten = look.words.tens[word]
  if (ten !== undefined && ten !== 10 && lx[next + 1]) {
    const rest = lx[next + 1]!.lower === '-' ? next + 2 : next + 1
    const last = look.words.ordinals[lx[rest]?.lower.replace(/s$/, '') ?? '']
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
  return scaledPart(look, lx, whole.value / denominator, next + 1)
}

/** "three quarters of a million", "three quarters billion" */
function scaledPart(look: NumeralWords, lx: readonly Lexeme[], value: number, at: number): Numeral {
  let scaleAt = at
  if (lx[at]?.lower === 'of' && isArticle(lx[at + 1])) scaleAt = at + 2
  const scale = look.words.scales[lx[scaleAt]?.lower ?? '']
  return scale ? { value: value * scale, next: scaleAt + 1, form: 'cardinal', bare: false, scale } : made(value, at)
}

/** "nine point nought four" */
export function parseDecimals(look: NumeralWords, lx: readonly Lexeme[], whole: Numeral): Numeral | undefined {
  if (lx[whole.next]?.lower !== 'point') return undefined
  let digits = ''
  let next = whole.next + 1
  for (; lx[next] && digits.length < 15; next++) {
    const { lower } = lx[next]!
    if (lower === '-' && digits) continue
    const digit =
      look.words.units[lower] ?? (digits === '' ? (look.words.teens[lower] ?? look.words.tens[lower]) : undefined)
    if (digit === undefined) {
      const unit = digits.length === 2 && digits.endsWith('0') ? look.words.units[lower] : undefined
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
  const scale = scaleAt(look, lx, next)
  return {
    value: value * (scale?.by ?? 1),
    next: scale?.next ?? next,
    form: 'cardinal',
    bare: false,
    scale: scale?.by ?? 1,
  }
}

/** "two and a half", "3 million and a half", "2 1/4", "twenty and three fifths", "5½" */
export function addFraction(look: NumeralWords, lx: readonly Lexeme[], whole: Numeral): Numeral | undefined {
  const after = lx[whole.next]
  if (!after) return undefined
  const glyph = look.words.glyphs[after.lower]
  if (glyph !== undefined) return rescaled(look, lx, whole, glyph, whole.next + 1)
  if (after.kind === 'number' && after.gap && whole.bare) {
    const simple = simpleFraction(lx, whole.next)
    return simple ? rescaled(look, lx, whole, simple.value, simple.next) : undefined
  }
  if (after.lower !== 'and') return undefined
  const rest = whole.next + 1
  const half = isArticle(lx[rest]) ? denominatorOf(look, lx[rest + 1]?.lower ?? '') : undefined
  if (half !== undefined && lx[rest + 2]?.lower !== 'of') {
    // "a billion and a half million" counts halves of the next scale
    const smaller = look.words.scales[lx[rest + 2]?.lower ?? '']
    if (smaller && whole.scale > smaller)
      return { ...whole, value: whole.value + smaller / half, next: rest + 3, bare: false }
    return rescaled(
      look,
      lx,
      whole,
      whole.scale > 1 && whole.value % whole.scale === 0 && half <= 4 ? whole.scale / half : 1 / half,
      rest + 2,
    )
  }
  const numerator = parseWhole(look, lx, rest)
  const part = numerator?.form === 'cardinal' ? parseShare(look, lx, rest, numerator) : undefined
  if (!part) return undefined
  if (part.form === 'cardinal')
    return whole.scale > part.scale ? { ...part, value: whole.value + part.value } : undefined
  return rescaled(
    look,
    lx,
    whole,
    whole.scale >= 1e6 && whole.value % whole.scale === 0 ? part.value * whole.scale : part.value,
    part.next,
  )
}

function rescaled(look: NumeralWords, lx: readonly Lexeme[], whole: Numeral, more: number, next: number): Numeral {
  const scale = whole.scale === 1 ? scaleAt(look, lx, next) : undefined
  const value = (whole.value + more) * (scale?.by ?? 1)
  return { value, next: scale?.next ?? next, form: 'cardinal', bare: false, scale: scale?.by ?? whole.scale }
}
