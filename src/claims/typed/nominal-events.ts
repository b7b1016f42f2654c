import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause, Oblique } from '../clauses/clause.ts'
import { members } from '../clauses/phrase.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import { contentHead } from '../content-head.ts'
import { addTold, saidOf } from './clause-places.ts'
import type { Event } from './event.ts'
import { add, addInner, nameOf, placesOfNoun } from './places-of-noun.ts'
import type { Triggers } from './triggers.ts'

/** "Norvik's purchase of Belcor", and with a light verb "Norvik made a purchase". */
export function nominal(tree: Tree, noun: Word, clauses: readonly Clause[], triggers: Triggers): Event[] {
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN' && noun.xpos !== 'VBG') return []
  if (noun.upos === 'VERB' || !triggers.isEventNoun(noun.lemma.toLowerCase()) || isRelation(noun, 'compound', 'flat'))
    return []
  const name = nameOf(tree, noun)
  const places = placesOfNoun(tree, noun, triggers)
  for (const { preposition, head } of toldByVerb(tree, noun, clauses, triggers))
    if (preposition && !places.has(preposition)) add(places, preposition, head)
  if (!places.has('subj')) {
    add(places, 'by', comingFrom(tree, noun))
    for (const word of places.get('by') ?? places.get('poss') ?? []) add(places, 'subj', word) // "Belcor's purchase by Norvik"
    if (places.has('by') && !places.has('of')) for (const word of places.get('poss') ?? []) add(places, 'obj', word)
    if (!places.has('subj')) for (const word of places.get('mod') ?? []) add(places, 'named', word)
  }
  for (const word of places.get('mod') ?? [])
    for (const inner of tree.childrenBy(word, 'compound')) add(places, 'inner', inner) // "the [Leeds] call centre operator"
  addInner(tree, noun, places)
  for (const word of places.get('of') ?? []) add(places, 'obj', word)
  // "the accusation that [Chad] had [moved] the posts"
  for (const told of tree.childrenBy(noun, 'acl', 'ccomp')) if (tree.child(told, 'mark')) addTold(tree, places, told)
  add(places, 'is', saidOf(noun, clauses))
  for (const word of isListed(noun) ? tree.childrenBy(noun, 'appos', 'flat') : []) add(places, 'appos', word)
  if (!places.has('subj')) for (const word of helped(tree, noun)) add(places, 'helped', word)
  const clause = clauses.find(
    (at) =>
      (at.object && members(tree, at.object).some((one) => contentHead(tree, one) === noun)) || // "held [a round of talks]", "imposed a fine and [a ban]"
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
    const isOwned = !light.passive && (places.get('poss') ?? []).some(({ upos }) => upos !== 'PRON') // "approved [Norvik's] purchase"
    if (subject && subject !== noun && !isOwned) places.set('subj', [subject])
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

/** "Fighting broke out [between the army and the rebels]", "pressure is growing [on the bank]": what a verb tells of something that comes about is its own. */
function toldByVerb(tree: Tree, noun: Word, clauses: readonly Clause[], triggers: Triggers): readonly Oblique[] {
  const verb = isRelation(noun, 'nsubj')
    ? clauses.find(({ subject, predicate }) => subject === noun && predicate === tree.head(noun))
    : undefined
  const isOwn = verb && verb.subjectSource === 'own' && !verb.passive && !verb.object
  return isOwn && triggers.isOccurring(verb.predicate.lemma.toLowerCase()) ? verb.obliques : []
}

/** "The call to resign came [from the union]", "criticism of the law came [from judges]": whose it is. */
function comingFrom(tree: Tree, noun: Word): Word | undefined {
  const verb = isRelation(noun, 'nsubj') ? tree.head(noun) : undefined
  if (!verb || !COMING.has(verb.lemma.toLowerCase())) return undefined
  return tree.childrenBy(verb, 'obl').find((word) => prepositionOf(tree, word).preposition === 'from')
}
const COMING = new Set(['come', 'emanate'])
