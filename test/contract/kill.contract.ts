import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { makeArticle } from '../../bench/make-corpus.ts'
import { openStore } from '../../src/store/open-store.ts'
import { linesOf, neo4j, subjects } from '../support/stores.ts'

const ARTICLES = 12
const CHILD = fileURLToPath(new URL('../support/load-child.ts', import.meta.url))

describe.each(subjects())('a load into the $name store that is killed', ({ name, fresh }) => {
  test('loses nothing that was reported, and a second run makes the graph whole', async () => {
    const undisturbed = await fresh()
    await undisturbed.store.load(
      Array.from({ length: ARTICLES }, (_, number) => makeArticle(number)),
      { version: 'test' },
    )
    await undisturbed.store.finish()
    const expected = await linesOf(undisturbed.store)
    await undisturbed.done()

    const rounds = name === 'neo4j' ? 1 : 2
    for (let round = 0; round < rounds; round++) {
      const folder = mkdtempSync(join(tmpdir(), 'wiregraph-kill-'))
      const address = name === 'neo4j' ? await emptied() : join(folder, 'graph')
      let whole = false
      for (let attempt = 0; attempt < 30 && !whole; attempt++) {
        // Each attempt lives a little longer, from before the first article to beyond the last.
        const { reported, ended } = await loadUntil(address, 20 + attempt * (name === 'neo4j' ? 500 : 200) + round * 90)
        whole = ended
        const store = await openStore(address, { env: {} })
        const ids = (await store.query('MATCH (a:Article) RETURN a.id AS id')).map(({ id }) => id)
        expect(ids).toEqual(expect.arrayContaining(reported))
        await store.close()
      }
      const store = await openStore(address, { env: {} })
      await store.load(
        Array.from({ length: ARTICLES }, (_, number) => makeArticle(number)),
        { version: 'test' },
      )
      await store.finish()
      expect(await linesOf(store)).toEqual(expected)
      expect(await store.verify()).toMatchObject({ ok: true })
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }, 400_000)
})

const emptied = async (): Promise<string> => {
  const { address, done } = await neo4j.fresh()
  await done()
  return address
}

/** Starts a load and kills it so many milliseconds after it is ready. Gives what it had reported, and whether it had come to its end. */
function loadUntil(address: string, lifetime: number): Promise<{ reported: string[]; ended: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, address, String(ARTICLES)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NEO4J_USERNAME: '', NEO4J_PASSWORD: '' },
    })
    const reported: string[] = []
    let ended = false
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), lifetime)
      else if (line === 'done') ended = true
      else reported.push(line)
    })
    child.on('error', reject)
    child.on('close', () => resolve({ reported, ended }))
  })
}
