import { type Candidate, type Reader, textOfCandidate } from '../mentions/candidate.ts'
import { findCandidates } from '../mentions/find-mentions.ts'
import type { Gender, Knowledge, Known } from '../mentions/knowledge.ts'
import { corePhrase, headOf, isGoverned, type Words, wholePhrase } from '../mentions/noun-phrase.ts'
import { spelled } from '../mentions/spelled.ts'
import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'

export type Kind = 'name' | 'nominal' | 'pronoun' | 'demonym'
export type Role =
  | 'subject'
  | 'passive'
  | 'object'
  | 'possessor'
  | 'oblique'
  | 'modifier'
  | 'predicate'
  | 'apposition'
  | 'root'
  | 'other'
export type Definite = 'definite' | 'demonstrative' | 'possessive' | 'indefinite' | 'bare'

/** Anything in a document that may refer to something: a candidate mention or another noun phrase, with its grammar. */
export interface Reference {
  /** Position in reading order. */
  readonly at: number
  readonly candidate: Candidate | undefined
  readonly kind: Kind
  readonly type: EntityType | null
  readonly known: Known | undefined
  readonly sentence: number
  /** The word the phrase hangs on: for "President Vladimir Putin" the word that takes part in the clause. */
  readonly head: Word
  /** The name itself, or the phrase up to its head. */
  readonly core: Words
  /** The whole phrase with what follows its head. */
  readonly whole: Words
  readonly text: string
  /** Lower-case lemma of what is named or counted. */
  readonly lemma: string
  /** Lower-case content words of the core, its head left out. */
  readonly modifiers: readonly string[]
  readonly number: 'one' | 'many' | 'any'
  /** `p` is a person of unknown gender; `null` unknown altogether. */
  readonly gender: Gender | 'p' | null
  readonly person: 1 | 2 | 3
  readonly definite: Definite
  readonly role: Role
  /** Inside quotation marks; which stretch of direct speech, counted from 0, or -1. */
  readonly quoted: number
}

/** One in the making: its place is known last. */
type Draft = { -readonly [K in keyof Reference]: Reference[K] }

/** All references of a document in reading order; an outer phrase stands before what is inside it. */
export function findReferences(reader: Reader): Reference[] {
  const candidates = findCandidates(reader)
  const quoted = quotedWords(reader)
  const families = familyNames(reader, candidates)
  const drafts: Draft[] = []
  const taken = new Set<Word>()
  const claim = (word: Word) => !taken.has(word) && Boolean(taken.add(word))
  for (const candidate of [...candidates].sort((a, b) => Number(b.kind === 'name') - Number(a.kind === 'name'))) {
    const { words } = reader.sentences[candidate.sentence]!
    const tree = reader.trees[candidate.sentence]!
    const own = headOf(words, candidate)
    const title = candidate.kind === 'name' ? titleAbove(own, candidate, tree) : own
    const isFree = claim(title)
    if (!isFree && candidate.kind !== 'name' && !candidate.method.startsWith('demonym')) continue // "a Dane", and Denmark
    const head = isFree ? title : own // of two names on one title the second stands for itself
    if (candidate.kind === 'name' || candidate.kind === 'metonym')
      for (const word of words.slice(candidate.first - 1, candidate.last)) claim(word)
    drafts.push(draft(reader, candidate, candidate.sentence, own, head, quoted, families))
  }
  drafts.push(...nestedNames(reader, candidates, quoted))
  reader.sentences.forEach(({ words }, sentence) => {
    for (const word of words) {
      if (!mayRefer(word, reader.trees[sentence]!) || !claim(word)) continue
      drafts.push(draft(reader, undefined, sentence, word, word, quoted))
    }
  })
  drafts.sort(
    (a, b) =>
      a.sentence - b.sentence ||
      a.whole.first - b.whole.first ||
      b.whole.last - a.whole.last ||
      a.head.index - b.head.index,
  )
  for (const [at, reference] of drafts.entries()) reference.at = at
  return drafts
}

/** "James", where the text names Letitia James: no given name there. */
function familyNames({ sentences }: Reader, candidates: readonly Candidate[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { kind, type, sentence, first, last } of candidates)
    if (kind === 'name' && type === 'PERSON' && first < last) found.add(sentences[sentence]!.words[last - 1]!.form)
  return found
}
const NO_FAMILIES: ReadonlySet<string> = new Set()

