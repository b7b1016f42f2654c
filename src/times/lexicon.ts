import { z } from 'zod'
import type { AmountSeeds } from '../amounts/lexicon.ts'

const words = z.array(z.string())
const numbers = z.record(z.string(), z.number())

export const TimeUnit = z.enum([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
])
export type TimeUnit = z.infer<typeof TimeUnit>

export const Part = z.enum(['early', 'mid', 'late', 'start', 'end'])
export type Part = z.infer<typeof Part>

/** `seeds/lexicon/time-words.json` */
export const TimeWords = z.object({
  months: numbers,
  /** Months only with a capital and a preposition or a number beside them. */
  monthsAlsoWords: words,
  /** 0 is Sunday */
  weekdays: numbers,
  /** Only before a date: "Wed, 22 Jan" */
  weekdaysShort: numbers,
  /** "Sunday Times": after a weekday they make it a name. */
  weekdayNames: words,
  units: z.record(z.string(), TimeUnit),
  /** Days from the day of publication. */
  days: numbers,
  seasons: z.record(z.string(), z.enum(['SP', 'SU', 'FA', 'WI'])),
  /** Hours, the second one excluded. */
  dayParts: z.record(z.string(), z.tuple([z.number(), z.number()])),
  clockWords: numbers,
  /** Behind a time of day, before its date: they are passed over. */
  zones: words,
  this: words,
  last: words,
  next: words,
  following: words,
  same: words,
  parts: z.record(z.string(), Part),
  ago: words,
  later: words,
  earlier: words,
  fromNow: words,
  few: words,
  since: words,
  after: words,
  before: words,
  until: words,
  /** Behind a time they open it: "2012 or later", "from May onwards". */
  orLater: words,
  orEarlier: words,
  /** "more than two years ago" */
  moreThan: words,
  lessThan: words,
  every: words,
  often: z.record(z.string(), z.string()),
  times: words,
  /** "12-25"; "11-#4-4+1": month, weekday, which one, days after; "easter-2". */
  holidays: z.record(z.string(), z.string()),
  named: z.record(z.string(), z.tuple([z.string(), z.string()])),
  /** Words before a bare year. */
  yearBefore: words,
  /** Words in -s that may follow a year and are not counted: "2016 elections". */
  yearAfter: words,
  /** Words that make a following infinitive a plan. */
  plan: words,
})
export type TimeWords = z.infer<typeof TimeWords>

/** What this stage needs to know. */
export interface TimeKit {
  readonly seeds: { readonly times: TimeWords; readonly amounts: AmountSeeds }
}
