import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import type { Clause } from '../clauses/clause.ts'
import { readFactuality } from '../read-factuality.ts'
import { type StanceWords, stanceIndex } from '../stance-lexicon.ts'
import { isEveryOne } from './is-worth-stating.ts'
import type { OpenClaim } from './open-claim.ts'

/** Whether a reader who sees nothing but the claim knows whom it speaks of, and that it is said to be so. */
export const standsAlone = (claim: OpenClaim, tree: Tree, stance: StanceWords): boolean =>
  isUnderstood(claim, tree) && !isEveryOne(claim, tree) && isPutAsSo(claim, tree, stance)

/** "he combined two posts", "this ride was closed", "his friend left" tell of somebody or something only if the other side names it. */
function isUnderstood({ clause, subject, relation, parts }: OpenClaim, tree: Tree): boolean {
  const object = parts.find(({ kind }) => kind === 'object')
  if (object && /^(?:this|that|these|those)$/i.test(object.head.form)) return false
  if (tree.childrenBy(subject.head, 'det').some(({ form }) => POINTING.test(form)) && isName(subject.head)) return false // no name
  const isNamed = (words: readonly Word[]) => words.some((word) => isName(word))
  const isOwned = tree.child(subject.head, 'nmod:poss')?.xpos === 'PRP$'
  if (isNamed(isOwned ? subject.words.filter((word) => !isRelation(word, 'compound', 'amod')) : subject.words))
    return true // not "its Oslo branch"
  const isSpeaker = /^(?:I|we|you)$/i.test(subject.head.form)
  if (parts.some(({ words }, at) => isNamed(words) && (at === 0 || !isSpeaker))) return true
  if (
    isPointing(subject.head, tree) ||
    subject.words.some(({ form, xpos }) => /^(?:PRP\$?|WP\$)$/.test(xpos) && !/sel(?:f|ves)$/.test(form))
  )
    return false
  const told = [subject, ...parts.filter(({ kind }) => kind !== 'content')].flatMap(({ words }) => words)
  if (told.some((word) => isRelation(word, 'det') && POINTING.test(word.form) && !isTime(tree.head(word)))) return false
  if (isIndefinite(subject.head, tree) && clause && isBelowSubject(clause, subject.head, relation, tree)) return false
  const needed = parts.find(({ kind }) => kind === 'object' || kind === 'complement') ?? parts[0]
  return !needed || needed.head.upos === 'NUM' || !isPointing(needed.head, tree)
}

const isName = (word: Word): boolean => word.upos === 'PROPN' && !word.form.includes('$') && !isTime(word)
const isTime = (word: Word | undefined): boolean => clauseWords().times.has(word?.lemma.toLowerCase() ?? '')

/** A pronoun, or a noun pointed at: "this ride", "such a move", "others". */
function isPointing(head: Word, tree: Tree): boolean {
  if (ANYBODY.test(head.form)) return false
  if (head.upos === 'PRON' || head.upos === 'DET') return !tree.child(head, 'nmod', 'acl', 'acl:relcl')
  if (head.upos === 'NUM' || STANDING.test(head.form))
    return !tree.children(head).some(({ upos }) => upos === 'NOUN' || upos === 'SYM')
  return tree.childrenBy(head, 'det', 'amod', 'det:predet').some(({ form }) => POINTING.test(form))
}
/** "a player who stays back": of one or some that only the clause above brings in. */
const isIndefinite = (head: Word, tree: Tree): boolean =>
  head.upos === 'NOUN' && !/^(?:the|both)$/i.test(tree.child(head, 'det')?.form ?? '') && !tree.child(head, 'nmod:poss')
/** The clause tells which noun of another clause is meant, or what that noun is made to do. */
function isBelowSubject(clause: Clause, noun: Word, relation: readonly Word[], tree: Tree): boolean {
  if (clause.subjectSource === 'control')
    return relation.every((word) => clause.group.includes(word) || word.upos === 'ADP')
  if (clause.subjectSource === 'participle') return true
  if (clause.subjectSource !== 'relative') return false
  const [first] = tree.subtree(clause.predicate).filter(({ upos }) => upos !== 'PUNCT')
  return tree.word(first!.index - 1)?.upos !== 'PUNCT' && noun.index < first!.index
}
const ANYBODY = /^(?:every|any|no|some)(?:body|one|thing)$|^(?:no-one|none|nothing)$/i
const STANDING =
  /^(?:others?|one|two|three|some|many|most|half|rest|pair|duo|trio|first|second|third|last|latter|former|same)$/i
const POINTING = /^(?:this|that|these|those|such)$/i

/** "if a maker [gains] from it", "allowed staff [to dress] casually", "kept a plant from [seeding]": what is only supposed, allowed or denied, told as if it were so. */
function isPutAsSo({ clause, relation, trigger, subject, parts }: OpenClaim, tree: Tree, stance: StanceWords): boolean {
  if (!clause) return true
  const above = clause.subjectSource === 'control' ? tree.head(clause.predicate) : undefined
  if (above && !relation.includes(above) && stanceIndex(stance).sets.reported.has(above.lemma)) return false // "believe them to be thieves"
  const top = relation.find(({ upos }) => upos === 'VERB') ?? trigger
  const { polarity, factuality } = readFactuality(tree, top, { seeds: { stance } })
  if (polarity === 'denied' && ![...relation, ...subject.words, ...(parts[0]?.words ?? [])].some(isDenial)) return false
  if (factuality === 'asserted' || factuality === 'estimated') return true
  const isAhead = factuality === 'planned' || factuality === 'demanded' || factuality === 'alleged'
  return factuality !== 'asked' && relation.some(({ xpos }) => xpos === 'MD' || (isAhead && xpos === 'TO'))
}

const isDenial = ({ form }: Word): boolean =>
  /^(?:not|n['’]?t|never|no|none|nobody|nothing|neither|nor|hardly|scarcely|few|little|without|rarely|longer)$/i.test(
    form,
  )
