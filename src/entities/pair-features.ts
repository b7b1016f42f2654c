import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { addTo, groupBy } from '../model/group-by.ts'
import { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import { callOf } from './descriptions.ts'
import type { Reference, Role } from './reference.ts'
import type { Speakers } from './reported-speakers.ts'

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

/** Facts of the document that every pair shares. */
export interface Surroundings {
  readonly reader: Reader
  readonly references: readonly Reference[]
  readonly clusters: Clusters
  /** The name group of each reference before anything else was joined. */
  readonly group: readonly number[]
  /** The members of each name group, ascending. */
  readonly members: ReadonlyMap<number, readonly number[]>
  /** The places of references that are no pronouns, by their noun and by what modifies it. */
  readonly byWord: Readonly<Record<'lemmas' | 'modifiers', ReadonlyMap<string, readonly number[]>>>
  /** What each reference brings to its pairs on its own. */
  readonly own: readonly Own[]
  readonly speakers: Speakers
  readonly descriptions: ReadonlyMap<number, ReadonlySet<string>>
}

/** What a pair is told of one reference alone, made once for all its pairs. */
interface Own {
  /** The features `anaphor.kind` to `anaphor.possessive`, and `antecedent.kind` to `antecedent.title`. */
  readonly asAnaphor: Int32Array
  readonly asAntecedent: Int32Array
  readonly form: number
  readonly lower: string
  /** Modifiers and lemma. */
  readonly words: ReadonlySet<string>
  readonly governor: Word | undefined
  /** The verbs above the head, nearest first. */
  readonly verbs: readonly Word[]
  /** Words between the head and the root of its sentence. */
  readonly depth: number
  /** What kind of clause it stands in. */
  readonly clause: number
  readonly coordinated: number
  /** How many references before (and with) this one have the same head word. */
  readonly seen: number
  /** How many subjects that may be persons stand before it. */
  readonly subjects: number
  /** How many pronouns of each form stand before it, itself counted, by form. */
  readonly forms: readonly number[]
  /** Content lemmas of what follows the core: "of the seized ship". */
  readonly behind: ReadonlySet<string>
  /** 0 where it is not said to be something, 1 an untyped noun, then the types, then an adjective. */
  readonly predicate: number
  /** Whose it is: a place among the references, or -1. */
  readonly possessor: number
  /** How many phrases of the document have this head word. */
  readonly lemmas: number
}

export function surroundingsOf(
  facts: Pick<Surroundings, 'reader' | 'references' | 'clusters' | 'group' | 'speakers' | 'descriptions'>,
): Surroundings {
  const { reader, references, group } = facts
  const total = new Map<string, number>()
  for (const { kind, lemma } of references) if (kind !== 'pronoun') count(total, lemma)
  const owners = possessorsOf(references)
  const heads = new Map<string, number>()
  const named = new Map<number, number>()
  let subjects = 0
  let forms: readonly number[] = Array.from({ length: FORMS.length + 2 }, () => 0)
  const own = references.map((reference): Own => {
    const tree = reader.trees[reference.sentence]!
    const { at, head, kind, lemma, role, gender } = reference
    const key = kind === 'pronoun' ? '' : lemma
    const seen = count(heads, key)
    const names = count(named, group[at]!)
    const form = formCode(reference)
    if (form > 0) forms = forms.map((number, code) => number + Number(code === form))
    const above = tree.ancestors(head)
    return {
      asAnaphor: Int32Array.of(
        ...grammar(reference),
        form,
        Number(reference.quoted >= 0),
        isCompound(reference),
        Number(head.xpos === 'PRP$'),
      ),
      asAntecedent: Int32Array.of(
        ...grammar(reference),
        isCompound(reference),
        before(reference),
        Math.min(names, 20),
        Number(reference.sentence === 0),
      ),
      form,
      lower: reference.text.toLowerCase(),
      words: new Set([...reference.modifiers, lemma]),
      governor: above[0],
      verbs: above.filter(({ upos }) => upos === 'VERB' || upos === 'AUX'),
      depth: Math.min(above.length, 12),
      clause: clauseCode(head, above),
      coordinated: Number(head.deprel === 'conj') + 2 * Number(tree.child(head, 'conj') !== undefined),
      seen,
      subjects: role === 'subject' && gender !== 'n' && gender !== null ? subjects++ : subjects,
      forms,
      behind: behindOf(reference, reader),
      predicate: predicateCode(reference, reader),
      possessor: owners[at]!,
      lemmas: Math.min(total.get(lemma) ?? 0, 20),
    }
  })
  const members = groupBy(
    references.map(({ at }) => at),
    (at) => group[at]!,
  )
  const nouns = references.filter(({ kind }) => kind !== 'pronoun')
  const byWord = {
    lemmas: placesBy(nouns, ({ lemma }) => [lemma]),
    modifiers: placesBy(nouns, ({ modifiers }) => modifiers),
  }
  return { ...facts, members, byWord, own }
}

function placesBy(references: readonly Reference[], wordsOf: (reference: Reference) => readonly string[]) {
  const places = new Map<string, number[]>()
  for (const reference of references) for (const word of wordsOf(reference)) addTo(places, word, reference.at)
  return places
}

/** Counts one more of a key; returns how many there are now. */
function count<K>(counts: Map<K, number>, key: K): number {
  const now = (counts.get(key) ?? 0) + 1
  counts.set(key, now)
  return now
}

/** From `kind` to `words`, for either side. */
const grammar = (reference: Reference): number[] => [
  KINDS.indexOf(reference.kind),
  ROLES.indexOf(reference.role),
  DEFINITE.indexOf(reference.definite),
  numberCode(reference.number),
  GENDERS.indexOf(reference.gender),
  reference.person,
  TYPES.indexOf(reference.type),
  size(reference),
]

const before = ({ whole }: Reference) => Math.min(whole.first, 30)

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

const numberCode = (number: Reference['number']) => (number === 'one' ? 0 : number === 'many' ? 1 : 2)
const size = ({ core }: Reference) => Math.min(core.last - core.first + 1, 10)
const isCompound = ({ head }: Reference) => Number(/^(compound|amod)/.test(head.deprel))

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

function behindOf({ kind, sentence, core, whole }: Reference, { sentences }: Reader): ReadonlySet<string> {
  const found = new Set<string>()
  if (kind === 'pronoun' || whole.last <= core.last) return found
  for (const { upos, lemma } of sentences[sentence]!.words.slice(core.last, whole.last))
    if (/^(?:ADJ|NOUN|PROPN|NUM|VERB)$/.test(upos)) found.add(lemma.toLowerCase())
  return found
}

/** The noun or adjective that a subject is said to be. */
export function predicateOf({ head, role }: Reference, tree: Tree): Word | undefined {
  const predicate = role === 'subject' ? tree.head(head) : undefined
  return predicate && /^(?:NOUN|PROPN|ADJ)$/.test(predicate.upos) && tree.child(predicate, 'cop')
    ? predicate
    : undefined
}

function predicateCode(reference: Reference, { trees, knowledge }: Reader): number {
  const predicate = reference.kind === 'pronoun' ? predicateOf(reference, trees[reference.sentence]!) : undefined
  if (!predicate) return 0
  return predicate.upos === 'ADJ'
    ? TYPES.length + 1
    : 1 + TYPES.indexOf(knowledge.typeOfNoun(predicate.lemma.toLowerCase()) ?? null)
}

/** By place among the references the place of the possessor ("its" in "its crew"), or -1. */
function possessorsOf(references: readonly Reference[]): Int32Array {
  const owners = new Int32Array(references.length).fill(-1)
  const open = new Map<number, number>()
  let sentence = -1
  for (const { at, head, role, sentence: own } of references) {
    if (own !== sentence) open.clear()
    sentence = own
    open.set(head.index, at)
    if (role === 'possessor') {
      const owned = open.get(head.head)
      if (owned !== undefined) owners[owned] = at
    }
  }
  return owners
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

const CLAUSES = ['root', 'conj', 'advcl', 'ccomp', 'acl:relcl', 'acl', 'xcomp', 'parataxis']

/** The relation of the clause a reference stands in: 0 for the main clause. */
function clauseCode(head: Word, above: readonly Word[]): number {
  for (const word of [head, ...above]) {
    const code = CLAUSES.indexOf(word.deprel)
    if (code >= 0 && (word !== head || code !== 1)) return code
  }
  return CLAUSES.length
}
