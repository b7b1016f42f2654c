const DIGIT = /\p{Nd}/u
const ACCENTS = /\p{Mn}/gu
const CONTROL = /[\0\ufffd]|(?![\t\n\r])\p{C}/gu

/** A word as the encoder sees it. */
export interface Pieces {
  readonly ids: readonly number[]
  readonly shape: number
}

/** Sub-words of single words, as the uncased BERT tokenizer makes them: normalised, cut at punctuation and CJK characters, then greedily the longest known piece. */
export class WordPieces {
  private readonly ids = new Map<string, number>()
  private readonly seen = new Map<string, Pieces>()

  /** `vocabulary` is one piece a line; the line number is the id. */
  constructor(
    vocabulary: string,
    private readonly unknown: number,
  ) {
    vocabulary.split('\n').forEach((piece, id) => {
      if (piece !== '') this.ids.set(piece.replace(/\r$/, ''), id)
    })
  }

  /** The ids of a word's pieces: at least one. */
  of(word: string): readonly number[] {
    return this.look(word).ids
  }

  /** Pieces and shape. Words that were seen before cost nothing. */
  look(word: string): Pieces {
    const known = this.seen.get(word)
    if (known) return known
    const found = basicTokens(word).flatMap((token) => this.pieces(token))
    const pieces = { ids: found.length ? found : [this.unknown], shape: shapeOf(word) }
    if (this.seen.size >= MOST_REMEMBERED) this.seen.clear()
    this.seen.set(word, pieces)
    return pieces
  }

  private pieces(token: string): number[] {
    const letters = [...token]
    if (letters.length > LONGEST_WORD) return [this.unknown]
    const found: number[] = []
    for (let at = 0; at < letters.length; ) {
      const end = this.longest(letters, at)
      if (end === at) return [this.unknown]
      found.push(this.ids.get(pieceOf(letters, at, end))!)
      at = end
    }
    return found
  }

  /** Where the longest known piece ends that begins here; `at` when there is none. */
  private longest(letters: readonly string[], at: number): number {
    let end = letters.length
    while (end > at && !this.ids.has(pieceOf(letters, at, end))) end--
    return end
  }
}

const pieceOf = (letters: readonly string[], from: number, to: number): string =>
  (from > 0 ? '##' : '') + letters.slice(from, to).join('')

const LONGEST_WORD = 100
const MOST_REMEMBERED = 20_000
const CJK =
  /[\u{4e00}-\u{9fff}\u{3400}-\u{4dbf}\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\u{f900}-\u{faff}\u{2f800}-\u{2fa1f}]/gu
const APART = /\s+|(?=[!-/:-@[-`{-~\p{P}])|(?<=[!-/:-@[-`{-~\p{P}])/u

/** Lower case, no accents, no control characters; punctuation and CJK characters apart. */
function basicTokens(word: string): string[] {
  if (/^[a-z]+$/.test(word)) return [word]
  return word
    .replace(CONTROL, '')
    .replace(CJK, ' $& ')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .split(APART)
    .filter((token) => token !== '')
}

/** How a word is written, as a number: the encoder's own input, since its pieces are lower case. See models/encoder/labels.json. */
export function shapeOf(word: string): number {
  if (DIGIT.test(word)) return 5
  if (!/[A-Za-z\u00c0-\u024f]/.test(word)) return 6
  if (word === word.toLowerCase()) return 1
  const [first = '', ...others] = [...word]
  if (others.length === 0) return 7
  if (word === word.toUpperCase()) return 3
  const rest = others.join('')
  return first === first.toUpperCase() && first !== first.toLowerCase() && rest === rest.toLowerCase() ? 2 : 4
}
