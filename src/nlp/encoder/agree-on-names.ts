import type { Name, Word } from '../../model/document.ts'
import type { Reading } from '../engine.ts'

/** What a document calls by one string. */
interface Votes {
  readonly byType: Map<Name['type'], number>
  times: number
  /** Longest first: how many words it has. */
  readonly length: number
}

/** A type that leads the others by less than this is no decision. */
const LEAD = 1.5
/** A string that is written so often, and so surely, is a name where the model overlooked it. */
const SURE = 0.85

/**
 * Lets a document decide once what a string names: the type that its occurrences vote for, by score, holds for all of them; a surname goes with the full name;
 * where a string is surely a name elsewhere, an overlooked capitalised occurrence is one too.
 */
export function agreeOnNames(readings: readonly Reading[]): Reading[] {
  const votes = countVotes(readings)
  return readings.map(({ words, names }) => {
    const agreed = names.map((name) => ({ ...name, type: decided(keyOf(words, name), votes) ?? name.type }))
    return { words, names: [...agreed, ...overlooked(words, agreed, votes)].sort((a, b) => a.first - b.first) }
  })
}

const keyOf = (words: readonly Word[], { first, last }: Pick<Name, 'first' | 'last'>): string =>
  words
    .slice(first - 1, last)
    .map(({ form }) => form)
    .join(' ')
    .replace(/’/g, "'")

function countVotes(readings: readonly Reading[]): Map<string, Votes> {
  const votes = new Map<string, Votes>()
  const vote = (key: string, length: number, type: Name['type'], score: number, times: number) => {
    const now = votes.get(key) ?? { byType: new Map(), times: 0, length }
    now.byType.set(type, (now.byType.get(type) ?? 0) + score)
    now.times += times
    votes.set(key, now)
  }
  for (const { words, names } of readings) {
    for (const name of names) {
      vote(keyOf(words, name), name.last - name.first + 1, name.type, name.score, 1)
      if (name.type === 'PER' && name.last > name.first) vote(words[name.last - 1]!.form, 1, 'PER', name.score / 2, 0)
    }
  }
  return votes
}

function decided(key: string, votes: ReadonlyMap<string, Votes>): Name['type'] | undefined {
  const [best, second] = [...(votes.get(key)?.byType ?? [])].sort(([, a], [, b]) => b - a)
  if (!best) return undefined
  return !second || best[1] >= LEAD * second[1] ? best[0] : undefined
}

/** Occurrences without a name of strings that the document surely uses as one. */
function overlooked(words: readonly Word[], names: readonly Name[], votes: ReadonlyMap<string, Votes>): Name[] {
  const taken = new Set(
    names.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step)),
  )
  const found: Name[] = []
  for (let first = 1; first <= words.length; first++) {
    if (words[first - 1]!.upos !== 'PROPN') continue
    for (let last = Math.min(words.length, first + 5); last >= first; last--) {
      const key = keyOf(words, { first, last })
      const vote = votes.get(key)
      const type = decided(key, votes)
      if (!vote || !type || vote.times < 1 || (vote.byType.get(type) ?? 0) / Math.max(1, vote.times) < SURE) continue
      if (rangeHas(taken, first, last) || words[first - 2]?.upos === 'PROPN' || words[last]?.upos === 'PROPN') continue
      found.push({ first, last, start: words[first - 1]!.start, end: words[last - 1]!.end, type, score: 0.5 })
      first = last
      break
    }
  }
  return found
}

const rangeHas = (taken: ReadonlySet<number>, first: number, last: number): boolean => {
  for (let at = first; at <= last; at++) if (taken.has(at)) return true
  return false
}
