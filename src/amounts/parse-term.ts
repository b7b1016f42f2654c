import type { Lexeme } from './lexemes.ts'
import { isHyphen } from './lexemes.ts'
import type { AmountLookup, Measure } from './lookup.ts'
import type { Numeral } from './numeral-words.ts'
import { parseMultiple } from './parse-multiple.ts'
import type { Term } from './term.ts'

/** A number with its currency sign, percent sign, unit or age word; undefined for digits that are part of a code or a larger sign. */
export function parseTerm(lx: readonly Lexeme[], at: number, look: AmountLookup): Term | undefined {
  const letter = byLetter(lx, at, look)
  if (letter) return letter
  const sign = look.signs.match(lx, at)
  if (sign && !isGlued(lx, at)) {
    const minus = lx[sign.next]?.lower === '-' && !lx[sign.next]!.gap ? 1 : 0
    const numeral = look.numerals.parse(lx, sign.next + minus, true)
    if (numeral && numeral.form === 'cardinal') {
      const spelled = lx[sign.next]!.kind !== 'number'
      if (!spelled || /\W/.test(lx[at]!.lower)) {
        return {
          ...numeral,
          value: minus ? -numeral.value : numeral.value,
          measure: sign.value,
          at,
          numberEnds: numeral.next,
        }
      }
    }
  }
  const multiple = parseMultiple(lx, at, look)
  if (multiple) return multiple
  const vague = look.vague.match(lx, at)
  const numeral = look.numerals.parse(lx, at)
  if (vague && !(numeral && numeral.next > vague.next)) return vagueTerm(lx, at, vague.value, vague.next, look)
  if (!numeral || isCode(lx, at, numeral)) return undefined
  return withMeasure(lx, at, numeral, look)
}

/** "R4.5 million", "N5,000": a capital that is a currency only right before what cannot be a label ("R4", "N40"). */
function byLetter(lx: readonly Lexeme[], at: number, look: AmountLookup): Term | undefined {
  const [letter, digits] = [lx[at]!, lx[at + 1]]
  const unit = digits?.kind === 'number' && !digits.gap ? look.letterSigns.get(letter.text) : undefined
  if (!unit || isGlued(lx, at)) return undefined
  const numeral = look.numerals.parse(lx, at + 1, true)
  if (numeral?.form !== 'cardinal' || !(numeral.scale > 1 || digits!.text.includes(','))) return undefined
  return { ...numeral, measure: { kind: 'money', unit }, at, numberEnds: numeral.next }
}

function vagueTerm(
  lx: readonly Lexeme[],
  at: number,
  range: readonly [number, number | null],
  next: number,
  look: AmountLookup,
): Term {
  const measure = look.measures.match(lx, lx[next]?.lower === 'of' ? next + 1 : next)
  return {
    value: range[0],
    range,
    measure: measure?.value ?? null,
    form: 'cardinal',
    bare: false,
    scale: 1,
    at,
    numberEnds: next,
    next: measure?.next ?? next,
  }
}

/** Digits glued to a word before them ("KN-23", "Oct2", "1.2.3"). */
function isGlued(lx: readonly Lexeme[], at: number): boolean {
  const before = lx[at - 1]
  const { gap } = lx[at]!
  if (gap || !before) return false
  if (before.kind === 'word' || before.kind === 'clock' || before.kind === 'date') return true
  if (before.kind === 'number') return true
  if ('-/.:_#&@\\+'.includes(before.lower) && !before.gap) {
    const earlier = lx[at - 2]
    if (earlier?.lower === MAGNITUDE) return false
    return earlier !== undefined && (earlier.kind !== 'mark' || earlier.lower === ')')
  }
  return before.lower === '#' || before.lower === '_'
}

function isCode(lx: readonly Lexeme[], at: number, numeral: Numeral): boolean {
  if (lx[at]!.kind === 'number' && isGlued(lx, at)) return true
  const last = lx[numeral.next - 1]!
  const after = lx[numeral.next]
  if (last.kind !== 'number' || !after || after.gap) return false
  if (after.kind === 'number' || after.kind === 'clock' || after.kind === 'date') return true
  if (after.lower === ':' || after.lower === '/' || after.lower === '_')
    return lx[numeral.next + 1]?.gap === false && lx[numeral.next + 1]!.kind !== 'word'
  return false
}

