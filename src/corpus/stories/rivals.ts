import { isUnnamed, nameKeyOf } from '../../model/mention.ts'
import { plainName, quoted, rowOf, speakerOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './compare-story.ts'
import { isOfThen, type StoryClaim } from './told.ts'
import type { StoryWords } from './words.ts'

/** What a claim puts where only one thing can be: the cause of a happening, who did what only one does, the way that somebody took. */
interface Filler {
  /** the claim with what it puts there for its object */
  readonly claim: ClaimFacts
  /** what is filled: fillers of one are compared */
  readonly slot: string
  readonly title: string
  /** why two of them cannot both be right */
  readonly reason: string
  /** what a later paper tells may be so by then */
  readonly mayChange: boolean
}

/**
 * Where articles of one story put different things where only one can be: "caused by a cigarette" and "blamed on faulty wiring", "found by a fisherman" and "by a
 * couple from Canada", "came through a skylight" and "through a cellar door", two winners of one race.
 */
export function compareRivals(claims: readonly StoryClaim[], comparison: StoryComparison): ConflictRow[] {
  const { areOneStory, words, knowledge } = comparison
  const fillers = claims.flatMap(({ claim }) =>
    [causeIn, doerIn, winnerIn, wayIn].flatMap((find) => find(claim, words, knowledge) ?? []),
  )
  const isOne = (a: Filler, b: Filler) =>
    a.slot === b.slot && (a.claim.article === b.claim.article || areOneStory(a.claim.article, b.claim.article))
  const pairs = fillers.flatMap((a, at) => fillers.slice(at + 1).flatMap((b) => (isOne(a, b) ? [[a, b] as const] : [])))
  return clustersOf(pairs).flatMap((group) => {
    const [{ slot, title, reason, mayChange }] = group as [Filler]
    if (tellsTwo(group, words)) return []
    return rowOf(
      group.map(({ claim }) => claim),
      {
        kind: 'object',
        identity: `story ${slot.split(' ')[0]} ${group.map(({ claim }) => claim.id).sort()[0]}`,
        judge: (a, b) => {
          if (isOneVoice(a, b) || !areRivals(a, b, words)) return undefined
          const both = `${quoted(a.objectName)} (${whoSays(a)}) and ${quoted(b.objectName)} (${whoSays(b)})`
          const [one, other] = [a, b].map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? '')
          return mayChange && one && other && one !== other
            ? { verdict: 'changed over time', reason: `${both} ${reason}, on different days` }
            : { verdict: 'conflicts', reason: `${both} ${reason}` }
        },
        show: ({ objectName }) => objectName!,
        title: () => title,
      },
    )
  })
}

const isOneVoice = (a: ClaimFacts, b: ClaimFacts): boolean => a.article === b.article && speakerOf(a) === speakerOf(b)

/** Who gives two knows of two: the winners of two races, the finders of two graves. */
const tellsTwo = (group: readonly Filler[], words: StoryWords): boolean =>
  group.some((a) => group.some((b) => isOneVoice(a.claim, b.claim) && areRivals(a.claim, b.claim, words)))

/** Two names, or two nouns without a word in common; a name and a noun may mean the same. */
function areRivals(a: ClaimFacts, b: ClaimFacts, words: StoryWords): boolean {
  const [one, other] = [a, b].map(({ objectId }) =>
    objectId && !isUnnamed(objectId) ? nameKeyOf(objectId) : undefined,
  )
  if ((one === undefined) !== (other === undefined)) return false
  if (one !== undefined && one === other) return false
  const known = new Set(words.tokens(b.objectName!).map(({ stem }) => stem))
  return !words.tokens(a.objectName!).some(({ stem }) => known.has(stem))
}

/** The claim turned round: what happened for its subject, the cause for its object. */
function causeIn(claim: ClaimFacts, { telling, stem }: StoryWords, knowledge: CorpusKnowledge): Filler | undefined {
  const { predicate, polarity, subjectName, objectName, quote } = claim
  if (polarity !== 'affirmed' || objectName === null) return undefined
  const verb = verbOf(predicate)
  const effect = happeningIn(objectName, knowledge)
  if (!effect) return undefined
  const cause = telling.causes.on.includes(verb)
    ? behindOn(quote, objectName)
    : telling.causes.by.includes(verb)
      ? subjectName
      : undefined
  if (!cause || happeningIn(cause, knowledge) === effect) return undefined
  return {
    claim: { ...claim, subjectName: effect, objectName: cause, objectId: null },
    slot: `cause ${stem(effect)}`,
    title: `cause of the ${effect}`,
    reason: 'are given for the cause',
    mayChange: false,
  }
}

