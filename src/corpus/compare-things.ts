import { commonest } from '../model/commonest.ts'
import { relatePeriods } from '../model/interval.ts'
import { isUnnamed, nameKeyOf } from '../model/mention.ts'
import { nearlySameName } from '../model/same-name.ts'
import { dateOf, overlap, type Pair, pairsOf, quoted, rowOf, whoSays } from './conflict-row.ts'
import type { ClaimFacts, ConflictRow } from './facts.ts'

/**
 * What articles say of the names and of the stages of things of one kind at one place. First it is told which claims mean one thing: two museums
 * of a town stay two. Then its names, and its dates and stages, are compared. The claims are all of names or all of stages.
 */
export function compareThings(claims: readonly ClaimFacts[]): ConflictRow[] {
  const affirmed = claims.filter(({ polarity }) => polarity === 'affirmed')
  const [first] = affirmed
  if (!first) return []
  return first.type === 'IS_CALLED' ? compareNames(affirmed) : compareStages(affirmed)
}

function compareNames(claims: readonly ClaimFacts[]): ConflictRow[] {
  const isOneThing = (a: ClaimFacts, b: ClaimFacts) => isAlias(nameOf(a), nameOf(b)) || mayBeRenamed(a, b, claims)
  return clusters(claims, isOneThing).flatMap((group) =>
    rowOf(group, {
      kind: 'name',
      identity: `${group[0]!.proposition} ${leastOf(group.map(nameOf))}`,
      judge: (a, b) => {
        if (isAlias(nameOf(a), nameOf(b)) || !isOneThing(a, b)) return undefined
        const both = `${quoted(nameOf(a))} (${whoSays(a)}) and ${quoted(nameOf(b))} (${whoSays(b)})`
        const why = nearlySameName(nameOf(a), nameOf(b)) ? 'they differ in one word' : `both of ${dateOf(a)}`
        return { verdict: 'conflicts', reason: `${both} are names of one thing: ${why}` }
      },
      show: nameOf,
      title: (members) => `${kindOf(members)} is called`,
    }),
  )
}

/** Two names for one thing: alike but for a word, or of the same day, and no article tells them apart. */
function mayBeRenamed(a: ClaimFacts, b: ClaimFacts, all: readonly ClaimFacts[]): boolean {
  if (nearlySameName(nameOf(a), nameOf(b))) return true
  if (a.article === b.article || a.time === null || b.time === null) return false
  if (a.time.precision !== 'day' || relatePeriods(a.time, b.time) !== 'agrees') return false
  const articlesOf = (name: string) => all.filter((one) => isAlias(nameOf(one), name)).map(({ article }) => article)
  const others = new Set(articlesOf(nameOf(b)))
  return !articlesOf(nameOf(a)).some((article) => others.has(article))
}

function compareStages(claims: readonly ClaimFacts[]): ConflictRow[] {
  return clusters(claims, sameThing).flatMap((group) =>
    rowOf(group, {
      kind: 'date',
      identity: `${group[0]!.proposition} ${leastOf(group.map(({ subjectName }) => subjectName))}`,
      judge: (a, b) => (sameThing(a, b) ? judgeStages(a, b, group) : undefined),
      show: stageOf,
      alike: ({ predicate }) => predicate,
      title: kindOf,
    }),
  )
}

/** The same name, or one of them has none and nobody else is said to have made it. */
function sameThing(a: ClaimFacts, b: ClaimFacts): boolean {
  if (isNamed(a) && isNamed(b))
    return isAlias(a.subjectName, b.subjectName) || nearlySameName(a.subjectName, b.subjectName)
  return a.article === b.article || sameMaker(a, b) || (isAgreed(a) && isAgreed(b)) || isOneNews(a, b)
}

/** Papers of the same days that tell of one of its kind at one place, none with a name, of no two makers. */
function isOneNews(a: ClaimFacts, b: ClaimFacts): boolean {
  if (isNamed(a) || isNamed(b) || (a.objectId !== null && b.objectId !== null)) return false
  const [one, other] = [a.publishedAt, b.publishedAt]
  return one !== null && other !== null && Math.abs(Date.parse(one) - Date.parse(other)) <= NEWS_DAYS * 86_400_000
}
const NEWS_DAYS = 7

/** All of one kind between the same parties: they meet in one proposition. */
const isAgreed = ({ predicate }: ClaimFacts): boolean => predicate === 'signed' || predicate === 'ratified'

const isNamed = ({ subjectId }: ClaimFacts): boolean => subjectId !== null && !isUnnamed(subjectId)

/** One maker, or a country and somebody who may act for it. */
function sameMaker(a: ClaimFacts, b: ClaimFacts): boolean {
  if (a.objectId === null || b.objectId === null) return false
  const kinds = [a.objectId, b.objectId].map((id) => id.split(':')[0]!)
  return nameKeyOf(a.objectId) === nameKeyOf(b.objectId) || (kinds.includes('person') && kinds.includes('country'))
}

