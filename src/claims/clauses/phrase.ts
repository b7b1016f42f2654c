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
export const members = (tree: Tree, head: Word): readonly Word[] => tree.once(head, findMembers)
const findMembers = (tree: Tree, head: Word): readonly Word[] => [head, ...conjuncts(tree, head)]

/**
 * The words of the phrase that `head` heads, in order: without its preposition, relative clauses, appositions and asides, and cut to the
 * unbroken stretch around the head. `alone` leaves the other members of a coordination out, `whole` keeps the relative clauses that tell which is meant.
 */
export function phraseOf(tree: Tree, head: Word, { alone = false, whole = false } = {}): readonly Word[] {
  let known = phrases.get(tree)
  if (!known) {
    known = { alone: new Map(), together: new Map(), whole: new Map() }
    phrases.set(tree, known)
  }
  const table = known[alone ? 'alone' : whole ? 'whole' : 'together']
  let words = table.get(head)
  if (!words) {
    words = unbroken(
      tree,
      tree.subtree(head, (child) => !(whole && isRestriction(tree, child)) && leftOut(tree, head, child, alone)),
      head,
    )
    table.set(head, words)
  }
  return words
}
/** Several rules ask for the same phrase. */
const phrases = new WeakMap<Tree, Readonly<Record<'alone' | 'together' | 'whole', Map<Word, readonly Word[]>>>>()

/** "the gimmicks [she used]", "patients [who do not recover]": without the clause the noun would say more, or nobody could tell which. */
function isRestriction(tree: Tree, child: Word): boolean {
  if (child.deprel !== 'acl:relcl') return false
  const noun = tree.head(child)!
  const words = tree.subtree(child)
  if (!(noun.upos === 'NOUN' || ANYBODY.test(noun.form)) || words.length > LONGEST_CLAUSE) return false
  if (words[0]!.upos === 'PUNCT' || tree.word(words[0]!.index - 1)?.upos === 'PUNCT') return false
  if (noun.upos === 'PRON' || isRelation(noun, 'nsubj')) return true
  const determiner = tree.child(noun, 'det')
  return determiner ? DEFINITE.test(determiner.form) : noun.xpos === 'NNS' && !tree.child(noun, 'nummod', 'nmod:poss')
}
const LONGEST_CLAUSE = 20
const ANYBODY = /^(?:anyone|everyone|anybody|everybody|nobody|those|all)$/i
const DEFINITE = /^(?:the|those|every|each|any|all|no)$/i

/** "twice as much [as planned]", "more [than it earned]": without what it is compared with the measure says nothing. */
function isBase(tree: Tree, head: Word, child: Word): boolean {
  if (!isRelation(child, 'advcl') || child.index < head.index) return false
  const mark = tree.child(child, 'mark')?.form.toLowerCase()
  const measures = [head, ...tree.childrenBy(head, 'advmod', 'amod')].filter(({ index }) => index <= head.index)
  if (mark === 'than' ? !measures.some(({ xpos }) => xpos === 'JJR' || xpos === 'RBR') : mark !== 'as') return false
  const isAs = ({ form, index }: Word) => /^as$/i.test(form) && index < child.index
  if (mark === 'as' && !measures.some((word) => isAs(word) || tree.children(word).some(isAs))) return false
  return tree.subtree(child).length <= LONGEST_BASE
}
const LONGEST_BASE = 8

