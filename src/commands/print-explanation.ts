import { existsSync } from 'node:fs'
import { createKit } from '../kit.ts'
import { type Article, givenArticle } from '../model/article.ts'
import { InputError } from '../model/errors.ts'
import { contentId } from '../model/id.ts'
import { createEngine } from '../nlp/create-engine.ts'
import { toDocument } from '../nlp/to-document.ts'
import { understand } from '../pipeline.ts'
import { formatOf } from '../read/find-inputs.ts'
import { readSafely } from '../run/read-safely.ts'
import { renderExplanation } from '../view/render-explanation.ts'

export interface ExplainOptions {
  readonly engine?: 'encoder' | 'fast'
  readonly date?: string
  readonly tree: boolean
  readonly json?: boolean
}

/** Prints how sentences, or the articles at a path, are read. */
export async function explain(words: readonly string[], { engine, date, tree, json }: ExplainOptions): Promise<void> {
  const kit = createKit(await createEngine(engine ? { engine } : {}))
  for await (const article of articlesOf(words, date)) {
    const document = await toDocument(article, kit.engine)
    const extraction = understand(document, kit)
    process.stdout.write(json ? `${JSON.stringify(extraction)}\n` : renderExplanation(document, extraction, { tree }))
  }
  await kit.engine.close()
}

async function* articlesOf(words: readonly string[], date: string | undefined): AsyncGenerator<Article> {
  if (words.join('').trim() === '') throw new InputError('explain', 'give a sentence or a file')
  if (!words.every((word) => existsSync(word) || looksLikeAFile(word)))
    return yield fromSentences(words.join(' '), date)
  for await (const read of readSafely(words, { date })) {
    if ('problem' in read) throw new InputError(read.problem.path, read.problem.message)
    yield read.article
  }
}

/** "storm.txt", "articles/storm.html": a name of a kind that is read, whether it is there or not. */
const looksLikeAFile = (word: string): boolean => !/\s/.test(word) && formatOf(word) !== undefined

/** Sentences given by hand as an article without a publisher. */
const fromSentences = (text: string, publishedAt: string | undefined): Article =>
  givenArticle(text, 'sentence', {
    id: contentId('article', text),
    source: { id: 'source:you', name: 'you', kind: 'unknown' },
    ...(publishedAt ? { publishedAt, publishedFrom: 'metadata' } : {}),
  })
