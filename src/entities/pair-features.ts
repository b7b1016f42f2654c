import type { Reader } from '../mentions/candidate.ts'
import { isRelation } from '../nlp/tree.ts'
import { callOf } from './descriptions.ts'
import type { Reference } from './reference.ts'
import { before, type Own, type Surroundings } from './surroundings.ts'

/** What the scorer is told of a pair, in this order; `models/coref.json` keeps the same list. */
export const FEATURES = [
  'anaphor.kind',
  'anaphor.role',
  'anaphor.definite',
  'anaphor.number',
  'anaphor.gender',
  'anaphor.person',
  'anaphor.type',
  'anaphor.words',
  'anaphor.form',
  'anaphor.quoted',
  'anaphor.compound',
  'anaphor.possessive',
  'antecedent.kind',
  'antecedent.role',
  'antecedent.definite',
  'antecedent.number',
  'antecedent.gender',
  'antecedent.person',
  'antecedent.type',
  'antecedent.words',
  'antecedent.compound',
  'antecedent.before',
  'antecedent.names',
  'antecedent.title',
  'sentences',
  'references',
  'words',
  'rank',
  'sameRole',
  'sameHead',
  'sameText',
  'headInside',
  'newModifiers',
  'sharedModifiers',
  'gender',
  'number',
  'type',
  'noun',
  'appositive',
  'copula',
  'nested',
  'sameGovernor',
  'clause',
  'sameQuotation',
  'sameParagraph',
  'sameForm',
  'headSeen',
  'governorLemma',
  'commands',
  'groupRank',
  'antecedent.total',
  'antecedent.depth',
  'anaphor.depth',
  'anaphor.before',
  'subjects',
  'sameFormBetween',
  'group.last',
  'antecedent.isLast',
  'anaphor.clause',
  'antecedent.clause',
  'path',
  'coordinated',
  'described',
  'speech',
  'anaphor.speaks',
  'antecedent.speaks',
  'anaphor.predicate',
  'anaphor.behind',
  'antecedent.behind',
  'sharedBehind',
  'newBehind',
  'possessor',
  'lemmas',
  'antecedent.lemmas',
  'ahead',
] as const

/** How many candidates stand nearer, and how many groups of names. */
export interface Place {
  readonly rank: number
  readonly groupRank: number
}

/** The pair as numbers, in the order of `FEATURES`. They are one array, filled anew for each pair: whoever keeps them copies them. */
export function pairFeatures(a: Reference, b: Reference, { rank, groupRank }: Place, around: Surroundings): Int32Array {
  const { reader, own, group, members } = around
  const one = own[a.at]!
  const other = own[b.at]!
  const sentences = a.sentence - b.sentence
  const here = sentences === 0
  const named = members.get(group[b.at]!)!
  const last = lastBefore(a.at, named)
  let shared = 0
  for (const word of a.modifiers) if (other.words.has(word)) shared++
  const behind = one.behind.size > 0 ? sharedWords(one.behind, other) : 0
  let at = 0
  for (let from = 0; from < one.asAnaphor.length; from++) buffer[at++] = one.asAnaphor[from]!
  for (let from = 0; from < other.asAntecedent.length; from++) buffer[at++] = other.asAntecedent[from]!
  buffer[at++] = Math.min(sentences, 30)
  buffer[at++] = Math.min(a.at - b.at, 200)
  buffer[at++] = here ? Math.abs(a.head.index - b.head.index) : 60
  buffer[at++] = Math.min(rank, 60)
  buffer[at++] = Number(a.role === b.role)
  buffer[at++] = a.kind === 'pronoun' || b.kind === 'pronoun' ? 2 : Number(a.lemma === b.lemma)
  buffer[at++] = Number(one.lower === other.lower)
  buffer[at++] = Number(other.words.has(a.lemma)) + 2 * Number(one.words.has(b.lemma))
  buffer[at++] = Math.min(a.modifiers.length - shared, 5)
  buffer[at++] = Math.min(shared, 5)
  buffer[at++] = agreement(a, b)
  buffer[at++] = numbersAgree(a, b)
  buffer[at++] = a.type === null || b.type === null ? 1 : a.type === b.type ? 2 : 0
  buffer[at++] = Number(Boolean(b.known?.nouns.includes(a.lemma)))
  buffer[at++] = here ? appositive(a, b) : 0
  buffer[at++] = here ? copula(a, b, reader) : 0
  buffer[at++] = here ? nested(a, b) : 0
  buffer[at++] = Number(here && a.head.head === b.head.head)
  buffer[at++] = here ? clauseDistance(one, other) : 9
  buffer[at++] = a.quoted < 0 && b.quoted < 0 ? 1 : a.quoted === b.quoted ? 2 : 0
  buffer[at++] = Number(
    reader.sentences[a.sentence]!.sentence.paragraph === reader.sentences[b.sentence]!.sentence.paragraph,
  )
  buffer[at++] = a.kind === 'pronoun' && b.kind === 'pronoun' ? (one.form === other.form ? 2 : 1) : 0
  buffer[at++] = Math.min(one.seen - 1, 10)
  buffer[at++] = Number(one.governor !== undefined && one.governor.lemma === other.governor?.lemma)
  buffer[at++] = here ? commands(b, a, reader) : 0
  buffer[at++] = Math.min(groupRank, 20)
  buffer[at++] = Math.min(named.length, 30)
  buffer[at++] = other.depth
  buffer[at++] = one.depth
  buffer[at++] = before(a)
  buffer[at++] = Math.min(one.subjects - other.subjects, 10)
  buffer[at++] = one.forms[one.form]! - other.forms[one.form]!
  buffer[at++] = Math.min(a.at - last, 60)
  buffer[at++] = Number(last === b.at)
  buffer[at++] = one.clause
  buffer[at++] = other.clause
  buffer[at++] = here ? Math.abs(one.depth - other.depth) : 13
  buffer[at++] = other.coordinated
  buffer[at++] = described(a, b, around)
  buffer[at++] = speech(a, b, around)
  buffer[at++] = Number(around.speakers.speaking.has(a.at))
  buffer[at++] = Number(around.speakers.speaking.has(b.at))
  buffer[at++] = one.predicate
  buffer[at++] = Math.min(one.behind.size, 10)
  buffer[at++] = Math.min(other.behind.size, 10)
  buffer[at++] = Math.min(behind, 5)
  buffer[at++] = Math.min(one.behind.size - behind, 10)
  buffer[at++] = ownersAgree(one, other, around)
  buffer[at++] = one.lemmas
  buffer[at++] = other.lemmas
  buffer[at] = Number(b.at > a.at)
  return buffer
}
const buffer = new Int32Array(FEATURES.length)

