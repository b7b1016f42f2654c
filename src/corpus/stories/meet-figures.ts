import { addTo } from '../../model/group-by.ts'
import { relatePeriods } from '../../model/interval.ts'
import { nameKeyOf } from '../../model/mention.ts'
import { speakerOf } from '../conflict-row.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import type { Told } from './told.ts'
import type { StoryWords } from './words.ts'

/** Amounts farther apart than by this factor are hardly of one thing. */
const FACTOR = 10
/** How like two clauses must be that count things of one kind, or where the amount itself does not tell of what it is. */
const [LIKE, OPEN] = [0.4, 0.48]
/** The more so within an article, which tells apart what it gives two figures for. */
const WITHIN = 0.3
/** A pair that is less like than this share of the best that one of its amounts has in any article is none. */
const SHARE = 0.45
/** By so much the best must be better than the next. */
const MARGIN = 0.04

/** Which amounts of a story are said of the same: pairs of `told`, each the other's best of an article, the likest first. */
export function meetingFigures(
  told: readonly Told[],
  areOneStory: (a: string, b: string) => boolean,
  words: StoryWords,
  knowledge: CorpusKnowledge,
): [Told, Told][] {
  const rarity = rarityOf(told)
  const pairs: { a: Told; b: Told; score: number }[] = []
  told.forEach((a, at) => {
    for (const b of told.slice(at + 1)) {
      if (!mayMeet(a, b, areOneStory, words, knowledge)) continue
      const score = likeness(a, b, rarity, words, knowledge)
      if (score > 0) pairs.push({ a, b, score })
    }
  })
  const scores = new Map<Told, Map<string, number[]>>()
  for (const { a, b, score } of pairs)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const own = scores.get(one) ?? scores.set(one, new Map()).get(one)!
      addTo(own, other.claim.article, score)
    }
  for (const own of scores.values()) for (const list of own.values()) list.sort((x, y) => y - x)
  const best = new Map<Told, number>()
  for (const { a, b, score } of pairs) for (const one of [a, b]) best.set(one, Math.max(best.get(one) ?? 0, score))
  pairs.sort((x, y) => y.score - x.score)
  return pairs.flatMap(({ a, b, score }): [Told, Told][] => {
    if (score < SHARE * Math.max(best.get(a)!, best.get(b)!)) return []
    const isBest = (one: Told, other: Told) => {
      const [first, second] = scores.get(one)!.get(other.claim.article)!
      return first === score && (second === undefined || second <= score - MARGIN)
    }
    return isBest(a, b) && isBest(b, a) ? [[a, b]] : []
  })
}

/** "would pay for 150 nurses": there are none yet. */
const isAhead = ({ claim: { factuality } }: Told): boolean => factuality === 'planned' || factuality === 'conditional'

/** "expects a profit of 300 million": what comes may be another. */
const isForecast = ({ claim: { predicate } }: Told, { telling }: StoryWords): boolean =>
  telling.forecasts.includes(predicate.split(' ')[0]!)

/** Whether two amounts can be of one thing at all. */
function mayMeet(
  a: Told,
  b: Told,
  areOneStory: (a: string, b: string) => boolean,
  words: StoryWords,
  knowledge: CorpusKnowledge,
): boolean {
  if (
    a.claim.article === b.claim.article
      ? speakerOf(a.claim) === speakerOf(b.claim)
      : !areOneStory(a.claim.article, b.claim.article)
  )
    return false
  if (!isOneUnit(a, b, words, knowledge)) return false
  if (a.measure && b.measure && words.stem(a.measure) !== words.stem(b.measure)) return false
  if (!isNear(a, b) || !isOneTime(a, b) || a.isWhole !== b.isWhole) return false
  if ([...a.aside].some((word) => !b.aside.has(word)) || [...b.aside].some((word) => !a.aside.has(word))) return false
  return !haveOtherHolders(a, b)
}

/** Metres and tonnes are not compared, nor students and flats; a bare number may be anything that is counted, or an age. */
function isOneUnit(a: Told, b: Told, words: StoryWords, knowledge: CorpusKnowledge): boolean {
  const [one, other] = [nounOf(a), nounOf(b)]
  if (a.kind === 'ordinal' || b.kind === 'ordinal') return a.kind === b.kind && one !== null && other !== null
  const bare = a.kind === 'number' && one === null ? a : b.kind === 'number' && other === null ? b : undefined
  if (bare) {
    const { kind } = bare === a ? b : a
    if (kind === 'money') return /illion$/.test(bare.quantity.text)
    if (kind === 'age') return AGE.test(bare.quantity.text)
    return kind === 'count' || kind === 'number'
  }
  const isCount = ({ kind }: Told) => kind === 'count' || kind === 'number'
  if (isCount(a) && isCount(b)) return isOneNoun(one!, other!, words, knowledge)
  return a.kind === b.kind && a.quantity.unit === b.quantity.unit
}
const AGE = /^\d\d$/

