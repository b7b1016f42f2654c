/**
 * The encoder's vector of each word, which the graph of `models/encoder` makes and does not give out: the output of its last layer, before tags, names and trees are read from it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOME } from '../../src/home.ts'
import type { Word } from '../../src/model/document.ts'
import { encodeWords, toInputs } from '../../src/nlp/encoder/encode-batch.ts'
import { KnownNames } from '../../src/nlp/encoder/known-names.ts'
import { Labels } from '../../src/nlp/encoder/labels.ts'
import { openSession } from '../../src/nlp/encoder/session.ts'
import { WordPieces } from '../../src/nlp/encoder/word-pieces.ts'
import { readModel } from '../../src/read-seed.ts'

export const WIDTH = 384
const LAST = 'layers.4.norm2'
const MOST_WORDS = 250

/** Opens the encoder with one more output; `of` gives WIDTH numbers a word, one sentence at a time (zeros for what is longer than it reads at once). */
export async function createVectors(): Promise<{ of(words: readonly Word[]): Promise<Float32Array>; close(): Promise<void> }> {
  const folder = join(HOME, 'models', 'encoder')
  const session = await openSession(withOutput(readFileSync(join(folder, 'model.onnx')), LAST))
  const { special } = readModel('encoder/labels.json', Labels)
  const pieces = new WordPieces(readFileSync(join(folder, 'vocab.txt'), 'utf8'), special.unk)
  const known = new KnownNames(readFileSync(join(folder, 'known.tsv'), 'utf8'))
  return {
    async of(words) {
      if (words.length > MOST_WORDS) return new Float32Array(words.length * WIDTH)
      const encoded = encodeWords(
        words.map(({ form }) => form),
        pieces,
        known,
        special,
      )
      const outputs = await session.run(toInputs([encoded], special.pad), [LAST])
      return (outputs[LAST] as Float32Array).slice(WIDTH) // slot 0 is the root
    },
    close: () => session.close(),
  }
}

/** The model with a node's result among its outputs: ModelProto.graph is field 7, GraphProto.output 12, ValueInfoProto.name 1 and .type 2. */
function withOutput(model: Buffer, name: string): Buffer {
  const float = field(2, field(1, Buffer.from([8, 1]))) // tensor_type { elem_type: FLOAT }
  const value = field(12, Buffer.concat([field(1, Buffer.from(name)), float]))
  const out: Buffer[] = []
  for (let at = 0; at < model.length; ) {
    const start = at
    const [tag, afterTag] = varint(model, at)
    const [number, afterNumber] = varint(model, afterTag)
    at = (tag & 7) === 2 ? afterNumber + number : afterNumber
    if (tag >> 3 === 7) out.push(field(7, Buffer.concat([model.subarray(afterNumber, at), value])))
    else out.push(model.subarray(start, at))
  }
  return Buffer.concat(out)
}

const field = (number: number, content: Buffer): Buffer => Buffer.concat([toVarint((number << 3) | 2), toVarint(content.length), content])

function toVarint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return Buffer.from([...bytes, rest])
}

function varint(bytes: Buffer, from: number): [value: number, after: number] {
  let value = 0
  for (let at = from, unit = 1; ; at++, unit *= 128) {
    value += (bytes[at]! & 127) * unit
    if (bytes[at]! < 128) return [value, at + 1]
  }
}
