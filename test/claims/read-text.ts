import { createKit, type Kit } from '../../src/kit.ts'
import type { Article } from '../../src/model/article.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import { contentId, sha256 } from '../../src/model/id.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { extract } from '../../src/pipeline.ts'

let kit: Promise<Kit> | undefined

/** A short text through the whole pipeline with the encoder engine, which is loaded once. */
export async function read(text: string, publishedAt?: string): Promise<Extraction> {
  kit ??= createEngine().then((engine) => createKit(engine))
  const article: Article = {
    id: contentId('article', text),
    key: 'text',
    path: 'text',
    source: { id: 'source:unknown', name: 'unknown', kind: 'unknown' },
    title: '',
    publishedAt,
    publishedFrom: publishedAt ? 'metadata' : 'none',
    language: 'en',
    text,
    textHash: sha256(text),
    zones: [],
    diagnostics: [],
  }
  return extract(article, await kit)
}
