import type { ClaimFacts } from '../facts.ts'
import { lastOf } from '../phrase.ts'
import { type Filler, thingOf } from './fillers.ts'
import { isOfAnotherYear } from './slots.ts'
import type { StoryWords } from './words.ts'

/**
 * Where a claim puts what happens to a thing at one place only: "was cast in Karlsund", "comes from Oslo", "will be moved to Bergen". Plans are compared with
 * plans. Only names are places here: a hall may stand in a park.
 */
export function placesIn(claim: ClaimFacts, words: StoryWords): Filler[] {
  const { polarity, factuality, quote, predicate } = claim
  const isPlan = factuality === 'planned'
  if (polarity === 'denied' || !(isPlan || IS_SO.test(factuality)) || isOfAnotherYear(claim)) return []
  const verb = predicate.split(' ').find((word) => !/^(?:be|have)$/.test(word)) ?? 'be'
  const found = placeBehind(verb, quote, words)
  if (!found) return []
  const isToSubject = claim.objectName === null || found.name.includes(claim.objectName) || /^\d/.test(claim.objectName)
  const [phrase, id] =
    isToSubject || /^be /.test(predicate) ? [claim.subjectName, claim.subjectId] : [claim.objectName!, claim.objectId]
  const thing = thingOf(phrase, id, words)
  if (thing.head === '' && thing.id === null) return []
  return [
    {
      claim: { ...claim, objectName: found.name, objectId: `place:${found.name.toLowerCase()}` },
      slot: `where ${words.stem(verb)} ${found.way}${isPlan ? ' planned' : ''}`,
      thing,
      title: `where: ${lastOf(phrase)}`,
      reason: 'are given for the place',
      mayChange: false,
    },
  ]
}
const IS_SO = /^(?:asserted|alleged|estimated)$/

/** The name of a place behind a verb, and whether it is one where, whence or whither. */
function placeBehind(verb: string, quote: string, words: StoryWords): { name: string; way: string } | undefined {
  const stem = words.ownStem(verb)
  const at = [...quote.matchAll(/\p{L}+/gu)].find(([word]) => words.ownStem(word.toLowerCase()) === stem)
  const isBe = verb === 'be'
  if (!at && !isBe) return undefined
  const behind = at ? quote.slice(at.index + at[0].length) : quote
  const match = BEHIND.exec(behind)
  if (!match) return undefined
  const [, preposition, name] = match
  const way = WAYS[preposition!]!
  const verbs = words.slots.placing[way]
  return verbs.includes(verb) && !DATE.test(name!) ? { name: name!, way } : undefined
}
const BEHIND =
  /^(?:\s+(?:all|now|back|out|up|off|away|later|first|secretly|probably|finally|born|made))*\s+(in|at|near|outside|from|to)\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*)/u
const WAYS: Readonly<Record<string, 'in' | 'from' | 'to'>> = {
  in: 'in',
  at: 'in',
  near: 'in',
  outside: 'in',
  from: 'from',
  to: 'to',
}
const DATE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|\p{Lu}\p{Ll}+day)\b/u

/** Whether two places cannot both be right: neither text knows the other one's, and none is said to lie in the other. */
export function areElsewhere(a: ClaimFacts, b: ClaimFacts, all: readonly ClaimFacts[]): boolean {
  const [one, other] = [a.objectName!, b.objectName!]
  const isKnown = (name: string, article: string) =>
    all.some((claim) => claim.article === article && claim.sentence.includes(name.split(' ')[0]!))
  if (isKnown(other, a.article) || isKnown(one, b.article)) return false
  const isCountry = (name: string) =>
    all.some(
      ({ subjectId, subjectName, objectId, objectName }) =>
        (/^country:/.test(subjectId ?? '') && subjectName === name) ||
        (/^country:/.test(objectId ?? '') && objectName === name),
    )
  return isCountry(one) === isCountry(other)
}
