const WORDS = /[\p{L}\p{N}]+/gu

/** Same words but for one in at least four: "Memorial Museum of Combat Feats", "Memorial Museum of Combat Glory". */
export function nearlySameName(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if (one.length !== other.length || one.length < 4) return false
  return one.filter((word, at) => word !== other[at]).length === 1
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(WORDS) ?? []
