import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { LOWER } from '../text/letters.ts'
import type { Candidate, Reader } from './candidate.ts'
import type { Evidence } from './evidence.ts'
import type { Knowledge } from './knowledge.ts'
import { headOf } from './noun-phrase.ts'

const SHOUTED = /^\p{Lu}[\p{Lu} .'-]{3,}$/u

/** A noun that says what a name is ("the newspaper El Faro", "Norvik, a chipmaker") outweighs the engine. */
const SAYS = 4.5
/** "The trawler Maria Luisa": whatever else people are so called. */
const CRAFT = 6
/** "Soprano Ana Ruiz", "the publisher Halden": people's nouns stand before firms too. */
const CALLS = 2
/** Which types such a noun may give to a name of which the engine thinks this; a town's newspaper is still no town. */
const GIVEN: Partial<Record<EntityType, ReadonlySet<EntityType>>> = {
  PERSON: new Set(['PERSON', 'PLACE', 'WORK']),
  ORGANIZATION: new Set(['ORGANIZATION', 'PERSON', 'PLACE', 'FACILITY', 'WORK']),
  GOVERNMENT: new Set(['PERSON', 'WORK', 'ORGANIZATION']),
  MILITARY_UNIT: new Set(['PERSON', 'PLACE', 'WORK', 'ORGANIZATION']),
  PLACE: new Set(['PLACE', 'PERSON', 'WORK']),
  COUNTRY: new Set(['PERSON', 'PLACE', 'ORGANIZATION', 'WORK']),
  FACILITY: new Set(['PLACE', 'WORK']),
  VESSEL: new Set(['PERSON', 'PLACE', 'ORGANIZATION', 'WORK']),
  WEAPON: new Set(['PERSON', 'PLACE', 'WORK']),
  EVENT: new Set(['PERSON', 'PLACE', 'WORK']),
  WORK: new Set(['WORK', 'PERSON', 'ORGANIZATION']),
}

/** What the common nouns that stand with a name call it. */
export function nounEvidence(name: Candidate, reader: Reader): Evidence[] {
  if (isDateline(name, reader)) return [{ type: 'PLACE', weight: 2 * SAYS }]
  if (isShip(name, reader)) return [{ type: 'VESSEL', weight: SAYS }]
  if (isHolder(name, reader)) return [{ type: 'PERSON', weight: SAYS }]
  const nouns = nounsBeside(name, reader)
  const type = typeBeside(name, nouns, reader)
  if (isBranch(name, nouns, reader)) return [{ type: 'ORGANIZATION', weight: SAYS }]
  if ((!type || (name.type === 'PLACE' && type === 'PERSON')) && isBody(name, nouns, reader))
    return [{ type: 'ORGANIZATION', weight: name.type === 'PLACE' ? SAYS : BODY }]
  if (!type || !(GIVEN[type]?.has(name.type!) || isPlainly(type, name, nouns, reader))) return []
  if (type === 'VESSEL' && nouns[0]?.index === name.first - 1) return [{ type, weight: CRAFT }]
  return [{ type, weight: type === 'PERSON' && GIVEN[type]!.has(name.type!) ? CALLS : SAYS }]
}

/** "Corvane, the rail regulator": a person so introduced would be named in full; and no place is a brewer. */
function isBody(
  { type, sentence, first, last, known }: Candidate,
  [noun]: readonly Word[],
  { knowledge, trees }: Reader,
): boolean {
  if (noun?.upos !== 'NOUN') return false
  const isOpen = knowledge.isAmbiguousNoun(noun.lemma.toLowerCase())
  if (type === 'PERSON') return isOpen && first === last
  return type === 'PLACE' && !known && (isOpen || isTradeOf(noun, trees[sentence]!))
}

/** "salmon farmer", "soap boiler" */
const isTradeOf = (noun: Word, tree: Tree): boolean =>
  AGENT.test(noun.lemma) && tree.childrenBy(noun, 'compound').some(({ upos }) => upos === 'NOUN')
const BODY = 2.5

/** "Its Scottish arm, Loch Hale". */
const isBranch = ({ first }: Candidate, [noun]: readonly Word[], { knowledge }: Reader): boolean =>
  noun?.upos === 'NOUN' && noun.index < first && knowledge.nameWords.has('branches', noun.lemma.toLowerCase())

/** "Its founder, Ola Nes", "the Aurora, a hostel": nouns of which there is no doubt what they name. */
function isPlainly(
  type: EntityType,
  { type: seen, first, last }: Candidate,
  [noun]: readonly Word[],
  { knowledge: { nameWords } }: Reader,
): boolean {
  if (!noun) return false
  const lemma = noun.lemma.toLowerCase()
  if (type === 'PERSON') return seen === 'ORGANIZATION' && first < last && nameWords.has('persons', lemma)
  return type === 'FACILITY' && nameWords.has('built', lemma)
}

/** A given name and more, which the engine takes for a person. */
const isFullName = ({ type, sentence, first, last }: Candidate, { sentences, knowledge }: Reader) =>
  type === 'PERSON' && first < last && knowledge.isGiven(sentences[sentence]!.words[first - 1]!.form)

/** "GRIMSBY (Grimsby Dispatch) -", "OSLO, 3 June": where the report was sent from. */
function isDateline(name: Candidate, { sentences, document }: Reader): boolean {
  const { sentence, words } = sentences[name.sentence]!
  if (name.first !== 1 || sentence.paragraph > LAST_DATELINE) return false
  const text = document.text.slice(words[0]!.start, words[name.last - 1]!.end)
  const next = words[name.last]?.form ?? ''
  return (
    SHOUTED.test(text) &&
    /^[(,–—-]$/.test(next) &&
    /[–—-]/.test(document.text.slice(sentence.start, sentence.start + 80))
  )
}
/** Behind title, author and date. */
const LAST_DATELINE = 4

/** The nouns that call it something, the nearest first: right before it, beside it, said of it. */
function nounsBeside(name: Candidate, reader: Reader): Word[] {
  const { words } = reader.sentences[name.sentence]!
  const tree = reader.trees[name.sentence]!
  const own = headOf(words, name)
  const before = nounBefore(name, words, own)
  const callers = callerOf(own, tree, reader).map((index) => tree.word(index))
  const isSure = name.type === 'PERSON' && name.score > SURE && name.first < name.last
  const others =
    isFullName(name, reader) || (isSure && name.score > SEEN)
      ? []
      : [...appositions(own, tree), predicate(own, tree), ...callers]
  return [before, ...others].filter(
    (word): word is Word =>
      (word?.upos === 'NOUN' || (word !== undefined && reader.knowledge.nameWords.has('trades', word.form))) &&
      (!word.xpos.endsWith('S') || (word.index < own.index && !isFullName(name, reader))) &&
      !(isSure && AGENT.test(word.lemma) && typeOfNoun(word, tree, reader) !== 'VESSEL'),
  )
}

function typeBeside(name: Candidate, [noun]: readonly Word[], reader: Reader): EntityType | undefined {
  const tree = reader.trees[name.sentence]!
  const behind = nounBehind(name, tree, reader)
  if (behind) return behind
  if (noun) return typeOfNoun(noun, tree, reader)
  if (isFullName(name, reader)) return undefined
  return typeOfWhole(headOf(tree.words, name), tree, reader)
}

/** A publisher, an operator can be a person or a firm: the engine knows, if it is so sure. */
const AGENT = /(?<!mak|pap)(er|or)$/
const SURE = 0.8
/** Of a person in two words so plain to the engine no noun behind says otherwise. */
const SEEN = 0.97

function typeOfNoun(word: Word, tree: Tree, { knowledge }: Reader): EntityType | undefined {
  const [first, hyphen] = [tree.word(word.index - 2), tree.word(word.index - 1)]
  const isSecond = hyphen?.form === '-' && hyphen.end === word.start && first?.end === hyphen.start
  const lemma = (isSecond ? `${first!.form}-${word.lemma}` : word.lemma).toLowerCase() // "start-up"
  if (knowledge.nameWords.has('products', lemma)) return 'WORK'
  if (knowledge.isAmbiguousNoun(lemma)) return undefined
  const before = isSecond ? undefined : tree.word(word.index - 1)
  const both = before?.upos === 'NOUN' ? bodyByKind(`${before.lemma} ${lemma}`.toLowerCase(), knowledge) : undefined
  if (both) return both
  const named = before?.upos === 'NOUN' ? knowledge.typeOfNoun(`${before.lemma} ${lemma}`.toLowerCase()) : undefined
  return named ?? knowledge.typeOfNoun(lemma) ?? (isSecond ? knowledge.typeOfNoun(word.lemma.toLowerCase()) : undefined)
}

/** "fashion house", "search engine": bodies, whatever the second word is by itself. */
const bodyByKind = (noun: string, { kinds }: Knowledge): EntityType | undefined =>
  kinds.mayBe(kinds.ofNoun(noun), 'ORGANIZATION') ? 'ORGANIZATION' : undefined

/** "chipmaker Belcor", "the tanker Halvard Star": right before the name and bound to it. */
function nounBefore({ first }: Candidate, words: readonly Word[], own: Word): Word | undefined {
  const before = words[first - 2]
  const isBound = before && (own.head === before.index || before.head === own.index)
  return isBound && isRelation(own.head === before.index ? own : before, 'compound', 'flat', 'appos', 'nmod')
    ? before
    : undefined
}

/** "the Chandra Setu probe", "Hwasong missiles", "the SOLAS convention", "the Ludi festival", "the Berlaymont building"; "the Mueller probe" looks into something. */
function nounBehind({ type, first, last }: Candidate, tree: Tree, reader: Reader): EntityType | undefined {
  const [own, noun] = [tree.word(last)!, tree.word(last + 1)]
  if (noun?.upos !== 'NOUN' || !LOWER.test(noun.form)) return undefined
  const kind = typeOfNoun(noun, tree, reader)
  if (kind === 'VESSEL' || kind === 'WEAPON') {
    const isNamed =
      type === 'WORK' || /\d$/.test(own.form) || (type === 'PERSON' && (first < last || kind === 'WEAPON'))
    return isNamed ? kind : undefined
  }
  if (kind === 'AGREEMENT' && type === 'WORK') return kind
  if (kind === 'EVENT' && type === 'WORK' && reader.knowledge.nameWords.isHead([noun.lemma]) === kind) return kind
  return kind === 'FACILITY' && type === 'PLACE' && BUILT.has(noun.lemma) ? kind : undefined
}
/** A town has a station and a hospital, but these bear its own name. */
const BUILT = new Set(['building', 'bridge', 'mine', 'tower', 'dam', 'stadium', 'palace'])

/** What it is called by: "a vaccine known as Zovax", "the group, called Dawn". Heads, counted from 1. */
export function callerOf(own: Word, tree: Tree, { knowledge }: Reader): number[] {
  const verb = isRelation(own, 'obl', 'xcomp', 'obj') ? tree.head(own) : undefined
  if (verb?.xpos !== 'VBN' || !knowledge.nameWords.has('naming', verb.lemma)) return []
  const subject = tree.child(verb, 'nsubj:pass')
  if (subject) return [subject.index]
  return isRelation(verb, 'acl') ? [verb.head] : []
}

/** "Pagasa, the weather bureau", "two tugs, the Abeille and the Bourbon". */
function appositions(own: Word, tree: Tree): Word[] {
  const first = isRelation(own, 'conj') ? tree.head(own)! : own
  const isBehind = isRelation(first, 'appos') || (isRelation(first, 'flat') && tree.child(first, 'det') !== undefined) // "the ferry, the Adria"
  const above = isBehind ? tree.head(first) : undefined
  return [...(above ? [above] : []), ...tree.childrenBy(own, 'appos').map((word) => kindMeant(word, tree))]
}

/** "The mayor of Orsk, Ana Ruiz,", "the chair of the jury, Ana Ruiz,": who holds an office may hang on what it is of. */
function isHolder(name: Candidate, { sentences, trees, knowledge }: Reader): boolean {
  if (name.first === name.last) return false
  const tree = trees[name.sentence]!
  const own = headOf(sentences[name.sentence]!.words, name)
  const whole = isRelation(own, 'appos') ? tree.head(own) : undefined
  const office = whole && isRelation(whole, 'nmod') ? tree.head(whole) : undefined
  return office?.upos === 'NOUN' && knowledge.isTitle(office.lemma)
}

/** "one of the largest islands" is an island. */
function kindMeant(word: Word, tree: Tree): Word {
  const whole = word.lemma === 'one' ? tree.child(word, 'nmod') : undefined
  return whole && tree.child(whole, 'case')?.form === 'of' ? { ...whole, xpos: 'NN' } : word
}

/** "Norvik is a company"; what is "a great place" is none. */
function predicate(own: Word, tree: Tree): Word | undefined {
  const head = isRelation(own, 'nsubj') ? tree.head(own) : undefined
  return head && tree.child(head, 'cop') && head.lemma !== 'place' ? head : undefined
}

/** "the town of Orsk", "the government of Kaldea". */
function typeOfWhole(own: Word, tree: Tree, { knowledge }: Reader): EntityType | undefined {
  const whole = isRelation(own, 'nmod') && tree.child(own, 'case')?.form === 'of' ? tree.head(own) : undefined
  if (whole?.upos !== 'NOUN' || whole.index !== own.index - 2) return undefined
  const type = knowledge.typeOfNoun(whole.lemma.toLowerCase())
  return type === 'PLACE' || type === 'GOVERNMENT' || type === 'COUNTRY' ? 'PLACE' : undefined
}

/** "the wreck of the Amoco Cadiz", "aboard the Halvard Star". */
function isShip(name: Candidate, { sentences, trees, knowledge }: Reader): boolean {
  const tree = trees[name.sentence]!
  const own = headOf(sentences[name.sentence]!.words, name)
  if (tree.word(name.first - 1)?.form.toLowerCase() !== 'the') return false
  const preposition = tree.child(own, 'case')?.form.toLowerCase()
  const above = preposition === 'of' ? tree.head(own)?.lemma : preposition
  return above !== undefined && knowledge.nameWords.has('ship', above)
}
