import { expect, test } from 'vitest'
import { parseByline, parseDateline, parseDatelineAlone, parseStamp } from '../../src/read/head-lines.ts'
import { parseHeadParts, splitByline } from '../../src/read/head-parts.ts'
import { findDate, parseDate } from '../../src/read/parse-date.ts'

test.each([
  ['LONDON, May 3 (Reuters) - The bank', 'LONDON, May 3 (Reuters) - ', 'Reuters'],
  ['LONDON (AP) — The bank', 'LONDON (AP) — ', 'AP'],
  ['WASHINGTON—The Senate', 'WASHINGTON—', undefined],
  ['São Paulo, Brazil – Prosecutors', 'São Paulo, Brazil – ', undefined],
  ['ST. JOHN’S, Newfoundland -- Cod', 'ST. JOHN’S, Newfoundland -- ', undefined],
  ['NEW DELHI: The court', 'NEW DELHI: The court', null],
  ['NEW DELHI, 3 June: The court', 'NEW DELHI, 3 June: ', undefined],
  ['TOKYO (Kyodo): The yen', 'TOKYO (Kyodo): ', 'Kyodo'],
  ['(Valley News) - Snow', '(Valley News) - ', 'Valley News'],
  ['Nov 4 (Grain Desk) - Wheat', 'Nov 4 (Grain Desk) - ', 'Grain Desk'],
  ['Umea (Norden Wire), Monday: The mill', 'Umea (Norden Wire), Monday: ', 'Norden Wire'],
  ['Karst — The count goes on.', 'Karst — ', undefined],
  ['NEW YORK, March 4, 2025 /PRNewswire/ -- Acme', 'NEW YORK, March 4, 2025 /PRNewswire/ -- ', 'PRNewswire'],
  ['RIO DE JANEIRO and BRASÍLIA, Brazil — Two', 'RIO DE JANEIRO and BRASÍLIA, Brazil — ', undefined],
])('dateline of %s', (paragraph, before, agency) => {
  const found = parseDateline(paragraph)
  if (agency === null) return expect(found).toBeUndefined()
  expect(paragraph.slice(0, found?.length)).toBe(before)
  expect(found?.agency).toBe(agency)
})

test.each([
  'Estimates — which vary — put it at ten.',
  'Ann Lee — a nurse from Hull — won.',
  'Ann Lee, Hull — a nurse — won.',
  'In October — The month of rain — it began.',
  'NATO said on Monday that it would wait.',
  'The company – Which one? – did not answer.',
  'Riley (Chelsea Kane): The eldest daughter.',
  'Rent — The largest cost — rose.',
  'Karst — the third town — fell.',
])('no dateline in %s', (paragraph) => expect(parseDateline(paragraph)).toBeUndefined())

test.each([
  ['OSLO (Farm Weekly) 4 June 2025', 'Farm Weekly', '2025-06-04'],
  ['Bonn, 4 June 2025', undefined, '2025-06-04'],
])('dateline on a line of its own: %s', (line, agency, date) => {
  const found = parseDatelineAlone(line)
  expect([found?.agency, found?.date?.value]).toEqual([agency, date])
})

test.each(['Floods in June 2025', 'Oslo (the capital)', 'Storm Ann, May 3'])('no dateline of its own: %s', (line) =>
  expect(parseDatelineAlone(line)).toBeUndefined(),
)

test.each([
  ['Danube Mail | 16 March 2026', { outlet: 'Danube Mail', date: '2026-03-16' }],
  ['The Morning Ledger — 5 August 2025', { outlet: 'The Morning Ledger', date: '2025-08-05' }],
  ['River Gazette, 4 June 2025', { outlet: 'River Gazette', date: '2025-06-04' }],
  ['By Ida Brandt, River Gazette, 4 June 2025', { outlet: 'River Gazette', date: '2025-06-04', byline: 'Ida Brandt' }],
  [
    'By Ida Brandt, El Diario del Puerto, 4 June 2025',
    { outlet: 'El Diario del Puerto', date: '2025-06-04', byline: 'Ida Brandt' },
  ],
  ['Orler Tageblatt, 4 June 2025', { outlet: 'Orler Tageblatt', date: '2025-06-04' }],
  ['Sportsline, May 9, 2026', { outlet: 'Sportsline', date: '2026-05-09' }],
  [
    'Lena Moor | Coast Chronicle | May 2, 2026, 10:15 am',
    { outlet: 'Coast Chronicle', date: '2026-05-02', byline: 'Lena Moor' },
  ],
  [
    'Updated 4 May 2025 · by Ida Brandt in Kiel · Baltic Post',
    { outlet: 'Baltic Post', date: '2025-05-04', byline: 'Ida Brandt' },
  ],
])('head parts of %s', (line, { outlet, date, byline }: { outlet: string; date: string; byline?: string }) => {
  const found = parseHeadParts(line)
  expect([found?.outlet, found?.stamp?.date?.value, found?.byline]).toEqual([outlet, date, byline])
})

