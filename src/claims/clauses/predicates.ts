import type { Word } from '../../model/document.ts'
import { isOneOf, isRelation, type Tree } from '../../nlp/tree.ts'

const CLAUSAL = [
  'root',
  'conj',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'parataxis',
  'csubj',
  'list',
  'appos',
  'dislocated',
  'dep',
  'obl',
  'nmod',
  'nsubj',
  'obj',
]

const UNCLAUSAL = [
  'amod',
  'compound',
  'case',
  'mark',
  'fixed',
  'flat',
  'aux',
  'cop',
  'advmod',
  'cc',
  'punct',
  'det',
  'discourse',
]

/** Of a clause whose predicate is an auxiliary, or a noun with a subject of its own. */
const FINITE = ['root', 'conj', 'ccomp', 'advcl', 'acl', 'parataxis']

const NONVERBAL = [...FINITE, 'xcomp']

/** A word that heads a clause: a verb used as one, or whatever has a copula or a subject of its own. */
export function isPredicate(tree: Tree, word: Word): boolean {
  if (isOneOf(word, UNCLAUSAL)) return false
  if (tree.child(word, 'cop')) return !(word.upos === 'ADP' && word.deprel === 'acl:relcl') // "every scene he was [in]"
  if (isRelation(word, 'nsubj') && /^VB[DPZ]?$/.test(word.xpos)) return false // "the [melt] has doubled": a noun, whatever its tag
  if (word.upos === 'VERB') return isOneOf(word, CLAUSAL) && !isHyphened(tree, word)
  if (word.upos === 'AUX') return isOneOf(word, FINITE)
  return Boolean(tree.children(word).some((child) => child.deprel === 'nsubj') && isOneOf(word, NONVERBAL))
}

/** "the Malta-[flagged] Orion", read as "Malta, flagged Orion". */
function isHyphened(tree: Tree, word: Word): boolean {
  const hyphen = tree.word(word.index - 1)
  return (
    isRelation(word, 'acl') &&
    hyphen?.form === '-' &&
    hyphen.end === word.start &&
    tree.word(word.index - 2)?.end === hyphen.start
  )
}

/** … and of that Orion. */
export function behindHyphen(tree: Tree, noun: Word): Word {
  const participle = tree.childrenBy(noun, 'acl').find((word) => isHyphened(tree, word))
  return (participle && tree.child(participle, 'obj')) ?? noun
}

export const isGerund = (word: Word) => word.xpos === 'VBG'

export const isParticiple = (word: Word) => word.xpos === 'VBN' || (word.xpos === 'VBD' && !word.form.endsWith('ing'))

export const isInfinitive = (tree: Tree, word: Word) =>
  tree.childrenBy(word, 'mark').some((mark) => mark.lemma.toLowerCase() === 'to')
