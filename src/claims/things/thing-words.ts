import { z } from 'zod'
import type { Span } from '../../model/span.ts'

const TOWN_AND_NOUN = /^(\p{Lu}[\p{L}’'-]+) (\p{Ll}+)$/u

const Words = z.array(z.string().min(1))
const Life = z.enum(['built', 'agreed', 'storm'])

/** `seeds/lexicon/things.json`: what is made, opened and named, and the stages it goes through. */
export const ThingWords = z.object({
  /** What counts as one kind, and how it comes to be: what is agreed is told apart by its parties, all else by its place; what moves is not named by it. */
  kinds: z.record(
    z.string(),
    z.object({ life: Life, nouns: Words, types: z.array(z.string()).optional(), moves: z.boolean().optional() }),
  ),
  /** In which order they come; what is said of them; nouns for the occasion; whether only what has a name is told apart by it. */
  stages: z.record(
    z.string(),
    z.object({
      life: Life,
      order: z.int(),
      name: z.string(),
      ceremonies: z.array(z.string()),
      named: z.boolean().optional(),
    }),
  ),
  /** Occasions that may be of any stage. */
  occasions: Words,
  /** Predicates that tell when or where an occasion was. */
  held: Words,
  /** Before a name: it is the name of something else. */
  beside: Words,
  /** Nouns for the town that a country has one of. */
  towns: Words,
})
export type ThingWords = Readonly<z.infer<typeof ThingWords>>

const tables = new WeakMap<ThingWords, ReadonlyMap<string, string>>()

/** The kind a common noun names: "memorial" → "museum". */
export function kindOfNoun(noun: string, words: ThingWords): string | undefined {
  const known =
    tables.get(words) ??
    new Map(Object.entries(words.kinds).flatMap(([kind, { nouns }]) => nouns.map((one) => [one, kind] as const)))
  tables.set(words, known)
  return known.get(noun.toLowerCase())
}

/** The kind a name tells by its head: "Memorial Museum of Combat Feats" → "museum", "Storm Maren" → "storm". */
export function kindOfName(name: string, words: ThingWords): string | undefined {
  const own = name.split(/\s(?:of|for|in|to|on|at)\s/i)[0]!.split(/\s+/)
  return own.map((word) => kindOfNoun(word, words)).findLast((kind) => kind !== undefined)
}

/** "Orsk bridge", with a small letter: a bridge at Orsk rather than a name. The span of the town. */
export function townIn({ start, text }: Span & { readonly text: string }, words: ThingWords): Span | undefined {
  const [, town, noun] = TOWN_AND_NOUN.exec(text) ?? []
  return town && noun && kindOfNoun(noun, words) ? { start, end: start + town.length } : undefined
}
