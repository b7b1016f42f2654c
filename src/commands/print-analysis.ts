import { basename } from 'node:path'
import { entityBrackets } from '../entities/entity-brackets.ts'
import { findChains } from '../entities/find-chains.ts'
import { createKit, type Kit } from '../kit.ts'
import { givenArticle } from '../model/article.ts'
import type { Document } from '../model/document.ts'
import { type ConlluSentence, parseConllu, renderConllu } from '../nlp/conllu.ts'
import { createEngine } from '../nlp/create-engine.ts'
import { toDocuments } from '../nlp/from-conllu.ts'
import { renderDocument, renderGiven } from '../nlp/to-conllu.ts'
import { toDocument } from '../nlp/to-document.ts'
import { understand } from '../pipeline.ts'
import { loadText, write } from './whole-file.ts'

export interface AnalyzeOptions {
  readonly input: 'text' | 'conllu'
  readonly engine?: 'encoder' | 'fast'
}

/** Prints a file's analysis, document by document. */
export async function analyze(file: string, { input, engine }: AnalyzeOptions): Promise<void> {
  const text = loadText(file)
  const kit = createKit(await createEngine(engine ? { engine } : {}))
  const name = file === '-' ? 'stdin' : basename(file)
  for await (const sentences of input === 'text' ? fromText(text, name, kit) : fromConllu(text, name, kit)) {
    await write(sentences.map(renderConllu).join(''))
  }
  await kit.engine.close()
}

async function* fromText(text: string, name: string, kit: Kit): AsyncGenerator<ConlluSentence[]> {
  const document = await toDocument(givenArticle(text, name), kit.engine)
  yield renderDocument(document, annotate(document, kit), name.replace(/\s+/g, '_'))
}

async function* fromConllu(text: string, name: string, kit: Kit): AsyncGenerator<ConlluSentence[]> {
  for (const { article, tokens, sentences: given } of toDocuments(parseConllu(text), name)) {
    const readings = await kit.engine.read(tokens)
    const sentences = tokens.map(({ sentence }, at) => ({ sentence, ...readings[at]! }))
    const document: Document = { article, text: article.text, sentences }
    yield renderGiven(document, annotate(document, kit), given)
  }
}

/** Everything read from a document, with every chain of references, also of what is never named. */
function annotate(document: Document, kit: Kit) {
  const extraction = understand(document, kit)
  return { ...extraction, brackets: entityBrackets(findChains(document, extraction, kit)) }
}
