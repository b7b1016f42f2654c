import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import { addAround, addTold, aimOf } from './clause-places.ts'
import type { Event } from './event.ts'
import { nominal } from './nominal-events.ts'
import { adjectival, placed } from './phrase-events.ts'
import { add, type Places } from './places-of-noun.ts'
import { results } from './result-lines.ts'
import { apposed, headed, linked, ofAPeople, ofATrade, titled } from './role-events.ts'
import type { Triggers } from './triggers.ts'

/** The events of a sentence: its clauses, the nouns that stand for clauses, and what somebody is said to be. */
export function findEvents(
  tree: Tree,
  clauses: readonly Clause[],
  triggers: Triggers,
  isPeople: (word: Word) => boolean,
): Event[] {
  const events: Event[] = results(tree)
  for (const clause of clauses) events.push(...fromClause(tree, clause, triggers), ...linked(tree, clause, triggers))
  for (const word of tree.words) {
    if (isPeople(word)) events.push(...ofAPeople(tree, word, clauses))
    for (const event of nominal(tree, word, clauses, triggers)) events.push(event)
    for (const find of OF_WORDS) for (const event of find(tree, word, triggers)) events.push(event)
  }
  return events
}
const OF_WORDS = [apposed, titled, headed, ofATrade, adjectival, placed]

function fromClause(tree: Tree, clause: Clause, triggers: Triggers): Event[] {
  if (clause.kind === 'existential') return []
  const places: Places = new Map()
  const { passive } = clause
  if (passive) {
    add(places, 'obj', clause.subject)
    add(places, 'subj', clause.agent ?? laterAgent(tree, clause, triggers))
    if (clause.object) {
      add(places, 'second', clause.object) // "was awarded the medal"
      add(places, 'iobj', clause.subject)
    }
  } else {
    add(places, 'subj', clause.subject)
    const score = [clause.object, ...clause.obliques.map(({ head }) => head)].find(
      (word) => word && isScore(tree, word),
    )
    const isObject = score !== undefined && (clause.object === score || !clause.object)
    add(places, 'obj', isObject ? beatenWith(tree, score) : clause.object)
    add(places, 'score', score)
    add(places, 'iobj', clause.indirect)
    for (const word of tree.childrenBy(clause.predicate, 'obj'))
      if (word !== clause.object) {
        add(places, 'second', word)
        if (clause.object && clause.object.index < word.index) add(places, 'iobj', clause.object) // "gave [the fund] two million"
      }
  }
  if (clause.kind !== 'copula') add(places, 'comp', clause.complement)
  for (const oblique of clause.obliques)
    if (oblique.head !== clause.agent)
      add(places, oblique.preposition || strayPreposition(tree, oblique.head), oblique.head)
  for (const word of tree.children(clause.object ?? clause.predicate))
    if (isScore(tree, word)) add(places, 'score', word)
  for (const { preposition, head } of clause.obliques)
    if (preposition.includes(' ')) add(places, preposition.slice(preposition.lastIndexOf(' ') + 1), head) // "pulled out of Rafah" read as "out of"
  for (const verb of [clause.predicate, clause.complement])
    for (const deed of verb ? tree.childrenBy(verb, 'advcl', 'xcomp', 'ccomp', 'acl') : []) addDeed(tree, places, deed)
  // "demanded that [Norvik] pay"
  for (const deed of tree.childrenBy(clause.predicate, 'ccomp', 'xcomp', 'advcl'))
    if (isAsked(tree, deed)) add(places, 'asked', tree.child(deed, 'nsubj')) // "called for [Norvik] to pay"
  for (const told of tree.childrenBy(clause.predicate, 'ccomp')) addTold(tree, places, told)
  add(places, 'teller', tellerOf(tree, clause.predicate))
  addAround(tree, places, clause, triggers)
  for (const deed of tree.childrenBy(clause.predicate, 'xcomp', 'ccomp', 'advcl')) {
    if (deed.upos === 'NOUN' && tree.child(deed, 'cop') && tree.child(deed, 'mark')?.form === 'to')
      add(places, 'tobe', deed) // "chosen to be [speaker]"
    if (deed.xpos !== 'VB') continue
    if (tree.child(deed, 'mark') && !tree.child(deed, 'aux')) add(places, 'deed', deed) // "ordered the firm [to pay]"
    if (isRelation(deed, 'xcomp') || isAim(tree, deed))
      add(places, 'todo', tree.child(deed, 'obj') ?? aimOf(tree, deed)) // "threatened to sue [the town]"
  }
  // "let him [go]"
  for (const deed of tree.childrenBy(clause.predicate, 'xcomp', 'ccomp'))
    if (deed.xpos === 'VB') add(places, 'do', deed)
  addNested(tree, places, clause.object ?? (passive ? clause.subject : undefined))
  // a preposition may hang on the complement ("became minister of Ecuador")
  addNested(tree, places, clause.complement && clause.kind !== 'copula' ? clause.complement : undefined)
  const trigger = clause.predicate
  const particle = tree.childrenBy(trigger, 'compound:prt').map((word) => word.lemma.toLowerCase())
  const after = [...particle, ...adverbParticles(tree, trigger)]
  const forms = trigger.upos === 'VERB' ? triggers.verbForms(trigger) : [trigger.lemma.toLowerCase()]
  const lemmas = [...forms.flatMap((lemma) => after.map((word) => `${lemma} ${word}`)), ...forms, ...mannersOf(clause)]
  const kind =
    clause.kind === 'copula' ? (trigger.upos === 'ADJ' || trigger.upos === 'VERB' ? 'adjective' : 'verb') : 'verb'
  if (clause.kind === 'copula') {
    const own = prepositionOf(tree, trigger).preposition
    if (own) {
      // "is in Doha", "is under the control of": the copula with a place
      add(places, own, trigger)
      return [
        { kind: 'verb', trigger, words: clause.group, lemmas: ['be'], modifiers: [], passive: false, clause, places },
      ]
    }
    if (kind !== 'adjective') return []
  }
  const event: Event = { kind, trigger, words: clause.group, lemmas, modifiers: [], passive, clause, places }
  return [event, ...gapped(tree, event)]
}