/** 3 the same, 2 may be, 1 unknown, 0 cannot be. */
function agreement({ gender: a }: Reference, { gender: b }: Reference): number {
  if (a === null || b === null) return 1
  if (a === b) return 3
  if (a === 'n' || b === 'n') return 0
  return a === 'p' || b === 'p' ? 2 : 0
}

function numbersAgree({ number: a }: Reference, { number: b }: Reference): number {
  return a === 'any' || b === 'any' ? 1 : a === b ? 2 : 0
}

/** Of a name and a noun: 3 where the text calls the one by the other, 2 where it calls it otherwise, 1 where it calls it nothing; else 0. */
function described(a: Reference, b: Reference, { group, descriptions }: Surroundings): number {
  const [name, noun] = a.kind === 'name' ? [a, b] : [b, a]
  if (name.kind !== 'name' || noun.kind !== 'nominal') return 0
  const nouns = descriptions.get(group[name.at]!)
  return nouns === undefined ? 1 : nouns.has(callOf(noun.lemma, noun.modifiers)) ? 3 : 2
}

/** Of a pronoun in reported speech: 1 indirect, 3 direct, and one more where the antecedent is who speaks. */
function speech(a: Reference, b: Reference, { clusters, speakers }: Surroundings): number {
  const reported = speakers.reported.get(a.at)
  if (!reported) return 0
  return (reported.direct ? 3 : 1) + Number(clusters.same(reported.speaker.at, b.at))
}

/** 0 where not both have a possessor, 2 where it is one, else 1. */
function ownersAgree({ possessor: a }: Own, { possessor: b }: Own, { clusters }: Surroundings): number {
  return a < 0 || b < 0 ? 0 : clusters.same(a, b) ? 2 : 1
}

function sharedWords(behind: ReadonlySet<string>, other: Own): number {
  let shared = 0
  for (const word of behind) if (other.behind.has(word) || other.words.has(word)) shared++
  return shared
}

/** 1: the later is in apposition to the earlier; 2: the other way round. */
const appositive = (a: Reference, b: Reference) =>
  a.role === 'apposition' && a.head.head === b.head.index
    ? 1
    : b.role === 'apposition' && b.head.head === a.head.index
      ? 2
      : 0

/** 1: "B is A"; 2: "A is B". */
function copula(a: Reference, b: Reference, { trees }: Reader): number {
  const tree = trees[a.sentence]!
  const is = (predicate: Reference, subject: Reference) =>
    predicate.role === 'predicate' &&
    subject.head.head === predicate.head.index &&
    isRelation(subject.head, 'nsubj') &&
    tree.child(predicate.head, 'cop') !== undefined
  return is(a, b) ? 1 : is(b, a) ? 2 : 0
}

/** 1: the later one inside the earlier; 2: the other way round. */
const nested = (a: Reference, b: Reference) =>
  b.whole.first <= a.whole.first && b.whole.last >= a.whole.last
    ? 1
    : a.whole.first <= b.whole.first && a.whole.last >= b.whole.last
      ? 2
      : 0

/** Steps from one head to the common ancestor and to the other, in verbs: 0 in the same clause. */
function clauseDistance({ verbs }: Own, other: Own): number {
  const common = verbs.findIndex((verb) => other.verbs.includes(verb))
  return common < 0 ? 8 : Math.min(8, common + other.verbs.indexOf(verbs[common]!))
}

/** The earlier one's governor stands above the later one, as the subject above an object. */
function commands(b: Reference, a: Reference, { trees }: Reader): number {
  const tree = trees[a.sentence]!
  const governor = tree.head(b.head)
  return Number(Boolean(governor && tree.dominates(governor, a.head) && !tree.dominates(b.head, a.head)))
}

/** Visits every pair of a reference with what it may point back to, nearest first, with its place among them. */
export function eachPair(
  anaphor: Reference,
  candidates: readonly Reference[],
  { group }: Surroundings,
  visit: (candidate: Reference, place: Place) => void,
): void {
  const groups = new Set<number>()
  let rank = 0
  for (const candidate of candidates) {
    const theirs = group[candidate.at]!
    if (theirs === group[anaphor.at]) continue
    visit(candidate, { rank: rank++, groupRank: groups.size })
    if (candidate.kind === 'name') groups.add(theirs)
  }
}

/** The last member of a group that stands before a place. */
function lastBefore(at: number, members: readonly number[]): number {
  let low = 0
  let high = members.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (members[middle]! < at) low = middle + 1
    else high = middle
  }
  return members[low - 1] ?? members[0]!
}
