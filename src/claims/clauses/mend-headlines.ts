import type { Word } from '../../model/document.ts'
import type { Mention } from '../../model/mention.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Change, Nouns } from './mend.ts'

/** "[Brussels] slaps levies on e-bikes", with the name taken for a part of the verb or of its object: it is the subject. */
export function namesForSubjects(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const name of tree.words) {
    const verb = name.deprel === 'compound' && name.upos === 'PROPN' ? tree.word(name.index + 1) : undefined
    if (verb?.upos !== 'VERB' || name.head < verb.index || !/(?:s|ed)$/.test(verb.form) || verb.xpos === 'VBN') continue
    if (name.head !== verb.index && tree.head(name)?.head !== verb.index) continue
    if (!tree.child(verb, 'nsubj', 'csubj', 'expl', 'aux', 'cop'))
      changes.set(name, { head: verb.index, deprel: 'nsubj' })
  }
  return changes
}

/** "Peru, [Chile] agree to reopen border": where the verb is a plural, two names with nothing but a comma between are two. */
export function pairsOfNames(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const second of tree.words) {
    const first = second.deprel === 'appos' && second.upos === 'PROPN' ? tree.head(second) : undefined
    const verb = first?.upos === 'PROPN' && first.xpos === 'NNP' ? tree.head(first) : undefined
    if (!first || verb?.xpos !== 'VBP' || !isRelation(first, 'nsubj') || tree.child(second, 'det')) continue
    const between = tree.words.slice(first.index, second.index - 1).filter(({ head }) => head !== first.index)
    const isBare = tree.word(second.index - 1)?.form === ',' && between.every(({ form }) => form === ',')
    if (isBare && tree.subtree(second).at(-1)!.index === verb.index - 1) changes.set(second, { deprel: 'conj' })
  }
  return changes
}

/** "Chad [jails] reporter Ana Ruiz", read as one long name without a verb: a plural behind a name that is also a verb, with a noun right behind it, is what the headline says. */
export function pluralsForVerbs(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const { root, words } = tree
  if (!root || words.some(({ upos, xpos }) => upos === 'VERB' || upos === 'AUX' || xpos === '.')) return new Map()
  const verb = words.find(
    ({ xpos, form, lemma, index }) =>
      xpos === 'NNS' &&
      /^\p{Ll}.*s$/u.test(form) &&
      nouns.isDeed(lemma.toLowerCase()) &&
      tree.word(index - 1)?.upos === 'PROPN',
  )
  const next = verb && tree.word(verb.index + 1)
  if (!verb || !next || !/^(?:NOUN|PROPN|DET|NUM|ADJ)$/.test(next.upos)) return new Map()
  const isBefore = (word: Word) => word.index < verb.index
  const above = (word: Word) => word === verb || word.head === 0 || !isBefore(tree.head(word)!)
  const subject = words.filter(isBefore).find(above)
  const object = words.find((word) => word.index > verb.index && (word.head === 0 || word.head <= verb.index))
  const isOne = words.filter((word) => isBefore(word) && above(word)).length === 1
  if (!subject || !object || !isOne || isRelation(subject, 'punct')) return new Map()
  return new Map<Word, Change>([
    [verb, { head: 0, deprel: 'root', upos: 'VERB', xpos: 'VBZ' }],
    [subject, { head: verb.index, deprel: 'nsubj' }],
    [object, { head: verb.index, deprel: 'obj' }],
  ])
}
