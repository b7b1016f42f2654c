import { groupBy } from '../model/group-by.ts'
import { relateAmounts, relatePeriods } from '../model/interval.ts'
import { isUnnamed, nameKeyOf } from '../model/mention.ts'
import { nearlySameName } from '../model/same-name.ts'
import { compareFigures } from './compare-figures.ts'
import { comparePolarity } from './compare-polarity.ts'
import { compareThings } from './compare-things.ts'
import {
  dateOf,
  MAX_DISTINCT,
  overlap,
  type Pair,
  pairsOf,
  quoted,
  rowOf,
  sameFrame,
  speakerOf,
  whoSays,
} from './conflict-row.ts'
import type { ClaimFacts, ConflictRow } from './facts.ts'
import type { CorpusKnowledge } from './knowledge.ts'

/** What the ontology says of a relation type, as far as comparing needs it: functional, unique event, repeatable event, state. */
export type Mode = 'F' | 'U' | 'E' | 'S' | 'T'

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
  if (mode === 'T') return compareThings(real)
  if (claims[0]?.measured) return compareFigures(real, claims.filter(isPlanned), knowledge)
  const propositions = [...groupBy(real, (claim) => claim.proposition).values()]
  // what is agreed and not yet done happens once as well: its price may be compared
  const amounts = mode === 'U' ? [[...real, ...claims.filter(isPlanned)]] : [real, claims.filter(isPlanned)]
  return [
    ...amounts.flatMap((group) => compareAmounts(group, knowledge)),
    ...propositions.flatMap((group) => (mode === 'U' ? compareDates(group) : [])),
    ...amounts.flatMap((group) => comparePolarity(group, (a, b) => objectsFit(a, b, knowledge) !== 'apart')),
    ...compareObjects(real, mode, knowledge),
  ]
}

