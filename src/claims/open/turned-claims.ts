import type { Word } from '../../model/document.ts'
import type { Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { phraseOf } from '../clauses/phrase.ts'
import type { OpenClaim } from './open-claim.ts'
import { partsOf } from './open-claims.ts'

/**
 * Clauses with their subject behind the verb, told with it in front: "there are [nine bridges] in the town", "aboard were [189 people]", "on the slope stood [40 tents]". What
 * is there by itself is hardly worth stating, but how many there are is.
 */
export const turnedClaims = (tree: Tree, clauses: readonly Clause[]): OpenClaim[] =>
  clauses.flatMap((clause) => {
    const head = behind(tree, clause)
    if (!head) return []
    const there = tree.childrenBy(clause.predicate, 'expl')
    const phrase = phraseOf(tree, head, { whole: true })
    const cop = head === clause.predicate ? tree.child(head, 'cop') : undefined
    const front = cop ? tree.subtree(head).filter(({ index, upos }) => index < cop.index && upos !== 'PUNCT') : []
    const relation = cop ? [cop] : clause.group
    const parts = cop
      ? [{ kind: 'complement' as const, preposition: '', marker: [], head: front.at(-1)!, words: front }]
      : partsOf(tree, clause).filter((part) => part.head !== head && !phrase.includes(part.head))
    const own = [...parts.flatMap((part) => [...part.marker, ...part.words]), ...relation, ...there]
    const words = phrase.filter((word) => !own.includes(word) && (!cop || word.index > cop.index))
    const subject = { head, words }
    return words.includes(head)
      ? [{ rule: 'open.turned', clause, trigger: clause.predicate, subject, word: undefined, relation, parts }]
      : []
  })

/** The subject that stands behind the verb. */
function behind(tree: Tree, clause: Clause): Word | undefined {
  const { kind, predicate, subject, object } = clause
  if (kind === 'existential') return subject
  if (kind === 'copula') {
    const first = tree.child(predicate, 'cop')
    const before = tree.childrenBy(predicate, 'nsubj', 'csubj').find(({ index }) => index < first!.index)
    const isTurned = !before || before.upos === 'ADJ' || before.deprel === 'csubj' // "dead are 14 miners", "killed were two"
    return isTurned && predicate.upos === 'NOUN' && (!subject || subject === before) && isFronted(tree, first!)
      ? predicate
      : undefined
  }
  return !subject &&
    object &&
    object.index > predicate.index &&
    /^VB[DZP]$/.test(predicate.xpos) &&
    isFronted(tree, predicate)
    ? object
    : undefined
}

/** Something stands before the verb, so that nobody is asked or told to do it. */
const isFronted = (tree: Tree, verb: Word): boolean => {
  const before = tree.word(verb.index - 1)
  return before !== undefined && before.upos !== 'PUNCT' && before.upos !== 'CCONJ'
}
