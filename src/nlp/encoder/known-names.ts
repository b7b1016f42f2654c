/** Names of more words are none. */
const MOST_WORDS = 6

/**
 * Which words belong to names that the encoder knows, as its own input beside their shape: a sum of 1 (given name), 2 (family name), 4 (place), 8 (organisation),
 * or 0. A name is compared by its letters (see `keyOf`), begins with a capital, and the longest one wins.
 */
export class KnownNames {
  private readonly kinds = new Map<string, number>()
  /** The length of the longest key by its first letters (see `placeOf`). */
  private readonly longest = new Uint16Array(PLACES)

  /** `table` has a line for each name: kinds, tab, key. */
  constructor(table: string) {
    for (const line of table.split(/\r?\n/)) {
      const [kinds, key] = line.split('\t')
      if (!kinds || !key) continue
      this.kinds.set(key, Number(kinds))
      const place = placeOf(key)
      if (key.length > this.longest[place]!) this.longest[place] = key.length
    }
  }

  of(words: readonly string[]): Uint8Array {
    const found = new Uint8Array(words.length)
    const keyed = new Map<number, string>()
    for (let first = 0; first < words.length; first++) {
      if (!beginsWithCapital(words[first]!)) continue
      const keys = this.keysFrom(words, first, keyed)
      for (let count = keys.length; count > 0; count--) {
        const kind = this.kinds.get(keys[count - 1]!)
        if (!kind) continue
        found.fill(kind, first, first + count)
        first += count - 1
        break
      }
    }
    return found
  }

  /** Keys of the first one, two, three words from here, as far as a known name could reach. */
  private keysFrom(words: readonly string[], first: number, keyed: Map<number, string>): string[] {
    const keys: string[] = []
    let key = ''
    let longest = Number.POSITIVE_INFINITY
    for (let at = first; at < words.length && keys.length < MOST_WORDS && key.length <= longest; at++) {
      const own = keyed.get(at) ?? keyOf(words[at]!)
      keyed.set(at, own)
      key += own
      if (key.length >= BEGINNING) longest = this.longest[placeOf(key)]!
      if (key.length <= longest) keys.push(key)
    }
    return keys
  }
}

/** A place in a small table for the first letters of a key; few share one with others. */
function placeOf(key: string): number {
  let place = 0
  for (let at = 0; at < BEGINNING && at < key.length; at++) place = (place * 41 + key.charCodeAt(at)) % PLACES
  return place
}
const BEGINNING = 4
const PLACES = 1 << 16

/** Tokenizers differ on spaces, hyphens and apostrophes. */
const keyOf = (word: string): string =>
  /^[a-z]+$/.test(word)
    ? word
    : word
        .replace(/[ \u2010-\u2015-]/g, '')
        .replace(/\u2019/g, "'")
        .toLowerCase()

function beginsWithCapital(word: string): boolean {
  const unit = word.charCodeAt(0)
  if (unit < 128) return unit >= 65 && unit <= 90
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
  return first !== first.toLowerCase()
}
