import type { Word } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** A sentence's dependency tree with the usual walks. Words keep sentence order. */
export class Tree {
  readonly root: Word | undefined
  private readonly kids: Word[][]

  constructor(readonly words: readonly Word[]) {
    this.kids = Array.from({ length: words.length + 1 }, () => [])
    for (const word of words) this.kids[word.head]?.push(word)
    this.root = this.kids[0]?.[0]
  }

  word(index: number): Word | undefined {
    return this.words[index - 1]
  }

  head(word: Word): Word | undefined {
    return this.words[word.head - 1]
  }

  children(word: Word): readonly Word[] {
    return this.kids[word.index] ?? []
  }

  /** Children whose relation is one of these, with ("nsubj:pass") or without ("nsubj" matches both) subtype. */
  childrenBy(word: Word, ...relations: readonly string[]): Word[] {
    return this.children(word).filter((child) => isRelation(child, ...relations))
  }

  child(word: Word, ...relations: readonly string[]): Word | undefined {
    return this.children(word).find((child) => isRelation(child, ...relations))
  }

  /** The word and all below it, in sentence order; `skip` prunes whole branches. */
  subtree(word: Word, skip: (child: Word) => boolean = () => false): Word[] {
    const found: Word[] = []
    const visit = (at: Word) => {
      found.push(at)
      for (const child of this.children(at)) if (!skip(child)) visit(child)
    }
    visit(word)
    return found.sort((a, b) => a.index - b.index)
  }

  /** From the word's head up to the root. */
  ancestors(word: Word): Word[] {
    const found: Word[] = []
    for (let at = this.head(word); at && found.length <= this.words.length; at = this.head(at)) found.push(at)
    return found
  }

  dominates(upper: Word, lower: Word): boolean {
    return upper === lower || this.ancestors(lower).includes(upper)
  }
}

/** "nsubj" matches nsubj and nsubj:pass; "nsubj:pass" only itself. */
export const isRelation = (word: Word, ...relations: readonly string[]): boolean =>
  relations.some((relation) => word.deprel.startsWith(relation) && endsAt(word.deprel, relation.length))

const endsAt = (deprel: string, at: number) => deprel.length === at || deprel[at] === ':'

/** From the first word's start to the last word's end. */
export const spanOfWords = (words: readonly Word[]): Span => ({
  start: Math.min(...words.map((word) => word.start)),
  end: Math.max(...words.map((word) => word.end)),
})
