import type { Word } from '../model/document.ts'
import { isOneOf, isRelation, type Tree } from '../nlp/tree.ts'

const ASIDES = [
  'acl:relcl',
  'parataxis',
  'advcl',
  'discourse',
  'dep',
  'orphan',
  'vocative',
  'ccomp',
  'xcomp',
  'obl:unmarked',
  'nmod:unmarked',
  'punct',
] as const
const CLAUSAL = ['nsubj', 'csubj', 'aux', 'cop', 'obl', 'advmod', 'mark', 'case', 'cc', 'expl'] as const

/**
 * The whole noun phrase of a source: "a study of sleep published in May", without what is set off by commas or brackets, relative
 * clauses, and whatever holds the cue ("a report [saying that …]") or lies beyond it.
 */
export function nounPhraseOf(tree: Tree, head: Word, cue?: Word): readonly Word[] {
  return tree.subtree(head, (child) => {
    if (isOneOf(child, ASIDES)) return true
    if (tree.head(child) === head && isOneOf(child, CLAUSAL) && !isDegree(child)) return true
    if (isRelation(child, 'conj') && /^(?:VERB|AUX)$/.test(child.upos)) return true
    if (cue && child !== head && (tree.dominates(child, cue) || isBeyond(child, cue, head))) return true
    return !isRelation(child, 'conj', 'nmod:poss', 'flat', 'compound') && isSetOff(tree, child, head)
  })
}

/** On the other side of the cue: "[her deputy] agreed, "and so is the navy"". */
const isBeyond = (child: Word, cue: Word, head: Word): boolean =>
  head.index < cue.index ? child.index > cue.index : head.index > cue.index && child.index < cue.index

/** "nearly all residents", "even officials" */
const isDegree = (word: Word): boolean => isRelation(word, 'advmod') && word.upos === 'ADV'

/** Behind the head, after a comma, a dash or a bracket. */
function isSetOff(tree: Tree, child: Word, head: Word): boolean {
  if (child.index < head.index) return false
  const words = tree.subtree(child)
  const first = words.find(({ upos }) => upos !== 'PUNCT') ?? child
  const before = tree.word(first.index - 1)
  return before?.upos === 'PUNCT' && /^[,([—–-]/.test(before.form)
}
