import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { findQuantities } from '../../src/amounts/find-quantities.ts'
import { loadAmountSeeds } from '../../src/amounts/lexicon.ts'
import type { Kit, Seeds } from '../../src/kit.ts'
import type { TimeExpression } from '../../src/model/quantity.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { toDocument } from '../../src/nlp/to-document.ts'
import { readSeed } from '../../src/read-seed.ts'
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
  ['The union announced a strike for [November 3].', '2025-11-03'],
  ['The bank published its figures for [September].', '2025-09'],
  ['Trains could stop from [November 3], the union said.', '2025-11-03'],
  ['The hall was built in [the late [1980s]].', '1985 – 1989', '198X'],
  ['The army attacked on [Thursday].', '2025-10-23'],
  ['The court will meet on [Monday].', '2025-10-27'],
  ['They met [last week].', '2025-W42'],
  ['They met [last year] and [two years ago].', '2024', '2023'],
  ['They met [a month ago].', '2025-09'],
  ['He arrived [yesterday] and left [today].', '2025-10-23', '2025-10-24'],
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

/** A part of a date is followed by the date itself, a range by its ends. */
const PARTS: typeof TABLE = [
  ['The roof fell on [[Monday] evening].', '2025-10-20T16:00 – 2025-10-20T20:00', '2025-10-20'],
  ['It burned [[Tuesday] late-night].', '2025-10-21T22:00 – 2025-10-21T23:59', '2025-10-21'],
  ['Rain fell on [the night of [3 May]].', '2025-05-03T20:00 – 2025-05-03T23:59', '2025-05-03'],
  ['The guard left [in the afternoon].', '12:00 – 16:00'],
  ['The guard left [last night].', '2025-10-23T20:00 – 2025-10-23T23:59'],
  ['The pool opens [in the evening at 7].', '19:00'],
  ['The bar closes at [12 at night].', '00:00'],
  ['Lunch is at [1 in the afternoon].', '13:00'],
  ['The plant closed [at the end of [March]].', '2025-03-16 – 2025-03-31', '2025-03'],
  ['They were paid [earlier [this year]].', '2025-01-01 – 2025-10-23', '2025'],
]

const HOURS: typeof TABLE = [
  ['The bridge will close on [Monday between 1pm and 4pm].', '2025-10-27T13:00 – 2025-10-27T16:00'],
  ['The clinic will open [tomorrow 8 to 10 pm].', '2025-10-25T20:00 – 2025-10-25T22:00'],
  ['The clinic was open [from 10:30 to 3 on 2 May 2024].', '2024-05-02T10:30 – 2024-05-02T15:00'],
  ['The clinic was open [between 9 and 11.30am].', '09:00 – 11:30'],
  ['They talked [from 11 to 3am].', '23:00 – 03:00'],
  ['The votes must come in [today before [4 pm]].', '… – 2025-10-24T16:00', '2025-10-24T16:00'],
]

const SPANS: typeof TABLE = [
  ['The line will be shut for [three days starting on [Monday]].', '2025-10-27 – 2025-10-29', '2025-10-27'],
  ['The pool is shut [from [2pm] for two hours].', '14:00 – 16:00', '14:00'],
  ['The pool is shut for [two hours from [2pm]].', '14:00 – 16:00', '14:00'],
  ['The shop opened [more than two weeks ago].', '… – 2025-10-09'],
  ['The shop opened [less than two weeks ago].', '2025-10-11 – 2025-10-24'],
  ['Cars built in [[2012] or later] are taxed.', '2012 – …', '2012'],
  ['The rule holds [from [May 2024] onwards].', '2024-05 – …', '2024-05'],
  ['They met [two Sundays ago].', '2025-10-12'],
  ['The goods will come [in four business days].', '2025-10-30'],
  ['He arrived in [the third week of this month].', '2025-W42'],
  ['The fair will be held in [the week of the 18th].', '2025-W47'],
  ['It was paid on [22/4].', '2025-04-22'],
  ['Trams will change over [the next decade].', '203X'],
]

