import type { Word } from '../../model/document.ts'
import type { Clause } from '../clauses/clause.ts'

/**
 * Something a sentence speaks of as happening or being so, with its arguments by deep role, however it is put: `verb` ("Norvik bought Belcor", "Belcor was
 * bought by Norvik"), `noun` ("Norvik's purchase of Belcor", "made a purchase"), `isa` ("Brin is head of", "Brin, head of", "chairman Brin"), `adjective` ("based in Oslo"), `name` ("Karrada, Baghdad").
 */
export interface Event {
  readonly kind: 'verb' | 'noun' | 'isa' | 'adjective' | 'name'
  /** Where it is read: the verb, noun or adjective. */
  readonly trigger: Word
  /** The words that carry it, the light verb included. */
  readonly words: readonly Word[]
  /** Names to look a frame up by, the longest first: "prime minister", "minister". */
  readonly lemmas: readonly string[]
  readonly modifiers: readonly string[]
  readonly passive: boolean
  /** The clause it belongs to, when it is the clause's predicate or its light verb's object. */
  readonly clause: Clause | undefined
  /** Phrase heads by place: subj, obj, iobj, comp, poss, mod, and prepositions. */
  readonly places: ReadonlyMap<string, readonly Word[]>
}
