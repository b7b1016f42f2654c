import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Extraction } from '../../src/model/extraction.ts'
import { makeExtraction, type Report, type Statement } from '../support/make-extraction.ts'
import { linesOf, subjects } from '../support/stores.ts'

const version = 'test'

/** Pieces of text that have broken loaders before. */
const HOSTILE = [
  "Robert'); MATCH (n) DETACH DELETE n; //",
  '`}) DETACH DELETE n //',
  '$rows {{param}} \\u0027 \\',
  'He said “no” — it’s 50 % ‘done’',
  '👩‍👩‍👧‍👦 family 🇰🇵 flag 𝒳 maths',
  'שלום \u202eevil\u202c עולם',
  'tabs\tand\r\nlines\u2028here\u0085',
  '\u001b[31mred\u001b[0m\u0007',
  'nul \u0000 inside',
  'a\u0301\u0323 combined ﷽ wide ＡＢＣ',
  '0'.repeat(4000),
]

describe.each(subjects())('text in the $name store', ({ fresh }) => {
  test('hostile text comes back as it went in, and does nothing', async () => {
    const { store, done } = await fresh()
    const articles = HOSTILE.map((text, number) =>
      makeExtraction({
        key: `hostile ${number} ${text.slice(0, 40)}`,
        source: `Outlet ${text.slice(0, 30)}`,
        title: text,
        prose: [text],
        statements: [{ subject: `A ${text}`, predicate: text, object: `B ${text}`, speaker: text, type: 'MET_WITH' }],
      }),
    )
    await store.load(articles, { version })
    await store.finish()
    expect(await store.verify()).toMatchObject({ ok: true })
    const texts = await store.query('MATCH (a:Article) RETURN a.text AS text')
    expect(new Set(texts.map(({ text }) => text))).toEqual(new Set(articles.map(({ article }) => article.text)))
    for (const text of HOSTILE) {
      const rows = await store.ask('entity-by-name', { name: `A ${text}` })
      expect(rows.map(({ name }) => name)).toContain(`A ${text}`)
    }
    await done()
  })

  test('lone halves of surrogate pairs are held as U+FFFD, and every quote is still in its place', async () => {
    const { store, done } = await fresh()
    const broken = makeExtraction({
      key: 'broken',
      prose: ['high \ud83d alone', 'low \ude00 alone', 'reversed \ude00\ud83d'],
      statements: [{ subject: 'Nor\ud83dland', predicate: 'met', object: 'Sud😀land', type: 'MET_WITH' }],
    })
    await store.load([broken], { version })
    await store.finish()
    expect(await store.verify()).toMatchObject({ ok: true })
    const [row] = await store.query('MATCH (a:Article) RETURN a.text AS text')
    expect(row!.text).toBe(broken.article.text.replace(/\p{Cs}/gu, '\ufffd'))
    await done()
  })

  test('1,000 random articles with emoji, CRLF, RTL and broken bytes are in their place, in the database', async () => {
    const { store, done } = await fresh()
    const articles = fc.sample(article, { numRuns: 1000, seed: 7 }).map((make, number) => make(number))
    for (let at = 0; at < articles.length; at += 100) await store.load(articles.slice(at, at + 100), { version })
    await store.finish()
    const { ok, checks } = await store.verify()
    expect(checks.filter(({ broken }) => broken.length > 0)).toEqual([])
    expect(ok).toBe(true)
    const sentences = articles.reduce((sum, extraction) => sum + extraction.sentences.length, 0)
    expect(checks[0]!.checked).toBe(sentences)
    await done()
  }, 300_000)
})

describe.each(subjects())('order in the $name store', ({ name, fresh }) => {
  test('any order and any grouping of the same articles give the same graph', async () => {
    const articles = fc.sample(article, { numRuns: 8, seed: 3 }).map((make, number) => make(number % 6))
    const unique = [...new Map(articles.map((one) => [one.article.id, one])).values()]
    const load = async (groups: Extraction[][]) => {
      const { store, done } = await fresh()
      for (const group of groups) {
        await store.load(group, { version })
        if (group.length % 2 === 1) await store.finish()
      }
      await store.finish()
      const lines = await linesOf(store)
      await done()
      return lines
    }
    const expected = await load([unique])
    const order = fc.shuffledSubarray(unique, { minLength: unique.length })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 4 }), async (shuffled, size) => {
        const groups: Extraction[][] = []
        for (let at = 0; at < shuffled.length; at += size) groups.push(shuffled.slice(at, at + size))
        expect(await load(groups)).toEqual(expected)
      }),
      { numRuns: name === 'neo4j' ? 4 : 15, seed: 11 },
    )
  }, 180_000)
})

const words = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Norland', 'Sudland', 'Ann Lee', 'Bo Berg', 'Eastia', 'NORLAND') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Ünder Land', '😀 Land', 'עולם', 'land\ud83d', 'Land\r\nof', '金正恩', 'a\u0301b'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((text) => `x${text}`) },
)

const statement: fc.Arbitrary<Statement> = fc.record(
  {
    subject: words,
    predicate: fc.constantFrom('met', 'attacked', 'sent', '𝒳ed', 'signed'),
    object: words,
    type: fc.constantFrom('MET_WITH', 'ATTACKED', 'DEPLOYED_TO', 'SIGNED', 'LOCATED_IN'),
    speaker: words,
    amount: fc.integer({ min: 1, max: 12 }).map((number) => number * 1000),
    moreThan: fc.boolean(),
    date: fc.constantFrom('2024-10-01', '2024-10', '2025'),
    polarity: fc.constantFrom('affirmed', 'denied'),
    factuality: fc.constantFrom('asserted', 'planned', 'alleged'),
    confidence: fc.constantFrom(0.5, 0.8, 1),
  },
  { requiredKeys: ['subject', 'predicate'] },
)

const article: fc.Arbitrary<(number: number) => Extraction> = fc
  .record({
    source: fc.constantFrom('Example Wire', 'Other Post', 'Example wire'),
    publishedAt: fc.constantFrom('2024-10-24', '2025-01', undefined),
    prose: fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })), { maxLength: 3 }),
    statements: fc.array(statement, { minLength: 1, maxLength: 5 }),
    gap: fc.constantFrom('\n', '\r\n', ' ', '\u2029', ' 😀 '),
  })
  .map(
    (report) => (number: number) =>
      makeExtraction({ ...report, key: `random ${number}` } satisfies Report, { check: number < 20 }),
  )
