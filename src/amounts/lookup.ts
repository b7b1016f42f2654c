import type { AmountSeeds } from './lexicon.ts'
import { NumeralParser } from './parse-numeral.ts'
import { Phrases } from './phrases.ts'

/** How a word or two around a number turn it into an interval. */
export type Bound = 'above' | 'from' | 'below' | 'upTo' | 'about'

/** What may stand behind a number. */
export interface Measure {
  readonly kind: 'money' | 'percent' | 'dimension' | 'temperature' | 'age' | 'number'
  readonly unit: string
}

export type Understood = Readonly<
  Record<
    'harmedVerbs' | 'harmedStates' | 'takenTo' | 'animals' | 'crowds' | 'totals' | 'including' | 'ageGroups' | 'ofAge',
    ReadonlySet<string>
  >
>

/** The word tables of amounts, ready to be matched. */
export interface AmountLookup {
  /** Words and marks with which an amount may begin, besides digits. */
  readonly starters: ReadonlySet<string>
  readonly numerals: NumeralParser
  readonly numbers: AmountSeeds['numbers']
  /** "twice", and what stands behind it */
  readonly multiples: ReadonlyMap<string, number>
  readonly compared: ReadonlySet<string>
  /** "million" and the like */
  readonly scales: ReadonlyMap<string, number>
  readonly vague: Phrases<readonly [number, number | null]>
  readonly before: Phrases<Bound>
  readonly after: Phrases<Bound>
  readonly measures: Phrases<Measure>
  /** Letters and signs that are a unit only right behind the digits: "5m". */
  readonly glued: Phrases<Measure>
  /** Signs and codes before a number. */
  readonly signs: Phrases<Measure>
  /** Capitals glued to a number of money: "R4.5 million". */
  readonly letterSigns: ReadonlyMap<string, string>
  /** Words by which a number without a noun is understood. */
  readonly understood: Understood
  readonly words: Readonly<
    Record<
      'beforeDegrees' | 'change' | 'score' | 'voting' | 'labels' | 'notOne' | 'afterOne' | 'ageBefore' | 'strong',
      ReadonlySet<string>
    >
  >
}

export function toLookup({ numbers, comparators: words, units, currencies, understood }: AmountSeeds): AmountLookup {
  const bounds = (table: Partial<Record<Bound, readonly string[]>>) =>
    Object.entries(table).flatMap(([bound, phrases]) => phrases.map((phrase) => [phrase, bound as Bound] as const))
  const all = (phrases: readonly string[], kind: Measure['kind'], unit: string) =>
    phrases.map((phrase) => [phrase, { kind, unit }] as const)
  const money = currencies.flatMap(({ unit, names }) => all(names, 'money', unit))
  const signs = currencies.flatMap(({ unit, signs = [] }) => all(signs, 'money', unit))
  const numerals = new NumeralParser(numbers)
  const vague = new Phrases(Object.entries(numbers.vague))
  const before = new Phrases(bounds(words.before))
  const signPhrases = new Phrases(signs)
  const starters = new Set([numerals, vague, before, signPhrases].flatMap(({ firstWords }) => [...firstWords]))
  for (const word of [...numerals.firstWords]) starters.add(`${word}fold`)
  for (const word of Object.keys(numbers.multiples)) starters.add(word)
  const letterSigns = new Map(
    currencies.flatMap(({ unit, letters = [] }) => letters.map((one) => [one, unit] as const)),
  )
  for (const letter of letterSigns.keys()) starters.add(letter.toLowerCase())
  starters.add('between').add('from')
  return {
    multiples: new Map(Object.entries(numbers.multiples)),
    compared: new Set(words.compared),
    starters,
    numerals,
    numbers,
    scales: new Map(Object.entries(numbers.scales).filter(([, value]) => value >= 1000)),
    vague,
    before,
    after: new Phrases(bounds(words.after)),
    measures: new Phrases([
      ...units.flatMap(({ unit, kind, forms }) => all(forms, kind, unit)),
      ...money,
      ...signs,
      ...all(words.percent, 'percent', 'percent'),
      ...all(words.points, 'percent', 'percentage point'),
      ...all(words.basisPoints, 'percent', 'basis point'),
      ...all(words.age, 'age', 'year'),
      ...all(words.ageMonths, 'age', 'month'),
      ...all(words.ageWeeks, 'age', 'week'),
      ...all(words.ageDays, 'age', 'day'),
    ]),
    glued: new Phrases(units.flatMap(({ unit, kind, glued = [] }) => all(glued, kind, unit))),
    signs: signPhrases,
    letterSigns,
    understood: {
      harmedVerbs: new Set(understood.harmed.verbs),
      harmedStates: new Set(understood.harmed.states),
      takenTo: new Set(understood.takenTo),
      animals: new Set(understood.animals),
      crowds: new Set(understood.crowds),
      totals: new Set(understood.totals),
      including: new Set(understood.including),
      ageGroups: new Set(understood.ageGroups),
      ofAge: new Set(understood.ofAge),
    },
    words: {
      change: new Set(words.change),
      beforeDegrees: new Set(words.beforeDegrees),
      score: new Set(words.score),
      voting: new Set(words.voting),
      labels: new Set(words.labels),
      notOne: new Set(words.notOne),
      afterOne: new Set(words.afterOne),
      ageBefore: new Set(words.ageBefore),
      strong: new Set(words.strong),
    },
  }
}