function judgeStages(a: ClaimFacts, b: ClaimFacts, all: readonly ClaimFacts[]): Pair | undefined {
  if (a.article === b.article && a.predicate === b.predicate && !isNamed(a)) return undefined // "a boat" and "a boat" are two
  const both = `${quoted(stageOf(a))} (${whoSays(a)}) and ${quoted(stageOf(b))} (${whoSays(b)})`
  const dated = isDated(a) && isDated(b)
  if (a.predicate === b.predicate) {
    if (!dated) return undefined
    const relation = relatePeriods(a.time!, b.time!)
    return relation === 'disjoint'
      ? { verdict: 'conflicts', reason: `it was ${a.predicate} once, but ${both} are given` }
      : overlap(relation, both)
  }
  if (!dated && (tells(a.article, b.predicate, all) || tells(b.article, a.predicate, all))) return undefined
  if (!dated) {
    if (isOfSameDays(a, b)) return { verdict: 'conflicts', reason: `${both}, in papers of the same days` }
    const [first, then] = [a, b].map(({ predicate }) => predicate).sort((x, y) => ORDER.indexOf(x) - ORDER.indexOf(y))
    return { verdict: 'changed over time', reason: `${both}: what is ${then} was ${first} before` }
  }
  const [early, late] = daysBetween(a, b) >= 0 ? [a, b] : [b, a]
  if (ORDER.indexOf(early.predicate) < ORDER.indexOf(late.predicate) && Math.abs(daysBetween(a, b)) >= APART)
    return { verdict: 'changed over time', reason: `${both}: two stages of one thing, one after the other` }
  return { verdict: 'conflicts', reason: `${both} cannot both be the stage it had reached` }
}

/** Printed so close to each other that one of them is wrong about the stage. */
const isOfSameDays = ({ publishedAt: a }: ClaimFacts, { publishedAt: b }: ClaimFacts): boolean =>
  a !== null && b !== null && Math.abs(Date.parse(b) - Date.parse(a)) < APART * 86_400_000

/** An article that knows of both stages does not deny the one by telling the other. */
const tells = (article: string, stage: string, all: readonly ClaimFacts[]): boolean =>
  all.some((claim) => claim.article === article && claim.predicate === stage)

const ORDER = ['begun', 'signed', 'launched', 'ratified', 'opened', 'struck', 'sunk']
/** Days that must lie between two stages for both to be right. */
const APART = 14

const isDated = ({ time }: ClaimFacts): boolean => time !== null && time.from !== null && time.from === time.to
const daysBetween = (a: ClaimFacts, b: ClaimFacts): number =>
  (Date.parse(b.time!.from!) - Date.parse(a.time!.from!)) / 86_400_000

const nameOf = ({ objectName }: ClaimFacts): string => objectName ?? ''
const stageOf = (claim: ClaimFacts): string =>
  isDated(claim) ? `${claim.predicate} ${dateOf(claim)}` : claim.predicate
const leastOf = (words: readonly string[]): string => [...words].sort()[0]!

/** "museum in Pyongyang", "treaty between Chile and Peru": the commonest words for it, of equals the first by the alphabet. */
function kindOf(members: readonly ClaimFacts[]): string {
  const kind = commonest(members.flatMap((member) => member.kind?.toLowerCase() ?? []).sort()) ?? 'thing'
  const parties = [...new Set(members.flatMap(({ objectName }) => objectName ?? []))].sort()
  if (members.every(isAgreed) && parties.length > 1) return `${kind} between ${parties.join(' and ')}`
  const place = commonest(members.flatMap((member) => member.place ?? []).sort())
  return `${kind}${place ? ` in ${place}` : ''}`
}

/** "Museum of Combat Glory", "Memorial Museum of Combat Glory": one is part of the other. */
function isAlias(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])) as [
    Set<string>,
    Set<string>,
  ]
  return [...one].every((word) => other.has(word)) || [...other].every((word) => one.has(word))
}

/** Groups of which each member is joined to some other. */
function clusters(claims: readonly ClaimFacts[], joins: (a: ClaimFacts, b: ClaimFacts) => boolean): ClaimFacts[][] {
  const sorted = [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))
  const group = new Map(sorted.map((claim, at) => [claim, at]))
  for (const [a, b] of pairsOf(sorted)) {
    const [one, other] = [group.get(a)!, group.get(b)!]
    if (one === other || !joins(a, b)) continue
    for (const [claim, at] of group) if (at === Math.max(one, other)) group.set(claim, Math.min(one, other))
  }
  return [...new Set(group.values())]
    .sort((a, b) => a - b)
    .map((at) => sorted.filter((claim) => group.get(claim) === at))
}
