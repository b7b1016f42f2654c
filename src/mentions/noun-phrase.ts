import type { Word } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { isOneOf, isRelation, type Tree } from '../nlp/tree.ts'

/** Words `first` to `last` of a sentence, both included, counted from 1. */
export interface Words {
  readonly first: number
  readonly last: number
}

/** Relations that begin something of their own, so that a phrase ends before them. */
const OUTSIDE = [
  'conj',
  'cc',
  'appos',
  'parataxis',
  'discourse',
  'vocative',
  'mark',
  'dislocated',
  'list',
  'reparandum',
  'cop',
  'aux',
  'expl',
  'orphan',
]
/** What belongs to the clause when the noun is its predicate ("He is a doctor because …"). */
const CLAUSAL = ['nsubj', 'csubj', 'advcl', 'obl', 'obj', 'iobj', 'ccomp', 'xcomp']
const OUTSIDE_CORE = [...OUTSIDE, ...CLAUSAL, 'case', 'punct']
/** What follows the noun and can be left out without changing who is meant. */
const AFTER = ['acl', 'nmod', 'advcl', 'obl', 'advmod', 'amod', 'nummod', 'dep', 'ccomp', 'xcomp']

/** The whole noun phrase of its head: "the museum, which opened in May" but not what is in apposition or coordinated to it. */
export function wholePhrase(tree: Tree, head: Word): Words {
  const predicate = tree.child(head, 'cop') !== undefined
  return grow(tree, head, (child) => {
    if (isOneOf(child, OUTSIDE)) return false
    if (isRelation(child, 'case')) return child.xpos === 'POS' && child.index > head.index
    if (predicate && (isOneOf(child, CLAUSAL) || (isRelation(child, 'advmod') && child.index < head.index - 1)))
      return false
    return !(isRelation(child, 'advmod', 'cc:preconj') && child.index < head.index && isFocus(child))
  })
}

/** The phrase from its article to its head, with what is part of the head's name: "the North Korean ambassador". */
export function corePhrase(tree: Tree, head: Word): Words {
  return grow(tree, head, (child) => {
    if (isOneOf(child, OUTSIDE_CORE) && !isYears(child, head)) return false
    return child.index < head.index ? !(isRelation(child, 'advmod') && isFocus(child)) : !isOneOf(child, AFTER)
  })
}

/** "45-year" in "the 45-year-old" */
const isYears = (child: Word, head: Word): boolean =>
  head.lemma === 'old' && child.lemma === 'year' && child.index < head.index && isRelation(child, 'obl')

/** "Port Ellery" in "mayor of Port Ellery" stands behind a preposition, wherever a parser hung its words. */
export const isGoverned = (tree: Tree, name: Word): boolean =>
  [name, ...tree.childrenBy(name, 'compound', 'nmod:desc', 'flat')].some((word) =>
    tree.childrenBy(word, 'case').some(({ upos, index }) => upos === 'ADP' && index < word.index),
  )

/** "only", "even", "not": they stand before a phrase and are not of it. */
const isFocus = (word: Word) => FOCUS.has(word.lemma.toLowerCase())
const FOCUS = new Set([
  'only',
  'even',
  'not',
  'also',
  'just',
  'especially',
  'particularly',
  'both',
  'either',
  'neither',
  'too',
  'then',
  'now',
  'still',
  'mainly',
  'merely',
  'simply',
])

function grow(tree: Tree, head: Word, belongs: (child: Word) => boolean): Words {
  const inside = new Set<number>([head.index])
  for (const child of tree.children(head)) {
    if (isRelation(child, 'punct') || !belongs(child)) continue
    for (const word of tree.subtree(child)) inside.add(word.index)
  }
  let first = head.index
  let last = head.index
  const punct = (at: number) => tree.word(at)?.upos === 'PUNCT'
  for (let at = head.index - 1; at >= 1 && (inside.has(at) || punct(at)); at--) if (inside.has(at)) first = at
  for (let at = head.index + 1; at <= tree.words.length && (inside.has(at) || punct(at)); at++)
    if (inside.has(at)) last = at
  // a bracket or quotation mark opened inside is closed inside
  while (first < head.index && CLOSING.has(tree.word(first)!.form)) first++
  const open = (at: number) => tree.word(at)!.form
  let depth = 0
  for (let at = first; at <= last; at++)
    depth += OPENING.has(open(at)) ? 1 : open(at) === ')' || open(at) === ']' ? -1 : 0
  if (depth > 0 && [')', ']'].includes(tree.word(last + 1)?.form ?? '')) last++
  return { first, last }
}

const OPENING = new Set(['(', '['])
const CLOSING = new Set([')', ']', ',', ';', ':', '.'])

export const spanOf = (words: readonly Word[], { first, last }: Words): Span => ({
  start: words[first - 1]!.start,
  end: words[last - 1]!.end,
})

/** The word of a stretch whose governor lies outside of it: the first such one, else the last word. */
export function headOf(words: readonly Word[], { first, last }: Words): Word {
  for (let at = first; at <= last; at++) {
    const word = words[at - 1]!
    if ((word.head < first || word.head > last) && word.upos !== 'PUNCT') return word
  }
  return words[last - 1]!
}
