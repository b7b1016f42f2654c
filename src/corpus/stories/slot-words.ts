import { z } from 'zod'

const Words = z.array(z.string().min(1))

/** What one can fill of what happened: who found it, who steered it. */
export const Slot = z.strictObject({
  slot: z.string(),
  /** what two fillers are both said to be: "built it" */
  reason: z.string(),
  /** Verbs, as lemmas, whose subject fills it for what their object is. */
  verbs: Words,
  /** Verbs of the same for whoever is the first: "the first to see it". */
  firsts: Words.optional(),
  /** Relation types of the same. */
  types: Words.optional(),
  /** Nouns that the object must be one of. */
  objects: Words.optional(),
  /** Nouns for things that one article may call so and another so. */
  things: z.array(Words).optional(),
  /** What must follow the object: "led the police [to] it". */
  behind: z.string().optional(),
  /** Predicate and object of whoever fills it: "was at the helm". */
  at: Words.optional(),
  /** Nouns for whoever fills it: "the buyer". */
  roles: Words.optional(),
  /** The same in front of a name, behind one of `objects`: "jury president". */
  titles: Words.optional(),
  /** Predicates whose object fills it: "belongs to". */
  into: Words.optional(),
  /** Words before whoever fills it: "sold to". */
  phrases: Words.optional(),
  /** It is filled by the name of a place. */
  places: z.boolean().optional(),
  /** A story has one, whatever it is done to. */
  any: z.boolean().optional(),
  /** A story has mostly one of its things, so that a name and "the hall" may be of one. */
  alone: z.boolean().optional(),
  /** It is done once, at whatever time an article puts it. */
  once: z.boolean().optional(),
  /** What it is done to is a sum of money: the same sum is the same. */
  sums: z.boolean().optional(),
})
export type Slot = Readonly<z.infer<typeof Slot>>

/** `seeds/lexicon/slots.json`: what only one can fill in one story. */
export const Slots = z.strictObject({
  slots: z.array(Slot),
  /** Verbs for what only one does to a thing. */
  doers: Words,
  /** Verbs for what happens to a thing in one place only, by whether the place is where, whence or whither. */
  placing: z.strictObject({ in: Words, from: Words, to: Words }),
  /** Nouns for what acts as one body, which no name of a person or a place is another word for. */
  bodies: Words,
  /** The same of what persons with names may be of: "the Latvian police" is no name, but "police" may be an officer. */
  organs: Words,
  /** Nouns for animals and machines that find or do what a person may: no person is one. */
  tools: Words,
  /** Nouns for persons beside those of `nouns.json`. */
  persons: Words,
  /** Nouns that may stand for anybody. */
  vague: Words,
  /** Relation types and predicates whose object somebody is accused of. */
  charging: z.strictObject({ types: Words, predicates: Words }),
  /** How a cause is told: verbs of which it is the subject, those that put it behind "on" or "to", verbs for what it does itself, nouns that it is said to be, verbs that point to it, words before it. */
  causing: z.strictObject({
    by: Words,
    on: Words,
    to: Words,
    harming: Words,
    nouns: Words,
    pointing: Words,
    links: Words,
  }),
  /** Effects of which a story may have several, of one thing each. */
  ofSomething: Words,
  /** Nouns and verbs for what comes of a cause, those for one happening together. */
  effects: z.record(z.string(), Words),
})
export type Slots = Readonly<z.infer<typeof Slots>>
