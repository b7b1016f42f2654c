import { z } from 'zod'
import { type Article, Zone } from './article.ts'
import { Span } from './span.ts'

/** One sentence of a document. `paragraph` counts from 0; `id` is made from the article's id and `start`. */
export const Sentence = z.object({
  id: z.string(),
  index: z.int(),
  paragraph: z.int(),
  ...Span.shape,
  zone: Zone,
})
export type Sentence = Readonly<z.infer<typeof Sentence>>

/**
 * One syntactic word by Universal Dependencies' conventions ("can't" → "ca", "n't"), its place in `document.text`, and what the
 * engine says of it. `index` counts from 1 within the sentence; `head` is the governor's index, 0 for the root.
 */
export interface Word extends Span {
  readonly index: number
  readonly form: string
  readonly lemma: string
  /** Universal part of speech: NOUN, PROPN, VERB … */
  readonly upos: string
  /** Penn tag: NNS, VBD … */
  readonly xpos: string
  readonly head: number
  /** Universal relation with its subtype: nsubj:pass, acl:relcl … */
  readonly deprel: string
}

/** A name as the engine sees it: words `first` to `last` (both included, counted from 1) of the sentence. */
export interface Name extends Span {
  readonly first: number
  readonly last: number
  readonly type: 'PER' | 'LOC' | 'ORG' | 'MISC'
  /** 0 to 1 */
  readonly score: number
  /** What all places of the document where it stands say of its type, as sums of the engine's chances. */
  readonly votes?: Readonly<Record<'PER' | 'LOC' | 'ORG' | 'MISC', number>>
}

/** A sentence with its words and names. */
export interface Analysis {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  readonly names: readonly Name[]
}

/** An article, analysed: the sentences in order, each with words, tree and names. */
export interface Document {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Analysis[]
}
