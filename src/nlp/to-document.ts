import type { Article } from '../model/article.ts'
import type { Document } from '../model/document.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { tokenize } from '../text/tokenize.ts'
import type { Engine } from './engine.ts'

/** The article's sentences with words, trees and names. */
export async function toDocument(article: Article, engine: Engine): Promise<Document> {
  const tokens = splitSentences(article).map((sentence) => ({ sentence, tokens: tokenize(article.text, sentence) }))
  const readings = await engine.read(tokens)
  const sentences = tokens.map(({ sentence }, at) => ({ sentence, ...readings[at]! }))
  return { article, text: article.text, sentences }
}
