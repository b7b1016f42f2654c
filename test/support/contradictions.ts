import type { Article } from '../../src/model/article.ts'
import { contentId, sha256, slug } from '../../src/model/id.ts'
import { extract } from '../../src/pipeline.ts'
import { type Conflict, findConflicts } from '../../src/query/conflicts.ts'
import { theKit } from './reader.ts'
import { embedded } from './stores.ts'

/** What an outlet prints, and when. */
export interface Print {
  readonly outlet: string
  readonly date?: string
  readonly text: string
}

/** What a reader of all of them finds contradicted: through reading, a store and its comparing. */
export async function contradictions(...prints: readonly Print[]): Promise<Conflict[]> {
  const kit = await theKit()
  const { store, done } = await embedded.fresh()
  try {
    for (const print of prints) await store.load([await extract(articleBy(print), kit)], { version: 'test' })
    await store.finish()
    return await findConflicts(store)
  } finally {
    await done()
  }
}

const articleBy = ({ outlet, date, text }: Print): Article => ({
  id: contentId('article', outlet, text),
  key: slug(outlet),
  path: `${slug(outlet)}.txt`,
  source: { id: `source:${slug(outlet)}`, name: outlet, kind: 'newspaper' },
  title: '',
  ...(date ? { publishedAt: date } : {}),
  publishedFrom: date ? 'metadata' : 'none',
  language: 'en',
  text,
  textHash: sha256(text),
  zones: [],
  diagnostics: [],
})
