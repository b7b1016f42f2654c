import { z } from 'zod'
import { slug } from '../model/id.ts'

/** Nouns that count the same things, by the name of their class. */
export const CountedNouns = z.record(z.string(), z.array(z.string()))

/** `seeds/lexicon/unit-sizes.json`: units of one system by the one that they are told in, with how many of it they are. */
export const UnitSizes = z.record(z.string(), z.record(z.string(), z.number().positive()))

/** Of `seeds/lexicon/measures.json` what comparing needs. */
const Measures = z.object({
  measures: z.record(
    z.string(),
    z.object({
      label: z.string(),
      of: z.enum(['occasion', 'holder']),
      grows: z.boolean().optional(),
      varies: z.boolean().optional(),
      yearly: z.boolean().optional(),
      planned: z.boolean().optional(),
    }),
  ),
  passing: z.array(z.string()),
  occasions: z.record(z.string(), z.object({ nouns: z.array(z.string()) })),
  turns: z.record(z.string(), z.object({ label: z.string(), verbs: z.array(z.string()) })),
})
export type MeasureFacts = Readonly<z.infer<typeof Measures>['measures'][string]>

const Countries = z.array(z.object({ name: z.string(), iso: z.string().optional() }))
const Places = z.array(z.object({ name: z.string(), country: z.string().optional() }))

/** What must be known of the world to tell whether two claims speak of the same thing. */
export interface CorpusKnowledge {
  /** "soldier" and "troop" → "troops"; a noun of no class stands for itself. */
  classOf(noun: string): string
  /** What a unit is in the one of its sort in which amounts are compared: 1000 of "kilogram" for "ton"; 1 of itself for others. */
  unitOf(unit: string): { readonly unit: string; readonly size: number }
  /** Whether one entity is a place within the other: ("place:kursk-region", "country:russia"). */
  isWithin(inner: string, outer: string): boolean
  /** What is known of a measure by the role that its amount fills: "killed". */
  measure(role: string): MeasureFacts | undefined
  /** Whether a verb makes its figure the least that it may be: "the toll passed 100". */
  isPassing(verb: string): boolean
  /** Whether a noun tells of a happening: "fire". */
  isHappening(noun: string): boolean
  /** How a title puts a verb that tells what happened once: "finish" → "ended". */
  turnOf(verb: string): string | undefined
}

/** Reads what it needs from the seed files with the reader given. */
export function loadCorpusKnowledge(
  read: <T extends z.ZodType>(name: string, schema: T) => z.infer<T>,
): CorpusKnowledge {
  const classes = new Map(
    Object.entries(read('lexicon/counted-nouns.json', CountedNouns)).flatMap(([name, nouns]) =>
      nouns.map((noun) => [noun, name] as const),
    ),
  )
  const countries = new Map(
    read('gazetteer/countries.json', Countries).map(({ name, iso }) => [iso, `country:${slug(name)}`]),
  )
  const countryOf = new Map(
    read('gazetteer/places.json', Places).flatMap(({ name, country }) => {
      const known = country && countries.get(country)
      return known ? [[slug(name), known] as const] : []
    }),
  )
  const units = new Map(
    Object.entries(read('lexicon/unit-sizes.json', UnitSizes)).flatMap(([unit, own]) =>
      Object.entries(own).map(([other, size]) => [other, { unit, size }] as const),
    ),
  )
  const { measures, turns, passing, occasions } = read('lexicon/measures.json', Measures)
  const labels = new Map(
    Object.values(turns).flatMap(({ label, verbs }) => verbs.map((verb) => [verb, label] as const)),
  )
  const happenings = new Set(Object.values(occasions).flatMap(({ nouns }) => nouns))
  return {
    isHappening: (noun) => happenings.has(noun.toLowerCase()),
    unitOf: (unit) => units.get(unit) ?? { unit, size: 1 },
    measure: (role) => measures[role],
    isPassing: (verb) => passing.includes(verb),
    turnOf: (verb) => labels.get(verb),
    classOf: (noun) => classes.get(noun.toLowerCase()) ?? noun.toLowerCase(),
    isWithin: (inner, outer) => {
      if (!inner.startsWith('place:')) return false
      const name = inner.slice('place:'.length)
      return (countryOf.get(name) ?? countryOf.get(name.replace(REGION, ''))) === outer
    },
  }
}

/** "kursk-region" is looked up as "kursk" too. */
const REGION = /-(?:region|province|oblast|prefecture|county|district|state|governorate|area)$/
