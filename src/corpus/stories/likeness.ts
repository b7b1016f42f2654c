import { z } from 'zod'
import { readModel } from '../../read-seed.ts'
import type { ClaimFacts } from '../facts.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { FACTOR, holderOf, isSameNoun, middle, nounOf } from './may-meet.ts'
import { isDated, type Told } from './told.ts'
import type { StoryWords } from './words.ts'

/** What speaks for two amounts being of one thing, or against it: each 0 or 1 where nothing else is said. */
export const SIGNS = [
  /** the cosine of the words around them, rarer words more: 0 to 1 */
  'words',
  /** the same with words that mean nearly the same: 0 to 1 */
  'meaning',
  /** of their whole sentences */
  'sentence',
  /** of one measure */
  'isMeasured',
  /** they count the same, and not just anybody */
  'isTelling',
  /** how like what they count is: 0 to 1 */
  'noun',
  'isOneSubject',
  /** how like their subjects are: 0 to 1 */
  'subject',
  'isOneHolder',
  /** the first of their kind in both articles */
  'isForemost',
  /** the only one of their kind in one article, in both */
  'isOnly',
  'areOnly',
  /** dates of what happens once */
  'isOnce',
  /** one of their clauses has the other's verb */
  'isOneVerb',
  /** how like their verbs are: 0 to 1 */
  'verb',
  /** one is forecast, or planned, and the other is not */
  'isOtherwiseForecast',
  'isOtherwiseAhead',
  /** one is of a part */
  'isOtherwisePart',
  /** one is of a part, and both of one measure */
  'isMeasuredPart',
  /** what stands beside one makes it one of a part, or of some */
  'isOtherwiseInner',
  /** one is of another time */
  'isOtherwiseThen',
  /** they count what is called otherwise */
  'isCountedOtherwise',
  /** one article tells them apart */
  'isWithin',
  /** 1 where they are of one size, 0 where the one is ten times the other */
  'size',
  /** of dates: 1 where they are as far from the day of the papers, 0 where the one is ten times as far */
  'distance',
  /** how far apart they stand in their articles: 0 to 1 */
  'place',
  /** how early both stand: 1 at the beginning */
  'early',
  /** less the more amounts of their kind there are to choose from: 1 where each article has one */
  'choice',
  /** how many words they share, up to three: 0 to 1 */
  'shared',
  'isMoney',
  'isLength',
  'isDimension',
  'isDate',
  'isWideDate',
] as const
export type Sign = (typeof SIGNS)[number]
export type Signs = Readonly<Record<Sign, number>>

/** `models/story-figures.json`, made by `train/story-figures.ts`. */
export const FigureWeights = z.strictObject({
  bias: z.number(),
  weights: z.record(z.enum(SIGNS), z.number()),
  /** the least that the signs of a pair must come to, of amounts and of dates */
  least: z.strictObject({ amount: z.number(), date: z.number() }),
})
export type FigureWeights = Readonly<z.infer<typeof FigureWeights>>

let read: FigureWeights | undefined
export const figureWeights = (): FigureWeights => {
  read ??= readModel('story-figures.json', FigureWeights)
  return read
}

/** What the signs come to: the chance, 0 to 1, that both are of one thing. */
export function scoreOf(signs: Signs, { bias, weights }: FigureWeights = figureWeights()): number {
  const sum = SIGNS.reduce((all, sign) => all + weights[sign] * signs[sign], bias)
  return 1 / (1 + Math.exp(-sum))
}

/** How amounts of one story are compared. */
export class Likeness {
  private readonly rarity: (stem: string) => number
  private readonly sizes = new Map<ReadonlyMap<string, number>, number>()
  private readonly foremost: ReadonlySet<Told>
  private readonly only: ReadonlySet<Told>
  /** the values of each article's amounts, by kind */
  private readonly choices = new Map<string, Set<string>>()
  private readonly ends = new Map<string, number>()

  constructor(
    told: readonly Told[],
    private readonly words: StoryWords,
    private readonly knowledge: CorpusKnowledge,
  ) {
    this.rarity = rarityOf(told)
    const kinds = kindsOf(told, words, knowledge)
    this.foremost = new Set([...kinds.values()].map((own) => own.reduce((a, b) => (b.start < a.start ? b : a))))
    this.only = new Set([...kinds.values()].flatMap((own) => (areOne(own) ? own : [])))
    for (const one of told) {
      const key = choiceKey(one)
      const own = this.choices.get(key) ?? this.choices.set(key, new Set()).get(key)!
      own.add(`${one.quantity.min} ${one.quantity.max}`)
    }
    for (const { claim, start } of told)
      this.ends.set(claim.article, Math.max(this.ends.get(claim.article) ?? 1, start))
  }

