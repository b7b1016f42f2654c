import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause, Oblique } from '../clauses/clause.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import { contentHead } from '../content-head.ts'
import { addAround, saidOf } from './clause-places.ts'
import type { Event } from './event.ts'
import { adjectival, placed } from './phrase-events.ts'
import { add, nameOf, type Places, placesOfNoun } from './places-of-noun.ts'
import { apposed, linked, ofAPeople, titled } from './role-events.ts'
import type { Triggers } from './triggers.ts'

/** The events of a sentence: its clauses, the nouns that stand for clauses, and what somebody is said to be. */
export function findEvents(
  tree: Tree,
  clauses: readonly Clause[],
  triggers: Triggers,
  isPeople: (word: Word) => boolean,
): Event[] {
  return [
    ...clauses.flatMap((clause) => [...fromClause(tree, clause, triggers), ...linked(tree, clause, triggers)]),
    ...tree.words.flatMap((word) => [
      ...(isPeople(word) ? ofAPeople(tree, word, clauses) : []),
      ...nominal(tree, word, clauses, triggers),
      ...apposed(tree, word, triggers),
      ...titled(tree, word, triggers),
      ...adjectival(tree, word, triggers),
      ...placed(tree, word, triggers),
    ]),
  ]
}

function fromClause(tree: Tree, clause: Clause, triggers: Triggers): Event[] {
  if (clause.kind === 'existential') return []
  const places: Places = new Map()
  const { passive } = clause
  if (passive) {
    add(places, 'obj', clause.subject)
    add(places, 'subj', clause.agent)
    if (clause.object) add(places, 'second', clause.object) // "was awarded the medal"
  } else {
    add(places, 'subj', clause.subject)
    const score = [clause.object, ...clause.obliques.map(({ head }) => head)].find(
      (word) => word && isScore(tree, word),
    )
    const isObject = score !== undefined && (clause.object === score || !clause.object)
    add(places, 'obj', isObject ? beatenWith(tree, score) : clause.object)
    add(places, 'score', score)
    add(places, 'iobj', clause.indirect)
    for (const word of tree.childrenBy(clause.predicate, 'obj')) if (word !== clause.object) add(places, 'second', word)
  }
  if (clause.kind !== 'copula') add(places, 'comp', clause.complement)
  for (const oblique of clause.obliques)
    if (oblique.head !== clause.agent)
      add(places, oblique.preposition || strayPreposition(tree, oblique.head), oblique.head)
  for (const word of tree.children(clause.object ?? clause.predicate))
    if (isScore(tree, word)) add(places, 'score', word)
  for (const preposition of bareParticles(tree, clause)) add(places, preposition.place, preposition.word)
  for (const verb of [clause.predicate, clause.complement])
    for (const deed of verb ? tree.childrenBy(verb, 'advcl', 'xcomp', 'ccomp', 'acl') : []) addDeed(tree, places, deed)
  // "demanded that [Norvik] pay"
  for (const deed of tree.childrenBy(clause.predicate, 'ccomp'))
    if (tree.child(deed, 'mark') && deed.xpos === 'VB') add(places, 'asked', tree.child(deed, 'nsubj'))
  addAround(tree, places, clause, triggers)
  // "threatened to sue [the town]"
  for (const deed of tree.childrenBy(clause.predicate, 'xcomp'))
    if (deed.xpos === 'VB') add(places, 'todo', tree.child(deed, 'obj'))
  addNested(tree, places, clause.object ?? (passive ? clause.subject : undefined))
  // a preposition may hang on the complement ("became minister of Ecuador")
  addNested(tree, places, clause.complement && clause.kind !== 'copula' ? clause.complement : undefined)
  const trigger = clause.predicate
  const particle = tree.childrenBy(trigger, 'compound:prt').map((word) => word.lemma.toLowerCase())
  const after = [...particle, ...adverbParticles(tree, trigger)]
  const forms = trigger.upos === 'VERB' ? triggers.verbForms(trigger) : [trigger.lemma.toLowerCase()]
  const lemmas = [...forms.flatMap((lemma) => after.map((word) => `${lemma} ${word}`)), ...forms]
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
  return [{ kind, trigger, words: clause.group, lemmas, modifiers: [], passive, clause, places }]
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
  return before?.xpos === 'IN' && before.deprel === 'mark' ? before.form.toLowerCase() : 'bare'
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

/** "pulled out of Rafah" read as "out of": the last word of a compound preposition counts alone too. */
function bareParticles(_tree: Tree, clause: Clause): { place: string; word: Word }[] {
  return clause.obliques.flatMap((oblique) => {
    const words = oblique.preposition.split(' ')
    return words.length > 1 ? [{ place: words.at(-1)!, word: oblique.head }] : []
  })
}

/** Prepositional phrases inside a noun phrase are looked up from the verb too: "imposed [sanctions on Belarus]". */
function addNested(tree: Tree, places: Places, noun: Word | undefined): void {
  if (!noun) return
  for (const word of tree.childrenBy(noun, 'nmod')) {
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

/** "Norvik's purchase of Belcor", and with a light verb "Norvik made a purchase". */
function nominal(tree: Tree, noun: Word, clauses: readonly Clause[], triggers: Triggers): Event[] {
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN' && noun.xpos !== 'VBG') return []
  if (noun.upos === 'VERB' || !triggers.isEventNoun(noun.lemma.toLowerCase()) || isRelation(noun, 'compound', 'flat'))
    return []
  const name = nameOf(tree, noun)
  const places = placesOfNoun(tree, noun, triggers)
  if (!places.has('subj')) {
    for (const word of places.get('by') ?? places.get('poss') ?? []) add(places, 'subj', word) // "Belcor's purchase by Norvik"
    if (places.has('by') && !places.has('of')) for (const word of places.get('poss') ?? []) add(places, 'obj', word)
    if (!places.has('subj')) for (const word of places.get('mod') ?? []) add(places, 'named', word)
  }
  for (const word of places.get('mod') ?? [])
    for (const inner of tree.childrenBy(word, 'compound')) add(places, 'inner', inner) // "the [Leeds] call centre operator"
  for (const word of places.get('of') ?? []) add(places, 'obj', word)
  add(places, 'is', saidOf(noun, clauses))
  for (const word of isListed(noun) ? tree.childrenBy(noun, 'appos', 'flat') : []) add(places, 'appos', word)
  if (!places.has('subj')) for (const word of helped(tree, noun)) add(places, 'helped', word)
  const clause = clauses.find(
    (at) =>
      (at.object && contentHead(tree, at.object) === noun) || // "held [a round of talks]"
      (at.passive && at.subject === noun && at.subjectSource === 'own') ||
      at.obliques.some((oblique) => oblique.head === noun) ||
      (at.kind === 'copula' && at.predicate === noun && /^(?:on|in)$/.test(prepositionOf(tree, noun).preposition)), // "is in talks with"
  )
  // "spoke after a meeting with", "is on a visit to": who is at it
  const around = clauses.find((at) =>
    at.obliques.some(({ head, preposition }) => head === noun && ATTENDING.has(preposition)),
  )
  const isAt =
    clause?.kind === 'copula' && clause.predicate === noun && /^(?:on|in)$/.test(prepositionOf(tree, noun).preposition)
  add(places, 'doer', around?.subject ?? (isAt ? clause.subject : undefined))
  const light =
    clause && (clause.kind === 'copula' || triggers.verbForms(clause.predicate).some(triggers.isLight))
      ? clause
      : undefined
  if (light) {
    const subject = light.passive ? light.agent : light.subject
    if (subject && subject !== noun) places.set('subj', [subject])
    for (const oblique of light.obliques) if (oblique.head !== noun) add(places, oblique.preposition, oblique.head)
  }
  for (const oblique of clause && !light && clause.object === noun ? clause.obliques : [])
    if (isRightBehind(tree, noun, oblique) && !places.has(oblique.preposition))
      add(places, oblique.preposition, oblique.head)
  return [
    {
      kind: 'noun',
      trigger: noun,
      words: light ? [...light.group, noun] : [noun],
      lemmas: name.lemmas,
      modifiers: name.modifiers,
      passive: false,
      clause: light,
      places,
    },
  ]
}

/** "the brothers Jan and Ole Roth" */
const isListed = ({ xpos }: Word): boolean => xpos === 'NNS'

const ATTENDING = new Set(['after', 'during', 'following', 'on', 'at'])

/** "fought his extradition [to Peru]": hung on the verb, it may be the noun's. */
const isRightBehind = (tree: Tree, noun: Word, { marker }: Oblique): boolean =>
  marker[0] !== undefined && tree.word(marker[0].index - 1) === noun

/** Whose the fight is in "support for [Chad] in the fight", "helped [Chad] in the fight": who is helped in it. */
function helped(tree: Tree, noun: Word): Word[] {
  const above = tree.head(noun)
  if (!above || prepositionOf(tree, noun).preposition !== 'in') return []
  return tree
    .childrenBy(above, 'obj', 'obl', 'nmod')
    .filter((word) => word !== noun && word.deprel !== 'nmod:poss')
    .filter((word) => isRelation(word, 'obj') || HELPING.has(prepositionOf(tree, word).preposition))
}
const HELPING = new Set(['for', 'of', 'by', 'with'])
