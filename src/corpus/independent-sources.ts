import type { ClaimFacts } from './facts.ts'

/** Two sentences that share this part of their five-word runs are one text, reprinted. */
const REPRINT = 0.6

/**
 * How many independent sources stand behind claims. Claims count once that share an outlet, a named speaker, or a sentence that is nearly the
 * same (Jaccard similarity of five-word shingles, Broder 1997): ten reprints of one wire text are one source.
 */
export function countIndependentSources(claims: readonly ClaimFacts[]): number {
  const parent = claims.map((_, at) => at)
  const find = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  const first = new Map<string, number>()
  const join = (key: string, at: number) => {
    const before = first.get(key)
    if (before === undefined) first.set(key, at)
    else parent[find(at)] = find(before)
  }
  const seen: { at: number; shingles: ReadonlySet<string> }[] = []
  claims.forEach((claim, at) => {
    join(`source ${claim.source}`, at)
    if (claim.speakerId !== null) join(`speaker ${claim.speakerId}`, at)
    const shingles = shinglesOf(claim.sentence)
    const reprint = seen.find((other) => find(other.at) !== find(at) && similarity(other.shingles, shingles) >= REPRINT)
    if (reprint) parent[find(at)] = find(reprint.at)
    if (seen.length < MAX_COMPARED) seen.push({ at, shingles })
  })
  return new Set(parent.map((_, at) => find(at))).size
}

/** Beyond this many sentences near-duplicates are no longer searched, only equal outlets and speakers. */
const MAX_COMPARED = 500

function shinglesOf(sentence: string): ReadonlySet<string> {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 5) return new Set([words.join(' ')])
  return new Set(words.slice(0, -4).map((_, at) => words.slice(at, at + 5).join(' ')))
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((shingle) => b.has(shingle)).length
  return shared / (a.size + b.size - shared)
}
