import { contentId } from '../model/id.ts'
import { type Relation, relateAmounts, relatePeriods } from '../model/interval.ts'
import type { ClaimFacts, ConflictRow, Verdict } from './facts.ts'

/** What the ontology says of a relation type, as far as comparing needs it: functional, unique event, repeatable event, state. */
export type Mode = 'F' | 'U' | 'E' | 'S'

/** Two figures published further apart than this, for the same running count, are a development and no contradiction. */
const DEVELOPMENT_DAYS = 30

/**
 * Where claims of one proposition do not say the same: amounts of the same counted noun, dates of a unique event, and yes against no.
 * One row a kind and counted noun, members in the order of their values; nothing is decided, both sides stay.
 */
export function compareClaims(claims: readonly ClaimFacts[], mode: Mode): ConflictRow[] {
  const real = claims.filter(isPutForward)
  return [...compareAmounts(real), ...(mode === 'U' ? compareDates(real) : []), ...comparePolarity(real)]
}

/**
 * Where propositions with one subject and type exclude each other: a functional type with two objects at the same time. Two objects
 * whose names differ in one word are taken for two names of one thing.
 */
export function compareObjects(claims: readonly ClaimFacts[], mode: Mode): ConflictRow[] {
  const affirmed = claims.filter(
    (claim) => isPutForward(claim) && claim.polarity === 'affirmed' && claim.objectId !== null,
  )
  const pairs = pairsOf(affirmed).filter(([a, b]) => a.objectId !== b.objectId && sameFrame(a, b))
  const renamed = pairs.filter(([a, b]) => nearlySameName(a.objectName!, b.objectName!))
  const excluded = mode === 'F' ? pairs.filter((pair) => !renamed.includes(pair)) : []
  return [
    ...grouped(
      renamed,
      'name',
      (a, b) => `${quoted(a.objectName)} and ${quoted(b.objectName)} look like two names of one thing`,
    ),
    ...grouped(
      excluded,
      'object',
      (a, b) => `only one of ${quoted(a.objectName)} and ${quoted(b.objectName)} can hold at a time`,
    ),
  ]
}

const isPutForward = ({ factuality }: ClaimFacts): boolean => ['asserted', 'alleged', 'estimated'].includes(factuality)

interface Pair {
  readonly verdict: Verdict
  readonly reason: string
}

function compareAmounts(claims: readonly ClaimFacts[]): ConflictRow[] {
  const counted = claims.filter((claim) => claim.quantity !== null && claim.polarity === 'affirmed')
  return [...groupBy(counted, (claim) => claim.quantity!.noun ?? claim.quantity!.unit ?? '').values()].flatMap(
    (group) =>
      rowOf(
        'quantity',
        group,
        (a, b) => judgeAmounts(a, b),
        (claim) => claim.quantity!.text,
      ),
  )
}

function judgeAmounts(a: ClaimFacts, b: ClaimFacts): Pair | undefined {
  if (!sameFrame(a, b)) return undefined
  const relation = relateAmounts(a.quantity!, b.quantity!)
  const both = `${quoted(a.quantity!.text)} (${whoSays(a)}) and ${quoted(b.quantity!.text)} (${whoSays(b)})`
  if (relation === 'disjoint')
    return development(a, b, both) ?? { verdict: 'conflicts', reason: `${both} cannot both be right` }
  return overlap(relation, both)
}

function compareDates(claims: readonly ClaimFacts[]): ConflictRow[] {
  const dated = claims.filter(
    (claim) => claim.time !== null && claim.time.from !== null && claim.polarity === 'affirmed',
  )
  return rowOf('date', dated, judgeDates, (claim) => dateOf(claim))
}

function judgeDates(a: ClaimFacts, b: ClaimFacts): Pair | undefined {
  const relation = relatePeriods(a.time!, b.time!)
  const both = `${dateOf(a)} (${whoSays(a)}) and ${dateOf(b)} (${whoSays(b)})`
  if (relation === 'disjoint') return { verdict: 'conflicts', reason: `it happened once, but ${both} are given` }
  return overlap(relation, both)
}

const overlap = (relation: Relation, both: string): Pair | undefined =>
  relation === 'refines'
    ? { verdict: 'refines', reason: `${both}: one lies within the other` }
    : relation === 'agrees'
      ? { verdict: 'agrees', reason: `${both} agree` }
      : undefined

/** The same count at another time: the same speaker later, or figures that were published far apart. */
function development(a: ClaimFacts, b: ClaimFacts, both: string): Pair | undefined {
  if (a.publishedAt === null || b.publishedAt === null || a.publishedAt === b.publishedAt) return undefined
  const sameSpeaker = speakerOf(a) === speakerOf(b)
  const days = Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / 86_400_000
  if (!sameSpeaker && !(days > DEVELOPMENT_DAYS)) return undefined
  const why = sameSpeaker ? `${whoSays(a)} gave both, at different times` : `published ${Math.round(days)} days apart`
  return { verdict: 'changed over time', reason: `${both}: ${why}` }
}

