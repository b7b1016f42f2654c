import { countedNoun } from '../../graph/told-figures.ts'
import { isUnnamed } from '../../model/mention.ts'
import type { ClaimFacts, QuantityFacts } from '../facts.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import type { StoryWords, Token } from './words.ts'

/** A claim with where its passage begins in the article and what is compared with it already. */
export interface StoryClaim {
  readonly claim: ClaimFacts
  /** UTF-16 offset of its passage */
  readonly start: number
  readonly topic: string
  /** the amounts in its passage, as `toldFigures` writes them */
  readonly figures: readonly string[]
}

/** Whether it tells when something happened: the day, or the time of day. */
export const isDated = ({ kind }: Pick<Told, 'kind'>): boolean => kind === 'date' || kind === 'clock'

/** One amount of one article, with what its clause says of it. */
export interface Told {
  /** The claim that tells it, with this amount for its own. */
  readonly claim: ClaimFacts
  readonly topic: string
  readonly kind: string
  /** in the unit of its sort in which amounts are compared */
  readonly quantity: QuantityFacts
  /** as it is written */
  readonly unit: string | null
  /** The measure that it was read to be of. */
  readonly measure: string | undefined
  /** The words around it by stem, with how near they stand: 1 beside it, less farther off. */
  readonly words: ReadonlyMap<string, number>
  /** Those of its sentence, all with one weight. */
  readonly sentenceWords: ReadonlyMap<string, number>
  /** "In 2019 a fire caused damage of [1 million]" */
  readonly isOfThen: boolean
  /** The words that make it one of another thing. */
  readonly aside: ReadonlySet<string>
  /** Those that may make it one of a part: "in the old town". */
  readonly inner: ReadonlySet<string>
  /** "seven of the coins" */
  readonly isPart: boolean
  /** "seven of them" */
  readonly isOfThem: boolean
  /** "two of the hospital's nine theatres" */
  readonly isWhole: boolean
  /** The head of the subject of its claim, by stem. */
  readonly subject: string
  /** The verb of its claim, by stem; empty where it says nothing by itself. */
  readonly verb: string
  /** UTF-16 offset in its article */
  readonly start: number
  /** of a date or a time of day: whether it is a year or a month */
  readonly isWide: boolean
  /** as it is written, and the words of its clause */
  readonly valueText: string
  readonly clauseText: string
}

/** Every amount that the claims tell, once for each place where one stands, in the order of the claims' ids; its words are those of all claims around it. */
export function toldIn(claims: readonly StoryClaim[], words: StoryWords, knowledge: CorpusKnowledge): Told[] {
  const best = new Map<string, { told: Told; rank: number }>()
  for (const one of [...claims].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))) {
    const figures = one.figures.flatMap((line) => parse(line) ?? [])
    for (const figure of figures) {
      if (isPointless(figure) || (isOfAnybody(figure, words) && figures.some((sum) => isWithin(figure, sum)))) continue
      const isClock = figure.kind === 'clock'
      if (isClock && isOpenClock(figure, one)) continue
      const own = figure.period ? isClock || isOwnDate(one.claim, figure) : one.claim.quantity?.text === figure.text
      if (figure.period && (one.claim.type === 'IS_CALLED' || isCountedBack(figure) || isSpan(figure, one))) continue // a name has no date
      if (figure.period ? !own && (!isWide(figure) || isOfNoun(figure, one)) : own && one.claim.polarity === 'denied')
        continue
      const rank = rankOf(one.claim, own)
      const told = toTold(one, figure, own, words, knowledge)
      const key = `${one.claim.article} ${figure.start} ${isClock}`
      const known = best.get(key)
      if (!known) best.set(key, { told, rank })
      else {
        const [first, second] = known.rank <= rank ? [known.told, told] : [told, known.told]
        best.set(key, {
          told: { ...first, words: joined(first.words, second.words) },
          rank: Math.min(rank, known.rank),
        })
      }
    }
  }
  const told = [...best.values()].map(({ told }) => told)
  return told.map((one) =>
    one.isOfThem && told.some((sum) => isSumOf(sum, one)) ? { ...one, aside: new Set([...one.aside, 'them']) } : one,
  )
}

/** "14 people were killed. Eleven of them died in Mayo." */
const isSumOf = (sum: Told, part: Told): boolean =>
  sum.claim.article === part.claim.article &&
  sum.start < part.start &&
  sum.verb === part.verb &&
  (sum.quantity.min ?? 0) > (part.quantity.min ?? 0)