function compareObjects(claims: readonly ClaimFacts[], mode: Mode, knowledge: CorpusKnowledge): ConflictRow[] {
  const affirmed = claims.filter(
    ({ polarity, objectId, subjectId, type }) =>
      type !== 'STATES' && polarity === 'affirmed' && objectId && subjectId && !isUnnamed(objectId),
  )
  const byObject = groupBy(affirmed, ({ objectId }) => nameKeyOf(objectId!))
  const isWithin = (a: string, b: string) => knowledge.isWithin(a, b) || knowledge.isWithin(b, a)
  return pairsOf([...byObject.keys()].sort().slice(0, MAX_DISTINCT)).flatMap(([a, b]) => {
    const [one, other] = [byObject.get(a)![0]!, byObject.get(b)![0]!]
    if (isWithin(one.objectId!, other.objectId!)) return []
    const both = `${quoted(one.objectName)} and ${quoted(other.objectName)}`
    const renamed = nearlySameName(one.objectName!, other.objectName!)
    if (!renamed && (mode !== 'F' || mayBeNested(one.objectId!, other.objectId!))) return []
    return rowOf([...byObject.get(a)!, ...byObject.get(b)!], {
      kind: renamed ? 'name' : 'object',
      identity: `${one.type} ${nameKeyOf(one.subjectId!)} ${a} ${b}`,
      judge: (x, y) =>
        nameKeyOf(x.objectId!) !== nameKeyOf(y.objectId!) && sameFrame(x, y) && !inOneVoice(x, y)
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

const isPlanned = ({ factuality }: ClaimFacts): boolean => factuality === 'planned'

function compareAmounts(claims: readonly ClaimFacts[], knowledge: CorpusKnowledge): ConflictRow[] {
  const counted = claims.filter(
    ({ quantity, polarity, type }) =>
      quantity !== null && polarity === 'affirmed' && (type !== 'STATES' || (quantity.noun ?? quantity.unit) !== null), // "she was six"
  )
  /** A rate ("car per day") or a multiple ("twice as many cars") is told by its unit, for its noun is that of a count. */
  const nounOf = ({ quantity }: ClaimFacts) =>
    / per |^multiple$/.test(quantity!.unit ?? '') ? quantity!.unit : (quantity!.noun ?? quantity!.unit)
  const thing = (claim: ClaimFacts) => {
    const noun = nounOf(claim)
    const known = noun === null ? '' : knowledge.classOf(noun)
    if (claim.quantity!.role === 'jobs') return 'jobs' // "900 jobs", "1,400 people"
    return isLoss(claim) && (known === 'troops' || known === noun || DEATHS.has(noun!)) ? claim.quantity!.role! : known
  }
  /** Words alone do not tell that two subjects are one, so a claim without a known subject is compared within its proposition. */
  const frame = ({ type, quantity, subjectId, proposition }: ClaimFacts) =>
    [type, isNamed(subjectId) && type !== 'STATES' ? nameKeyOf(subjectId) : proposition, quantity!.role ?? ''].join(' ')
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

const isNamed = (id: string | null): id is string => id !== null && !isUnnamed(id)

/** A force's dead are counted as dead, as soldiers, or as people of its country. */
const isLoss = ({ type, quantity }: ClaimFacts): boolean => type === 'SUFFERED_LOSSES' && quantity!.role !== null
const DEATHS: ReadonlySet<string> = new Set(['death', 'fatality', 'person', 'people', 'dead', 'casualty'])

function judgeAmounts(a: ClaimFacts, b: ClaimFacts, knowledge: CorpusKnowledge): Pair | undefined {
  const fit = objectsFit(a, b, knowledge)
  if (a.article !== b.article && !isNamed(a.subjectId)) return undefined // "people died": of what, it does not say
  if (fit === 'apart' || !sameFrame(a, b) || inOneVoice(a, b) || elsewhere(a, b)) return undefined
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
  if (placeIn(a) === null || placeIn(b) === null) return 'open'
  if (a.objectId === null || b.objectId === null) return 'apart'
  if (nameKeyOf(a.objectId) === nameKeyOf(b.objectId)) return 'same'
  return knowledge.isWithin(a.objectId, b.objectId) || knowledge.isWithin(b.objectId, a.objectId) ? 'part' : 'apart'
}

/** The object, unless it is what is counted: "14 people". */
const placeIn = ({ objectId, objectName, quantity }: ClaimFacts): string | null =>
  objectId === null && quantity && objectName?.includes(quantity.text) ? null : objectName

/** Both say where, and not in the same words: a part of the whole may be meant. */
const elsewhere = (a: ClaimFacts, b: ClaimFacts): boolean =>
  a.type === b.type && a.place !== null && b.place !== null && a.place.toLowerCase() !== b.place.toLowerCase()

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

/** The same count at another time: the same speaker later, or figures that were published far apart. */
function development(a: ClaimFacts, b: ClaimFacts, both: string): Pair | undefined {
  if (a.earlier !== b.earlier) {
    const [old, current] = a.earlier ? [a, b] : [b, a]
    const was = `${quoted(old.quantity!.text)} (${whoSays(old)}) was given before`
    return {
      verdict: 'changed over time',
      reason: `${was}, now ${quoted(current.quantity!.text)} (${whoSays(current)})`,
    }
  }
  if (a.publishedAt === null || b.publishedAt === null || a.publishedAt === b.publishedAt) return undefined
  const sameSpeaker = speakerOf(a) === speakerOf(b)
  const days = Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / 86_400_000
  if (!sameSpeaker && !(days > DEVELOPMENT_DAYS)) return undefined
  const why = sameSpeaker ? `${whoSays(a)} gave both, at different times` : `published ${Math.round(days)} days apart`
  return { verdict: 'changed over time', reason: `${both}: ${why}` }
}

/** "200 soldiers and 30 medics", "headed the bank, now heads the fund": who tells two things in one article does not contradict himself. */
const inOneVoice = (a: ClaimFacts, b: ClaimFacts): boolean =>
  a.article === b.article && speakerOf(a) === speakerOf(b) && a.earlier === b.earlier

/** Of places only two countries exclude each other: a town may lie in the region, and the region on the island. */
const mayBeNested = (a: string, b: string): boolean =>
  [a, b].every((id) => /^(?:place|country|facility):/.test(id)) && ![a, b].every((id) => id.startsWith('country:'))
