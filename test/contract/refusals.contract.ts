import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openEmbedded } from '../../src/store/embedded.ts'
import { GraphStore } from '../../src/store/graph-store.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeExtraction } from '../support/make-extraction.ts'
import { subjects } from '../support/stores.ts'

const article = makeExtraction({
  key: 'one',
  statements: [{ subject: 'Norland', predicate: 'met', object: 'Sudland' }],
})

describe.each(subjects())('the $name store refuses', ({ name, fresh }) => {
  test('a query that writes, and nothing is changed', async () => {
    const { store, done } = await fresh()
    await expect(store.query("CREATE (:Entity {id: 'x'})")).rejects.toThrow(/writ/i)
    await expect(store.query("MERGE (n:Entity {id: 'x'}) RETURN n")).rejects.toThrow(/writ/i)
    expect(await store.query('MATCH (n:Entity) RETURN n')).toEqual([])
    await done()
  })

  test('a migration that was changed after it had been applied, and one of a newer version', async () => {
    const { store, database, done } = await fresh()
    const change = (text: string) => database.write((transaction) => transaction.run({ text }))
    const [kept] = await store.query("MATCH (m:Migration {id: '001-article-id'}) RETURN m.checksum AS checksum")
    await change("MATCH (m:Migration {id: '001-article-id'}) SET m.checksum = 'other'")
    await expect(store.prepare()).rejects.toThrow(/001-article-id.*changed/)
    await change(`MATCH (m:Migration {id: '001-article-id'}) SET m.checksum = '${kept!.checksum}'`)
    await change("CREATE (:Migration {id: '999-later', checksum: 'x'})")
    await expect(store.prepare()).rejects.toThrow(/newer version/)
    await change("MATCH (m:Migration {id: '999-later'}) DELETE m")
    await done()
  })

  test('a statement that is no Cypher, by its name', async () => {
    const { store, done } = await fresh()
    await expect(store.query('MATCH (n RETURN n')).rejects.toMatchObject({ name: 'StoreError' })
    await done()
  })

  test('to load without its constraints, until it is prepared again', async () => {
    const { database, done } = await withoutConstraint()
    const store = new GraphStore(database)
    await expect(store.load([article], { version: 'test' })).rejects.toThrow(/no unique ids for .*Article.*prepare/)
    expect(await store.query('MATCH (a:Article) RETURN a.id AS id')).toEqual([])
    await store.prepare()
    const [report] = await store.load([article], { version: 'test' })
    expect(report!.action).toBe('loaded')
    await done()
  })

  /** A new embedded graph, which has none yet; a Neo4j in which one was dropped. */
  async function withoutConstraint() {
    if (name === 'embedded') {
      const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bare-'))
      const database = openEmbedded(folder)
      const done = async () => {
        await database.close()
        rmSync(folder, { recursive: true })
      }
      return { database, done }
    }
    const { database, done } = await fresh()
    await database.define({ text: 'DROP CONSTRAINT article_id' })
    return { database, done }
  }
})

test('a second process is told that the graph is in use', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-locked-'))
  const store = await openStore(folder, { env: {} })
  await store.prepare()
  const code = `import { openStore } from './src/store/open-store.ts'; await openStore(process.argv[1], { env: {} }).catch((error) => console.log(error.message))`
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code, folder], {
    encoding: 'utf8',
  })
  expect(stdout).toMatch(/another process is using this graph/)
  await store.close()
})

test('a file, an empty folder and a server that is not there are named with the way out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-none-'))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  await expect(openStore(file, { env: {} })).rejects.toThrow(/is a file; a store is a folder/)
  await expect(openStore(join(folder, 'new'), { readOnly: true, env: {} })).rejects.toThrow(/no graph here yet/)
  const store = await openStore('bolt://127.0.0.1:1', { env: {} })
  await expect(store.query('RETURN 1')).rejects.toThrow(/no Neo4j answers there/)
  await store.close()
})

test('a password is taken from the environment and told to nobody', async () => {
  const store = await openStore('bolt://127.0.0.1:1', { env: { NEO4J_PASSWORD: 'hush-hush' } })
  const error = await store.query('RETURN 1').catch((caught: Error) => caught)
  expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain('hush-hush')
  await store.close()
})
