import { groupBy } from '../model/group-by.ts'
import { contentId } from '../model/id.ts'
import { type Relation, relateAmounts, relatePeriods } from '../model/interval.ts'
import { isUnnamed } from '../model/mention.ts'
import type { ClaimFacts, ConflictRow, Verdict } from './facts.ts'
import type { CorpusKnowledge } from './knowledge.ts'

/** What the ontology says of a relation type, as far as comparing needs it: functional, unique event, repeatable event, state. */
export type Mode = 'F' | 'U' | 'E' | 'S'

/** Two figures published further apart than this, for the same running count, are a development and no contradiction. */
const DEVELOPMENT_DAYS = 30

/** What comparing needs to know: the type's mode, and the world. */
export interface Comparison {
  readonly mode: Mode
  readonly knowledge: CorpusKnowledge
}

/**
 * Where claims of one subject and relation type do not say the same. Within a proposition: dates of a unique event, and yes against no. Across
 * objects: amounts of one counted noun and role where both objects can be the same place, near-equal names of one thing, and the objects of a
 * functional type. One row a kind and group; members in the order of their values; nothing is decided, all sides stay.
 */
export function compareClaims(claims: readonly ClaimFacts[], { mode, knowledge }: Comparison): ConflictRow[] {
  const real = claims.filter(isPutForward)
  const propositions = [...groupBy(real, (claim) => claim.proposition).values()]
  return [
    ...compareAmounts(real, knowledge),
    ...propositions.flatMap((group) => (mode === 'U' ? compareDates(group) : [])),
    ...propositions.flatMap(comparePolarity),
    ...compareObjects(real, mode, knowledge),
  ]
}

function compareObjects(claims: readonly ClaimFacts[], mode: Mode, knowledge: CorpusKnowledge): ConflictRow[] {
  const affirmed = claims.filter(
    ({ polarity, objectId, subjectId }) => polarity === 'affirmed' && objectId && subjectId && !isUnnamed(objectId),
  )
  const byObject = groupBy(affirmed, ({ objectId }) => objectId!)
  const isWithin = (a: string, b: string) => knowledge.isWithin(a, b) || knowledge.isWithin(b, a)
  return pairsOf([...byObject.keys()].sort().slice(0, MAX_DISTINCT))
    .filter(([a, b]) => !isWithin(a, b))
    .flatMap(([a, b]) => {
      const [one, other] = [byObject.get(a)![0]!, byObject.get(b)![0]!]
      const both = `${quoted(one.objectName)} and ${quoted(other.objectName)}`
      const renamed = nearlySameName(one.objectName!, other.objectName!)
      if (!renamed && mode !== 'F') return []
      return rowOf([...byObject.get(a)!, ...byObject.get(b)!], {
        kind: renamed ? 'name' : 'object',
        identity: `${one.type} ${one.subjectId} ${a} ${b}`,
        judge: (x, y) =>
          x.objectId !== y.objectId && sameFrame(x, y)
            ? {
                verdict: 'conflicts',
                reason: renamed ? `${both} look like two names of one thing` : `only one of ${both} can hold at a time`,
              }
            : undefined,
        show: (claim) => claim.objectName!,
      })
    })
}

const isPutForward = ({ factuality }: ClaimFacts): boolean => ['asserted', 'alleged', 'estimated'].includes(factuality)

interface Pair {
  readonly verdict: Verdict
  readonly reason: string
}

function compareAmounts(claims: readonly ClaimFacts[], knowledge: CorpusKnowledge): ConflictRow[] {
  const counted = claims.filter((claim) => claim.quantity !== null && claim.polarity === 'affirmed')
  const nounOf = ({ quantity }: ClaimFacts) => quantity!.noun ?? quantity!.unit
  const thing = (claim: ClaimFacts) => knowledge.classOf(nounOf(claim) ?? '')
  /** Words alone do not tell that two subjects are one, so a claim without a known subject is compared within its proposition. */
  const frame = ({ type, quantity, subjectId, proposition }: ClaimFacts) =>
    [type, subjectId && !isUnnamed(subjectId) ? subjectId : proposition, quantity!.role ?? ''].join(' ')
  const things = groupBy(
    counted.filter((claim) => nounOf(claim) !== null),
    frame,
  )
  /** A bare "11,000" counts what the others in its role count, when that is one kind of thing. */
  const counts = (claim: ClaimFacts) => {
    const kinds = new Set((things.get(frame(claim)) ?? []).map(thing))
    return `${frame(claim)} ${nounOf(claim) === null && claim.quantity!.role !== null && kinds.size === 1 ? [...kinds][0] : thing(claim)}`
  }
  return [...groupBy(counted, counts)].flatMap(([what, group]) =>
    rowOf(group, {
      kind: 'quantity',
      identity: what,
      judge: (a, b) => judgeAmounts(a, b, knowledge),
      show: (claim) => claim.quantity!.text,
    }),
  )
}

