import type { Word } from '../../model/document.ts'

/** A noun phrase or clause that hangs on a predicate by a preposition, or bare ("on Monday", "last week"). */
export interface Oblique {
  /** The preposition in lower case, several words joined by a blank ("out of", "because of"); "" for a bare one. */
  readonly preposition: string
  /** The preposition's words, none for a bare one. */
  readonly marker: readonly Word[]
  readonly head: Word
}

/** Where a clause's subject was found: at the predicate itself, or by what rule above it. */
export type SubjectSource = 'own' | 'shared' | 'control' | 'relative' | 'participle' | 'adverbial' | 'none'

/**
 * A predicate with its arguments, whatever the sentence's surface: `verb` clauses, `copula` clauses headed by their complement, and `existential`
 * ones ("there were two"). Heads of phrases stand for the phrases; coordination is not yet unfolded. A relative pronoun is replaced by what it stands for.
 */
export interface Clause {
  readonly kind: 'verb' | 'copula' | 'existential'
  readonly predicate: Word
  /** The words of the predicate in order: auxiliaries, negation, verb or copula, particles, and the verbs it is controlled by ("wanted to kill"). */
  readonly group: readonly Word[]
  readonly passive: boolean
  readonly subject: Word | undefined
  readonly subjectSource: SubjectSource
  readonly object: Word | undefined
  readonly indirect: Word | undefined
  /** What the predicate says the subject or object is or becomes ("named him president"), or the copula's complement. */
  readonly complement: Word | undefined
  /** The agent of a passive. */
  readonly agent: Word | undefined
  readonly obliques: readonly Oblique[]
  /** Head of a content clause ("said that …", "denied sending …"). */
  readonly content: Word | undefined
  readonly adverbs: readonly Word[]
  /** Verbs above in the same chain of infinitives ("wanted" for "kill"). */
  readonly governor: Word | undefined
}
