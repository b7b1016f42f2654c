import { relateAmounts } from '../../model/interval.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { figureWeights, Likeness, type Signs, scoreOf } from './likeness.ts'
import { mayMeet } from './may-meet.ts'
import { isDated, type Told } from './told.ts'
import type { StoryWords } from './words.ts'

/** A pair that is less like than this share of the best that one of its amounts has in any article is none. */
const SHARE = 0.35
/** By so much the best must be better than the next. */
const MARGIN = 0.04

/** Two amounts and how surely they are of one thing. */
export interface Match {
  readonly a: Told
  readonly b: Told
  readonly score: number
}

/** Which amounts of a story are said of the same: pairs of `told`, the likest first. */
export function meetingFigures(
  told: readonly Told[],
  areOneStory: (a: string, b: string) => boolean,
  words: StoryWords,
  knowledge: CorpusKnowledge,
): [Told, Told][] {
  const likeness = new Likeness(told, words, knowledge)
  const pairs: Match[] = []
  told.forEach((a, at) => {
    for (const b of told.slice(at + 1)) {
      if (!mayMeet(a, b, areOneStory, words, knowledge)) continue
      const signs = likeness.signsOf(a, b)
      const score = scoreOf(signs)
      if (isEnough(a, score) && (a.kind !== 'duration' || score >= SURE || isOfOne(signs))) pairs.push({ a, b, score })
    }
  })
  return likeliest(pairs).map(({ a, b }) => [a, b])
}

/** Of all pairs that are like enough those of which each is the other's best of an article, the likest first. */
export function likeliest<T extends Match>(unordered: readonly T[]): T[] {
  const pairs = [...unordered].sort((x, y) => y.score - x.score)
  const best = new Map<Told, number>()
  const rivals = new Map<Told, Map<string, { told: Told; score: number }[]>>()
  for (const { a, b, score } of pairs)
    for (const [one, told] of [
      [a, b],
      [b, a],
    ] as const) {
      best.set(one, Math.max(best.get(one) ?? 0, score))
      const own = rivals.get(one) ?? rivals.set(one, new Map()).get(one)!
      own.set(told.claim.article, [...(own.get(told.claim.article) ?? []), { told, score }])
    }
  /** No other amount of its article fits as well, but for one that says the same. */
  const isBest = (one: Told, other: Told, score: number) =>
    rivals
      .get(one)!
      .get(other.claim.article)!
      .every(
        (rival) =>
          rival.told === other ||
          rival.score <= score - MARGIN ||
          relateAmounts(rival.told.quantity, other.quantity) !== 'disjoint',
      )
  return pairs.filter(
    ({ a, b, score }) =>
      score >= SHARE * Math.max(best.get(a)!, best.get(b)!) && isBest(a, b, score) && isBest(b, a, score),
  )
}

/** Every text has some lengths of time: they are of one thing where their clauses have something in common, or all else says so. */
const SURE = 0.9
const isOfOne = ({ meaning, isOneVerb, isMeasured }: Signs): boolean => meaning >= 0.1 || isOneVerb + isMeasured > 0

const isEnough = (told: Told, score: number): boolean =>
  score >= figureWeights().least[isDated(told) ? 'date' : 'amount']
