import { groupBy } from '../../model/group-by.ts'
import { isOneName, isUnnamed } from '../../model/mention.ts'
import { titleOf, verdictOn } from '../compare-polarity.ts'
import { areElsewhere, haveOtherAmounts, isHedged, rowOf, sameFrame, speakerOf } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import { lastOf } from '../phrase.ts'
import type { StoryComparison } from './comparison.ts'
import { isOfThen, type StoryClaim } from './told.ts'
import type { StoryWords } from './words.ts'

/** A claim by the words that tell what it says. */
interface Saying {
  readonly claim: ClaimFacts
  /** the verb, by stem; empty where it says nothing by itself */
  readonly verb: string
  /** stems of its words with a meaning of their own, the verb's too */
  readonly words: ReadonlySet<string>
  /** those that are no name */
  readonly plain: ReadonlySet<string>
  /** those of what the claim itself says of its subject; its passage may hold other claims */
  readonly own: ReadonlySet<string>
}

/**
 * Where one of a story affirms what another denies, in words of their own: "had received no warning" and "had warned the museum". They meet where one's verb
 * is among the other's words and something else that they speak of is the same, or where one person is said to have to do with the same thing.
 */
export function compareSayings(claims: readonly StoryClaim[], comparison: StoryComparison): ConflictRow[] {
  const { words } = comparison
  const sayings = claims.map(({ claim }) => toSaying(claim, words))
  const common = commonIn(sayings)
  const told = sayings.filter(({ claim }) => claim.factuality !== 'conditional') // "would not build it if"
  const denied = told.filter(({ claim }) => claim.polarity === 'denied' && !isHedged(claim))
  const affirmed = told.filter(({ claim }) => claim.polarity === 'affirmed')
  const bySentence = groupBy(denied, ({ claim }) => `${claim.article} ${claim.sentence} ${speakerOf(claim)}`)
  return [...bySentence.values()].flatMap((group) => {
    const meeting = group.map((no) => ({
      no,
      met: affirmed.filter((yes) => mayMeet(yes, no, comparison) && isOneThing(yes, no, common, words)),
    }))
    const { no, met } = meeting.reduce((a, b) => (b.met.length > a.met.length ? b : a))
    if (met.length === 0) return []
    return rowOf([...met.map(({ claim }) => claim), no.claim], {
      kind: 'polarity',
      identity: `story ${no.claim.id}`,
      judge: (a, b) =>
        a.polarity === b.polarity ? undefined : a.polarity === 'affirmed' ? verdictOn(a, b) : verdictOn(b, a),
      show: ({ polarity }) => polarity,
      title: (members) => titleOf(members.find(({ polarity }) => polarity === 'affirmed') ?? members[0]!),
    })
  })
}

function toSaying(claim: ClaimFacts, words: StoryWords): Saying {
  const name = claim.name.replace(/\([^()]*\)/g, ' ')
  const tokens = words.tokens(claim.type === 'STATES' ? `${name} ${claim.quote}` : name) // a title's passage is the whole sentence
  const subject = new Set(words.tokens(claim.subjectName).map(({ stem }) => stem))
  const verb = claim.predicate.split(' ').find((word) => !AUXILIARY.test(word)) ?? ''
  return {
    claim,
    verb: words.tokens(verb)[0]?.stem ?? '',
    words: new Set(tokens.map(({ stem }) => stem)),
    plain: new Set(tokens.filter(({ isName }) => !isName).map(({ stem }) => stem)),
    own: new Set(words.tokens(name).flatMap(({ stem, isName }) => (isName || subject.has(stem) ? [] : [stem]))),
  }
}
const AUXILIARY = /^(?:be|have|do|get|receive|give|take|make)$/

/** Stems that so many claims of a story share that they tell nothing. */
function commonIn(sayings: readonly Saying[]): ReadonlySet<string> {
  const articles = new Map<string, number>()
  for (const { plain } of sayings) for (const stem of plain) articles.set(stem, (articles.get(stem) ?? 0) + 1)
  const most = Math.max(6, sayings.length / 6)
  return new Set([...articles].filter(([, count]) => count > most).map(([stem]) => stem))
}

