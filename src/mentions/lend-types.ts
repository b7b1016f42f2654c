import type { EntityType } from '../model/mention.ts'
import type { Typed } from './candidate.ts'
import { type Candidate, type Reader, textOfCandidate, wordsOf } from './candidate.ts'
import { isHeadline } from './headline.ts'
import { spelled } from './spelled.ts'
import { isSport } from './sport-evidence.ts'

/** What takes points for all places of a string. */
interface Lent {
  readonly textOf: (name: Candidate) => string
  texts(): Iterable<string>
  addAll(text: string, type: EntityType, weight: number): void
}

/** What takes its name from a longer one without its opening: "Marisol" after "Typhoon Marisol". */
const OPENED: ReadonlySet<EntityType> = new Set(['EVENT', 'VESSEL'])

/**
 * "Ruiz" goes with "Ana Ruiz", "Calder" with "Calder Group", "Marisol" with "Typhoon Marisol", "Tolosa" with the ship "Nord Tolosa";
 * in a report that names persons in full, one word that is part of no such name is seldom one.
 */
export function lendTypes(
  names: readonly Typed[],
  types: ReadonlyMap<Typed, EntityType>,
  ballot: Lent,
  reader: Reader,
): void {
  const lent = new Map<string, Set<EntityType>>()
  const isOneWord = ({ first, last }: Typed) => first === last
  const persons = new Set(names.filter((name) => isOneWord(name) && types.get(name) === 'PERSON').map(ballot.textOf))
  const some = new Set<string>()
  const lendSome = (text: string) => some.add(text)
  const lend = (text: string, type: EntityType) => lent.set(text, (lent.get(text) ?? new Set()).add(type))
  for (const name of names) {
    const type = types.get(name)!
    const words = ballot.textOf(name).split(' ')
    if (words.length === 1) continue
    if (type === 'PERSON') for (const word of words) lend(word, 'PERSON')
    if (type === 'ORGANIZATION') (isFirm(words, reader) ? lend : lendSome)(words[0]!, type)
    // "Kiel" is "THW Kiel" where they play
    if (type === 'ORGANIZATION' && CLUB.test(words[0]!) && isSport(reader)) lend(words.at(-1)!, type)
    if (/^\d+$/.test(words.at(-1)!) && !OPENED.has(type)) lend(words[0]!, type) // "DalaPack" of "DalaPack 3"
    if (type === 'VESSEL') lend(words.at(-1)!, 'VESSEL')
    if (type === 'PLACE' && words.length === 2 && reader.knowledge.nameWords.isHead([words[1]!]) === type)
      lend(words[0]!, type)
    if (OFFICIAL.has(type)) lend(words[words.indexOf('of') - 1] ?? words.at(-1)!, type)
    if (type === 'FACILITY' && SAINTLY.test(words[0]!)) lend(words.slice(0, -1).join(' '), 'FACILITY')
    if (OPENED.has(type)) lend(tailOf(name, reader), type)
    if (words.at(-2) === 'of' && isSeated(words.slice(0, -1), reader)) lend(words.at(-1)!, 'PLACE')
    if (words.length <= 3 && persons.has(words.at(-1)!) && type !== 'VESSEL') lend(words.join(' '), 'PERSON')
  }
  const fullNames = names.filter((name) => types.get(name) === 'PERSON' && name.first < name.last)
  const isOthers = bareFirst(names, types, ballot, reader)
  const isReport = reader.sentences.length >= 8 && new Set(fullNames.map(ballot.textOf)).size >= 2
  for (const text of ballot.texts()) {
    if (some.has(text) && !reader.knowledge.isGiven(text)) ballot.addAll(text, 'ORGANIZATION', SOME)
    for (const type of lent.get(text) ?? [])
      ballot.addAll(text, type, OPENED.has(type) ? WHOLE : type === 'PERSON' && isOthers(text) ? SHARED : PART)
    const isAlone = !text.includes(' ') && !lent.get(text)?.has('PERSON')
    if (isAlone && !reader.knowledge.isGiven(text) && reader.knowledge.bySurname(text).length === 0)
      ballot.addAll(text, 'PERSON', isReport ? ALONE : ALONE / 3)
  }
}
/** "The House" is the "House of Representatives" and no other body. */
const OFFICIAL: ReadonlySet<EntityType> = new Set(['GOVERNMENT', 'MILITARY_UNIT'])
const PART = 3
/** The first word of any other body's name ("Zuberi" of "Zuberi Beats") may be a person's or a place's as well. */
const SOME = 1.5
const SHARED = 0.5
const WHOLE = 6
const ALONE = -1.5

/** "St Anne's" is the hospital "St Anne's Hospital". */
const SAINTLY = /^St\.?$/

/** "Hale was founded by John Hale": a word that stands alone before anybody so called is named in full is the name of something else. A headline may run ahead. */
function bareFirst(
  names: readonly Typed[],
  types: ReadonlyMap<Typed, EntityType>,
  { textOf }: Lent,
  { sentences }: Reader,
): (text: string) => boolean {
  const bare = new Map<string, number>()
  const full = new Map<string, number>()
  for (const name of names) {
    const { sentence, words } = sentences[name.sentence]!
    if (sentence.zone === 'title' || isHeadline(words)) continue
    const at = words[name.first - 1]!.start
    const isBare = name.first === name.last
    if (!isBare && types.get(name) !== 'PERSON') continue
    const [list, text] = isBare ? [bare, textOf(name)] : [full, textOf(name).split(' ').at(-1)!]
    list.set(text, Math.min(at, list.get(text) ?? at))
  }
  return (text) => (bare.get(text) ?? Infinity) < (full.get(text) ?? 0)
}

/** Known places lend their names to universities and newspapers and stay places. */
const isFirm = (words: readonly string[], { knowledge }: Reader) =>
  (words.includes('&') ||
    knowledge.nameWords.has('companies', words.at(-1)!) ||
    (knowledge.nameWords.has('bodies', words.at(-1)!) && !knowledge.nameWords.has('seated', words.at(-1)!))) &&
  knowledge.named(words[0]!).every(({ type }) => type !== 'PLACE')
const CLUB = /^\p{Lu}{2,4}$/u

/** "Port of" Orsk, "Siege of" Orsk: what opens the name of what is at a place. */
function isSeated(opening: readonly string[], { knowledge: { nameWords } }: Reader): boolean {
  const type = nameWords.opens(opening)
  return type === 'PLACE' || type === 'FACILITY' || type === 'EVENT'
}

/** The name without the words that open it; "" when it has none. */
function tailOf(name: Candidate, reader: Reader): string {
  const words = wordsOf(reader, name)
  for (let size = 1; size < words.length; size++) {
    if (!reader.knowledge.nameWords.opens(words.slice(0, size).map(({ form }) => form))) continue
    if (words[size - 1]!.upos === 'ADP') continue // the "Battle of Marengo" does not lend its name to Marengo
    return spelled(textOfCandidate(reader, { ...name, first: name.first + size }))
  }
  return ''
}
