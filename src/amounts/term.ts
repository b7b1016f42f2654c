import type { Measure } from './lookup.ts'
import type { Numeral } from './numeral-words.ts'

/** A number with the unit it stands with, without words that bound or blur it. */
export interface Term {
  readonly value: number
  /** Of a vague word ("dozens"); then `value` is its lower end. */
  readonly range?: readonly [number, number | null]
  readonly measure: Measure | null
  readonly form: Numeral['form']
  readonly bare: boolean
  readonly scale: number
  /** Indices of lexemes: the first one, the first after the number, the first after the term. */
  readonly at: number
  readonly numberEnds: number
  readonly next: number
  /** "a 10,000-strong force" */
  readonly people?: boolean
}