  signsOf(a: Told, b: Told): Signs {
    const [one, other] = [nounOf(a), nounOf(b)]
    const isSame = one !== null && other !== null && isSameNoun(one, other, this.words, this.knowledge)
    const areCounts = /^(?:count|number)$/.test(a.kind) && /^(?:count|number)$/.test(b.kind)
    const isAnybody = (noun: string | null) => noun === null || this.words.isAnybody(noun)
    const isDate = isDated(a)
    const differ = (of: (told: Told) => boolean) => of(a) !== of(b)
    const isMeasured = a.measure !== undefined && b.measure !== undefined // the same, or they do not meet
    const signs = {
      words: this.cosine(a.words, b.words, false),
      meaning: this.cosine(a.words, b.words, true),
      sentence: this.cosine(a.sentenceWords, b.sentenceWords, true),
      isMeasured,
      isTelling: isSame && areCounts && !this.words.isAnybody(one),
      noun:
        isDate || one === null || other === null
          ? 0
          : isSame
            ? 1
            : this.like(this.words.stem(one), this.words.stem(other)),
      isOneSubject: a.subject !== '' && a.subject === b.subject && !areTwoCountries(a.claim, b.claim),
      subject: areTwoCountries(a.claim, b.claim) ? 0 : this.like(a.subject, b.subject),
      isOneHolder: holderOf(a) !== undefined && holderOf(a) === holderOf(b),
      isForemost: !isDate && this.foremost.has(a) && this.foremost.has(b),
      isOnly: this.only.has(a) !== this.only.has(b),
      areOnly: this.only.has(a) && this.only.has(b),
      isOneVerb: a.verb !== '' && (a.verb === b.verb || b.words.has(a.verb) || a.words.has(b.verb)),
      verb: this.like(a.verb, b.verb),
      isOnce: isDate && a.verb !== '' && a.verb === b.verb && this.words.isOnce(a.verb),
      isOtherwiseForecast: differ((told) => isForecast(told, this.words)) && !(isAhead(a) || isAhead(b)),
      isOtherwiseAhead: differ((told) => isAhead(told) || isForecast(told, this.words)),
      isOtherwisePart: a.isPart !== b.isPart,
      isMeasuredPart: isMeasured && a.isPart !== b.isPart,
      isOtherwiseInner:
        [...a.inner].some((word) => !b.inner.has(word)) || [...b.inner].some((word) => !a.inner.has(word)),
      isOtherwiseThen: a.isOfThen !== b.isOfThen,
      isCountedOtherwise: areCounts && !isSame && !(isAnybody(one) && isAnybody(other)),
      isWithin: a.claim.article === b.claim.article,
      size: isDate ? 0 : sizeOf(middle(a), middle(b)),
      distance: a.kind === 'date' ? this.distanceOf(a, b) : 0,
      place: Math.abs(this.placeOf(a) - this.placeOf(b)),
      early: (1 - this.placeOf(a)) * (1 - this.placeOf(b)),
      choice: 1 / Math.sqrt(this.choiceOf(a) * this.choiceOf(b)),
      shared: Math.min(1, [...a.words.keys()].filter((stem) => b.words.has(stem)).length / 3),
      isMoney: a.kind === 'money' || b.kind === 'money',
      isLength: a.kind === 'duration',
      isDimension: /^(?:dimension|percent|temperature)$/.test(a.kind),
      isDate,
      isWideDate: a.isWide,
    }
    return Object.fromEntries(SIGNS.map((sign) => [sign, Number(signs[sign])])) as Signs
  }

  /** How like two dates are in how long before or after the papers they are. */
  private distanceOf(a: Told, b: Told): number {
    const { publishedAt } = [a, b]
      .map(({ claim }) => claim)
      .sort((x, y) => ((x.publishedAt ?? '') < (y.publishedAt ?? '') ? -1 : 1))[1]!
    if (!publishedAt || publishedAt.length < 'YYYY-MM-DD'.length) return 0
    const day = Date.parse(publishedAt.slice(0, 10)) / 86_400_000
    const [one, other] = [a, b].map((told) => day - middle(told)) as [number, number]
    const far = (days: number) => Math.abs(days) + SOON
    return one * other < 0 ? 0 : Math.max(0, sizeOf(far(one), far(other)))
  }

