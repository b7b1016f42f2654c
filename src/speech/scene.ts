import type { Attribution } from '../model/claim.ts'
import type { Analysis, Document, Word } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { spanOfWords, type Tree, treeOf } from '../nlp/tree.ts'
import type { Quoted } from './find-quoted.ts'
import type { SayingIndex } from './lexicon.ts'

/** A sentence as the finders of reported speech see it. */
export interface Scene {
  readonly document: Document
  readonly analysis: Analysis
  readonly words: readonly Word[]
  readonly tree: Tree
  /** Quotations that touch this sentence. */
  readonly quoted: readonly Quoted[]
  readonly saying: SayingIndex
}

/** An attribution before it has ids: its source and cue as words, its content as places. */
export interface Draft {
  readonly scene: Scene
  readonly rule: string
  /** Head word of the source, and the words of the whole noun phrase. */
  readonly head: Word
  readonly source: readonly Word[]
  readonly cue: readonly Word[]
  readonly content: readonly Span[]
  readonly kind: Attribution['kind']
  /** Where the construction knows it. */
  readonly class?: Attribution['class']
  /** Id of a mention elsewhere that says who the source is. */
  readonly mention?: string
}

export type Finder = (scene: Scene) => Draft[]

/** One scene a sentence; a sentence whose heads do not make a tree has none. */
export function scenesOf(document: Document, quoted: readonly Quoted[], saying: SayingIndex): Scene[] {
  const scenes: Scene[] = []
  let from = 0
  for (const analysis of document.sentences) {
    const { sentence, words } = analysis
    while (from < quoted.length && quoted[from]!.outer.end <= sentence.start && !reaches(quoted, from, sentence)) from++
    const near: Quoted[] = []
    for (let at = from; at < quoted.length && quoted[at]!.outer.start < sentence.end; at++) {
      if (quoted[at]!.outer.end > sentence.start) near.push(quoted[at]!)
    }
    if (words.length > 0 && isTree(words)) {
      scenes.push({ document, analysis, words, tree: treeOf(words), quoted: near, saying })
    }
  }
  return scenes
}

/** A quotation in quotation marks may end after one that starts behind it. */
const reaches = (quoted: readonly Quoted[], at: number, sentence: Span): boolean =>
  at > 0 && quoted[at - 1]!.outer.end > sentence.start

/** Every word leads up to a root: nothing is said about graphs with rings. */
function isTree(words: readonly Word[]): boolean {
  const state = new Uint8Array(words.length + 1)
  state[0] = 2
  for (const word of words) {
    const path: number[] = []
    let at = word.index
    while (state[at] === 0) {
      state[at] = 1
      path.push(at)
      at = words[at - 1]?.head ?? 0
    }
    if (state[at] === 1) return false
    for (const seen of path) state[seen] = 2
  }
  return true
}

const OPENING = /^(?:[“"„‟«‘'`([]|``)$/
const CLOSING = /^(?:[”"»’')\].!?…,;:]|''|\.\.\.)$/

/**
 * Words as places in the text: one piece for each run, punctuation within a run included, marks that belong to it kept at its
 * edges (the opening quotation mark, the full stop), stray commas and dashes cut off.
 */
export function piecesOf({ words }: Scene, chosen: readonly Word[]): Span[] {
  const inside = new Uint8Array(words.length + 2)
  for (const word of chosen) inside[word.index] = 1
  const real = (index: number) => inside[index] === 1 && words[index - 1]!.upos !== 'PUNCT'
  const pieces: Span[] = []
  for (let first = 1; first <= words.length; first++) {
    if (!real(first)) continue
    let last = first
    for (let next = first + 1; next <= words.length; next++) {
      if (real(next)) last = next
      else if (words[next - 1]!.upos !== 'PUNCT') break
    }
    let from = first
    while (
      from > 1 &&
      OPENING.test(words[from - 2]!.form) &&
      (inside[from - 1] === 1 || words[from - 2]!.end === words[from - 1]!.start)
    )
      from--
    let to = last
    while (to < words.length && CLOSING.test(words[to]!.form)) to++
    pieces.push(spanOfWords(words.slice(from - 1, to)))
    first = last
  }
  return pieces
}
