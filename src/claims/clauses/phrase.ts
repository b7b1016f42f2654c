import type { Word } from '../../model/document.ts'
import { isOneOf, isRelation, type Tree } from '../../nlp/tree.ts'

const ASIDE = [
  'acl:relcl',
  'appos',
  'parataxis',
  'punct',
  'case',
  'cc',
  'discourse',
  'vocative',
  'reparandum',
  'list',
  'mark',
  'dislocated',
]
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'X', 'ADJ', 'DET'])

/** The other members of a coordination after its first, in order. */
export const conjuncts = (tree: Tree, head: Word): Word[] =>
  tree.childrenBy(head, 'conj').filter((word) => NOMINAL.has(word.upos) && !tree.child(word, 'nsubj', 'cop'))

/** "Peru and Chile" → both heads; a phrase without coordination gives itself. */
export const members = (tree: Tree, head: Word): Word[] => [head, ...conjuncts(tree, head)]

/**
 * The words of the phrase that `head` heads, in order: without its preposition, relative clauses, appositions and asides, and cut to the
 * unbroken stretch around the head. `alone` leaves the other members of a coordination out.
 */
export function phraseOf(tree: Tree, head: Word, { alone = false } = {}): readonly Word[] {
  let known = phrases.get(tree)
  if (!known) {
    known = { alone: new Map(), together: new Map() }
    phrases.set(tree, known)
  }
  const table = alone ? known.alone : known.together
  let words = table.get(head)
  if (!words) {
    words = unbroken(
      tree,
      tree.subtree(head, (child) => leftOut(tree, head, child, alone)),
      head,
    )
    table.set(head, words)
  }
  return words
}
/** Several rules ask for the same phrase. */
const phrases = new WeakMap<Tree, Readonly<Record<'alone' | 'together', Map<Word, readonly Word[]>>>>()

function leftOut(tree: Tree, head: Word, child: Word, alone: boolean): boolean {
  if (child.head === head.index) {
    if (alone && isRelation(child, 'conj', 'cc')) return true
    if (isRelation(child, 'conj'))
      return (!NOMINAL.has(child.upos) && child.upos !== head.upos) || Boolean(tree.child(child, 'nsubj', 'cop'))
    if (isRelation(child, 'cc')) return child.index < head.index && !isRelation(child, 'cc:preconj')
    if (head.upos === 'ADJ' && child.index > head.index && child.xpos === 'VBG' && isRelation(child, 'advcl'))
      return false // "committed to [selling]"
    if (isRelation(child, 'nsubj', 'cop', 'aux', 'advcl', 'expl', 'nsubj:outer', 'ccomp') && NOMINAL.has(head.upos))
      return true
    if (isRelation(child, 'punct')) return false
    if (head.upos === 'ADV' && isRelation(child, 'advcl') && tree.child(child, 'mark')) return true
    if (child.deprel === 'acl' && isSetOff(tree, child)) return true
    if (child.deprel === 'appos' && isCloseName(tree, head, child)) return false
    return isOneOf(child, ASIDE)
  }
  return (
    isRelation(child, 'acl:relcl', 'appos', 'parataxis', 'reparandum') &&
    !tree.children(child).some((word) => isRelation(word, 'nummod'))
  )
}

/** "the museum, opened in May": after a comma a participle adds something, without one it says which. */
function isSetOff(tree: Tree, child: Word): boolean {
  const first = tree.subtree(child).find((word) => word.upos !== 'PUNCT')
  return first !== undefined && tree.word(first.index - 1)?.form === ','
}

/** "author [Bill Bryson]", "the band [Cold Harbour]": a name right behind the noun, without a comma, belongs to it. */
function isCloseName(tree: Tree, head: Word, child: Word): boolean {
  const first = tree.subtree(child)[0]
  return child.upos === 'PROPN' && head.upos === 'NOUN' && first !== undefined && first.index === head.index + 1
}

/** The stretch of `words` around the head without a gap of other words (marks may lie between), its outer marks dropped. */
function unbroken(tree: Tree, words: readonly Word[], head: Word): Word[] {
  const at = words.indexOf(head)
  let first = at
  let last = at
  while (first > 0 && joins(tree, words[first - 1]!, words[first]!)) first--
  while (last < words.length - 1 && joins(tree, words[last]!, words[last + 1]!)) last++
  const kept = words.slice(first, last + 1)
  return withoutOuterMarks(kept)
}

function joins(tree: Tree, left: Word, right: Word): boolean {
  for (let index = left.index + 1; index < right.index; index++) {
    if (tree.word(index)?.upos !== 'PUNCT') return false
  }
  return true
}

const OPENING = new Set(['(', '[', '{', '-LRB-', '-LSB-', '``', '“', '‘', '"', "'", '`'])
const CLOSING: Record<string, readonly string[]> = {
  ')': ['(', '-LRB-'],
  '-RRB-': ['-LRB-', '('],
  ']': ['[', '-LSB-'],
  '-RSB-': ['-LSB-', '['],
  "''": ['``', '“', '"', "''"],
  '”': ['“', '``'],
  '’': ['‘'],
  '"': ['"', '``'],
  "'": ["'", '`', '‘'],
}

/** Commas, stops and dashes at the ends go, and so does a bracket or quotation mark whose partner is not inside. */
export function withoutOuterMarks(words: readonly Word[]): Word[] {
  const kept = [...words]
  const isMark = (word: Word | undefined) => word?.upos === 'PUNCT'
  while (kept.length > 1 && isMark(kept.at(-1))) {
    const partners = CLOSING[kept.at(-1)!.form]
    if (partners && kept.slice(0, -1).some((word) => partners.includes(word.form))) break
    kept.pop()
  }
  while (kept.length > 1 && isMark(kept[0])) {
    const form = kept[0]!.form
    if (OPENING.has(form) && kept.slice(1).some((word) => CLOSING[word.form]?.includes(form))) break
    kept.shift()
  }
  return kept
}
