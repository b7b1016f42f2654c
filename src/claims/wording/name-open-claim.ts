import type { Word } from '../../model/document.ts'
import type { Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { OpenClaim, Part } from '../open/open-claim.ts'
import { readFactuality, type Stance } from '../read-factuality.ts'
import { stanceIndex } from '../stance-lexicon.ts'
import { wordsOf } from '../words-of.ts'
import { Phrases, type Topic } from './phrases.ts'
import { baseOf, type Tense, VerbForms } from './verb-forms.ts'
import { markOf, type Wording } from './wording.ts'

/**
 * The pieces of an open claim's name, in the clause's own order: a passive stays one, a participle or infinitive is made finite ("the mayor took bribes",
 * "the firm is to make vaccine"), and what the verb needs comes along with as many phrases of place and manner as leave the name short.
 */
export function nameOpenClaim(claim: OpenClaim, stance: Stance, wording: Wording): string[] {
  const { tree } = wording.sides
  const phrases = new Phrases(wording)
  const { subject } = claim
  const of = phrases.topic(subject.head, subject.words)
  const many = phrases.nameOf(subject.head, subject.words) === undefined && of.many
  const { verbs, lead } = splitRelation(claim, tree)
  const top = topOf(claim)
  const outer = top === claim.trigger ? stance : readFactuality(tree, top, wording.kit)
  const verb = verbPhrase(claim, verbs, { stance: outer, many, wording })
  const rest = shownParts(claim, lead, { phrases, of, wording })
  const shown = closed(phrases.phrase(subject.head, subject.words, 'first'), subject.words, tree)
  const words = [...claim.relation, ...subject.words, ...(claim.parts[0]?.words ?? [])]
  const saysNo = verb.says.has('denied') || words.some(isDenial) || /\bno longer\b/.test(verb.text)
  const isTurned =
    top === claim.trigger &&
    outer.polarity === 'affirmed' &&
    verbs.some((word) => isNot(word) && !isOnly(tree.word(word.index + 1))) // "denied that it had not come"
  const marks = [
    ...((outer.polarity === 'denied' && !saysNo) || isTurned ? ['denied'] : []),
    ...(outer.factuality === 'asserted' || verb.says.has(outer.factuality) || words.some(isModal)
      ? []
      : [outer.factuality]),
  ]
  return [shown, markOf(marks), verb.text, ...rest]
}

/** "the last strike, in 2022[,] lasted two days" */
function closed(text: string, words: readonly Word[], tree: Tree): string {
  const isOpen = words.some(({ form }) => form === ',') && tree.word(words.at(-1)!.index + 1)?.form === ','
  return isOpen && text.includes(',') ? `${text},` : text
}

const isDenial = ({ form }: Word): boolean =>
  /^(?:not|n['’]t|never|no|none|nobody|nothing|neither|nor|hardly|scarcely)$/i.test(form)
const isModal = ({ xpos }: Word): boolean => xpos === 'MD'

/** The highest verb whose words the claim has: "agreed" for "agreed to sell". */
function topOf({ clause, relation, trigger }: OpenClaim): Word {
  const verbs = relation.filter(({ upos }) => upos === 'VERB' || upos === 'ADJ')
  return clause?.governor && verbs[0] && verbs[0].index < trigger.index ? verbs[0] : trigger
}

/** The verb's own words, and the preposition that leads in the first phrase. */
function splitRelation(
  { relation, parts, clause, trigger }: OpenClaim,
  tree: Tree,
): { verbs: Word[]; lead: readonly Word[] } {
  const words = [...relation].sort((a, b) => a.index - b.index)
  if (clause?.kind === 'copula') {
    const { marker: lead } = prepositionOf(tree, trigger)
    return { verbs: words.filter((word) => !lead.includes(word)), lead }
  }
  const first = parts[0]
  const marks = first?.marker.length === 0 && first.preposition ? first.preposition.split(' ').length : 0
  const tail = words.slice(words.length - marks)
  const isPushed = marks > 0 && tail.map(({ form }) => form.toLowerCase()).join(' ') === first!.preposition
  const isIts = isPushed && tail.every((word) => tree.dominates(first!.head, word) || word.upos === 'ADP')
  return isIts ? { verbs: words.slice(0, words.length - marks), lead: tail } : { verbs: words, lead: [] }
}

interface Frame {
  readonly stance: Stance
  readonly many: boolean
  readonly wording: Wording
}

/** The verb made finite, and what of the claim's stance its words say by themselves. */
function verbPhrase(
  claim: OpenClaim,
  verbs: readonly Word[],
  frame: Frame,
): { text: string; says: ReadonlySet<string | undefined> } {
  const { many, stance, wording } = frame
  const { tree } = wording.sides
  const text = (words: readonly Word[]) => wordsOf(words, wording.text, (word) => lowered(word))
  if (claim.word !== undefined) return { text: many ? 'are' : claim.word, says: NOTHING }
  const negation = verbs.filter(isNot)
  const { tables, sets } = stanceIndex(wording.kit.seeds.stance)
  const between = adverbs(tree, verbs, sets.limits)
  const plain = verbs.filter((word) => !isNot(word))
  const first = plain.find(({ upos }) => upos !== 'ADV')
  const isToCome = first?.lemma === 'be' && verbs.some(({ upos, form }) => upos === 'PART' || form === 'to')
  const how = between.map(({ form }) => tables.adverbs.get(form.toLowerCase()))
  const isNowNamed = /^I$/.test(claim.subject.head.form) && wording.sides.mentionOf(claim.subject.head)?.entity
  if (first?.xpos === 'VBP' && isNowNamed) {
    const third = new VerbForms(wording.kit.seeds.claims.verbClasses.irregular).finite(first, 'present', false)
    return {
      text: [third, text([...verbs.filter((word) => word !== first), ...between])].filter(Boolean).join(' '),
      says: NOTHING,
    } // "I [agree]": Ann agrees
  }
  if (!first || standsFinite(first, claim))
    return { text: text([...verbs, ...between]), says: new Set([...how, isToCome ? 'planned' : undefined]) }
  const forms = new VerbForms(wording.kit.seeds.claims.verbClasses.irregular)
  const tense = stance.factuality === 'alleged' ? 'past' : tenseOf(tree, first, claim)
  const rest = text(plain.filter((word) => word !== first))
  if (first.upos === 'VERB' && isParticiple(first, claim)) {
    const be = forms.finite({ ...first, lemma: 'be' }, STATES.has(first.lemma.toLowerCase()) ? 'present' : 'past', many)
    return { text: [be, text(verbs)].join(' '), says: NOTHING }
  }
  const bare = first.upos === 'PART' ? rest : [baseOf(first), rest].filter(Boolean).join(' ')
  if (first.upos === 'PART' || first.xpos === 'VB') {
    const modal = MODALS[stance.factuality]?.(many)
    if (modal !== undefined) {
      const isDenied = stance.polarity === 'denied' || negation.length > 0
      return {
        text: `${modal[0]} ${isDenied ? 'not ' : ''}${modal[1]}${bare}`,
        says: new Set([stance.factuality, 'denied']),
      }
    }
  }
  if (stance.polarity === 'denied' || negation.length > 0) {
    return { text: `${tense === 'past' ? 'did' : many ? 'do' : 'does'} not ${bare}`, says: new Set(['denied']) }
  }
  if (first.xpos === 'VBG' && first.lemma === 'be') {
    if (claim.clause && tree.child(claim.clause.predicate, 'mark'))
      return { text: [forms.finite(first, tense, many), rest].join(' '), says: NOTHING } // "after [being closed]"
    return { text: `${forms.finite(first, tense, many)} ${text(verbs)}`, says: NOTHING } // "a museum [being built]"
  }
  if (first.upos === 'PART') return { text: `${many ? 'are' : 'is'} to ${bare}`, says: new Set(['planned']) }
  return { text: [forms.finite(first, tense, many), rest].filter(Boolean).join(' '), says: NOTHING }
}

/** "have [yet] to examine", "has [repeatedly] urged": what stands within the verb; before it what limits it, "[usually] leave". */
function adverbs(tree: Tree, verbs: readonly Word[], limits: ReadonlySet<string>): Word[] {
  const [first, last] = [verbs[0], verbs.at(-1)]
  if (!first || !last) return []
  return verbs.flatMap((verb) =>
    tree
      .childrenBy(verb, 'advmod')
      .filter(
        ({ upos, index, form }) =>
          upos === 'ADV' && index < last.index && (index > first.index || limits.has(form.toLowerCase())),
      )
      .filter((word) => !verbs.includes(word) && word.lemma !== 'also')
      .flatMap((word) => tree.subtree(word)),
  )
}

const isOnly = (word: Word | undefined): boolean => /^(?:only|just|merely|least)$/i.test(word?.form ?? '')
const NOTHING: ReadonlySet<string> = new Set()
const isNot = ({ form, deprel }: Word): boolean => deprel.startsWith('advmod') && /^(?:not|n['’]t|never)$/i.test(form)
const lowered = (word: Word): string | undefined =>
  word.index === 1 || word.upos === 'AUX' ? word.form.toLowerCase() : undefined

/** How an infinitive is put that is not yet, or only asked for: a modal, and what stands before the verb. */
const MODALS: Partial<Record<Stance['factuality'], (many: boolean) => readonly [string, string]>> = {
  planned: (many) => [many ? 'are' : 'is', 'to '],
  demanded: () => ['should', ''],
  conditional: () => ['could', ''],
}

/** Participles that tell what is so, not what was done: "a group known as". */
const STATES = new Set(['know', 'call', 'name', 'base', 'locate', 'situate', 'age', 'headquarter', 'dub', 'entitle'])

/** "[believed] to be", "tanker [seized] off Oman", also where it is taken for a past tense. */
const isParticiple = (word: Word, { clause, trigger }: OpenClaim): boolean => {
  const { xpos, deprel } = word
  if (word !== trigger) return (xpos === 'VBN' && /^(?:acl|advcl)/.test(deprel)) || (xpos === 'VBD' && deprel === 'acl')
  return clause?.passive === true && (xpos === 'VBN' || xpos === 'VBD')
}

const standsFinite = (word: Word, claim: OpenClaim): boolean =>
  /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos) &&
  !(word.upos === 'VERB' && (isParticiple(word, claim) || word.deprel === 'acl'))

/** Of the nearest finite verb above; a clause with a subject of its own that the tree gives no finite form tells what was. */
function tenseOf(tree: Tree, verb: Word, { clause }: OpenClaim): Tense {
  for (let at: Word | undefined = clause?.predicate ?? verb; at; at = tree.head(at)) {
    const finite = [...tree.childrenBy(at, 'aux', 'cop'), at].find(({ xpos }) => /^(?:VBD|VBZ|VBP|MD)$/.test(xpos))
    if (finite) return finite.xpos === 'VBD' ? 'past' : 'present'
  }
  return 'past'
}

interface Shown {
  readonly phrases: Phrases
  readonly of: Topic
  readonly wording: Wording
}

const ENOUGH = 100

/** Objects and complements always; content, places, times and manners while the name stays short. */
function shownParts(claim: OpenClaim, lead: readonly Word[], { phrases, of, wording }: Shown): string[] {
  const found: string[] = []
  let length = 0
  for (const [at, part] of claim.parts.entries()) {
    const isNeeded = at === 0 || NEEDED.has(part.kind)
    if (!isNeeded && ATTRIBUTED.has(part.preposition)) continue
    const before = at === 0 && lead.length > 0 ? lead : part.marker
    const preposition =
      before.length > 0
        ? wordsOf(before, wording.text).toLowerCase()
        : at === 0 && part.kind !== 'agent' && claim.relation.some((word) => isIn(word, part.preposition))
          ? ''
          : leadIn(part)
    const shown = [preposition, ofPart(claim, part, phrases, of)].filter(Boolean).join(' ')
    if (!isNeeded && length + shown.length > ENOUGH) continue
    length += shown.length + 1
    found.push(shown)
  }
  return found
}

const NEEDED: ReadonlySet<Part['kind']> = new Set(['object', 'indirect', 'complement', 'agent'])
const ATTRIBUTED = new Set(['according to'])
const isIn = ({ form }: Word, preposition: string): boolean => preposition.split(' ').includes(form.toLowerCase())
/** Also the preposition that no word says: "the gap [where] it forms". */
const leadIn = ({ kind, preposition }: Part): string => (kind === 'oblique' || kind === 'agent' ? preposition : '')

function ofPart(claim: OpenClaim, part: Part, phrases: Phrases, of: Topic): string {
  if (claim.rule === 'open.title') return titleOf(part, phrases)
  if (claim.rule === 'open.apposition') return withArticle(claim, part, phrases.text(part.words, 'later', of))
  return part.kind === 'complement' || part.kind === 'content' || part.kind === 'purpose'
    ? phrases.text(part.words, 'later', of)
    : phrases.phrase(part.head, part.words, 'later', of)
}

/** "Chinese company Huaxin": Huaxin is a Chinese company. */
function withArticle({ subject }: OpenClaim, { head, words }: Part, text: string): string {
  if (
    head.index > subject.head.index ||
    head.xpos !== 'NN' ||
    words.some(({ xpos }) => xpos === 'PRP$' || xpos === 'POS' || xpos === 'CD')
  )
    return text
  const isClose = head.index + 1 === subject.words[0]?.index
  if (words[0]!.upos === 'DET')
    return isClose ? text.replace(/^the (?=(.))/i, (_, next) => `${articleOf(next)} `) : text
  return `${articleOf(text)} ${text}`
}

const articleOf = (text: string): string => (/^[aeiou]/i.test(text) ? 'an' : 'a')

/** "a judge" for "Judge"; an office of more words, or that one person holds, as it stands. */
function titleOf(part: Part, phrases: Phrases): string {
  const [only, ...more] = part.words
  if (more.length > 0 || !only) return phrases.text(part.words, 'first')
  const noun = (only.xpos.endsWith('S') ? only.lemma : only.form).toLowerCase()
  return clauseWords().offices.has(noun) ? noun : `${articleOf(noun)} ${noun}`
}
