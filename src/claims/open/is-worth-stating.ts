import type { Sentence, Word } from '../../model/document.ts'
import { overlaps, type Span } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Sides } from '../sides.ts'
import type { StanceIndex } from '../stance-lexicon.ts'
import type { Match } from '../typed/match-frames.ts'
import type { OpenClaim } from './open-claim.ts'
import { NOTHING_THERE } from './open-claims.ts'
import { reportingVerb } from './reported.ts'

/** What else is known of the sentence of a claim. */
export interface Setting {
  readonly sides: Sides
  /** Its typed claims. */
  readonly matches: readonly Match[]
  /** The words that say somebody says something. */
  readonly cues: readonly Span[]
  readonly zone: Sentence['zone']
  readonly stance: StanceIndex
}

/**
 * Whether an open claim tells a reader of the graph something: not what a typed claim says already or what is only somebody's saying, and nothing of
 * somebody whom only the sentences around it name ("it", "each", "two-thirds").
 */
export function isWorthStating(claim: OpenClaim, setting: Setting): boolean {
  const { sides, cues, zone } = setting
  const isReported = reportingVerb(claim, sides, cues) !== undefined
  const isSaying = cues.some((cue) => overlaps(cue, claim.trigger))
  if (isTyped(claim, setting) || (isSaying && !isCalling(claim) && !(isReported && isTelling(claim)))) return false
  if (claim.rule === NOTHING_THERE) return isMain(claim.trigger, sides.tree)
  if (isOfNobody(claim, sides.tree) || isStandIn(claim)) return false
  if (!isMeant(claim.subject.head, sides) || !isOwned(claim, sides) || isOfUnknown(claim, sides)) return false
  if (isEveryOne(claim, sides.tree) || isEmptySaying(claim) || isOfNoun(claim, setting)) return false
  if (claim.rule === 'open.title') return sides.isOf(claim.subject.head, 'PERSON')
  if (claim.rule === 'open.apposition' && claim.parts[0]!.words[0]!.xpos === 'WP$') return false // "whose director, Ida Holm": of whom tells the title
  if (claim.rule === 'open.apposition') return zone !== 'title' && isOneThing(claim, sides) && !isBareNoun(claim, sides)
  return (
    isReported ||
    claim.parts.length > 0 ||
    sides.isNamed(claim.subject.head) ||
    sides.quantityOf(claim.subject.head)?.noun != null ||
    isWholeNews(claim, sides.tree)
  )
}

/** "The sprinklers failed", "Nobody was hurt": all that a main clause says, though nothing stands behind its verb. */
function isWholeNews({ clause, subject: { head }, trigger }: OpenClaim, tree: Tree): boolean {
  if (clause?.subjectSource !== 'own' || !isMain(trigger, tree) || tree.child(trigger, 'advcl')) return false // "acted after …"
  return isNobody(head, tree) || (head.upos === 'NOUN' && !POINTED.test(tree.child(head, 'det')?.form ?? ''))
}

const POINTED = /^(?:this|that|these|those|such|some|any|each|every|another)$/i

const isMain = (predicate: Word, tree: Tree): boolean =>
  isRelation(predicate, 'conj')
    ? isMain(tree.head(predicate)!, tree)
    : isRelation(predicate, 'root', 'ccomp', 'parataxis') && tree.child(predicate, 'mark') === undefined

/** "nobody", "no one", "no house" */
const isNobody = (head: Word, tree: Tree): boolean =>
  /^(?:nobody|none|no-one|nothing)$/i.test(head.form) ||
  tree.childrenBy(head, 'det').some(({ form }) => /^no$/i.test(form))

/** What keeps a claim out whatever amount it tells: what a typed claim says, what nobody or everybody does, and what a name or title alone says. */
export const isNoStatement = (claim: OpenClaim, setting: Setting): boolean =>
  claim.clause === undefined ||
  isTyped(claim, setting) ||
  isOfNobody(claim, setting.sides.tree) ||
  isEveryOne(claim, setting.sides.tree) ||
  isOfNoun(claim, setting) ||
  (!/^(?:PRON|NUM)$/.test(claim.subject.head.upos) && !isMeant(claim.subject.head, setting.sides)) ||
  /^W/.test(claim.subject.head.xpos)

/** "had done", "do so": of a verb told before. */
const isStandIn = ({ trigger, parts }: OpenClaim): boolean =>
  trigger.lemma === 'do' &&
  parts.every(({ head, kind }) => kind !== 'object' || /^(?:so|it|what)$/i.test(head.form)) &&
  parts.length < 2

function isTyped(claim: OpenClaim, { matches }: Setting): boolean {
  if (claim.clause) return matches.some(({ event }) => event.trigger === claim.trigger || event.clause === claim.clause)
  return matches.some(
    ({ event }) => event.trigger === claim.trigger || claim.parts.some((part) => part.head === event.trigger),
  )
}

/** "nobody who stood there", "any firm that pays": who would do so, if anybody does. */
const isOfNobody = ({ trigger, subject: { head } }: OpenClaim, tree: Tree): boolean =>
  isRelation(trigger, 'acl:relcl') &&
  (NOBODY.test(head.form) || tree.childrenBy(head, 'det').some(({ form }) => NOBODY.test(form)))
