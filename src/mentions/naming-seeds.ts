import { z } from 'zod'
import { EntityType } from '../model/mention.ts'

const words = z.array(z.string())
const byType = z.partialRecord(EntityType, words)

export const Country = z.object({
  name: z.string(),
  iso: z.string().optional(),
  wikidata: z.string().optional(),
  aliases: words.optional(),
  adjectives: words,
  people: words,
  capitals: words,
  /** What it is called besides "country": "island nation", "baltic country". */
  nouns: words.optional(),
})
export const Place = z.object({
  name: z.string(),
  kind: z.enum(['city', 'state', 'region']),
  country: z.string().optional(),
  /** How it is written behind a city: "CA". */
  short: words.optional(),
})
export const Organization = z.object({
  name: z.string(),
  type: EntityType,
  noun: z.string(),
  /** A city that stands for it: "Brussels". */
  seat: z.string().optional(),
  country: z.string().optional(),
  wikidata: z.string().optional(),
  aliases: words.optional(),
})
/** A publisher (seeds/gazetteer/outlets.json), as far as its name may stand in a text. */
export const Publisher = z.object({ name: z.string(), aliases: words.optional(), country: z.string().optional() })
export const Person = z.object({
  name: z.string(),
  gender: z.enum(['m', 'f']),
  country: z.string().optional(),
  roles: words.optional(),
  wikidata: z.string().optional(),
  aliases: words.optional(),
})
export const PersonNames = z.object({ male: words, female: words, either: words, familyFirst: words })
/** Given names that tell a person's gender and are no sign of one: too many are other words as well. */
export const GivenGenders = z.object({ male: words, female: words })
export const ByGender = z.object({ male: words, female: words, either: words })
/** `ofName`: titles that are part of how a person is named ("Queen Elizabeth"). */
export const Titles = ByGender.extend({ ofName: words })
export const Nouns = z.object({ male: words, female: words, person: words }).catchall(words)
/** Where a capital stands for its government: by its verb, its preposition, both ("finger at"), what it owns. */
export const Metonymy = z.object({
  subjectOf: words,
  objectOf: words,
  with: words,
  toNouns: words,
  toVerbs: words,
  placeNouns: words,
  governed: words,
})

/** Single words of names and around them: what belongs to the place behind it, what only a company's name ends in, what is never a name … */
export const NameWords = z.object({
  areas: words,
  compass: words,
  companies: words,
  /** what a firm's name ends in or not: its legal form */
  legal: words,
  /** what only the name of an organisation ends in that is no firm */
  bodies: words,
  /** of these, what is called after its place more often than not */
  seated: words,
  buildings: words,
  ship: words,
  never: words,
  /** what stands before a firm's name with the capital of a sentence ("Chipmaker Belcor"), and begins none itself */
  trades: words,
  /** What can only be a building ("the Aurora, a hostel"), and who can only be a person ("its founder, Ola Nes"), as common nouns. */
  built: words,
  persons: words,
  /** A part of a firm with a name of its own: "its Scottish arm, Loch Hale". */
  branches: words,
  /** What a minister is for: "Labour Minister" is of no party. */
  portfolios: words,
  products: words,
  /** Small words inside a person's name: "Marijke ten Broeke". */
  particles: words,
  /** Verbs that give another name: "also called the Storm Corps". */
  naming: words,
})

/**
 * What tells the type of a name by its part in a sentence. By type: verbs it is subject or object of, nouns it owns ("X's wife", "X shares") and nouns before it with
 * a preposition ("founder of X"). Lists: prepositions and directions of places, what "in X" is no place behind, verbs of going, a club's verbs and nouns, what rivals
 * and makers do, the second halves of "X-based" and "X-owned", fighters, what bodies and persons do and places do not.
 */
export const NameEvidence = z.object({
  subjectOf: byType,
  objectOf: byType,
  owns: byType,
  of: byType,
  places: words,
  directions: words,
  /** What only bodies have, make or lose: a profit, jobs. */
  business: words,
  /** What is brought against somebody, or put on them. */
  suits: words,
  /** Of these what one has is in a body: "a stake in". */
  heldIn: words,
  notPlaced: words,
  motion: words,
  clubs: words,
  /** what is done for an employer or a client */
  employed: words,
  rivals: words,
  /** what is done on a field, nouns of reports on sport, and whom a team has */
  contests: words,
  sport: words,
  teammates: words,
  /** lands that are no states and play as countries do */
  nations: words,
  makers: words,
  /** "she told El Faro": what is done to papers and broadcasters as to people */
  told: words,
  /** "Corvane, based in …": how bodies are introduced */
  established: words,
  /** "bought from Corvane", "sold to Corvane" */
  deals: words,
  /** what is done to the sides in a contest and to the clubs that somebody works for */
  sides: words,
  /** what bears the name of its place as well as of its owner: "the Orsk plant" */
  sited: words,
  seated: words,
  owned: words,
  fighters: words,
  bodies: words,
})

