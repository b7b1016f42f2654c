import { Factuality } from '../model/claim.ts'
import { groupBy } from '../model/group-by.ts'
import { contentId } from '../model/id.ts'
import { type Relation, relateAmounts, relatePeriods } from '../model/interval.ts'
import { isOneName } from '../model/mention.ts'
import type { ClaimFacts, ConflictRow, Verdict } from './facts.ts'

/** How two claims relate, and why. */
export interface Pair {
  readonly verdict: Verdict
  readonly reason: string
}

/** Events at different times are different events: only what may be the same time is compared. */
export const sameFrame = (a: ClaimFacts, b: ClaimFacts): boolean =>
  a.time === null || b.time === null || relatePeriods(a.time, b.time) !== 'disjoint'

/** "closes plants in Scotland", "denies that it closes any in England": they name other places, or what they do it to by other names. */
export function areElsewhere(a: ClaimFacts, b: ClaimFacts): boolean {
  if (isOneName(a.objectId, b.objectId)) return false
  const [here, there] = [namesIn(a), namesIn(b)]
  return here.length > 0 && there.length > 0 && !here.some((word) => there.includes(word))
}

const namesIn = ({ place, objectName }: ClaimFacts): string[] =>
  [place, objectName].flatMap((words) => words?.match(NAME) ?? [])
const NAME = /(?<!\p{L})\p{Lu}[\p{L}-]+/gu