/** "found by a fisherman": of verbs for what is done once, by one. */
function doerIn(
  claim: ClaimFacts,
  { telling, stem, tokens }: StoryWords,
  knowledge: CorpusKnowledge,
): Filler | undefined {
  const { predicate, polarity, factuality, subjectId, subjectName, objectName } = claim
  const verb = verbOf(predicate)
  if (polarity !== 'affirmed' || factuality === 'planned' || objectName === null || !telling.doers.includes(verb))
    return undefined
  if (telling.causes.by.includes(verb) && happeningIn(objectName, knowledge)) return undefined // told as its cause
  const [thing] = objectName.split(BEHIND_HEAD)
  const head = tokens(thing!).at(-1)
  if (!head || tokens(subjectName).length === 0) return undefined
  return {
    claim: { ...claim, objectName: subjectName, objectId: subjectId },
    slot: `doer ${stem(verb)} ${head.stem}`,
    title: plainName(claim.name).replace(subjectName, '…'),
    reason: 'are given for who or what did it',
    mayChange: false,
  }
}

/** "Reed won the race", "was declared the winner" */
function winnerIn(claim: ClaimFacts): Filler | undefined {
  const { type, predicate, polarity, factuality, subjectId, subjectName, objectId, objectName, quote } = claim
  if (polarity !== 'affirmed' || factuality === 'planned' || factuality === 'conditional') return undefined
  const isWinner = /\bdeclared?\b/.test(predicate) && /\bthe winner\b/i.test(quote)
  const [id, name] =
    type === 'WON' || (isWinner && /winner/.test(objectName ?? ''))
      ? [subjectId, subjectName]
      : isWinner
        ? [objectId, objectName]
        : []
  if (!id || isUnnamed(id) || !name || isOfThen(quote, claim.publishedAt)) return undefined // "the match of 2022"
  return {
    claim: { ...claim, objectId: id, objectName: name },
    slot: 'winner',
    title: 'winner',
    reason: 'are given for the winner',
    mayChange: true,
  }
}

/** "the thieves came through a skylight" */
function wayIn(claim: ClaimFacts, { tokens }: StoryWords): Filler | undefined {
  const { polarity, factuality, subjectName, quote } = claim
  if (polarity !== 'affirmed' || factuality === 'planned') return undefined
  const [, way] =
    /\b(?:through|via)\s+((?:an?|the)\s+(?:[\p{Ll}-]+\s+)?(?!(?:and|or|to|in|on|at|by|of|when|after|as|that|which)\b)[\p{Ll}-]+)(?=\W*$|\s*[,.;]|\s+\p{Ll})/u.exec(
      quote,
    ) ?? []
  const subject = tokens(subjectName.split(BEHIND_HEAD)[0]!).at(-1)
  if (!way || !subject) return undefined
  return {
    claim: { ...claim, objectName: way, objectId: null },
    slot: `way ${subject.stem}`,
    title: `way of the ${subject.form}`,
    reason: 'are given for the way',
    mayChange: false,
  }
}

const verbOf = (predicate: string): string =>
  predicate.split(' ').find((word) => word !== 'be' && word !== 'have') ?? ''

/** "blamed the fire on [faulty wiring] on Tuesday" */
function behindOn(quote: string, object: string): string | undefined {
  const at = quote.indexOf(object)
  const [, cause] =
    at < 0
      ? []
      : (/^\s+on\s+(.+?)(?=\s+(?:on|in|at|after|when|as)\s|[,.;]|$)/.exec(quote.slice(at + object.length)) ?? [])
  return cause
}

const BEHIND_HEAD = /\s(?:of|for|in|from|at|on|with|to|by|that|who|which)\s|,/

/** The noun of a phrase before what hangs on it, when it tells of a happening. */
function happeningIn(phrase: string, knowledge: CorpusKnowledge): string | undefined {
  const [first] = phrase.split(BEHIND_HEAD)
  const head = first!.trim().split(/\s+/).at(-1)!.toLowerCase()
  return knowledge.isHappening(head) ? head : undefined
}
