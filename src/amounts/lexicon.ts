import { z } from 'zod'

const numbers = z.record(z.string(), z.number())
const ranges = z.record(z.string(), z.tuple([z.number(), z.number().nullable()]))
const words = z.array(z.string())

/** `seeds/lexicon/numbers.json`: number words and what they are worth; vague ones as [from, below). */
export const NumberWords = z.object({
  units: numbers,
  teens: numbers,
  tens: numbers,
  scales: numbers,
  /** Glued to digits: "2.5bn"; those in `spacedShortScales` also after a blank. */
  shortScales: numbers,
  /** The same, but only next to a currency: "$5m", for "5m" may be metres. */
  moneyScales: numbers,
  spacedShortScales: words,
  ordinals: numbers,
  scaleOrdinals: numbers,
  /** Denominators that are no ordinals. */
  parts: numbers,
  glyphs: numbers,
  /** "twice": how many times as much. */
  multiples: numbers,
  vague: ranges,
})
export type NumberWords = z.infer<typeof NumberWords>

/** `seeds/lexicon/comparators.json`: words around a number that open, close or blur it, and words that make it no amount. */
export const Comparators = z.object({
  before: z.object({ above: words, from: words, below: words, upTo: words, about: words }),
  after: z.object({ from: words, upTo: words, about: words }),
  /** Near "from X to Y" they name two values, not a range. */
  change: words,
  /** Near "3-1" they make it a result. */
  score: words,
  /** Near "52-47" or "9 to 4" they make them votes. */
  voting: words,
  /** Words that a temperature in "C" or "F" follows: "seat 12C" is none. */
  beforeDegrees: words,
  /** "Section 5": the number is a name. */
  labels: words,
  /** "this one", "one another": no amount. */
  notOne: words,
  afterOne: words,
  percent: words,
  points: words,
  basisPoints: words,
  age: words,
  ageMonths: words,
  ageWeeks: words,
  ageDays: words,
  ageBefore: words,
  /** "a 10,000-strong force" */
  strong: words,
  /** "twice [as]", "three times [more]": what stands behind a multiple of something. */
  compared: words,
})
export type Comparators = z.infer<typeof Comparators>

/** `seeds/lexicon/units.json`: units of measurement, their kind, and how they are written. */
export const Units = z.array(
  z.object({ unit: z.string(), kind: z.enum(['dimension', 'temperature']), forms: words, glued: words.optional() }),
)
export type Units = z.infer<typeof Units>

/**
 * `seeds/lexicon/currencies.json`: ISO 4217 code (or the plain word of a subunit), names after the number, signs and codes on either
 * side, capitals glued before it.
 */
export const Currencies = z.array(
  z.object({ unit: z.string(), names: words, signs: words.optional(), letters: words.optional() }),
)
export type Currencies = z.infer<typeof Currencies>

/** `seeds/lexicon/understood-nouns.json`: what a number without a noun counts, and what it is the age of. */
export const UnderstoodNouns = z.object({
  /** What befalls people: "forty were injured", "12 dead". */
  harmed: z.object({ verbs: words, states: words }),
  /** "Some 160 were taken to hospital" */
  takenTo: words,
  /** Where one of these is told of, "forty died" may be of them. */
  animals: words,
  /** "a crowd of 5,000" */
  crowds: words,
  /** "bringing the total to 1,500" */
  totals: words,
  /** "14 people, including six children": what comes after goes on about the 14. */
  including: words,
  /** "children under five" */
  ageGroups: words,
  /** Nouns for one person whose age "of" tells: "a runner of 52"; not "a mother of three". */
  ofAge: words,
})
export type UnderstoodNouns = z.infer<typeof UnderstoodNouns>

/** What the amount stage knows before it reads. */
export interface AmountSeeds {
  readonly numbers: NumberWords
  readonly comparators: Comparators
  readonly units: Units
  readonly currencies: Currencies
  readonly understood: UnderstoodNouns
}

export const loadAmountSeeds = (read: <T extends z.ZodType>(name: string, schema: T) => z.infer<T>): AmountSeeds => ({
  numbers: read('lexicon/numbers.json', NumberWords),
  comparators: read('lexicon/comparators.json', Comparators),
  units: read('lexicon/units.json', Units),
  currencies: read('lexicon/currencies.json', Currencies),
  understood: read('lexicon/understood-nouns.json', UnderstoodNouns),
})

/** What this stage needs to know. */
export interface AmountKit {
  readonly seeds: { readonly amounts: AmountSeeds }
}
