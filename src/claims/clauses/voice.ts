import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import { strayedObject } from './objects.ts'
import { prepositionOf } from './prepositions.ts'

/** "engineers [sent] there found …", read as "sent there, they found": no comma parts the two verbs, and only one has a subject. */
const isReduced = (tree: Tree, predicate: Word): boolean =>
  predicate.xpos === 'VBD' &&
  !clauseWords().intransitive.has(predicate.lemma) &&
  !tree.child(predicate, 'obj', 'aux', 'xcomp', 'ccomp') &&
  told(tree, predicate) !== undefined

/** The verb that the reduced one's noun is the subject of. */
export function told(tree: Tree, reduced: Word): Word | undefined {
  const isLater = (word: Word | undefined): word is Word =>
    word?.xpos === 'VBD' && word.index > reduced.index && !tree.child(word, 'mark', 'nsubj', 'advmod', 'aux')
  const verb = isRelation(reduced, 'parataxis')
    ? tree.head(reduced)
    : tree.childrenBy(reduced, 'advcl').find((word) => isLater(word))
  if (!isLater(verb) || !tree.child(reduced, 'nsubj')) return undefined
  const between = tree.words.slice(reduced.index, verb.index - 1)
  return between.some(({ upos }) => upos === 'PUNCT' || upos === 'CCONJ') ? undefined : verb
}

/** "was arrested and [extradited]": the second participle, tagged as a past tense. */
export function isTakenForPast(tree: Tree, predicate: Word): boolean {
  const head = tree.head(predicate)
  if (predicate.xpos !== 'VBD' || !head || !isRelation(predicate, 'conj')) return false
  if (!predicate.form.endsWith('ed') && !clauseWords().doneLikePast.has(predicate.form.toLowerCase())) return false
  if (clauseWords().intransitive.has(predicate.lemma) || tree.child(predicate, 'nsubj', 'aux', 'ccomp', 'xcomp'))
    return false
  const isThird = tree.childrenBy(head, 'conj').some(({ xpos, index }) => xpos === 'VBN' && index < predicate.index)
  if (tree.child(predicate, 'obj') && !isThird) return false
  return tree.child(head, 'aux:pass') !== undefined
}

/** "Mayor [charged] over land deal", "Two [held] after raid": a headline, which closes with no full stop, leaves out the auxiliary. */
function isHeadlined(tree: Tree, predicate: Word): boolean {
  if (!/^VB[DN]$/.test(predicate.xpos) || !isRelation(predicate, 'root')) return false
  if (/^[.!?…”"’]+$/.test(tree.words.at(-1)!.form) || tree.child(predicate, 'aux', 'ccomp', 'iobj')) return false
  const form = predicate.form.toLowerCase()
  if (clauseWords().doneOnly.has(form)) return true // "given the sack"
  if (tree.child(predicate, 'obj') || (predicate.xpos === 'VBD' && tree.child(predicate, 'xcomp'))) return false
  return clauseWords().doneInHeadlines.has(form)
}

/** "was sent", "sent by", "troops sent there", and the second verb of "was arrested and charged". */
export function isPassive(tree: Tree, predicate: Word): boolean {
  if (predicate.upos !== 'VERB') return false
  const relations = tree.children(predicate)
  if (relations.some((word) => word.deprel === 'aux:pass')) return true
  if (relations.some((word) => word.deprel === 'nsubj:pass' || word.deprel === 'csubj:pass'))
    return !clauseWords().intransitive.has(predicate.lemma)
  if (isTakenForPast(tree, predicate) || isReduced(tree, predicate) || isHeadlined(tree, predicate)) return true
  if (
    predicate.xpos === 'VBD' &&
    !tree.child(predicate, 'obj', 'aux') &&
    agentOf(tree, predicate)?.deprel === 'obl:agent'
  )
    return true // "a study [done] by Belcor found …"
  if (predicate.xpos !== 'VBN') return false
  if (isRelation(predicate, 'acl') && tree.child(predicate, 'obj') && !clauseWords().giving.has(predicate.lemma))
    return false // "a vaccine [cut] deaths by half"
  if (isRelation(predicate, 'acl') && tree.child(predicate, 'ccomp')) return false // "the agency [estimated that …]", taken for a participle
  if (relations.some((word) => isRelation(word, 'nsubj', 'aux'))) return false
  if (isRelation(predicate, 'acl', 'advcl') && predicate.deprel !== 'acl:relcl') return true
  const head = tree.head(predicate)
  if (isRelation(predicate, 'conj') && head) return !strayedObject(tree, predicate) && isPassive(tree, head)
  return isRelation(predicate, 'root', 'xcomp')
}

export function agentOf(tree: Tree, predicate: Word): Word | undefined {
  const isBy = (word: Word) => prepositionOf(tree, word).preposition === 'by'
  return (
    tree
      .childrenBy(predicate, 'obl:agent')
      .find((word) => (isBy(word) || !tree.child(word, 'case')) && isDoer(tree, word)) ?? // "killed [beside their allies]" names no agent
    tree
      .childrenBy(predicate, 'obl')
      .find((word) => isBy(word) && isDoer(tree, word) && !isBehindOccasion(tree, predicate, word)) ??
    becomingBy(tree, predicate).find((word) => isBy(word) && isDoer(tree, word))
  )
}

/** "Coach sacked after defeat [by Rovers]": in a headline the defeat is by them. */
function isBehindOccasion(tree: Tree, predicate: Word, agent: Word): boolean {
  const before = tree.childrenBy(predicate, 'obl').findLast(({ index }) => index < agent.index)
  const isAfter = before && /^(?:after|following)$/.test(prepositionOf(tree, before).preposition)
  return isAfter === true && !tree.child(predicate, 'aux:pass')
}

/** "was reduced to rubble [by the storm]", "was turned into a school [by nuns]": hung on what it became. */
const becomingBy = (tree: Tree, predicate: Word): Word[] =>
  tree
    .childrenBy(predicate, 'obl')
    .filter((word) => /^(?:to|into)$/.test(prepositionOf(tree, word).preposition))
    .flatMap((word) => tree.childrenBy(word, 'nmod'))

/** Not "by Thursday evening", "by a third", "by chance": when, how much and how. */
function isDoer(tree: Tree, word: Word): boolean {
  const lemma = word.lemma.toLowerCase()
  if (word.upos === 'NUM' || word.upos === 'SYM' || clauseWords().extents.has(lemma) || clauseWords().times.has(lemma))
    return false
  return (
    word.upos === 'PROPN' ||
    !clauseWords().manners.has(lemma) ||
    tree.child(word, 'det', 'amod', 'nmod:poss', 'conj') !== undefined
  )
}

/** "was caught and fined by the police": by whom is said once, behind the last one. */
export function sharedAgent(tree: Tree, predicate: Word): Word | undefined {
  const last = tree
    .childrenBy(predicate, 'conj')
    .find((word) => word.xpos === 'VBN' && !tree.child(word, 'nsubj', 'aux:pass'))
  const isBare = !tree
    .children(predicate)
    .some(({ index, upos }) => last && index > predicate.index && index < last.index && upos !== 'PUNCT')
  return last && isBare ? agentOf(tree, last) : undefined
}
