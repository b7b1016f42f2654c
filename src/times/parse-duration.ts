import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import type { TimeUnit } from './lexicon.ts'
import type { TimeLookup } from './lookup.ts'
import type { Step } from './point.ts'

export interface Duration {
  readonly steps: readonly Step[]
  /** "a few days": the number is not known. */
  readonly few: boolean
  /** Of "a day", "an hour": could be a rate. */
  readonly single: boolean
  /** "four business days" */
  readonly business?: boolean
  readonly next: number
}

/** How long: "three and a half years", "two weeks", "half an hour", "1 month and 21 days", "a few days"; not "45 years old". */
export function parseDuration(lx: readonly Lexeme[], at: number, look: TimeLookup): Duration | undefined {
  const first = oneDuration(lx, at, look)
  if (!first) return undefined
  const steps = [...first.steps]
  let { next } = first
  while (!first.few && steps.length < 6) {
    let from = next
    if (lx[from]?.lower === ',') from++
    if (lx[from]?.lower === 'and') from++
    const more = oneDuration(lx, from, look)
    if (!more || more.few || more.single || steps.some(({ unit }) => unit === more.steps[0]!.unit)) break
    steps.push(...more.steps)
    next = more.next
  }
  if (isAge(lx, next) || isAged(lx, at)) return undefined
  return { ...first, steps, next }
}

/** "aged between six and 23 months" */
function isAged(lx: readonly Lexeme[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back--) {
    const { kind, lower } = lx[back]!
    if (lower === 'aged') return true
    if (kind === 'mark' ? !isHyphen(lx[back]) : lower === 'for' || lower === 'in') return false
  }
  return false
}

const isAge = (lx: readonly Lexeme[], at: number): boolean => {
  const next = isHyphen(lx[at]) ? at + 1 : at
  return /^(?:old|olds)$/.test(lx[next]?.lower ?? '') || (lx[at]?.lower === 'of' && lx[at + 1]?.lower === 'age')
}

