import { groupBy } from '../../model/group-by.ts'
import { isOneName, isUnnamed, nameKeyOf } from '../../model/mention.ts'
import { plainName, rowOf, sameFrame, speakerOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import { frontOf, lastOf } from '../phrase.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './compare-story.ts'
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
    .filter(({ claim }) => IS_SO.test(claim.factuality))
    .flatMap(({ claim }) => words.states.statesOf(claim))
    .map((state) => ({ ...state, head: words.headOf(state.thing) }))
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

type Told = State & { readonly head: string }

function meets(
  a: Told,
  b: Told,
  all: readonly Told[],
  { areOneStory, words }: Pick<StoryComparison, 'areOneStory' | 'words'>,
): boolean {
  const [one, other] = [a.claim, b.claim]
  if (one.article === other.article ? speakerOf(one) === speakerOf(other) : !areOneStory(one.article, other.article))
    return false
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
  if (!from || !publishedAt) return true
  const apart = Math.abs(Date.parse(publishedAt.slice(0, 10)) - Date.parse(from.slice(0, 10)))
  return from.length >= 'YYYY-MM'.length && apart <= MONTH
}
const MONTH = 31 * 86_400_000

/** The later paper tells what may have come about since. */
function mayHaveChanged(a: Told, b: Told): boolean {
  const [one, other] = [a, b].map(({ claim }) => claim.publishedAt?.slice(0, 10) ?? '') as [string, string]
  if (a.changes === 'never' || one === '' || other === '' || one === other) return false
  const then = one < other ? b : a
  if (LASTING.test(then.claim.name)) return false
  return a.changes === 'both' || then.side === 1
}

/** "is still open": it has not changed since. */
const LASTING = /\b(?:still|remain(?:s|ed)?|stay(?:s|ed)?)\b/i

function isOneThing(a: Told, b: Told, words: StoryWords): boolean {
  const [one, other] = [a, b].map(({ id }) => (id && !isUnnamed(id) ? id : null)) as [string | null, string | null]
  if (one && other) return isOneName(one, other) || isPartOf(one, other) || isPartOf(other, one)
  if (a.head === '' || (a.head !== b.head && !(words.isAnybody(a.head) && words.isAnybody(b.head)))) return false
  const [here, there] = [a, b].map(({ thing }) => partsOf(thing, words)) as [Parts, Parts]
  return areAlike(here.names, there.names) && areAlike(here.kinds, there.kinds)
}

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
  const tokens = words.tokens(` ${phrase}`)
  const front = words.tokens(` ${frontOf(phrase)}`).slice(0, -1)
  return {
    names: tokens.filter(({ isName }) => isName).map(({ stem }) => stem),
    kinds: front.filter(({ isName }) => !isName).map(({ stem }) => stem),
  }
}

const areAlike = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((word) => b.includes(word))

/** Some are open and some are closed; but all are not, if some are otherwise. */
function doClash(a: Told, b: Told, words: StoryWords): boolean {
  const [one, other] = [a, b].map(({ thing }) => amountOf(thing, words))
  return one === other ? one !== 'some' : !(one === 'one' || other === 'one')
}

function amountOf(phrase: string, words: StoryWords): 'all' | 'some' | 'one' {
  if (SOME.test(phrase)) return 'some'
  const last = lastOf(phrase)
  return ALL.test(phrase) || (words.ownStem(last) !== last && /s$/.test(last)) ? 'all' : 'one'
}
const SOME =
  /^(?:(?:about|some|more than|at least|nearly|almost|around|over|up to)\s+)?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?|several|many|most|few|a few|dozens|hundreds|half|part|parts|some|other|others|another)\b/iu
const ALL = /^(?:all|every|each|both|none|no)\b/i

/** "was still open", of a claim named "The ward was still open" */
function wordsOf({ claim, thing }: State): string {
  const name = plainName(claim.name)
  return name.startsWith(`${thing} `) ? name.slice(thing.length + 1) : name
}

function titleOf(group: readonly State[]): string {
  return [...group].map(({ thing }) => thing).sort((x, y) => x.length - y.length || (x < y ? -1 : 1))[0]!
}
