import { commonest } from '../model/commonest.ts'
import { relateAmounts, relatePeriods } from '../model/interval.ts'
import { overlap, type Pair, quoted, rowOf, speakerOf, whoSays } from './conflict-row.ts'
import type { ClaimFacts, ConflictRow, QuantityFacts, TimeFacts } from './facts.ts'
import type { CorpusKnowledge, MeasureFacts } from './knowledge.ts'

/**
 * Where articles give different figures of one measure, or different days of what happened once. All claims are of one proposition: one measure, of one
 * kind of occasion at one place, or of one holder; whether they speak of the same time is told here. A toll that rises from day to day is a development.
 */
export function compareFigures(
  claims: readonly ClaimFacts[],
  planned: readonly ClaimFacts[],
  knowledge: CorpusKnowledge,
): ConflictRow[] {
  const role = [...claims, ...planned].find(({ quantity }) => quantity?.role)?.quantity?.role
  const measure = role ? knowledge.measure(role) : undefined
  const affirmed = [...claims, ...(!measure || measure.planned ? planned : [])].filter(
    ({ polarity }) => polarity === 'affirmed',
  )
  const identity = affirmed[0]?.proposition ?? ''
  if (!measure)
    return rowOf(affirmed.filter(isDay), {
      kind: 'date',
      identity,
      judge: judgeDays,
      show: dayOf,
      title: (members) => turnOf(members, knowledge),
    })
  const group = affirmed
    .filter(({ quantity }) => quantity !== null)
    .map((claim) => (knowledge.isPassing(claim.predicate.split(' ')[0]!) ? asLeast(claim) : claim))
  return rowOf(group, {
    kind: 'quantity',
    identity,
    judge: (a, b) => judge(a, b, measure, group),
    show: (claim) => claim.quantity!.text,
    title: (members) => titleOf(members, measure),
  })
}

function judge(a: ClaimFacts, b: ClaimFacts, measure: MeasureFacts, all: readonly ClaimFacts[]): Pair | undefined {
  if (!isOneUnit(a.quantity!, b.quantity!)) return undefined
  if (a.article === b.article && a.earlier === b.earlier && speakerOf(a) === speakerOf(b)) return undefined
  if (areElsewhere(a, b)) return undefined
  const earlier = a.earlier !== b.earlier
  if (!earlier && !isOneTime(a, b, measure)) return undefined
  const relation = relateAmounts(a.quantity!, b.quantity!)
  const both = `${quoted(a.quantity!.text)} (${whoSays(a)}) and ${quoted(b.quantity!.text)} (${whoSays(b)})`
  const isClash = measure.yearly ? !isOneBirthday(a, b) : relation === 'disjoint'
  if (measure.grows && hasGrown(a, b)) return development(a, b, measure, all)
  if (!isClash) return relation === 'disjoint' ? undefined : overlap(relation, both)
  return (
    (!measure.yearly && development(a, b, measure, all)) || {
      verdict: 'conflicts',
      reason: `${both} cannot both be right`,
    }
  )
}

/** Ages that differ by the years between the papers, or by one more when a birthday may lie between them. */
function isOneBirthday(a: ClaimFacts, b: ClaimFacts): boolean {
  const days = daysBetween(a, b)
  const [first, second] = days < 0 ? [b, a] : [a, b]
  const [years, grown] = [Math.floor(Math.abs(days) / 365.25), middle(second) - middle(first)]
  return days === 0 ? Math.abs(grown) <= 1 : grown >= years && grown <= years + 1
}

/** "deaths pass 100": more than that. */
const asLeast = (claim: ClaimFacts): ClaimFacts => ({
  ...claim,
  quantity: { ...claim.quantity!, max: null, minOpen: true, maxOpen: true },
})

/** "At least 17" of Thursday and "29" of Saturday: of what only grows a lower bound of before is no longer the figure. */
function hasGrown(a: ClaimFacts, b: ClaimFacts): boolean {
  const days = daysBetween(a, b)
  const [first, second] = days < 0 ? [b.quantity!, a.quantity!] : [a.quantity!, b.quantity!]
  return days !== 0 && first.max === null && second.max !== null && (second.min ?? 0) > (first.min ?? 0)
}

