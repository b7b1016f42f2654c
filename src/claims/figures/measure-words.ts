import { z } from 'zod'
import { addTo } from '../../model/group-by.ts'

const Words = z.array(z.string().min(1))
/** A verb or noun with the words that must hang on it: "leave homeless", "without power". Lemmas, but for the states. */
const Cues = Words.default([])

/** What is counted or measured, and the ways to say it. */
export const Measure = z.strictObject({
  /** as a title has it: "people killed" */
  label: z.string(),
  /** How a claim that has no words of its own puts it, where not by the label: "is aged" */
  as: z.string().optional(),
  /** Of a happening (a quake, a strike), or of whoever has it (a company's revenue). */
  of: z.enum(['occasion', 'holder']),
  /** What its amounts are: people, percent, money, a count, a duration, or a class of `units`; alternatives apart by a blank. */
  unit: z.string(),
  /** Its nouns are those who are counted ("fans"), not what befell them ("deaths"). */
  persons: z.boolean().optional(),
  /** It only rises while an occasion is told of. */
  grows: z.boolean().optional(),
  /** It may rise and fall from day to day. */
  varies: z.boolean().optional(),
  /** It grows by one a year. */
  yearly: z.boolean().optional(),
  /** Who is counted makes no other measure of it: dockers on strike are workers on strike. */
  anyone: z.boolean().optional(),
  /** What is planned is compared as well: "1,600 jobs will go". */
  planned: z.boolean().optional(),
  /** A country has it: where no holder is told, the one that the article names. */
  national: z.boolean().optional(),
  /** What one of many brings is a part of it: "Canada promised 400 million". */
  whole: z.boolean().optional(),
  /** Figures of another period are another figure. */
  periodic: z.boolean().optional(),
  /** Only of these kinds of occasion; of a holder only where the article tells of one of these. */
  kinds: Words.optional(),
  during: Words.optional(),
  /** Not of these: "a crew of 22". */
  not: Words.optional(),
  /** Nouns that carry its figure or are what is counted. */
  nouns: Cues,
  /** Verbs whose subject is counted, whose object is, or whose object is the amount and the subject the holder; or the object the holder. */
  does: Cues,
  undergoes: Cues,
  gets: Cues,
  suffers: Cues,
  /** Of these verbs no noun is needed: "employs 40". */
  pure: Cues,
  /** States that those counted are left in. */
  states: Cues,
})
export type Measure = Readonly<z.infer<typeof Measure>>

/** A kind of happening: nouns and verbs for it. */
const OccasionKind = z.strictObject({
  nouns: Words,
  verbs: Cues,
  /** What it happens to: "the bridge collapsed" and "talks collapsed" are not one kind. */
  of: Words.optional(),
  /** It is given a name ("Storm Lena"). */
  named: z.boolean().optional(),
  /** Forces fight in it. */
  war: z.boolean().optional(),
  /** People die in it without any. */
  deadly: z.boolean().optional(),
  /** Only measures that name it are of it: nobody is hurt by a study. */
  calm: z.boolean().optional(),
  /** It lasts for days, so that its verbs tell no date. */
  lasts: z.boolean().optional(),
})

/** `seeds/lexicon/measures.json`: what articles give figures of, and of which happenings. */
export const MeasureWords = z.strictObject({
  measures: z.record(z.string(), Measure),
  /** Classes of units and counted nouns that a measure may ask for. */
  units: z.record(z.string(), Words),
  /** Nouns for anybody whom something befalls; others ("children") are a part of them. */
  victims: Words,
  /** Nouns that count the same of them, by one of them. */
  alike: z.record(z.string(), Words),
  /** Verbs whose figure is the least that it may be: "the toll passed 100". */
  passing: Words,
  /** Nouns that carry a figure of any measure ("the number of casualties", "its estimate"). */
  carriers: Words,
  /** Nouns for whoever does business: "the company" of an article that names one. */
  companies: Words,
  /** Verbs that tie a figure to them: "put the death toll at 31". */
  putting: Words,
  /** Of these those whose object may be the bare figure: "had first counted 600". */
  counting: Words,
  /** Words that make a figure one of before. */
  earlier: Words,
  /** "raised its estimate from 600": what stands behind "from" was so before. */
  rising: Words,
  /** Words that make whoever has a figure another than the one told of: "a rival drug". */
  others: Words,
  /** Words that add to a figure: "a further 40". */
  more: Words,
  /** "14 people, including four children": what comes after is a part of it. */
  including: Words,
  /** Before what an amount is compared with: a time or an amount, or only an amount ("from 3,840 a year earlier"). */
  against: z.strictObject({ bare: Words, amounts: Words }),
  /** Nouns for those who are children together. */
  young: Words,
  /** Verbs whose figure is not there yet. */
  aims: Words,
  /** Nouns for a part of a place or of those counted: "in the capital", "among women". */
  parts: Words,
  /** Periods by their sign, and words for them. */
  periods: z.record(z.string(), Words),
  occasions: z.record(z.string(), OccasionKind),
  /** "the ferry disaster": of which kind, is told by what it happened to. */
  mishaps: z.strictObject({ nouns: Words, kinds: Words }),
  /** What happens once in an occasion: verbs of which it is the subject. */
  turns: z.record(z.string(), z.strictObject({ label: z.string(), verbs: Words })),
})
export type MeasureWords = Readonly<z.infer<typeof MeasureWords>>

/** One way to say a measure: its first word, and what must hang on it. */
export interface Cue {
  readonly name: string
  readonly rest: readonly string[]
}

export type Slot = 'does' | 'undergoes' | 'gets' | 'pure' | 'suffers'

/** The words of the measures, by the word that is looked up. */
export interface MeasureIndex {
  /** measures that a noun, or a noun with the word before it, carries */
  byNoun(phrase: string): readonly string[]
  byVerb(slot: Slot, lemma: string): readonly Cue[]
  /** by the last word of a state */
  byState(form: string): readonly Cue[]
}

const indexes = new WeakMap<MeasureWords, MeasureIndex>()

export function measureIndex(words: MeasureWords): MeasureIndex {
  const known = indexes.get(words) ?? makeIndex(words)
  indexes.set(words, known)
  return known
}

function makeIndex({ measures }: MeasureWords): MeasureIndex {
  const all = Object.entries(measures)
  const nouns = new Map<string, string[]>()
  for (const [name, measure] of all) for (const noun of measure.nouns) addTo(nouns, noun, name)
  const table = (slot: Slot | 'states', first: (words: readonly string[]) => number) => {
    const cues = new Map<string, Cue[]>()
    for (const [name, measure] of all)
      for (const words of measure[slot].map((cue) => cue.split(' '))) {
        const at = first(words)
        addTo(cues, words[at]!, { name, rest: words.filter((_, other) => other !== at) })
      }
    for (const list of cues.values()) list.sort((a, b) => b.rest.length - a.rest.length)
    return cues
  }
  const verbs = Object.fromEntries(SLOTS.map((slot) => [slot, table(slot, () => 0)])) as Record<
    Slot,
    Map<string, Cue[]>
  >
  const states = table('states', (words) => words.length - 1)
  return {
    byNoun: (phrase) => nouns.get(phrase) ?? [],
    byVerb: (slot, lemma) => verbs[slot].get(lemma) ?? [],
    byState: (form) => states.get(form) ?? [],
  }
}

const SLOTS: readonly Slot[] = ['does', 'undergoes', 'gets', 'pure', 'suffers']
