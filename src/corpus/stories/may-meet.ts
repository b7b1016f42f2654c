import { relatePeriods } from '../../model/interval.ts'
import { isOneName, isUnnamed, nameKeyOf } from '../../model/mention.ts'
import { speakerOf } from '../conflict-row.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { isDated, type Told } from './told.ts'
import type { StoryWords } from './words.ts'

/** Amounts farther apart than by this factor are hardly of one thing. */
export const FACTOR = 10

/** Whether two amounts can be of one thing at all. */
export function mayMeet(
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
  if (isDated(a) || isDated(b)) return a.kind === b.kind && areOneStage(a, b)
  if (!isOneUnit(a, b, words, knowledge)) return false
  if (a.measure && b.measure && words.stem(a.measure) !== words.stem(b.measure)) return false
  if (!isNear(a, b) || !isOneTime(a, b) || a.isWhole !== b.isWhole) return false
  if (haveOtherHolders(a, b)) return false
  if (a.isOfThem !== b.isOfThem && a.verb !== b.verb) return false // "two of them have left"
  const isOfOneHolder = holderOf(a) !== undefined && holderOf(b) !== undefined // "her rival, Stein, got 44 percent": of Stein, as the other
  const apart = (one: Told, other: Told) =>
    [...one.aside].some((word) => !other.aside.has(word) && !(isOfOneHolder && words.isOther(word)))
  return !apart(a, b) && !apart(b, a)
}

/** What is planned may come otherwise, and "did not happen in May" gives no date, but "not before May" does. */
const areOneStage = (a: Told, b: Told): boolean =>
  isDay(a) === isDay(b) &&
  isToCome(a) === isToCome(b) &&
  !haveOtherThings(a, b) &&
  [a, b].every(({ claim, quantity }) => claim.polarity === 'affirmed' || quantity.max === null) &&
  ![...a.aside].some((word) => !b.aside.has(word)) &&
  ![...b.aside].some((word) => !a.aside.has(word))

/** "opened the Maritime Museum", "opened the Textile Museum": both name who or what it is, and not the same. */
function haveOtherThings({ claim: a }: Told, { claim: b }: Told): boolean {
  const isTurned = isOneName(a.subjectId, b.objectId) || isOneName(a.objectId, b.subjectId) // "Kim signed the pact", "the pact was signed by Kim"
  return isTurned
    ? areOthers(a.subjectId, b.objectId) || areOthers(a.objectId, b.subjectId)
    : areOthers(a.subjectId, b.subjectId) || areOthers(a.objectId, b.objectId)
}

function areOthers(a: string | null, b: string | null): boolean {
  const [one, other] = [a, b].map((id) =>
    id && !isUnnamed(id) && !/^(?:place|country):/.test(id) ? nameKeyOf(id).slice(1).split('-') : [],
  ) as [string[], string[]]
  const isIn = (inner: string[], outer: string[]) => inner.every((word) => outer.includes(word))
  return !isIn(one, other) && !isIn(other, one)
}

const isToCome = ({ kind, claim: { factuality, time, publishedAt } }: Told): boolean =>
  factuality === 'planned' || (kind === 'date' && publishedAt !== null && time!.from! > publishedAt)

const isDay = ({ isWide }: Told): boolean => !isWide

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
  if (isCount(a) && isCount(b)) return isOneNoun(one!, other!, words, knowledge) || areCountedAs(a, b, words)
  return a.kind === b.kind && a.quantity.unit === b.quantity.unit
}
const AGE = /^\d\d$/

/** "22 sailors", "a crew of 22": sailors, persons. */
export const nounOf = ({ quantity: { noun, unit } }: Told): string | null => noun ?? unit

const isOneNoun = (a: string, b: string, words: StoryWords, knowledge: CorpusKnowledge): boolean =>
  isSameNoun(a, b, words, knowledge) ||
  (words.isPerson(a) && words.isPerson(b) && words.isAnybody(a) === words.isAnybody(b)) || // "four nurses" are no "seven people"
  (!words.isPerson(a) && !words.isPerson(b) && (words.isAnything(a) || words.isAnything(b))) ||
  (words.like(words.stem(a)).get(words.stem(b)) ?? 0) >= NEARLY

/** So like words must be for counting the same. */
const NEARLY = 0.3

export const isSameNoun = (a: string, b: string, words: StoryWords, knowledge: CorpusKnowledge): boolean =>
  words.stem(a) === words.stem(b) ||
  knowledge.classOf(a) === knowledge.classOf(b) ||
  isCompound(a, b) ||
  isCompound(b, a)

/** "beehives", "hives" */
const isCompound = (whole: string, part: string): boolean =>
  part.length >= 4 && whole.length > part.length + 1 && whole.toLowerCase().endsWith(part.toLowerCase())

/** "seats 1,640 people", "1,480 seats": what one counts stands beside the other. */
function areCountedAs(a: Told, b: Told, words: StoryWords): boolean {
  const isBeside = (one: Told, other: Told) => (other.words.get(words.stem(nounOf(one)!)) ?? 0) >= BESIDE
  return isBeside(a, b) || isBeside(b, a)
}
const BESIDE = 0.6

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

/** A time of day alone is of no known day. */
const timeOf = ({ claim: { time } }: Told) => (/^\d{4}/.test(time?.from ?? '') ? time! : undefined)

/** Of the days before its paper came out, or of what is to come. */
function isRecent({ claim: { time, publishedAt } }: Told): boolean {
  if (time?.from && time.to === null) return true // "since January"
  const to = time?.to
  if (!to || !publishedAt) return false
  const day = to.length >= 10 ? to.slice(0, 10) : to.length === 7 ? `${to}-28` : `${to.slice(0, 4)}-12-31`
  const from = time!.from!
  const wide = from.length < 7 || to.length === 4
  return !(wide && day < publishedAt) && (Date.parse(publishedAt.slice(0, 10)) - Date.parse(day)) / 86_400_000 <= 31
}

/** "Stein got 44 percent" and "Abreu took 50.2": of two whom both name, and of whom neither has to do with what is said of the other. */
function haveOtherHolders(a: Told, b: Told): boolean {
  const [one, other] = [holderOf(a), holderOf(b)]
  if (!one || !other || one === other) return false
  if (typeOf(a.claim.subjectId!) !== typeOf(b.claim.subjectId!)) return false
  if (isOneName(a.claim.subjectId, b.claim.objectId) || isOneName(b.claim.subjectId, a.claim.objectId)) return false
  const [here, there] = [one, other].map((name) => new Set(name.split('-').map(singular))) as [Set<string>, Set<string>]
  return ![...here].some((word) => word.length > 2 && there.has(word))
}

const typeOf = (id: string): string => id.slice(0, id.indexOf(':'))
/** "the Metcalfes" */
const singular = (word: string): string => word.replace(/(?<=\p{L}{3})s$/u, '')

export function holderOf({ claim: { subjectId } }: Told): string | undefined {
  if (!subjectId || subjectId.includes('~') || /^(?:place|country|event):/.test(subjectId)) return undefined
  return nameKeyOf(subjectId).slice(1)
}
