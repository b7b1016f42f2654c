import type { Argument } from '../../model/claim.ts'
import type { Analysis, Document, Word } from '../../model/document.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { wholeSpan } from '../assemble-claim.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Clause } from '../clauses/clause.ts'
import type { SentenceLayers } from '../side-mentions.ts'
import type { Sides } from '../sides.ts'
import type { Lexicon } from '../typed/lexicon.ts'
import { wholeOf } from '../whole-of.ts'
import type { Draft } from './draft.ts'

/** A sentence as claims are drafted from it. */
export interface Reading {
  readonly analysis: Analysis
  readonly own: SentenceLayers
  readonly document: Document
  readonly kit: ClaimKit
  readonly lexicon: Lexicon
  /** Mended. */
  readonly tree: Tree
  readonly sides: Sides
  readonly clauses: readonly Clause[]
  /** The id of the time that holds for what a word says. */
  readonly timeOf: (trigger: Word, clause: Clause | undefined) => string | null
}

/** What typed and open claims are drafted with alike: amounts, places, and the words of the whole. */
export class Drafter {
  protected readonly tree: Tree
  protected readonly sides: Sides
  protected readonly own: SentenceLayers

  constructor(protected readonly reading: Reading) {
    this.tree = reading.tree
    this.sides = reading.sides
    this.own = reading.own
  }

  protected quantityOf(word: Word) {
    return (
      this.sides.quantityOf(word) ??
      this.own.quantities.find((quantity) => quantity.start <= word.start && word.end <= quantity.end)
    )
  }

  protected quantityArgument(word: Word): Argument {
    const quantity = this.quantityOf(word)
    return quantity ? amountArgument(quantity) : this.sides.argument(word)
  }

  /** What the amount is a part of, as a role. */
  protected totals(amount: Quantity | undefined): Draft['roles'] {
    const whole = amount && wholeOf(amount, this.own.quantities, this.reading.document.text)
    return whole ? [{ role: 'total', value: amountArgument(whole) }] : []
  }

  protected roleValue(word: Word): Argument {
    const value = this.sides.argument(word)
    if (value.kind !== 'text') return value
    const quantity = this.sides.quantityOf(word)
    return quantity && quantity.start <= word.start && word.end <= quantity.end ? this.quantityArgument(word) : value
  }

  /** "in Naples": where the clause says it happened. */
  protected placeOf(clause: Clause | undefined, used: readonly (Word | undefined)[]): Argument | undefined {
    const oblique = clause?.obliques.find((at) => {
      if (!PLACE_PREPOSITIONS.has(at.preposition) || used.includes(at.head)) return false
      const type = this.sides.mentionOf(at.head)?.type
      return type === 'PLACE' || type === 'COUNTRY' || type === 'FACILITY'
    })
    return oblique && this.sides.argument(oblique.head)
  }

  /** The clause, or the whole sentence when the clause is its root. */
  protected wholeOf(clause: Clause | undefined, trigger: Word, parts: readonly Span[]): Span {
    const { sentence } = this.reading.analysis
    const head = clause?.predicate ?? trigger
    if (isRelation(head, 'root') || !clause) return { start: sentence.start, end: sentence.end }
    const words = this.tree.subtree(head).filter((word) => word.upos !== 'PUNCT')
    const span = wholeSpan(words, parts)
    return { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) }
  }

  protected textOf(span: Span) {
    return { ...span, text: this.reading.document.text.slice(span.start, span.end) }
  }
}

const amountArgument = ({ id, start, end, text }: Quantity): Argument => ({ kind: 'quantity', id, start, end, text })

export const PLACE_PREPOSITIONS = new Set(['in', 'at', 'near', 'on', 'outside', 'inside', 'around'])
