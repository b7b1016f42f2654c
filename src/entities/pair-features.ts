import type { Reader } from '../mentions/candidate.ts'
import { groupBy } from '../model/group-by.ts'
import { EntityType } from '../model/mention.ts'
import { isRelation } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import type { Reference, Role } from './reference.ts'

const ROLES: readonly Role[] = [
  'subject',
  'passive',
  'object',
  'possessor',
  'oblique',
  'modifier',
  'predicate',
  'apposition',
  'root',
  'other',
]
const KINDS = ['name', 'nominal', 'pronoun', 'demonym'] as const
const DEFINITE = ['definite', 'demonstrative', 'possessive', 'indefinite', 'bare'] as const
const TYPES = [null, ...EntityType.options] as const
const GENDERS = [null, 'm', 'f', 'n', 'p'] as const

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
] as const

/** Facts of the document that every pair shares. */
export interface Surroundings {
  readonly reader: Reader
  readonly references: readonly Reference[]
  readonly clusters: Clusters
  /** How many references before (and with) this one have the same head word. */
  readonly seen: readonly number[]
  /** Members of the name group so far, at each reference. */
  readonly named: readonly number[]
  /** The name group of each reference before anything else was joined, and how many members it has in all. */
  readonly group: readonly number[]
  readonly total: ReadonlyMap<number, number>
  /** Words between each reference's head and the root of its sentence. */
  readonly depth: readonly number[]
  /** The members of each name group, ascending. */
  readonly members: ReadonlyMap<number, readonly number[]>
  /** How many pronouns of its own form stand before each pronoun's place, by form. */
  readonly forms: readonly (readonly number[])[]
  /** What kind of clause each reference stands in. */
  readonly clause: readonly number[]
  /** How many subjects that may be persons stand before each reference. */
  readonly subjects: readonly number[]
}

export function surroundingsOf(reader: Reader, references: readonly Reference[], clusters: Clusters): Surroundings {
  const heads = new Map<string, number>()
  const groups = new Map<number, number>()
  const seen: number[] = []
  const named: number[] = []
  for (const { lemma, kind, at } of references) {
    const key = kind === 'pronoun' ? '' : lemma
    heads.set(key, (heads.get(key) ?? 0) + 1)
    seen.push(heads.get(key)!)
    const group = clusters.of(at)
    groups.set(group, (groups.get(group) ?? 0) + 1)
    named.push(groups.get(group)!)
  }
  const group = references.map(({ at }) => clusters.of(at))
  const depth = references.map(({ sentence, head }) => Math.min(reader.trees[sentence]!.ancestors(head).length, 12))
  let count = 0
  const subjects = references.map(({ role, gender }) =>
    role === 'subject' && gender !== 'n' && gender !== null ? count++ : count,
  )
  const members = groupBy(
    references.map(({ at }) => at),
    (at) => group[at]!,
  )
  let counts: readonly number[] = Array.from({ length: FORMS.length + 2 }, () => 0)
  const forms = references.map((reference) => {
    const code = formCode(reference)
    if (code > 0) counts = counts.map((number, at) => number + Number(at === code))
    return counts
  })
  const clause = references.map((reference) => clauseCode(reference, reader))
  return { reader, references, clusters, members, forms, clause, seen, named, group, total: groups, depth, subjects }
}

/** How many candidates stand nearer, and how many groups of names. */
export interface Place {
  readonly rank: number
  readonly groupRank: number
}

