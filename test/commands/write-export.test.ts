import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { writeExport } from '../../src/commands/write-export.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeExtraction } from '../support/make-extraction.ts'

const folder = mkdtempSync(join(tmpdir(), 'wiregraph-export-'))
const store = join(folder, 'graph')
const statements = [{ subject: 'Norland', predicate: 'met', object: 'Sudland' }]

beforeAll(async () => {
  const graph = await openStore(store, { env: {} })
  await graph.prepare()
  await graph.load([makeExtraction({ key: 'one', statements })], { version: 'test' })
  await graph.close()
})

test.runIf(existsSync('/dev/full'))('a full disk is told in a sentence', async () => {
  for (const format of ['cypher', 'graphml'] as const)
    await expect(writeExport({ format, out: '/dev/full', store })).rejects.toThrow(
      /^\/dev\/full: cannot be written \(ENOSPC/,
    )
})

test('so are a folder that is not there and a file in the place of one', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  await expect(writeExport({ format: 'cypher', out: join(folder, 'none', 'x'), store })).rejects.toThrow(/ENOENT/)
  await expect(writeExport({ format: 'csv', out: file, store })).rejects.toThrow(/is a file; CSV goes into a folder/)
})
