import type { Word } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/mention.ts'
import { covers } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { type Change, commaBefore, type Nouns } from './mend.ts'
import { prepositionOf } from './prepositions.ts'

/** "mayor [of] Port Ellery", with "of" hung on "Port": it is of the whole name. "owned [by] the billionaire Per Dahl", hung on "Per": by the billionaire. */
export function casesAtCompounds(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const mark of tree.related('case')) {
    const named = mark.xpos !== 'POS' ? tree.head(mark) : undefined
    const above = named && isRelation(named, 'appos', 'flat') ? tree.head(named) : undefined
    if (above && mark.index < above.index && above.index < named!.index && !tree.child(above, 'case')) {
      changes.set(mark, { head: above.index })
      continue
    }
    const isPart = named && /^(?:compound|nmod:desc)$/.test(named.deprel) && named.index > mark.index
    const noun = isPart ? tree.head(named) : undefined
    if (noun && noun.index > mark.index && isRelation(noun, 'nmod', 'obl') && !tree.child(noun, 'case'))
      changes.set(mark, { head: noun.index })
  }
  return changes
}

/** "sacked [prisons] chief Wanda Burke", read as two objects: what stands right before the title is a part of it. */
export function modifiersBeforeTitles(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const name of tree.words) {
    if (name.upos !== 'PROPN' || !isRelation(name, 'obj', 'nsubj', 'obl')) continue
    const title = tree
      .childrenBy(name, 'nmod:desc', 'compound')
      .find(({ index, lemma }) => index < name.index && nouns.isRoleNoun(lemma.toLowerCase()))
    const first = title && tree.subtree(name).find(({ upos }) => upos !== 'PUNCT')
    const before = first && tree.word(first.index - 1)
    if (!before || before.head !== name.head || before.deprel !== name.deprel || before.upos !== 'NOUN') continue
    if (!tree.child(before, 'case', 'det')) changes.set(before, { head: title.index, deprel: 'compound' })
  }
  return changes
}

/** "a peacekeeper named [Azlan Yusof]": it is his name. */
export function namesGiven(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.related('acl')) {
    const noun = verb.xpos === 'VBN' ? tree.head(verb) : undefined
    const name = noun && tree.childrenBy(verb, 'xcomp', 'obj').find(({ upos }) => upos === 'PROPN')
    if (!name || !/^(?:name|call)$/.test(verb.lemma) || name.index < verb.index || noun.index > verb.index) continue
    changes.set(name, { head: noun.index, deprel: 'appos' })
    changes.set(verb, { head: name.index, deprel: 'amod' })
    for (const child of tree.children(verb)) if (child !== name) changes.set(child, { head: name.index })
  }
  return changes
}

/** "a Dane, [Jens Holm]", read as a list of two without "and": it is who the one is. */
export function namesBehindNouns(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const name of tree.related('conj')) {
    const noun = name.upos === 'PROPN' ? tree.head(name) : undefined
    if (!noun || /S$/.test(noun.xpos) || tree.child(name, 'cc', 'det', 'case')) continue
    if (!tree.childrenBy(noun, 'det').some(({ lemma }) => /^an?$/i.test(lemma))) continue
    const isOnlyOne = tree.childrenBy(noun, 'conj').length === 1 && !tree.child(name, 'conj')
    const between = tree.words.slice(noun.index, name.index - 1)
    if (isOnlyOne && between.length === 1 && between[0]!.form === ',') changes.set(name, { deprel: 'appos' })
  }
  return changes
}

/** "the seizure of the [tanker] Suez Light", with both hung on the seizure: right before a name in the same place, a noun says what it is. */
export function nounsBesideNames(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.words) {
    if (noun.xpos !== 'NN' || !isRelation(noun, 'nmod', 'obl') || noun.deprel === 'nmod:poss') continue
    const name = tree.childrenBy(tree.head(noun)!, 'nmod', 'obl').find((word) => word.index > noun.index)
    if (name?.upos !== 'PROPN' || name.deprel !== noun.deprel) continue
    const parts = tree.subtree(name).filter(({ index }) => index > noun.index && index <= name.index)
    if (parts.length !== name.index - noun.index || parts.some(({ upos }) => upos !== 'PROPN')) continue
    if (!tree.child(noun, 'case') && tree.child(name, 'case'))
      changes.set(noun, { head: name.index, deprel: 'nmod:desc' })
    if (tree.child(noun, 'case') && !tree.child(name, 'case')) changes.set(name, { head: noun.index, deprel: 'appos' })
  }
  return changes
}

/** "Valdra [opposition] claims win", with the noun taken for a part of the name: the opposition does. */
export function nounsBehindNames(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.related('flat')) {
    const name = noun.upos === 'NOUN' ? tree.head(noun) : undefined
    if (name?.upos !== 'PROPN' || name.index >= noun.index || !/^\p{Ll}/u.test(noun.form)) continue
    const types = nouns.typesOf(noun.lemma.toLowerCase())
    if (types.length === 0 || types.includes('PERSON') || !isRelation(name, 'nsubj', 'obj')) continue
    if (tree.words.slice(name.index, noun.index - 1).some(({ upos }) => upos !== 'PROPN')) continue
    changes.set(noun, { head: name.head, deprel: name.deprel })
    changes.set(name, { head: noun.index, deprel: 'compound' })
  }
  return changes
}

