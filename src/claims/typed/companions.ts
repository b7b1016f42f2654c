import type { Word } from '../../model/document.ts'
import type { Tree } from '../../nlp/tree.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { Event } from './event.ts'

/** "arrested Ana Ruiz [along with two cameramen]", "the mayor, [together with her deputy], signed": who is there with one side of an event, right behind it or its verb. */
export function companionsOf(tree: Tree, { clause, kind }: Event, word: Word): Word[] {
  if (!clause || kind !== 'verb') return []
  const object = clause.object ?? (clause.passive ? clause.subject : undefined)
  const found = [...clause.obliques.map(({ head }) => head), ...tree.childrenBy(word, 'nmod')].filter((head) =>
    COMPANY.test(prepositionOf(tree, head).preposition),
  )
  return found.filter((head) => head !== word && nearest(head, [clause.subject, object]) === word)
}
const COMPANY = /^(?:along|together) with$|^as well as$/

/** The last of the sides before a word, else the first. */
function nearest(word: Word, sides: readonly (Word | undefined)[]): Word | undefined {
  const known = sides.filter((side) => side !== undefined).sort((a, b) => a.index - b.index)
  return known.findLast((side) => side.index < word.index) ?? known[0]
}
