import type { Span } from '../../src/model/span.ts'

/** A sentence with places in square brackets: the text without them, and the places, in order of their starts. */
export function marked(source: string): { text: string; spans: Span[] } {
  const spans: { start: number; end: number }[] = []
  const open: { start: number; end: number }[] = []
  let text = ''
  for (const letter of source) {
    if (letter === '[') {
      const span = { start: text.length, end: -1 }
      spans.push(span)
      open.push(span)
    } else if (letter === ']') {
      open.pop()!.end = text.length
    } else {
      text += letter
    }
  }
  return { text, spans }
}
