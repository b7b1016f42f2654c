import { isUnnamed } from '../../model/mention.ts'
import type { ClaimFacts } from '../facts.ts'
import { frontOf, lastOf } from '../phrase.ts'
import type { StoryWords } from './words.ts'

/** What a claim puts where only one can be: the cause of a happening, who did what only one does, the way that somebody took. */
export interface Filler {
  /** the claim with what it puts there for its object */
  readonly claim: ClaimFacts
  /** what is filled: fillers of one are compared */
  readonly slot: string
  /** what it is filled of, where two may be filled in a story; undefined where the slot says all */
  readonly thing: Thing | undefined
  readonly title: string
  /** why two of them cannot both be right */
  readonly reason: string
  /** what a later paper tells may be so by then */
  readonly mayChange: boolean
}

export interface Thing {
  readonly id: string | null
  /** the head of its phrase, by stem; empty for a pronoun */
  readonly head: string
  /** it is one that was told of: "the hall" */
  readonly isDefinite: boolean
}

export const thingOf = (phrase: string, id: string | null, words: StoryWords): Thing => ({
  id: id !== null && !isUnnamed(id) ? id : null,
  head: words.headOf(phrase),
  isDefinite: !/^(?:an?|another|two|three|some|several|many|\d)\b/i.test(phrase),
})

/** The noun phrase that a text begins with, and a name that stands for it behind: "the vet, [Ida Holm], on Monday", "the firm [Karlberg] in May". */
export function phraseAt(text: string): { readonly phrase: string; readonly name: string | null } | undefined {
  const phrase = PHRASE.exec(text)?.[0].replace(/[.\s]+$/, '')
  if (!phrase) return undefined
  const [, apposed] = APPOSED.exec(text.slice(phrase.length)) ?? []
  const [, inside] = INSIDE.exec(phrase) ?? []
  const name = BARE_NAME.test(phrase) ? phrase : (apposed ?? inside)
  return { phrase, name: name?.replace(/[.]+$/, '') ?? null }
}
const STOP =
  'who|which|that|in|on|at|after|when|while|and|or|but|to|from|since|as|for|with|during|before|near|because|by|said|says|is|was|were|are|had|has|have|will|would|not|into|through|until|under'
const PHRASE = new RegExp(
  `^(?:(?!(?:${STOP})(?![\\p{L}'’-]))[\\p{L}\\d][\\p{L}\\d.'’-]*(?:\\s+(?=\\S)|(?=\\W|$)))+`,
  'u',
)
const NAME = "\\p{Lu}[\\p{L}.'’-]+(?:\\s+(?:(?:de|da|di|del|van|von|der|al|bin|of|la|le)\\s+)*\\p{Lu}[\\p{L}.'’-]*)*"
const APPOSED = new RegExp(`^,\\s+(${NAME})(?=\\s*(?:[,.;)]|$))`, 'u')
const INSIDE = new RegExp(`(?:^|\\s)\\p{Ll}[\\p{L}'’-]*\\s+(${NAME})\\s*$`, 'u')
const BARE_NAME = new RegExp(`^${NAME}$`, 'u')

/** Who does it of a claim in the passive: "were led there [by a drone]". */
export function agentIn({ quote, predicate }: ClaimFacts): ReturnType<typeof phraseAt> {
  if (!predicate.startsWith('be ')) return undefined
  const found = /\bby\s+(?=(?:the|an?|its|his|her|their|our|\p{Lu}|\p{Ll}+s\b|\p{Ll}+\s+\p{Ll}))/u.exec(quote)
  if (!found || NO_AGENT.test(quote.slice(found.index))) return undefined
  return phraseAt(quote.slice(found.index + found[0].length))
}
const NO_AGENT =
  /^by\s+(?:\p{Ll}+ing\b|the\s+(?:end|time|middle|year|side|way|hour|day|thousand)|an?\s+(?:year|third|half|quarter)|\d|\p{Lu}\p{Ll}+day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:sea|air|boat|bus|train|car|road|rail|ship|hand|mistake|then|now|far)\b)/u

/** The claim with a phrase, or the name that stands for it, for its object. */
export const filledBy = (claim: ClaimFacts, { phrase, name }: { phrase: string; name: string | null }): ClaimFacts => ({
  ...claim,
  objectName: name ?? phrase,
  objectId: name === null ? null : `name:${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`,
})

/** Whether two fillers cannot both be right: two names, or two nouns without a word in common; a name and a noun only where the noun cannot be of it. `isExact`: words of like meaning are two. */
export function areRivals(a: ClaimFacts, b: ClaimFacts, words: StoryWords, isExact = false): boolean {
  const [one, other] = [a, b].map(({ objectName }) =>
    words.tokens(objectName!).map(({ form, stem }) => (isExact ? words.ownStem(form) : stem)),
  ) as [string[], string[]]
  if (one.length === 0 || other.length === 0 || one.some((stem) => other.includes(stem))) return false
  const isVague = ({ objectName: phrase }: ClaimFacts) =>
    words.slots.vague.includes(singular(lastOf(phrase!), words)) &&
    !(/\sof\s/.test(phrase!) || /\s\p{Lu}/u.test(frontOf(phrase!))) // "women of the valley" are some
  if (isVague(a) || isVague(b)) return false
  const [here, there] = [a, b].map((claim) => isNamed(claim))
  if (here === there) return true
  return here ? cannotBe(a, b.objectName!, words) : cannotBe(b, a.objectName!, words)
}

const isNamed = ({ objectId }: ClaimFacts): boolean => objectId !== null && !isUnnamed(objectId)

/** Whether what has a name cannot be what a noun says: a person is no choir, and no dog; a firm may be the Germans. */
function cannotBe({ objectId, objectName }: ClaimFacts, noun: string, words: StoryWords): boolean {
  const isPerson = objectId!.startsWith('person:') || (/^name:/.test(objectId!) && / /.test(objectName!))
  const last = lastOf(noun)
  const one = singular(last, words)
  const isBody = words.slots.bodies.includes(one)
  if (/\p{Lu}/u.test(noun.slice(1)) && (isBody || words.slots.organs.includes(one))) return true // "the Norwegian government"
  if (isPerson) return isBody || one !== last || words.slots.tools.includes(one)
  if (/^organization:/.test(objectId!)) return one === last && !isBody && /^an?\s/i.test(noun) && words.isSomebody(one) // "a former employee"
  return objectId!.startsWith('place:') && isBody
}

/** "farmers" → "farmer", as far as spelling tells. */
const singular = (noun: string, words: StoryWords): string =>
  /s$/.test(noun) && words.ownStem(noun) !== noun
    ? noun.replace(/(?<=[a-z])(?:(?<=(?:ch|sh|ss|x))es|s)$/, '').replace(/ie$/, 'y')
    : noun === 'women' || noun === 'men'
      ? noun.replace(/men$/, 'man')
      : noun

/** Who fills it as it is shown: an unknown thing's name with what it is, "a sniffer dog, Rex", "a ship called Aurora". */
export function described(claim: ClaimFacts): ClaimFacts {
  const { quote, objectName: name } = claim
  const at = quote.indexOf(name!)
  const [whole] = at < 0 ? [] : (DESCRIBED.exec(quote.slice(0, at)) ?? [])
  return whole === undefined ? claim : { ...claim, objectName: `${whole}${name}` }
}
const DESCRIBED = /\b[Aa]n?\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}\p{Ll}[\p{L}-]*(?:,\s+|\s+(?:called|named)\s+)$/u