/** "California" in "University of California", "Andy Warhol" in "Andy Warhol Foundation": names known from elsewhere inside longer ones. */
function nestedNames(reader: Reader, candidates: readonly Candidate[], quoted: Int32Array[]): Draft[] {
  const own = new Map<string, Candidate>()
  for (const candidate of candidates)
    if (candidate.kind === 'name') own.set(textOfCandidate(reader, candidate), candidate)
  return candidates.flatMap((outer) => {
    if (outer.kind !== 'name' || outer.first === outer.last || outer.type === 'PERSON') return []
    const { words } = reader.sentences[outer.sentence]!
    const tree = reader.trees[outer.sentence]!
    return words.slice(outer.first - 1, outer.last).flatMap((word) => {
      if (word.upos !== 'PROPN' || !/^(compound|nmod)/.test(word.deprel)) return []
      const core = corePhrase(tree, word)
      if (core.first < outer.first || core.last > outer.last || core.last - core.first === outer.last - outer.first)
        return []
      const text = textOfCandidate(reader, { sentence: outer.sentence, ...core })
      const [known] = reader.knowledge.named(text).filter(({ type }) => type === 'COUNTRY' || type === 'PLACE')
      const twin = own.get(text)
      const type = twin?.type ?? known?.type
      if (!type) return []
      const named = {
        sentence: outer.sentence,
        ...core,
        kind: 'name' as const,
        type,
        method: 'nested',
        score: 0.5,
        ...(twin?.known ? { known: twin.known } : known && !twin ? { known } : {}),
      }
      const nested = draft(reader, named, outer.sentence, word, word, quoted)
      nested.candidate = undefined
      return [nested]
    })
  })
}

/** "Putin" hangs on "President" in newer treebanks: the phrase is that of the title. */
function titleAbove(own: Word, { first }: Candidate, tree: Tree): Word {
  if (!own.deprel.startsWith('flat') || isGoverned(tree, own)) return own
  const above = tree.head(own)
  return above && above.index < first && ['NOUN', 'PROPN'].includes(above.upos) ? above : own
}

/** "Professor" of "Professor Eastman", "May" of "May 12", "Radio" of "Radio instruments". */
function isPartOfName(word: Word, tree: Tree): boolean {
  const above = tree.head(word)
  if (!above || tree.child(word, 'case')) return false
  return (
    word.deprel === 'compound' ||
    (word.deprel === 'nmod:desc' && above.upos === 'PROPN') ||
    (isRelation(word, 'nmod', 'obl') && above.upos === 'NUM' && Math.abs(above.index - word.index) === 1)
  )
}

const REFERRING: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'])

function mayRefer(word: Word, tree: Tree): boolean {
  const { upos, deprel, xpos } = word
  if (!REFERRING.has(upos) || /^(flat|fixed|goeswith|punct|dep|det|case|mark|cc)/.test(deprel)) return false
  if (upos === 'PROPN' && isPartOfName(word, tree)) return false
  if (upos === 'NOUN' || upos === 'PROPN') return true
  if (upos === 'PRON') return ['DT', 'NN', 'PRP', 'PRP$'].includes(xpos) && deprel !== 'expl'
  return (
    (upos === 'NUM' || upos === 'ADJ') &&
    isRelation(word, 'nsubj', 'obj', 'obl', 'nmod') &&
    (upos === 'NUM'
      ? tree.children(word).length > 0 || /^\d{4}$/.test(word.form)
      : tree.child(word, 'det') !== undefined)
  )
}

