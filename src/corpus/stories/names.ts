import { addTo } from '../../model/group-by.ts'
import { quoted, rowOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import { lastOf } from '../phrase.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './comparison.ts'
import { isOneNameSpelt, isOnePersonSpelt } from './spelling.ts'
import type { StoryClaim } from './told.ts'
import type { StoryWords } from './words.ts'

/** A name that an article has, with the first claim that has it. */
interface Named {
  readonly claim: ClaimFacts
  readonly name: string
  readonly kind: 'person' | 'happening' | 'thing'
  /** what it is the name of, by stem, where nothing but that tells that two names are of one */
  readonly of: string
  /** that as it is written, or the kind */
  readonly noun: string
}

/**
 * Where articles of a story call one person or thing by two names: nearly the same ("Storm Lena", "Storm Lenna"; "Ghulam Hyder", "Ghulam Haider"), or given as what
 * the same thing is called ("a cow called Bella", "the cow was registered as Flora"). No article has both.
 */
export function compareNames(claims: readonly StoryClaim[], { areOneStory, words }: StoryComparison): ConflictRow[] {
  const named = new Map<string, Named[]>()
  for (const { claim } of claims)
    for (const one of namesIn(claim, words)) {
      const key = `${one.of}|${one.name.toLowerCase()}`
      if (!named.get(key)?.some(({ claim: { article } }) => article === claim.article)) addTo(named, key, one)
    }
  const texts = new Map<string, string>()
  for (const { claim } of claims) texts.set(claim.article, `${texts.get(claim.article) ?? ''} ${claim.sentence}`)
  // what is spelt nearly alike may be of two articles that are of one story with a third
  const areNear = (x: string, y: string) =>
    areOneStory(x, y) || [...texts.keys()].some((z) => areOneStory(x, z) && areOneStory(z, y))
  const keys = [...named.keys()].sort()
  const articlesOf = (key: string) => named.get(key)!.map(({ claim }) => claim.article)
  const pairs = keys.flatMap((a, at) =>
    keys.slice(at + 1).flatMap((b) => {
      const [one, other] = [named.get(a)![0]!, named.get(b)![0]!]
      if (!isNearlyOne(one, other)) return []
      const [here, there] = [articlesOf(a), articlesOf(b)]
      const isApart =
        !here.some((article) => texts.get(article)!.includes(other.name)) &&
        !there.some((article) => texts.get(article)!.includes(one.name))
      return isApart && here.some((x) => there.some((y) => areNear(x, y))) ? [[a, b] as const] : []
    }),
  )
  return clustersOf(pairs).flatMap((group) => {
    const members = group.flatMap((key) => named.get(key)!)
    const byClaim = new Map(members.map((one) => [one.claim, one]))
    const what = members[0]!.noun
    return rowOf(
      members.map(({ claim }) => claim),
      {
        kind: 'name',
        identity: `story ${[...group].sort()[0]}`,
        judge: (a, b) => {
          const [one, other] = [byClaim.get(a)!.name, byClaim.get(b)!.name]
          return one === other
            ? undefined
            : {
                verdict: 'conflicts',
                reason: `${quoted(one)} (${whoSays(a)}) and ${quoted(other)} (${whoSays(b)}) look like two names of one ${what}`,
              }
        },
        show: (claim) => byClaim.get(claim)!.name,
        title: () => `name of one ${what}`,
      },
    )
  })
}

/** The names of its sides, those that a ship or the like has in its passage, and what it says that something is called. */
function namesIn(claim: ClaimFacts, words: StoryWords): Named[] {
  const sides = [
    [claim.subjectId, claim.subjectName] as const,
    [claim.objectId, claim.objectName ?? ''] as const,
  ].flatMap(([id, name]) => {
    const [, kind] = /^(person|event|vessel|facility|organization):[^~]+$/.exec(id ?? '') ?? []
    return kind ? [toNamed(claim, name, kind === 'person' ? 'person' : kind === 'event' ? 'happening' : 'thing')] : []
  })
  const inText = [...claim.quote.matchAll(NOUN_AND_NAME)].map(([, name]) => toNamed(claim, name!, 'thing'))
  return [...sides, ...inText, ...calledIn(claim, words)]
}
const toNamed = (claim: ClaimFacts, name: string, kind: Named['kind']): Named => ({
  claim,
  name,
  kind,
  of: '',
  noun: kind,
})

/** "on the freighter [Ocean Star]" */
const NOUN_AND_NAME = /\b[Tt]he \p{Ll}+ (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?! \p{Lu})/gu

/** "the gale, named Odette", "the cow is called Bella", "Odile, as the storm was christened" */
function calledIn(claim: ClaimFacts, words: StoryWords): Named[] {
  if (claim.polarity === 'denied') return []
  const [, noun, name] = CALLED.exec(claim.quote) ?? []
  const [, other, thing] = CHRISTENED.exec(claim.quote) ?? []
  const found = noun && name ? [noun, name] : thing && other ? [thing, other] : undefined
  const head = found ? words.headOf(found[0]!) : ''
  return found && head !== '' ? [{ claim, name: found[1]!, kind: 'thing', of: head, noun: lastOf(found[0]!) }] : []
}
const NAMING = 'named|by the name of|answering to the name of|called|christened|dubbed|baptised|baptized|registered as'
const CALLED = new RegExp(
  `\\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Hh]is|[Hh]er) ((?:\\p{Ll}[\\p{L}-]* ){0,2}\\p{Ll}[\\p{L}-]*)(?:, an? (?:\\p{Ll}[\\p{L}-]* ){0,2}\\p{Ll}[\\p{L}-]*)?,? (?:(?:is|was|has been|had been) )?(?:officially )?(?:${NAMING}) (\\p{Lu}[\\p{L}-]+)(?! \\p{Lu})`,
  'u',
)
const CHRISTENED = new RegExp(
  `\\b(\\p{Lu}[\\p{L}-]+), as (?:the|this|its) (\\p{Ll}+) (?:is|was|has been|had been) (?:officially )?(?:${NAMING})`,
  'u',
)

function isNearlyOne(a: Named, b: Named): boolean {
  if ((a.kind === 'person') !== (b.kind === 'person') || a.of !== b.of) return false
  if (a.of !== '') return a.name !== b.name
  return a.kind === 'person' ? isOnePersonSpelt(a.name, b.name) : isOneNameSpelt(a.name, b.name)
}
