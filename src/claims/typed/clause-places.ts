import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import { add, type Places } from './places-of-noun.ts'
import type { Triggers } from './triggers.ts'

/**
 * What stands around a clause's verb and is no object or prepositional phrase: `adv` an adverb ("came [first]", "found [alive]"), `do` what somebody is made
 * to do ("forced them to [flee]"), `comp` what the object is left as ("left 22 people [injured]"), `second` what it cost ("cost nine people their [lives]"),
 * `when` what did the harm of which the clause tells ("was killed when [a bus] hit her").
 */
export function addAround(tree: Tree, places: Places, { predicate, object }: Clause, triggers: Triggers): void {
  for (const word of tree.childrenBy(predicate, 'advmod', 'xcomp', 'advcl'))
    if (isRelation(word, 'advmod')) add(places, 'adv', word)
    else if (word.upos === 'VERB' && /^VBG?$/.test(word.xpos) && word.index > predicate.index) add(places, 'do', word)
  for (const word of object ? tree.childrenBy(object, 'amod', 'acl', 'acl:relcl') : []) {
    if (word.index < object!.index) continue
    if (word.upos === 'NOUN') add(places, 'second', word)
    else if (isBare(tree, word)) add(places, 'comp', word)
  }
  for (const clause of tree.childrenBy(predicate, 'advcl')) add(places, 'when', harmful(tree, clause, triggers))
}

/** "people [injured]", not "people injured in the blast", which says which people. */
const isBare = (tree: Tree, word: Word): boolean =>
  (word.upos === 'ADJ' || word.xpos === 'VBN') && tree.children(word).every(({ upos }) => upos === 'PUNCT')

/** "when [a bus] hit their car", "as [police] opened fire"; not "when their bus overturned", in which they sat. */
function harmful(tree: Tree, verb: Word, triggers: Triggers): Word | undefined {
  const isThen = tree.children(verb).some(({ form }) => /^(?:when|as|after)$/i.test(form))
  if (!isThen || !triggers.verbForms(verb).some(triggers.isHarming)) return undefined
  const subject = tree.child(verb, 'nsubj') ?? tree.child(verb, 'obl:agent')
  if (!subject || subject.upos === 'PRON' || tree.child(verb, 'nsubj:pass') === subject) return undefined
  return tree.childrenBy(subject, 'nmod:poss').some(({ upos }) => upos === 'PRON') ? undefined : subject
}

/** "the magnitude of the quake was [5.8]": what a copula says of the noun. */
export const saidOf = (noun: Word, clauses: readonly Clause[]): Word | undefined =>
  clauses.find(({ kind, subject, subjectSource }) => kind === 'copula' && subject === noun && subjectSource === 'own')
    ?.predicate

/** "said that [Norvik] had [hidden] its losses": what is told, and of whom, if they did it themselves. */
export function addTold(tree: Tree, places: Places, telling: Word): void {
  add(places, 'telling', telling)
  const subject = tree.child(telling, 'nsubj')
  if (telling.upos === 'VERB' && subject?.deprel === 'nsubj' && /^(?:NOUN|PROPN)$/.test(subject.upos))
    add(places, 'told', subject)
  // "says it will [strike] at [Chad]": what a speaker is going to do, and to whom
  const isOwn = subject?.upos === 'PRON' && subject.deprel === 'nsubj'
  if (!isOwn || !tree.childrenBy(telling, 'aux').some(({ form }) => /^(?:will|would|['’]ll|['’]d)$/i.test(form))) return
  add(places, 'will', telling)
  add(places, 'willto', tree.child(telling, 'obj') ?? aimOf(tree, telling))
}

/** "to strike [at the police]" */
export const aimOf = (tree: Tree, deed: Word): Word | undefined =>
  tree.childrenBy(deed, 'obl').find((word) => /^(?:at|against|on)$/.test(prepositionOf(tree, word).preposition))
