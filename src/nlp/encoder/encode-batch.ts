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

/** Pads sentences to one batch of the model's inputs. */
export function toInputs(batch: readonly Encoded[], pad: number): Record<string, Input> {
  const rows = batch.length
  const width = Math.max(...batch.map(({ ids }) => ids.length))
  const slots = Math.max(...batch.map(({ words }) => words)) + 1
  const ids = new Integers(rows * width, pad)
  const shapes = new Integers(rows * width)
  const mask = new Integers(rows * width)
  const first = new Integers(rows * slots)
  const wordMask = new Float32Array(rows * slots)
  batch.forEach((sentence, row) => {
    ids.put(sentence.ids, row * width)
    shapes.put(sentence.shapes, row * width)
    first.put(sentence.first, row * slots)
    mask.fill(1, row * width, row * width + sentence.ids.length)
    wordMask.fill(1, row * slots, row * slots + sentence.first.length)
  })
  const dims = [rows, width]
  return {
    ids: { data: ids.wide, dims },
    shapes: { data: shapes.wide, dims },
    mask: { data: mask.wide, dims },
    first: { data: first.wide, dims: [rows, slots] },
    wordMask: { data: wordMask, dims: [rows, slots] },
  }
}

/** Small 64-bit integers, written as 32-bit halves: no BigInt a number. */
class Integers {
  readonly wide: BigInt64Array
  private readonly halves: Int32Array

  constructor(length: number, value = 0) {
    this.wide = new BigInt64Array(length)
    this.halves = new Int32Array(this.wide.buffer)
    if (value) this.fill(value, 0, length)
  }

  put(values: readonly number[], at: number): void {
    for (let index = 0; index < values.length; index++) this.halves[(at + index) * 2 + LOW] = values[index]!
  }

  fill(value: number, from: number, to: number): void {
    for (let index = from; index < to; index++) this.halves[index * 2 + LOW] = value
  }
}

const LOW = new Uint8Array(new Int32Array([1]).buffer)[0] === 1 ? 0 : 1
