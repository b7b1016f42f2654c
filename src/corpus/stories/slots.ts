import { isOneName, isUnnamed, nameKeyOf } from '../../model/mention.ts'
import type { ClaimFacts } from '../facts.ts'
import { lastOf } from '../phrase.ts'
import { agentIn, described, type Filler, filledBy, phraseAt, type Thing, thingOf } from './fillers.ts'
import type { Slot } from './slot-words.ts'
import { isOfThen } from './told.ts'
import type { StoryWords } from './words.ts'

/** What a claim puts into slots: "was steered by the mate", "the buyer is a brewer", "the jury was chaired by an actor". */
export function slotsIn(claim: ClaimFacts, words: StoryWords): Filler[] {
  if (!isTold(claim)) return []
  return words.slots.slots.flatMap((slot) => {
    if (!slot.once && (isOfAnotherYear(claim) || (!slot.alone && isOfThen(claim.quote, claim.publishedAt)))) return []
    return fillersOf(slot, claim, words)
  })
}

/** It has a date of another year than the paper. */
export const isOfAnotherYear = ({ time, publishedAt }: ClaimFacts): boolean =>
  /^\d{4}/.test(time?.from ?? '') && publishedAt !== null && time!.from!.slice(0, 4) !== publishedAt.slice(0, 4)

export const isTold = ({ polarity, factuality }: ClaimFacts): boolean =>
  polarity === 'affirmed' && factuality !== 'planned' && factuality !== 'conditional'

function fillersOf(slot: Slot, claim: ClaimFacts, words: StoryWords): Filler[] {
  const filler = (filled: ClaimFacts, thing: Thing | undefined): Filler[] =>
    words.tokens(filled.objectName!).length === 0
      ? []
      : [
          {
            claim: filled,
            slot: slot.slot,
            thing: slot.any ? undefined : thing,
            title: `${slot.places ? 'where' : 'who'} ${slot.reason}`,
            reason: `are given for ${slot.places ? 'where' : 'who'} ${slot.reason}`,
            mayChange: false,
          },
        ]
  const { subjectId, subjectName, objectId, objectName, predicate, quote, type } = claim
  const verb = predicate.replace(/^(?:be|have) /, '')
  const isOfType = (slot.types ?? []).includes(type)
  const isPassive = predicate !== verb
  const isFirst = slot.firsts?.some((own) => verb === `first ${own}`) ?? false
  const isVerb =
    isFirst ||
    slot.verbs.some((own) => verb === `first ${own}` || verb === own || (isPassive && verb.startsWith(`${own} `)))
  const subject = () => ({ ...claim, objectName: subjectName, objectId: subjectId })
  if (isVerb || (isOfType && !isOfOther(slot, verb, words))) {
    const [phrase, id] = isPassive && !isOfType ? [subjectName, subjectId] : [objectName, objectId]
    if (phrase === null || !(isObject(slot, phrase, quote, words) || (slot.alone && id && !isUnnamed(id)))) return []
    const thing = slot.sums ? sumIn(phrase, words) : thingOf(phrase, id, words)
    if (!thing || isAnother(phrase, words)) return []
    if (/^not\s/i.test(quote)) return instead(claim).flatMap((who) => filler(who, thing))
    if (!isPassive || isOfType) return filler(described(subject()), thing)
    const agent = agentIn(claim)
    return agent ? filler(filledBy(claim, agent), thing) : []
  }
  const said = `${predicate} ${objectName ?? ''}`.toLowerCase()
  if (slot.at?.some((own) => said === own || said.startsWith(`${own} `))) return filler(subject(), undefined)
  if (objectName !== null && slot.into?.includes(predicate) && isObject(slot, subjectName, quote, words)) {
    const thing = slot.sums ? sumIn(subjectName, words) : thingOf(subjectName, subjectId, words)
    return thing ? filler(claim, thing) : []
  }
  return [...inRole(slot, claim, words, filler), ...inPhrase(slot, claim, words, filler)]
}

/** "It was not the mayor who bought it, he says, [but the brewer Ida Holm]." */
function instead(claim: ClaimFacts): ClaimFacts[] {
  const { sentence, quote } = claim
  const [, , but] =
    /^.*?(,\s+(?:\p{L}+\s+){0,6}but|\bbut)\s+(.*)$/u.exec(sentence.slice(sentence.indexOf(quote) + quote.length)) ?? []
  const found = but === undefined ? undefined : phraseAt(but)
  return found ? [filledBy(claim, found)] : []
}

/** "the other car" */
const isAnother = (phrase: string, words: StoryWords): boolean =>
  phrase
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word === 'other' || words.isOther(word))

/** A type holds several verbs, and another slot may be that of this one. */
const isOfOther = (slot: Slot, verb: string, words: StoryWords): boolean =>
  words.slots.slots.some((other) => other !== slot && other.verbs.includes(verb))

