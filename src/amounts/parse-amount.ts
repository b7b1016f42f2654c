import type { Lexeme } from './lexemes.ts'
import { isHyphen } from './lexemes.ts'
import type { AmountLookup, Bound, Measure } from './lookup.ts'
import { parseTerm } from './parse-term.ts'
import type { Term } from './term.ts'

/** An amount as an interval, with the lexemes it spans. */
export interface ParsedAmount {
  readonly at: number
  readonly next: number
  /** The first lexeme after the (last) number, where the counted noun may begin. */
  readonly nounFrom: number
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly minOpen: boolean
  readonly maxOpen: boolean
  readonly approximate: boolean
  readonly measure: Measure | null
  readonly form: Term['form']
  readonly people: boolean
  readonly term: Term
}

/** The amount that begins at `at`, with the words before and after that bound it. */
export function parseAmount(lx: readonly Lexeme[], at: number, look: AmountLookup): ParsedAmount | undefined {
  const opened = readBounds(lx, at, look)
  const pair = opened.bounds.length === 0 ? parsePair(lx, at, look) : undefined
  if (pair) return pair
  const term = parseTerm(lx, opened.next, look)
  if (!term) return undefined
  if (term.form === 'ordinal') return opened.bounds.length === 0 ? ofTerm(term, at, [], term.next) : undefined
  const range = parseRange(lx, term, look)
  if (range) return ofRange(range, at, opened.bounds)
  const closed = closeBounds(lx, term, opened.bounds, look)
  return joinOpposite(lx, ofTerm(term, at, closed.bounds, closed.next), look)
}

interface Bounds {
  readonly bounds: readonly Bound[]
  readonly next: number
}

/** "up to an estimated", "at least": at most two in a row. */
function readBounds(lx: readonly Lexeme[], at: number, look: AmountLookup): Bounds {
  const bounds: Bound[] = []
  let next = at
  while (bounds.length < 2) {
    const found = look.before.match(lx, next)
    if (!found) break
    bounds.push(found.value)
    next = found.next
  }
  if (bounds.length > 0 && lx[next]?.lower === 'the') next++
  return { bounds, next }
}

function closeBounds(lx: readonly Lexeme[], term: Term, bounds: readonly Bound[], look: AmountLookup): Bounds {
  const found = look.after.match(lx, term.next)
  if (!found || (lx[term.next]!.lower === '+' && lx[found.next]?.kind === 'number')) return { bounds, next: term.next }
  if (lx[found.next]?.lower === 'than') return { bounds, next: term.next } // "200 or greater than 190"
  const hyphen = isHyphen(lx[term.next]) || lx[term.next]!.lower === 'plus'
  if (lx[term.next]!.lower === 'plus' && lx[term.next]!.gap) return { bounds, next: term.next }
  if (lx[term.next]!.lower === 'odd' && term.measure) return { bounds, next: term.next }
  if (hyphen && lx[term.next]!.gap) return { bounds, next: term.next }
  return { bounds: [...bounds, found.value], next: found.next }
}

/** "between X and Y", "from X to Y"; undefined when "from … to …" names two values of something that changed. */
function parsePair(lx: readonly Lexeme[], at: number, look: AmountLookup): ParsedAmount | undefined {
  const word = lx[at]!.lower
  if (word !== 'between' && word !== 'from') return undefined
  const low = parseTerm(lx, at + 1, look)
  if (!low || low.form === 'ordinal') return undefined
  const link = lx[low.next]?.lower
  if (
    word === 'between'
      ? !(link === 'and' || link === 'to' || isHyphen(lx[low.next]))
      : !(link === 'to' || link === 'through' || link === 'until')
  )
    return undefined
  if (word === 'from' && changesBefore(lx, at, look)) return undefined
  const high = parseTerm(lx, low.next + 1, look)
  const range = high && joined(low, high)
  return range ? ofRange(range, at, []) : undefined
}

interface Range {
  readonly low: Term
  readonly high: Term
  readonly from: number
  readonly to: number
  readonly measure: Measure | null
}

/** "10 to 12 million", "2-3bn", "two or three" */
function parseRange(lx: readonly Lexeme[], low: Term, look: AmountLookup): Range | undefined {
  const link = lx[low.next]
  if (!link || low.range) return undefined
  const word = link.lower
  if (!(word === 'to' || word === 'or' || word === 'through' || isHyphen(link))) return undefined
  const high = parseTerm(lx, low.next + 1, look) ?? (isHyphen(link) ? parseHyphened(lx, low.next + 1, look) : undefined)
  if (!high || high.form !== low.form) return undefined
  if (word === 'or' && !(high.value === low.value + 1 && high.value <= 20)) return undefined
  if (isHyphen(link) && (!isRangeHyphen(lx, low, high) || isResult(lx, low, high, look))) return undefined
  if (word === 'to' && changesBefore(lx, low.at, look) && lx[low.at - 1]?.lower === 'from') return undefined
  if (word === 'to' && low.measure && !high.measure && low.next > low.numberEnds) return undefined // "rose 12 percent to 4,300"
  // "grew by 300 million to 4.1 billion euros"
  const isFarOff = high.scale > low.scale ? low.scale > 1 : lx[low.at - 1]?.lower === 'by' && high.value > 3 * low.value
  if (word === 'to' && isFarOff && changesBefore(lx, low.at, look)) return undefined
  return joined(low, high)
}

