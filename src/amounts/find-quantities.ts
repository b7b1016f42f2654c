import type { Analysis, Document } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import type { Quantity, TimeExpression } from '../model/quantity.ts'
import { overlaps, type Span } from '../model/span.ts'
import { type DecadeOfLife, decadeOfLife } from './decade-of-life.ts'
import { type Counted, findNoun, singular } from './find-noun.ts'
import { isNamePart } from './is-name-part.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import type { AmountKit, AmountSeeds } from './lexicon.ts'
import { type AmountLookup, type Measure, toLookup } from './lookup.ts'
import { measuredAround } from './measured-around.ts'
import { type ParsedAmount, parseAmount } from './parse-amount.ts'
import { MULTIPLE } from './parse-multiple.ts'
import { parseVotes } from './parse-votes.ts'
import { rateOf } from './rate-of.ts'
import { withUnderstoodNouns } from './understood-noun.ts'

/**
 * Every amount in the document as an interval, in reading order, none overlapping: "more than 10,000 troops", "$2-3bn", "dozens",
 * "a 45-year-old". What is part of a time, a name, a result or a label ("Section 5", "11th Corps", "3-1") is no amount.
 */
export function findQuantities(document: Document, times: readonly TimeExpression[], kit: AmountKit): Quantity[] {
  const look = lookupOf(kit)
  const found: Quantity[] = []
  let firstTime = 0
  for (const [index, analysis] of document.sentences.entries()) {
    const { sentence } = analysis
    while (times[firstTime] && times[firstTime]!.end <= sentence.start) firstTime++
    const taken: Span[] = []
    for (let at = firstTime; times[at] && times[at]!.start < sentence.end; at++) taken.push(times[at]!)
    const before = document.sentences[index - 1]
    found.push(
      ...withUnderstoodNouns(inSentence(document.text, analysis, taken, look), analysis, look.understood, before),
    )
  }
  return found
}

const lookups = new WeakMap<AmountSeeds, AmountLookup>()
function lookupOf({ seeds: { amounts } }: AmountKit): AmountLookup {
  let look = lookups.get(amounts)
  if (!look) {
    look = toLookup(amounts)
    lookups.set(amounts, look)
  }
  return look
}

function inSentence(text: string, analysis: Analysis, times: readonly Span[], look: AmountLookup): Quantity[] {
  const lx = lexemesOf(text, analysis.sentence)
  const found: Quantity[] = []
  let time = 0
  for (let at = 0; at < lx.length; ) {
    const lexeme = lx[at]!
    const share = unknownShare(lx, at, analysis, text)
    if (share) found.push(share)
    const life = decadeOfLife(lx, at, look.numbers)
    if (life) {
      found.push(ofLife(lx, at, life, analysis, text))
      at = life.next
      continue
    }
    if (lexeme.kind !== 'number' && !look.starters.has(lexeme.lower)) {
      at++
      continue
    }
    // "R4 million": what is left of a number that is part of a code
    if (lx[at - 1]?.kind === 'number' && !lx[at - 1]!.gap && lexeme.kind === 'word') {
      at++
      continue
    }
    while (times[time] && times[time]!.end <= lexeme.start) time++
    if (times[time] && times[time]!.start <= lexeme.start) {
      at++
      continue
    }
    const limit = times[time]?.start ?? Number.POSITIVE_INFINITY
    const votes = parseVotes(lx, at, look, limit)
    if (votes && lx[votes.next - 1]!.end <= limit) {
      found.push(...votes.sides.map((side) => ofVotes(lx[side]!, analysis, text)))
      at = votes.next
      continue
    }
    const amount = parseAmount(lx, at, look)
    if (!amount || lx[amount.next - 1]!.end > limit) {
      at++
      continue
    }
    const quantity = asShare(lx, toQuantity(text, lx, amount, analysis, times, look), amount, analysis, text)
    if (quantity) found.push(quantity)
    at = amount.next
  }
  return found
}

