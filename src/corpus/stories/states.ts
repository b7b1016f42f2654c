import { groupBy } from '../../model/group-by.ts'
import { isOneName, isUnnamed, nameKeyOf } from '../../model/mention.ts'
import { plainName, rowOf, sameFrame, speakerOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import { frontOf, lastOf } from '../phrase.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './comparison.ts'
import type { State } from './opposites.ts'
import type { StoryClaim } from './told.ts'
import type { StoryWords } from './words.ts'

/**
 * Where articles of a story tell opposite states of one thing: "the ward is closed" and "the ward was open", "the captain was drunk" and "was sober". What a later
 * paper tells may have come about since, where the thing can go over from the one to the other.
 */
export function compareStates(claims: readonly StoryClaim[], comparison: StoryComparison): ConflictRow[] {
  const { words, areOneStory } = comparison
  const told = claims
    .filter(({ claim }) => IS_SO.test(claim.factuality) || isPlan(claim))
    .flatMap(({ claim }) => words.states.statesOf(claim))
    .map((state) => ({ ...state, heads: headsOf(state, words) }))
  const pairs = [...groupBy(told, ({ axis }) => axis).values()].flatMap((group) =>
    group.flatMap((a, at) =>
      group
        .slice(at + 1)
        .flatMap((b) => (a.side !== b.side && meets(a, b, group, { areOneStory, words }) ? [[a, b] as const] : [])),
    ),
  )
  return clustersOf(pairs).flatMap((group) => {
    const byClaim = new Map(group.map((state) => [state.claim, state]))
    return rowOf(
      group.map(({ claim }) => claim),
      {
        kind: 'polarity',
        identity: `story state ${group[0]!.axis} ${group.map(({ claim }) => claim.id).sort()[0]}`,
        judge: (a, b) =>
          pairs.some(([x, y]) => (x.claim === a && y.claim === b) || (x.claim === b && y.claim === a))
            ? {
                verdict: 'conflicts',
                reason: `“${wordsOf(byClaim.get(a)!)}” (${whoSays(a)}) and “${wordsOf(byClaim.get(b)!)}” (${whoSays(b)}) cannot both be so`,
              }
            : undefined,
        show: (claim) => wordsOf(byClaim.get(claim)!),
        title: () => titleOf(group),
      },
    )
  })
}
const IS_SO = /^(?:asserted|alleged|estimated)$/
/** "will be sold", "is to be torn down", "closes at Christmas" */
const isPlan = ({ factuality, quote, time, publishedAt }: ClaimFacts): boolean =>
  factuality === 'planned' ||
  (publishedAt !== null && (time?.from ?? '').slice(0, 7) > publishedAt.slice(0, 7)) ||
  (factuality === 'demanded' && /\b(?:is|are|was|were) to be\b/.test(quote))

type Told = State & { readonly heads: readonly string[] }

/** The noun for a thing, and what the passage itself calls it: "most of the bees" → bee; "the satellite was not insured", of Samal-2 → satellite. */
function headsOf({ thing, claim }: State, words: StoryWords): string[] {
  const whole = thing.replace(PARTITIVE, '')
  const [own] =
    /^(?:that |and |but )?((?:the|its|their) (?:\p{Ll}[\p{L}-]* ){1,3}?)(?:is|was|are|were|has|had|have)\b/u.exec(
      lowered(claim.quote),
    ) ?? []
  const called =
    own === undefined || claim.objectName === thing
      ? []
      : [words.headOf(own.replace(/^(?:that|and|but) | (?:is|was|are|were|has|had|have)$/g, ''))]
  return [...new Set([words.headOf(whole), ...called])].filter((head) => head !== '')
}
const PARTITIVE = /^(?:\p{Ll}+ ){0,2}(?:of|out of) (?=the|its|their|his|her|those|these|them)/iu
const lowered = (quote: string): string => quote.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())

function meets(
  a: Told,
  b: Told,
  all: readonly Told[],
  { areOneStory, words }: Pick<StoryComparison, 'areOneStory' | 'words'>,
): boolean {
  const [one, other] = [a.claim, b.claim]
  if (one.article === other.article ? speakerOf(one) === speakerOf(other) : !areOneStory(one.article, other.article))
    return false
  if (isPlan(one) !== isPlan(other)) return false
  if (a.words === b.words || !sameFrame(one, other) || !isRecent(one) || !isRecent(other)) return false
  if (a.doer !== null && b.doer !== null && words.headOf(a.doer) !== words.headOf(b.doer)) return false
  if (!isOneThing(a, b, words) || !doClash(a, b, words)) return false
  if (knowsBoth(a, b, all, words) || knowsBoth(b, a, all, words)) return false
  return !mayHaveChanged(a, b)
}

/** The article of the one tells the state of the other in the same voice as well: it knows how it went on. */
const knowsBoth = (a: Told, b: Told, all: readonly Told[], words: StoryWords): boolean =>
  all.some(
    (third) =>
      third.claim.article === a.claim.article &&
      speakerOf(third.claim) === speakerOf(a.claim) &&
      third.side === b.side &&
      isOneThing(third, a, words),
  )

/** What is told with a time of long ago is of then: "opened in 1926". */
const isRecent = ({ time, publishedAt }: ClaimFacts): boolean => {
  const from = /^\d{4}/.test(time?.from ?? '') ? time!.from! : undefined
  if (!from || !publishedAt || from > publishedAt) return true
  const apart = Math.abs(Date.parse(publishedAt.slice(0, 10)) - Date.parse(from.slice(0, 10)))
  return from.length >= 'YYYY-MM'.length && apart <= MONTH
}
const MONTH = 31 * 86_400_000
/** Two plans so near to each other are told of one time. */
const FORTNIGHT = 14 * 86_400_000

