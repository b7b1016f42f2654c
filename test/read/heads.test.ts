import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findZones } from '../../src/read/find-zones.ts'

const TITLES = ['Dam wall cracks above Vellin', 'Bakers raise the price of bread', 'Court frees two reporters']
const LINES = [
  'By Petra Lund and Amir Saleh',
  'By Ana Duarte, Science Editor',
  'Danube Mail | 16 March 2026',
  'River Gazette',
  'LISBON (Medicine Weekly) 4 June 2025',
  'Published: 3 May 2024',
  'From our correspondent in Oslo',
  'Tom Reilly\nTransport correspondent',
]
const OPENINGS = [
  '',
  'VELLIN, Austria, Jan. 9 (Alpine News) - ',
  'Oct 23 (Energy Desk) - ',
  'Karst — ',
  'GDANSK, June 3 — ',
]
const BODY = [
  'Engineers found three cracks in the wall of a dam on Friday, officials said.',
  'The Morning Post reported on Monday that the bridge would be closed for two weeks.',
  'Ann Lee, a nurse, told the Baltic Post that nobody had been warned.',
  '"We will rebuild," the mayor wrote in the Coast Chronicle on 4 June 2025.',
]
/** Dashes of its own would make a dateline without day or region doubtful, so it never comes first. */
const LAST = 'Prices rose — the third rise this year — and bakers blamed the mills.'

const some = (list: readonly string[], most: number) => fc.shuffledSubarray([...list], { maxLength: most })

test('200 articles with heads of every order: the head is no body, and of the body nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TITLES),
      some(LINES, 4),
      fc.constantFrom(...OPENINGS),
      fc.shuffledSubarray(BODY, { minLength: 2 }),
      fc.constantFrom('\n', '\n\n'),
      (title, lines, opening, first, between) => {
        const body = [...first, LAST]
        const text = [title, ...lines, opening + body[0]!, ...body.slice(1)].join(between)
        const { zones, title: found } = findZones(text)
        const zoneOf = (part: string) =>
          zones.find(({ start, end }) => start <= text.indexOf(part) && text.indexOf(part) < end)
        expect(found).toBe(title)
        for (const line of lines) expect(zoneOf(line)?.zone, line).toBe('boilerplate')
        if (opening) expect(zoneOf(opening)?.zone, opening).toBe('boilerplate')
        for (const sentence of body) expect(zoneOf(sentence), sentence).toBeUndefined()
      },
    ),
    { numRuns: 200, seed: 7 },
  )
})
