import { z } from 'zod'
import type { NamingSeeds } from '../mentions/naming-seeds.ts'

const Words = z.array(z.string().min(1))

/** What may carry reported words: a clause ("said that"), a quotation, or the verb may stand aside (", Kim said,"). */
const Frame = z.enum(['clause', 'quote', 'aside'])

/** `seeds/lexicon/saying.json`: the words by which somebody is reported to say, think, know or show something. All are lemmas. */
export const Saying = z.object({
  /** Reporting verbs; the first row that lists a lemma decides. */
  verbs: z.array(z.object({ id: z.string(), takes: z.array(Frame), lemmas: Words })),
  /** Verbs that report only with a person as subject: "I mean that", but not "this means that". */
  personal: Words,
  /** Verbs of saying that take "to": "claimed to have left". */
  infinitives: Words,
  /** Verbs of saying that take "-ing": "denied sending". */
  gerunds: Words,
  denials: Words,
  /** Where people speak without the text saying who: "the court heard that", "the inquest was told". */
  hearing: Words,
  /** "called it a success", "described the talks as open". */
  naming: Words,
  /** "assessed 11,000 in the north", "put the death toll at 31". */
  estimating: Words,
  /** "accused the mayor of hiding it". */
  accusing: Words,
  /** "is sure that". Forms, since participles are listed. */
  adjectives: Words,
  /** "X's claim that". */
  nouns: Words,
  /** Verbs that hand a noun's report to their subject: "has no doubt that", "issued a denial that". */
  holding: Words,
  /** "in the words of X", "in X's view". */
  phrases: Words,
  /** ", citing X". */
  citing: Words,
  /** Sources that are texts, not people. */
  documents: Words,
  /** Sources that are people without a name, when no name stands with them. */
  people: Words,
  /** Where somebody speaks or writes to an outlet, and what outlets do with it: "in an interview with X", "a statement carried by X", "speaking to X". */
  occasions: Words,
  carrying: Words,
  speaking: Words,
  /** Speaker labels of transcripts that are no names: "Q:". */
  labels: Words,
  /** Those of them behind which whoever is interviewed speaks. */
  answers: Words,
})
export type Saying = Readonly<z.infer<typeof Saying>>

type Verb = Saying['verbs'][number]

/** The same, as tables to look up. */
export interface SayingIndex {
  readonly verbs: ReadonlyMap<string, Verb>
  readonly sets: Readonly<Record<Exclude<keyof Saying, 'verbs'>, ReadonlySet<string>>>
}

const indexes = new WeakMap<Saying, SayingIndex>()

export function indexOf(saying: Saying): SayingIndex {
  const known = indexes.get(saying)
  if (known) return known
  const verbs = new Map<string, Verb>()
  for (const row of saying.verbs) for (const lemma of row.lemmas) if (!verbs.has(lemma)) verbs.set(lemma, row)
  const { verbs: _verbs, ...lists } = saying
  const sets = Object.fromEntries(
    Object.entries(lists).map(([name, words]) => [name, new Set(words)]),
  ) as unknown as SayingIndex['sets']
  const index = { verbs, sets }
  indexes.set(saying, index)
  return index
}

/** What this stage needs to know; of the stance words those for nobody. */
export interface SpeechKit {
  readonly seeds: {
    readonly saying: Saying
    readonly naming: NamingSeeds
    readonly stance: { readonly empty: readonly string[] }
  }
}