const NEWS: typeof TABLE = [
  ['In [2017], it burned [between [May] and [August]].', '2017', '2017-05 – 2017-08', '2017-05', '2017-08'],
  ['In [2020] it opened, [nine years] later than planned.', '2020', 'P9Y'],
  ['Banks expect [2026] earnings of two dollars.', '2026'],
  ['The show is to run [from [2 October] to [9 November]].', '2025-10-02 – 2025-11-09', '2025-10-02', '2025-11-09'],
  ['[Third-quarter] sales rose.', '2025-Q3'],
  ['The chief will step down [by the [end of the year]].', '… – 2025-12', '2025-09 – 2025-12'],
  ['In [2019] he won; [by the [end of the year]] he had lost.', '2019', '… – 2019-12', '2019-09 – 2019-12'],
  ['The fair will run [from [Thursday] to [Sunday]].', '2025-10-30 – 2025-11-02', '2025-10-30', '2025-11-02'],
  ['Exports fell in [the first nine months of [2024]].', '2024-01-01 – 2024-09-30', '2024'],
  ['Exports fell in [the six months to [June]].', '2025-01-01 – 2025-06-30', '2025-06'],
  ['Prices rose in [the year ended [30 June 2024]].', '2023-07-01 – 2024-06-30', '2024-06-30'],
  ['It struck [before [3 a.m. local time on Friday]].', '… – 2025-10-24T03:00', '2025-10-24T03:00'],
  ['[Mid-May] was dry.', '2025-05-10 – 2025-05-20'],
  ['It was the driest year [since at least [1961]].', '1961 – …', '1961'],
  ['He led it [from [May 3, 2017], until [June 4, 2018]].', '2017-05-03 – 2018-06-04', '2017-05-03', '2018-06-04'],
  ['It was sung [from [the 15th] to [the 17th century]].', '1400 – 1699', '1400 – 1499', '1600 – 1699'],
  ['The law takes effect on [January 1].', '2026-01-01'],
  ['Trade grew during the [Korean War].', '1950-06-25 – 1953-07-27'],
  ['He ruled (c. [[314] – [368]]).', '0314 – 0368', '0314', '0368'],
]

describe('times as precise as the words', () => {
  test.each([...TABLE, ...PARTS, ...HOURS, ...SPANS, ...NEWS])('%s', async (source, ...values) => {
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
    'babies aged between six and 23 months',
    'The Science Today report and the daily Herald agreed.',
    'It fired 2000 shells at a constructor.',
    'Oil fell by 500 barrels a day.',
    'They drank the coffee of the Evening Standard.',
    'A third of the voters and 3/4 of the crews agreed.',
  ])('finds no time in %s', async (text) => {
    expect(await timesIn(text)).toEqual([])
  })
})

test.each([
  ['It struck [two hours ago].', '2025-10-24T06:15'],
  ['They will speak [within three hours].', '2025-10-24T08:15 – 2025-10-24T11:15'],
])('the hour of publication, where it is known, is what hours are counted from: %s', async (source, value) => {
  const { text } = marked(source)
  const document = await toDocument({ ...articleOf(text), publishedAt: PUBLISHED, publishedTime: '08:15' }, kit.engine)
  expect(findTimes(document, kit).map(shown)).toEqual([value])
})

test.each([
  'Rates rose from 5 to 6 on Monday.',
  'They won on Sunday 3-1.',
  'The index fell between 3 and 5 on Friday.',
])('two bare numbers beside a day are no hours where something changes or is won: %s', async (text) => {
  expect((await timesIn(text)).filter(({ kind }) => kind === 'time')).toEqual([])
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

  test.each(['Snow falls in winter.', 'It rains in May and June.'])(
    'what happens every year is of no one year: %s',
    async (text) => {
      expect((await timesIn(text)).map(shown)).toSatisfy((values: string[]) => values.every((value) => value === '?'))
    },
  )

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