function leftOut(tree: Tree, head: Word, child: Word, alone: boolean): boolean {
  if (child.head === head.index) {
    if (alone && isRelation(child, 'conj', 'cc')) return true
    if (isRelation(child, 'conj'))
      return (!NOMINAL.has(child.upos) && child.upos !== head.upos) || Boolean(tree.child(child, 'nsubj', 'cop'))
    if (isRelation(child, 'cc')) return child.index < head.index && !isRelation(child, 'cc:preconj')
    if (head.upos === 'ADJ' && child.index > head.index && child.xpos === 'VBG' && isRelation(child, 'advcl'))
      return false // "committed to [selling]"
    if (isBase(tree, head, child)) return false
    if (isRelation(child, 'nsubj', 'cop', 'aux', 'advcl', 'expl', 'nsubj:outer', 'ccomp') && NOMINAL.has(head.upos))
      return true
    if (isRelation(child, 'punct')) return false
    if (child.deprel === 'nmod:unmarked' && /^(?:after|before)$/i.test(tree.word(child.index + 1)?.form ?? ''))
      return true // "on Monday, [two years] after it fell"
    if (head.upos === 'ADV' && isRelation(child, 'advcl') && tree.child(child, 'mark')) return true
    if (child.deprel === 'acl' && isSetOff(tree, child)) return true
    if (isCloseName(tree, head, child)) return false
    if (child.xpos === 'POS')
      return isRelation(head, 'nmod:poss', 'nsubj') || /^(?:NOUN|PROPN)$/.test(tree.word(child.index + 1)?.upos ?? '')
    return isOneOf(child, ASIDE)
  }
  if (isCloseName(tree, tree.head(child)!, child)) return false
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

/** "author [Bill Bryson]", "the band [Cold Harbour]": a name right behind the noun, without a comma, belongs to it; so does a nickname within one. */
export function isCloseName(tree: Tree, head: Word, child: Word): boolean {
  if (child.deprel !== 'appos') return false
  const first = tree.subtree(child)[0]!
  if (isTurned(tree, head, child) || isInTitle(tree, head, child)) return true
  if (head.upos === 'PROPN' && head.deprel !== 'compound')
    return OPENING.has(first.form) && tree.childrenBy(head, 'flat').some(({ index }) => index > child.index)
  if (head.deprel === 'compound') return true // "the Turin, Italy, maker"
  return (
    (child.upos === 'PROPN' || first.upos !== 'PUNCT' || OPENING.has(first.form)) &&
    head.upos === 'NOUN' &&
    first.index === head.index + 1
  )
}

/** "the Turin, Italy, [maker] of tyres": the noun after a place is what "the" belongs to. */
const isTurned = (tree: Tree, head: Word, child: Word): boolean =>
  head.upos === 'PROPN' &&
  /^the$/i.test(tree.child(head, 'det')?.form ?? '') &&
  tree
    .childrenBy(head, 'appos')
    .some(
      (word) => word.upos === 'NOUN' && !tree.child(word, 'det', 'nmod:poss', 'nummod') && word.index >= child.index,
    )

/** "`` Night Train : [A Journey] ''": between the same quotation marks. */
function isInTitle(tree: Tree, head: Word, child: Word): boolean {
  const opens = tree.children(head).find(({ index, form }) => index < head.index && OPENING.has(form) && form !== '(')
  const last = tree.subtree(child).at(-1)!
  return opens !== undefined && CLOSING[last.form]?.includes(opens.form) === true
}

/** "Ann Roe, head of [Belcor], a firm in Turin": the second description is of the name that ends the first. */
export function nameBefore(tree: Tree, head: Word, word: Word): Word | undefined {
  const first = tree
    .childrenBy(head, 'appos')
    .find((at) => at !== word && at.index > head.index && at.index < word.index)
  const end = tree.word((tree.subtree(word).find(({ upos }) => upos !== 'PUNCT') ?? word).index - 2)
  return first &&
    first.upos === 'NOUN' &&
    end?.upos === 'PROPN' &&
    isRelation(end, 'nmod') &&
    tree.dominates(first, end)
    ? end
    : undefined
}

/** "Ann `[Kit]` Roe, a judge": the judge is Ann Roe. */
export const wholeName = (tree: Tree, name: Word): Word => {
  const above = name.deprel === 'appos' ? tree.head(name) : undefined
  return above?.upos === 'PROPN' && isCloseName(tree, above, name) ? above : name
}

/** The stretch of `words` around the head without a gap of other words (marks may lie between), its outer marks dropped. */
function unbroken(tree: Tree, words: readonly Word[], head: Word): Word[] {
  const at = words.indexOf(head)
  let first = at
  let last = at
  while (first > 0 && joins(tree, words[first - 1]!, words[first]!)) first--
  while (last < words.length - 1 && joins(tree, words[last]!, words[last + 1]!)) last++
  const kept = words.slice(first, last + 1)
  const before = kept[0]!.form === '&' ? tree.word(kept[0]!.index - 1) : undefined // "Roe [& Vale Ltd]", a name in two
  return withoutOuterMarks(before?.upos === 'PROPN' ? [before, ...kept] : kept)
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
