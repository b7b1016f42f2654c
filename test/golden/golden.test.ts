import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOME } from '../../src/home.ts'
import { createKit, type Kit } from '../../src/kit.ts'
import { Extraction } from '../../src/model/extraction.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { extract, understand } from '../../src/pipeline.ts'
import { findConflicts } from '../../src/query/conflicts.ts'
import { readArticles } from '../../src/read/read-articles.ts'
import { toDocument } from '../../src/text/to-document.ts'
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

test('what `npm start` finds contradictory in the sample articles', async () => {
  const { store, done } = await embedded.fresh()
  try {
    const read = []
    for await (const one of readArticles([join(HOME, 'seeds', 'articles')], {}))
      if (!('problem' in one)) read.push(await extract(one.article, kit))
    await store.load(read, { version: 'test' })
    await store.finish()
    const shown = renderConflicts(await findConflicts(store), styleFor({}))
    await expect(`${shown}\n`).toMatchFileSnapshot(join(HERE, 'sample-conflicts.txt'))
  } finally {
    await done()
  }
})
