import { z } from 'zod'
import { Factuality } from '../model/claim.ts'

const Words = z.array(z.string().min(1))

/** What a word above a clause does to it: keeps its truth, turns it round, or puts it at a distance. */
const Effect = z.enum(['carry', 'flip', ...Factuality.options])
export type Effect = z.infer<typeof Effect>

const ByEffect = z.partialRecord(Effect, Words)

/** `seeds/lexicon/stance.json`: the words that say how surely a clause is put. Forms or lemmas; a particle follows with a blank ("rule out"). */
export const StanceWords = z.object({
  /** From the surest to the least sure: of two that apply to one clause the later one stays. */
  order: z.array(Factuality).length(Factuality.options.length),
  negators: Words,
  /** Subjects and objects that deny: "nobody". "no" before a noun is always one. */
  empty: Words,
  /** "not only" denies nothing. */
  only: Words,
  /** Adverbs without which a clause says more: "usually", "partly". */
  limits: Words,
  modals: ByEffect,
  adverbs: ByEffect,
  /** Adjectives before a noun that names an act: "the alleged deployment". */
  modifiers: ByEffect,
  /** Conjunctions; `later` ones make a clause as planned as the one it belongs to ("will open when it is finished"). */
  marks: z.object({ conditional: Words, flip: Words, later: Words }),
  /** Verbs and adjectives with what they do to the clause below them. */
  predicates: ByEffect,
  /** Those that do so only to a clause with "to" or "-ing": "asked to leave", not "asked that". */
  infinitiveOnly: Words,
  /** Verbs whose infinitive tells what came of it, not what it was for: "fought back to win", "is used to cut". */
  outcome: Words,
  /** Verbs whose infinitive tells what is done by doing it: "marched to protest". */
  enacted: Words,
  /** Passives without an agent: "is believed to". */
  reported: Words,
  /** What "it is [false] to [say] that" is made of: it denies what it says. */
  stating: Words,
  misstating: Words,
  /** What must be proved is not yet so: "must show that". */
  proving: Words,
  /** Verbs under which "not" belongs to the clause below: "does not think that". */
  raising: Words,
  /** Nouns with what they do to the clause below them: "a plan to". */
  nouns: ByEffect,
  /** Predicates that do so to nouns as well: "denied the deployment". */
  eventive: Words,
})
export type StanceWords = Readonly<z.infer<typeof StanceWords>>

type Table = ReadonlyMap<string, Effect>

/** The same, as tables to look up. */
export interface StanceIndex {
  readonly rank: ReadonlyMap<Factuality, number>
  readonly tables: Readonly<Record<'modals' | 'adverbs' | 'modifiers' | 'predicates' | 'nouns', Table>>
  readonly sets: Readonly<
    Record<
      | 'negators'
      | 'empty'
      | 'only'
      | 'limits'
      | 'infinitiveOnly'
      | 'outcome'
      | 'enacted'
      | 'reported'
      | 'stating'
      | 'misstating'
      | 'proving'
      | 'raising'
      | 'eventive',
      ReadonlySet<string>
    >
  >
  readonly marks: Readonly<Record<'conditional' | 'flip' | 'later', ReadonlySet<string>>>
}

const indexes = new WeakMap<StanceWords, StanceIndex>()

export function stanceIndex(words: StanceWords): StanceIndex {
  const known = indexes.get(words)
  if (known) return known
  const {
    modals,
    adverbs,
    modifiers,
    predicates,
    nouns,
    negators,
    empty,
    only,
    limits,
    infinitiveOnly,
    outcome,
    enacted,
    reported,
    stating,
    misstating,
    proving,
    raising,
    eventive,
  } = words
  const index: StanceIndex = {
    rank: new Map(words.order.map((factuality, at) => [factuality, at])),
    tables: {
      modals: tableOf(modals),
      adverbs: tableOf(adverbs),
      modifiers: tableOf(modifiers),
      predicates: tableOf(predicates),
      nouns: tableOf(nouns),
    },
    sets: {
      negators: new Set(negators),
      empty: new Set(empty),
      only: new Set(only),
      limits: new Set(limits),
      infinitiveOnly: new Set(infinitiveOnly),
      outcome: new Set(outcome),
      enacted: new Set(enacted),
      reported: new Set(reported),
      stating: new Set(stating),
      misstating: new Set(misstating),
      proving: new Set(proving),
      raising: new Set(raising),
      eventive: new Set(eventive),
    },
    marks: {
      conditional: new Set(words.marks.conditional),
      flip: new Set(words.marks.flip),
      later: new Set(words.marks.later),
    },
  }
  indexes.set(words, index)
  return index
}

const tableOf = (rows: z.infer<typeof ByEffect>): Table =>
  new Map(Object.entries(rows).flatMap(([effect, words]) => words!.map((word) => [word, effect as Effect])))
