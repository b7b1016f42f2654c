import { bareTables } from '../amounts/bare-tables.ts'
import type { NumberWords } from '../amounts/lexicon.ts'
import { NumeralParser } from '../amounts/parse-numeral.ts'
import { Phrases } from '../amounts/phrases.ts'
import type { Part, TimeUnit, TimeWords } from './lexicon.ts'

/** The word tables of times, ready to be matched. */
export interface TimeLookup {
  readonly words: TimeWords
  readonly numerals: NumeralParser
  readonly numbers: NumberWords
  readonly units: ReadonlyMap<string, TimeUnit>
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<string, number>
  readonly weekdaysShort: ReadonlyMap<string, number>
  readonly doubtfulMonths: ReadonlySet<string>
  /** this, last, next: -1, 0, 1 */
  readonly turns: Phrases<-1 | 0 | 1>
  readonly following: Phrases<1>
  readonly same: Phrases<0>
  readonly parts: Phrases<Part>
  readonly ago: Phrases<-1>
  readonly later: Phrases<1>
  readonly earlier: Phrases<-1>
  readonly fromNow: Phrases<1>
  readonly few: Phrases<true>
  readonly edges: Phrases<Edge>
  /** Behind a time: "or later", "onwards" */
  readonly edgesBehind: Phrases<Edge>
  /** "more than" (true) and "less than" (false) before "two weeks ago" */
  readonly compared: Phrases<boolean>
  readonly clockWords: Phrases<number>
  readonly zones: Phrases<true>
  readonly every: ReadonlySet<string>
  readonly holidays: Phrases<string>
  readonly named: Phrases<readonly [string, string]>
  readonly yearBefore: ReadonlySet<string>
  readonly yearAfter: ReadonlySet<string>
  readonly weekdayNames: ReadonlySet<string>
  readonly plan: ReadonlySet<string>
  /** Words near which "from 5 to 6" are two values. */
  readonly change: ReadonlySet<string>
  /** Words with which a time may begin. */
  readonly starters: ReadonlySet<string>
}

/** "since X", "after X", "before X", "until X" */
export type Edge = 'since' | 'after' | 'before' | 'until'

export function toLookup(timeWords: TimeWords, numberWords: NumberWords, change: readonly string[]): TimeLookup {
  const words = bareTables(timeWords)
  const numbers = bareTables(numberWords)
  const same = <T>(phrases: readonly string[], value: T) => phrases.map((phrase) => [phrase, value] as const)
  const table = <T>(entries: Readonly<Record<string, T>>) => new Map(Object.entries(entries))
  const phrases = [
    ...words.this,
    ...words.last,
    ...words.next,
    ...words.following,
    ...words.same,
    ...Object.keys(words.parts),
    ...words.since,
    ...words.after,
    ...words.before,
    ...words.until,
    ...words.moreThan,
    ...words.lessThan,
    ...words.every,
    ...Object.keys(words.holidays),
    ...Object.keys(words.named),
    ...Object.keys(words.clockWords),
  ]
  return {
    words,
    numbers,
    numerals: new NumeralParser(numbers),
    units: table(words.units),
    months: table(words.months),
    weekdays: table(words.weekdays),
    weekdaysShort: table(words.weekdaysShort),
    doubtfulMonths: new Set(words.monthsAlsoWords),
    turns: new Phrases<-1 | 0 | 1>([
      ...same(words.last, -1 as const),
      ...same(words.this, 0 as const),
      ...same(words.next, 1 as const),
    ]),
    following: new Phrases(same(words.following, 1 as const)),
    same: new Phrases(same(words.same, 0 as const)),
    parts: new Phrases(Object.entries(words.parts)),
    ago: new Phrases(same(words.ago, -1 as const)),
    later: new Phrases(same(words.later, 1 as const)),
    earlier: new Phrases(same(words.earlier, -1 as const)),
    fromNow: new Phrases(same(words.fromNow, 1 as const)),
    few: new Phrases(same(words.few, true as const)),
    edges: new Phrases<Edge>([
      ...same(words.since, 'since' as const),
      ...same(words.after, 'after' as const),
      ...same(words.before, 'before' as const),
      ...same(words.until, 'until' as const),
    ]),
    edgesBehind: new Phrases<Edge>([
      ...same(words.orLater, 'since' as const),
      ...same(words.orEarlier, 'until' as const),
    ]),
    compared: new Phrases<boolean>([...same(words.moreThan, true), ...same(words.lessThan, false)]),
    zones: new Phrases(same(words.zones, true as const)),
    clockWords: new Phrases(Object.entries(words.clockWords)),
    every: new Set(words.every),
    holidays: new Phrases(Object.entries(words.holidays)),
    named: new Phrases(Object.entries(words.named)),
    yearBefore: new Set(words.yearBefore),
    yearAfter: new Set(words.yearAfter),
    weekdayNames: new Set(words.weekdayNames),
    plan: new Set(words.plan),
    change: new Set(change),
    starters: new Set([
      ...new Phrases(same(phrases, true)).firstWords,
      ...Object.keys(words.months),
      ...Object.keys(words.weekdays),
      ...Object.keys(words.weekdays).map((day) => `${day}s`),
      ...Object.keys(words.weekdaysShort),
      ...Object.keys(words.days),
      ...Object.keys(words.seasons),
      ...Object.keys(words.dayParts),
      ...Object.keys(words.often),
      ...Object.keys(words.units),
      ...words.few,
      ...words.times,
      'the',
      'a',
      'an',
      'q1',
      'q2',
      'q3',
      'q4',
      'h1',
      'h2',
      'q',
      'h',
      'half',
      'quarter',
      'week',
      'day',
      'year',
      'ad',
      'in',
      'within',
      'between',
      'from',
      'rest',
      'another',
      'all',
      'whole',
      'full',
      'one',
      'tenth',
      'noughties',
      'teens',
      'on',
      'at',
      'mid',
      'fy',
      'fiscal',
      'my',
      'more',
      'less',
      'sometime',
      'earlier',
      'later',
      'over',
      'during',
      'throughout',
      'late',
      'early',
      'eod',
      'eoy',
      'eom',
      ...Object.keys(numbers.units),
      ...Object.keys(numbers.teens),
      ...Object.keys(numbers.tens),
      ...Object.keys(numbers.ordinals),
      ...Object.keys(numbers.scales),
      ...DECADES.keys(),
    ]),
  }
}

/** "the sixties" */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ['noughties', 0],
  ['tens', 10],
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
])