const placeOf = ({ sentence }: Analysis, text: string, start: number, end: number) => ({
  id: contentId('quantity', sentence.id, start, end),
  sentence: sentence.id,
  start,
  end,
  text: text.slice(start, end),
})

/** "a small percentage of voters": a share that is not told; every bound is null. */
function unknownShare(lx: readonly Lexeme[], at: number, analysis: Analysis, text: string): Quantity | undefined {
  const { lower, start, end } = lx[at]!
  if (lower !== 'percentage' && lower !== 'percent') return undefined
  const isArticle = (before: number) => /^an?$/.test(lx[at - before]?.lower ?? '')
  if (!isArticle(1) && !(isArticle(2) && lx[at - 1]!.kind === 'word')) return undefined
  if (/^points?$/.test(lx[at + 1]?.lower ?? '')) return undefined
  const after = lx[at + 1]?.lower === 'of' ? findNoun(analysis, lx[at + 1]!.start, start, OF) : undefined
  return {
    ...placeOf(analysis, text, start, end),
    kind: 'percent',
    value: null,
    min: null,
    max: null,
    minOpen: true,
    maxOpen: true,
    approximate: true,
    unit: 'percent',
    noun: after ? { start: after.start, end: after.end } : null,
  }
}

/** "in her thirties" */
const ofLife = (lx: readonly Lexeme[], at: number, life: DecadeOfLife, analysis: Analysis, text: string): Quantity => ({
  ...placeOf(analysis, text, lx[at]!.start, lx[life.next - 1]!.end),
  kind: 'age',
  value: null,
  min: life.min,
  max: life.max,
  minOpen: false,
  maxOpen: false,
  approximate: true,
  unit: 'year',
  noun: null,
})

/** One side of a vote. */
const ofVotes = ({ start, end, value }: Lexeme, analysis: Analysis, text: string): Quantity => ({
  ...placeOf(analysis, text, start, end),
  kind: 'count',
  value,
  min: value,
  max: value,
  minOpen: false,
  maxOpen: false,
  approximate: false,
  unit: 'vote',
  noun: null,
})

function toQuantity(
  text: string,
  lx: readonly Lexeme[],
  amount: ParsedAmount,
  analysis: Analysis,
  times: readonly Span[],
  look: AmountLookup,
): Quantity | undefined {
  const age = amount.measure ? undefined : measuredAround(lx, amount, look)
  const start = lx[age?.at ?? amount.at]!.start
  const end = lx[(age?.next ?? amount.next) - 1]!.end
  const measure = age?.measure ?? amount.measure
  const after = measure?.kind === 'age' ? undefined : countedBy(lx, amount, measure, analysis)
  // "$60m in the summer"
  const noun = after && !times.some((time) => overlaps(time, after)) ? after : undefined
  if (!measure && isNamePart(lx, amount, noun, analysis, look)) return undefined
  const place = placeOf(analysis, text, start, end)
  // all by name: behind a spread V8 gives nearly every object a shape of its own, since amounts are now whole, now not
  return {
    id: place.id,
    sentence: place.sentence,
    start,
    end,
    text: place.text,
    kind: kindOf(amount, measure, noun),
    value: tidy(amount.value),
    min: tidy(amount.min),
    max: tidy(amount.max),
    minOpen: amount.minOpen,
    maxOpen: amount.maxOpen,
    approximate: amount.approximate,
    unit: rated(lx, unitOf(amount, measure, noun), noun?.end ?? end, amount, measure),
    noun: noun ? { start: noun.start, end: noun.end } : null,
  }
}

const unitOf = (amount: ParsedAmount, measure: Measure | null, noun: Counted | undefined): string | null =>
  measure?.unit ?? (amount.people ? 'person' : amount.form === 'cardinal' ? (noun?.unit ?? null) : null)

