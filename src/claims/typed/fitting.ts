import type { Word } from '../../model/document.ts'
import type { EntityType } from '../../model/mention.ts'
import type { Sides } from '../sides.ts'
import type { Event } from './event.ts'
import type { Lexicon } from './lexicon.ts'

/** Whether words may stand at a side or in a role of one event's claims, by what is known of their types. */
export class Fitting {
  /** A type was taken on trust: nothing is known of the name. */
  guessed = false

  constructor(
    private readonly event: Event,
    private readonly sides: Sides,
    private readonly lexicon: Lexicon,
    /** The trigger itself is a people: "a Dane". */
    private readonly isPeoples: boolean,
  ) {}

  /** A place is a place, and a time is none. */
  suits(role: string, word: Word): boolean {
    if (this.sides.timeOf(word)) return role === 'period'
    return role !== 'place' || ['PLACE', 'COUNTRY', 'FACILITY'].some((type) => this.sides.isOf(word, type))
  }

  /** Whether a side may be what a type asks for; TEXT is anything. */
  fits(word: Word, allowed: readonly (EntityType | 'TEXT')[]): boolean {
    if (allowed.includes('TEXT')) return true
    if (this.isPeoples && word === this.event.trigger) return this.sides.peopleOf(word) !== undefined
    if (this.sides.timeOf(word)) return false // "broke ground on Thursday"
    const isOwnPart = this.sides.tree.dominates(this.event.trigger, word) && word.index === this.event.trigger.index - 2 // "Norvik-owned"
    if (this.event.kind !== 'adjective' && !isOwnPart && this.sides.isCutOff(word)) return false // "seized a Panama-flagged ship"
    const types = this.sides.typesOf(word)
    if (types === 'any') {
      this.guessed = true
      return true
    }
    if (types.some((type) => allowed.includes(type))) return true
    const name = this.sides.nameFor(word)
    const meant = name === word ? [] : this.sides.typesOf(name) // "the buyer, Almar Ports"
    if (meant !== 'any' && meant.some((type) => allowed.includes(type))) return true
    if (!allowed.includes('COUNTRY') || !actsByName(word, this.event, this.sides, this.lexicon)) return false
    this.guessed = true
    return true
  }
}

/** "Costa Verde sent troops", "fined Rio Claro": a place that does something, or to which it is done as to a body, stands for its people. */
export function actsByName(word: Word, { clause, kind }: Event, sides: Sides, lexicon: Lexicon): boolean {
  const types = sides.typesOf(word)
  const isTown = word.upos === 'PROPN' || lexicon.isA(word.lemma.toLowerCase(), 'settlement') // "the city of Arden"
  const isDone = kind === 'verb' || kind === 'noun' // "imposed a levy": a light verb's doer acts too
  if (!isDone || !clause || !isTown || types.length !== 1 || types[0] !== 'PLACE') return false
  const isOwn =
    clause.subject === word && clause.subjectSource === 'own' && !(kind === 'noun' && clause.kind === 'copula')
  if (isOwn || clause.agent === word) return true
  return kind === 'verb' && (clause.object === word || clause.indirect === word)
}