/** "Volta [Works] and its director": what is joined to the last word of a name is joined to the name. */
export function partsOfNames(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const word of tree.related('flat')) {
    const name = tree.head(word)
    if (!name || word.upos !== 'PROPN' || name.upos !== 'PROPN') continue
    for (const child of tree.childrenBy(word, 'conj', 'appos', 'acl'))
      if (child.index > word.index) changes.set(child, { head: name.index })
  }
  return changes
}

/** "named [Ana Ruiz] to the post": a person who is named and nothing else is the object. */
export function namesForComplements(tree: Tree, mentions: readonly Mention[]): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const name of tree.related('xcomp')) {
    const verb = name.upos === 'PROPN' ? tree.head(name) : undefined
    if (verb?.upos !== 'VERB' || tree.child(verb, 'obj', 'aux:pass') || tree.child(name, 'case')) continue
    if (typeOfName(name, mentions) === 'PERSON' && name.index > verb.index) changes.set(name, { deprel: 'obj' })
  }
  return changes
}

/** "the airport in Lodz and the [Vistula Bridge] in Gdansk": a bridge is not listed with a town. */
export function thingsListedWithPlaces(tree: Tree, mentions: readonly Mention[]): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const typeOf = (word: Word) => typeOfName(word, mentions)
  for (const word of tree.related('conj')) {
    const place = tree.head(word)
    if (!place || word.upos !== 'PROPN' || place.upos !== 'PROPN' || tree.child(word, 'case')) continue
    const [own, other] = [typeOf(word), typeOf(place)]
    const noun = isRelation(place, 'nmod') ? tree.head(place) : undefined
    if (!own || !other || kindOf(own) === 'place' || kindOf(other) !== 'place' || !noun) continue
    if (!/^(?:in|at|near|on)$/.test(prepositionOf(tree, place).preposition) || !tree.child(word, 'det')) continue
    changes.set(word, { head: noun.index })
  }
  return changes
}

/**
 * "the charity's head of mission, [Lucas Brandt]", "a firm based in Hyderabad, [Skyline Dynamics]", "two members of the gang, [Ole Dahl] and Per Holm": a name in
 * apposition to something it cannot be belongs to the next noun above that it can be.
 */
export function misplacedNames(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const typeOf = (word: Word) => typeOfName(word, mentions)
  for (const word of tree.words) {
    if (word.upos !== 'PROPN' || !(word.deprel === 'conj' || word.deprel === 'appos') || changes.has(word)) continue
    const below = tree.head(word)
    const isListed = word.deprel === 'conj'
    if (!below) continue
    const type = typeOf(word)
    if (!type || !commaBefore(tree, word) || mayBe(below, type, typeOf(below), nouns)) continue
    const noun = nounAbove(tree, below, type, nouns)
    if (!noun || tree.childrenBy(noun, 'appos', 'flat').some(({ upos }) => upos === 'PROPN')) continue
    const isAlone = tree.childrenBy(below, 'conj').length === 1 && !tree.child(word, 'cc')
    if (isListed && noun.xpos !== 'NNS' && !isAlone) continue
    changes.set(word, { head: noun.index, deprel: 'appos' })
    for (const later of tree.childrenBy(below, ...(isListed ? ['conj'] : ['appos', 'acl'])))
      if (later.index > word.index)
        changes.set(later, { head: isListed || isRelation(later, 'acl') ? word.index : noun.index })
  }
  return changes
}

/** "the head of the bank, [who left]": a bank is no "who". */
export function misplacedWho(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const clause of tree.related('acl:relcl')) {
    const below = tree.head(clause)
    if (!below || !tree.children(clause).some(({ form }) => form.toLowerCase() === 'who')) continue
    if (below.upos !== 'PROPN' || mayBe(below, 'PERSON', typeOfName(below, mentions), nouns)) continue
    const noun = nounAbove(tree, below, 'PERSON', nouns)
    if (noun) changes.set(clause, { head: noun.index })
  }
  return changes
}

/** "by the city and by Nordal, [an oil firm]", taken for a third one: behind the last of a list it says what that is. */
export function describedLast(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.related('conj')) {
    if (noun.upos !== 'NOUN' || tree.child(noun, 'cc', 'case')) continue
    if (!/^an?$/i.test(tree.child(noun, 'det')?.form ?? '') || !commaBefore(tree, noun)) continue
    const name = tree.childrenBy(tree.head(noun)!, 'conj').findLast(({ index }) => index < noun.index)
    if (name?.upos === 'PROPN' && tree.child(name, 'cc')) changes.set(noun, { head: name.index, deprel: 'appos' })
  }
  return changes
}

