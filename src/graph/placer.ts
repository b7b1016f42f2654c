import { type Span, toCodePoints } from '../model/span.ts'

/** Gives the offsets of spans of a text in UTF-16 units and, for the database, in code points. */
export const placer = (text: string) => {
  const points = toCodePoints(text)
  return ({ start, end }: Span) => ({ start, end, startCp: points(start), endCp: points(end) })
}