/** The digits behind a hyphen look glued to it: here they are meant to be. */
function parseHyphened(lx: readonly Lexeme[], at: number, look: AmountLookup): Term | undefined {
  const rest = lx.slice(at, at + 12)
  const term = parseTerm(rest, 0, look)
  return term && { ...term, at: term.at + at, numberEnds: term.numberEnds + at, next: term.next + at }
}

/** One hyphen or dash between two numbers, not a chain of digits like a phone number. */
function isRangeHyphen(lx: readonly Lexeme[], low: Term, high: Term): boolean {
  const after = lx[high.numberEnds]
  if (isHyphen(after) && !after!.gap && lx[high.numberEnds + 1]?.kind === 'number') return false
  const before = lx[low.at - 1]
  return !(before && isHyphen(before) && !before.gap && !lx[low.at]!.gap)
}

/** "won 3-1", "a 51-49 vote": results, not ranges. */
function isResult(lx: readonly Lexeme[], low: Term, high: Term, look: AmountLookup): boolean {
  if (!low.bare || !high.bare || low.measure || high.measure) return false
  if (low.value >= high.value) return true
  for (let at = Math.max(0, low.at - 6); at < Math.min(lx.length, high.next + 4); at++) {
    if (look.words.score.has(lx[at]!.lower)) return true
  }
  return false
}

function changesBefore(lx: readonly Lexeme[], at: number, look: AmountLookup): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 8); before--) {
    if (lx[before]!.lower === '.' || lx[before]!.lower === ';') return false
    if (look.words.change.has(lx[before]!.lower)) return true
  }
  return false
}

/** Scale and unit are shared: "$2 to 3 billion", "between 10 and 12 million". */
function joined(low: Term, high: Term): Range | undefined {
  if (low.measure && high.measure && low.measure.unit !== high.measure.unit) return undefined
  let from = low.value
  if (low.scale === 1 && high.scale > 1 && low.value < high.value / high.scale) from *= high.scale
  let to = high.range ? (high.range[1] ?? high.value) : high.value
  if (
    high.scale === 1 &&
    low.scale >= 1000 &&
    low.measure?.kind === 'money' &&
    high.value > low.value / low.scale &&
    high.value < 1000
  )
    to *= low.scale
  if (!(from < to)) return undefined
  return { low, high, from, to, measure: high.measure ?? low.measure }
}

function ofRange({ low, high, from, to, measure }: Range, at: number, bounds: readonly Bound[]): ParsedAmount {
  return {
    at,
    next: high.next,
    nounFrom: high.next,
    value: null,
    min: from,
    max: to,
    minOpen: false,
    maxOpen: false,
    approximate: bounds.includes('about'),
    measure,
    form: low.form,
    people: high.people ?? false,
    term: low,
  }
}

/** `value` is the number the words name, whatever bounds stand with it; an end that is unbounded is open. */
function ofTerm(term: Term, at: number, bounds: readonly Bound[], next: number): ParsedAmount {
  const [low, high] = term.range ?? [term.value, term.value]
  const above = bounds.includes('above')
  const below = bounds.includes('below')
  const isFrom = above || bounds.includes('from')
  const isTo = below || bounds.includes('upTo')
  const min = isTo && !isFrom ? null : low
  const max = isFrom ? null : high
  return {
    at,
    next,
    nounFrom: next,
    value: term.range ? null : term.value,
    min,
    max,
    minOpen: min === null || above,
    maxOpen: max === null || below || (term.range !== undefined && !isTo),
    approximate: bounds.includes('about') || term.range !== undefined,
    measure: term.measure,
    form: term.form,
    people: term.people ?? false,
    term,
  }
}

/** "more than 100 and less than 300": two one-sided bounds of one thing. */
function joinOpposite(lx: readonly Lexeme[], one: ParsedAmount, look: AmountLookup): ParsedAmount {
  if ((one.min === null) === (one.max === null) || lx[one.next]?.lower !== 'and') return one
  const opened = readBounds(lx, one.next + 1, look)
  if (opened.bounds.length === 0) return one
  const term = parseTerm(lx, opened.next, look)
  if (term?.form !== 'cardinal') return one
  const two = ofTerm(term, one.next + 1, opened.bounds, term.next)
  const [low, high] = one.max === null ? [one, two] : [two, one]
  if (low.min === null || low.max !== null || high.max === null || high.min !== null || !(low.min < high.max))
    return one
  if (low.measure && high.measure && low.measure.unit !== high.measure.unit) return one
  return {
    ...two,
    at: one.at,
    value: null,
    min: low.min,
    max: high.max,
    minOpen: low.minOpen,
    maxOpen: high.maxOpen,
    approximate: low.approximate || high.approximate,
    measure: two.measure ?? one.measure,
  }
}
