import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { strayedObject } from './objects.ts'
import { isStranded } from './prepositions.ts'
import { isTakenForPast } from './voice.ts'

export const NEGATIONS = new Set([
  'little',
  'barely',
  'scarcely',
  'rarely',
  'seldom',
  'almost',
  'nearly',
  'not',
  "n't",
  'n’t',
  'never',
  'no longer',
  'hardly',
  'nt',
])

const BARE_FORMS = new Set(['VB', 'VBN', 'VBG'])

/** "was sold and renamed", "will extend and strengthen": the second verb shares the first one's auxiliaries. */
function lentAuxiliaries(tree: Tree, predicate: Word): Word[] {
  const first = tree.head(predicate)
  if (!first || strayedObject(tree, predicate)) return []
  if (first.xpos !== predicate.xpos && !(first.xpos === 'VBN' && predicate.xpos === 'VBD')) return []
  return tree
    .children(first)
    .filter(
      (word) =>
        word.index < first.index &&
        (isRelation(word, 'aux') || (isRelation(word, 'advmod') && NEGATIONS.has(word.lemma.toLowerCase()))),
    )
}

/** Auxiliaries, copula, negation, the verb and its particles; the verbs above a bare infinitive come first. */
export function verbGroup(tree: Tree, predicate: Word): Word[] {
  const own = tree
    .children(predicate)
    .filter(
      (word) =>
        isRelation(word, 'aux', 'cop', 'compound:prt') ||
        isStranded(tree, word) ||
        (isRelation(word, 'advmod') && NEGATIONS.has(word.lemma.toLowerCase())),
    )
  const all =
    own.length > 0
      ? tree
          .childrenBy(predicate, 'advmod')
          .find(({ form, index }) => /^all$/i.test(form) && /^but$/i.test(tree.word(index + 1)?.form ?? ''))
      : undefined
  if (all) own.push(all, tree.word(all.index + 1)!) // "have [all but] gone"
  const next = tree.word(predicate.index + 1) // "was dealt [with] harshly"
  if (next?.deprel === 'case' && tree.head(next)?.upos === 'ADV' && next.head === next.index + 1) own.push(next)
  const copular = predicate.upos !== 'VERB' && own.some((word) => word.deprel === 'cop')
  const lent =
    own.length === 0 &&
    (BARE_FORMS.has(predicate.xpos) || isTakenForPast(tree, predicate)) &&
    isRelation(predicate, 'conj')
      ? lentAuxiliaries(tree, predicate)
      : []
  const first = own[0]?.index ?? predicate.index
  const to = tree
    .childrenBy(predicate, 'mark', 'case')
    .filter((word) => (word.upos === 'PART' || word.xpos === 'JJ') && word.index > first && word.xpos !== 'POS') // "is [to] be held", "is [due to] return"
    .flatMap((word) => [word, ...tree.childrenBy(word, 'fixed')])
  return [...lent, ...own, ...to, ...(copular ? [] : [predicate])].sort((a, b) => a.index - b.index)
}
