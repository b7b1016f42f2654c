import { z } from 'zod'
import { readSeed } from '../../read-seed.ts'

/** seeds/lexicon/fast-engine.json: what the fast engine knows of words. All lower case. */
const FastSeed = z.object({
  /** Words of closed classes: "DET DT". */
  tags: z.record(z.string(), z.string()),
  be: z.array(z.string()),
  have: z.array(z.string()),
  do: z.array(z.string()),
  /** Prepositions whose phrase belongs to the noun before them. */
  nounPrepositions: z.array(z.string()),
  timeNouns: z.array(z.string()),
  /** Lemmas of verbs with a clause as their object. */
  saying: z.array(z.string()),
  companyEnds: z.array(z.string()),
  placeWords: z.array(z.string()),
  personTitles: z.array(z.string()),
})

export interface FastLexicon {
  readonly tags: ReadonlyMap<string, readonly [upos: string, xpos: string]>
  readonly be: ReadonlySet<string>
  readonly have: ReadonlySet<string>
  readonly do: ReadonlySet<string>
  readonly nounPrepositions: ReadonlySet<string>
  readonly timeNouns: ReadonlySet<string>
  readonly saying: ReadonlySet<string>
  readonly companyEnds: ReadonlySet<string>
  readonly placeWords: ReadonlySet<string>
  readonly personTitles: ReadonlySet<string>
}

export function loadFastLexicon(): FastLexicon {
  const { tags, ...lists } = readSeed('lexicon/fast-engine.json', FastSeed)
  const sets = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set(list)]))
  const pairs = Object.entries(tags).map(
    ([word, both]) => [word, both.split(' ') as unknown as [string, string]] as const,
  )
  return { tags: new Map(pairs), ...sets } as unknown as FastLexicon
}
