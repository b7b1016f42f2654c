import { z } from 'zod'
import type { ClaimFacts } from '../facts.ts'
import { lastOf } from '../phrase.ts'

const Words = z.array(z.string().min(1))

/** `seeds/lexicon/opposites.json`: words for states of which a thing can have only one at a time; verbs as lemmas, passives with "be". */
export const Opposites = z.strictObject({
  opposites: z.array(
    z.strictObject({
      sides: z.tuple([Words, Words]),
      /** whether a thing goes over from one to the other: never, only from the first to the second or from the second to the first, or both ways */
      changes: z.enum(['never', 'forward', 'back', 'both']),
      /** verbs of whoever does it and not of what it is done to ("won", "lost"), or of both: "accepted the offer", "rejected" it */
      of: z.enum(['subject', 'both']).optional(),
      /** nouns that the words tell a state of, where they are no state of others: a red light */
      things: Words.optional(),
    }),
  ),
  /** Predicates of whoever is in a thing, which is not empty then, and the number of the opposites full and empty. */
  occupied: z.strictObject({ inside: Words, axis: z.string() }),
  /** Nouns for what a story is about, whichever of them an article takes: "welcomed the sale", "is against the deal". */
  matters: Words,
  /** Words that change nothing about a state, articles and the like among them. */
  adverbs: Words,
  /** What a phrase begins with that is of some of its things, of most, or of all; numbers are of some. */
  some: Words,
  most: Words,
  all: Words,
  /** What may stand before a number. */
  rough: Words,
  /** What in front of a word makes it its opposite. */
  negating: Words,
  /** Relation types whose object comes to be in the state. */
  affecting: Words,
  /** Verbs that do nothing to what stands behind them: "died in hospital". */
  intransitive: Words,
  /** Verbs that give their subject the state that stands behind them: "stayed closed". */
  copulas: Words,
})
export type Opposites = Readonly<z.infer<typeof Opposites>>

/** A state that a claim tells of a thing. */
export interface State {
  readonly claim: ClaimFacts
  /** the number of its opposites, or the word that another one negates */
  readonly axis: string
  readonly side: 0 | 1
  readonly changes: 'never' | 'forward' | 'back' | 'both'
  /** the last word for it, as a stem */
  readonly words: string
  /** the noun phrase for the thing and the id of its entity */
  readonly thing: string
  readonly id: string | null
  /** whoever does it, where that matters */
  readonly doer: string | null
}

interface Phrase {
  readonly stems: readonly string[]
  readonly axis: number
  readonly side: 0 | 1
}

/** What is asked of words in general (`StoryWords`). */
interface Stems {
  stem(word: string): string
  ownStem(word: string): string
  headOf(phrase: string): string
  isNumber(word: string): boolean
  isSomebody(noun: string): boolean
}

/** Finds the states in claims. */
export class StateWords {
  private readonly byFirst = new Map<string, Phrase[]>()
  private readonly intransitive: ReadonlySet<string>
  private readonly copulas: ReadonlySet<string>
  private readonly adverbs: ReadonlySet<string>

  constructor(
    private readonly opposites: Opposites,
    private readonly words: Stems,
  ) {
    this.adverbs = new Set(opposites.adverbs)
    opposites.opposites.forEach(({ sides }, axis) => {
      for (const side of [0, 1] as const)
        for (const phrase of sides[side]) {
          const stems = this.stems(phrase)
          const known = this.byFirst.get(stems[0]!) ?? []
          this.byFirst.set(
            stems[0]!,
            [...known, { stems, axis, side }].sort((a, b) => b.stems.length - a.stems.length),
          )
        }
    })
    this.intransitive = new Set(opposites.intransitive)
    this.copulas = new Set(opposites.copulas)
  }

