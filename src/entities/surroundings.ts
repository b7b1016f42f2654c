import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { addTo, groupBy } from '../model/group-by.ts'
import { EntityType } from '../model/mention.ts'
import type { Tree } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import { FORMS, formCode } from './form-code.ts'
import { isOutside, type Reference, type Role } from './reference.ts'
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
export interface Own {
  /** The features `anaphor.kind` to `anaphor.possessive`, and `antecedent.kind` to `antecedent.title`. */
  readonly asAnaphor: readonly number[]
  readonly asAntecedent: readonly number[]
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
  /** Nobody whom the text goes on to speak of. */
  readonly isOutside: boolean
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
    const common = grammar(reference)
    const compound = isCompound(reference)
    return {
      asAnaphor: [...common, form, Number(reference.quoted >= 0), compound, Number(head.xpos === 'PRP$')],
      asAntecedent: [...common, compound, before(reference), Math.min(names, 20), Number(reference.sentence === 0)],
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
      isOutside: isOutside(reference, reader),
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

export const before = ({ whole }: Reference) => Math.min(whole.first, 30)

const numberCode = (number: Reference['number']) => (number === 'one' ? 0 : number === 'many' ? 1 : 2)
const size = ({ core }: Reference) => Math.min(core.last - core.first + 1, 10)
const isCompound = ({ head }: Reference) => Number(/^(compound|amod)/.test(head.deprel))

const CONTENT: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'VERB'])

function behindOf({ kind, sentence, core, whole }: Reference, { sentences }: Reader): ReadonlySet<string> {
  const found = new Set<string>()
  if (kind === 'pronoun' || whole.last <= core.last) return found
  for (const { upos, lemma } of sentences[sentence]!.words.slice(core.last, whole.last))
    if (CONTENT.has(upos)) found.add(lemma.toLowerCase())
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

const CLAUSES = ['root', 'conj', 'advcl', 'ccomp', 'acl:relcl', 'acl', 'xcomp', 'parataxis']

/** The relation of the clause a reference stands in: 0 for the main clause. */
function clauseCode(head: Word, above: readonly Word[]): number {
  for (const word of [head, ...above]) {
    const code = CLAUSES.indexOf(word.deprel)
    if (code >= 0 && (word !== head || code !== 1)) return code
  }
  return CLAUSES.length
}