/** The claim that says an amount best: with it for its own, of a measure, of a known type, of a short passage, which counts most where the amount is not its own. */
const rankOf = ({ measured, type, quote }: ClaimFacts, own: boolean): number =>
  (measured && own ? -1 : 0) + (type === 'STATES' ? 1 : 0) + (own ? quote.length / 1000 : 2 + quote.length / 60)

function joined(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(a)
  for (const [stem, weight] of b) all.set(stem, Math.max(all.get(stem) ?? 0, weight))
  return all
}

interface Figure {
  readonly text: string
  readonly start: number
  readonly kind: string
  readonly quantity: QuantityFacts
  /** of a date: ISO prefixes of its first and last day */
  readonly period: { readonly from: string; readonly to: string } | undefined
}

function parse(line: string): Figure | undefined {
  const [text, start, kind, min, max, minOpen, maxOpen, approximate, unit, noun, from, to] = JSON.parse(line) as [
    string,
    number,
    string,
    number | null,
    number | null,
    boolean,
    boolean,
    boolean,
    string | null,
    string | null,
    string?,
    string?,
  ]
  const quantity = { text, min, max, minOpen, maxOpen, approximate, unit, noun, role: null }
  return { text, start, ...asShare(kind, quantity), period: from && to ? { from, to } : undefined }
}

/** "nine out of ten", "a third": a share, about, in percent. */
function asShare(kind: string, quantity: QuantityFacts): Pick<Figure, 'kind' | 'quantity'> {
  const { text, min, max } = quantity
  if (kind !== 'number' || min === null || max === null || min <= 0 || max >= 1 || !/\p{L}{3}/u.test(text))
    return { kind, quantity }
  return {
    kind: 'percent',
    quantity: { ...quantity, min: 100 * min, max: 100 * max, approximate: true, unit: 'percent' },
  }
}

/** "before noon": at no time that could be another. */
const isOpenClock = ({ start: at }: Figure, { claim: { quote }, start }: StoryClaim): boolean =>
  /(?<!\b(?:shortly|just|soon)\s)\b(?:before|after|by|until|till|since|from|to)\s*$/i.test(quote.slice(0, at - start))

/** Half past six may be of the morning or the evening, and papers round: minutes of a half day, from the least to the most that they may be. */
function widened(quantity: QuantityFacts, before: string): QuantityFacts {
  const about =
    /\b(?:about|around|roughly|nearly|almost|approximately|towards?|shortly|just|soon)\s+(?:(?:before|after)\s+)?$/i
  const slack = about.test(before) ? 30 : 5
  const of = quantity.min! % HALF_DAY
  return { ...quantity, min: of - slack, max: of + slack }
}
const HALF_DAY = 720

const isOfAnybody = ({ quantity: { noun, unit } }: Figure, words: StoryWords): boolean =>
  words.isAnybody(noun ?? unit ?? '')

/** "three" of "three men and two women": no number of all. */
const isWithin = (one: Figure, other: Figure): boolean =>
  one !== other && other.start <= one.start && one.start + one.text.length < other.start + other.text.length

/** A day in a passage may be that of the saying; the claim's own one is that of what is said. */
const isOwnDate = ({ time }: ClaimFacts, { period, text }: Figure): boolean =>
  time !== null &&
  (time.text.endsWith(text) || (time.from?.slice(0, 10) === period!.from && time.to?.slice(0, 10) === period!.to))

/** "ten years ago", "next year": a year that only the paper's own date makes one. */
const isCountedBack = (figure: Figure): boolean => isWide(figure) && !/\d{3}|^(?:in\s+)?\p{Lu}/u.test(figure.text)

/** "since late 2024": how long something has gone on, about. */
const isSpan = ({ text, start: at }: Figure, { claim: { quote }, start }: StoryClaim): boolean =>
  /^(?:since\s+)?(?:early|mid|late)\b/i.test(text) &&
  /\bsince\s*$/i.test(`${quote.slice(0, at - start)}${/^since/i.exec(text)?.[0] ?? ''}`)

/** "since the armistice of 1953", "the fire of May 2019": when something else happened that the passage names. */
const isOfNoun = ({ start: at }: Figure, { claim: { quote }, start }: StoryClaim): boolean =>
  /\p{Ll}\s+of\s+$/u.test(quote.slice(0, at - start))

/** A year or a month. */
const isWide = ({ kind, period }: Pick<Figure, 'kind' | 'period'>): boolean =>
  kind === 'date' && period!.from.length < 'YYYY-MM-DD'.length