  private choiceOf = (told: Told): number => this.choices.get(choiceKey(told))?.size ?? 1
  private placeOf = ({ claim, start }: Told): number => start / this.ends.get(claim.article)!

  /** 1 where two stems are the same, less where they mean nearly the same. */
  private like(a: string, b: string): number {
    return a === '' || b === '' ? 0 : a === b ? 1 : (this.words.like(a).get(b) ?? 0)
  }

  /** 0 to 1; of `nearly` also words that mean nearly the same count, as much as they do. */
  private cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, nearly: boolean): number {
    let shared = 0
    for (const [stem, weight] of a) {
      const own = weight * this.rarity(stem)
      if (b.has(stem)) shared += own * b.get(stem)! * this.rarity(stem)
      else if (nearly) {
        let best = 0
        for (const [other, likeness] of this.words.like(stem))
          if (b.has(other) && !a.has(other)) best = Math.max(best, likeness * b.get(other)! * this.rarity(other))
        shared += own * best
      }
    }
    return shared === 0 ? 0 : shared / Math.sqrt(this.size(a) * this.size(b))
  }

  private size(words: ReadonlyMap<string, number>): number {
    const known = this.sizes.get(words)
    if (known !== undefined) return known
    const size = [...words].reduce((sum, [stem, weight]) => sum + (weight * this.rarity(stem)) ** 2, 0)
    this.sizes.set(words, size)
    return size
  }
}

/** "North Korea", "South Korea", whatever their names have in common. */
const areTwoCountries = ({ subjectId: one }: ClaimFacts, { subjectId: other }: ClaimFacts): boolean =>
  one !== other && COUNTRY.test(one ?? '') && COUNTRY.test(other ?? '')
const COUNTRY = /^country:/

/** 1 of one size, 0 where the one is ten times the other. */
const sizeOf = (a: number, b: number): number =>
  1 - Math.abs(Math.log(Math.abs(a) / Math.abs(b) || 1)) / Math.log(FACTOR)
/** Days that make no difference to how long ago something was. */
const SOON = 5

/** "would pay for 150 nurses": there are none yet. */
const isAhead = ({ claim: { factuality } }: Told): boolean =>
  factuality === 'planned' || factuality === 'conditional' || factuality === 'demanded'

/** "expects a profit of 300 million": what comes may be another. */
const isForecast = ({ kind, claim: { predicate } }: Told, { telling }: StoryWords): boolean =>
  !isDated({ kind }) && telling.forecasts.includes(predicate.split(' ')[0]!)

/** In a story of fewer amounts than this no word is taken to be common. */
const FEW = 15

/** How rare each word is among the amounts of a story: 0 to 1. */
function rarityOf(told: readonly Told[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const { words } of told) for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const size = 1 + Math.max(told.length, FEW)
  const all = Math.log(size)
  return (stem) => Math.max(0.15, Math.log(size / (1 + (counts.get(stem) ?? 0)))) / all
}

/** The amounts of each article by their kind and what they count. */
function kindsOf(told: readonly Told[], words: StoryWords, knowledge: CorpusKnowledge): ReadonlyMap<string, Told[]> {
  const kinds = new Map<string, Told[]>()
  for (const one of told) {
    if (one.aside.size > 0 || one.isPart || one.isOfThen) continue
    const isMoney = one.kind === 'money' || (one.kind === 'number' && /illion$/.test(one.quantity.text))
    const noun = isMoney ? null : one.kind === 'dimension' ? one.unit : nounOf(one)
    const what = one.isWide
      ? 'year'
      : noun === null
        ? ''
        : words.isAnybody(noun)
          ? 'anybody'
          : knowledge.classOf(words.stem(noun))
    const key = `${one.claim.article} ${isMoney ? 'money' : one.kind} ${what}`
    kinds.set(key, [...(kinds.get(key) ?? []), one])
  }
  return kinds
}

/** Of one article and kind: counts are all of one, years and days are not. */
function choiceKey({ claim, kind, isWide, unit }: Told): string {
  const what = kind === 'date' ? (isWide ? 'year' : 'day') : kind === 'dimension' ? unit : ''
  return `${claim.article} ${kind === 'number' ? 'count' : kind} ${what}`
}

/** All of one value. */
const areOne = (told: readonly Told[]): boolean =>
  new Set(told.map(({ quantity: { min, max } }) => `${min} ${max}`)).size === 1