/** "left 31 dead and [60 hurt]": what goes without its verb a second time. */
function gapped(tree: Tree, event: Event): Event[] {
  const { trigger, passive, places } = event
  if (passive || !places.has('obj') || !tree.child(trigger, 'xcomp')) return []
  return tree.childrenBy(trigger, 'conj').flatMap((state) => {
    const object = tree.child(state, 'nsubj', 'nsubj:pass')
    const isBare =
      (state.upos === 'ADJ' || state.xpos === 'VBN') && !tree.child(state, 'cop', 'aux', 'aux:pass', 'mark')
    if (!object || !isBare) return []
    const own = new Map([...places].filter(([place]) => !place.startsWith('obj.')))
    return [{ ...event, places: own.set('obj', [object]).set('comp', [state]) }]
  })
}

/** "[jointly] patrol the strait": how it is done may be what relates those who do it. */
const mannersOf = ({ adverbs }: Clause): string[] =>
  adverbs.map(({ lemma }) => lemma.toLowerCase()).filter((lemma) => MANNERS.has(lemma))
const MANNERS = new Set(['jointly'])

/** "ordered the operator [to pay] it", hung as an aim. */
const isAim = (tree: Tree, deed: Word): boolean => isRelation(deed, 'advcl') && tree.child(deed, 'mark')?.form === 'to'

/** What somebody is to do: "that Norvik [pay]", "for Norvik to [pay]". */
const isAsked = (tree: Tree, deed: Word): boolean => {
  const mark = tree.child(deed, 'mark')
  return deed.xpos === 'VB' && mark !== undefined && (isRelation(deed, 'ccomp') || mark.form.toLowerCase() === 'for')
}

