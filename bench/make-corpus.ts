import type { Extraction } from '../src/model/extraction.ts'
import { makeExtraction, type Statement } from '../test/support/make-extraction.ts'

const TYPES = ['DEPLOYED_TO', 'ATTACKED', 'MET_WITH', 'SUPPLIED_AID_TO', 'VISITED', 'SIGNED', 'ACCUSES', 'LOCATED_IN']
const VERBS = ['sent', 'attacked', 'met', 'supplied', 'visited', 'signed', 'accused', 'lies in']
const SOURCES = 40

/**
 * A made-up article, the same for the same number: 24 sentences, 16 claims (half of them typed) about entities of which a few are in nearly every
 * article and most in very few, as in the news.
 */
export function makeArticle(number: number): Extraction {
  const random = randomFrom(number)
  const statements = Array.from({ length: 16 }, (_, at): Statement => {
    const kind = Math.floor(random() * TYPES.length)
    const [subject, object] = [entity(random), entity(random)]
    return {
      subject,
      predicate: VERBS[kind]!,
      object: object === subject ? 'Farland' : object,
      type: at % 2 === 0 ? TYPES[kind] : undefined,
      amount: kind === 0 ? 1000 * (1 + Math.floor(random() * 12)) : undefined,
      date: random() < 0.3 ? day(random) : undefined,
      speaker: random() < 0.4 ? `Speaker ${Math.floor(random() ** 2 * 200)}` : undefined,
      factuality: random() < 0.1 ? 'planned' : 'asserted',
    }
  })
  return makeExtraction(
    {
      key: `made-${number}`,
      source: `Outlet ${Math.floor(random() * SOURCES)}`,
      publishedAt: day(random),
      prose: Array.from(
        { length: 8 },
        (_, at) => `Sentence ${at} of report ${number} says nothing that anybody could use.`,
      ),
      statements,
    },
    { check: false },
  )
}

/** Ten hubs take a third of all mentions; the rest falls off towards 5,000 rare ones. */
function entity(random: () => number): string {
  return random() < 0.33 ? `Hubland ${Math.floor(random() * 10)}` : `Place ${Math.floor(random() ** 3 * 5000)}`
}

const day = (random: () => number): string =>
  new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 600))).toISOString().slice(0, 10)

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed + 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
