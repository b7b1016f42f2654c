import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOME } from '../../src/home.ts'
import { createKit, type Kit } from '../../src/kit.ts'
import { Extraction } from '../../src/model/extraction.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { toDocument } from '../../src/nlp/to-document.ts'
import { extract, understand } from '../../src/pipeline.ts'
import { type Conflict, findConflicts } from '../../src/query/conflicts.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import { renderConflicts } from '../../src/view/render-conflicts.ts'
import { renderExplanation } from '../../src/view/render-explanation.ts'
import { styleFor } from '../../src/view/terminal.ts'
import { embedded } from '../support/stores.ts'

/**
 * Own articles of ten fields as the program reads them: review a change of expected.txt like prose (`npx vitest run test/golden -u` writes them anew).
 * What the pages show that is wrong is known and listed in the changelog; a fix changes the page.
 */
const HERE = fileURLToPath(new URL('.', import.meta.url))
const articles = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory())

let kit: Kit
beforeAll(async () => {
  kit = createKit(await createEngine())
})
afterAll(() => kit.engine.close())

test.each(articles.map(({ name }) => name).sort())('%s', async (name) => {
  for await (const read of readArticles([join(HERE, name, 'article.txt')], {})) {
    if ('problem' in read) throw new Error(read.problem.message)
    const document = await toDocument(read.article, kit.engine)
    const extraction = understand(document, kit)
    Extraction.parse(extraction)
    await expect(renderExplanation(document, extraction, { tree: false })).toMatchFileSnapshot(
      join(HERE, name, 'expected.txt'),
    )
  }
})

/** What is contradictory in the articles of a folder. */
async function conflictsIn(folder: string): Promise<Conflict[]> {
  const { store, done } = await embedded.fresh()
  try {
    const read = []
    for await (const one of readArticles([folder], {}))
      if (!('problem' in one)) read.push(await extract(one.article, kit))
    await store.load(read, { version: 'test' })
    await store.finish()
    return await findConflicts(store)
  } finally {
    await done()
  }
}

test('what `npm start` finds contradictory in the sample articles', async () => {
  const shown = renderConflicts(await conflictsIn(join(HOME, 'seeds', 'articles')), styleFor({}))
  await expect(`${shown}\n`).toMatchFileSnapshot(join(HERE, 'sample-conflicts.txt'))
})

/** The five real articles lie beside a checkout, not in it: who gives which value, without their sentences and file names. */
const REAL = join(HOME, '..', 'shared', 'seeds')
test.skipIf(!existsSync(REAL))('what is contradictory in the real articles', { timeout: 120_000 }, async () => {
  const rows = (await conflictsIn(REAL)).map(({ kind, verdict, members }) => [
    `${kind} ${verdict}`,
    ...[
      ...new Set(members.map(({ value, speaker }) => `${value} (${/^\d{3}_/.test(speaker) ? 'outlet' : speaker})`)),
    ].sort(),
  ])
  expect(rows).toEqual([
    [
      'quantity conflicts',
      '11,000 (UK intelligence)',
      'approximately 15,000 (South Korean intelligence)',
      'more than 10,000 (Kyiv and Seoul)',
      'more than 14,000 (Ukrainian authorities)',
      'thousands (outlet)',
    ],
    [
      'name conflicts',
      'Memorial Museum of Combat Feats (The Post News)',
      'Memorial Museum of Combat Feats (outlet)',
      'Memorial Museum of Combat Glory (The Post News)',
    ],
    [
      'date changed over time',
      'begun (The Post News)',
      'begun (outlet)',
      'begun 2023-11-02 (outlet)',
      'opened (outlet)',
      'opened 2026-04-27 (outlet)',
    ],
    [
      'quantity changed over time',
      '600 (South Korea’s spy agency)',
      'around 2,000 (South Korea’s intelligence agency)',
      'as many as 2,000 (South Korea’s spy agency)',
    ],
    ['quantity refines', 'exceed 2,000 (outlet)', 'exceeding 6,000 (outlet)'],
  ])
})
