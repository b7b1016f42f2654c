import type { KnownNames } from './known-names.ts'
import type { Input } from './session.ts'
import type { WordPieces } from './word-pieces.ts'

/** The numbers of the special pieces, from labels.json. */
export interface Specials {
  readonly cls: number
  readonly sep: number
  readonly pad: number
}

/** A sentence, or a part of a long one, as the model sees it. */
export interface Encoded {
  readonly words: number
  readonly ids: readonly number[]
  /** Shape of each piece's word, with what is known of it (labels.json). */
  readonly shapes: readonly number[]
  /** Place of each word's first piece; slot 0 is the root. */
  readonly first: readonly number[]
}

/** Only a word's first piece is read, so a monster needs no more than these. */
const MOST_PIECES = 24
const SHAPES = 8

export function encodeWords(
  forms: readonly string[],
  pieces: WordPieces,
  known: KnownNames,
  { cls, sep }: Specials,
): Encoded {
  const kinds = known.of(forms)
  const ids = [cls]
  const shapes = [0]
  const first = [0]
  forms.forEach((form, word) => {
    first.push(ids.length)
    const { ids: parts, shape } = pieces.look(form)
    for (let at = 0; at < parts.length && at < MOST_PIECES; at++) {
      ids.push(parts[at]!)
      shapes.push(shape + SHAPES * kinds[word]!)
    }
  })
  ids.push(sep)
  shapes.push(0)
  return { words: forms.length, ids, shapes, first }
}

/** What hides padding from attention, and what keeps an arc from being the best (train/lean.py). */
const HIDDEN = -64
const NEVER = -1e9

/** Pads sentences to one batch of the model's inputs (labels.json): places before sentences, each word's first piece by its row in the table of all. */
export function toInputs(batch: readonly Encoded[], pad: number): Record<string, Input> {
  const rows = batch.length
  const width = Math.max(...batch.map(({ ids }) => ids.length))
  const slots = Math.max(...batch.map(({ words }) => words)) + 1
  const ids = new Int32Array(width * rows).fill(pad)
  const shapes = new Int32Array(width * rows)
  const first = new Int32Array(slots * rows)
  const hiddenPieces = new Float32Array(rows * width)
  const hiddenWords = new Float32Array(rows * slots)
  const hiddenArcs = new Float32Array(rows * (slots - 1) * slots)
  batch.forEach((sentence, row) => {
    for (let at = 0; at < sentence.ids.length; at++) {
      ids[at * rows + row] = sentence.ids[at]!
      shapes[at * rows + row] = sentence.shapes[at]!
    }
    for (let slot = 0; slot < slots; slot++) first[slot * rows + row] = (sentence.first[slot] ?? 0) * rows + row
    hiddenPieces.fill(HIDDEN, row * width + sentence.ids.length, (row + 1) * width)
    hiddenWords.fill(HIDDEN, row * slots + sentence.first.length, (row + 1) * slots)
    for (let word = 1; word < slots; word++) {
      const from = (row * (slots - 1) + word - 1) * slots
      hiddenArcs[from + word] = NEVER
      hiddenArcs.fill(NEVER, from + sentence.first.length, from + slots)
    }
  })
  return {
    ids: { data: ids, dims: [width, rows] },
    shapes: { data: shapes, dims: [width, rows] },
    places: { data: Int32Array.from({ length: width }, (_, at) => at), dims: [width] },
    first: { data: first, dims: [slots, rows] },
    hiddenPieces: { data: hiddenPieces, dims: [rows, 1, 1, width] },
    hiddenWords: { data: hiddenWords, dims: [rows, 1, 1, slots] },
    hiddenArcs: { data: hiddenArcs, dims: [rows, slots - 1, slots] },
  }
}