  /** The states that a claim tells of its subject or of its object. */
  statesOf(claim: ClaimFacts): State[] {
    const { type, predicate, objectName } = claim
    const verb = `${type === 'STATES' ? '' : type.toLowerCase().replaceAll('_', ' ')} ${predicate}`.trim()
    const own = this.stems(verb)
    const all = [...own, ...(objectName === null ? [] : this.stems(objectName))]
    const occupied = this.occupiedIn(claim)
    if (occupied) return [occupied]
    const found = all.flatMap((_, at) => this.at(all, at).map((phrase) => ({ ...phrase, at })))
    return found.flatMap(({ axis, side, stems, at }) => {
      const { changes, of, things } = this.opposites.opposites[axis]!
      const isBehind = at + stems.length > own.length
      const isOfBoth = at < own.length && at + stems.length > own.length && stems[0] !== 'be' // "lost consciousness"
      if (isBehind && !isOfBoth && !this.isCopular(predicate, stems, at, own.length)) return []
      const isToward = of === 'both' && objectName !== null && stems[0] === 'be' && stems.join() === own.join() // "is against it"
      const isObject = isToward || (!isBehind && of !== 'subject' && this.isDoneTo(claim, stems))
      if (of === 'both' && !isObject) return []
      const [thing, id] = isObject ? [objectName!, claim.objectId] : [claim.subjectName, claim.subjectId]
      const isOfThing = !things || things.some((noun) => this.words.stem(noun) === this.words.headOf(thing))
      if (!isOfThing) return []
      const isDenied = claim.polarity === 'denied'
      return [
        {
          claim,
          axis: String(axis),
          side: isDenied ? ((1 - side) as 0 | 1) : side,
          changes,
          words: stems.at(-1)!,
          thing,
          id,
          doer: of === 'both' ? claim.subjectName : null,
        },
      ]
    })
  }

  /** Whether a phrase is of all its things, of most, of some of them, or of one: "almost all of the bees", "four doors", "the door". */
  amountOf(phrase: string): 'all' | 'most' | 'some' | 'one' {
    const { some, most, all, rough } = this.opposites
    const text = phrase.toLowerCase()
    const begins = (words: readonly string[]) => words.some((word) => text === word || text.startsWith(`${word} `))
    if (begins(most)) return 'most'
    if (begins(all)) return 'all'
    const before = rough.find((word) => text.startsWith(`${word} `))
    const rest = before === undefined ? text : text.slice(before.length + 1)
    if (/^\d/.test(rest) || this.words.isNumber(rest.split(/[\s-]/)[0]!) || begins(some)) return 'some'
    const last = lastOf(phrase)
    return this.words.ownStem(last) !== last && /s$/.test(last) ? 'all' : 'one'
  }

  /** "Four pupils were inside the school": it is not empty. */
  private occupiedIn(claim: ClaimFacts): State | undefined {
    const { predicate, subjectName, subjectId, objectName, polarity } = claim
    const { inside, axis } = this.opposites.occupied
    if (objectName === null || !inside.includes(predicate) || !/^(?:the|its|their)\s/i.test(objectName))
      return undefined
    const isNobody = /^(?:nobody|no[ -]one)\b/i.test(subjectName)
    const isSomebody = /^person:/.test(subjectId ?? '') || this.words.isSomebody(lastOf(subjectName))
    if (!(isNobody || (isSomebody && polarity === 'affirmed'))) return undefined
    return {
      claim,
      axis,
      side: isNobody ? 1 : 0,
      changes: 'never',
      words: predicate,
      thing: objectName,
      id: claim.objectId,
      doer: null,
    }
  }

  /** "the deal", "this plan" */
  isMatter(phrase: string): boolean {
    return /^(?:the|this|its|their|his|her)\s/i.test(phrase) && this.opposites.matters.includes(lastOf(phrase))
  }

  private isCopular(predicate: string, stems: readonly string[], at: number, own: number): boolean {
    return this.copulas.has(predicate.split(' ')[0]!) && (at < own || at - own <= 1) && stems.length > 0
  }

  /** "closed the road": what stands behind the verb is in the state. */
  private isDoneTo({ type, predicate, objectName, objectId }: ClaimFacts, stems: readonly string[]): boolean {
    if (type !== 'STATES') return this.opposites.affecting.includes(type)
    if (objectName === null || predicate.startsWith('be ')) return false
    if (/^(?:place|country):/.test(objectId ?? '')) return false
    return !this.intransitive.has(predicate) && this.stems(predicate).length === stems.length
  }

  private at(stems: readonly string[], at: number): Phrase[] {
    const fitting = (this.byFirst.get(stems[at]!) ?? []).filter((phrase) =>
      phrase.stems.every((stem, step) => stems[at + step] === stem),
    )
    return fitting.filter(({ stems: own }) => own.length === fitting[0]!.stems.length)
  }

  private stems = (text: string): string[] =>
    (text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? [])
      .filter((word) => !this.adverbs.has(word))
      .map((word) => (BE.test(word) ? 'be' : this.words.ownStem(word)))
}

const BE = /^(?:is|are|was|were|be|been|being)$/
