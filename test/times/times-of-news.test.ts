import { describe, expect, test } from 'vitest'
import { shownTime, timesIn } from '../support/amounts.ts'
import { marked } from '../support/marked.ts'

/** Sentences printed on Friday, 24 October 2025: the times in brackets, outer ones first, each with its value or its bounds. */
type Table = readonly (readonly [sentence: string, ...values: string[]])[]

const RANGES: Table = [
  ['The fair ran [between 3 and [9 May]].', '2025-05-03 – 2025-05-09', '2025-05-09'],
  ['The fair ran [from [28 April] to [3 May 2024]].', '2024-04-28 – 2024-05-03', '2024-04-28', '2024-05-03'],
  ['The fair ran [from [Monday] to [Thursday]].', '2025-10-20 – 2025-10-23', '2025-10-20', '2025-10-23'],
  [
    'It closed [from [mid-May] to [early June]].',
    '2025-05-10 – 2025-06-15',
    '2025-05-10 – 2025-05-20',
    '2025-06-01 – 2025-06-15',
  ],
  ['It closed in [[May]-[June 2024]].', '2024-05 – 2024-06', '2024-05', '2024-06'],
  ['It rained on [3] and [4 May].', '2025-05-03', '2025-05-04'],
  ['It rained on [May 3], [4] and [7].', '2025-05-03', '2025-05-04', '2025-05-07'],
  ['It rained on [the 3rd] and [4th of May 2024].', '2024-05-03', '2024-05-04'],
  ['They played in the [[2023]-[24]] season.', '2023 – 2024', '2023', '2024'],
  ['They played in the [[2023]/[24]] season.', '2023 – 2024', '2023', '2024'],
  ['It was built [between [the 1960s] and [the 1980s]].', '1960 – 1989', '196X', '198X'],
]

const DAY_PARTS: Table = [
  ['Shares were down 8 percent by [0940] GMT.', '09:40'],
  ['The barn burned [overnight on [Tuesday]].', '2025-10-21T20:00 – 2025-10-21T23:59', '2025-10-21'],
  ['The barn burned [in the early hours of [Sunday]].', '2025-10-19T00:00 – 2025-10-19T06:00', '2025-10-19'],
  ['The barn burned on [[Sunday] in the early hours].', '2025-10-19T00:00 – 2025-10-19T06:00', '2025-10-19'],
  ['The court rose [late Wednesday].', '2025-10-22'],
  ['The ferry sank on [the night of 12 to 13 August].', '2025-08-12T20:00 – 2025-08-12T23:59'],
  ['The court rose on [[Thursday] evening].', '2025-10-23T16:00 – 2025-10-23T20:00', '2025-10-23'],
  [
    '[By [[Tuesday] evening]] the road was clear.',
    '… – 2025-10-21T20:00',
    '2025-10-21T16:00 – 2025-10-21T20:00',
    '2025-10-21',
  ],
]

const FISCAL: Table = [
  ['Sales rose after [first-quarter] profit fell.', '2025-Q1'],
  ['Profit rose in [the three months to [June]].', '2025-04-01 – 2025-06-30', '2025-06'],
  ['Profit rose in [the fiscal year to [March 2025]].', '2024-04-01 – 2025-03-31', '2025-03'],
  ['Profit rose in [the financial year ended [30 June 2024]].', '2023-07-01 – 2024-06-30', '2024-06-30'],
  ['Profit rose in [fiscal 2024].', '2024'],
  ['Profit rose in the [2024] fiscal year.', '2024'],
  ['Sales fell in the [[2023]/[24]] financial year.', '2023 – 2024', '2023', '2024'],
  ['Sales fell in [the second half of 2024].', '2024-07 – 2024-12'],
  ['Sales rose in [the first half of the year].', '2025-01 – 2025-06'],
  ['Sales fell in [the fourth quarter].', '2024-Q4'],
  ['Sales fell in [the third quarter].', '2025-Q3'],
  ['Sales will fall in [the fourth quarter].', '2025-Q4'],
  ['It closed in [the last three months of [2024]].', '2024-10-01 – 2024-12-31', '2024'],
  ['It closed in [the final two weeks of [June]].', '2025-06-17 – 2025-06-30', '2025-06'],
  ['It closed in [the first nine months of [2024]].', '2024-01-01 – 2024-09-30', '2024'],
]

const TURNS: Table = [
  ['The court will meet [a week on Tuesday].', '2025-11-04'],
  ['The court will meet on [Tuesday week].', '2025-11-04'],
  ['The court met on [Tuesday last week].', '2025-10-14'],
  ['It fell on [Thursday 16 October 2025]; [the Tuesday before], it had rained.', '2025-10-16', '2025-10-14'],
  ["The court will meet [in two weeks]' time.", '2025-W45'],
  ['The pool opens [every second Tuesday].', 'P2W'],
  ['The pool opens [every other week].', 'P2W'],
  ['The roof fell [last winter].', '2024-WI'],
  ['It closed [months ago].', '… – 2025-10-23'],
  ['She fell ill in the run-up to [Christmas 2024].', '2024-12-25'],
  ['He left in [March 2021] and came back [a month later].', '2021-03', '2021-04'],
  ['They met [earlier [this month]].', '2025-10-01 – 2025-10-23', '2025-10'],
  ['The mill closed in [late 2024].', '2024-07 – 2024-12'],
  ['The mill was built in [the mid-[1990s]].', '1993 – 1997', '199X'],
]

const LENGTHS: Table = [
  ['He got [between three and five years] in prison.', 'P3Y – P5Y'],
  ['The ban runs for [three to five years].', 'P3Y – P5Y'],
  ['He faces [five to 10 years].', 'P5Y – P10Y'],
  ['The trip takes [two or three hours].', 'PT2H – PT3H'],
  ['It takes [10-12 weeks].', 'P10W – P12W'],
  ['He got [four years and six months] in prison.', 'P4Y6M'],
  ['He was given a [25-year] term.', 'P25Y'],
  ['She served [20 months] of a [three-year] sentence.', 'P20M', 'P3Y'],
  ['The trial took [two and a half weeks].', 'P2.5W'],
]

describe.each([
  ['ranges and lists of dates', RANGES],
  ['parts of days', DAY_PARTS],
  ['fiscal years, quarters and stretches', FISCAL],
  ['turns, seasons and sets', TURNS],
  ['how long', LENGTHS],
])('%s', (_, table) => {
  test.each([...table])('%s', async (source, ...values) => {
    const { text, spans } = marked(source)
    const found = await timesIn(text)
    expect(found.map((one) => one.text)).toEqual(spans.map(({ start, end }) => text.slice(start, end)))
    expect(found.map(shownTime)).toEqual(values)
  })
})