function isObject({ objects, behind }: Slot, phrase: string, quote: string, words: StoryWords): boolean {
  const head = words.headOf(phrase)
  if (objects && !(head === '' && PRONOUN.test(phrase)) && !objects.some((noun) => words.stem(noun) === head))
    return false
  if (!behind) return true
  const at = quote.indexOf(phrase)
  return at < 0
    ? new RegExp(`\\b${behind}\\b`).test(quote)
    : new RegExp(`^\\s+(?:\\p{Ll}+\\s+){0,2}${behind}\\b`, 'u').test(quote.slice(at + phrase.length)) ||
        new RegExp(`\\b${behind}\\b`).test(phrase)
}

const PRONOUN = /^(?:it|this|that|them|him|her)$/i

/** "7 million dollars": one sum is one gift. */
function sumIn(phrase: string, words: StoryWords): Thing | undefined {
  const [sum] = /\d[\d.,]*(?:\s+(?:thousand|million|billion))?/.exec(phrase) ?? []
  return sum ? { id: null, head: `${sum} ${words.headOf(phrase)}`, isDefinite: true } : undefined
}

type Fill = (filled: ClaimFacts, thing: Thing | undefined) => Filler[]

/** "the buyer is a brewer", "Ida Holm, its owner", "Jury president Ida Holm" */
function inRole(slot: Slot, claim: ClaimFacts, words: StoryWords, filler: Fill): Filler[] {
  const { subjectName, subjectId, objectName, predicate, quote, type } = claim
  const isA = /^(?:is|be)$/.test(predicate) && objectName !== null
  for (const role of slot.roles ?? []) {
    const [before, own, other, after] =
      new RegExp(
        `(?<![\\p{L}-])(?:the|its|her|his|their|(\\p{L}[\\p{L}-]*)['’]s?) ${role}(?: of ((?:the )?[\\p{L}][\\p{L}'’ -]*?))? (?:is|was) (.*)$`,
        'iu',
      ).exec(quote) ?? []
    const thing = own ?? other
    const named = after === undefined ? undefined : phraseAt(after)
    if (before !== undefined && named)
      return filler(filledBy(claim, named), thing ? thingOf(thing, null, words) : undefined)
    if (isA && lastOf(objectName) === role && subjectId && !isUnnamed(subjectId)) {
      const [, whose] = new RegExp(`${role} of ((?:the )?[\\p{L}][\\p{L}'’ -]*)`, 'iu').exec(objectName) ?? []
      return !whose || /\b(?:former|co|part|joint|previous|house|car|dog|home)\b/i.test(objectName)
        ? []
        : filler(
            { ...claim, objectName: subjectName, objectId: subjectId },
            whose ? thingOf(whose, null, words) : undefined,
          )
    }
  }
  if (slot.titles && slot.objects && (isA || type === 'HAS_TITLE') && objectName !== null) {
    const title = objectName.toLowerCase()
    const noun = slot.objects.find((one) =>
      slot.titles!.some((own) => title.includes(`${one} ${own}`) || title.includes(`${own} of the ${one}`)),
    )
    if (noun)
      return filler({ ...claim, objectName: subjectName, objectId: subjectId }, thingOf(`the ${noun}`, null, words))
  }
  return []
}

/** "was sold [to] a brewer": the thing is what the claim is about. */
function inPhrase(slot: Slot, claim: ClaimFacts, words: StoryWords, filler: Fill): Filler[] {
  for (const phrase of slot.phrases ?? []) {
    const at = claim.quote.indexOf(`${phrase} `)
    const found = at < 0 ? undefined : phraseAt(claim.quote.slice(at + phrase.length + 1))
    if (!found || (slot.places && found.name === null)) continue
    // who is at a place may be told only by where the place is
    const first = slot.places && !claim.quote.startsWith(claim.subjectName) ? phraseAt(claim.quote) : undefined
    const thing = first ? thingOf(first.phrase, null, words) : thingOf(claim.subjectName, claim.subjectId, words)
    if (!isObject(slot, first?.phrase ?? claim.subjectName, claim.quote, words)) continue
    return filler(filledBy(claim, found), thing)
  }
  return []
}

/** Whether two fillers of one slot may be of one thing. */
export function areOfOne(
  a: Thing | undefined,
  b: Thing | undefined,
  slot: Slot | undefined,
  words: StoryWords,
): boolean {
  if (!a || !b || a.head === '' || b.head === '') return true
  if (a.id && b.id) return isOneName(a.id, b.id) || isPartOf(a.id, b.id) || isPartOf(b.id, a.id)
  if (a.head === b.head || words.kin(a.head).has(b.head)) return true
  if (slot?.sums) return false
  if (a.head.startsWith(`${b.head} `) || b.head.startsWith(`${a.head} `)) return true // a collapse, and the collapse of something
  const isGroup = slot?.things?.some((nouns) =>
    [a.head, b.head].every((head) => nouns.some((noun) => words.stem(noun) === head)),
  )
  if (isGroup) return true
  if (!slot?.alone) return false
  return (a.id !== null && b.id === null && b.isDefinite) || (b.id !== null && a.id === null && a.isDefinite)
}

/** "Mactaggart" and "Ewan Mactaggart" */
export function isPartOf(inner: string, outer: string): boolean {
  const words = nameKeyOf(outer).slice(1).split('-')
  return nameKeyOf(inner)
    .slice(1)
    .split('-')
    .every((word) => words.includes(word))
}
