import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Change } from './mend.ts'

/** "The founding of the club [by Ted Moss] is marked": what stands between the subject and its verb without a comma is the noun's. */
export function agentsOfNouns(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const agent of tree.words) {
    const verb = isRelation(agent, 'obl') ? tree.head(agent) : undefined
    if (!verb || agent.index > verb.index || !caseIs(tree, agent, 'by')) continue
    const subject = tree.child(verb, 'nsubj:pass', 'nsubj')
    if (subject?.upos !== 'NOUN' || subject.index > agent.index) continue
    const between = tree.words.slice(subject.index, agent.index - 1)
    const isInside = between.every((word) => word.form !== ',' && !isRelation(word, 'aux', 'cop'))
    if (isInside) changes.set(agent, { head: subject.index, deprel: 'nmod' })
  }
  return changes
}

/** "a stake in Spanish [firm] Enchufa", "the work of [architect] Noor Siddiqui", hung as a description before a name: it stands behind its noun, with a preposition. */
export function phrasesForDescriptions(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.words) {
    const above = noun.deprel === 'nmod:desc' ? tree.head(noun) : undefined
    if (!above || above.index > noun.index) continue
    const name = tree.childrenBy(noun, 'flat', 'appos').find(({ index }) => index === noun.index + 1)
    const mark = [noun, ...(name ? [name] : [])].flatMap((word) => tree.childrenBy(word, 'case')).find(isBefore(noun))
    if (!mark || mark.xpos === 'POS') continue
    changes.set(noun, { deprel: 'nmod' })
    if (mark.head !== noun.index) changes.set(mark, { head: noun.index })
  }
  return changes
}
const isBefore =
  (noun: Word) =>
  ({ index }: Word): boolean =>
    index < noun.index

/** "Among the founders was [Lucy Abara]": behind the verb stands its subject. */
export function subjectsBehindAmong(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.words) {
    const verb = tree.child(noun, 'cop')
    if (!verb || verb.index < noun.index || tree.child(noun, 'nsubj') || !caseIs(tree, noun, 'among')) continue
    const subject = tree
      .childrenBy(noun, 'nmod', 'obl', 'appos', 'dep', 'parataxis')
      .find((word) => word.index > verb.index && /^(?:NOUN|PROPN)$/.test(word.upos) && !tree.child(word, 'case'))
    if (subject) changes.set(subject, { deprel: 'nsubj' })
  }
  return changes
}

/** "took it [to court]", with the court taken for a verb. */
export function courtsForVerbs(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const court of tree.words) {
    const mark = court.upos === 'VERB' && court.form === 'court' ? tree.child(court, 'mark') : undefined
    if (mark?.form !== 'to' || mark.index !== court.index - 1) continue
    changes.set(court, { upos: 'NOUN', xpos: 'NN', deprel: 'obl' })
    changes.set(mark, { upos: 'ADP', xpos: 'IN', deprel: 'case' })
  }
  return changes
}

/** "rose 12 percent [to 61 million]", taken for a second object: it has a preposition. */
export function phrasesForObjects(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.words) {
    const verb = noun.deprel === 'obj' ? tree.head(noun) : undefined
    const first = verb && tree.child(verb, 'obj')
    if (!first || first.index >= noun.index || first.index < verb.index) continue
    const mark = tree.child(noun, 'case')
    if (mark && mark.index < noun.index && OBLIQUE.test(mark.form)) changes.set(noun, { deprel: 'obl' })
  }
  return changes
}
const OBLIQUE = /^(?:to|at|in|on|for|with|by|into|against|after|from)$/

const caseIs = (tree: Tree, word: Word, form: string): boolean =>
  tree.childrenBy(word, 'case').some((mark) => mark.form.toLowerCase() === form)