function withMeasure(lx: readonly Lexeme[], at: number, numeral: Numeral, look: AmountLookup): Term | undefined {
  const { form } = numeral
  const term = { ...numeral, at, numberEnds: numeral.next, measure: null }
  if (form === 'ordinal') return term
  const after = lx[numeral.next]
  if (!after) return term
  const half = form === 'fraction' ? ofOne(lx, numeral.next, look) : undefined
  if (half) return { ...term, measure: half.value, next: half.next }
  const hyphen = isHyphen(after) && lx[numeral.next + 1] !== undefined && !lx[numeral.next + 1]!.gap
  const bracket = /^[([{]$/.test(after.lower)
  const unitAt = numeral.next + (hyphen || bracket ? 1 : 0)
  const isStrong = after.lower === 'strong' && (lx[numeral.next + 1]?.kind ?? 'mark') === 'mark' // "a choir, 84 strong,"
  if ((hyphen && look.words.strong.has(lx[unitAt]!.lower)) || isStrong)
    return { ...term, next: unitAt + 1, people: true }
  // "5m people" is a number of people and "5m euros" money, "1.8m" a length
  if (after.lower === 'm' && !after.gap && !hyphen) {
    const ends = numeral.next + 1
    const millions = { ...term, value: term.value * 1e6, scale: 1e6, bare: false, numberEnds: ends, next: ends }
    const money = lx[ends]?.gap ? look.measures.match(lx, ends) : undefined
    if (money?.value.kind === 'money') return { ...millions, measure: money.value, next: money.next }
    if (isCountedPlural(lx[ends])) return millions
  }
  const coded = scaledCode(after, look)
  if (coded && !hyphen && !bracket)
    return { ...term, value: term.value * coded.by, scale: coded.by, measure: coded.measure, next: numeral.next + 1 }
  const found = matchMeasure(lx, unitAt, look, numeral, at)
  if (found && !(bracket && !/^[)\]}]$/.test(lx[found.next]?.lower ?? ''))) {
    // "75 USD million"
    const scale = found.value.kind === 'money' ? look.scales.get(lx[found.next]?.lower ?? '') : undefined
    if (scale) return { ...term, value: term.value * scale, scale, measure: found.value, next: found.next + 1 }
    return subunits(lx, { ...term, measure: found.value, next: found.next + (bracket ? 1 : 0) }, look)
  }
  const digits = lx[numeral.next - 1]!.kind === 'number'
  if (!after.gap && after.kind === 'word' && digits) {
    // "5G" and "737s" are names
    return undefined
  }
  return term
}

/** "half a percentage point", "a quarter of a mile": the unit of which it is a part. */
function ofOne(lx: readonly Lexeme[], at: number, look: AmountLookup): { value: Measure; next: number } | undefined {
  const article = lx[at]?.lower === 'of' ? at + 1 : at
  const unit = /^an?$/.test(lx[article]?.lower ?? '') ? look.measures.match(lx, article + 1) : undefined
  return unit && (unit.value.kind === 'dimension' || unit.value.kind === 'percent') ? unit : undefined
}

/** "120 MEUR", "35 KUSD" */
function scaledCode({ text }: Lexeme, look: AmountLookup): { by: number; measure: Measure } | undefined {
  if (!/^[KM][A-Z]{3}$/.test(text)) return undefined
  const code = look.signs.match([codeLexeme(text.slice(1))], 0)
  return code && { by: text[0] === 'K' ? 1e3 : 1e6, measure: code.value }
}

const codeLexeme = (text: string): Lexeme => ({
  kind: 'word',
  text,
  lower: text.toLowerCase(),
  start: 0,
  end: text.length,
  gap: true,
  value: Number.NaN,
})

