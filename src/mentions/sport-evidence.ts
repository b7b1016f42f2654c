import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { type Candidate, type Reader, textOfCandidate } from './candidate.ts'
import type { Evidence } from './evidence.ts'

/** In a report on sport a town that wins, is beaten, has a coach or sells a player is its club. */
const PLAYS = 6
/** So many nouns of the game make a report on sport. */
const GAME = 5

/** What a name's part in a contest says; nothing in reports on other things. `first` is the first word of the list in which the name stands. */
export function sportEvidence(name: Candidate, first: Word, tree: Tree, reader: Reader): Evidence[] {
  const isNation =
    name.known?.type === 'COUNTRY' || reader.knowledge.evidence.nations.has(textOfCandidate(reader, name))
  const isPlayer = name.type === 'PERSON' && !isLeftOrJoined(name, first, tree, reader)
  if (isPlayer || isNation || !isSport(reader) || !plays(name, first, tree, reader)) return []
  return [{ type: 'ORGANIZATION', weight: PLAYS }]
}

/** "The coach left Porto": whom the engine takes for a person, though only clubs are left and joined. */
const isLeftOrJoined = ({ first: own, last }: Candidate, first: Word, tree: Tree, { knowledge }: Reader): boolean =>
  own === last && isRelation(first, 'obj') && knowledge.evidence.sides.has(tree.head(first)!.lemma.toLowerCase())

function plays({ last }: Candidate, first: Word, tree: Tree, { knowledge: { evidence } }: Reader): boolean {
  const head = tree.head(first)
  const behind = tree.word(last + (tree.word(last + 1)?.xpos === 'POS' ? 2 : 1))
  if (behind && behind.upos === 'NOUN' && evidence.teammates.has(behind.lemma)) return true
  if (!head) return false
  const lemma = head.lemma.toLowerCase()
  if (first.deprel === 'nsubj') return evidence.contests.has(lemma)
  if (isRelation(first, 'obj')) return evidence.rivals.has(lemma) || evidence.sides.has(lemma)
  const preposition = tree.child(first, 'case')?.form.toLowerCase() ?? ''
  if (!isRelation(first, 'obl', 'nmod') || !/^(for|from|against|over|with|to)$/.test(preposition)) return false
  return evidence.clubs.has(lemma) || evidence.contests.has(lemma)
}

/** Whether the document is a report on sport. */
export function isSport(reader: Reader): boolean {
  const known = sports.get(reader)
  if (known !== undefined) return known
  const { sport } = reader.knowledge.evidence
  let count = 0
  for (const { words } of reader.sentences)
    for (const { upos, lemma } of words) if (upos === 'NOUN' && sport.has(lemma)) count++
  sports.set(reader, count >= GAME)
  return count >= GAME
}
const sports = new WeakMap<Reader, boolean>()
