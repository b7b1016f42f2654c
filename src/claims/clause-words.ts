import { z } from 'zod'
import { readSeed } from '../read-seed.ts'
import { TimeWords } from '../times/lexicon.ts'

/** Word classes that clauses and their names are read with: `seeds/lexicon/clause-words.json`, in lower case. */
const ClauseWords = z.object({
  /** Verbs that have no object: "flee", "collapse". */
  intransitive: z.array(z.string()),
  /** Verbs whose passive keeps an object: "a boy [given] two weeks". */
  giving: z.array(z.string()),
  /** How much and when, which behind "by" do nothing: "by a third", "by Thursday evening". Names of months and days are known to the times. */
  extents: z.array(z.string()),
  times: z.array(z.string()),
  /** How much or how, of which a relative clause tells: "the degree to which". */
  measures: z.array(z.string()),
  /** How, behind "by" without an article: "by chance". */
  manners: z.array(z.string()),
  /** Forms of address, which say nothing of anybody. */
  honorifics: z.array(z.string()),
  /** Nouns for all that was told before: "…, a [claim] that the ministry rejected". */
  telling: z.array(z.string()),
  /** Nouns that are somebody's: "friend". */
  kin: z.array(z.string()),
  /** Offices that one person holds, said without an article: "is president". */
  offices: z.array(z.string()),
  /** Verbs with the preposition before whomever they ask to do something: "call on". */
  addressing: z.array(z.string()),
  /** Verbs of which the object is to do what the infinitive says: "hired her to run it". */
  engaging: z.array(z.string()),
  /** What is done only to things: "published". */
  toThings: z.array(z.string()),
  /** What only somebody does: "refused". */
  willed: z.array(z.string()),
  /** Past tenses that are participles too, of verbs that hardly stand without an object: "arrested and [held]". */
  doneLikePast: z.array(z.string()),
  /** Past tenses of what is done to somebody, who in a headline has no auxiliary: "Mayor [charged] over land deal". */
  doneInHeadlines: z.array(z.string()),
  /** Participles that are no past tenses: "Treasurer [given] the sack". */
  doneOnly: z.array(z.string()),
  /** Verbs of more syllables that double their last letter: "admitted". */
  doubling: z.array(z.string()),
  /** Prepositions of three words, whose noun is nothing by itself: "in front of". */
  prepositions: z.array(z.string()),
})
type ClauseWords = Readonly<Record<keyof z.infer<typeof ClauseWords>, ReadonlySet<string>>>

let loaded: ClauseWords | undefined

/** The classes as sets, read once. */
export function clauseWords(): ClauseWords {
  if (loaded) return loaded
  const seed = readSeed('lexicon/clause-words.json', ClauseWords)
  const { months, weekdays } = readSeed('lexicon/time-words.json', TimeWords)
  const times = [...seed.times, ...Object.keys(months), ...Object.keys(weekdays)]
  const sets = Object.entries({ ...seed, times }).map(([name, words]) => [name, new Set(words)])
  loaded = Object.fromEntries(sets) as ClauseWords
  return loaded
}
