import { createKit, type Kit } from '../../src/kit.ts'
import type { Article } from '../../src/model/article.ts'
import type { Document } from '../../src/model/document.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { toDocument } from '../../src/text/to-document.ts'

let kit: Promise<Kit> | undefined

/** The kit that users have, made once for a test file. */
export function theKit(): Promise<Kit> {
  kit ??= createEngine().then((engine) => createKit(engine))
  return kit
}

/** Texts of own making as documents. */
export const documentOf = async (text: string, engine = theKit().then((one) => one.engine)): Promise<Document> =>
  toDocument(articleOf(text), await engine)

export const articleOf = (text: string): Article => ({
  id: 'article:test',
  key: 'test',
  path: 'test.txt',
  source: { id: 'source:test', name: 'Test', kind: 'unknown' },
  title: '',
  publishedFrom: 'none',
  language: 'en',
  text,
  textHash: '',
  zones: [],
  diagnostics: [],
})
