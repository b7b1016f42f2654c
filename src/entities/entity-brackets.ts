import type { Chains } from './find-chains.ts'
import type { Reference } from './reference.ts'

/**
 * CorefUD's `Entity=` values: for each sentence and word the brackets that open or close there ("(e3-person-2(e4-place-1)"), or "".
 * An opening bracket says which entity, its type and which word of the mention is its head.
 * A mention is its whole noun phrase; ids count from 1 in order of first appearance. Phrases that would cross others are cut to their core.
 */
export function entityBrackets({ references, clusters, reader }: Chains): string[][] {
  const numbers = new Map<number, number>()
  const cells = reader.sentences.map(({ words }) => words.map(() => ({ open: '', alone: '', close: '' })))
  const bySentence: { reference: Reference; first: number; last: number }[][] = reader.sentences.map(() => [])
  for (const reference of references) {
    if (reference.kind === 'demonym') continue
    const placed = bySentence[reference.sentence]!
    const free = (span: { first: number; last: number }) => placed.every((other) => !crosses(span, other))
    const span = free(reference.whole) ? reference.whole : reference.core
    if (free(span)) placed.push({ reference, first: span.first, last: span.last })
  }
  bySentence.forEach((placed, sentence) => {
    for (const { reference, first, last } of placed.sort((a, b) => a.first - b.first || b.last - a.last)) {
      const group = clusters.of(reference.at)
      const number = numbers.get(group) ?? numbers.size + 1
      numbers.set(group, number)
      const row = cells[sentence]!
      const type = (reference.type ?? 'any').toLowerCase().replace(/_/g, '')
      const head = Math.min(Math.max(reference.head.index - first, 0), last - first) + 1
      const opening = `(e${number}-${type}-${head}`
      if (first === last) row[first - 1]!.alone += `${opening})`
      else {
        row[first - 1]!.open += opening
        row[last - 1]!.close = `e${number})${row[last - 1]!.close}`
      }
    }
  })
  return cells.map((row) => row.map(({ open, alone, close }) => open + alone + close))
}

/** The same words again, or one begins inside the other and ends outside. */
const crosses = (a: { first: number; last: number }, b: { first: number; last: number }) =>
  (a.first === b.first && a.last === b.last) ||
  (a.first < b.first && a.last >= b.first && a.last < b.last) ||
  (b.first < a.first && b.last >= a.first && b.last < a.last)
