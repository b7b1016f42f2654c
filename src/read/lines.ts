import type { Span } from '../model/span.ts'

/** A line of a text without the blanks around it; `blank` when empty lines stand before it. */
export interface Line extends Span {
  readonly text: string
  readonly blank: boolean
}

/** The lines that hold something, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let blank = false
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    const line = text.slice(from, to)
    const content = line.trim()
    if (content === '') blank ||= lines.length > 0
    else {
      const start = from + line.indexOf(content)
      lines.push({ start, end: start + content.length, text: content, blank })
      blank = false
    }
    from = to + 1
  }
  return lines
}

/** Cuts a line in two at an offset of its text. */
export function splitLine(line: Line, at: number): Line[] {
  return [line.text.slice(0, at), line.text.slice(at)].flatMap((part, index) => {
    const text = part.trim()
    if (text === '') return []
    const start = line.start + (index === 0 ? 0 : at) + part.indexOf(text)
    return [{ start, end: start + text.length, text, blank: index === 0 && line.blank }]
  })
}

/** Lower case, straight apostrophes, single blanks, without marks, arrows and pictures at both ends. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}©(#@]+|[^\p{L}\p{N}):]+$/gu, '')

/** Up to some hundreds: who has more is a paragraph in any case. */
export const wordCount = (text: string): number =>
  text.slice(0, 3_000).match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0

/** Ends as a sentence does, closing quotation marks and brackets aside. */
export const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text)

const BULLET = /^(?:[-–—*•‣⁃▪▫◦●○■□►▶▸➤➜→✓✔✅🔹🔸👉]\uFE0F?|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S/u
export const isBullet = (line: string): boolean => BULLET.test(line)

/**
 * Text whose lines were broken to a width has its paragraphs made whole: a newline within a paragraph becomes a blank, so no offset moves.
 * Other text comes back as it is.
 */
export function unwrap(text: string): string {
  const lines = text.split('\n')
  let pairs = 0
  let broken = 0
  let width = 0
  const goesOn = (at: number) => /[\p{L}\p{N},;–—-]$/u.test(lines[at]!.trimEnd()) && /^\s*\p{Ll}/u.test(lines[at + 1]!)
  for (let at = 0; at + 1 < lines.length; at++) {
    if (!lines[at]!.trim() || !lines[at + 1]!.trim()) continue
    pairs++
    if (lines[at]!.length > 100 || !goesOn(at)) continue
    broken++
    width = Math.max(width, lines[at]!.trimEnd().length)
  }
  if (broken < 3 || broken < pairs * 0.3) return text
  const joins = (at: number) => {
    const [line, next] = [lines[at]!.trimEnd(), lines[at + 1]!]
    if (!line.trim() || !next.trim() || isBullet(next.trim()) || line.length > 100) return false
    return goesOn(at) || line.length + (next.trim().split(/\s/)[0]!.length + 1) > width
  }
  let whole = ''
  lines.forEach((line, at) => {
    whole += line
    if (at + 1 < lines.length) whole += joins(at) ? ' ' : '\n'
  })
  return whole
}