/** "22 sailors", "a crew of 22": sailors, persons. */
const nounOf = ({ quantity: { noun, unit } }: Told): string | null => noun ?? unit

const isOneNoun = (a: string, b: string, words: StoryWords, knowledge: CorpusKnowledge): boolean =>
  isSameNoun(a, b, words, knowledge) || (words.isAnybody(a) && words.isAnybody(b))

const isSameNoun = (a: string, b: string, words: StoryWords, knowledge: CorpusKnowledge): boolean =>
  words.stem(a) === words.stem(b) || knowledge.classOf(a) === knowledge.classOf(b)

function isNear(a: Told, b: Told): boolean {
  const [one, other] = [middle(a), middle(b)].map(Math.abs) as [number, number]
  if (one === 0 || other === 0) return one === other
  return Math.max(one, other) / Math.min(one, other) <= FACTOR
}

export const middle = ({ quantity: { min, max } }: Pick<Told, 'quantity'>): number =>
  ((min ?? max ?? 0) + (max ?? min ?? 0)) / 2

/** Both of the days of the papers, or both of one time that they tell. */
function isOneTime(a: Told, b: Told): boolean {
  const [one, other] = [timeOf(a), timeOf(b)]
  if (one && other) return relatePeriods(one, other) !== 'disjoint' || (isRecent(a) && isRecent(b))
  return [one ? a : undefined, other ? b : undefined].every((told) => !told || isRecent(told))
}

const timeOf = ({ claim: { time } }: Told) => (time?.from ? time : undefined)

/** Of the days before its paper came out, or of what is to come. */
function isRecent({ claim: { time, publishedAt } }: Told): boolean {
  if (time?.from && time.to === null) return true // "since January"
  const to = time?.to
  if (!to || !publishedAt) return false
  const day = to.length >= 10 ? to.slice(0, 10) : to.length === 7 ? `${to}-28` : `${to.slice(0, 4)}-12-31`
  const from = time!.from!
  const wide = from.length < 7 || to.length === 4
  return !wide && (Date.parse(publishedAt.slice(0, 10)) - Date.parse(day)) / 86_400_000 <= 31
}

/** "Stein got 44 percent" and "Abreu took 50.2": of two whom both name. */
function haveOtherHolders(a: Told, b: Told): boolean {
  const [one, other] = [holderOf(a), holderOf(b)]
  if (!one || !other || one === other) return false
  const [here, there] = [one, other].map((name) => new Set(name.split('-'))) as [Set<string>, Set<string>]
  return ![...here].some((word) => word.length > 2 && there.has(word))
}

function holderOf({ claim: { subjectId } }: Told): string | undefined {
  if (!subjectId || subjectId.includes('~') || /^(?:place|country|event):/.test(subjectId)) return undefined
  return nameKeyOf(subjectId).slice(1)
}

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

function likeness(
  a: Told,
  b: Told,
  rarity: (stem: string) => number,
  words: StoryWords,
  knowledge: CorpusKnowledge,
): number {
  const size = (told: Told) => [...told.words].reduce((sum, [stem, weight]) => sum + (weight * rarity(stem)) ** 2, 0)
  let shared = 0
  for (const [stem, weight] of a.words) shared += weight * (b.words.get(stem) ?? 0) * rarity(stem) ** 2
  const cosine = shared === 0 ? 0 : shared / Math.sqrt(size(a) * size(b))
  const [one, other] = [nounOf(a), nounOf(b)]
  const isSame = one !== null && other !== null && isSameNoun(one, other, words, knowledge)
  const isTelling = isSame && /^(?:count|number)$/.test(a.kind) && !words.isAnybody(one)
  const isMeasured = a.measure !== undefined && b.measure !== undefined // the same, or they do not meet
  const score =
    cosine +
    (isMeasured ? 0.4 : 0) +
    (isTelling ? 0.2 : 0) +
    (a.subject !== '' && a.subject === b.subject ? 0.15 : 0) +
    (holderOf(a) !== undefined && holderOf(a) === holderOf(b) ? 0.1 : 0) +
    (isForecast(a, words) !== isForecast(b, words) ? -0.8 : isAhead(a) !== isAhead(b) ? -0.2 : 0) +
    (a.isPart !== b.isPart ? (isMeasured ? -0.8 : -0.3) : 0) +
    0.1 * (1 - Math.abs(Math.log(Math.abs(middle(a)) / Math.abs(middle(b)) || 1)) / Math.log(FACTOR))
  const within = a.claim.article === b.claim.article ? WITHIN : 0
  return score >= (isTelling || isMeasured ? LIKE : OPEN) + within ? score : 0
}
