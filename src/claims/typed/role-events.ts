import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { Event } from './event.ts'
import { add, addInner, nameOf, type Places, placesOfNoun } from './places-of-noun.ts'
import { ANY_TRADE, ONE_OF_A_PEOPLE, type Triggers } from './triggers.ts'

function roleEvent(tree: Tree, holder: Word, noun: Word, clause: Clause | undefined, triggers: Triggers): Event[] {
  const name = nameOf(tree, noun)
  if (!name.lemmas.some((lemma) => triggers.isRoleNoun(lemma) || triggers.isBodyNoun(lemma))) return []
  if (noun.xpos === 'NNS' && !clause && holder.upos === 'PROPN' && !tree.child(holder, 'conj')) return [] // one is no "heads"
  const places = placesOfNoun(tree, noun, triggers)
  if (noun !== holder && holder.upos === 'PROPN' && holder !== clause?.predicate) {
    // "New Zealand's Prime Minister John Key": the owner may hang on the name
    const around = placesOfNoun(tree, holder, triggers)
    for (const [place, words] of around) {
      if (place !== 'poss' && place !== 'mod' && places.get(place) === undefined)
        for (const word of words) if (word.index > holder.index) add(places, place, word)
    }
    for (const place of ['poss', 'mod']) {
      for (const word of around.get(place) ?? [])
        if (word !== noun && word.index < holder.index && (place === 'poss' || word.index < noun.index))
          add(places, place, word)
    }
  }
  shareWhole(tree, noun, places, triggers)
  // what stands inside the modifiers counts as one ("Israeli prime minister", "Harlan Foods chief executive")
  for (const word of places.get('mod') ?? [])
    for (const inner of tree.childrenBy(word, 'compound', 'amod', 'nmod')) add(places, 'mod', inner)
  addInner(tree, noun, places)
  if (clause)
    for (const oblique of clause.obliques) if (oblique.head !== noun) add(places, oblique.preposition, oblique.head)
  places.set('subj', [holder])
  return [
    {
      kind: 'isa',
      trigger: noun,
      words: clause ? [...clause.group, ...name.words] : name.words,
      lemmas: name.lemmas,
      modifiers: name.modifiers,
      passive: false,
      clause,
      places,
    },
  ]
}

/** "its founder and [president]", "[founder] and president of Norvik": what the one is of, the other is of, unless it has an article of its own. */
function shareWhole(tree: Tree, noun: Word, places: Places, triggers: Triggers): void {
  if (WHOLES.some((place) => places.has(place))) return
  const isLater = isRelation(noun, 'conj')
  const other = isLater ? tree.head(noun) : tree.child(noun, 'conj')
  if (other?.upos !== 'NOUN') return
  const [first, later] = isLater ? [other, noun] : [noun, other]
  if (tree.child(later, 'det', 'nmod:poss', 'nsubj', 'nummod')) return
  if (tree.childrenBy(first, 'appos').some(({ index }) => index < later.index)) return // "the driver, Ole Dahl, and pupils of the school"
  for (const [place, words] of placesOfNoun(tree, other, triggers))
    if (WHOLES.includes(place)) for (const word of words) add(places, place, word)
}
const WHOLES = ['of', 'poss', 'at', 'for']