/** Two fires of one country are two when both are placed and no place is the same. */
function areElsewhere(a: ClaimFacts, b: ClaimFacts): boolean {
  if (a.places.length === 0 || b.places.length === 0 || a.article === b.article) return false
  const [here, there] = [a, b].map(({ places }) => places.map((place) => place.toLowerCase())) as [string[], string[]]
  return !here.some((one) => there.some((other) => one.includes(other) || other.includes(one)))
}

/** Dollars and euros cannot be compared, nor miles and hectares; whatever is counted can, and a bare number. */
const isOneUnit = (a: QuantityFacts, b: QuantityFacts): boolean =>
  a.unit === b.unit || a.unit === null || b.unit === null || (a.noun !== null && b.noun !== null)

/** The same count at another time: it was given before, it has risen to this, a later paper has more, or one speaker gave both. */
function development(
  a: ClaimFacts,
  b: ClaimFacts,
  measure: MeasureFacts,
  all: readonly ClaimFacts[],
): Pair | undefined {
  const [low, high] = middle(a) <= middle(b) ? [a, b] : [b, a]
  const printed = daysBetween(a, b)
  const days = measure.varies && printed !== 0 ? daysBetween(asOf(a), asOf(b)) : printed
  const [first, second] =
    a.earlier !== b.earlier ? (a.earlier ? [a, b] : [b, a]) : days < 0 ? [b, a] : days > 0 ? [a, b] : [low, high]
  const told = `${quoted(first.quantity!.text)} (${whoSays(first)}) was given before, now ${quoted(second.quantity!.text)} (${whoSays(second)})`
  if (a.earlier !== b.earlier) return { verdict: 'changed over time', reason: told }
  const later = `${quoted(second.quantity!.text)} (${whoSays(second)}) is of ${second.publishedAt?.slice(0, 10)}, ${quoted(first.quantity!.text)} (${whoSays(first)}) of ${first.publishedAt?.slice(0, 10)}`
  if (days !== 0) {
    if (measure.varies || (measure.grows && second === high)) return { verdict: 'changed over time', reason: later }
    if (speakerOf(a) === speakerOf(b))
      return { verdict: 'changed over time', reason: `${later}: one speaker gave both, at different times` }
    if (Math.abs(days) > DEVELOPMENT_DAYS) return { verdict: 'changed over time', reason: later }
  }
  const hasRisen =
    measure.grows && all.some((one) => one.rising && one.article === high.article && middle(one) === middle(high))
  if (hasRisen && second === high) return { verdict: 'changed over time', reason: `${told}: it is said to have risen` }
  return undefined
}

/** Two figures published further apart than this are a development and no contradiction. */
const DEVELOPMENT_DAYS = 30
/** How long papers write of an occasion that they do not date, and how exactly they date one. */
const [NEWS_DAYS, LEEWAY] = [21, 3]

/** Both can be of one occasion or period: by what the texts say, else by when they were printed. */
function isOneTime(a: ClaimFacts, b: ClaimFacts, { of }: MeasureFacts): boolean {
  const [one, other] = [timeOf(a), timeOf(b)]
  if (one && other) {
    const areDays = isOfDay(one) && isOfDay(other)
    return relatePeriods(areDays ? widened(one) : one, other) !== 'disjoint'
  }
  const told = one ?? other
  const silent = one ? b : a
  if (of === 'holder') return told === undefined || isOfDay(told) || /^(?:quarter|half)$/.test(told.precision)
  if (told) {
    const isDated = isOfDay(told)
    const printed = newsOf(silent, isDated ? NEWS_DAYS : 0) // "in April" is said in May of what is past
    return printed ? relatePeriods(widened(told), printed) !== 'disjoint' : isDated
  }
  const [here, there] = [newsOf(a), newsOf(b)]
  return !here || !there || relatePeriods(here, there) !== 'disjoint'
}