/** "was shut out of the market [by Norvik]", hung on the market: a doer behind the phrase of a passive that has none. */
function laterAgent(tree: Tree, { obliques }: Clause, triggers: Triggers): Word | undefined {
  const inner = obliques
    .filter(
      ({ head, preposition }) =>
        !/^(?:after|following|since)$/.test(preposition) &&
        !triggers.typesOf(head.lemma.toLowerCase()).includes('WORK'),
    ) // "was cast in a play by Ivo Lang", "sacked after defeat by Rovers"
    .flatMap(({ head }) => [head, ...tree.childrenBy(head, 'nmod')].flatMap((at) => tree.childrenBy(at, 'nmod')))
  const isDoer = ({ upos, lemma }: Word) =>
    upos === 'PROPN' || triggers.typesOf(lemma.toLowerCase()).some((type) => DOERS.has(type))
  return inner.find((word) => prepositionOf(tree, word).preposition === 'by' && isDoer(word))
}
const DOERS = new Set(['PERSON', 'ORGANIZATION', 'GOVERNMENT', 'MILITARY_UNIT'])

/** "[Norvik] said profit rose", "Profit rose, [Norvik] said": who says the clause. */
function tellerOf(tree: Tree, predicate: Word): Word | undefined {
  const above = isRelation(predicate, 'ccomp', 'parataxis') ? tree.head(predicate) : undefined
  const verb = above?.upos === 'VERB' ? above : tree.child(predicate, 'parataxis')
  return verb?.upos === 'VERB' ? tree.child(verb, 'nsubj') : undefined
}

/** "3-1", which is three words. */
const isScore = (tree: Tree, word: Word): boolean => {
  const [dash, other] = [tree.word(word.index + 1), tree.word(word.index + 2)]
  return word.upos === 'NUM' && /^[-–]$/.test(dash?.form ?? '') && dash!.start === word.end && other?.upos === 'NUM'
}

/** "drew 1-1 [with] Rovers", where the preposition hangs on another word; "bare" where there is none. */
function strayPreposition(tree: Tree, noun: Word): string {
  const first = tree.subtree(noun)[0]!
  const before = tree.word(first.index - 1)
  return before && /^(?:IN|TO)$/.test(before.xpos) && before.deprel === 'mark' ? before.form.toLowerCase() : 'bare'
}

/** "beat [Rovers] 3-1", where the name is taken for a part of the score. */
const beatenWith = (tree: Tree, score: Word): Word | undefined =>
  tree.childrenBy(score, 'compound').findLast(({ upos, index }) => upos === 'PROPN' && index < score.index)

/** "pulled out of Rafah": the parser may see "out of" as one preposition, or "out" as an adverb. */
function adverbParticles(tree: Tree, verb: Word): string[] {
  const after = tree.word(verb.index + 1)
  if (!after || after.form.length > 7) return []
  const isParticle = after.upos === 'ADP' || after.upos === 'ADV' || after.upos === 'PART'
  return isParticle || (after.upos === 'ADJ' && isRelation(after, 'xcomp')) ? [after.form.toLowerCase()] : [] // "shot dead"
}

/** Prepositional phrases inside a noun phrase are looked up from the verb too: "imposed [sanctions on Belarus]". */
function addNested(tree: Tree, places: Places, noun: Word | undefined): void {
  if (!noun) return
  const names = tree.childrenBy(noun, 'appos', 'flat').filter(({ upos }) => upos === 'PROPN') // "convicted the magnate Ole Rallis [of perjury]"
  for (const word of [noun, ...names].flatMap((at) => tree.childrenBy(at, 'nmod'))) {
    if (word.deprel === 'nmod:poss' || word.deprel === 'nmod:desc') continue
    const { preposition } = prepositionOf(tree, word)
    if (preposition) add(places, `obj.${preposition}`, word)
  }
}

/** "convicted of [stealing] it", "guilty of [lying]". */
function addDeed(tree: Tree, places: Places, deed: Word): void {
  if (deed.xpos !== 'VBG') return
  const marks = tree.childrenBy(deed, 'mark', 'case').filter(({ xpos }) => xpos === 'IN')
  for (const { form } of marks) add(places, form.toLowerCase(), deed)
}
