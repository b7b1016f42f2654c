import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { members } from '../clauses/phrase.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import { NEGATIONS } from '../clauses/verb-group.ts'

/**
 * Who is said to be one of several: "five ministers, including [Ana Ruiz]", "six people, among them [Luis Prado]", "among those who resigned was [Ana Ruiz]",
 * "[Ana Ruiz] is one of three ministers to resign", "those sacked include [Ana Ruiz]". What is said of them all is said of the one.
 */
export function includedIn(tree: Tree, several: Word): Word[] {
  if (!isSeveral(several)) return []
  const listed = tree
    .childrenBy(several, 'nmod', 'obl', 'appos', 'acl')
    .filter((word) => INCLUDING.has(prepositionOf(tree, word).preposition))
  return [...listed, ...among(tree, several), ...besideAmong(tree, several), ...objectsOfInclude(tree, several)]
    .flatMap((word) => members(tree, word))
    .filter((word) => word !== several)
}

const INCLUDING = new Set(['including', 'such as', 'like', 'notably', 'namely'])

const isSeveral = ({ xpos, upos, form, lemma }: Word): boolean =>
  /^NNP?S$/.test(xpos) ||
  (upos === 'NUM' && form !== '1') ||
  lemma === 'people' ||
  /^(?:those|many|several)$/i.test(form)

/** Whose copula says "among" or "one of" them. */
function among(tree: Tree, several: Word): Word[] {
  const one = isOne(tree, several) ? tree.head(several)! : several
  if (one === several && prepositionOf(tree, several).preposition !== 'among') return []
  if (one !== several && isRelation(one, 'appos')) {
    const name = tree.head(one)
    return name?.upos === 'PROPN' ? [name] : []
  }
  const subject = tree.child(one, 'cop') && tree.child(one, 'nsubj')
  const isUnsure = tree
    .childrenBy(one, 'aux', 'advmod', 'mark')
    .some(({ lemma, upos, xpos }) => NEGATIONS.has(lemma.toLowerCase()) || xpos === 'MD' || upos === 'SCONJ')
  return subject && !isUnsure ? [subject] : []
}

/** "[one] of three ministers" */
function isOne(tree: Tree, several: Word): boolean {
  const head = isRelation(several, 'nmod') && prepositionOf(tree, several).preposition === 'of' && tree.head(several)
  return head ? /^(?:one|first|last|latest)$/i.test(head.form) : false
}

/** "Six people, among them [Luis Prado], were hurt", "Three members were suspended, [Omar Haddad] among them." */
function besideAmong(tree: Tree, several: Word): Word[] {
  if (!isRelation(several, 'nsubj', 'obj', 'nmod', 'obl')) return []
  const them = tree.words.find(({ form, index }) => index > several.index && /^(?:them|whom)$/i.test(form))
  const mark = them && tree.word(them.index - 1)
  if (!them || mark?.form.toLowerCase() !== 'among') return []
  const before = tree.word(them.index - 2)
  const isSetOff = before?.upos === 'PUNCT' || /^(?:and|but)$/i.test(before?.form ?? '')
  const first = isSetOff ? phraseFrom(tree, them.index + 1) : before && phraseTo(tree, before)
  return first && first !== several ? [first] : []
}

/** The head of the longest phrase that begins at a place. */
function phraseFrom(tree: Tree, index: number): Word | undefined {
  let head = tree.word(index)
  for (let at = head; at && firstOf(tree, at).index >= index; at = tree.head(at)) head = at
  return head
}

const firstOf = (tree: Tree, head: Word): Word => tree.subtree(head).find(({ upos }) => upos !== 'PUNCT') ?? head

/** The name that ends with a word. */
const phraseTo = (tree: Tree, last: Word): Word | undefined =>
  isRelation(last, 'flat', 'compound') ? tree.head(last) : last

/** "The dead [include] Ana Ruiz." */
function objectsOfInclude(tree: Tree, several: Word): Word[] {
  const verb = isRelation(several, 'nsubj') ? tree.head(several) : undefined
  const isSaid = verb?.lemma === 'include' && !tree.child(verb, 'aux') && !tree.child(verb, 'advmod')
  return isSaid ? tree.childrenBy(verb, 'obj') : []
}
