import type { Span } from '../model/span.ts'
import type { Token } from './engine.ts'

/** STUB: words and single marks. */
export function tokenize(text: string, span: Span): Token[] {
  return [...text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}]+|[^\s]/gu)].map((match) => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
    form: match[0],
  }))
}