test.each(['Riots in Lyon — 3 May 2024', 'Rain | Wind | Snow', 'Bank cuts rate | 4 May 2025 | What it means'])(
  'no head parts: %s',
  (line) => expect(parseHeadParts(line)).toBeUndefined(),
)

test.each([
  ['By Jane Doe', 'Jane Doe'],
  ['By Jane Doe in Oslo', 'Jane Doe'],
  ['BY JANE DOE AND JOHN ROE', 'JANE DOE AND JOHN ROE'],
  ['By Jane Doe, Staff Writer', 'Jane Doe'],
  ['Written by Pieter van der Berg', 'Pieter van der Berg'],
  ['By Jane Doe | May 3, 2024', 'Jane Doe'],
  ["Story by Siobhán O'Neill and Bo Kay", "Siobhán O'Neill and Bo Kay"],
  ['Author: Jane Doe', 'Jane Doe'],
])('byline %s', (line, name) => expect(parseByline(line)).toBe(name))

test.each([
  ['Ines Roth, The Valley Courier', 'Ines Roth', 'The Valley Courier'],
  ['Ines Roth, Oslo', 'Ines Roth, Oslo', undefined],
])('who printed it, in the byline %s', (line, byline, outlet) =>
  expect(splitByline(line)).toEqual(outlet ? { byline, outlet } : { byline }),
)

test.each([
  'By the end of the year',
  'By noon the road was closed',
  'Bypass opens',
  'By selling bonds',
  'Authorship of the letter',
])('no byline in %s', (line) => expect(parseByline(line)).toBeUndefined())

test.each([
  ['Published: April 27, 2026', '2026-04-27'],
  ['Published on 3 May 2024 at 10:15 GMT', '2024-05-03'],
  ['Posted 2021-03-04T10:00:00Z', '2021-03-04'],
  ['Last updated: Tue 17 Aug 2021, 9.30 a.m.', '2021-08-17'],
  ['Updated Monday, 5 October 2020 14:02 EDT by Jane Doe', '2020-10-05'],
  ['Published:', undefined],
  ['Updated 2 hours ago', undefined],
])('stamp %s', (line, date) => {
  const stamp = parseStamp(line, { alone: false })
  expect(stamp).toBeDefined()
  expect(stamp?.date?.value).toBe(date)
})

test.each([
  'Published in 1922, the novel is set in Dublin over one day.',
  'Updated rules for drivers',
  'It was May 3, 2024',
  'Posted to Malta in 1943, he learned to dive.',
])('no stamp in %s', (line) => expect(parseStamp(line, { alone: false })).toBeUndefined())

test.each([
  ['2025-10-24T08:30:00+09:00', '2025-10-24'],
  ['Fri, 24 Oct 2025 08:00:00 GMT', '2025-10-24'],
  ['October 24th, 2025', '2025-10-24'],
  ['24. Oct. 2025', '2025-10-24'],
  ['Sept. 4, 2019', '2019-09-04'],
  ['4th of July 2019', '2019-07-04'],
  ['2019/7/4', '2019-07-04'],
  ['20190704', '2019-07-04'],
  ['24.10.2025', '2025-10-24'],
  ['13/10/2025', '2025-10-13'],
  ['10/13/2025', '2025-10-13'],
  ['10/11/2025', '2025'],
  ['May 2024', '2024-05'],
  ['2024-05', '2024-05'],
  ['2024', '2024'],
  ['1700000000', '2023-11-14'],
  ['1700000000000', '2023-11-14'],
  ['31 June 2024', undefined],
  ['2024-13-40', undefined],
  ['yesterday', undefined],
  ['May 3', undefined],
])('date %s', (given, value) => expect(parseDate(given)).toBe(value))

test('where a date stands', () => {
  const text = 'Out on 3 May 2024 in Rome'
  const found = findDate(text)!
  expect(text.slice(found.start, found.end)).toBe('3 May 2024')
})