const NOBODY = /^(?:no|nobody|none|no-one|any|anybody|anyone|every|everybody|everyone|each|whoever|few)$/i

/** A noun, somebody known, or who speaks: no pronoun or bare number that stands for what was said before. */
function isMeant(head: Word, sides: Sides): boolean {
  if (sides.isNamed(head) || FIRST.test(head.form)) return true
  if (/^W/.test(head.xpos)) return false
  if (head.upos === 'PRON') return INDEFINITE.test(head.form) || isNobody(head, sides.tree)
  const isBare = head.upos === 'DET' || head.upos === 'NUM' || head.upos === 'ADJ' || SHARES.test(head.form)
  return (
    !isBare ||
    sides.tree.child(head, 'nmod', 'amod', 'acl') !== undefined ||
    (head.upos === 'ADJ' && sides.tree.child(head, 'det') !== undefined)
  )
}
const FIRST = /^(?:I|we)$/i
const INDEFINITE = /^(?:nobody|everybody|everyone|no-one|none)$/i
const SHARES = /^(?:(?:one|two|three|four|five)-)?(?:half|thirds?|quarters?|fifths?|tenths?|others?|rest|percent|%)$/i

/** "flew [them] to a hospital": the object is somebody whom nobody can name. */
const isOfUnknown = ({ parts }: OpenClaim, sides: Sides): boolean =>
  parts.some(
    ({ kind, head }) =>
      kind === 'object' && /^(?:him|her|it|them|he|she|they)$/i.test(head.form) && !sides.isNamed(head),
  )

/** "its speed rose": of something known, or nobody can tell whose. */
const isOwned = ({ subject }: OpenClaim, sides: Sides): boolean => {
  const owner = sides.tree.child(subject.head, 'nmod:poss')
  return (
    owner?.xpos !== 'PRP$' || FIRST_POSSESSIVE.test(owner.form) || sides.isNamed(subject.head) || sides.isNamed(owner)
  )
}
const FIRST_POSSESSIVE = /^(?:my|our)$/i

/** "every family that had lost a home", "firms that hold data": it is not said that every family had, nor that firms do. */
export function isEveryOne({ clause, subject }: OpenClaim, tree: Tree): boolean {
  if (clause?.predicate.deprel !== 'acl:relcl' || tree.head(clause.predicate) !== subject.head) return false
  const determiner = tree.child(subject.head, 'det', 'nummod', 'nmod:poss')
  if (determiner) return /^(?:every|each|any|all|no|those)$/i.test(determiner.form)
  const [first] = tree.subtree(clause.predicate)
  const isSetOff = first?.upos === 'PUNCT' || tree.word(first!.index - 1)?.upos === 'PUNCT'
  return subject.head.xpos === 'NNS' && !isSetOff && clause.group.some(({ xpos }) => xpos === 'VBP' || xpos === 'MD')
}

/** "his rating [to sell]": an infinitive tells what its noun is, unless the noun says that somebody plans, may or must ("his plan to sell"). */
function isOfNoun({ clause }: OpenClaim, { sides: { tree }, stance }: Setting): boolean {
  if (clause?.predicate.deprel !== 'acl' || clause.subjectSource !== 'control') return false
  return !stance.tables.nouns.has(tree.head(clause.predicate)!.lemma.toLowerCase())
}

/** "called the results a surprise" says what is thought of them, though it may tell a quotation's speaker as well. */
const isCalling = ({ parts }: OpenClaim): boolean =>
  parts.some(({ kind }) => kind === 'object') && parts.some(({ kind }) => kind === 'complement')

/** "said it had warned [the town]": that somebody was told is what is said. */
const isTelling = ({ parts }: OpenClaim): boolean => parts.some(({ kind }) => kind === 'object' || kind === 'indirect')

/** "announced on Tuesday": a verb of saying without what was said. */
const isEmptySaying = ({ clause, trigger, parts }: OpenClaim): boolean =>
  clause !== undefined &&
  !clause.passive &&
  SAYING.has(trigger.lemma) &&
  !parts.some(({ kind }) => kind === 'object' || kind === 'content')
const SAYING = new Set([
  'say',
  'announce',
  'report',
  'add',
  'declare',
  'state',
  'tell',
  'claim',
  'explain',
  'confirm',
  'reveal',
  'note',
])

/** "the firm, Delmare" tells no more than that it is one; "the mayor, Ann Roe" who is mayor. */
const isBareNoun = ({ subject, parts: [part] }: OpenClaim, sides: Sides): boolean =>
  part!.words.length <= 2 && /^the$/i.test(part!.words[0]!.form) && !sides.isOf(subject.head, 'PERSON')

/** Two bare names are two, whatever the comma between them: "Ghent, Belgium", "Cole, Ruiz and others". */
const isOneThing = ({ subject, parts: [part] }: OpenClaim, { tree }: Sides): boolean =>
  subject.head.upos !== 'PROPN' || part!.head.upos !== 'PROPN' || tree.child(part!.head, 'det') !== undefined
