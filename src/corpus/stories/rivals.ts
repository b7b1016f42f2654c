import { groupBy } from '../../model/group-by.ts'
import { isUnnamed } from '../../model/mention.ts'
import { plainName, quoted, rowOf, sameFrame, speakerOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { frontOf } from '../phrase.ts'
import { causesIn } from './causes.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './comparison.ts'
import { areRivals, type Filler, thingOf } from './fillers.ts'
import { passivesIn } from './passives.ts'
import { areElsewhere, placesIn } from './places.ts'
import { areOfOne, isTold, slotsIn } from './slots.ts'
import { isOfThen, type StoryClaim } from './told.ts'
import type { StoryWords } from './words.ts'

/**
 * Where articles of one story put different things where only one can be: "caused by a cigarette" and "blamed on faulty wiring", "found by a fisherman" and "by a
 * couple from Canada", "came through a skylight" and "through a cellar door", two winners of one race.
 */
export function compareRivals(claims: readonly StoryClaim[], comparison: StoryComparison): ConflictRow[] {
  const { areOneStory, words, knowledge } = comparison
  const bySentence = groupBy(
    claims.map(({ claim }) => claim),
    ({ article, sentence }) => `${article} ${sentence}`,
  )
  const all = claims.map(({ claim }) => claim)
  const told = distinct(
    all
      .flatMap(asDeed)
      .flatMap((claim) => [
        ...causesIn(claim, words, knowledge),
        ...slotsIn(claim, words),
        ...placesIn(claim, words),
        ...[doerIn, winnerIn, wayIn, chargeIn].flatMap((find) => find(claim, words, knowledge) ?? []),
      ]),
  )
  const unread = [...bySentence.values()]
    .flatMap((own) => passivesIn(own, words))
    .filter(({ claim, slot }) => !told.some((one) => one.slot === slot && one.claim.sentence === claim.sentence))
  const fillers = [...told, ...distinct(unread)]
  const slotOf = new Map(words.slots.slots.map((slot) => [slot.slot, slot]))
  const isOne = (a: Filler, b: Filler) =>
    a.slot === b.slot &&
    (!slotOf.has(a.slot) || slotOf.get(a.slot)!.once === true || sameFrame(a.claim, b.claim)) &&
    (a.claim.article === b.claim.article || areOneStory(a.claim.article, b.claim.article)) &&
    areOfOne(a.thing, b.thing, slotOf.get(a.slot), words)
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
          if (isOneVoice(a, b) || !areRivals(a, b, words, slot === 'charge')) return undefined
          if (slot.startsWith('where') && !areElsewhere(a, b, all)) return undefined
          if (slot.startsWith('winner') && isPerson(a) !== isPerson(b)) return undefined // a party wins by somebody
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

/** "was the first to see the wreck": the claim is that of seeing it. */
function asDeed(claim: ClaimFacts): ClaimFacts[] {
  const [, verb, object] = FIRST.exec(claim.quote) ?? []
  if (verb === undefined || claim.predicate !== 'be' || !/\bfirst\b/.test(claim.objectName ?? '')) return [claim]
  return [{ ...claim, type: 'STATES', predicate: `first ${verb}`, objectName: object!, objectId: null }]
}
const FIRST =
  /\b(?:is|was|were|be|been) the (?:very )?first (?:\p{Ll}+ )?to (\p{Ll}+(?: (?:up|out|on|off|upon))?) ((?:the|a|an|its|their|his|her) [^,;]+)/u

const isOneVoice = (a: ClaimFacts, b: ClaimFacts): boolean => a.article === b.article && speakerOf(a) === speakerOf(b)

const isPerson = ({ objectId }: ClaimFacts): boolean => objectId!.startsWith('person:')

/** Who gives two knows of two: the winners of two races, the finders of two graves. */
const tellsTwo = (group: readonly Filler[], words: StoryWords): boolean =>
  group.some((a) => group.some((b) => isOneVoice(a.claim, b.claim) && areRivals(a.claim, b.claim, words)))

/** One filler stands for all that an article puts into a slot by one speaker with the same words. */
function distinct(fillers: readonly Filler[]): Filler[] {
  const seen = new Map<string, Filler>()
  for (const filler of fillers) {
    const { claim, slot, thing } = filler
    const key = [claim.article, speakerOf(claim), slot, thing?.head ?? '', claim.objectName].join('|')
    if (!seen.has(key)) seen.set(key, filler)
  }
  return [...seen.values()]
}

/** "blocked by a cow": of verbs for what is done once, by one. */
function doerIn(claim: ClaimFacts, words: StoryWords, knowledge: CorpusKnowledge): Filler | undefined {
  const { predicate, subjectId, subjectName, objectId, objectName } = claim
  const verb = deedOf(predicate, words)
  if (!isTold(claim) || objectName === null || verb === undefined) return undefined
  if (causesIn(claim, words, knowledge).length > 0) return undefined // told as its cause
  const thing = thingOf(objectName, objectId, words)
  if (thing.head === '' || words.tokens(subjectName).length === 0) return undefined
  return {
    claim: { ...claim, objectName: subjectName, objectId: subjectId },
    slot: `doer ${words.tokens(verb)[0]?.stem ?? verb} ${thing.head}`,
    thing: undefined,
    title: plainName(claim.name).replace(subjectName, '…'),
    reason: 'are given for who or what did it',
    mayChange: false,
  }
}

/** "Reed won the race", "was declared the winner" */
function winnerIn(claim: ClaimFacts): Filler | undefined {
  const { type, predicate, subjectId, subjectName, objectId, objectName, quote } = claim
  if (!isTold(claim)) return undefined
  const isWinner = /\bdeclared?\b/.test(predicate) && /\bthe winner\b/i.test(quote)
  const isNamedAward = type === 'RECEIVED_AWARD' && CLASSES.test(quote)
  const [id, name] =
    type === 'WON' ||
    isNamedAward ||
    (type === 'ELECTED' && (subjectId ?? '').startsWith('person:')) ||
    (isWinner && /winner/.test(objectName ?? ''))
      ? [subjectId, subjectName]
      : isWinner
        ? [objectId, objectName]
        : []
  if (!id || isUnnamed(id) || !name || isOfThen(quote, claim.publishedAt)) return undefined // "the match of 2022"
  if (id.startsWith('place:') && quote.startsWith(name.toUpperCase())) return undefined // a dateline
  return {
    claim: { ...claim, objectId: id, objectName: name },
    slot: `winner ${CLASSES.exec(quote)?.[0].toLowerCase() ?? ''}`.trim(),
    thing: undefined,
    title: 'winner',
    reason: 'are given for the winner',
    mayChange: true,
  }
}

/** Who wins among the women has not won against the men. */
const CLASSES =
  /\b(?:women|girls|boys|juniors?|veterans|doubles|mixed|wheelchair|relay|best (?:\p{Ll}+ ){0,2}(?:actor|actress|director|film|documentary|book|album|song))\b/iu

/** "was charged with theft": of one person who is charged in a story */
function chargeIn(claim: ClaimFacts, words: StoryWords): Filler | undefined {
  const { type, predicate, subjectName, subjectId, objectName } = claim
  const { types, predicates } = words.slots.charging
  if (!isTold(claim) || objectName === null || !(types.includes(type) || predicates.includes(predicate)))
    return undefined
  return {
    claim: { ...claim, objectId: null, objectName },
    slot: 'charge',
    thing: subjectId && !isUnnamed(subjectId) ? thingOf(subjectName, subjectId, words) : undefined,
    title: 'charge',
    reason: 'are given for the charge',
    mayChange: false,
  }
}

/** "the thieves came through a skylight" */
function wayIn(claim: ClaimFacts, { tokens }: StoryWords): Filler | undefined {
  const { subjectName, quote } = claim
  if (!isTold(claim)) return undefined
  const [, way] =
    /\b(?:through|via)\s+((?:an?|the)\s+(?:[\p{Ll}-]+\s+)?(?!(?:and|or|to|in|on|at|by|of|when|after|as|that|which)\b)[\p{Ll}-]+)(?=\W*$|\s*[,.;]|\s+\p{Ll})/u.exec(
      quote,
    ) ?? []
  const subject = tokens(frontOf(subjectName)).at(-1)
  if (!way || !subject) return undefined
  return {
    claim: { ...claim, objectName: way, objectId: null },
    slot: `way ${subject.stem}`,
    thing: undefined,
    title: `way of the ${subject.form}`,
    reason: 'are given for the way',
    mayChange: false,
  }
}

/** The verb of a predicate that is for what only one does, with its particle: "carried off". */
function deedOf(predicate: string, { slots }: StoryWords): string | undefined {
  const [first = '', second = ''] = predicate.replace(/^(?:(?:be|have) )+/, '').split(' ')
  return [`${first} ${second}`, first].find((verb) => slots.doers.includes(verb))
}
