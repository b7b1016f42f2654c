import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Candidate, Reader } from './candidate.ts'
import { corePhrase } from './noun-phrase.ts'

/** Personal, possessive and reflexive pronouns; not the "it" of "it rains". */
export function pronouns({ sentences, knowledge }: Reader): Candidate[] {
  const found: Candidate[] = []
  sentences.forEach(({ words }, sentence) => {
    for (const { index, form, upos, xpos, deprel } of words) {
      if (!knowledge.pronouns.personal.has(form.toLowerCase()) || !['PRON', 'DET'].includes(upos) || deprel === 'expl')
        continue
      if (xpos.startsWith('NN')) continue // "the mine"
      found.push({ sentence, first: index, last: index, kind: 'pronoun', type: null, method: 'pronoun', score: 0.95 })
    }
  })
  return found
}

/** Common nouns for what can be an entity: "the ambassador", "North Korea's top generals", "the Swede". */
export function nominals({ sentences, trees, knowledge }: Reader): Candidate[] {
  const found: Candidate[] = []
  sentences.forEach(({ words }, sentence) => {
    for (const word of words) {
      if (!isPhraseHead(word)) continue
      const type = knowledge.typeOfNoun(word.lemma.toLowerCase())
      if (type)
        found.push({
          sentence,
          ...corePhrase(trees[sentence]!, word),
          kind: 'nominal',
          type,
          method: 'noun',
          score: 0.7,
        })
    }
  })
  return found
}

/** "the Swede", "a 30-year-old Frenchman", "an Israeli named …": one person by nationality, which engines take for a name, and the country that it names. */
export function compatriots({ sentences, trees, knowledge }: Reader): Candidate[] {
  const found: Candidate[] = []
  sentences.forEach(({ words }, sentence) => {
    const tree = trees[sentence]!
    for (const word of words) {
      const people = knowledge.countryOfPeople(word.form)
      const known = people ?? (isOneOfAPeople(tree, word) ? knowledge.countryOfAdjective(word.form) : undefined)
      if (!known || word.xpos.endsWith('S') || isInName(tree, word)) continue
      if (!tree.child(word, 'det', 'nummod', 'amod') || isPaper(tree, word, knowledge)) continue
      const phrase = corePhrase(tree, word)
      found.push({ sentence, ...phrase, kind: 'nominal', type: 'PERSON', method: COMPATRIOT, score: 0.7 })
      const own = { sentence, first: word.index, last: word.index, kind: 'metonym', type: 'COUNTRY' } as const
      if (people && phrase.first !== phrase.last) found.push({ ...own, method: 'demonym.people', score: 0.9, known })
    }
  })
  return found
}

export const COMPATRIOT = 'noun.nationality'

const ONE = /^(?:an?|another)$/i
const THE = /^the$/i
/** "the French" */
const MANY = /(?:[^e]ch|ese|sh|ss)$/

/** "[an Israeli] named Dov Peretz was", "[the Australian] led": an adjective that heads a phrase with an article of one. */
const isOneOfAPeople = (tree: Tree, word: Word): boolean =>
  isRelation(word, 'nsubj', 'obj', 'obl', 'appos', 'conj', 'root') &&
  tree
    .childrenBy(word, 'det')
    .some(({ lemma }) => (word.upos === 'ADJ' && ONE.test(lemma)) || (THE.test(lemma) && !MANY.test(word.form)))

/** "The Australian reported" */
const isPaper = (tree: Tree, word: Word, knowledge: Reader['knowledge']): boolean =>
  knowledge.isOutlet(`The ${word.form}`) && /^(?:report|publish|reveal|print)$/.test(tree.head(word)?.lemma ?? '')

/** "Pole" of "North Pole", "Dane" of "Dane County" and "Claire Dane". */
const isInName = (tree: Tree, word: Word): boolean =>
  /^(compound|flat|amod|nmod)/.test(word.deprel) ||
  tree.children(word).some(({ deprel, upos }) => upos === 'PROPN' && /^(compound|flat)/.test(deprel))

/** A common noun that heads a phrase of its own and is not a title before a name. */
export const isPhraseHead = ({ upos, deprel }: Word): boolean =>
  upos === 'NOUN' && !/^(compound|flat|fixed|goeswith)/.test(deprel)

/** "President" in "President Vladimir Putin": the name hangs on it. */
export const isTitleOf = (tree: Tree, word: Word): boolean =>
  tree.children(word).some((child) => child.deprel.startsWith('flat') && child.upos === 'PROPN')
