import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { makeExtraction, type Report } from '../support/make-extraction.ts'
import { linesOf, subjects } from '../support/stores.ts'

const version = 'test'
const TROOPS: Report[] = [
  {
    key: 'first',
    source: 'Example Wire',
    publishedAt: '2024-10-24',
    prose: ['A quiet day.'],
    statements: [
      { subject: 'Norland', predicate: 'sent', object: 'Sudland', type: 'DEPLOYED_TO', amount: 10_000, moreThan: true },
      { subject: 'Norland', predicate: 'likes', object: 'Sudland' },
      {
        subject: 'Ann Lee',
        subjectType: 'PERSON',
        predicate: 'visited',
        object: 'Norland',
        type: 'VISITED',
        date: '2024-10-01',
      },
    ],
  },
  {
    key: 'second',
    source: 'Other Post',
    publishedAt: '2024-10-25',
    statements: [
      {
        subject: 'Norland',
        predicate: 'sent',
        object: 'Sudland',
        type: 'DEPLOYED_TO',
        amount: 3000,
        speaker: 'Bo Berg',
      },
      { subject: 'Sudland', predicate: 'met', object: 'Norland', type: 'MET_WITH' },
      { subject: 'Norland', predicate: 'attacked', object: 'Sudland', type: 'ATTACKED', polarity: 'denied' },
    ],
  },
  {
    key: 'third',
    source: 'Other Post',
    statements: [{ subject: 'Norland', predicate: 'met', object: 'Sudland', type: 'MET_WITH', factuality: 'planned' }],
  },
]
const articles = TROOPS.map((report) => makeExtraction(report))

describe.each(subjects())('the $name store', ({ fresh }) => {
  let store: Store
  let done: () => Promise<void>
  beforeEach(async () => ({ store, done } = await fresh()))
  afterEach(() => done())

  test('holds an article with everything read from it, and every promise', async () => {
    const reports = await store.load(articles, { version })
    expect(reports.map(({ action }) => action)).toEqual(['loaded', 'loaded', 'loaded'])
    await store.finish()
    expect(await store.verify()).toMatchObject({ ok: true })
    const lines = await linesOf(store)
    expect(lines.length).toBe(new Set(lines).size)
  })

  test('is not changed by loading twice', async () => {
    await loadAll(articles)
    const before = await linesOf(store)
    const reports = await store.load(articles, { version })
    expect(reports.map(({ action }) => action)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    await store.finish()
    expect(await linesOf(store)).toEqual(before)
  })

  test('gives the same graph for any order and for one article at a time', async () => {
    await loadAll(articles)
    const expected = await linesOf(store)
    const other = await fresh()
    for (const article of [...articles].reverse()) {
      await other.store.load([article], { version })
      await other.store.finish()
    }
    expect(await linesOf(other.store)).toEqual(expected)
    await other.done()
  })

  test('replaces and removes articles without a trace', async () => {
    await loadAll(articles)
    const expected = await linesOf(store)
    const changed = makeExtraction({ ...TROOPS[1]!, statements: TROOPS[2]!.statements, source: 'Third Voice' })
    const [report] = await store.load([changed], { version })
    expect(report!.action).toBe('replaced')
    await store.finish()
    expect(await linesOf(store)).not.toEqual(expected)
    expect(await store.verify()).toMatchObject({ ok: true })
    await store.load([articles[1]!], { version })
    await store.finish()
    expect(await linesOf(store)).toEqual(expected)
    const extra = makeExtraction({
      key: 'extra',
      statements: [{ subject: 'Westland', predicate: 'met', object: 'Norland', type: 'MET_WITH' }],
    })
    await loadAll([extra])
    expect(await store.remove(['extra', 'nobody'])).toEqual([extra.article.id])
    expect(await linesOf(store)).toEqual(expected)
  })

  test('a new version of the program reads an unchanged text anew', async () => {
    await loadAll(articles)
    const reports = await store.load(articles, { version: 'next' })
    expect(reports.map(({ action }) => action)).toEqual(['replaced', 'replaced', 'replaced'])
    await store.finish()
    expect(await store.query('MATCH (e:Extraction) RETURN e.version AS version')).toEqual([{ version: 'next' }])
  })

  const loadAll = async (extractions: typeof articles) => {
    await store.load(extractions, { version })
    await store.finish()
  }
})

test.runIf(subjects().length > 1)('both stores dump the same bytes', async () => {
  const dumps = await Promise.all(
    subjects().map(async ({ fresh }) => {
      const { store, done } = await fresh()
      await store.load(articles, { version })
      await store.finish()
      const lines = await linesOf(store)
      await done()
      return lines
    }),
  )
  expect(dumps[0]).toEqual(dumps[1])
})

test.runIf(subjects().length > 1)('every saved query gives the same answer in both stores', async () => {
  const names = [...new Set(readdirSync('cypher/read').map((file) => file.split('.')[0]!))].sort()
  const given = {
    name: 'norland',
    subject: 'Norland',
    type: 'DEPLOYED_TO',
    object: 'Sudland',
    one: 'Norland',
    other: 'Sudland',
    words: 'sent',
    id: articles[0]!.claims[0]!.id,
    limit: 50,
    ids: articles.map(({ article }) => article.id),
    judged: [articles[0]!.entities[0]!.id],
    entity: articles[0]!.entities[0]!.id,
  }
  const answers = await Promise.all(
    subjects().map(async ({ fresh }) => {
      const { store, done } = await fresh()
      await store.load(articles, { version })
      await store.finish()
      const found: Record<string, unknown> = {}
      for (const name of names) found[name] = (await store.ask(name, given)).map(inOrderOfSpeakers)
      await done()
      return found
    }),
  )
  expect(answers[1]).toEqual(answers[0])
  for (const name of [
    'claims-about',
    'claim-by-id',
    'claims-with-words',
    'evidence-for',
    'relations-between',
    'conflicts',
    'conflicts-about',
    'neighbourhood',
    'where-does-this-edge-come-from',
  ])
    expect(answers[0]![name]).not.toEqual([])
})

/** Speakers are collected in no particular order. */
const inOrderOfSpeakers = (row: Record<string, unknown>): Record<string, unknown> => {
  const { speakers } = row as { speakers?: { order: number }[] }
  return speakers ? { ...row, speakers: [...speakers].sort((a, b) => a.order - b.order) } : row
}
