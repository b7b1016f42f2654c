import type { Name, Word } from '../../model/document.ts'
import { UPPER } from '../../text/letters.ts'
import type { Reading } from '../engine.ts'

/** How likely a word is part of a name, by type; what is left to 1 is for no name at all. */
export type Chances = Readonly<Record<Name['type'], number>>

/** A sentence as the model reads it on its own; the chances of a word are asked for by its index. */
export interface Guess extends Reading {
  chancesOf(index: number): Chances
}

/** A place where a string stands that is a name somewhere in the document; `name` where the model saw one here. */
interface Occurrence {
  readonly sentence: number
  readonly first: number
  readonly last: number
  readonly name: Name | undefined
}

type Votes = Record<Name['type'], number>

const TYPES = ['PER', 'LOC', 'ORG', 'MISC'] as const
/** A string of which the model on average thinks this much that it is a name is one everywhere. */
const SURE = 0.5
/** What a long name's votes count for its part: "Mozilla" of "Mozilla Foundation", "Lee" of "Ann Lee". */
const PART = 0.4

/**
 * Lets a document decide once what a string names. Every place where it stands votes with the model's chances, also those where no name was seen; a surname
 * goes with the full name, an acronym and first words with the organisation.
 */
export function agreeOnNames(guesses: readonly Guess[]): Reading[] {
  const occurrences = findOccurrences(guesses)
  const own = new Map([...occurrences].map(([key, places]) => [key, votesOf(places, guesses)]))
  const lent = lentVotes(own)
  const names: Name[][] = guesses.map(() => [])
  for (const [key, places] of occurrences) {
    const votes = own.get(key)!
    const given = { votes: sumOf(votes, lent.get(key)) }
    const type = winner(given.votes)
    const isSure = TYPES.reduce((sum, each) => sum + votes[each], 0) >= SURE * places.length
    for (const { sentence, first, last, name } of places) {
      const { words } = guesses[sentence]!
      if (name) names[sentence]!.push({ ...name, type, ...given })
      else if (isSure)
        names[sentence]!.push({
          first,
          last,
          start: words[first - 1]!.start,
          end: words[last - 1]!.end,
          type,
          score: SURE,
          ...given,
        })
    }
  }
  return guesses.map(({ words }, at) => ({ words, names: names[at]!.sort((a, b) => a.first - b.first) }))
}

const winner = (votes: Votes): Name['type'] => [...TYPES].sort((a, b) => votes[b] - votes[a])[0]!
const sumOf = (own: Votes, lent: Votes = NONE): Votes => {
  const sum = { ...own }
  for (const type of TYPES) sum[type] += lent[type]
  return sum
}
const NONE: Votes = { PER: 0, LOC: 0, ORG: 0, MISC: 0 }

/** The sum over all places of what the model thinks of their words, by type. */
function votesOf(places: readonly Occurrence[], guesses: readonly Guess[]): Votes {
  const votes = { ...NONE }
  for (const { sentence, first, last } of places) {
    for (let index = first; index <= last; index++) {
      const chances = guesses[sentence]!.chancesOf(index)
      for (const type of TYPES) votes[type] += chances[type] / (last - first + 1)
    }
  }
  return votes
}

/** What names of several words say of their surname, their acronym and their first words. */
function lentVotes(own: ReadonlyMap<string, Votes>): Map<string, Votes> {
  const lent = new Map<string, Votes>()
  const lend = (key: string, type: Name['type'], votes: number) => {
    const now = lent.get(key) ?? { ...NONE }
    now[type] += votes
    lent.set(key, now)
  }
  for (const [key, votes] of own) {
    const words = key.split(' ')
    if (words.length === 1) continue
    const initials = words.flatMap((word) => (UPPER.test(word) ? [word[0]!] : []))
    lend(words.at(-1)!, 'PER', PART * votes.PER)
    for (let count = 1; count < words.length; count++) lend(words.slice(0, count).join(' '), 'ORG', PART * votes.ORG)
    lend(initials.join(''), 'ORG', votes.ORG)
  }
  return lent
}

/** By string, the names the model saw and the proper nouns elsewhere that are written the same and are no part of a longer one. */
function findOccurrences(guesses: readonly Guess[]): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>()
  const whole = wholeNames(guesses)
  const put = (key: string, occurrence: Occurrence) => {
    const places = found.get(key) ?? []
    places.push(occurrence)
    found.set(key, places)
  }
  guesses.forEach(({ words }, sentence) => {
    for (const name of whole[sentence]!) put(keyOf(words, name), { sentence, first: name.first, last: name.last, name })
  })
  guesses.forEach(({ words }, sentence) => {
    const taken = new Set(whole[sentence]!.flatMap((name) => words.slice(name.first - 1, name.last)))
    const isTaken = (first: number, last: number) => words.slice(first - 1, last).some((word) => taken.has(word))
    const isProper = (at: number) => words[at - 1]?.upos === 'PROPN'
    for (let first = 1; first <= words.length; first++) {
      if (!isProper(first) || taken.has(words[first - 1]!)) continue
      for (let last = Math.min(words.length, first + LONGEST - 1); last >= first; last--) {
        const places = found.get(keyOf(words, { first, last }))
        if (!places || isTaken(first, last) || isProper(first - 1) || isProper(last + 1)) continue
        places.push({ sentence, first, last, name: undefined })
        first = last
        break
      }
    }
  })
  return found
}

/**
 * Each sentence's names, those that are a piece of a name the model surely saw elsewhere, or of its first words, made whole: "Museum of Combat"
 * before "Feats", "Hartley" of "Hartley High" where "Hartley High School" stands elsewhere.
 */
function wholeNames(guesses: readonly Guess[]): Name[][] {
  const sure = new Map<string, Name>()
  const firsts = new Set<string>()
  for (const { words, names } of guesses) {
    for (const name of names) {
      if (name.first === name.last || name.score < WHOLE) continue
      firsts.add(words[name.first - 1]!.form)
      for (let last = name.last; last > name.first; last--)
        if (last === name.last || UPPER.test(words[last - 1]!.form)) {
          const key = keyOf(words, { first: name.first, last })
          if (last === name.last || !sure.has(key)) sure.set(key, name)
        }
    }
  }
  const widest = (piece: Name, words: readonly Word[]): Name | undefined => {
    for (let first = Math.max(1, piece.last - LONGEST + 1); first <= piece.first; first++) {
      if (!firsts.has(words[first - 1]!.form)) continue
      for (let last = Math.min(words.length, first + LONGEST - 1); last >= piece.last; last--) {
        const name = last - first > piece.last - piece.first ? sure.get(keyOf(words, { first, last })) : undefined
        if (name) return { ...name, first, last, start: words[first - 1]!.start, end: words[last - 1]!.end }
      }
    }
    return undefined
  }
  return guesses.map(({ words, names }) => {
    const kept = [...names]
    for (const piece of names) {
      const span = widest(piece, words)
      const inside = span ? kept.filter((name) => name.first <= span.last && name.last >= span.first) : []
      if (!span || inside.some((name) => name.first < span.first || name.last > span.last)) continue
      kept.splice(0, kept.length, ...kept.filter((name) => !inside.includes(name)), span)
    }
    return kept
  })
}
/** So sure is a name whose pieces elsewhere are no names. */
const WHOLE = 0.7
const LONGEST = 6

const keyOf = (words: readonly Word[], { first, last }: Pick<Name, 'first' | 'last'>): string =>
  words
    .slice(first - 1, last)
    .map(({ form }) => form)
    .join(' ')
    .replace(/’/g, "'")
