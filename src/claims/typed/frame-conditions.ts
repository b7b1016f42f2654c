import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { members } from '../clauses/phrase.ts'
import type { Frame } from '../ontology.ts'
import type { Sides } from '../sides.ts'
import type { Event } from './event.ts'
import { FramePaths } from './frame-paths.ts'
import type { Lexicon } from './lexicon.ts'
import type { Askable, TypedFrame } from './typed-frame.ts'

/** What was so, and is told as past, is no state of today. */
export const isOnce = ({ clause }: Event): boolean =>
  clause?.adverbs.some((word) => ONCE.has(word.lemma.toLowerCase())) ?? false
const ONCE = new Set(['previously', 'formerly', 'once', 'originally'])

/** An event in its sentence, as conditions ask about it. */
export interface Situation {
  readonly event: Event
  readonly sides: Sides
  readonly lexicon: Lexicon
  readonly clauses: readonly Clause[]
}

type Test<Wanted> = (situation: Situation, wanted: Wanted, frame: Frame) => boolean

/** Whether what a property of a frame asks for is so: voice, what carries or governs the event, what must not be there. */
const TESTS: { readonly [K in Askable]: Test<NonNullable<Frame[K]>> } = {
  passiveOnly: ({ event }) => event.passive,
  activeOnly: ({ event }) => !event.passive,
  agentless: ({ event }) => !event.passive || !event.places.has('subj'),
  agentOnly: ({ event }) => event.places.has('subj'),
  content: (situation) => !isAsking(situation),
  striven: ({ event, sides }) => isStriven(sides.tree, event.trigger),
  unlessAt: ({ event, sides, lexicon, clauses }, path) =>
    new FramePaths(event, sides, lexicon, clauses).all(path).length === 0,
  unlessPlace: ({ event }, place) => !event.places.has(place),
  unless: ({ event }, words) => !event.modifiers.some((word) => words.includes(word.replace(/-$/, ''))),
  whole: (situation, _, frame) => !isOfPart(situation, frame),
  part: (situation, _, frame) => isOfPart(situation, frame),
  told: ({ event }) => event.passive || event.clause?.subjectSource !== 'adverbial',
  with: ({ event }, words) => event.modifiers.some((word) => words.includes(word)),
  light: (situation) => situation.event.kind !== 'noun' || carrier(situation) !== undefined,
  by: (situation, verbs) => verbs.includes(carrier(situation)?.predicate.lemma.toLowerCase() ?? ''),
  governor: (situation, verbs) => verbs.includes(governor(situation) ?? ''),
  except: ({ event }, nouns) => !nouns.includes(event.trigger.lemma.toLowerCase()),
  unlessGovernor: (situation, verbs) => !verbs.includes(governor(situation) ?? ''),
}

/** Whether all that a frame asks of an event, and what every frame asks, is so. */
export function conditionsHold(situation: Situation, { asks, frame, isState }: TypedFrame): boolean {
  for (const [property, wanted] of asks) if (!(TESTS[property] as Test<unknown>)(situation, wanted, frame)) return false
  const isCarried = frame.light && situation.event.clause !== undefined
  if (situation.event.kind === 'noun' && !frame.presupposed && !isCarried && isAnnulled(situation)) return false
  return !(isState && isOnce(situation.event))
}

/** "called off the strike": verbs of two words by which something does not come about, of which only their own frames tell. */
export const calledOff = ({ kind, lemmas }: Event, lexicon: Lexicon): string[] =>
  kind === 'verb' ? lemmas.filter((lemma) => lemma.includes(' ') && lexicon.isAnnulling(lemma)) : []

/** "asked her [whether] she knew" */
function isAsking({ event, sides }: Situation): boolean {
  const content = event.clause?.content
  return (
    content !== undefined &&
    sides.tree.children(content).some(({ form }) => /^(?:whether|if|who|what|why|how|where|when)$/i.test(form))
  )
}

/** "safety director", "competition chief", not "party leader", "chief executive": a common noun before the title that is no body of its own. */
function isOfPart({ event: { trigger, lemmas }, sides, lexicon }: Situation, { isa }: Frame): boolean {
  const title = lemmas.find((lemma) => isa?.includes(lemma)) ?? ''
  const first = trigger.index - title.split(/[ -]/).length + 1
  return sides.tree
    .childrenBy(trigger, 'compound')
    .some(({ index, upos, lemma }) => index < first && upos === 'NOUN' && !lexicon.isA(lemma.toLowerCase(), 'body'))
}

/** "is working [to degrade and defeat]": an infinitive or gerund below another word, or coordinated to one. */
function isStriven(tree: Tree, verb: Word): boolean {
  if (isRelation(verb, 'conj') && verb.xpos === 'VB') {
    const first = tree.head(verb)
    return first !== undefined && isStriven(tree, first)
  }
  const isOpen = verb.xpos === 'VBG' || tree.childrenBy(verb, 'mark').some((mark) => mark.upos === 'PART')
  return isOpen && !tree.child(verb, 'aux', 'nsubj') && !isRelation(verb, 'root')
}

/** The clause of which the noun is an argument. */
function carrier({ event: { trigger }, clauses, sides }: Situation): Clause | undefined {
  return clauses.find(
    (clause) =>
      (clause.object && members(sides.tree, clause.object).includes(trigger)) || // "had the funds and the support of"
      (clause.passive && clause.subject === trigger) ||
      clause.obliques.some((oblique) => oblique.head === trigger),
  )
}

function governor({ event: { trigger, clause, kind }, sides: { tree }, clauses }: Situation): string | undefined {
  const isAdded = trigger.xpos === 'VBG' && isRelation(trigger, 'advcl') && tree.child(trigger, 'mark')?.form === 'to'
  if (isAdded) return tree.head(trigger)?.lemma.toLowerCase() // "contributed to regaining"
  if (kind === 'verb') return clause?.governor?.lemma.toLowerCase()
  const above = clauses.find((at) => at.subject === trigger || at.object === trigger)
  return above?.predicate.lemma.toLowerCase()
}

/** "The merger fell through", "called off the visit". */
function isAnnulled({ event: { trigger }, sides: { tree }, lexicon, clauses }: Situation): boolean {
  const above = clauses.find((clause) => clause.subject === trigger || clause.object === trigger)
  if (!above) return false
  const particles = tree
    .childrenBy(above.predicate, 'compound:prt', 'advmod')
    .map((word) => `${above.predicate.lemma} ${word.lemma}`.toLowerCase())
  const next = tree.word(above.predicate.index + 1)
  return [
    above.predicate.lemma.toLowerCase(),
    ...particles,
    next ? `${above.predicate.lemma} ${next.lemma}`.toLowerCase() : '',
  ].some((lemma) => lexicon.isAnnulling(lemma))
}
