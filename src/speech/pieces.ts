import type { Span } from '../model/span.ts'

/** The same places in order, those that touch or overlap as one; a blank between two pieces does not keep them apart. */
export function mergePieces(pieces: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = []
  for (const piece of [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && piece.start <= last.end + 1) last.end = Math.max(last.end, piece.end)
    else if (piece.start < piece.end) merged.push({ start: piece.start, end: piece.end })
  }
  return merged
}
