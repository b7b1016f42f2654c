import { z } from 'zod'

const Words = z.array(z.string().min(1))

/** `seeds/lexicon/losses.json`: how articles count the dead, the hurt and the missing. Lemmas, but for the states. */
export const LossWords = z.object({
  /** What is counted: nouns for it, what happens to them, and the state they are left in. */
  counted: z.record(z.string(), z.object({ nouns: Words, verbs: z.array(z.string()), states: z.array(z.string()) })),
  /** Nouns that carry a figure ("the number of casualties", "its estimate"). */
  carriers: Words,
  /** Verbs that tie a figure to them: "put the death toll at 31". */
  putting: Words,
  /** Of these those whose object may be the bare figure: "had first counted 600". */
  counting: Words,
  /** Words that make a figure one of before. */
  earlier: Words,
  /** "raised its estimate from 600": what stands behind "from" was so before. */
  rising: Words,
})
export type LossWords = Readonly<z.infer<typeof LossWords>>
