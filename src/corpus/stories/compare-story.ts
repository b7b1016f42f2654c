import { relateAmounts } from '../../model/interval.ts'
import { dateOf, type Pair, quoted, rowOf, speakerOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './comparison.ts'
import { middle } from './may-meet.ts'
import { meetingFigures } from './meet-figures.ts'
import { compareNames } from './names.ts'
import { compareRivals } from './rivals.ts'
import { compareSayings } from './sayings.ts'
import { compareStates } from './states.ts'
import { titleOfTold } from './titles.ts'
import { isDated, type StoryClaim, type Told, toldIn } from './told.ts'
import type { StoryWords } from './words.ts'

/** A contradiction between articles of one story, with the articles that it was found in. */
export interface StoryRow {
  readonly row: ConflictRow
  readonly articles: readonly string[]
}

/**
 * Where articles of one story do not say the same in words of their own: no measure or relation type need be known, since that they tell of one
 * happening, and what their clauses have in common, says that they mean the same. What the claims of one topic contradict is told there already.
 */
export function compareStory(unordered: readonly StoryClaim[], comparison: StoryComparison): StoryRow[] {
  const claims = [...unordered].sort(inReadingOrder) // the databases give them in orders of their own
  const put = claims.filter(({ claim }) => claim.factuality !== 'asked')
  const held = put.filter(({ claim }) => claim.factuality !== 'demanded')
  const rows = [
    ...compareTold(put, comparison), // "will have to walk 14 kilometers": so far it is
    ...[compareRivals, compareNames, compareSayings].flatMap((compare) => compare(held, comparison)),
    ...compareStates(put, comparison), // "is to be torn down"
  ]
  const sentences = new Map(claims.map(({ claim }) => [claim.id, `${claim.article} ${claim.sentence}`]))
  return withoutDoubles(rows, (id) => sentences.get(id)!).map((row) => {
    const own = new Set(row.members.map(({ claim }) => claim))
    return {
      row,
      articles: [...new Set(claims.filter(({ claim }) => own.has(claim.id)).map(({ claim }) => claim.article))].sort(),
    }
  })
}

const inReadingOrder = (a: StoryClaim, b: StoryClaim): number => {
  if (a.claim.article !== b.claim.article) return a.claim.article < b.claim.article ? -1 : 1
  return a.start - b.start || (a.claim.id < b.claim.id ? -1 : 1)
}

/** Of yes and no, and of opposite states, told in the same sentences only the first row. */
function withoutDoubles(rows: readonly ConflictRow[], sentenceOf: (claim: string) => string): ConflictRow[] {
  const told: ReadonlySet<string>[] = []
  return rows.filter(({ kind, members }) => {
    if (kind !== 'polarity') return true
    const own = new Set(members.map(({ claim }) => sentenceOf(claim)))
    if (told.some((known) => [...own].every((sentence) => known.has(sentence)))) return false
    told.push(own)
    return true
  })
}

/** The amounts and the dates that clauses of one story give for the same. */
function compareTold(claims: readonly StoryClaim[], { knowledge, words, areOneStory }: StoryComparison): ConflictRow[] {
  const told = toldIn(claims, words, knowledge)
  const pairs = meetingFigures(told, areOneStory, words, knowledge)
  const areTwo = (a: Told, b: Told) => a.claim.article === b.claim.article
  return clustersOf(pairs, areTwo).flatMap((group) => {
    const byClaim = new Map(group.map((one) => [one.claim, one]))
    const isDate = isDated(group[0]!)
    return rowOf(
      group.map(({ claim }) => claim),
      {
        kind: isDate ? 'date' : 'quantity',
        identity: `story ${leastOf(group.map(({ claim, start }) => `${claim.article} ${start}`))}`,
        judge: (a, b) => judge(byClaim.get(a)!, byClaim.get(b)!, knowledge, words),
        show: isDate ? dateOf : (claim) => claim.quantity!.text,
        title: () => titleOfTold(group),
      },
    ).filter(({ verdict }) => verdict !== 'refines')
  })
}

const leastOf = (keys: readonly string[]): string => [...keys].sort()[0]!

function judge(a: Told, b: Told, knowledge: CorpusKnowledge, words: StoryWords): Pair | undefined {
  if (a.topic === b.topic && a.claim.measured && b.claim.measured) return undefined
  const [one, other] = [a.claim, b.claim]
  if (one.article === other.article && speakerOf(one) === speakerOf(other)) return undefined
  const relation = relateAmounts(a.quantity, b.quantity)
  if (relation !== 'disjoint' || (a.kind === 'age' && Math.abs(middle(a) - middle(b)) <= 1)) return undefined
  const both = `${quoted(a.quantity.text)} (${whoSays(one)}) and ${quoted(b.quantity.text)} (${whoSays(other)})`
  if (isDated(a))
    return {
      verdict: 'conflicts',
      reason: `it happened once, but ${dateOf(one)} (${whoSays(one)}) and ${dateOf(other)} (${whoSays(other)}) are given`,
    }
  const [first, then] = daysBetween(one, other) >= 0 ? [a, b] : [b, a]
  if (daysBetween(one, other) !== 0 && hasChanged(first, then, knowledge, words))
    return {
      verdict: 'changed over time',
      reason: `${both}: the latter is of ${then.claim.publishedAt!.slice(0, 10)}, the former of ${first.claim.publishedAt!.slice(0, 10)}`,
    }
  return { verdict: 'conflicts', reason: `${both} cannot both be right` }
}

/**
 * The later paper says so, its speaker gave both, or what is counted varies from day to day. That more are counted of what grows is a change only where the first
 * count was open ("at least nine") or the second is told as a later state: of what is over two papers give two counts.
 */
function hasChanged(first: Told, then: Told, knowledge: CorpusKnowledge, words: StoryWords): boolean {
  const measure = knowledge.measure(then.measure ?? first.measure ?? '')
  if (measure?.varies || speakerOf(first.claim) === speakerOf(then.claim)) return true
  const isTold = words.tellsChange(then.claim.quote, daysBetween(first.claim, then.claim))
  if (!measure) return isTold
  return Boolean(measure.grows) && middle(then) > middle(first) && (isTold || first.quantity.max === null)
}

const daysBetween = (a: ClaimFacts, b: ClaimFacts): number =>
  a.publishedAt && b.publishedAt
    ? Math.round((Date.parse(b.publishedAt.slice(0, 10)) - Date.parse(a.publishedAt.slice(0, 10))) / 86_400_000)
    : 0
