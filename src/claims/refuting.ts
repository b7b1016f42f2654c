import { z } from 'zod'

const Words = z.array(z.string().min(1))

/**
 * `seeds/lexicon/refuting.json`: pronouns for what was said, nouns for it (`wholes`: for all of it) and what may stand before them, and what "that is …" and "that is not …" say of what is
 * denied.
 */
export const Refuting = z.object({
  pronouns: Words,
  before: Words,
  nouns: Words,
  wholes: Words,
  refuting: Words,
  affirming: Words,
})
export type Refuting = Readonly<z.infer<typeof Refuting>>
