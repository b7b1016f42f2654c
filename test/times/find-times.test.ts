import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findQuantities } from '../../src/amounts/find-quantities.ts'
import { loadAmountSeeds } from '../../src/amounts/lexicon.ts'
import { type Kit, readSeed, type Seeds } from '../../src/kit.ts'
import type { TimeExpression } from '../../src/model/quantity.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { toDocument } from '../../src/text/to-document.ts'
import { findTimes } from '../../src/times/find-times.ts'
import { TimeWords } from '../../src/times/lexicon.ts'
import { marked } from '../support/marked.ts'
import { articleOf } from '../support/reader.ts'

let kit: Kit
beforeAll(async () => {
  const engine = await createEngine({ engine: 'fast' })
  const seeds = { amounts: loadAmountSeeds(readSeed), times: readSeed('lexicon/time-words.json', TimeWords) }
  kit = { engine, seeds: seeds as unknown as Seeds }
})

/** A Friday. */
const PUBLISHED = '2025-10-24'

async function timesIn(text: string, publishedAt: string | undefined = PUBLISHED): Promise<TimeExpression[]> {
  return findTimes(await toDocument({ ...articleOf(text), publishedAt }, kit.engine), kit)
}

const shown = ({ value, from, to }: TimeExpression): string =>
  value ?? (from === null && to === null ? '?' : `${from ?? '…'} – ${to ?? '…'}`)

const TABLE: readonly (readonly [sentence: string, ...values: string[]])[] = [
  ['It opened on [27 April 2026] and [Nov. 2, 2024].', '2026-04-27', '2024-11-02'],
  ['It opened in [August 2015].', '2015-08'],
  ['It opened in [2015].', '2015'],
  ['It opened in [March].', '2025-03'],
  ['She will resign in [March].', '2026-03'],
  ['The army attacked on [Thursday].', '2025-10-23'],
  ['The court will meet on [Monday].', '2025-10-27'],
  ['They met [last week].', '2025-W42'],
  ['They met [last year] and [two years ago].', '2024', '2023'],
  ['They met [a month ago].', '2025-09'],
  ['He arrived [yesterday] and left [today].', '2025-10-23', '2025-10-24'],
  ['Prices fell [earlier this year].', '2025-01-01 – 2025-10-23'],
  ['Prices fell in [late 2024].', '2024-07 – 2024-12'],
  ['They came in [the 1990s] and [the 19th century].', '199X', '1800 – 1899'],
  ['It was built in [summer 2022].', '2022-SU'],
  ['Sales grew in [the third quarter of 2025].', '2025-Q3'],
  ['He worked there [from [2012] to [2015]]', '2012 – 2015', '2012', '2015'],
  ['They fought [between [May] and [July 2023]].', '2023-05 – 2023-07', '2023-05', '2023-07'],
  ['The fair ran [since [October]].', '2025-10 – …', '2025-10'],
  ['Sales rose [after [2010]].', '2011-01-01 – …', '2010'],
  ['The siege lasted [three and a half years].', 'P3.5Y'],
  ['They train [every Monday].', 'P1W'],
  ['It struck at [06:45] and again at [3 p.m.].', '06:45', '15:00'],
  ['It struck on [Nov. 2, 2024 at 3:30 p.m.]', '2024-11-02T15:30'],
  ['[In 3 weeks] they will vote.', '2025-W46'],
  ['The strike began on [3 May 2024]; [a month later] it ended.', '2024-05-03', '2024-06'],
  ['He fell on [3 May 2024] and died [the following day].', '2024-05-03', '2024-05-04'],
]

describe('times as precise as the words', () => {
  test.each(TABLE)('%s', async (source, ...values) => {
    const { text, spans } = marked(source)
    const found = await timesIn(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    )
    expect(found.map(shown)).toEqual(values)
  })

  test.each([
    'Theresa May said they may march on.',
    'The Sunday Times and the March for Life.',
    'She is 45 years old.',
    'It fired 2000 shells at a constructor.',
    'Oil fell by 500 barrels a day.',
  ])('finds no time in %s', async (text) => {
    expect(await timesIn(text)).toEqual([])
  })
})

describe('what is not known is not invented', () => {
  test('relative times stay unanchored without a publication date', async () => {
    const found = await timesIn('He left on Thursday, in May, last year and a month later; in 2015 he came.', '')
    expect(found.map(({ value, from, anchor }) => [value, from, anchor])).toEqual([
      [null, null, 'none'],
      [null, null, 'none'],
      [null, null, 'none'],
      [null, null, 'none'],
      ['2015', '2015', 'explicit'],
    ])
  })

  test('a month does not give the day: weekdays need a full date, years do not', async () => {
    const found = await timesIn('He left on Thursday last year.', '2025-10')
    expect(found.map(shown)).toEqual(['?', '2024'])
  })

  test('the text itself can be the anchor', async () => {
    const [, later] = await timesIn('It began in June 2020. Two years later it was over.', '')
    expect([later!.value, later!.anchor]).toEqual(['2022', 'document'])
  })
})

test('times cover their text and never fail, whatever the text', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '2015',
      ' May ',
      '-',
      '31',
      ' Monday',
      ' to ',
      'from ',
      ' ago',
      'two years',
      ' later',
      '12:30',
      'pm',
      ' last ',
      ' week',
      'the ',
      'Feb 30',
      ' 1990s',
      '’s',
      '0000',
      ' of ',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      const text = pieces.join('')
      let start = 0
      for (const time of await timesIn(text)) {
        expect(text.slice(time.start, time.end)).toBe(time.text)
        expect(time.start).toBeGreaterThanOrEqual(start)
        start = time.start
      }
    }),
    { numRuns: 150 },
  )
})

test.each(['1999,', '1,000,', 'minus ', 'from 2012 to ', '1-', 'May ', '3 days and ', 'a@'])(
  'time grows no faster than the text: %s',
  (piece) => {
    const read = (count: number): number => {
      const text = piece.repeat(count)
      const sentence = { id: 's', index: 0, paragraph: 0, start: 0, end: text.length, zone: 'body' as const }
      const document = { article: articleOf(text), text, sentences: [{ sentence, words: [], names: [] }] }
      const { user } = process.cpuUsage()
      findQuantities(document, findTimes(document, kit), kit)
      return process.cpuUsage().user - user
    }
    read(500)
    const small = Math.min(read(1000), read(1000))
    expect(read(8000)).toBeLessThan(Math.max(small, 4000) * 40)
  },
)
