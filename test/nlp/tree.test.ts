import { expect, test } from 'vitest'
import type { Word } from '../../src/model/document.ts'
import { isTree } from '../../src/nlp/tree.ts'

/** Words by their heads only. */
const wordsOf = (heads: readonly number[]): Word[] =>
  heads.map((head, at) => {
    const place = { index: at + 1, start: at * 2, end: at * 2 + 1 }
    return { ...place, form: 'x', lemma: 'x', upos: 'X', xpos: 'X', head, deprel: 'dep' }
  })

test.each([
  ['one root', [2, 0, 2], true],
  ['two roots', [0, 1, 0], true],
  ['two that hang on each other', [2, 1, 0], false],
  ['one that hangs on itself', [0, 2], false],
  ['a circle behind a chain', [2, 3, 4, 3, 0], false],
  ['nothing', [], true],
])('a tree or not: %s', (_, heads, is) => expect(isTree(wordsOf(heads))).toBe(is))
