import { describe, expect, test } from 'vitest'
import { findQuantities } from '../../src/amounts/find-quantities.ts'
import { findTimes } from '../../src/times/find-times.ts'
import { marked } from '../support/marked.ts'
import { documentOf, theKit } from '../support/reader.ts'

/** The number in brackets, and what it counts. */
const TABLE: readonly (readonly [sentence: string, counted: string | null])[] = [
  ['The blast killed three workers and injured [twelve].', 'worker'],
  ['Of the 90 passengers, [12] were rescued.', 'passenger'],
  ['Nine sailors drowned and [four] were rescued.', 'sailor'],
  ['Two bridges collapsed and [seven] were closed.', 'bridge'],
  ['The club sold 900 tickets in May and [300] in June.', 'ticket'],
  ['A fire left 31 people dead and at least [60] injured.', 'person'],
  ['The vote was [61].', null],
  ['The company has 40 shops, and its rating is [7].', null],
  ['In all, [40] were hurt.', null],
]

describe('what a bare number counts', () => {
  test.each(TABLE)('%s → %s', async (source, counted) => {
    const { text, spans } = marked(source)
    const document = await documentOf(text)
    const kit = await theKit()
    const found = findQuantities(document, findTimes(document, kit), kit)
    const quantity = found.find(({ start, end }) => start <= spans[0]!.start && spans[0]!.end <= end)
    expect(quantity?.unit ?? null).toBe(counted)
  })
})
