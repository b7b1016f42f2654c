import type { Span } from '../model/span.ts'
import { trimmed } from '../model/span.ts'

const LINE = /[^\n\r\u2028\u2029]+/g
const WIDEST = 100
const NARROWEST = 40

/** The paragraphs of a text: its lines, except where lines were broken to a width; then all lines up to the next empty one. */
export function findParagraphs(text: string): Span[] {
  const found: Span[] = []
  let block: Span[] = []
  const close = () => {
    if (block.length > 1 && isWrapped(text, block)) found.push({ start: block[0]!.start, end: block.at(-1)!.end })
    else for (const line of block) found.push(line)
    block = []
  }
  let last = 0
  for (const match of text.matchAll(LINE)) {
    const line = trimmed(text, { start: match.index, end: match.index + match[0].length })
    const between = text.slice(last, match.index)
    last = match.index + match[0].length
    if (/\n.*\n|\r.*\r(?!\n)|\u2029/s.test(between.replace(/\r\n/g, '\n'))) close()
    if (line.start === line.end) close()
    else block.push(line)
  }
  close()
  return found
}

/** True when the lines of a block end because they were full: the next line's first word would not have fitted. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const lengths = lines.map((line) => line.end - line.start)
  const width = lengths.reduce((most, length) => Math.max(most, length), 0)
  if (width > WIDEST || width < NARROWEST || lines.length < 3) return false
  let full = 0
  for (let at = 0; at < lines.length - 1; at++) {
    const next = lines[at + 1]!
    const word = /^\S+/.exec(text.slice(next.start, Math.min(next.end, next.start + WIDEST)))?.[0].length ?? 0
    if (lengths[at]! + 1 + word > width) full++
  }
  return full / (lines.length - 1) > 0.9
}
