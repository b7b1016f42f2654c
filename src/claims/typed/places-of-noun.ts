import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { Triggers } from './triggers.ts'

export type Places = Map<string, Word[]>

export const add = (places: Places, place: string, word: Word | undefined) => {
  if (!word) return
  const known = places.get(place)
  if (!known) places.set(place, [word])
  else if (!known.includes(word)) known.push(word)
}

/** Places around a noun: owner, modifiers, prepositional phrases. */
export function placesOfNoun(tree: Tree, noun: Word, triggers: Triggers): Places {
  const places: Places = new Map()
  for (const word of tree.children(noun)) {
    if (word.deprel === 'nmod:poss') for (const owner of ownersOf(tree, word)) add(places, 'poss', owner)
    else if (
      isRelation(word, 'compound', 'nmod:desc', 'nmod:unmarked') ||
      (isRelation(word, 'amod') && word.index < noun.index)
    ) {
      if (word.index < noun.index) add(places, 'mod', word)
    } else if (isRelation(word, 'nummod')) add(places, 'num', word)
    else if (isRelation(word, 'nmod', 'obl') || isHungFlat(tree, noun, word)) {
      const { preposition } = prepositionOf(tree, word)
      if (preposition) add(places, preposition, antecedentOf(tree, noun, word))
    }
  }
  // "the agreement [reached between]", "a raid [conducted by]", "the men [trapped in]": the participle of such a verb only carries the noun's own phrases
  const rates = tree.childrenBy(noun, 'nmod').filter(({ lemma }) => /^(?:percent|%)$/.test(lemma)) // "a duty of 19 percent [imposed by Chad]"
  for (const verb of [noun, ...rates].flatMap((at) => tree.childrenBy(at, 'acl'))) {
    const forms = triggers.verbForms(verb)
    if (verb.xpos !== 'VBN' || !forms.some((form) => triggers.isLight(form) || triggers.isKeeping(form))) continue
    for (const word of tree.childrenBy(verb, 'obl')) add(places, prepositionOf(tree, word).preposition, word)
  }
  // a later phrase may have been hung on the one before ("the arrest of Ferri by Interpol", "an attack on a convoy by the rebels")
  for (const [before, words] of [...places]) {
    const isOwn = LATER.get(before)
    if (!isOwn) continue
    for (const inner of named(tree, words).flatMap((word) => tree.childrenBy(word, 'nmod'))) {
      const { preposition } = prepositionOf(tree, inner)
      if (preposition && isOwn(preposition)) add(places, preposition, inner)
    }
  }
  // "the extradition of Mei Zhang from Canada [to China]"
  for (const from of places.get('from') ?? [])
    for (const inner of tree.childrenBy(from, 'nmod'))
      if (prepositionOf(tree, inner).preposition === 'to') add(places, 'to', inner)
  return places
}

/** Nouns and the names behind them: "the tanker [Orla]". */
const named = (tree: Tree, words: readonly Word[]): Word[] =>
  words.flatMap((word) => [word, ...tree.childrenBy(word, 'appos')])

/** Which phrases that hang on that of a preposition may be the noun's own: "a protest by nurses [against the bill]". */
const LATER: ReadonlyMap<string, (preposition: string) => boolean> = new Map([
  ['of', (preposition) => preposition !== 'of'],
  ['as', (preposition) => preposition === 'by'],
  ['on', (preposition) => preposition === 'by'],
  ['against', (preposition) => preposition === 'by'],
  ['to', (preposition) => preposition === 'by' || preposition === 'from'],
  ['from', (preposition) => /^(?:against|on|over|to|towards?)$/.test(preposition)],
  ['by', (preposition) => /^(?:against|on|over|to|towards?|at)$/.test(preposition)],
])

/** "the [Leeds] call centre operator", "the [Leeds] soap maker": names before a noun with another noun between; right before it they may be what it makes. */
export function addInner(tree: Tree, noun: Word, places: Places): void {
  const before = places.get('mod') ?? []
  for (const word of before) {
    for (const inner of tree.childrenBy(word, 'compound')) add(places, 'inner', inner)
    if (before.some(({ upos, index }) => upos === 'NOUN' && index > word.index && index < noun.index))
      add(places, 'inner', word)
  }
}

/** "homes in [Nova Scotia]", hung on the noun as if it were a part of a name. */
const isHungFlat = (tree: Tree, noun: Word, word: Word): boolean =>
  isRelation(word, 'flat') && word.index > noun.index && tree.child(word, 'case') !== undefined

/** "Norvik, of [which] Brin was chairman": Norvik. */
function antecedentOf(tree: Tree, noun: Word, word: Word): Word {
  if (!/^W(?:DT|P)$/.test(word.xpos) || noun.deprel !== 'acl:relcl') return word
  return tree.head(noun) ?? word
}

/** "the museum in Oslo, [whose] director left": Oslo's, or the museum's. */
function ownersOf(tree: Tree, owner: Word): Word[] {
  const nearest = ownerOf(tree, owner)
  const above = nearest !== owner && isRelation(nearest, 'nmod') ? tree.head(nearest) : undefined
  const isThere = above && /^(?:in|at|near)$/.test(prepositionOf(tree, nearest).preposition)
  return isThere ? [nearest, above] : [nearest]
}

/** "Norvik, [whose] chairman resigned": Norvik's. */
function ownerOf(tree: Tree, owner: Word): Word {
  if (owner.xpos !== 'WP$') return owner
  const clause = tree.ancestors(owner).find(({ deprel }) => deprel === 'acl:relcl')
  const antecedent = clause && tree.head(clause)
  if (antecedent && antecedent.index < owner.index) return antecedent
  const before = tree.word(owner.index - 2) // "blamed Russia, whose envoy …", hung elsewhere
  const name = before && isRelation(before, 'flat', 'compound') ? tree.head(before) : before
  return name && /^(?:NOUN|PROPN)$/.test(name.upos) && tree.word(owner.index - 1)?.form === ',' ? name : owner
}

/** The noun with the words compounded before it, longest first: "chief executive", "executive". */
export function nameOf(tree: Tree, noun: Word): { lemmas: string[]; modifiers: string[]; words: Word[] } {
  const before = tree
    .children(noun)
    .filter(
      (word) => word.index < noun.index && isRelation(word, 'compound', 'amod', 'nmod:desc', 'advmod', 'nmod:unmarked'),
    )
  const words: Word[] = [noun]
  const lemmas = [noun.lemma.toLowerCase()]
  let text = lemmas[0]!
  const deep = before.flatMap((word) => tree.subtree(word)).sort((a, b) => a.index - b.index)
  for (let index = noun.index - 1; index > 0; index--) {
    const word = tree.word(index)!
    if (!deep.includes(word) && word.form !== '-') break
    const lemma = (word.xpos === 'VBG' ? word.form : word.lemma).toLowerCase() // "chief operating officer"
    text = word.form === '-' ? `-${text}` : `${lemma}${text.startsWith('-') ? '' : ' '}${text}`
    lemmas.unshift(text)
    words.unshift(word)
  }
  if (noun.lemma.includes('-')) lemmas.push(...lemmas.map((lemma) => lemma.replace(/-/g, ' '))) // "vice-president"
  return { lemmas, modifiers: deep.map((word) => word.lemma.toLowerCase()), words }
}