const timeOf = ({ time }: ClaimFacts): TimeFacts | undefined => (time?.from ? time : undefined)

const isOfDay = ({ from }: TimeFacts): boolean => (from?.length ?? 0) >= 'YYYY-MM-DD'.length

const widened = (time: TimeFacts): { from: string | null; to: string | null } =>
  isOfDay(time) ? { from: shifted(time.from!, -LEEWAY), to: shifted(time.to ?? time.from!, LEEWAY) } : time

const newsOf = ({ publishedAt }: ClaimFacts, days = NEWS_DAYS): { from: string; to: string } | undefined =>
  publishedAt && publishedAt.length >= 10
    ? { from: shifted(publishedAt, -days), to: publishedAt.slice(0, 10) }
    : undefined

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(date.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10)

/** "450 trains had been cancelled on Wednesday": of that day, whenever it was printed. */
const asOf = (claim: ClaimFacts): ClaimFacts =>
  isDay(claim) && claim.publishedAt ? { ...claim, publishedAt: dayOf(claim) } : claim

/** Days from one's paper to the other's; 0 when a date is not known. */
const daysBetween = (a: ClaimFacts, b: ClaimFacts): number =>
  a.publishedAt && b.publishedAt && a.publishedAt.length >= 10 && b.publishedAt.length >= 10
    ? Math.round((Date.parse(b.publishedAt.slice(0, 10)) - Date.parse(a.publishedAt.slice(0, 10))) / 86_400_000)
    : 0

const middle = ({ quantity }: ClaimFacts): number => {
  const { min, max } = quantity!
  return ((min ?? max ?? 0) + (max ?? min ?? 0)) / 2
}

const isDay = ({ time }: ClaimFacts): boolean => time !== null && isOfDay(time)

const dayOf = ({ time }: ClaimFacts): string => time!.from!.slice(0, 10)

/** Days of what happened once; what lies far apart happened twice. */
function judgeDays(a: ClaimFacts, b: ClaimFacts): Pair | undefined {
  if (areElsewhere(a, b)) return undefined
  const apart = Math.abs(Date.parse(dayOf(a)) - Date.parse(dayOf(b))) / 86_400_000
  if (apart === 0 || apart > NEWS_DAYS) return undefined
  const both = `${dayOf(a)} (${whoSays(a)}) and ${dayOf(b)} (${whoSays(b)})`
  return { verdict: 'conflicts', reason: `it happened once, but ${both} are given` }
}

/** "people killed, earthquake in Peru"; of a holder "Brightwater, people employed" */
function titleOf(members: readonly ClaimFacts[], { label, of }: MeasureFacts): string {
  return of === 'holder' && !members.every(({ kind }) => kind)
    ? `${commonest(members.map(({ holder, subjectName }) => holder ?? subjectName).sort())}, ${label}`
    : `${occasionOf(members)}, ${label}`
}

/** "strike in Gelden ended"; of what only a verb tells "Arlow, collapse" */
function turnOf(members: readonly ClaimFacts[], knowledge: CorpusKnowledge): string {
  const verb = commonest(members.map(({ predicate }) => predicate.split(' ')[0]!).sort())!
  const label = knowledge.turnOf(verb)
  return label && members.some(({ kind }) => kind)
    ? `${occasionOf(members)} ${label}`
    : `${occasionOf(members)}, ${verb}`
}

/** "quake in Peru"; by its town when all tell the same */
function occasionOf(members: readonly ClaimFacts[]): string {
  const towns = new Set(members.map(({ places }) => places[0] ?? ''))
  const [town] = towns
  const area = commonest(members.flatMap((member) => member.area ?? []).sort())
  const place = towns.size === 1 && town ? (area && area !== town ? `${town}, ${area}` : town) : area
  const kind = commonest(members.flatMap(({ kind }) => kind ?? []).sort())
  const shown = kind && /^\p{Lu}\S*$/u.test(kind) ? kind.toLowerCase() : kind
  return shown ? `${shown}${place ? ` in ${place}` : ''}` : (place ?? '')
}
