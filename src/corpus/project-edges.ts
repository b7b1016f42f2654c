import { contentId } from '../model/id.ts'
import { isUnnamed, nameKeyOf } from '../model/mention.ts'
import type { ClaimFacts, EdgeRow } from './facts.ts'
import { countIndependentSources } from './independent-sources.ts'

/** One edge before the propositions' disputes are known. */
export interface ProjectOptions {
  readonly symmetric: boolean
  /** ids of propositions that some claims contradict */
  readonly disputed: ReadonlySet<string>
}

/**
 * The edges that claims of one relation type make between entities: one for each subject and object, if somebody affirms it. What is only denied,
 * planned, demanded, asked or conditional makes none. Of a symmetric type the lower name is the start, or the one that has a name.
 */
export function projectEdges(claims: readonly ClaimFacts[], { symmetric, disputed }: ProjectOptions): EdgeRow[] {
  const pairs = new Map<string, ClaimFacts[]>()
  for (const claim of claims) {
    if (!isAffirmed(claim) || claim.subjectId === null || claim.objectId === null) continue
    const key = JSON.stringify(endsOf(claim, symmetric))
    const group = pairs.get(key)
    if (group) group.push(claim)
    else pairs.set(key, [claim])
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => toEdge(group, symmetric, disputed))
}

const isAffirmed = ({ polarity, factuality }: ClaimFacts): boolean =>
  polarity === 'affirmed' && ['asserted', 'alleged', 'estimated'].includes(factuality)

/** By name, then by type: what a topic's edges start at is told by its name. */
const isBefore = (a: string, b: string): boolean => {
  const [one, other] = [nameKeyOf(a), nameKeyOf(b)]
  return one === other ? a < b : one < other
}

function endsOf({ subjectId, objectId }: ClaimFacts, symmetric: boolean): readonly [string, string] {
  const turned =
    symmetric &&
    (isUnnamed(subjectId!) !== isUnnamed(objectId!) ? isUnnamed(subjectId!) : isBefore(objectId!, subjectId!))
  return turned ? [objectId!, subjectId!] : [subjectId!, objectId!]
}

function toEdge(group: readonly ClaimFacts[], symmetric: boolean, disputed: ReadonlySet<string>): EdgeRow {
  const claims = [...group].sort(bestFirst)
  const best = claims[0]!
  const [fromId, toId] = endsOf(best, symmetric)
  const reported = present(claims.map(({ publishedAt }) => publishedAt))
  return {
    id: contentId('edge', best.type, fromId, toId),
    type: best.type,
    fromId,
    toId,
    proposition: best.proposition,
    claims: claims.length,
    articles: new Set(claims.map(({ article }) => article)).size,
    independentSources: countIndependentSources([...claims].sort((a, b) => (a.id < b.id ? -1 : 1))),
    firstReported: reported[0] ?? null,
    lastReported: reported.at(-1) ?? null,
    from: present(claims.map(({ time }) => time?.from ?? null))[0] ?? null,
    to: present(claims.map(({ time }) => time?.to ?? null)).at(-1) ?? null,
    disputed: claims.some(({ proposition }) => disputed.has(proposition)),
    quote: best.quote,
    article: best.article,
  }
}

/** Asserted before alleged before estimated, surer first, shorter quotes first. */
const bestFirst = (a: ClaimFacts, b: ClaimFacts): number =>
  STRENGTH.indexOf(a.factuality) - STRENGTH.indexOf(b.factuality) ||
  b.confidence - a.confidence ||
  a.quote.length - b.quote.length ||
  (a.id < b.id ? -1 : 1)
const STRENGTH = ['asserted', 'alleged', 'estimated']

const present = (values: readonly (string | null)[]): string[] => values.filter((value) => value !== null).sort()