/** "Brin is head of", "its head is Brin", "Paz became minister of", "serves as head of"; coordinated complements each by itself. */
export function linked(tree: Tree, clause: Clause, triggers: Triggers): Event[] {
  const { subject, predicate } = clause
  if (!subject) return []
  if (clause.kind === 'copula' && predicate.upos === 'PROPN' && subject.upos === 'NOUN')
    return prepositionOf(tree, predicate).preposition ? [] : roleEvent(tree, predicate, subject, clause, triggers)
  const verbs = triggers.verbForms(predicate)
  // "its backers include [Norvik and Belcor]"
  if (clause.kind === 'verb' && !clause.passive && clause.object && subject.xpos === 'NNS' && verbs.includes('include'))
    return roleEvent(tree, clause.object, subject, clause, triggers)
  const particle = tree.child(predicate, 'compound:prt')?.lemma.toLowerCase()
  const post = clause.obliques.find(({ preposition }) => preposition === 'as')?.head
  const isServing = verbs.some((verb) => triggers.isServing(particle ? `${verb} ${particle}` : verb))
  if (post && isServing && !clause.passive && clause.kind === 'verb')
    return roleEvent(tree, subject, post, clause, triggers)
  const isNamed = clause.passive && verbs.some((verb) => triggers.isAppointing(particle ? `${verb} ${particle}` : verb))
  if (post && isNamed) return roleEvent(tree, subject, post, clause, triggers) // "was sworn in as prime minister"
  const complement =
    clause.kind === 'copula'
      ? clause.predicate
      : isNamed || verbs.some(triggers.isLinking)
        ? (clause.complement ?? clause.object)
        : undefined
  const among = complement && prepositionOf(tree, complement).preposition // "are among the signatories of"
  if (!complement || (among && !(among === 'among' && clause.kind === 'copula'))) return []
  return [complement, ...tree.childrenBy(complement, 'conj')]
    .filter(
      (noun) => (noun.upos === 'NOUN' || noun.upos === 'PROPN') && (noun === complement || !tree.child(noun, 'nsubj')),
    )
    .flatMap((noun) => roleEvent(tree, subject, noun, noun === complement ? clause : undefined, triggers))
}

/** "Olga Brin, head of the commission", "the head of the commission, Olga Brin". */
export function apposed(tree: Tree, word: Word, triggers: Triggers): Event[] {
  const head = tree.head(word)
  const isName = word.deprel === 'flat' && word.upos === 'PROPN' && head?.upos === 'NOUN' // "Norvik member [Ida] Holm"
  if (isName && word.index === head.index + 1) return roleEvent(tree, word, head, undefined, triggers)
  if (head && isOtherOfThem(tree, word, head)) return roleEvent(tree, head, word, undefined, triggers)
  if (!head || !isRelation(word, 'appos') || isOneAmong(tree, word)) return []
  const forward = [word, ...tree.childrenBy(word, 'conj')]
    .filter((noun) => noun.upos !== 'VERB')
    .flatMap((noun) => roleEvent(tree, head, noun, undefined, triggers))
  if (forward.length > 0 && head.upos === 'PROPN') return forward
  const name =
    word.upos === 'PROPN' ? word : tree.childrenBy(word, 'appos', 'flat').find(({ upos }) => upos === 'PROPN')
  if (!name) return forward
  // "founder and president, Olga Brin": the name may hang on either
  const isLater = isRelation(head, 'conj') && !tree.child(head, 'det', 'nmod:poss') && tree.head(head)?.upos === 'NOUN'
  const first = isLater ? tree.head(head)! : head
  const posts = [
    first,
    ...tree.childrenBy(first, 'conj').filter(({ upos, index }) => upos === 'NOUN' && index < word.index),
  ]
  return [...posts.flatMap((post) => roleEvent(tree, name, post, undefined, triggers)), ...forward] // "her successor, the curator Ida Holm"
}

/** "Peru, Chile and other [members] of the council": those named before are members too. */
const isOtherOfThem = (tree: Tree, noun: Word, first: Word): boolean =>
  isRelation(noun, 'conj') &&
  noun.xpos === 'NNS' &&
  first.upos === 'PROPN' &&
  tree.childrenBy(noun, 'amod').some(({ lemma }) => lemma === 'other')

/** "three men, [among them] the mayor's son": he is one of them. */
function isOneAmong(tree: Tree, word: Word): boolean {
  let first = tree.subtree(word).find(({ upos }) => upos !== 'PUNCT')
  for (let before = first; before && before.upos !== 'PUNCT'; before = tree.word(before.index - 1)) first = before
  return first?.upos === 'ADP' && first.lemma !== 'once' && first.index < word.index && word.head < first.index
}

