import type { Zone } from '../model/article.ts'

/** A stretch of an article as a reader of one format found it; stretches are put apart by an empty line. */
export interface Block {
  readonly text: string
  readonly zone: Zone
}

/** What the reader of one format took from its input, before the text is fixed. Metadata is as it was written there. */
export interface Draft {
  /** A text whose parts are yet to be recognised, or blocks that are already known. */
  readonly text: string | readonly Block[]
  /** The id given in the input; kept as `article.key`. */
  readonly key?: string | undefined
  readonly title?: string | undefined
  readonly byline?: string | undefined
  readonly url?: string | undefined
  readonly source?: string | undefined
  readonly date?: string | undefined
  /** Where in the file: the line of JSON Lines, the number of the record. */
  readonly line?: number | undefined
  /** True when the file holds one article only, so that its name is a name for the article. */
  readonly alone: boolean
  /** What was repaired on the way. */
  readonly notes?: readonly Note[] | undefined
}

export interface Note {
  readonly code: string
  readonly message: string
}