function comparePolarity(claims: readonly ClaimFacts[]): ConflictRow[] {
  return rowOf(
    'polarity',
    claims,
    (a, b) => {
      if (a.polarity === b.polarity || !sameFrame(a, b)) return undefined
      const [yes, no] = a.polarity === 'affirmed' ? [a, b] : [b, a]
      return { verdict: 'conflicts', reason: `${whoSays(yes)} affirms it, ${whoSays(no)} denies it` }
    },
    (claim) => claim.polarity,
  )
}

/** Events at different times are different events: only what may be the same time is compared. */
const sameFrame = (a: ClaimFacts, b: ClaimFacts): boolean =>
  a.time === null || b.time === null || relatePeriods(a.time, b.time) !== 'disjoint'

/** One row for a group in which some pair differs; the worst verdict names it and gives the reason. */
function rowOf(
  kind: ConflictRow['kind'],
  claims: readonly ClaimFacts[],
  judge: (a: ClaimFacts, b: ClaimFacts) => Pair | undefined,
  shownValue: (claim: ClaimFacts) => string,
): ConflictRow[] {
  const judged = pairsOf(distinct(claims, shownValue)).flatMap(([a, b]) => {
    const pair = judge(a, b)
    return pair && pair.verdict !== 'agrees' ? [{ a, b, ...pair }] : []
  })
  const worst = VERDICTS.flatMap((verdict) => judged.filter((pair) => pair.verdict === verdict))[0]
  if (!worst || worst.verdict === 'agrees') return []
  const involved = new Set(judged.flatMap(({ a, b }) => [shownValue(a), shownValue(b)]))
  const members = claims.filter((claim) => involved.has(shownValue(claim))).sort(byValue)
  return [toRow(kind, worst.verdict, worst.reason, members, shownValue)]
}

const VERDICTS: readonly Verdict[] = ['conflicts', 'changed over time', 'refines']

function grouped(
  pairs: readonly (readonly [ClaimFacts, ClaimFacts])[],
  kind: 'name' | 'object',
  reason: (a: ClaimFacts, b: ClaimFacts) => string,
): ConflictRow[] {
  if (pairs.length === 0) return []
  const [a, b] = pairs[0]!
  const members = [...new Set(pairs.flat())].sort(byValue)
  return [toRow(kind, 'conflicts', reason(a, b), members, (claim) => claim.objectName!)]
}

function toRow(
  kind: ConflictRow['kind'],
  verdict: ConflictRow['verdict'],
  reason: string,
  members: readonly ClaimFacts[],
  shownValue: (claim: ClaimFacts) => string,
): ConflictRow {
  const propositions = [...new Set(members.map((claim) => claim.proposition))].sort()
  const values = [...new Set(members.map((claim) => `${shownValue(claim)} (${whoSays(claim)})`))]
  const noun = kind === 'quantity' ? `|${members[0]!.quantity!.noun ?? members[0]!.quantity!.unit ?? ''}` : ''
  return {
    id: contentId('conflict', kind, noun, ...propositions),
    name: `${subjectOf(members[0]!, kind)}: ${values.join(' · ')}`,
    kind,
    verdict,
    reason,
    propositions,
    members: members.map((claim) => ({ claim: claim.id, value: shownValue(claim) })),
  }
}

const subjectOf = (claim: ClaimFacts, kind: ConflictRow['kind']): string =>
  [
    claim.subjectName,
    claim.type.toLowerCase().replaceAll('_', ' '),
    kind === 'name' || kind === 'object' ? null : claim.objectName,
  ]
    .filter((part) => part !== null)
    .join(' ')

const speakerOf = (claim: ClaimFacts): string => claim.speakerId ?? claim.speakerName ?? claim.source
const whoSays = (claim: ClaimFacts): string => claim.speakerName ?? claim.sourceName
const dateOf = ({ time }: ClaimFacts): string =>
  time!.from === time!.to ? time!.from! : `${time!.from ?? '…'} to ${time!.to ?? '…'}`
const quoted = (text: string | null): string => `“${text ?? ''}”`

/** Same words but for one in at least four: "Memorial Museum of Combat Feats", "Memorial Museum of Combat Glory". */
export function nearlySameName(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if (one.length !== other.length || one.length < 4) return false
  return one.filter((word, at) => word !== other[at]).length === 1
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

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
const MAX_DISTINCT = 200

const byValue = (a: ClaimFacts, b: ClaimFacts): number =>
  (a.quantity?.min ?? a.quantity?.max ?? 0) - (b.quantity?.min ?? b.quantity?.max ?? 0) ||
  (a.time?.from ?? '').localeCompare(b.time?.from ?? '', 'en') ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function pairsOf<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((a, at) => list.slice(at + 1).map((b) => [a, b] as const))
}

function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