/** "Ole Holm, a Dane", "a Dane, Ole Holm", "two Danes, Ole Holm and Per Roth", "is a Dane": who is one of a people. */
export function ofAPeople(tree: Tree, word: Word, clauses: readonly Clause[]): Event[] {
  const clause = clauses.find(({ kind, predicate }) => kind === 'copula' && predicate === word)
  const named = tree.childrenBy(word, 'appos').find(({ upos }) => upos === 'PROPN')
  const beside = isRelation(word, 'appos') ? tree.head(word) : undefined
  const isNamed = beside?.upos === 'PROPN' && !word.xpos.endsWith('S')
  const holder = named ?? (isNamed ? beside : word.xpos.endsWith('S') ? undefined : clause?.subject)
  if (!holder || prepositionOf(tree, word).preposition) return []
  return [
    {
      kind: 'isa',
      trigger: word,
      words: [word],
      lemmas: [ONE_OF_A_PEOPLE],
      modifiers: [],
      passive: false,
      clause: named ? undefined : clause,
      places: new Map([['subj', [holder]]]),
    },
  ]
}

/** "Danish sledder Jens Holm", "Jens Holm, a Danish sledder": what no frame knows somebody to be, with an adjective in capitals before it. */
export function ofATrade(tree: Tree, noun: Word, triggers: Triggers): Event[] {
  if (noun.xpos !== 'NN' || !tree.childrenBy(noun, 'amod').some(({ form }) => /^\p{Lu}/u.test(form))) return []
  if (triggers.isRoleNoun(noun.lemma.toLowerCase())) return []
  const types = triggers.typesOf(noun.lemma.toLowerCase())
  if (types.length > 0 ? !types.includes('PERSON') : ABSTRACT.test(noun.lemma)) return [] // "Danish band", "Danish pronunciation"
  const above = isRelation(noun, 'appos', 'nmod:desc') ? tree.head(noun) : undefined
  const holder =
    above?.upos === 'PROPN' ? above : tree.childrenBy(noun, 'appos', 'flat').find(({ upos }) => upos === 'PROPN')
  if (!holder) return []
  const places = placesOfNoun(tree, noun, triggers)
  places.set('subj', [holder])
  const name = nameOf(tree, noun)
  return [
    {
      kind: 'isa',
      trigger: noun,
      words: name.words,
      lemmas: [ANY_TRADE],
      modifiers: name.modifiers,
      passive: false,
      clause: undefined,
      places,
    },
  ]
}

/** Endings that no trade has. */
const ABSTRACT = /(?:[ts]ion|ness|ity|ment|ism|ance|ence|ship|hood)$/i

/** "[Count] Egon von Ruhn": a title in capitals that the name hangs on. */
export function headed(tree: Tree, word: Word, triggers: Triggers): Event[] {
  if (word.upos !== 'PROPN' || !triggers.isRoleNoun(word.lemma.toLowerCase())) return []
  const next = tree.word(word.index + 1)
  const isName = next?.upos === 'PROPN' && next.head === word.index && isRelation(next, 'flat')
  return isName && !isRelation(word, 'compound', 'flat') ? roleEvent(tree, next, word, undefined, triggers) : []
}

/** "chairman Olga Brin", "Prime Minister Janek Nowak" */
export function titled(tree: Tree, word: Word, triggers: Triggers): Event[] {
  const name = tree.head(word)
  if (name?.upos !== 'PROPN' || word.index > name.index || name.deprel === 'nmod:desc') return []
  const before = tree.word(word.index - 1)
  if (
    word.lemma.toLowerCase() === 'general' &&
    before?.head === word.head &&
    triggers.isRoleNoun(before.lemma.toLowerCase())
  )
    return [] // "Prosecutor General Ana Ruiz" is no general
  const lemma = word.lemma.toLowerCase()
  const isRole =
    (isRelation(word, 'compound', 'amod') && triggers.isRoleNoun(lemma)) ||
    (isRelation(word, 'compound') && word.upos === 'NOUN' && triggers.isBodyNoun(lemma))
  if (word.deprel !== 'nmod:desc' && !(isRole && (word.upos === 'NOUN' || isRelation(word, 'compound')))) return []
  return roleEvent(tree, name, word, undefined, triggers)
}