function matchMeasure(
  lx: readonly Lexeme[],
  at: number,
  look: AmountLookup,
  numeral: Numeral,
  numberAt: number,
): { value: Measure; next: number } | undefined {
  const first = lx[at]
  if (!first) return undefined
  const measure = look.measures.match(lx, at)
  const digits = lx[numeral.next - 1]!.kind === 'number'
  if (measure) {
    const glued = lx[measure.next]
    if (
      glued &&
      !glued.gap &&
      (glued.kind === 'word' || glued.kind === 'number') &&
      glued.lower !== "'s" &&
      first.kind === 'word'
    )
      return undefined
    // "ten try": short words that are also other words
    if (first.lower === 'try' || first.lower === 'real') return undefined
    if (numeral.value < (LEAST[first.lower] ?? Number.NEGATIVE_INFINITY)) return undefined
    return measure
  }
  if (!digits) return undefined
  const glued = look.glued.match(lx, at)
  if (!glued) return undefined
  const after = lx[glued.next]
  if (after && !after.gap && (after.kind === 'word' || after.kind === 'number')) return undefined
  // "fell to minus 12C", but neither "seat 12C" nor "file a 13F"
  if (glued.value.kind === 'temperature')
    return /^[CF]$/.test(first.text) &&
      !first.gap &&
      look.words.beforeDegrees.has(lx[numberAt - 1]?.lower ?? lx[numberAt]!.lower)
      ? glued
      : undefined
  if (first.gap && first.kind === 'word')
    return first.lower === 'm' || first.lower === 'in' ? spacedShort(lx, at, glued) : glued
  return glued
}

/** "two won", but "9,000 won"; "two crowns" may be worn. */
const LEAST: Readonly<Record<string, number>> = { won: 1000, crowns: 20 }

/** "1 m" before a mark or the end; "20 in" only at the end of "12 ft 2 in". */
function spacedShort(
  lx: readonly Lexeme[],
  at: number,
  glued: { value: Measure; next: number },
): typeof glued | undefined {
  const after = lx[glued.next]
  if (lx[at]!.lower === 'm') return after?.kind !== 'word' ? glued : undefined
  return /^(?:ft|feet|foot)$/.test(lx[at - 2]?.lower ?? '') ? glued : undefined
}

/** "5 feet 2 inches", "thirteen dollars and forty-five cents", "15 dollars 50" */
function subunits(lx: readonly Lexeme[], term: Term, look: AmountLookup): Term {
  const part =
    PARTS.get(term.measure!.unit) ??
    (term.measure!.kind === 'money' && term.measure!.unit.length === 3 ? MONEY_PARTS : undefined)
  if (!part) return term
  const at = lx[term.next]?.lower === 'and' ? term.next + 1 : term.next
  const numeral = look.numerals.parse(lx, at)
  if (numeral?.form !== 'cardinal' || numeral.value >= part.of || numeral.value < 0) return term
  const unit = look.measures.match(lx, numeral.next) ?? look.glued.match(lx, numeral.next)
  if (unit && part.units.has(unit.value.unit))
    return { ...term, value: term.value + numeral.value / part.of, next: unit.next }
  const after = lx[numeral.next]
  if (
    part === MONEY_PARTS &&
    numeral.scale === 1 &&
    at === term.next &&
    numeral.value >= 10 &&
    Number.isInteger(numeral.value) &&
    (!after || (after.kind === 'mark' && after.lower === '.') || after.lower === 'more' || after.lower === 'less')
  ) {
    return { ...term, value: term.value + numeral.value / part.of, next: numeral.next }
  }
  return term
}

const MONEY_PARTS = { of: 100, units: new Set(['cent', 'penny', 'kopeck']) }
const PARTS = new Map([
  ['foot', { of: 12, units: new Set(['inch']) }],
  ['pound', { of: 16, units: new Set(['ounce']) }],
  ['meter', { of: 100, units: new Set(['centimeter']) }],
])

/** "a magnitude-6.1 quake" */
export const MAGNITUDE = 'magnitude'

const isCountedPlural = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.gap === true && (lexeme.lower === 'people' || /^[a-z]{3,}[^s]s$/.test(lexeme.text))
