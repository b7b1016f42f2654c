import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dumped } from '../../src/export/dumped.ts'
import { pageOf } from '../../src/export/page-of.ts'
import { toHtml } from '../../src/export/to-html.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeExtraction } from '../support/make-extraction.ts'

export const EVIL = `</details></script><script>document.title = 'owned'</script><img src=x onerror="document.title='owned'"> & 'quotes'`

const sent = { subject: 'Norland', predicate: 'sent', object: 'Sudland', type: 'DEPLOYED_TO' } as const
export const evilArticles = [
  makeExtraction({
    key: 'one',
    source: 'Example Wire',
    publishedAt: '2024-10-24',
    prose: ['A quiet day.'],
    statements: [
      { ...sent, amount: 10_000, speaker: 'Ann Lee' },
      { ...sent, factuality: 'planned' },
      { subject: 'Norland', predicate: 'has', object: 'Sudland', confidence: 0.2 },
    ],
  }),
  makeExtraction({
    key: `two ${EVIL}`,
    source: `Post ${EVIL}`,
    title: EVIL,
    prose: [EVIL],
    statements: [{ ...sent, amount: 3000, speaker: `Bo ${EVIL}` }],
  }),
]

/** A page of two articles that contradict each other; one of them would like to be a program. */
export async function makePage(): Promise<string> {
  const store = await openStore(mkdtempSync(join(tmpdir(), 'wiregraph-page-')), { env: {} })
  await store.prepare()
  await store.load(evilArticles, { version: 'test' })
  await store.finish()
  const html = [...toHtml(await pageOf(dumped(store)))].join('')
  await store.close()
  return html
}

/** The same as a file. */
export async function writePage(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'wiregraph-page-')), 'page.html')
  writeFileSync(file, await makePage())
  return file
}
