import type { Name } from '../../model/document.ts'
import { UPPER } from '../../text/letters.ts'
import type { Token } from '../../text/tokenize.ts'
import type { FastLexicon } from './fast-lexicon.ts'
import type { Tagged } from './tag-words.ts'

const ACRONYM = /^\p{Lu}{2,6}$/u

/** Runs of capitalised names with the type that compromise, their last word or the words around them tell. */
export function findNames(words: readonly Tagged[], tokens: readonly Token[], lexicon: FastLexicon): Name[] {
  const found: Name[] = []
  for (let first = 0; first < words.length; first++) {
    if (!isName(words[first]!, lexicon)) continue
    let last = first
    while (last + 1 < words.length && goesOn(words, last, lexicon)) last++
    const { type, score } = typeOf(words, first, last, lexicon)
    found.push({ first: first + 1, last: last + 1, start: tokens[first]!.start, end: tokens[last]!.end, type, score })
    first = last
  }
  return found
}

const isName = ({ upos, xpos, lower }: Tagged, lexicon: FastLexicon): boolean =>
  upos === 'PROPN' && xpos !== 'NNPS' && !lexicon.timeNouns.has(lower) && !lexicon.personTitles.has(lower)

/** "Bank of England", "al-Qaeda": small words inside a name. */
function goesOn(words: readonly Tagged[], last: number, lexicon: FastLexicon): boolean {
  const next = words[last + 1]!
  if (isName(next, lexicon) || (next.xpos === 'NNPS' && UPPER.test(next.form))) return true
  const later = words[last + 2]
  return (
    (next.xpos === 'HYPH' || (next.lower === 'of' && lexicon.companyEnds.has(words[last]!.lower))) &&
    later !== undefined &&
    isName(later, lexicon)
  )
}

function typeOf(
  words: readonly Tagged[],
  first: number,
  last: number,
  lexicon: FastLexicon,
): { type: Name['type']; score: number } {
  const run = words.slice(first, last + 1)
  const end = run.at(-1)!
  const before = words[first - 1]
  if (run.some(({ lower }) => lexicon.companyEnds.has(lower))) return { type: 'ORG', score: 0.7 }
  if (lexicon.placeWords.has(end.lower)) return { type: 'LOC', score: 0.7 }
  if (before && lexicon.personTitles.has(before.lower)) return { type: 'PER', score: 0.8 }
  const count = (...tags: string[]) => run.filter(({ terms }) => tags.some((tag) => terms.has(tag))).length
  const [people, places, companies] = [
    count('Person'),
    count('Place', 'Country', 'City', 'Region'),
    count('Organization'),
  ]
  if (places > 0 && places >= people && places >= companies) return { type: 'LOC', score: 0.7 }
  if (people > 0 && people >= companies) return { type: 'PER', score: 0.7 }
  if (companies > 0) return { type: 'ORG', score: 0.6 }
  if (run.length === 1 && ACRONYM.test(end.form)) return { type: 'ORG', score: 0.5 }
  if (before?.lower === 'in' || before?.lower === 'near') return { type: 'LOC', score: 0.4 }
  return run.length === 2 || run.length === 3 ? { type: 'PER', score: 0.35 } : { type: 'MISC', score: 0.3 }
}