/** What is measured, counted or paid over and over is a rate. */
const rated = (
  lx: readonly Lexeme[],
  unit: string | null,
  end: number,
  { next }: ParsedAmount,
  measure: Measure | null,
): string | null =>
  unit !== null && (measure === null || measure.kind === 'dimension' || measure.kind === 'money')
    ? (rateOf(lx, end, next, unit, measure?.kind === 'money') ?? unit)
    : unit

/** "a third backed it": a part of them, not one more. */
function asShare(
  lx: readonly Lexeme[],
  quantity: Quantity | undefined,
  { at }: ParsedAmount,
  { words }: Analysis,
  text: string,
): Quantity | undefined {
  if (quantity?.kind !== 'ordinal' || !(quantity.value! > 2) || lx[at - 1]?.lower !== 'a') return quantity
  const next = words.find(({ start }) => start >= quantity.end)
  if (next?.xpos !== 'VBD' && next?.xpos !== 'VBP' && next?.xpos !== 'VBZ') return quantity
  const share = tidy(1 / quantity.value!)
  const { start } = lx[at - 1]!
  return {
    ...quantity,
    id: contentId('quantity', quantity.sentence, start, quantity.end),
    start,
    text: text.slice(start, quantity.end),
    kind: 'number',
    value: share,
    min: share,
    max: share,
    noun: null,
  }
}

/** 4.1 × 10⁹ is 4,100,000,000, not 4,099,999,999.9999995. */
const tidy = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(15)))

function kindOf(amount: ParsedAmount, measure: Measure | null, noun: Counted | undefined): Quantity['kind'] {
  if (measure) return measure.kind
  if (amount.form === 'ordinal') return 'ordinal'
  return amount.form === 'cardinal' && (noun || amount.people) ? 'count' : 'number'
}

/** How many words of "[as many] people", "[more] cars" stand before the noun; undefined where none is counted. */
function comparedBehind(lx: readonly Lexeme[], at: number): number | undefined {
  const [first, second] = [lx[at]?.lower, lx[at + 1]?.lower]
  if (first === 'as') return second === 'many' || second === 'much' ? 2 : undefined
  return first === 'more' || first === 'fewer' || first === 'less' ? 1 : undefined
}

const OF: ReadonlySet<string> = new Set(['of'])
/** "half the members" */
const OF_OR_THE: ReadonlySet<string> = new Set(['of', 'the', 'its', 'their', 'his', 'her', 'our', 'all'])
const OF_OR_IN: ReadonlySet<string> = new Set(['of', 'in', 'worth'])

const CLOSED: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'our',
  'this',
  'that',
  'all',
])
const PERIOD = /^(?:year|month|week|quarter|day)$/

/** "600 soldiers", "a 10,000-strong force", "a 12-nation summit", "70% of voters", "$4 billion in aid" */
function countedBy(
  lx: readonly Lexeme[],
  amount: ParsedAmount,
  measure: Measure | null,
  analysis: Analysis,
): Counted | undefined {
  const isMultiple = measure?.unit === MULTIPLE
  const as = isMultiple ? comparedBehind(lx, amount.nounFrom) : 0
  if (as === undefined) return undefined
  const from = lx[amount.nounFrom + as]
  if (!from) return undefined
  const word = lx[amount.nounFrom + 1]
  if (/^[-‐‑]$/.test(from.lower) && !from.gap && word?.kind === 'word' && !word.gap && !measure) {
    return { start: word.start, end: word.end, unit: singular({ form: word.text, lemma: '' }) }
  }
  if (from.kind !== 'word') return undefined
  // "$12 million in its first weekend" is where, "$4 million in aid" for what
  if (
    measure &&
    from.lower === 'in' &&
    !(word?.kind === 'word' && /^\p{Ll}+$/u.test(word.text) && !CLOSED.has(word.lower))
  )
    return undefined
  // "grew 3 percent year on year"
  if (measure && PERIOD.test(from.lower)) return undefined
  const links = measure?.kind === 'money' ? OF_OR_IN : amount.form === 'fraction' ? OF_OR_THE : OF
  return findNoun(analysis, from.start, lx[amount.term.numberEnds - 1]!.start, links)
}
