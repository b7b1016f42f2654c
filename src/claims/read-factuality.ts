import type { Kit } from '../kit.ts'
import type { Factuality, Polarity } from '../model/claim.ts'
import type { Word } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { Tree } from '../nlp/tree.ts'

export interface Stance {
  readonly polarity: Polarity
  readonly factuality: Factuality
  /** The words that deny, when they do. */
  readonly negation: Span | null
}

/** STUB: How surely the clause headed by `predicate` is put, from its own words and the clauses above it in its sentence. */
export function readFactuality(_tree: Tree, _predicate: Word, _kit: Kit): Stance {
  return { polarity: 'affirmed', factuality: 'asserted', negation: null }
}