function draft(
  reader: Reader,
  candidate: Candidate | undefined,
  sentence: number,
  own: Word,
  head: Word,
  quoted: Int32Array[],
  families: ReadonlySet<string> = NO_FAMILIES,
): Draft {
  const tree = reader.trees[sentence]!
  const { knowledge } = reader
  const kind: Kind = !candidate
    ? own.upos === 'PRON'
      ? 'pronoun'
      : 'nominal'
    : candidate.method.startsWith('demonym')
      ? 'demonym'
      : candidate.kind === 'metonym'
        ? 'name'
        : candidate.kind
  const core: Words = candidate && kind !== 'nominal' ? candidate : corePhrase(tree, head)
  const whole = kind === 'pronoun' || kind === 'demonym' ? core : union(wholePhrase(tree, head), core)
  const words = reader.sentences[sentence]!.words.slice(core.first - 1, core.last)
  const lemma = own.lemma.toLowerCase()
  const type = candidate?.type ?? (kind === 'nominal' ? (knowledge.typeOfNoun(lemma) ?? null) : null)
  return {
    at: 0,
    candidate,
    kind,
    type,
    known: candidate?.known,
    sentence,
    head,
    core,
    whole,
    text: spelled(textOfCandidate(reader, { sentence, ...core })),
    lemma,
    modifiers: words
      .filter((word) => word !== own && /^(ADJ|NOUN|PROPN|NUM|VERB)$/.test(word.upos))
      .map((word) => word.lemma.toLowerCase()),
    number: numberOf(own, kind, type, knowledge),
    gender: genderOf(reader, kind, type, own, core, head, sentence, candidate?.known, families),
    person: personOf(own, kind, knowledge),
    definite: definiteness(own, head, kind, tree, knowledge),
    role: roleOf(head, tree),
    quoted: quoted[sentence]![own.index - 1]!,
  }
}

const union = (a: Words, b: Words): Words => ({ first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) })

function numberOf(
  { form, xpos, upos }: Word,
  kind: Kind,
  type: EntityType | null,
  { pronouns }: Knowledge,
): Reference['number'] {
  const lower = form.toLowerCase()
  if (kind === 'pronoun') return pronouns.singular.has(lower) ? 'one' : pronouns.plural.has(lower) ? 'many' : 'any'
  if (kind === 'name')
    return type === 'PERSON'
      ? 'one'
      : type === 'ORGANIZATION' || type === 'GOVERNMENT' || type === 'MILITARY_UNIT' || xpos === 'NNPS'
        ? 'any'
        : 'one'
  if (xpos === 'NNS' || xpos === 'NNPS') return 'many'
  if (upos === 'NUM' || upos === 'ADJ') return 'any'
  return type === 'ORGANIZATION' || type === 'GOVERNMENT' || type === 'MILITARY_UNIT' ? 'any' : 'one'
}

function genderOf(
  { knowledge, sentences, trees }: Reader,
  kind: Kind,
  type: EntityType | null,
  own: Word,
  core: Words,
  head: Word,
  sentence: number,
  known: Known | undefined,
  families: ReadonlySet<string>,
): Reference['gender'] {
  const lower = own.form.toLowerCase()
  if (kind === 'pronoun')
    return knowledge.pronouns.male.has(lower)
      ? 'm'
      : knowledge.pronouns.female.has(lower)
        ? 'f'
        : knowledge.pronouns.thing.has(lower)
          ? 'n'
          : knowledge.pronouns.first.has(lower) || knowledge.pronouns.second.has(lower)
            ? 'p'
            : null
  if (kind === 'nominal')
    return type === 'PERSON' ? (knowledge.genderOfNoun(own.lemma.toLowerCase()) ?? 'p') : type ? 'n' : null
  if (type !== 'PERSON') return type === null ? null : 'n'
  if (known?.gender) return known.gender
  const { words } = sentences[sentence]!
  const before = words.slice(Math.max(0, core.first - 3), core.first - 1).map(({ form }) => form)
  for (const title of [before.join(' '), before.at(-1) ?? '', words[core.first - 1]!.form]) {
    const gender = title && knowledge.genderOfTitle(title)
    if (gender) return gender
  }
  const tree = trees[sentence]!
  const noun = [
    head,
    ...tree.childrenBy(head, 'appos'),
    ...tree.childrenBy(head, 'compound'),
    ...(head.deprel === 'appos' ? [tree.head(head)!] : []),
  ]
    .map((word) => knowledge.genderOfNoun(word.lemma.toLowerCase()))
    .find((gender) => gender)
  if (noun) return noun
  const names = words.slice(core.first - 1, core.last).map(({ form }) => form)
  if (names.length === 1 && (knowledge.isFamilyFirst(names[0]!) || families.has(names[0]!))) return 'p'
  return knowledge.genderOfGiven(names[0]!) ?? 'p'
}