/** "will not reopen before March", "not as rare as was thought": when it will be, or how much so, and not that it is not so. */
export const isHedged = ({ quote }: ClaimFacts): boolean => HEDGED.test(quote)
const HEDGED = /\b(?:not|never|n['’]t)\b(?:.*\b(?:before|until|till)\b|\s+(?:\p{L}+\s+)?(?:as|so)\s+\p{L}+\s+as\b)/iu

/** Who denies nine says nothing against three. */
export const haveOtherAmounts = (a: ClaimFacts, b: ClaimFacts): boolean =>
  a.quantity !== null && b.quantity !== null && relateAmounts(a.quantity, b.quantity) === 'disjoint'

/** How the claims of a group are compared and shown. */
export interface Comparing {
  readonly kind: ConflictRow['kind']
  /** what makes the row the same one when claims are added */
  readonly identity: string
  readonly judge: (a: ClaimFacts, b: ClaimFacts) => Pair | undefined
  /** the value of a claim as it is shown */
  readonly show: (claim: ClaimFacts) => string
  /** claims that belong to the row as soon as one of them does, when it is not those of one shown value */
  readonly alike?: (claim: ClaimFacts) => string
  /** what the row is about, when the claim's own words do not say it best */
  readonly title?: (members: readonly ClaimFacts[]) => string
}

/** One row for a group in which some pair differs; the worst verdict names it and gives the reason. */
export function rowOf(
  claims: readonly ClaimFacts[],
  { kind, identity, judge, show, alike = show, title }: Comparing,
): ConflictRow[] {
  const judged = pairsOf(distinct(claims, show)).flatMap(([a, b]) => {
    const pair = judge(a, b)
    return pair && pair.verdict !== 'agrees' ? [{ a, b, ...pair }] : []
  })
  const worst = VERDICTS.flatMap((verdict) => judged.filter((pair) => pair.verdict === verdict).sort(byOutlets))[0]
  if (!worst || worst.verdict === 'agrees') return []
  const involved = new Set(judged.flatMap(({ a, b }) => [alike(a), alike(b)]))
  const members = claims.filter((claim) => involved.has(alike(claim))).sort(byValue)
  const propositions = [...new Set(members.map((claim) => claim.proposition))].sort()
  // "Five" at the head of a sentence is "five"
  const sides = [...groupBy(members, (claim) => show(claim).toLowerCase()).values()]
  const values = sides.map((own) => `${show(own[0]!)} (${whoTogether(own)})`)
  return [
    {
      id: contentId('conflict', kind, identity),
      name: `${title?.(members) ?? topicName(members[0]!, kind)}: ${values.join(' · ')}`,
      kind,
      verdict: worst.verdict,
      reason: worst.reason,
      propositions,
      members: members.map((claim) => ({ claim: claim.id, value: show(claim) })),
    },
  ]
}

/** "Seoul, Kestrel Wire and 3 more" */
function whoTogether(members: readonly ClaimFacts[]): string {
  const all = [...new Set(members.map(whoSays))]
  return all.length > 3 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : all.join(', ')
}

/** Two outlets against each other say more than one against itself. */
const byOutlets = (one: { a: ClaimFacts; b: ClaimFacts }, other: { a: ClaimFacts; b: ClaimFacts }): number =>
  Number(one.a.source === one.b.source) - Number(other.a.source === other.b.source)

const VERDICTS: readonly Verdict[] = ['conflicts', 'changed over time', 'refines']

/** A claim's name without the marks that say how surely it is put, and without what follows in brackets. */
export const plainName = (name: string): string => name.replace(/ \([^()]*\)$/, '').replace(STANCE, '')

/** "North Korea deployed forces to Russia": the claim's name without its value. */
function topicName({ name, type, objectName, quantity }: ClaimFacts, kind: ConflictRow['kind']): string {
  const value = kind === 'quantity' ? quantity?.text : kind === 'name' || kind === 'object' ? objectName : undefined
  const about = plainName(name)
    .replace(value ?? '', '')
    .replace(/\s+/g, ' ')
    .trim()
  return kind === 'quantity' && type === 'SUFFERED_LOSSES' && quantity?.role ? `${about}, ${quantity.role}` : about
}

/** "acquired", whether it is planned or done. */
const STANCE = new RegExp(`\\((?:denied|${Factuality.options.join('|')})\\) `, 'g')

export const speakerOf = (claim: ClaimFacts): string =>
  claim.speakerId ?? claim.speakerName?.toLowerCase() ?? claim.source
/** "The ministry" of a sentence's start is "the ministry"; "The Hague" stays. */
export const whoSays = ({ speakerName, sourceName }: ClaimFacts): string =>
  speakerName?.replace(/^(?:The|An?)(?= \p{Ll})/u, (article) => article.toLowerCase()) ?? sourceName
/** The day or days of a time; hours are left out, since they are not compared. */
export function dateOf({ time }: ClaimFacts): string {
  const [from, to] = [time!.from?.slice(0, 10), time!.to?.slice(0, 10)]
  return from !== undefined && from === to ? from : `${from ?? '…'} to ${to ?? '…'}`
}
export const quoted = (text: string | null): string => `“${text ?? ''}”`

/** One claim a value and speaker stands for all when pairs are judged, so a hub does not cost its square. */
function distinct(claims: readonly ClaimFacts[], shownValue: (claim: ClaimFacts) => string): ClaimFacts[] {
  const seen = new Map<string, ClaimFacts>()
  for (const claim of [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = `${shownValue(claim)}|${speakerOf(claim)}|${claim.time?.from ?? ''}|${claim.publishedAt ?? ''}`
    if (!seen.has(key) && seen.size < MAX_DISTINCT) seen.set(key, claim)
  }
  return [...seen.values()]
}

/** Of more different values than this only the first by id are compared with each other. */
export const MAX_DISTINCT = 200

const byValue = (a: ClaimFacts, b: ClaimFacts): number =>
  (a.quantity?.min ?? a.quantity?.max ?? 0) - (b.quantity?.min ?? b.quantity?.max ?? 0) ||
  (a.time?.from ?? '').localeCompare(b.time?.from ?? '', 'en') ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export function pairsOf<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((a, at) => list.slice(at + 1).map((b) => [a, b] as const))
}

/** What two values that can both be right make of each other. */
export const overlap = (relation: Relation, both: string): Pair | undefined =>
  relation === 'refines'
    ? { verdict: 'refines', reason: `${both}: one lies within the other` }
    : relation === 'agrees'
      ? { verdict: 'agrees', reason: `${both} agree` }
      : undefined
