import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'

/** "was received and inspired [Ann]": what stands behind a second verb is not the first one's. */
export function ownObject(tree: Tree, predicate: Word): Word | undefined {
  const object = tree.child(predicate, 'obj')
  return tree.childrenBy(predicate, 'conj').some((next) => strayedObject(tree, next) === object) ? undefined : object
}

export function strayedObject(tree: Tree, second: Word): Word | undefined {
  const first = tree.head(second)
  if (!first || !isRelation(second, 'conj') || second.upos !== 'VERB' || !tree.child(first, 'aux:pass'))
    return undefined
  const object = tree.child(first, 'obj')
  return object && second.index > first.index && object.index > second.index ? object : undefined
}

/** "found Cole [guilty]": what the parser took for a second object is what the first is found to be. */
export function secondObject(tree: Tree, predicate: Word): Word | undefined {
  const [first, second] = tree.childrenBy(predicate, 'obj')
  if (!first || !second || first.index < predicate.index || tree.child(second, 'det', 'case')) return undefined
  return first.upos === 'PROPN' && second.upos === 'PROPN' ? undefined : second // a name in two
}

/** Nouns that the parser hung on a verb as if it were part of a name: before the verb its subject, after it its object. */
export const strays = (tree: Tree, predicate: Word): Word[] =>
  predicate.upos === 'VERB'
    ? tree
        .childrenBy(predicate, 'compound', 'flat', 'nmod:desc', 'nummod', 'appos')
        .filter((word) => word.deprel !== 'compound:prt' && (word.upos === 'PROPN' || word.upos === 'NOUN'))
        .filter((word) => word.deprel !== 'appos' || (word.index < predicate.index && isFiniteVerb(tree, predicate)))
    : []

const isFiniteVerb = (tree: Tree, verb: Word): boolean =>
  /^VB[DZ]$/.test(verb.xpos) || (verb.xpos === 'VBG' && tree.child(verb, 'aux') !== undefined)

/** A name that the parser drew into the phrase after it: "appointed [Luisa Paz] finance minister", "fined [Aqua Pura] two million euros". */
export function swallowed(tree: Tree, noun: Word | undefined): Word | undefined {
  if (!noun || noun.upos === 'PROPN') return undefined
  const name = tree
    .childrenBy(noun, 'compound', 'nmod:desc')
    .find((word) => word.upos === 'PROPN' && word.index < noun.index)
  const number = tree.child(noun, 'nummod')
  return name && (isRelation(noun, 'xcomp') || (number && number.index > name.index)) ? name : undefined
}

/** A second subject behind the verb is its object; so is a name drawn to the verb as if it were a part of it. */
export function misplacedObject(tree: Tree, predicate: Word): Word | undefined {
  if (predicate.upos !== 'VERB') return undefined
  const subjects = tree.children(predicate).filter((word) => word.deprel === 'nsubj')
  const second =
    subjects.length > 1 && subjects[0]!.index < predicate.index
      ? subjects.find((word) => word.index > predicate.index && !isCutOff(tree, predicate, word))
      : undefined
  return second ?? strays(tree, predicate).find((word) => word.index > predicate.index && !tree.child(word, 'case'))
}

/** "erupts; airport shut" */
const isCutOff = (tree: Tree, predicate: Word, noun: Word): boolean =>
  tree.words.slice(predicate.index, noun.index - 1).some(({ form }) => form === ';')
