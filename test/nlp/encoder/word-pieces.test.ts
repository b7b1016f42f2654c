import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shapeOf, WordPieces } from '../../../src/nlp/encoder/word-pieces.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const pieces = new WordPieces(read('../../../models/encoder/vocab.txt'), 100)

test('10,000 words get the pieces that the tokenizers package gives them', () => {
  const lines = read('word-pieces.tsv').trimEnd().split('\n')
  expect(lines.length).toBe(10_000)
  const differing = lines.filter((line) => {
    const [word, ids] = line.split('\t') as [string, string]
    return pieces.of(JSON.parse(word)).join(' ') !== ids
  })
  expect(differing).toEqual([])
})

describe('shapes', () => {
  test.each([
    ['port', 1],
    ["n't", 1],
    ['Aden', 2],
    ['Éric', 2],
    ['NATO', 3],
    ['U.S.', 3],
    ['McKay', 4],
    ['iPhone', 4],
    ['F16', 5],
    ['٣', 5],
    ['—', 6],
    ['한국', 6],
    ['A', 7],
  ])('%s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape)
  })
})