function mayMeet({ claim: yes }: Saying, { claim: no }: Saying, { areOneStory, words }: StoryComparison): boolean {
  if (yes.article === no.article ? speakerOf(yes) === speakerOf(no) : !areOneStory(yes.article, no.article))
    return false
  if (yes.article === no.article && yes.sentence === no.sentence && yes.predicate !== no.predicate) return false
  if (haveOtherAmounts(yes, no)) return false
  if (isOfThen(no.sentence, no.publishedAt) !== isOfThen(yes.sentence, yes.publishedAt)) return false
  if (!sameFrame(yes, no) || isTurned(yes, no) || areElsewhere(yes, no)) return false
  if (no.factuality === 'planned' && yes.factuality === 'asserted' && words.tellsOfMind(no.name)) return false // "did not expect to see water"
  const [one, other] = [yes, no].map(({ subjectId }) => (subjectId && !isUnnamed(subjectId) ? subjectId : null))
  const isPlaced = (id: string) => /^(?:place|country|event):/.test(id)
  return (
    !one ||
    !other ||
    isOneName(one, other) ||
    isPlaced(one) ||
    isPlaced(other) ||
    MEANS_ANOTHER.test(no.quote) ||
    ANYBODY.test(no.objectName ?? '')
  )
}
/** "had been given no warning": whoever did not do it is not its subject. */
const MEANS_ANOTHER = /\b(?:been|received|got|given|had)\s+(?:given\s+)?no\b/i

/** "Norway armed Latvia", "it is denied that Latvia armed Norway" */
const isTurned = (a: ClaimFacts, b: ClaimFacts): boolean =>
  !isOneName(a.subjectId, b.subjectId) && (isOneName(a.subjectId, b.objectId) || isOneName(a.objectId, b.subjectId))

function isOneThing(yes: Saying, no: Saying, common: ReadonlySet<string>, words: StoryWords): boolean {
  if (isOfNone(yes, no, words)) return true
  const shared = [...yes.words].filter((stem) => holds(no, stem, words) && stem !== yes.verb && stem !== no.verb)
  const plain = shared.filter((stem) => yes.plain.has(stem) && isPlainly(no, stem, words))
  if (![...yes.own].some((stem) => holds(no, stem, words))) return false
  const isOneVerb =
    (yes.verb !== '' &&
      (yes.verb === no.verb || (holds(no, yes.verb, words) && !words.isSaying(no.claim.predicate)))) ||
    (no.verb !== '' && holds(yes, no.verb, words)) // who does not know how many fell does not deny that some fell
  if (isOneVerb && (plain.length > 0 || (shared.length > 0 && isOneSubject(yes, no))))
    return objectsFit(yes, no, plain, words)
  const isExplicit = words.isDenying(no.claim.sentence)
  if (isOneVerb && isExplicit && yes.verb === no.verb && !common.has(yes.verb) && isBare(yes.claim) && isBare(no.claim))
    return true
  return isExplicit && isOneSubject(yes, no) && plain.filter((stem) => !common.has(stem)).length > 1
}

/** Whether it has a word, or one of the word's family that is no name. */
const holds = (saying: Pick<Saying, 'words' | 'plain'>, stem: string, words: StoryWords): boolean =>
  saying.words.has(stem) || isAmong(saying.plain, stem, words)
const isPlainly = ({ plain }: Saying, stem: string, words: StoryWords): boolean =>
  plain.has(stem) || isAmong(plain, stem, words)
const isAmong = (others: ReadonlySet<string>, stem: string, { kin }: StoryWords): boolean =>
  [...kin(stem)].some((other) => others.has(other))