function judgeAmounts(a: ClaimFacts, b: ClaimFacts, knowledge: CorpusKnowledge): Pair | undefined {
  const fit = objectsFit(a, b, knowledge)
  if (fit === 'apart' || !sameFrame(a, b) || inOneBreath(a, b)) return undefined
  const relation = relateAmounts(a.quantity!, b.quantity!)
  const both = `${quoted(a.quantity!.text)} (${whoSays(a)}) and ${quoted(b.quantity!.text)} (${whoSays(b)})`
  if (relation !== 'disjoint') return overlap(relation, both)
  const later = development(a, b, both)
  if (later) return later
  if (fit === 'part')
    return { verdict: 'refines', reason: `${both}: one place lies within the other, so a part may be meant` }
  return { verdict: 'conflicts', reason: `${both} cannot both be right` }
}

/** Whether two claims can speak of one place: the same, one within the other, one left open, or not. */
function objectsFit(a: ClaimFacts, b: ClaimFacts, knowledge: CorpusKnowledge): 'same' | 'part' | 'open' | 'apart' {
  if (a.proposition === b.proposition) return 'same'
  if (a.objectName === null || b.objectName === null) return 'open'
  if (a.objectId === null || b.objectId === null) return 'apart'
  if (a.objectId === b.objectId) return 'same'
  return knowledge.isWithin(a.objectId, b.objectId) || knowledge.isWithin(b.objectId, a.objectId) ? 'part' : 'apart'
}

function compareDates(claims: readonly ClaimFacts[]): ConflictRow[] {
  const dated = claims.filter(({ time, polarity }) => time !== null && time.from !== null && polarity === 'affirmed')
  return rowOf(dated, { kind: 'date', identity: claims[0]!.proposition, judge: judgeDates, show: dateOf })
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
  return rowOf(claims, {
    kind: 'polarity',
    identity: claims[0]!.proposition,
    judge: (a, b) => {
      if (a.polarity === b.polarity || !sameFrame(a, b)) return undefined
      const [yes, no] = a.polarity === 'affirmed' ? [a, b] : [b, a]
      return { verdict: 'conflicts', reason: `${whoSays(yes)} affirms it, ${whoSays(no)} denies it` }
    },
    show: (claim) => claim.polarity,
  })
}

/** "200 soldiers and 30 medics", "3,000 more, 14,000 in all": who gives two figures in one sentence means two things. */
const inOneBreath = (a: ClaimFacts, b: ClaimFacts): boolean =>
  a.article === b.article && a.sentence === b.sentence && speakerOf(a) === speakerOf(b)

/** Events at different times are different events: only what may be the same time is compared. */
const sameFrame = (a: ClaimFacts, b: ClaimFacts): boolean =>
  a.time === null || b.time === null || relatePeriods(a.time, b.time) !== 'disjoint'

interface Comparing {
  readonly kind: ConflictRow['kind']
  /** what makes the row the same one when claims are added */
  readonly identity: string
  readonly judge: (a: ClaimFacts, b: ClaimFacts) => Pair | undefined
  /** the value of a claim as it is shown */
  readonly show: (claim: ClaimFacts) => string
}

/** One row for a group in which some pair differs; the worst verdict names it and gives the reason. */
function rowOf(claims: readonly ClaimFacts[], { kind, identity, judge, show }: Comparing): ConflictRow[] {
  const judged = pairsOf(distinct(claims, show)).flatMap(([a, b]) => {
    const pair = judge(a, b)
    return pair && pair.verdict !== 'agrees' ? [{ a, b, ...pair }] : []
  })
  const worst = VERDICTS.flatMap((verdict) => judged.filter((pair) => pair.verdict === verdict))[0]
  if (!worst || worst.verdict === 'agrees') return []
  const involved = new Set(judged.flatMap(({ a, b }) => [show(a), show(b)]))
  const members = claims.filter((claim) => involved.has(show(claim))).sort(byValue)
  const propositions = [...new Set(members.map((claim) => claim.proposition))].sort()
  const values = [...new Set(members.map((claim) => `${show(claim)} (${whoSays(claim)})`))]
  return [
    {
      id: contentId('conflict', kind, identity),
      name: `${topicName(members[0]!, kind)}: ${values.join(' · ')}`,
      kind,
      verdict: worst.verdict,
      reason: worst.reason,
      propositions,
      members: members.map((claim) => ({ claim: claim.id, value: show(claim) })),
    },
  ]
}

const VERDICTS: readonly Verdict[] = ['conflicts', 'changed over time', 'refines']

/** "North Korea deployed to Russia"; of an open claim its own words without the amount. */
function topicName(
  { subjectName, objectName, type, predicate, quantity }: ClaimFacts,
  kind: ConflictRow['kind'],
): string {
  const relation = type === 'STATES' ? predicate : type.toLowerCase().replaceAll('_', ' ')
  const object =
    kind === 'name' || kind === 'object' ? null : (objectName?.replace(quantity?.text ?? '', '').trim() ?? null)
  return [subjectName, relation, object].filter(Boolean).join(' ')
}

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
