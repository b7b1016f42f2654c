import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestNames } from '../../../src/nlp/encoder/decode-names.ts'
import { bestTree, isTree } from '../../../src/nlp/encoder/decode-tree.ts'
import { joinTrees, partsOf } from '../../../src/nlp/encoder/long-sentences.ts'

const scores = (words: number) =>
  fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: words + 1, maxLength: words + 1 }), {
    minLength: words,
    maxLength: words,
  })

describe('the best tree', () => {
  test('is a tree with one root for any scores', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }).chain(scores), (table) => {
        const heads = bestTree(table.length, (dependent, head) => table[dependent - 1]![head]!)
        expect(isTree([0, ...heads])).toBe(true)
      }),
    )
  })

  test('loses nothing against all trees of up to four words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(scores), (table) => {
        const score = (heads: readonly number[]) => heads.reduce((sum, head, at) => sum + table[at]![head]!, 0)
        const best = Math.max(...everyTree(table.length).map(score))
        expect(score(bestTree(table.length, (dependent, head) => table[dependent - 1]![head]!))).toBe(best)
      }),
    )
  })
})

function everyTree(words: number): number[][] {
  const all: number[][] = []
  const grow = (heads: number[]) => {
    if (heads.length === words) {
      if (isTree([0, ...heads])) all.push(heads)
      return
    }
    for (let head = 0; head <= words; head++) if (head !== heads.length + 1) grow([...heads, head])
  }
  grow([])
  return all
}

const LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC']

const EXPECTED = ['1-2 LOC', '4-4 PER', '6-6 LOC', '7-7 LOC']

test('names begin with B and go on with I of their type', () => {
  const wish = ['I-PER', 'B-LOC', 'I-LOC', 'O', 'B-PER', 'I-LOC', 'B-LOC', 'B-LOC']
  const logits = Float32Array.from(
    wish.flatMap((wanted) => LABELS.map((label) => (label === wanted ? 5 : label === 'O' ? 1 : 0))),
  )
  const found = bestNames(logits, wish.length, LABELS)
  expect(found.map(({ first, last, type }) => `${first}-${last} ${type}`)).toEqual(EXPECTED)
})

test('names never overlap, whatever the logits', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 5, maxLength: 60 }), (numbers) => {
      const words = Math.floor(numbers.length / 5)
      let last = -1
      for (const name of bestNames(Float32Array.from(numbers), words, LABELS)) {
        expect(name.first).toBeGreaterThan(last)
        expect(name.last).toBeLessThan(words)
        last = name.last
      }
    }),
  )
})

describe('long sentences', () => {
  test('are cut behind punctuation where there is some', () => {
    const forms = Array.from({ length: 450 }, (_, at) => (at % 150 === 149 ? ',' : 'word'))
    expect(partsOf(forms, () => 1)).toEqual([0, 150, 300])
  })

  test('are cut anywhere else', () => {
    const starts = partsOf(new Array(1000).fill('word'), () => 1)
    expect(starts.length).toBe(5)
    expect(partsOf(new Array(100).fill('monster'), () => 24).length).toBeGreaterThan(4)
  })

  test('become one tree again', () => {
    const { heads, relations } = joinTrees([
      { start: 0, heads: [2, 0], relations: ['det', 'root'] },
      { start: 2, heads: [0, 1], relations: ['root', 'obj'] },
    ])
    expect(heads).toEqual([2, 0, 2, 3])
    expect(relations).toEqual(['det', 'root', 'parataxis', 'obj'])
  })
})
