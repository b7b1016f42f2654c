import type { Name, Sentence, Word } from '../model/document.ts'
import type { Token } from '../text/tokenize.ts'

/** A sentence, split into words, as an engine is given it. */
export interface Tokens {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
}

/** What an engine adds to a sentence; as many words as tokens, at the same places. */
export interface Reading {
  readonly words: readonly Word[]
  readonly names: readonly Name[]
}

/**
 * Tags, lemmas, trees and names for sentences that are already split into words. Deterministic: the same sentences give the
 * same reading whatever they are batched with. Every engine gives a tree; a fast one may give a rough one.
 */
export interface Engine {
  /** Name and content hash of rules and weights: part of the `Extraction` id. */
  readonly id: string
  /** One reading a sentence, in order. `document` is the whole article's sentences, so names may be decided together. */
  read(document: readonly Tokens[]): Promise<Reading[]>
  close(): Promise<void>
}
