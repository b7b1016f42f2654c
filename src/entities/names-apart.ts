import type { EntityType } from '../model/mention.ts'

/** A name as its words, lower-case and without marks (`nameKey`), with its type. */
export interface NameWords {
  readonly words: readonly string[]
  readonly type: EntityType | null
}

/**
 * Names that share words and yet are of two: "Anna Roth" and "Karl Roth", "Explorer 6" and "Explorer 9", "the 27th festival" and "the 33rd". A name that
 * is inside the other, has the same words in another order, or an initial for a given name may be the same.
 */
export function areNamesOfTwo(a: NameWords, b: NameWords): boolean {
  if (a.words.join(' ') === b.words.join(' ')) return false
  if (differInNumber(a.words, b.words)) return true
  if (a.type === 'PERSON' && b.type === 'PERSON') return areTwoPersons(a, b)
  return a.type === 'ORGANIZATION' && b.type === 'ORGANIZATION' && areTwoBodies(a, b)
}

const NUMBER = /^(?:\d+(?:st|nd|rd|th)?|[ivx]+)$/

/** "Abbas I" and "Abbas II": one has a number that the other has not, and each has one. */
function differInNumber(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.filter((word) => NUMBER.test(word)), b.filter((word) => NUMBER.test(word))]
  return one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word))
}

/** "Kestrel Air" and "Kestrel Rail": each ends in a word that the other has not. */
function areTwoBodies({ words: a }: NameWords, { words: b }: NameWords): boolean {
  if (a.length !== 2 || b.length !== 2 || a[0] !== b[0]) return false
  return !areAlike(a[1]!, b[1]!)
}

/** Letters by which "Steve" is taken for "Stephen" and "Jo" for "Joanna". */
const ALIKE = 2

function areTwoPersons({ words: a }: NameWords, { words: b }: NameWords): boolean {
  if (a.length < 2 || b.length < 2) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.every((word) => long.some((other) => areAlike(word, other)))) return false
  return short.at(-1) === long.at(-1) ? !areAlike(short[0]!, long[0]!) : short[0] === long[0]
}

const areAlike = (a: string, b: string): boolean =>
  a === b ||
  ((a.length === 1 || b.length === 1) && a[0] === b[0]) ||
  (a.length > ALIKE && b.length > ALIKE && a.slice(0, ALIKE) === b.slice(0, ALIKE))
