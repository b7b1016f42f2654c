/** The same words but for one, and that one is spelt nearly alike: "Storm Lena", "Storm Lenna". */
export function isOneNameSpelt(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if (one.length !== other.length || one.length < 2) return false
  const differing = one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at]!] as const]))
  return differing.length === 1 && isHalfAlike(...differing[0]!)
}

/**
 * Two spellings of one person: a surname that differs a little ("Jan Novak", "Jan Nowak"), or every word a little ("Nada Perkovic", "Neda Petrovic"), the last of
 * three more. Who has one surname and two first names are two: "Jan Novak", "Jana Novak".
 */
export function isOnePersonSpelt(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if (one.length !== other.length || one.length < 2) return false
  if (one.length === 2 && one[0] === other[0]) return one[1] !== other[1] && isHalfAlike(one[1]!, other[1]!)
  if (one.at(-1) === other.at(-1)) return false
  return one.every((word, at) =>
    at > 1 ? word[0] === other[at]![0] : word === other[at] || isNearlyAlike(word, other[at]!),
  )
}

const wordsOf = (name: string): string[] => name.toLowerCase().split(/\s+/)

const isHalfAlike = (a: string, b: string): boolean =>
  a[0] === b[0] && /^\p{L}+$/u.test(a + b) && distance(a, b) * 2 <= Math.max(a.length, b.length)

const isNearlyAlike = (a: string, b: string): boolean =>
  a[0] === b[0] && distance(a, b) <= Math.max(1, Math.floor(Math.max(a.length, b.length) * 0.4))

/** How many letters must be put in, left out or changed (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (letter === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
