import type { Word } from '../../model/document.ts'
import type { Clause } from '../clauses/clause.ts'

/** One argument after the subject, with its words as they stand (the preposition left out). */
export interface Part {
  readonly kind: 'object' | 'indirect' | 'complement' | 'agent' | 'content' | 'purpose' | 'oblique'
  readonly preposition: string
  readonly marker: readonly Word[]
  readonly head: Word
  readonly words: readonly Word[]
}

/**
 * What a clause or phrase says, before names and speakers: subject, relation, arguments. `relation` are the words that carry it; where the text has
 * none ("Brin, head of the commission"), `word` is the one put in ("is", "has"). `clause` is absent for phrases.
 */
export interface OpenClaim {
  readonly rule: string
  readonly clause: Clause | undefined
  readonly trigger: Word
  readonly subject: { readonly head: Word; readonly words: readonly Word[] }
  readonly relation: readonly Word[]
  readonly word: string | undefined
  readonly parts: readonly Part[]
}
