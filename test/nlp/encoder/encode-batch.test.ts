import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeWords } from '../../../src/nlp/encoder/encode-batch.ts'
import { KnownNames } from '../../../src/nlp/encoder/known-names.ts'
import { WordPieces } from '../../../src/nlp/encoder/word-pieces.ts'

const read = (path: string) => readFileSync(new URL(`../../../models/encoder/${path}`, import.meta.url), 'utf8')

test('the release check of the weights holds for ids, shapes and first pieces', () => {
  const pieces = new WordPieces(read('vocab.txt'), 100)
  const known = new KnownNames(read('known.tsv'))
  const check: { words: string[]; ids: number[]; shapes: number[]; first: number[] }[] = JSON.parse(read('check.json'))
  for (const { words, ids, shapes, first } of check) {
    const encoded = encodeWords(words, pieces, known, { cls: 101, sep: 102, pad: 0 })
    expect(encoded).toEqual({ words: words.length, ids, shapes, first })
  }
})

describe('known names', () => {
  const known = new KnownNames("1\tmaya\n2\tdrum\n3\tkim\n4\tportlow\n4\teastportlow\n8\tportlowbank\n8\tbell's\n")
  test.each([
    ['Maya Drum left Portlow', [1, 2, 0, 4]],
    ['the longest wins : Portlow Bank', [0, 0, 0, 0, 8, 8]],
    ['East - Portlow and East-Portlow', [4, 4, 4, 0, 4]],
    ['a drum in portlow', [0, 0, 0, 0]],
    ['MAYA SAW KIM', [1, 0, 3]],
    ['Portlow bank', [8, 8]],
    ['Bell ’s closed', [8, 8, 0]],
    ['', [0]],
  ])('%s', (sentence, kinds) => {
    expect([...known.of(sentence.split(' '))]).toEqual(kinds)
  })
})