export const Pronouns = z.object({
  personal: words,
  singular: words,
  plural: words,
  male: words,
  female: words,
  thing: words,
  first: words,
  second: words,
  demonstrative: words,
})

/**
 * Kinds of things: the common nouns that mean one, words of names that show one, and the kinds that it is a kind of; a kind of none has a type. What is
 * called nothing may be of a common kind; the name may stand behind "of" ("the town of Orsk"); `told`: of what is known as an organisation only
 * nobody says that it is one ("the government"); `epithet`: what somebody is for good ("the soprano"). `another`:
 * words that bring somebody else; `neutral`: words that tell nothing apart ("the family firm"); `rival`: words that tell rivals apart ("the ruling party"). `posts`: verbs by which somebody is given a post, takes or
 * leaves it. `does` and `suffers`: verbs that make somebody an owner, a victim, with the preposition they may need ("sell to"), and nouns ("painting by").
 */
export const KindSeeds = z.object({
  kinds: z.record(
    z.string(),
    z.object({
      type: EntityType.optional(),
      common: z.boolean().optional(),
      of: z.boolean().optional(),
      told: z.boolean().optional(),
      epithet: z.boolean().optional(),
      under: words.optional(),
      nouns: words,
      names: words.optional(),
    }),
  ),
  another: words,
  neutral: words,
  rival: words,
  posts: z.object({ given: words, taken: words, left: words }),
  does: z.record(z.string(), words),
  suffers: z.record(z.string(), words),
})

/**
 * Sorts of things: by the type of an entity, by kind (of `KindSeeds`) and by noun; the verbs that each is subject or object of and the nouns that it owns.
 * `raising`: verbs that say nothing of their subject; `pleonastic`: where "it" means nothing.
 */
const bySort = z.record(z.string(), words)
export const SortSeeds = z.object({
  types: byType,
  kinds: bySort,
  nouns: bySort,
  subject: bySort,
  object: bySort,
  owned: bySort,
  raising: words,
  pleonastic: z.object({ weather: words, takes: words, seems: words, happens: words, times: words }),
})

/** Everything known about names and what can be named before an article is read: gazetteers and word lists. */
export const NamingSeeds = z.object({
  countries: z.array(Country),
  places: z.array(Place),
  organizations: z.array(Organization),
  outlets: z.array(Publisher),
  people: z.array(Person),
  personNames: PersonNames,
  givenGenders: GivenGenders,
  titles: Titles,
  kinship: ByGender,
  nouns: Nouns,
  nameHeads: byType,
  nameStarts: byType,
  nameWords: NameWords,
  nameEvidence: NameEvidence,
  pronouns: Pronouns,
  metonymy: Metonymy,
  kinds: KindSeeds,
  sorts: SortSeeds,
})
export type NamingSeeds = Readonly<z.infer<typeof NamingSeeds>>

const FILES = {
  countries: 'gazetteer/countries.json',
  places: 'gazetteer/places.json',
  organizations: 'gazetteer/organizations.json',
  outlets: 'gazetteer/outlets.json',
  people: 'gazetteer/people.json',
  personNames: 'gazetteer/person-names.json',
  givenGenders: 'gazetteer/given-genders.json',
  titles: 'lexicon/titles.json',
  kinship: 'lexicon/kinship.json',
  nouns: 'lexicon/nouns.json',
  nameHeads: 'lexicon/name-heads.json',
  nameStarts: 'lexicon/name-starts.json',
  nameWords: 'lexicon/name-words.json',
  nameEvidence: 'lexicon/name-evidence.json',
  pronouns: 'lexicon/pronouns.json',
  metonymy: 'lexicon/metonymy.json',
  kinds: 'lexicon/kinds.json',
  sorts: 'lexicon/sorts.json',
} as const

/** Reads each file through `read`, which checks it against the schema. */
export function loadNamingSeeds(read: (name: string, schema: z.ZodType) => unknown): NamingSeeds {
  const loaded = Object.entries(FILES).map(([key, file]) => [
    key,
    read(file, NamingSeeds.shape[key as keyof typeof FILES]),
  ])
  return Object.fromEntries(loaded) as NamingSeeds
}

/** What this stage needs to know. */
export interface NamingKit {
  readonly seeds: { readonly naming: NamingSeeds }
}