/** The later paper tells what may have come about since. */
function mayHaveChanged(a: Told, b: Told): boolean {
  const [one, other] = [a, b].map(({ claim }) => claim.publishedAt?.slice(0, 10) ?? '') as [string, string]
  if (a.changes === 'never' || one === '' || other === '' || one === other) return false
  if (isPlan(a.claim)) return Math.abs(Date.parse(one) - Date.parse(other)) > FORTNIGHT
  const then = one < other ? b : a
  if (
    LASTING.test(then.claim.name) ||
    ([a, b].every(({ claim }) => isPast(claim)) && [a, b].some(({ claim }) => BEFORE.test(claim.quote)))
  )
    return false
  return a.changes === 'both' || then.side === (a.changes === 'forward' ? 1 : 0)
}

/** Both tell of the time of the happening, which is over: "had been working", "failed". */
const isPast = ({ quote }: ClaimFacts): boolean =>
  /\b(?:was|were|had|did|\p{L}+ed)\b/u.test(quote) && !/\b(?:is|are|has|have)\b/.test(quote)
const BEFORE = /\bhad\b/

/** "is still open": it has not changed since. */
const LASTING = /\b(?:still|remain(?:s|ed)?|stay(?:s|ed)?)\b/i

function isOneThing(a: Told, b: Told, words: StoryWords): boolean {
  const [one, other] = [a, b].map(({ id }) => (id && !isUnnamed(id) ? id : null)) as [string | null, string | null]
  if (one && other) return isOneName(one, other) || isPartOf(one, other) || isPartOf(other, one)
  if (isOfAll(a, words) || isOfAll(b, words)) return [a, b].every(({ thing, id: own }) => isSomebody(thing, own, words))
  if (isNobody(a) || isNobody(b))
    return [a, b].every((state) => isNobody(state) || words.isSomebody(lastOf(state.thing)))
  const isShared =
    (a.doer !== null && [a, b].every(({ thing }) => words.states.isMatter(thing))) ||
    a.heads.some(
      (head) =>
        b.heads.some((other) => head === other || words.kin(head).has(other)) ||
        (words.isAnybody(head) && b.heads.some(words.isAnybody)),
    )
  if (!isShared) return false
  const [here, there] = [a, b].map(({ thing }) => partsOf(thing, words)) as [Parts, Parts]
  return areAlike(here.names, there.names) && areAlike(here.kinds, there.kinds)
}

/** "all residents", "no passengers", "all of them": it says something of everybody. */
const isOfAll = ({ thing }: State, words: StoryWords): boolean =>
  /^(?:all|every|each|none|no)\b/i.test(thing) &&
  (/^(?:all|none) of (?:them|us)$/i.test(thing) || words.isSomebody(lastOf(thing)))
const isSomebody = (thing: string, id: string | null, words: StoryWords): boolean =>
  /^person:/.test(id ?? '') ||
  /\b(?:all|none|one|two|three|some|several) of (?:the(?:m| \p{L}+)|us)\b/iu.test(thing) ||
  words.isSomebody(lastOf(thing))

const isNobody = ({ thing }: State): boolean => /^(?:nobody|no[ -]one)(?: else)?$/i.test(thing)

/** "Mactaggart" and "Ewan Mactaggart", "Vallakadu" and "the Vallakadu bridge" */
function isPartOf(inner: string, outer: string): boolean {
  const words = nameKeyOf(outer).slice(1).split('-')
  return nameKeyOf(inner)
    .slice(1)
    .split('-')
    .every((word) => words.includes(word))
}

interface Parts {
  readonly names: readonly string[]
  readonly kinds: readonly string[]
}

/** The names in a phrase, and the words before its head: "the left engine", "the Oslo branch". */
function partsOf(phrase: string, words: StoryWords): Parts {
  const tokens = words.tokens(` ${phrase.split(/,|\s(?:that|who|which)\s/)[0]!}`)
  const front = words.tokens(` ${frontOf(phrase)}`).slice(0, -1)
  return {
    names: tokens.filter(({ isName }) => isName).map(({ stem }) => stem),
    kinds: front.filter(({ isName }) => !isName).map(({ stem }) => stem),
  }
}

const areAlike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((word) => b.includes(word))

/** Some are open and some are closed; but all are not, if some are otherwise, and most are not, if most are. */
function doClash(a: Told, b: Told, words: StoryWords): boolean {
  const [one, other] = [a, b].map(({ thing }) => words.states.amountOf(thing))
  if (isOfAll(a, words) !== isOfAll(b, words)) return true
  if (one === 'one' || other === 'one') return one === other
  return one === 'all' || other === 'all' || (one === 'most' && other === 'most')
}

/** "was still open", of a claim named "The ward was still open" */
function wordsOf({ claim, thing }: State): string {
  if (isPlan(claim) && claim.type !== 'STATES') return claim.quote.replace(/^(?:that|and|but) /, '') // "The ward was opened" is no plan
  const name = plainName(claim.name)
  return name.startsWith(`${thing} `) ? name.slice(thing.length + 1) : name
}

function titleOf(group: readonly State[]): string {
  return [...group].map(({ thing }) => thing).sort((x, y) => x.length - y.length || (x < y ? -1 : 1))[0]!
}
