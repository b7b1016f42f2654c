import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenize } from '../../src/text/tokenize.ts'

const forms = (text: string) => tokenize(text, { start: 0, end: text.length }).map(({ form }) => form)

describe('words by the conventions of Universal Dependencies', () => {
  test.each([
    ["She can't say it isn’t so.", "She ca n't say it is n’t so ."],
    ['They cannot; we won’t, and I’m sure he’d go.', 'They can not ; we wo n’t , and I ’m sure he ’d go .'],
    ['dont know, gonna ask', 'do nt know , gon na ask'],
    ["Seoul's envoy and the ministers' aides", "Seoul 's envoy and the ministers ' aides"],
    ["O'Neill, D’Angelo and Ma'am", "O'Neill , D’Angelo and Ma'am"],
    ['a state-run, non-lethal, pro-government e-mail', 'a state - run , non-lethal , pro-government e-mail'],
    ['F-16s, Al-Masri and a 12-year-old', 'F - 16s , Al - Masri and a 12 - year - old'],
    ['Mr. Lee of Acme Inc. met Dr. Ray.', 'Mr. Lee of Acme Inc. met Dr. Ray .'],
    ['The U.S. and the U.K. agreed at 5 p.m. on Monday.', 'The U.S. and the U.K. agreed at 5 p.m. on Monday .'],
    ['J. P. Arnold chose plan B.', 'J. P. Arnold chose plan B .'],
    ['The gates closed at No. 7 on Sat.', 'The gates closed at No. 7 on Sat .'],
    ['No. That is no answer, etc.', 'No . That is no answer , etc .'],
    ['It fell 3.5% to $1,200.50 (5kg, 30km).', 'It fell 3.5 % to $ 1,200.50 ( 5 kg , 30 km ) .'],
    [
      'in the 1990s, on the 17th, at 10:30, on 9/11, from 2003-2004',
      'in the 1990s , on the 17th , at 10:30 , on 9/11 , from 2003 - 2004',
    ],
    ['call 555-2310 or 202-555-0134', 'call 555-2310 or 202-555-0134'],
    [
      'see https://example.org/a_(b)?c=d. Or mail jo.li@mail.example.com!',
      'see https://example.org/a_(b)?c=d . Or mail jo.li@mail.example.com !',
    ],
    ['on example.com, and/or w/o it', 'on example.com , and / or w/o it'],
    ['“Go,” he said. ‘No…’ Really?! Yes!!', '“ Go , ” he said . ‘ No … ’ Really ?! Yes !!'],
    ['well... maybe -- no—never', 'well ... maybe -- no — never'],
    ['Nice :) and 👨‍👩‍👧 or 🇰🇷 and 👍🏽!', 'Nice :) and 👨‍👩‍👧 or 🇰🇷 and 👍🏽 !'],
    ['AT&T, R&D and Smith & Sons', 'AT&T , R&D and Smith & Sons'],
    ['Košice, Zürich, naïve, Łódź', 'Košice , Zürich , naïve , Łódź'],
  ])('%s', (text, expected) => {
    expect(forms(text).join(' ')).toBe(expected)
  })

  test('a clause decides between "its" and "it’s" without its mark', () => {
    expect(forms('its a shame that its roof leaks')).toEqual(['it', 's', 'a', 'shame', 'that', 'its', 'roof', 'leaks'])
  })
})

const alphabet = [
  'a',
  'B',
  '.',
  ',',
  "'",
  '’',
  'n’t',
  '-',
  ' ',
  '\t',
  '5',
  '%',
  '$',
  '“',
  '”',
  '(',
  '@',
  '/',
  ':',
  '😀',
  '\ud83d',
  '\ude00',
  '\u200f',
  '\u0301',
  'U.S.',
  '&',
  'é',
  '\u00a0',
]
const messy = fc
  .array(fc.oneof(fc.constantFrom(...alphabet), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

test('every character that is no blank is in exactly one word, and forms are what stands there', () => {
  fc.assert(
    fc.property(messy, (text) => {
      let covered = ''
      let last = 0
      for (const { start, end, form } of tokenize(text, { start: 0, end: text.length })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(form).toBe(text.slice(start, end))
        covered += form
        last = end
      }
      expect(covered).toBe(text.replace(/\s/g, ''))
    }),
    { numRuns: 2000 },
  )
})

test.each(['a... ', 'a', 'a.', "'", '(', 'a-', '1,', 'a@', 'http://', "a'", '🙂', '&amp;', 'U.S.'])(
  'takes linear time for %j repeated',
  (part) => {
    const time = (length: number) => {
      const text = part.repeat(length / part.length)
      const start = performance.now()
      tokenize(text, { start: 0, end: text.length })
      return performance.now() - start
    }
    time(20_000)
    expect(time(320_000)).toBeLessThan(120 * Math.max(time(20_000), 8))
  },
)
