import { z } from 'zod'

/** A stretch of a text: `start` included, `end` excluded, in UTF-16 units of `document.text`. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = Readonly<z.infer<typeof Span>>

export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end)
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const lengthOf = (span: Span): number => span.end - span.start
export const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end
/** The smallest span around all of them; the list must not be empty. */
export const around = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map((span) => span.start)),
  end: Math.max(...spans.map((span) => span.end)),
})

/** Drops blanks at both ends of a span. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

/**
 * Converts UTF-16 offsets (JavaScript) of a text to code point offsets (Cypher's `substring`).
 * An offset inside a surrogate pair counts the pair's first half as one point.
 */
export function toCodePoints(text: string): (offset: number) => number {
  const seconds: number[] = [] // offsets of the second halves, ascending
  for (let at = 0; at < text.length - 1; at++) {
    if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) seconds.push(++at)
  }
  if (seconds.length === 0) return (offset) => offset
  return (offset) => {
    let low = 0
    let high = seconds.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (seconds[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
