import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Candidate, Reader, Refiner } from './candidate.ts'
import type { Knowledge } from './knowledge.ts'
import { headOf } from './noun-phrase.ts'
import { isSport } from './sport-evidence.ts'

/** "Pyongyang said" is the country's government, "in Pyongyang" the city: the predicate decides. */
export const metonyms: Refiner = (candidates, reader) =>
  candidates.map((candidate) => metonym(candidate, candidates, reader) ?? candidate)

function metonym(candidate: Candidate, names: readonly Candidate[], reader: Reader): Candidate | undefined {
  const { sentences, trees, knowledge } = reader
  const country = candidate.known?.capitalOf && knowledge.entity(candidate.known.capitalOf)
  if (candidate.kind !== 'name' || !country || isSport(reader)) return undefined // a capital's club or its hall
  const tree = trees[candidate.sentence]!
  const own = headOf(sentences[candidate.sentence]!.words, candidate)
  if (isPlayersClub(own, tree, knowledge)) return undefined
  if (!isActing(own, tree, knowledge) || (isRelation(own, 'nmod:poss') && ownsFirm(candidate, own, names)))
    return undefined
  return { ...candidate, kind: 'metonym', type: country.type, method: 'metonym.capital', known: country, score: 0.8 }
}

/** "The striker signed a contract with Paris": the town is its club's. */
function isPlayersClub(name: Word, tree: Tree, { evidence }: Knowledge): boolean {
  const governor = tree.head(name)
  const preposition = tree.child(name, 'case')?.form.toLowerCase() ?? ''
  if (!governor || !/^(?:with|for|from|to|by)$/.test(preposition)) return false
  return (
    (evidence.clubs.has(governor.lemma.toLowerCase()) || /^(?:contract|deal|terms?)$/.test(governor.lemma)) &&
    tree.words.some(
      ({ lemma }) => evidence.sport.has(lemma.toLowerCase()) && evidence.teammates.has(lemma.toLowerCase()),
    )
  )
}

/** "Nairobi's Kifaru Biologics" is where the firm is. */
const ownsFirm = ({ sentence }: Candidate, { head }: Word, names: readonly Candidate[]): boolean =>
  names.some(
    (name) =>
      name.kind === 'name' &&
      name.type === 'ORGANIZATION' &&
      name.sentence === sentence &&
      name.first <= head &&
      head <= name.last,
  )

function isActing(name: Word, tree: Tree, knowledge: Knowledge): boolean {
  const { subjectOf, objectOf, with: companions, toNouns, toVerbs, placeNouns, governed } = knowledge.metonymy
  const word = firstOfList(name, tree)
  const governor = tree.head(word)
  const lemma = governor?.lemma.toLowerCase() ?? ''
  const preposition = (tree.child(name, 'case') ?? tree.child(word, 'case'))?.form.toLowerCase()
  if (isRelation(word, 'nsubj')) {
    if (tree.child(governor!, 'nsubj') !== word && governor!.upos === 'NOUN') return false
    if (word.deprel === 'nsubj:pass') return objectOf.has(lemma)
    const withs = tree.childrenBy(governor!, 'obl').map((oblique) => tree.child(oblique, 'case')?.form.toLowerCase())
    const particles = tree.childrenBy(governor!, 'compound:prt', 'advmod').map(({ form }) => form.toLowerCase())
    return subjectOf.has(lemma) || [...withs, ...particles].some((word) => subjectOf.has(`${lemma} ${word}`))
  }
  if (isRelation(word, 'nmod:poss')) return !placeNouns.has(lemma) && !isPlaceLike(lemma, knowledge)
  if (isRelation(word, 'obj', 'iobj')) return objectOf.has(lemma)
  if (!preposition || !isRelation(word, 'nmod', 'obl')) return false
  if (isRelation(word, 'obl:agent')) return subjectOf.has(lemma)
  if (companions.has(preposition) || governed.has(`${lemma} ${preposition}`)) return true
  if (preposition !== 'to' && preposition !== 'for' && preposition !== 'from') return false
  return toNouns.has(lemma) || toVerbs.has(lemma)
}

const isPlaceLike = (lemma: string, knowledge: Knowledge) =>
  ['PLACE', 'FACILITY'].includes(knowledge.typeOfNoun(lemma) ?? '')

/** "Washington, Seoul and Tokyo said": the last stands where the first does. */
function firstOfList(word: Word, tree: Tree): Word {
  let at = word
  for (let steps = 0; at.deprel === 'conj' && steps < tree.words.length; steps++) at = tree.head(at) ?? at
  return at
}
