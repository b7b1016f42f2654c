import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { classPath, java, run, whatIsMissing } from '../../scripts/neo4j/class-path.ts'
import { startNeo4j, stopNeo4j } from '../../scripts/neo4j/start-neo4j.ts'
import { writeExport } from '../../src/commands/write-export.ts'
import { dumped } from '../../src/export/dumped.ts'
import { LIST_DELIMITER } from '../../src/export/to-csv.ts'
import { toCypher } from '../../src/export/to-cypher.ts'
import { toGraphml } from '../../src/export/to-graphml.ts'
import { GraphStore } from '../../src/store/graph-store.ts'
import { openNeo4j } from '../../src/store/neo4j.ts'
import { makeExtraction } from '../support/make-extraction.ts'
import { embedded, linesOf, subjects } from '../support/stores.ts'

const articles = [
  'plain',
  "it's \\u0027) DETACH DELETE n // `x` \\",
  '😀 "two"\r\nlines, and; more\t',
  'שלום {$x}',
].map((text) =>
  makeExtraction({
    key: text.slice(0, 8),
    publishedAt: '2024-10-24',
    title: text,
    prose: [text],
    statements: [
      { subject: `A ${text}`, predicate: 'sent', object: 'B', type: 'DEPLOYED_TO', amount: 3000, speaker: `C ${text}` },
      { subject: 'A', predicate: 'met', object: `B ${text}`, type: 'MET_WITH', confidence: 1 },
    ],
  }),
)

let origin: Awaited<ReturnType<typeof embedded.fresh>>
let expected: string[]
beforeAll(async () => {
  origin = await embedded.fresh()
  await origin.store.load(articles, { version: 'test' })
  await origin.store.finish()
  expected = await linesOf(origin.store)
})
afterAll(() => origin.done())

describe.each(subjects())('an export, in the $name store', ({ fresh }) => {
  test('as Cypher makes the same graph, also when it is run twice', async () => {
    const { store, database, done } = await fresh()
    for (let time = 0; time < 2; time++) {
      for await (const statement of toCypher(dumped(origin.store))) {
        const text = statement.replace(/;\n$/, '')
        if (text.startsWith('CREATE ')) await database.define({ text })
        else await database.write((transaction) => transaction.run({ text }))
      }
      expect(await linesOf(store)).toEqual(expected)
    }
    await done()
  }, 120_000)
})

const missing = await whatIsMissing()
test.runIf(inject('neo4j') && !missing)(
  'as CSV goes through the offline importer of a real Neo4j',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'wiregraph-import-'))
    const folder = join(home, 'csv')
    await origin.store.close()
    await writeExport({ format: 'csv', out: folder, store: origin.address, json: true })
    mkdirSync(join(home, 'conf'))
    writeFileSync(join(home, 'conf', 'neo4j.conf'), 'db.tx_log.preallocate=false\n')
    const of = (kind: string) =>
      readdirSync(folder)
        .filter((file) => file.startsWith(`${kind}-`))
        .map((file) => `--${kind}=${join(folder, file)}`)
    await run(
      java(),
      [
        ...[
          '-cp',
          (await classPath()).join(delimiter),
          'org.neo4j.cli.AdminTool',
          'database',
          'import',
          'full',
          'neo4j',
        ],
        ...[
          `--array-delimiter=U+${LIST_DELIMITER.charCodeAt(0).toString(16).padStart(4, '0')}`,
          '--multiline-fields=true',
        ],
        ...of('nodes'),
        ...of('relationships'),
      ],
      { env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') } },
    )
    const server = await startNeo4j({ home, auth: false, quickStart: true })
    const store = new GraphStore(openNeo4j(server.uri))
    expect(await linesOf(store)).toEqual(expected)
    await store.close()
    await stopNeo4j(server.pid)
    rmSync(home, { recursive: true, force: true })
  },
  300_000,
)

test('as GraphML is XML with every node and relationship', async () => {
  const { store, done } = await embedded.fresh()
  await store.load(articles, { version: 'test' })
  await store.finish()
  let xml = ''
  for await (const piece of toGraphml(() => dumped(store))) xml += piece
  expect(xml.match(/<node /g)!.length + xml.match(/<edge /g)!.length).toBe(expected.length)
  const { XMLValidator } = await import('fast-xml-parser')
  expect(XMLValidator.validate(xml)).toBe(true)
  await done()
})
