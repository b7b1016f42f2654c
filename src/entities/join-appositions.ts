import type { Reader } from '../mentions/candidate.ts'
import type { Knowledge } from '../mentions/knowledge.ts'
import { callerOf } from '../mentions/noun-evidence.ts'
import { isGoverned } from '../mentions/noun-phrase.ts'
import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import { isDateline, type Reference } from './reference.ts'

/**
 * Joins a noun phrase with the name beside it that says who that is: "Its operator, Poseidon Shipping", "the banker Rui Alvor", "Anna Berg, a nurse", "a drug
 * called Zovax", "the town of Orsk".
 * Returns the name of each of these phrases and of titles, by place among the references: who they are is settled.
 */
export function joinAppositions(
  references: readonly Reference[],
  clusters: Clusters,
  reader: Reader,
): ReadonlyMap<number, Reference> {
  const { trees, knowledge } = reader
  const joined = new Map<number, Reference>()
  const names = new Map<string, Reference>()
  const called = new Map<string, Reference>()
  for (const name of references) {
    if (name.kind !== 'name' || isDateline(name, reader)) continue
    const tree = trees[name.sentence]!
    for (const noun of callerOf(name.head, tree, reader))
      if (knowledge.kinds.ofNoun(tree.word(noun)!.lemma).length > 0) called.set(keyOf(name.sentence, noun), name)
    names.set(keyOf(name.sentence, name.head.index), name) // "Justice" of "Mrs Justice Amory"
    for (let at = name.core.first; at <= name.core.last; at++) names.set(keyOf(name.sentence, at), name)
  }
  for (const noun of references) {
    if (noun.kind !== 'nominal' || !isNoun(noun, knowledge)) continue
    const tree = trees[noun.sentence]!
    const nameOf = (word: Word | undefined) => word && names.get(keyOf(noun.sentence, word.index))
    const word = besideOf(noun, tree) ?? placeOf(noun, tree, knowledge)
    const holder = word ? undefined : nameOf(holderOf(noun, tree))
    const name =
      nameOf(word) ?? (holder?.type === 'PERSON' ? holder : called.get(keyOf(noun.sentence, noun.head.index)))
    if (!name || isSeveral(noun, name, tree) || !mayBe(noun, name)) continue
    if (!isTitle(noun, name)) clusters.join(name.at, noun.at)
    joined.set(noun.at, name)
  }
  return joined
}

/** "a nurse", "Chairman of the Food Board" */
const isNoun = ({ head, lemma }: Reference, knowledge: Knowledge): boolean =>
  head.upos === 'NOUN' ||
  (head.upos === 'PROPN' && head.deprel !== 'nmod:desc' && knowledge.typeOfNoun(lemma) === 'PERSON')

const keyOf = (sentence: number, index: number): string => `${sentence}:${index}`

/**
 * A word of the name: in apposition to the noun or to one in apposition to it ("his rival, former mayor Elena Petrescu"), above it, or right behind it
 * where a parser gave both one place in the clause.
 */
function besideOf({ head, core }: Reference, tree: Tree): Word | undefined {
  const below = nameBelow(head, tree)
  if (below) return below
  if (isRelation(head, 'appos')) return tree.head(head)
  const next = tree.word(core.last + 1)
  return next?.upos === 'PROPN' && next.head === head.head && next.deprel === head.deprel && next.deprel !== 'conj'
    ? next
    : undefined
}

/** "the Peruvian town of Tarapa" is Tarapa; "a town of Peru" is not Peru. */
function placeOf({ head, definite }: Reference, tree: Tree, { kinds }: Knowledge): Word | undefined {
  const name = tree.childrenBy(head, 'nmod').find((word) => tree.child(word, 'case')?.form === 'of')
  if (tree.childrenBy(head, 'compound').some(({ upos }) => upos === 'PROPN')) return undefined // "the Barada area of Graz"
  const isPlace = name?.upos === 'PROPN' && definite === 'definite' && kinds.takesNameBehind(head.lemma.toLowerCase())
  return isPlace ? name : undefined
}

/** "the head of the Food Authority, Kari Moe,": a parser takes her for the authority. */
function holderOf({ head, type }: Reference, tree: Tree): Word | undefined {
  if (type !== 'PERSON') return undefined
  const [body, other] = tree.childrenBy(head, 'nmod').filter((word) => tree.child(word, 'case')?.form === 'of')
  const name = body?.upos === 'PROPN' && !other ? tree.child(body, 'appos') : undefined
  return name?.upos === 'PROPN' ? name : undefined
}

function nameBelow(head: Word, tree: Tree, depth = 0): Word | undefined {
  const beside = tree.childrenBy(head, 'appos', 'flat').filter(({ index }) => index > head.index)
  const name = beside.find((word) => word.upos === 'PROPN' && !isGoverned(tree, word))
  if (name || depth > 0) return name
  for (const noun of beside) {
    const further = noun.upos === 'NOUN' && nameBelow(noun, tree, depth + 1)
    if (further) return further
  }
  return undefined
}

/** "former mayor Elena Ruiz": the noun is of the name, and what is said of her is that she was it. */
const isTitle = (noun: Reference, name: Reference): boolean =>
  noun.definite === 'bare' && name.core.first === noun.core.last + 1

/** "two ministers, Anna Berg and Lars Holm" are not one; "the airline Norvik and the airline Talvik" are one each. */
const isSeveral = (noun: Reference, name: Reference, tree: Tree): boolean =>
  (noun.number === 'many' && !BODIES.has(name.type)) ||
  (tree.child(noun.head, 'conj') !== undefined && name.core.first !== noun.core.last + 1) ||
  tree.childrenBy(name.head, 'conj').some(({ upos }) => upos !== 'NOUN')

const BODIES: ReadonlySet<EntityType | null> = new Set(['ORGANIZATION', 'GOVERNMENT', 'MILITARY_UNIT'])
const PLACES: ReadonlySet<EntityType | null> = new Set(['PLACE', 'COUNTRY'])

/** A person's name is no company's, and a town no spokesman; an operator or a rival may be a company. */
const mayBe = ({ type }: Reference, name: Reference): boolean =>
  name.type === 'PERSON' ? type === null || type === 'PERSON' : !(PLACES.has(name.type) && type === 'PERSON')