function oneDuration(lx: readonly Lexeme[], at: number, look: TimeLookup): Duration | undefined {
  const first = lx[at]
  if (!first || (first.kind !== 'number' && first.kind !== 'word')) return undefined
  const article = first.lower === 'a' || first.lower === 'an' ? 1 : 0
  const few = look.few.match(lx, at + article)
  if (few) {
    let unitAt = few.next
    if (lx[unitAt]?.lower === 'of') unitAt++
    if (lx[unitAt]?.lower === 'more') unitAt++
    const unit = unitAtPlace(lx, unitAt, look)
    if (!unit || !/s$/.test(lx[unit.next - 1]!.lower)) return undefined
    const isCouple = lx[at + article]!.lower === 'couple'
    return { steps: [{ count: isCouple ? 2 : 3, unit: unit.unit }], few: !isCouple, single: false, next: unit.next }
  }
  const whole = /^(?:all|whole|full|another)$/.test(lx[at + (first.lower === 'the' || article ? 1 : 0)]?.lower ?? '')
  if (whole && first.lower !== 'the') {
    const word = at + article
    let unitAt = isHyphen(lx[word + 1]) ? word + 2 : word + 1
    const numeral = lx[word]!.lower === 'another' ? look.numerals.parse(lx, unitAt) : undefined
    if (numeral) unitAt = numeral.next
    const unit = unitAtPlace(lx, unitAt, look)
    return unit && (numeral || !/s$/.test(lx[unit.next - 1]!.lower))
      ? { steps: [{ count: numeral?.value ?? 1, unit: unit.unit }], few: false, single: false, next: unit.next }
      : undefined
  }
  // "half an hour", "half a year"
  if (first.lower === 'half' && /^an?$/.test(lx[at + 1]?.lower ?? '')) {
    const unit = unitAtPlace(lx, at + 2, look)
    if (unit) return { steps: [{ count: 0.5, unit: unit.unit }], few: false, single: false, next: unit.next }
  }
  if (article) {
    const unit = unitAtPlace(lx, at + 1, look)
    // "a quarter of the town"
    if (unit?.unit === 'quarter' && lx[unit.next]?.lower === 'of') return undefined
    if (unit && !/[^s]s$/.test(lx[unit.next - 1]!.lower)) {
      const half = halfMore(lx, unit.next)
      return {
        steps: [{ count: 1 + half.more, unit: unit.unit }],
        few: false,
        single: half.more === 0,
        next: half.next,
      }
    }
  }
  const numeral = look.numerals.mayBegin(first) ? look.numerals.parse(lx, at) : undefined
  if (!numeral || numeral.form === 'ordinal' || numeral.value < 0) return undefined
  if (first.kind === 'number' && !first.gap && lx[at - 1] && !/^[([\-–—~<>=+|"“'‘]$/.test(lx[at - 1]!.lower))
    return undefined
  let next = numeral.next
  const hyphen = isHyphen(lx[next]) && lx[next + 1]?.gap === false
  if (hyphen) next++
  if (
    !hyphen &&
    /^(?:more|full|consecutive|straight|whole|business|working|calendar|solid)$/.test(lx[next]?.lower ?? '')
  )
    next++
  const unit = unitAtPlace(lx, next, look, lx[numeral.next - 1]!.kind === 'number')
  if (!unit) return undefined
  // "FIFA World Cup 2018 day five"
  const business = /^(?:business|working)$/.test(lx[unit.next - 2]?.lower ?? '')
  if (!hyphen && numeral.value >= 1000 && !lx[unit.next - 1]!.lower.endsWith('s')) return undefined
  const half = hyphen ? { more: 0, next: unit.next } : halfMore(lx, unit.next)
  const steps = [{ count: numeral.value + half.more, unit: unit.unit }]
  return { steps, few: false, single: false, next: half.next, ...(business ? { business } : {}) }
}

function unitAtPlace(
  lx: readonly Lexeme[],
  at: number,
  look: TimeLookup,
  digits = false,
): { unit: TimeUnit; next: number } | undefined {
  const word = lx[at]
  const unit = look.units.get(word?.lower ?? '')
  if (!word || !unit) return undefined
  if (word.lower === 'h' && !digits) return undefined
  if (/^(?:second|min|sec|mo)$/.test(word.lower) && !digits && word.lower !== 'second') return undefined
  if (word.text !== word.lower && /^(?:H|MO|Mo|Sec|Min)$/.test(word.text)) return undefined
  if (lx[at + 1] && !lx[at + 1]!.gap && lx[at + 1]!.kind === 'number') return undefined
  return { unit, next: at + 1 }
}

/** "an hour and a half", "a year and half" */
function halfMore(lx: readonly Lexeme[], at: number): { more: number; next: number } {
  if (lx[at]?.lower !== 'and') return { more: 0, next: at }
  const half = lx[at + 1]?.lower === 'a' ? at + 2 : at + 1
  const after = lx[half + 1]?.lower
  return lx[half]?.lower === 'half' && after !== 'a' && after !== 'an'
    ? { more: 0.5, next: half + 1 }
    : { more: 0, next: at }
}

const LETTERS: Readonly<Record<TimeUnit, readonly [date: string, factor: number]>> = {
  century: ['Y', 100],
  decade: ['Y', 10],
  year: ['Y', 1],
  quarter: ['M', 3],
  month: ['M', 1],
  fortnight: ['W', 2],
  week: ['W', 1],
  weekend: ['WE', 1],
  day: ['D', 1],
  hour: ['TH', 1],
  minute: ['TM', 1],
  second: ['TS', 1],
}

/** ISO 8601: "P1Y2M", "PT30M", "P0.5Y"; null for weekends, which it cannot say. */
export function durationText(steps: readonly Step[]): string | null {
  const sums = new Map<string, number>()
  for (const { count, unit } of steps) {
    const [letter, factor] = LETTERS[unit]
    if (letter === 'WE') return null
    sums.set(letter, (sums.get(letter) ?? 0) + count * factor)
  }
  const part = (letters: readonly string[]) =>
    letters.flatMap((letter) => (sums.has(letter) ? [`${number(sums.get(letter)!)}${letter.at(-1)}`] : [])).join('')
  const time = part(['TH', 'TM', 'TS'])
  return `P${part(['Y', 'M', 'W', 'D'])}${time && `T${time}`}`
}

const number = (value: number): string => String(Number(value.toFixed(6)))
