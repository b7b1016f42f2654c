import type { Word } from '../../model/document.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'

/** An amount, or how long something is: a time expression of its id. */
export type Amount = Omit<Quantity, 'kind'> & {
  readonly kind: Quantity['kind'] | 'duration'
  /** "three men and two women" */
  readonly isSum?: boolean
}

/** A figure of a measure, as one sentence gives it. */
export interface Figure {
  readonly quantity: Amount
  /** a key of `measures`; undefined when the sentence gives no more than a number ("raised its estimate to 2,000") */
  readonly measure: string | undefined
  /** The word whose clause tells how surely it is put. */
  readonly trigger: Word
  /** The noun that carries it: "toll", "casualties", "estimate". */
  readonly carrier: Word | undefined
  /** Who has it: the subject of "employs", of "reported a profit of". */
  readonly holder: Word | undefined
  /** Who brings it about: the subject of "killed 14 people". */
  readonly doer: Word | undefined
  /** The head of what is counted, when it is more than a number. */
  readonly counted: Word | undefined
  /** "eleven of them": how many of those before */
  readonly ofThem: boolean
  /** "a further 40" */
  readonly isMore: boolean
  /** "climbs to 44" */
  readonly isRising: boolean
  /** The words that say it was so before. */
  readonly earlier: Span | undefined
}

/** What the words around a number say it is. */
export interface Found {
  readonly measure: string | undefined
  readonly trigger: Word
  readonly carrier?: Word | undefined
  readonly holder?: Word | undefined
  readonly doer?: Word | undefined
}
