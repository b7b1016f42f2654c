import type { Reader } from '../mentions/candidate.ts'
import type { Sorts } from '../mentions/sorts.ts'
import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Reference } from './reference.ts'

/** The sorts of things that a place in a clause takes: the subject of "sink", whose roof it is. `undefined`: any, for all that is known. */
export function wantedIn(
  { head, role }: Reference,
  tree: Tree,
  { knowledge }: Reader,
): ReadonlySet<string> | undefined {
  const { sorts } = knowledge
  const above = tree.head(head)
  if (!above) return undefined
  if (role === 'possessor') return sorts.wantedBy('owned', above.lemma.toLowerCase())
  if (role === 'subject' || role === 'passive') {
    if (tree.child(above, 'cop')) return ofPredicate(above, sorts)
    if (above.upos !== 'VERB') return undefined
    const isPassive = role === 'passive' || tree.child(above, 'aux:pass') !== undefined
    const verb = isPassive ? above : raised(above, tree, sorts)
    const isBelow = isPassive || tree.child(verb, 'aux:pass') !== undefined
    return sorts.wantedBy(isBelow ? 'object' : 'subject', verb.lemma.toLowerCase())
  }
  if (role === 'object' && above.upos === 'VERB') return sorts.wantedBy('object', above.lemma.toLowerCase())
  return undefined
}

/** "it is a bridge" */
function ofPredicate({ upos, lemma }: Word, sorts: Sorts): ReadonlySet<string> | undefined {
  const own = upos === 'NOUN' ? sorts.ofNoun(lemma.toLowerCase()) : undefined
  return own && own.size > 0 ? own : undefined
}

/** "it began to sink" */
function raised(verb: Word, tree: Tree, sorts: Sorts): Word {
  const below = sorts.raising.has(verb.lemma) ? tree.child(verb, 'xcomp') : undefined
  return below?.upos === 'VERB' ? below : verb
}

/** "It rained", "it is feared that …", "it took hours to …", "it was a matter of time": nothing is meant that has a noun. */
export function isPleonastic({ head, role }: Reference, tree: Tree, { knowledge }: Reader): boolean {
  if (head.lemma.toLowerCase() !== 'it') return false
  const above = tree.head(head)
  if (!above || (role !== 'subject' && role !== 'passive')) return role !== 'possessor' && isAnticipating(head, tree)
  const { weather, takes, seems, happens, times } = knowledge.sorts.pleonastic
  const lemma = above.lemma.toLowerCase()
  if (above.upos === 'VERB' && !isRelation(head, 'nsubj:pass') && (weather.has(lemma) || happens.has(lemma)))
    return true
  const isCopula = tree.child(above, 'cop') !== undefined
  if (isCopula && times.has(lemma)) return true
  const clause = clauseBehind(above, tree, isCopula || takes.has(lemma))
  if (!clause) return false
  return (
    isCopula || isRelation(head, 'nsubj:pass') || seems.has(lemma) || (takes.has(lemma) && isInfinitive(clause, tree))
  )
}

/** A clause that "it" stands for: "that …", "whether …", "to …". */
function clauseBehind(verb: Word, tree: Tree, mayBeLoose: boolean): Word | undefined {
  const own = [verb, ...(mayBeLoose ? tree.childrenBy(verb, 'obj') : [])]
  return own
    .flatMap((word) => tree.children(word))
    .find(
      (child) =>
        child.index > verb.index &&
        (isRelation(child, 'csubj', 'ccomp') ||
          (isRelation(child, 'xcomp', 'advcl', 'acl') &&
            !child.deprel.endsWith('relcl') &&
            isInfinitive(child, tree)) ||
          (isRelation(child, 'advcl') && /^(?:that|whether)$/i.test(tree.child(child, 'mark')?.form ?? ''))),
    )
}

const isInfinitive = (clause: Word, tree: Tree): boolean =>
  tree.childrenBy(clause, 'mark').some(({ form }) => form.toLowerCase() === 'to')

/** "thought it best to leave" */
const isAnticipating = (word: Word, tree: Tree): boolean => {
  const verb = isRelation(word, 'obj') ? tree.head(word) : undefined
  return /^(?:make|find|think|deem|consider)$/.test(verb?.lemma ?? '') && tree.child(verb!, 'xcomp')?.upos === 'ADJ'
}
