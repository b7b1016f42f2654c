import type { Analysis, Document, Name, Word } from '../model/document.ts'
import type { EntityType, Mention } from '../model/mention.ts'
import { type Tree, treeOf } from '../nlp/tree.ts'
import { type Knowledge, type Known, knowledgeOf } from './knowledge.ts'
import type { NamingKit } from './naming-seeds.ts'
import type { Words } from './noun-phrase.ts'

/** A mention in the making: words of a sentence rather than offsets. */
export interface Candidate extends Words {
  /** Index of the sentence in the document. */
  readonly sentence: number
  readonly kind: Mention['kind']
  readonly type: EntityType | null
  readonly method: string
  readonly score: number
  /** The gazetteer's entity, when the name has only one. */
  readonly known?: Known
  readonly votes?: Name['votes']
}

/** One that has a type. */
export type Typed = Candidate & { readonly type: EntityType }

/** A document with its trees and what is known, as the finders see it. */
export interface Reader {
  readonly document: Document
  readonly sentences: readonly Analysis[]
  readonly trees: readonly Tree[]
  readonly knowledge: Knowledge
}

/** Looks at the document on its own; a refiner repairs the whole list. */
export type Finder = (reader: Reader) => Candidate[]
export type Refiner = (candidates: readonly Candidate[], reader: Reader) => Candidate[]

const readers = new WeakMap<Document, Reader>()

export function readerOf(document: Document, kit: NamingKit): Reader {
  const known = readers.get(document)
  if (known) return known
  const trees = document.sentences.map(({ words }) => treeOf(words))
  const reader = { document, sentences: document.sentences, trees, knowledge: knowledgeOf(kit.seeds.naming) }
  readers.set(document, reader)
  return reader
}

export const wordsOf = (
  reader: Reader,
  { sentence, first, last }: Pick<Candidate, 'sentence' | 'first' | 'last'>,
): readonly Word[] => reader.sentences[sentence]!.words.slice(first - 1, last)

export const textOfCandidate = (reader: Reader, candidate: Pick<Candidate, 'sentence' | 'first' | 'last'>): string => {
  const words = wordsOf(reader, candidate)
  return reader.document.text.slice(words[0]!.start, words.at(-1)!.end)
}

export const isMeeting = (a: Candidate, b: Candidate): boolean =>
  a.sentence === b.sentence && a.first <= b.last && b.first <= a.last

/** Reading order; the longer one first where two begin together. */
export const inOrder = (a: Candidate, b: Candidate): number =>
  a.sentence - b.sentence || a.first - b.first || b.last - a.last
