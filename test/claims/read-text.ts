import { createKit, type Kit } from '../../src/kit.ts'
import { givenArticle } from '../../src/model/article.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import { contentId } from '../../src/model/id.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { extract } from '../../src/pipeline.ts'

let kit: Promise<Kit> | undefined

/** A short text through the whole pipeline with the encoder engine, which is loaded once. */
export async function read(text: string, publishedAt?: string): Promise<Extraction> {
  kit ??= createEngine().then((engine) => createKit(engine))
  const dated = publishedAt ? { publishedAt, publishedFrom: 'metadata' as const } : {}
  return extract(givenArticle(text, 'text', { id: contentId('article', text), ...dated }), await kit)
}
