import { type Lexeme, toLexemes } from './lexemes.ts'

/** Multi-word entries by their first word; the longest match wins. Words are compared in lower case, marks as they stand. */
export class Phrases<T> {
  private readonly byFirst = new Map<string, { readonly rest: readonly Word[]; readonly value: T }[]>()

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const [first, ...rest] = toLexemes(phrase, { start: 0, end: phrase.length })
      if (first === undefined) continue
      const list = this.byFirst.get(first.lower) ?? []
      // "ft2" is one word, "12 ft 2 in" are four
      list.push({ rest: rest.map(({ lower, kind, gap }) => ({ lower, glued: kind === 'number' && !gap })), value })
      this.byFirst.set(first.lower, list)
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  }

  /** All words with which a phrase begins. */
  get firstWords(): Iterable<string> {
    return this.byFirst.keys()
  }

  /** The longest phrase that begins at `at`, and where it ends (the index after it). */
  match(lexemes: readonly Lexeme[], at: number): { readonly value: T; readonly next: number } | undefined {
    const first = lexemes[at]
    const list = first && this.byFirst.get(first.lower)
    if (!list) return undefined
    for (const { rest, value } of list) {
      const fits = rest.every(({ lower, glued }, offset) => {
        const lexeme = lexemes[at + 1 + offset]
        return lexeme?.lower === lower && !(glued && lexeme.gap)
      })
      if (fits) return { value, next: at + 1 + rest.length }
    }
    return undefined
  }
}

interface Word {
  readonly lower: string
  /** Must follow without a blank. */
  readonly glued: boolean
}
