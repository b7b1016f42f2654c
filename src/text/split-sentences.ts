import type { Article } from '../model/article.ts'
import type { Sentence } from '../model/document.ts'
import { contentId } from '../model/id.ts'

/** STUB: one sentence a line. */
export function splitSentences(article: Article): Sentence[] {
  const found: Sentence[] = []
  for (const match of article.text.matchAll(/\S[^\n]*/g)) {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length }
    found.push({ id: contentId('s', article.id, span.start), index: found.length, paragraph: found.length, ...span, zone: 'body' })
  }
  return found
}