/** "said Ida Holm, secretary of the union Unit, [which represents] dockers": a person is no "which". */
export function misplacedWhich(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const typeOf = (word: Word) => typeOfName(word, mentions)
  const isPerson = (word: Word) =>
    word.upos === 'PROPN' ? typeOf(word) === 'PERSON' : isOnly(nouns.typesOf(word.lemma.toLowerCase()), 'PERSON')
  for (const clause of tree.related('acl:relcl')) {
    const below = tree.head(clause)
    const pronoun = tree.childrenBy(clause, 'nsubj', 'obj').find(({ form }) => form.toLowerCase() === 'which')
    if (!below || !pronoun || !isPerson(below)) continue
    const last = tree.words.slice(below.index, pronoun.index - 1).findLast(({ upos }) => upos !== 'PUNCT')
    const noun = last && (isRelation(last, 'flat', 'compound') ? tree.head(last)! : last)
    if (!noun || noun === below || !/^(?:NOUN|PROPN)$/.test(noun.upos) || isPerson(noun)) continue
    if (tree.dominates(below, noun)) changes.set(clause, { head: noun.index })
  }
  return changes
}
const isOnly = (types: readonly EntityType[], type: EntityType): boolean =>
  types.length > 0 && types.every((one) => one === type)

/** Whether a name of this type can say who or what the word means; nothing is ruled out of which nothing is known. */
function mayBe({ upos, lemma }: Word, type: EntityType, own: EntityType | null | undefined, nouns: Nouns): boolean {
  if (upos === 'PROPN') return !own || kindOf(own) === kindOf(type)
  const known = nouns.typesOf(lemma.toLowerCase())
  return known.length === 0 || isOf(lemma, type, known, nouns)
}

const isOf = (lemma: string, type: EntityType, known: readonly EntityType[], nouns: Nouns): boolean =>
  known.some((one) => kindOf(one) === kindOf(type)) || (type === 'PERSON' && nouns.isRoleNoun(lemma.toLowerCase()))

/** The noun that the phrase is a part of, if it can bear the name: through prepositions and participles. */
function nounAbove(tree: Tree, below: Word, type: EntityType, nouns: Nouns): Word | undefined {
  let at = isRelation(below, 'appos', 'flat') ? tree.head(below)! : below // "the captain of the ferry Solveig, [Lars Dahl]"
  for (let steps = 0; steps < 4; steps++) {
    if (!isRelation(at, 'nmod', 'obl') || !prepositionOf(tree, at).preposition) return undefined
    const head = tree.head(at)
    const up = head && isRelation(head, 'acl') && head.deprel !== 'acl:relcl' ? tree.head(head) : head
    if (!up) return undefined
    if (up.upos === 'NOUN' && isOf(up.lemma, type, nouns.typesOf(up.lemma.toLowerCase()), nouns)) return up
    at = up
  }
  return undefined
}

/** The type of the name that a word is part of. */
const typeOfName = (word: Word, mentions: readonly Mention[]): EntityType | null | undefined =>
  mentions.find((mention) => mention.kind === 'name' && covers(mention, word))?.type

/** People, places and bodies are kept apart; what kind of body a name is stays open. */
const kindOf = (type: EntityType): string =>
  type === 'PERSON' ? 'person' : type === 'PLACE' || type === 'COUNTRY' ? 'place' : 'other'

/** "Springfield, Illinois, [United States]", with both hung on the first: a country behind two commas is that of the place before it. */
export function placesInCountries(tree: Tree, mentions: readonly Mention[]): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const typeOf = (word: Word) => typeOfName(word, mentions)
  for (const country of tree.words) {
    const name = isRelation(country, 'appos', 'nmod:unmarked') ? tree.head(country) : undefined
    const mark = name?.upos === 'PROPN' && typeOf(country) === 'COUNTRY' ? commaBefore(tree, country) : undefined
    const place = mark && tree.children(name!).findLast(({ index }) => name!.index < index && index < mark.index)
    if (!place || !isRelation(place, 'appos', 'nmod:unmarked') || typeOf(place) !== 'PLACE') continue
    if (commaBefore(tree, place) && !tree.child(name!, 'conj')) changes.set(country, { head: place.index })
  }
  return changes
}

/** "the father of Ana and the [grandfather] of Jon": what somebody is is listed with what they are, not with whose. */
export function rolesListedWithNames(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const isRoleOf = (word: Word) =>
    word.upos === 'NOUN' &&
    nouns.isRoleNoun(word.lemma.toLowerCase()) &&
    tree.childrenBy(word, 'nmod').some((name) => prepositionOf(tree, name).preposition === 'of')
  for (const role of tree.related('conj')) {
    const name = isRoleOf(role) ? tree.head(role) : undefined
    const above = name?.upos === 'PROPN' && isRelation(name, 'nmod') ? tree.head(name) : undefined
    const isSaid = above && (isRelation(above, 'appos') || tree.child(above, 'cop'))
    if (isSaid && isRoleOf(above)) changes.set(role, { head: above.index })
  }
  return changes
}