/** "will not reopen before March": from then on at the earliest. */
const NOT_BEFORE = /\b(?:not|never|n['’]t|no)\b.*\b(?:before|until|till)\s+(?:\p{L}+\s+){0,2}$/iu

/** "is far above the 2,000 that Seoul reported": what another figure is held against. */
const AGAINST = /^(?:above|below|beyond|over|under|(?:more|less|fewer|higher|lower) than)\s+the\s/i

/** Too wide to contradict anybody, or one single thing. */
const isPointless = ({ text, kind, quantity: { min, max } }: Figure): boolean =>
  (min === null && max === null) ||
  AGAINST.test(text) ||
  /\b(?:dozens|scores|hundreds|thousands|millions|billions|several|many|few|some)$/i.test(text) ||
  (kind === 'count' && min === 1 && max === 1) ||
  (kind === 'number' && max !== null && max <= 1) // "14 to 1", "half a length"

function toTold(
  { claim, start, topic }: StoryClaim,
  figure: Figure,
  own: boolean,
  words: StoryWords,
  knowledge: CorpusKnowledge,
): Told {
  const at = figure.start - start
  const end = at + figure.text.length
  const { quote, sentence } = claim
  const speaker =
    words.isEstimating(claim.predicate) && claim.speakerName === null && words.tokens(claim.subjectName).length > 0
      ? speakerIn(claim)
      : {} // "insurers put the loss at 9 million"
  const inSentence = sentence.indexOf(quote)
  const after = inSentence < 0 ? quote.slice(end) : sentence.slice(inSentence + end)
  const before = inSentence < 0 ? quote.slice(0, at) : sentence.slice(0, inSentence + at)
  const blank = ' '.repeat(figure.text.length)
  const tokens = words.tokens(`${quote.slice(0, at)}${blank}${quote.slice(end)}`)
  const clause = clauseAround(quote, at, end)
  const beside = tokens.filter(
    ({ form, start, end: last, isName }) =>
      !isName &&
      start >= clause.start &&
      last <= clause.end &&
      (start < at ? quote.slice(last, at) : quote.slice(end, start)).trim().split(/\s+/).length <= ASIDE &&
      stemOfNoun(figure.quantity.noun, words) !== words.stem(form),
  )
  const near = new Map<string, number>()
  for (const { stem, weight } of weighed(tokens, at, end, quote)) near.set(stem, Math.max(near.get(stem) ?? 0, weight))
  const about = `${claim.subjectName} ${claim.type === 'STATES' || !figure.period ? '' : claim.type.replaceAll('_', ' ').toLowerCase()}`
  for (const { stem } of words.tokens(about)) if (!near.has(stem)) near.set(stem, 0.4)
  const role = own && !figure.period ? (claim.quantity!.role ?? undefined) : undefined
  return {
    claim: figure.period
      ? { ...claim, ...speaker, time: { text: figure.text, ...figure.period, precision: 'unknown' } }
      : { ...claim, ...speaker, quantity: { ...figure.quantity, role: role ?? null } },
    topic,
    kind: figure.kind,
    unit: figure.quantity.unit,
    quantity: comparable(figure, { claim, quote, at, before, own }, knowledge),
    measure: role !== undefined && knowledge.measure(role) ? role : undefined,
    words: near,
    sentenceWords: new Map(words.tokens(sentence).map(({ stem, isName }) => [stem, isName ? 0.5 : 1])),
    aside: new Set([
      ...(/^\s+of\s+(?:those|these)\b/i.test(after) ? ['those'] : []), // "thirty of those infected"
      ...(INCLUDED.test(before) ? ['including'] : []),
      ...beside.flatMap(({ form }) => (words.isOther(form) ? [form] : [])),
    ]),
    inner: new Set(
      beside.flatMap(({ form, start }) => (words.isInner(form) && !AGED.test(quote.slice(0, start)) ? [form] : [])),
    ),
    isOfThen:
      !figure.period &&
      isOfThen(`${claim.subjectName} ${quote.slice(clause.start, clause.end)}`, claim.publishedAt, before),
    isWhole:
      /\bof\s+(?:the|its|their|his|her)\s+(?:[\p{L}-]+['’]s?\s+)?$|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:out\s+)?of\s+$/iu.test(
        before,
      ),
    isPart: PART.test(after),
    isOfThem: /^\s+of\s+them\b/i.test(after),
    subject: words.headOf(claim.subjectName),
    verb: verbOf(claim.predicate, words),
    start: figure.start,
    isWide: isWide(figure),
    valueText: figure.text,
    clauseText: quote.slice(clause.start, clause.end),
  }
}

interface Place {
  readonly claim: ClaimFacts
  readonly quote: string
  /** in the quote */
  readonly at: number
  readonly before: string
  readonly own: boolean
}

/** An amount as it is compared with others. */
function comparable(
  figure: Figure,
  { claim, quote, at, before, own }: Place,
  knowledge: CorpusKnowledge,
): QuantityFacts {
  const { kind, quantity, period } = figure
  if (kind === 'clock') return widened(quantity, before)
  if (NOT_BEFORE.test(before) && period) return { ...quantity, max: null }
  if (own && knowledge.isPassing(claim.predicate.split(' ')[0]!))
    return { ...quantity, max: null, minOpen: true, maxOpen: true } // "its cost passes 230 million"
  if (kind === 'number') return { ...quantity, noun: numberOf(quote.slice(0, at)) }
  if (kind !== 'dimension' || quantity.unit === null) return quantity
  const { unit, size } = knowledge.unitOf(quantity.unit)
  const inUnit = (end: number | null) => (end === null ? null : end * size)
  return { ...quantity, unit, min: inUnit(quantity.min), max: inUnit(quantity.max) }
}

/** So many words lie at most between an amount and what makes it one of another thing or a part: "in the old town it was 64 percent". */
const ASIDE = 8

/** The clause of an amount in a passage, as far as commas and the like tell it; a short opening belongs to it: "In 2019, …". */
function clauseAround(quote: string, at: number, end: number): { start: number; end: number } {
  const before = [...quote.slice(0, at).matchAll(/[,;:–—](?=\s)|\s(?:and|while|but|which|who)(?=\s)/g)].at(-1)
  const after = /[,;:–—](?=\s)|\s(?:and|while|but|which|who)(?=\s)/.exec(quote.slice(end))
  const start = before ? before.index + 1 : 0
  return {
    start: quote.slice(0, start).split(/\s+/).length <= 4 ? 0 : start,
    end: after ? end + after.index : quote.length,
  }
}

/** "killed 14, including [three] children", "14 dead, [five] of whom" */
const INCLUDED = /\b(?:including|among them|of whom|of which|a further|plus)\s+(?:[\p{L}-]+\s+){0,2}$/iu

/** "In 2019 a fire caused damage of [1 million]", "the final of 2024 drew [38,000]", "a year ago": of another time, whether a date was read or not. */
export function isOfThen(quote: string, publishedAt: string | null, before = ''): boolean {
  const year = publishedAt?.slice(0, 4)
  const years = `${quote} ${/^\W*(?:in|during)\s+(?:\p{L}+\s+)?\d{4}\b/iu.exec(before)?.[0] ?? ''}`.matchAll(
    /\b(?:in|of|during|from)\s+(?:\p{L}+\s+)?((?:19|20)\d\d)\b(?!\s+\p{Ll}+s\b)/giu,
  )
  return (
    [...years].some(([, one]) => one !== year) ||
    THEN.test(quote) ||
    /^\W*(?:last|a) (?:year|month|decade)/i.test(before)
  )
}
const THEN =
  /\b(?:(?:a|one|two|three|ten|\d+) (?:years?|months?|decades?) (?:ago|earlier|before)|last (?:year|season|month))\b/i

/** "two years [old]" */
const AGED = /(?:years?|months?|weeks?)[\s-]+$/i

const PART = /^\s+(?:[\p{L}-]+\s+)?of\s+(?:the|those|these|its|their|his|her)\b/iu

/** "put the number of missing coins at [31]" → coins */
function numberOf(before: string): string | null {
  const [, phrase] =
    /\b(?:number|total|count|tally) of ((?:[\p{L}-]+ ){1,3})(?:at|as|to|was|is|were)\b/iu.exec(`${before} `) ?? []
  return phrase ? countedNoun(phrase) : null
}

const speakerIn = ({ subjectId, subjectName }: ClaimFacts) => ({
  speakerId: subjectId && !isUnnamed(subjectId) ? subjectId : null,
  speakerName: subjectName,
})

/** "be founded in", "be set up in" → found */
function verbOf(predicate: string, words: StoryWords): string {
  const own = predicate.split(' ').filter((word) => word !== 'be' && word !== 'have')
  const [first] = words.tokens(own.join(' '))
  return first?.start === 0 ? first.stem : ''
}

const stemOfNoun = (noun: string | null, words: StoryWords): string => (noun === null ? '' : words.stem(noun))

/** Nearer words tell more of an amount, and those beyond another one or a comma less. */
function* weighed(
  tokens: readonly Token[],
  at: number,
  end: number,
  quote: string,
): Iterable<{ stem: string; weight: number }> {
  for (const { stem, start, end: last, isName } of tokens) {
    const between = start >= end ? quote.slice(end, start) : quote.slice(last, at)
    const steps = between.split(/\s+/).length - 1
    const walls = (between.match(/[,;:]|\s(?:and|while|but)\s|\d+/g) ?? []).length
    yield { stem, weight: (isName ? 0.5 : 1) / (1 + steps / 6 + walls / 2) }
  }
}
