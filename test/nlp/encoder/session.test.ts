import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'

vi.mock('onnxruntime-node', () => {
  throw new Error('libonnxruntime.so.1: cannot open shared object file')
})

test('where the native runtime does not load, WebAssembly reads, and that is said once', async () => {
  const { openSession } = await import('../../../src/nlp/encoder/session.ts')
  const weights = readFileSync(new URL('../../../models/encoder/model.onnx', import.meta.url))
  const said: string[] = []
  const session = await openSession(weights, (message) => said.push(message))
  const again = await openSession(weights, (message) => said.push(message))
  expect([session.runtime, again.runtime]).toEqual(['wasm', 'wasm'])
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/native onnxruntime does not load/)
  const { encodeWords, toInputs } = await import('../../../src/nlp/encoder/encode-batch.ts')
  const { KnownNames } = await import('../../../src/nlp/encoder/known-names.ts')
  const { WordPieces } = await import('../../../src/nlp/encoder/word-pieces.ts')
  const pieces = new WordPieces(
    readFileSync(new URL('../../../models/encoder/vocab.txt', import.meta.url), 'utf8'),
    100,
  )
  const { upos } = await session.run(
    toInputs([encodeWords(['Ships', 'sailed', '.'], pieces, new KnownNames(''), { cls: 101, sep: 102, pad: 0 })], 0),
    ['upos'],
  )
  expect(upos).toHaveLength(3)
  await session.close()
  await again.close()
}, 60_000)
