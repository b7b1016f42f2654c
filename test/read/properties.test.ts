import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/model/id.ts'
import { decode } from '../../src/read/decode.ts'
import type { Input } from '../../src/read/find-inputs.ts'
import { findZones } from '../../src/read/find-zones.ts'
import { LIMITS } from '../../src/read/limits.ts'
import { unwrap } from '../../src/read/lines.ts'
import { ReadError } from '../../src/read/read-error.ts'
import { toArticle } from '../../src/read/to-article.ts'

const input: Input = { path: 'a.txt', name: 'a.txt' }

/** Lines as they are found in articles, and lines that are not. */
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Leave a Reply',
      'Published: 3 May 2024',
      'By Ann Lee',
      'Skip to content',
      'LONDON (AP) — Ships left the port on Monday.',
      '- One thing',
      'Heading here',
      'Photo: Ann Lee',
      'BREAKING: Storm hits coast | BBC News',
      'Subscribe to continue',
      'Premium content',
      '© 2024 The Echo',
      'Share',
      'The council met on Monday and will meet again on Friday.',
      'مرحبا بالعالم',
      '😀😀 ok',
      'Leave a ReplyStorm hits',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((units) => String.fromCharCode(...units)),
  },
)
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\n\n', '\r', ' '))
  .map(([lines, end]) => lines.join(end))

test('1,000 random texts: zones are in order, apart, within the text, and start and end on letters', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.option(fc.string({ maxLength: 30 })), async (given, title) => {
      const article = await toArticle({ text: given, alone: true, title: title ?? undefined }, input, {
        verbatim: false,
        limits: { ...LIMITS, textLength: 400 },
      }).catch((error) => {
        if (error instanceof ReadError) return undefined
        throw error
      })
      if (!article) return
      expect(article.text.length).toBeLessThanOrEqual(400)
      expect(/\p{Surrogate}|\r|\u0000/u.test(article.text)).toBe(false)
      expect(article.textHash).toBe(sha256(article.text))
      expect(article.title).not.toBe('')
      let at = 0
      for (const zone of article.zones) {
        expect(zone.start).toBeGreaterThanOrEqual(at)
        expect(zone.end).toBeGreaterThan(zone.start)
        at = zone.end
      }
      expect(at).toBeLessThanOrEqual(article.text.length)
      for (const { start, end } of article.diagnostics) expect(start <= end && end <= article.text.length).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('verbatim changes nothing but lone halves of pairs', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const article = await toArticle({ text: given, alone: true }, input, { verbatim: true, limits: LIMITS })
      expect(article.text).toBe(given.replace(/\p{Surrogate}/gu, '\uFFFD'))
      expect(article.text.length).toBe(given.length)
      expect(article.zones).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('making paragraphs whole moves no character', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'bc ', 'D', '\n', 'word', ' ', ', ', '.\n'), { maxLength: 300 }),
      (parts) => {
        const given = parts.join('')
        expect(unwrap(given).replace(/\n/g, ' ')).toBe(given.replace(/\n/g, ' '))
      },
    ),
  )
})

test('any bytes become a well-formed text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decode(bytes).text).not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

test.each([
  ['one line', 'word '.repeat(200_000)],
  ['no blank', 'x'.repeat(1_000_000)],
  ['half a million lines', 'a\n'.repeat(500_000)],
  ['only marks', '“'.repeat(500_000)],
  ['only empty lines', '\n'.repeat(1_000_000)],
  ['brackets', '('.repeat(300_000)],
  ['bylines', `By ${'Ann '.repeat(200_000)}`],
])('hostile text ends soon: %s', (_name, given) => {
  const before = process.cpuUsage()
  findZones(unwrap(given))
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(10)
})
