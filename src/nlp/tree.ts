import type { Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import type { Span } from '../model/span.ts'

/** A sentence's dependency tree with the usual walks. Words keep sentence order. */
export class Tree {
  readonly root: Word | undefined
  private readonly kids: (Word[] | undefined)[]
  private readonly answers = new Map<unknown, unknown[]>()
  private byRelation: Map<string, Word[]> | undefined

  constructor(readonly words: readonly Word[]) {
    this.kids = new Array(words.length + 1)
    for (const word of words) {
      const siblings = this.kids[word.head]
      if (siblings) siblings.push(word)
      else if (word.head <= words.length) this.kids[word.head] = [word]
    }
    this.root = this.kids[0]?.[0]
  }

  word(index: number): Word | undefined {
    return this.words[index - 1]
  }

  head(word: Word): Word | undefined {
    return this.words[word.head - 1]
  }

  children(word: Word): readonly Word[] {
    return this.kids[word.index] ?? NO_WORDS
  }

  /** Children whose relation is one of these, with ("nsubj:pass") or without ("nsubj" matches both) subtype. */
  childrenBy(word: Word, ...relations: readonly string[]): Word[] {
    let found: Word[] | undefined // most have none or one, and a list that is pushed to has room for 17
    for (const child of this.children(word)) {
      if (!isOneOf(child, relations)) continue
      if (found) found.push(child)
      else found = [child]
    }
    return found ?? []
  }

  child(word: Word, ...relations: readonly string[]): Word | undefined {
    for (const child of this.children(word)) if (isOneOf(child, relations)) return child
    return undefined
  }

  /** All words of exactly this relation, in sentence order: of most relations a sentence has none or one. */
  related(relation: string): readonly Word[] {
    this.byRelation ??= groupBy(this.words, ({ deprel }) => deprel)
    return this.byRelation.get(relation) ?? NO_WORDS
  }

  /** What is asked of a word again and again: found once. A word of another tree is answered anew. */
  once<T>(word: Word, find: (tree: Tree, word: Word) => T): T {
    if (this.words[word.index - 1] !== word) return find(this, word)
    let answers = this.answers.get(find) as (T | undefined)[] | undefined
    if (!answers) {
      answers = new Array(this.words.length)
      this.answers.set(find, answers)
    }
    const known = answers[word.index - 1]
    if (known !== undefined) return known
    const found = find(this, word)
    answers[word.index - 1] = found
    return found
  }

  /** The word and all below it, in sentence order; `skip` prunes whole branches. */
  subtree(word: Word, skip?: (child: Word) => boolean): readonly Word[] {
    return skip ? this.below(word, skip) : this.once(word, wholeSubtree)
  }

  /** The same, found anew. */
  below(word: Word, skip: (child: Word) => boolean): Word[] {
    const found: Word[] = []
    this.collect(word, skip, found)
    for (let at = 1; at < found.length; at++) if (found[at - 1]!.index > found[at]!.index) return found.sort(bySentence)
    return found
  }

  /** In sentence order unless branches cross. */
  private collect(word: Word, skip: (child: Word) => boolean, found: Word[]): void {
    const children = this.children(word)
    let at = 0
    for (; at < children.length && children[at]!.index < word.index; at++)
      if (!skip(children[at]!)) this.collect(children[at]!, skip, found)
    found.push(word)
    for (; at < children.length; at++) if (!skip(children[at]!)) this.collect(children[at]!, skip, found)
  }

  /** From the word's head up to the root. */
  ancestors(word: Word): readonly Word[] {
    return this.once(word, allAbove)
  }

  dominates(upper: Word, lower: Word): boolean {
    let at: Word | undefined = lower
    for (let steps = 0; at && steps <= this.words.length; steps++, at = this.head(at)) if (at === upper) return true
    return false
  }
}

const NO_WORDS: readonly Word[] = []

const trees = new WeakMap<readonly Word[], Tree>()

/** The tree of a sentence's words, made once for all who ask. */
export function treeOf(words: readonly Word[]): Tree {
  const known = trees.get(words)
  if (known) return known
  const made = new Tree(words)
  trees.set(words, made)
  return made
}

/** Whether every word hangs, over others, on the root: what is put right in one place must not make a circle of the whole. */
export function isTree(words: readonly Word[]): boolean {
  const reaches = new Uint8Array(words.length + 1)
  reaches[0] = DONE
  for (const word of words) {
    const path: number[] = []
    let at = word.index
    while (reaches[at] === UNSEEN) {
      reaches[at] = ON_PATH
      path.push(at)
      at = words[at - 1]!.head
    }
    if (reaches[at] === ON_PATH) return false
    for (const seen of path) reaches[seen] = DONE
  }
  return true
}
const [UNSEEN, ON_PATH, DONE] = [0, 1, 2]

/** "nsubj" matches nsubj and nsubj:pass; "nsubj:pass" only itself. */
export const isRelation = (word: Word, ...relations: readonly string[]): boolean => isOneOf(word, relations)

export function isOneOf({ deprel }: Word, relations: readonly string[]): boolean {
  for (const relation of relations) if (relation === deprel || isSubtype(deprel, relation)) return true
  return false
}

/** Whether the relation is this one with a subtype behind its first colon. */
const isSubtype = (deprel: string, relation: string): boolean =>
  deprel.length > relation.length &&
  deprel.charCodeAt(relation.length) === COLON &&
  deprel.indexOf(':') === relation.length &&
  deprel.startsWith(relation)
const COLON = 58

const nothing = (): boolean => false
const wholeSubtree = (tree: Tree, word: Word): readonly Word[] => tree.below(word, nothing)

function allAbove(tree: Tree, word: Word): readonly Word[] {
  const found: Word[] = []
  for (let at = tree.head(word); at && found.length <= tree.words.length; at = tree.head(at)) found.push(at)
  return found
}
const bySentence = (a: Word, b: Word): number => a.index - b.index

/** From the first word's start to the last word's end. */
export function spanOfWords(words: readonly Word[]): Span {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const word of words) {
    if (word.start < start) start = word.start
    if (word.end > end) end = word.end
  }
  return { start, end }
}

/** The predicate whose clause a word is in: its verb, or what a copula says. */
export const verbOf = (word: Word, tree: Tree): Word =>
  [word, ...tree.ancestors(word)].find(
    (one) => one.upos === 'VERB' || one.head === 0 || tree.child(one, 'cop') !== undefined,
  ) ?? word

/** That predicate, and the one whose place and time it shares: "[sank] off Libya in March, [killing] 60". */
export function verbsOf(word: Word, tree: Tree): Word[] {
  const verb = verbOf(word, tree)
  const above = isRelation(verb, 'advcl') && verb.xpos === 'VBG' ? tree.head(verb) : undefined
  return above ? [verb, above] : [verb]
}