/** "Nobody was hurt", "no workers were inside", "there were no injuries" against whatever somebody is said to have been, done or suffered. */
function isOfNone(
  { claim: yes, verb, own, words: told }: Saying,
  { claim: no, verb: deed, words: denied }: Saying,
  words: StoryWords,
): boolean {
  if (ANYBODY.test(no.objectName ?? '') && deed !== '' && verb === deed) {
    const [who, rest] =
      /^be /.test(yes.predicate) || yes.objectName === null ? [yes.subjectName, yes.objectName] : [yes.objectName, null]
    const isWho = who !== null && (/^\p{Lu}/u.test(who) || words.isSomebody(lastOf(who)))
    return isWho && (rest === null || [...denied].some((stem) => stem !== deed && told.has(stem)))
  }
  const begun = BEGINNING.test(no.predicate) ? /^(?:an?|any)\s(.*)$/i.exec(no.objectName ?? '')?.[1] : undefined
  if (begun !== undefined && GOING_ON.test(yes.predicate) && words.headOf(yes.subjectName) === words.headOf(begun))
    return true
  const isThere = /^there$/i.test(no.subjectName)
  const [, none] = NONE.exec(isThere ? (no.objectName ?? '') : no.subjectName) ?? []
  if (none === undefined || NONE.test(yes.subjectName) || words.isSaying(no.predicate)) return false // "no official has said so"
  const noun = words.headOf(none)
  const isMade = noun !== '' && MADE.test(no.predicate) // "no arrests have been made"
  if (isThere || isMade) {
    if (noun !== '' && (own.has(noun) || isAmong(own, noun, words) || isPresupposed(yes, noun, words))) return true
    if (isThere || deed === '') return false
  }
  const subject = new Set(words.tokens(no.subjectName).map(({ stem }) => stem))
  const rest = words.tokens(no.objectName ?? '').flatMap(({ stem }) => (subject.has(stem) ? [] : [stem]))
  const isDone = deed === '' ? rest.length > 0 : verb === deed || own.has(deed)
  if (!isDone) return false
  const isNamedApart = NAME.test(no.objectName ?? '') !== NAME.test(yes.objectName ?? '') // "for the slope", "for Sonnleiten"
  if (!rest.every((stem) => own.has(stem)) && !(isNamedApart && noun !== '' && words.headOf(yes.subjectName) === noun))
    return false
  const isOne = (phrase: string | null, id: string | null) => {
    if (phrase === null) return false
    if (noun !== '' && !words.isAnybody(noun)) return words.headOf(phrase) === noun
    return /^person:/.test(id ?? '') || words.isSomebody(lastOf(phrase))
  }
  return isOne(yes.subjectName, yes.subjectId) || isOne(yes.objectName, yes.objectId)
}
/** "The violence saddened us", "duplicates are kept abroad": there is what is spoken of as something known. */
function isPresupposed({ subjectName, objectName, subjectId }: ClaimFacts, noun: string, words: StoryWords): boolean {
  if (subjectId !== null && !isUnnamed(subjectId)) return false
  return [subjectName, objectName].some(
    (phrase) => phrase !== null && /^(?:the|this|their|its|\p{L}+s\b)/iu.test(phrase) && words.headOf(phrase) === noun,
  )
}
const NAME = /(?<!\p{L})\p{Lu}\p{Ll}/u
/** "no arrests have been made", "no warning was given" */
const MADE = /^be (?:make|report|give|issue|lodge|file|raise|receive|register)\b|^(?:occur|happen|take place)/
/** "has not opened an inquiry", "an inquiry is under way" */
const BEGINNING = /^(?:open|start|launch|order|begin|hold|set up|initiate|announce)\b/
const GOING_ON = /^(?:be under|go on|continue|begin|start|be go|be open|be launch|be start)\b/
/** "has dismissed nobody" is told as denied of anybody */
const ANYBODY = /^(?:anybody|anyone|nobody|no[ -]one)\b/i
const NONE = /^(?:nobody|no[ -]one|none of(?: the)?|none|no)\b(.*)$/i

/** "the cargo had shifted" */
const isBare = ({ objectName }: ClaimFacts): boolean => objectName === null

const isOneSubject = ({ claim: a }: Saying, { claim: b }: Saying): boolean => isOneName(a.subjectId, b.subjectId)

/** Two objects that name different things are two: "sold the mine", "did not sell the port". */
function objectsFit(yes: Saying, no: Saying, shared: readonly string[], words: StoryWords): boolean {
  const [one, other] = [yes.claim.objectName, no.claim.objectName].map((name) =>
    name === null ? [] : words.tokens(name).map(({ stem }) => stem),
  ) as [string[], string[]]
  if (one.length === 0 || other.length === 0) return shared.length > 0 || isOneSubject(yes, no)
  return one.some((stem) => no.words.has(stem)) || other.some((stem) => yes.words.has(stem))
}