/** The pair as numbers, in the order of `FEATURES`. */
function pairFeatures(
  anaphor: Reference,
  antecedent: Reference,
  { rank, groupRank }: Place,
  around: Surroundings,
): number[] {
  const { reader, seen, named } = around
  const a = anaphor
  const b = antecedent
  const sentences = a.sentence - b.sentence
  const tree = reader.trees[a.sentence]!
  const here = sentences === 0
  const aWords = wordsIn(a)
  const bWords = wordsIn(b)
  const fresh = a.modifiers.filter((word) => !bWords.has(word)).length
  const shared = a.modifiers.filter((word) => bWords.has(word)).length
  const aParent = tree.head(a.head)
  const bParent = reader.trees[b.sentence]!.head(b.head)
  return [
    KINDS.indexOf(a.kind),
    ROLES.indexOf(a.role),
    DEFINITE.indexOf(a.definite),
    numberCode(a.number),
    GENDERS.indexOf(a.gender),
    a.person,
    TYPES.indexOf(a.type),
    size(a),
    formCode(a),
    Number(a.quoted >= 0),
    Number(isCompound(a)),
    Number(a.head.xpos === 'PRP$'),
    KINDS.indexOf(b.kind),
    ROLES.indexOf(b.role),
    DEFINITE.indexOf(b.definite),
    numberCode(b.number),
    GENDERS.indexOf(b.gender),
    b.person,
    TYPES.indexOf(b.type),
    size(b),
    Number(isCompound(b)),
    Math.min(b.whole.first, 30),
    Math.min(named[b.at]!, 20),
    Number(b.sentence === 0),
    Math.min(sentences, 30),
    Math.min(a.at - b.at, 200),
    here ? Math.abs(a.head.index - b.head.index) : 60,
    Math.min(rank, 60),
    Number(a.role === b.role),
    a.kind === 'pronoun' || b.kind === 'pronoun' ? 2 : Number(a.lemma === b.lemma),
    Number(a.text.toLowerCase() === b.text.toLowerCase()),
    Number(bWords.has(a.lemma)) + 2 * Number(aWords.has(b.lemma)),
    Math.min(fresh, 5),
    Math.min(shared, 5),
    agreement(a, b),
    numbersAgree(a, b),
    a.type === null || b.type === null ? 1 : a.type === b.type ? 2 : 0,
    Number(Boolean(b.known?.nouns.includes(a.lemma))),
    here ? appositive(a, b) : 0,
    here ? copula(a, b, reader) : 0,
    here ? nested(a, b) : 0,
    Number(here && a.head.head === b.head.head),
    here ? clauseDistance(a, b, reader) : 9,
    a.quoted < 0 && b.quoted < 0 ? 1 : a.quoted === b.quoted ? 2 : 0,
    Number(reader.sentences[a.sentence]!.sentence.paragraph === reader.sentences[b.sentence]!.sentence.paragraph),
    a.kind === 'pronoun' && b.kind === 'pronoun' ? (formCode(a) === formCode(b) ? 2 : 1) : 0,
    Math.min(seen[a.at]! - 1, 10),
    Number(Boolean(aParent && bParent && aParent.lemma === bParent.lemma)),
    here ? commands(b, a, reader) : 0,
    Math.min(groupRank, 20),
    Math.min(around.total.get(around.group[b.at]!) ?? 1, 30),
    around.depth[b.at]!,
    around.depth[a.at]!,
    Math.min(a.whole.first, 30),
    Math.min(around.subjects[a.at]! - around.subjects[b.at]!, 10),
    around.forms[a.at]![formCode(a)]! - around.forms[b.at]![formCode(a)]!,
    Math.min(a.at - lastBefore(a.at, around.members.get(around.group[b.at]!)!), 60),
    Number(lastBefore(a.at, around.members.get(around.group[b.at]!)!) === b.at),
    around.clause[a.at]!,
    around.clause[b.at]!,
    here ? Math.min(Math.abs(around.depth[a.at]! - around.depth[b.at]!), 12) : 13,
    Number(b.head.deprel === 'conj') + 2 * Number(reader.trees[b.sentence]!.child(b.head, 'conj') !== undefined),
  ]
}

const numberCode = (number: Reference['number']) => (number === 'one' ? 0 : number === 'many' ? 1 : 2)
const size = ({ core }: Reference) => Math.min(core.last - core.first + 1, 10)
const isCompound = ({ head }: Reference) => /^(compound|amod)/.test(head.deprel)

const FORMS = ['he', 'she', 'it', 'they', 'i', 'we', 'you', 'this']
const FORM_OF: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'he him his himself',
    'she her hers herself',
    'it its itself',
    'they them their theirs themselves',
    'i me my mine myself',
    'we us our ours ourselves',
    'you your yours yourself yourselves',
    'this that these those',
  ].flatMap((forms, at) => forms.split(' ').map((form) => [form, at + 1])),
)
/** 0 for no pronoun, else which one, whatever its case. */
export const formCode = ({ kind, head }: Reference): number =>
  kind === 'pronoun' ? (FORM_OF[head.form.toLowerCase()] ?? FORMS.length + 1) : 0

const words = new WeakMap<Reference, ReadonlySet<string>>()
function wordsIn(reference: Reference): ReadonlySet<string> {
  const known = words.get(reference) ?? new Set([...reference.modifiers, reference.lemma])
  words.set(reference, known)
  return known
}

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
function clauseDistance(a: Reference, b: Reference, { trees }: Reader): number {
  const tree = trees[a.sentence]!
  const verbs = (reference: Reference) =>
    tree.ancestors(reference.head).filter(({ upos }) => upos === 'VERB' || upos === 'AUX')
  const up = verbs(a)
  const other = verbs(b)
  const common = up.findIndex((verb) => other.includes(verb))
  return common < 0 ? 8 : Math.min(8, common + other.indexOf(up[common]!))
}

/** The earlier one's governor stands above the later one, as the subject above an object. */
function commands(b: Reference, a: Reference, { trees }: Reader): number {
  const tree = trees[a.sentence]!
  const governor = tree.head(b.head)
  return Number(Boolean(governor && tree.dominates(governor, a.head) && !tree.dominates(b.head, a.head)))
}

/**
 * Visits every pair of a reference with what it may point back to, nearest first, with its features.
 * The features are one array, filled anew for each pair: whoever keeps them copies them.
 */
export function eachPair(
  anaphor: Reference,
  candidates: readonly Reference[],
  around: Surroundings,
  visit: (candidate: Reference, features: Float64Array) => void,
): void {
  const groups = new Set<number>()
  let rank = 0
  for (const candidate of candidates) {
    const group = around.group[candidate.at]!
    if (group === around.group[anaphor.at]) continue
    buffer.set(pairFeatures(anaphor, candidate, { rank: rank++, groupRank: groups.size }, around))
    visit(candidate, buffer)
    if (candidate.kind === 'name') groups.add(group)
  }
}
const buffer = new Float64Array(FEATURES.length)

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

const CLAUSES = ['root', 'conj', 'advcl', 'ccomp', 'acl:relcl', 'acl', 'xcomp', 'parataxis']

/** The relation of the clause a reference stands in: 0 for the main clause. */
function clauseCode({ sentence, head }: Reference, { trees }: Reader): number {
  for (const word of [head, ...trees[sentence]!.ancestors(head)]) {
    const code = CLAUSES.indexOf(word.deprel)
    if (code >= 0 && (word !== head || code !== 1)) return code
  }
  return CLAUSES.length
}
