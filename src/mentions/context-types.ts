import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { type Candidate, type Reader, type Refiner, wordsOf } from './candidate.ts'
import { headOf } from './noun-phrase.ts'

/** Which types a noun beside a name may overrule: "the newspaper El Faro" is no place, "the tanker Halvard Star" no person. */
const OVERRULED: Partial<Record<EntityType, ReadonlySet<EntityType>>> = {
  ORGANIZATION: new Set(['PERSON', 'PLACE', 'WORK']),
  GOVERNMENT: new Set(['PERSON', 'WORK', 'ORGANIZATION']),
  MILITARY_UNIT: new Set(['PERSON', 'PLACE', 'WORK', 'ORGANIZATION']),
  PLACE: new Set(['PERSON', 'WORK']),
  COUNTRY: new Set(['PERSON', 'PLACE', 'ORGANIZATION', 'WORK']),
  FACILITY: new Set(['PLACE', 'WORK']),
  VESSEL: new Set(['PERSON', 'PLACE', 'ORGANIZATION', 'WORK']),
  WEAPON: new Set(['PERSON', 'PLACE', 'WORK']),
  EVENT: new Set(['PERSON', 'PLACE', 'WORK']),
  WORK: new Set(['PERSON', 'ORGANIZATION']),
}

/** Types by the common noun that stands with a name and says what it is. */
export const contextTypes: Refiner = (candidates, reader) =>
  candidates.map((candidate) => {
    if (candidate.kind !== 'name' || candidate.known || !candidate.type) return candidate
    if (isDateline(candidate, reader)) return { ...candidate, type: 'PLACE', method: 'context' }
    const forms = wordsOf(reader, candidate).map(({ form }) => form)
    if (reader.knowledge.nameWords.typeOf(forms)) return candidate
    const isPerson = candidate.type === 'PERSON' && reader.knowledge.isGiven(forms[0]!)
    const type = isShip(candidate, reader) ? 'VESSEL' : isPerson ? undefined : typeBeside(candidate, reader)
    if (!type || !OVERRULED[type]?.has(candidate.type)) return candidate
    return { ...candidate, type, method: 'context' }
  })

/** "GRIMSBY (Grimsby Dispatch) -", "OSLO, 3 June": where the report was sent from. */
function isDateline(name: Candidate, { sentences, document }: Reader): boolean {
  const { sentence, words } = sentences[name.sentence]!
  if (name.first !== 1 || sentence.paragraph > LAST_DATELINE) return false
  const text = document.text.slice(words[0]!.start, words[name.last - 1]!.end)
  const next = words[name.last]?.form ?? ''
  return (
    /^\p{Lu}[\p{Lu} .'-]{3,}$/u.test(text) &&
    /^[(,–—-]$/.test(next) &&
    /[–—-]/.test(document.text.slice(sentence.start, sentence.start + 80))
  )
}
/** Behind title, author and date. */
const LAST_DATELINE = 4

function typeBeside(name: Candidate, reader: Reader): EntityType | undefined {
  const { words } = reader.sentences[name.sentence]!
  const tree = reader.trees[name.sentence]!
  const own = headOf(words, name)
  const craft = craftBehind(name, own, tree, reader)
  if (craft) return craft
  const nouns = [nounBefore(name, words, own), ...appositions(own, tree), predicate(own, tree)]
  const isSure = name.type === 'PERSON' && name.score > SURE && name.first < name.last
  const noun = nouns.find(
    (word) =>
      word?.upos === 'NOUN' &&
      (!word.xpos.endsWith('S') || word.index < own.index) &&
      !(isSure && AGENT.test(word.lemma)),
  )
  return noun ? typeOfNoun(noun, reader) : typeOfWhole(own, tree, reader)
}

/** A publisher, an operator can be a person or a firm: the engine knows, if it is so sure. */
const AGENT = /(?<!mak)(er|or)$/
const SURE = 0.8

const typeOfNoun = ({ lemma }: Word, { knowledge }: Reader): EntityType | undefined =>
  knowledge.nameWords.has('products', lemma) ? 'WORK' : knowledge.typeOfNoun(lemma.toLowerCase())

/** "chipmaker Belcor", "the tanker Halvard Star": right before the name and bound to it. */
function nounBefore({ first }: Candidate, words: readonly Word[], own: Word): Word | undefined {
  const before = words[first - 2]
  const isBound = before && (own.head === before.index || before.head === own.index)
  return isBound && isRelation(own.head === before.index ? own : before, 'compound', 'flat', 'appos', 'nmod')
    ? before
    : undefined
}

/** "the Chandra Setu probe", "a Hwasong missile"; "the Mueller probe" looks into something. */
function craftBehind({ type, first, last }: Candidate, own: Word, tree: Tree, reader: Reader) {
  const noun = isRelation(own, 'compound') && own.head === last + 1 ? tree.head(own) : undefined
  const craft = noun?.upos === 'NOUN' ? typeOfNoun(noun, reader) : undefined
  if (craft !== 'VESSEL' && craft !== 'WEAPON') return undefined
  const isNamed = type === 'WORK' || (type === 'PERSON' && (first < last || craft === 'WEAPON'))
  return isNamed ? craft : undefined
}

/** "Pagasa, the weather bureau", "two tugs, the Abeille and the Bourbon". */
function appositions(own: Word, tree: Tree): Word[] {
  const first = isRelation(own, 'conj') ? tree.head(own)! : own
  const above = isRelation(first, 'appos') ? tree.head(first) : undefined
  return [...(above ? [above] : []), ...tree.childrenBy(own, 'appos')]
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
