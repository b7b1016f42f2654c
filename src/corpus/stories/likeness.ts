import type { CorpusKnowledge } from '../knowledge.ts'
import { FACTOR, holderOf, isSameNoun, middle, nounOf } from './may-meet.ts'
import type { Told } from './told.ts'
import type { StoryWords } from './words.ts'

/** What speaks for two amounts being of one thing, each 0 or 1 but for the first and the last two, which lie between. */
export interface Signs {
  /** the cosine of the words around them, rarer words more */
  readonly words: number
  /** of one measure */
  readonly isMeasured: boolean
  /** they count the same, and not just anybody */
  readonly isTelling: boolean
  readonly isOneSubject: boolean
  readonly isOneHolder: boolean
  /** the first of their kind in both articles */
  readonly isForemost: boolean
  /** dates of what happens once */
  readonly isOnce: boolean
  /** one of their clauses has the other's verb */
  readonly isOneVerb: boolean
  /** one is forecast, or planned, and the other is not */
  readonly isOtherwiseForecast: boolean
  readonly isOtherwiseAhead: boolean
  /** one is of a part */
  readonly isOtherwisePart: boolean
  /** what stands beside one makes it one of a part, or of some */
  readonly isOtherwiseInner: boolean
  /** they count what is called otherwise */
  readonly isCountedOtherwise: boolean
  /** one article tells them apart */
  readonly isWithin: boolean
  /** 1 where they are of one size, 0 where the one is ten times the other */
  readonly size: number
}

/** Weights of signs. */
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  words: 1,
  isMeasured: 0.4,
  isTelling: 0.2,
  isOneSubject: 0.15,
  isOneHolder: 0.1,
  isForemost: 0.1,
  isOnce: 0.15,
  isOneVerb: 0.1,
  isOtherwiseForecast: -0.8,
  isOtherwiseAhead: -0.2,
  isOtherwisePart: -0.3,
  isOtherwiseInner: -0.3,
  isCountedOtherwise: -0.1,
  isWithin: -0.15,
  size: 0.1,
}

/** What the signs come to. */
export const scoreOf = (signs: Signs): number =>
  (Object.keys(WEIGHTS) as (keyof Signs)[]).reduce((sum, sign) => sum + WEIGHTS[sign] * Number(signs[sign]), 0) -
  (signs.isMeasured && signs.isOtherwisePart ? 0.5 : 0)

/** How amounts of one story are compared. */
export class Likeness {
  private readonly rarity: (stem: string) => number
  private readonly sizes = new Map<Told, number>()
  private readonly foremost: ReadonlySet<Told>

  constructor(
    told: readonly Told[],
    private readonly words: StoryWords,
    private readonly knowledge: CorpusKnowledge,
  ) {
    this.rarity = rarityOf(told)
    this.foremost = foremostOf(told, words, knowledge)
  }

  signsOf(a: Told, b: Told): Signs {
    const [one, other] = [nounOf(a), nounOf(b)]
    const isSame = one !== null && other !== null && isSameNoun(one, other, this.words, this.knowledge)
    const areCounts = /^(?:count|number)$/.test(a.kind) && /^(?:count|number)$/.test(b.kind)
    const isAnybody = (noun: string | null) => noun === null || this.words.isAnybody(noun)
    return {
      words: this.cosine(a, b),
      isMeasured: a.measure !== undefined && b.measure !== undefined, // the same, or they do not meet
      isTelling: isSame && areCounts && !this.words.isAnybody(one),
      isOneSubject: a.subject !== '' && a.subject === b.subject,
      isOneHolder: holderOf(a) !== undefined && holderOf(a) === holderOf(b),
      isForemost: a.kind !== 'date' && this.foremost.has(a) && this.foremost.has(b),
      isOneVerb: a.verb !== '' && (a.verb === b.verb || b.words.has(a.verb) || a.words.has(b.verb)),
      isOnce: a.kind === 'date' && a.verb !== '' && a.verb === b.verb && this.words.isOnce(a.verb),
      isOtherwiseForecast: isForecast(a, this.words) !== isForecast(b, this.words),
      isOtherwiseAhead: isAhead(a) !== isAhead(b),
      isOtherwisePart: a.isPart !== b.isPart,
      isOtherwiseInner:
        [...a.inner].some((word) => !b.inner.has(word)) || [...b.inner].some((word) => !a.inner.has(word)),
      isCountedOtherwise: areCounts && !isSame && !(isAnybody(one) && isAnybody(other)),
      isWithin: a.claim.article === b.claim.article,
      size:
        a.kind === 'date'
          ? 0
          : 1 - Math.abs(Math.log(Math.abs(middle(a)) / Math.abs(middle(b)) || 1)) / Math.log(FACTOR),
    }
  }

  private cosine(a: Told, b: Told): number {
    let shared = 0
    for (const [stem, weight] of a.words) shared += weight * (b.words.get(stem) ?? 0) * this.rarity(stem) ** 2
    return shared === 0 ? 0 : shared / Math.sqrt(this.size(a) * this.size(b))
  }

  private size(told: Told): number {
    const known = this.sizes.get(told)
    if (known !== undefined) return known
    const size = [...told.words].reduce((sum, [stem, weight]) => sum + (weight * this.rarity(stem)) ** 2, 0)
    this.sizes.set(told, size)
    return size
  }
}

/** "would pay for 150 nurses": there are none yet. */
const isAhead = ({ claim: { factuality } }: Told): boolean =>
  factuality === 'planned' || factuality === 'conditional' || factuality === 'demanded'

/** "expects a profit of 300 million": what comes may be another. */
const isForecast = ({ claim: { predicate } }: Told, { telling }: StoryWords): boolean =>
  telling.forecasts.includes(predicate.split(' ')[0]!)

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

/** Of each article the first amount of each kind, which tells what the article is about. */
function foremostOf(told: readonly Told[], words: StoryWords, knowledge: CorpusKnowledge): ReadonlySet<Told> {
  const first = new Map<string, Told>()
  for (const one of told) {
    if (one.aside.size > 0 || one.isPart) continue
    const noun = nounOf(one)
    const what = noun === null ? '' : words.isAnybody(noun) ? 'anybody' : knowledge.classOf(words.stem(noun))
    const key = `${one.claim.article} ${one.kind} ${what}`
    const known = first.get(key)
    if (!known || one.start < known.start) first.set(key, one)
  }
  return new Set(first.values())
}
