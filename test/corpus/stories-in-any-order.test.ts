import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Extraction } from '../../src/model/extraction.ts'
import type { Database, Row, Statement, Transaction } from '../../src/store/database.ts'
import { GraphStore } from '../../src/store/graph-store.ts'
import { openDatabase } from '../../src/store/open-store.ts'
import { resolveStatement } from '../../src/store/resolve-statement.ts'
import type { Store } from '../../src/store/store.ts'
import { read } from '../claims/read-text.ts'

const version = 'test'
const FILES = ['groups-dev', 'unseen-dev', 'fourth-dev']
let articles: Extraction[]
beforeAll(async () => {
  const lines = FILES.flatMap((file) =>
    readFileSync(`bench/conflicts/${file}.jsonl`, 'utf8').trim().split('\n').slice(0, 5),
  )
  const told = lines.flatMap((line) => JSON.parse(line).articles as { title: string; text: string; date: string }[])
  articles = []
  for (const { title, text, date } of told) articles.push(await read(`${title}\n\n${text}`, date))
}, 60_000)

/** The lines of a graph that is loaded so. */
async function graphOf(
  load: (store: Store) => Promise<unknown>,
  through: (database: Database) => Database = (database) => database,
): Promise<string[]> {
  const folder = join(mkdtempSync(join(tmpdir(), 'wiregraph-stories-')), 'graph')
  const store = new GraphStore(through(await openDatabase(folder, { env: {} })))
  await store.prepare()
  await load(store)
  await store.finish()
  const lines: string[] = []
  for await (const line of store.dump()) lines.push(line)
  await store.close()
  return lines
}

/** The database with the rows of every answer the other way round, where the statement asks for no order. */
function turned(database: Database): Database {
  const turn = (statement: Statement, rows: Row[]) =>
    /ORDER BY/.test(resolveStatement(statement, 'embedded').text) ? rows : rows.reverse()
  return {
    dialect: database.dialect,
    read: async (statement, parameters) => turn(statement, await database.read(statement, parameters)),
    write: (work) =>
      database.write((transaction: Transaction) =>
        work({ run: async (statement, parameters) => turn(statement, await transaction.run(statement, parameters)) }),
      ),
    define: (statement) => database.define(statement),
    stream: (text) => database.stream(text),
    uniqueProperties: () => database.uniqueProperties(),
    close: () => database.close(),
  }
}

interface Line {
  readonly id: string
  readonly kind: string
  readonly labels?: readonly string[]
  readonly type?: string
  readonly from?: string
  readonly to?: string
  readonly properties: Readonly<Record<string, unknown>>
}
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Line)

/** Propositions that the graph calls disputed. */
const disputedIn = (lines: readonly string[]) =>
  parsed(lines)
    .filter(({ labels, properties }) => labels?.includes('Proposition') && properties.disputed === true)
    .map(({ id }) => id)
    .sort()

/** Those that some row of it is about, of a topic or of a story. */
function contradictedIn(lines: readonly string[]): string[] {
  const all = parsed(lines)
  const rows = all.filter(
    ({ labels, properties }) => labels?.includes('Conflict') && properties.verdict === 'conflicts',
  )
  expect(rows.some(({ properties }) => properties.articles)).toBe(true)
  const ids = new Set(rows.map(({ id }) => id))
  return [...new Set(all.flatMap(({ type, from, to }) => (type === 'ABOUT' && ids.has(from!) ? [to!] : [])))].sort()
}

test('stories are the same whatever order they come in, and without a trace of what is taken out', async () => {
  const whole = await graphOf((store) => store.load(articles, { version }))
  expect(whole.filter((line) => line.includes('"labels":["Conflict"]')).length).toBeGreaterThan(5)
  expect(disputedIn(whole)).toEqual(contradictedIn(whole))
  expect(await graphOf((store) => store.load(articles, { version }), turned)).toEqual(whole)
  const oneByOne = await graphOf(async (store) => {
    for (const article of [...articles].reverse()) {
      await store.load([article], { version })
      await store.finish()
    }
  })
  expect(oneByOne).toEqual(whole)
  const gone = articles.filter((_, at) => at % 3 === 1)
  const rest = await graphOf((store) =>
    store.load(
      articles.filter((one) => !gone.includes(one)),
      { version },
    ),
  )
  const removed = await graphOf(async (store) => {
    await store.load(articles, { version })
    await store.finish()
    await store.remove(gone.map(({ article }) => article.id))
  })
  expect(removed).toEqual(rest)
  expect(disputedIn(rest)).toEqual(contradictedIn(rest))
}, 120_000)
