import { addTo } from '../../model/group-by.ts'
import { quoted, rowOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './compare-story.ts'
import type { StoryClaim } from './told.ts'

/** Where articles of a story call one happening or person by two names that are nearly one: "Storm Lena", "Storm Lenna". No article has both. */
export function compareNames(claims: readonly StoryClaim[], { areOneStory }: StoryComparison): ConflictRow[] {
  const named = new Map<string, ClaimFacts[]>()
  for (const { claim } of claims)
    if (/^(?:event|person):[^~]+$/.test(claim.subjectId ?? '')) addTo(named, claim.subjectId!, claim)
  const articles = (id: string) => [...new Set(named.get(id)!.map(({ article }) => article))]
  const ids = [...named.keys()].sort()
  const pairs = ids.flatMap((a, at) =>
    ids.slice(at + 1).flatMap((b) => {
      const [here, there] = [articles(a), articles(b)]
      const isApart = !here.some((article) => there.includes(article))
      return isApart &&
        here.some((one) => there.some((other) => areOneStory(one, other))) &&
        isNearlyOne(named.get(a)![0]!, named.get(b)![0]!)
        ? [[a, b] as const]
        : []
    }),
  )
  return clustersOf(pairs).flatMap((group) =>
    rowOf(
      group.flatMap((id) => articles(id).map((article) => named.get(id)!.find((claim) => claim.article === article)!)),
      {
        kind: 'name',
        identity: `story ${[...group].sort()[0]}`,
        judge: (a, b) =>
          a.subjectId === b.subjectId
            ? undefined
            : {
                verdict: 'conflicts',
                reason: `${quoted(a.subjectName)} (${whoSays(a)}) and ${quoted(b.subjectName)} (${whoSays(b)}) look like two names of one ${KINDS[a.subjectId!.split(':')[0]!]}`,
              },
        show: ({ subjectName }) => subjectName,
        title: () => `name of one ${KINDS[group[0]!.split(':')[0]!]}`,
      },
    ),
  )
}

const KINDS: Readonly<Record<string, string>> = { event: 'happening', person: 'person' }

/** The same words but for one, and that one is spelt nearly alike: "Storm Lena", "Storm Lenna". */
function isNearlyOne(a: ClaimFacts, b: ClaimFacts): boolean {
  const isPerson = a.subjectId!.startsWith('person:')
  if (isPerson !== b.subjectId!.startsWith('person:')) return false
  const [one, other] = [a, b].map(({ subjectName }) => subjectName.toLowerCase().split(/\s+/)) as [string[], string[]]
  if (one.length !== other.length || one.length < 2) return false
  const differing = one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at]!] as const]))
  if (differing.length !== 1) return false
  const [[x, y]] = differing as [readonly [string, string]]
  // of persons only surnames: "Jan Novak" and "Jana Novak" are two
  if (isPerson && (one.length !== 2 || one[1] === other[1])) return false
  return x[0] === y[0] && /^\p{L}+$/u.test(x + y) && distance(x, y) * 2 <= Math.max(x.length, y.length)
}

/** How many letters must be put in, left out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (letter === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
