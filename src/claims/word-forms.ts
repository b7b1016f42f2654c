import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { prepositionOf } from './clauses/prepositions.ts'
import type { Lexicon } from './typed/lexicon.ts'

/** "start-up", which is three words to the parser. */
export function hyphenated(tree: Tree, word: Word): string | undefined {
  const [first, hyphen] = [tree.word(word.index - 2), tree.word(word.index - 1)]
  const isJoined = first && hyphen?.form === '-' && first.end === hyphen.start && hyphen.end === word.start
  return isJoined ? `${first.lemma}-${word.lemma}`.toLowerCase() : undefined
}

/** "fashion house", "start-up": the word with the one before it, in lower case; "" where that is no part of its name. */
export function compound(tree: Tree, word: Word): string {
  const joined = hyphenated(tree, word)
  if (joined) return joined
  const before = tree.word(word.index - 1)
  return before && before.head === word.index && isRelation(before, 'compound', 'amod')
    ? `${(before.xpos === 'JJR' ? before.form : before.lemma).toLowerCase()} ${word.lemma.toLowerCase()}` // "lower house"
    : ''
}

/** "player of the year", "best actress", "Best Picture": who is named so holds no post. */
export function isLaurel(tree: Tree, word: Word, lexicon: Lexicon): boolean {
  if (tree.childrenBy(word, 'amod', 'compound').some(({ form }) => /^best$/i.test(form))) return true
  return tree
    .childrenBy(word, 'nmod')
    .some(
      (child) => prepositionOf(tree, child).preposition === 'of' && lexicon.isA(child.lemma.toLowerCase(), 'period'),
    )
}

/** "motorcyclist", "nightwatchman", "festivalgoers": a noun that no list knows, whose ending says that it is a person. */
export const isDoer = ({ upos, form }: Word): boolean =>
  upos === 'NOUN' &&
  form.length > 6 &&
  DOER.test(form) &&
  !/(?:check|play|short|wait|black|white|watch|set)lists?$/i.test(form)
const DOER = /(?:[a-z]ist|[a-z]woman|[a-z]man|goer|keeper|worker|fighter|dweller|climber|seeker)s?$|(?:wo)?men$/i