function personOf({ form }: Word, kind: Kind, { pronouns }: Knowledge): 1 | 2 | 3 {
  if (kind !== 'pronoun') return 3
  return pronouns.first.has(form.toLowerCase()) ? 1 : pronouns.second.has(form.toLowerCase()) ? 2 : 3
}

function definiteness(own: Word, head: Word, kind: Kind, tree: Tree, { pronouns }: Knowledge): Definite {
  if (kind !== 'nominal') return 'definite'
  if (tree.child(own, 'nmod:poss') || tree.child(head, 'nmod:poss')) return 'possessive'
  const determiner = tree.child(own, 'det')?.form.toLowerCase()
  if (determiner === 'the') return 'definite'
  if (determiner && pronouns.demonstrative.has(determiner)) return 'demonstrative'
  return determiner || tree.child(own, 'nummod') ? 'indefinite' : 'bare'
}

function roleOf(head: Word, tree: Tree): Role {
  let word = head
  for (let steps = 0; word.deprel === 'conj' && steps < 50; steps++) word = tree.head(word) ?? word
  const { deprel } = word
  if (deprel === 'nsubj:pass') return 'passive'
  if (deprel.startsWith('nsubj')) return 'subject'
  if (deprel === 'obj' || deprel === 'iobj') return 'object'
  if (deprel === 'nmod:poss') return 'possessor'
  if (deprel.startsWith('obl')) return 'oblique'
  if (deprel.startsWith('appos')) return 'apposition'
  if (tree.child(word, 'cop') && !tree.child(word, 'case')) return 'predicate' // not "without a ferry"
  if (/^(nmod|compound|amod)/.test(deprel)) return 'modifier'
  return deprel === 'root' ? 'root' : 'other'
}

/** For each word the number of the quotation it stands in, or -1. A quotation left open ends with its paragraph. */
function quotedWords({ sentences }: Reader): Int32Array[] {
  let current = -1
  let count = 0
  let paragraph = -1
  return sentences.map(({ sentence, words }) => {
    if (sentence.paragraph !== paragraph) current = -1
    paragraph = sentence.paragraph
    return Int32Array.from(words, ({ form }) => {
      const opens = form === '“' || form === '``' || (form === '"' && current < 0)
      const closes = form === '”' || form === "''" || (form === '"' && current >= 0)
      if (opens && current < 0) current = count++
      else if (closes) current = -1
      return current
    })
  })
}

/** In a line about the article (its outlet, its author, a menu): nobody whom the text goes on to speak of. */
export const isInBoilerplate = ({ sentence }: Reference, { sentences }: Pick<Reader, 'sentences'>): boolean =>
  sentences[sentence]!.sentence.zone === 'boilerplate'

/** Nobody whom the text goes on to speak of: in boilerplate, in a dateline, or who printed it. */
export const isOutside = (one: Reference, reader: Reader): boolean =>
  isInBoilerplate(one, reader) || isDateline(one, reader) || isTold(one, reader)

/** "…, a former employee told [the Standard]": a body that is told something is who printed it. */
function isTold({ sentence, head, kind, type }: Reference, { trees }: Reader): boolean {
  if (kind !== 'name' || type !== 'ORGANIZATION' || !/^i?obj$/.test(head.deprel)) return false
  return trees[sentence]!.head(head)?.lemma === 'tell'
}

/** "PORT ARDEN, July 9 (Harbour News) —": where a report was sent from, whom it does not speak of. */
export function isDateline({ sentence, head }: Reference, { sentences }: Pick<Reader, 'sentences'>): boolean {
  const { words, sentence: own } = sentences[sentence]!
  if (own.paragraph > LAST_DATELINE || head.index > DATELINE_WORDS || !/^\p{Lu}{2,}$/u.test(words[0]!.form))
    return false
  return words.slice(head.index, DATELINE_WORDS).some(({ form }) => /^(?:[–—-]|--)$/.test(form))
}
const LAST_DATELINE = 4
const DATELINE_WORDS = 16
