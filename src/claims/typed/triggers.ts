import type { Word } from '../../model/document.ts'

/** What the frames ask about words, so that only nouns that can be triggers become events. */
export interface Triggers {
  /** The lemmas a verb may have, the likeliest first: the engine's, and what its form allows. */
  verbForms(word: Word): readonly string[]
  isEventNoun(lemma: string): boolean
  isRoleNoun(lemma: string): boolean
  /** Nouns that say what a body is: "the brewer Klostersand". */
  isBodyNoun(lemma: string): boolean
  /** Verbs that lend a noun their subject: "make a visit", "hold talks". */
  isLight(lemma: string): boolean
  /** Verbs that say what their subject is or becomes. */
  isLinking(lemma: string): boolean
  /** Verbs of which the passive says what its subject becomes: "was named head of". */
  isAppointing(lemma: string): boolean
  /** Verbs of which the subject holds the post behind "as". */
  isServing(lemma: string): boolean
  /** Verbs of what comes about: "fighting [broke] out between". */
  isOccurring(lemma: string): boolean
  /** Verbs of what does harm: "was hurt when a wall collapsed". */
  isHarming(lemma: string): boolean
  /** Verbs of which the participle says where somebody is: "the men trapped in the cave". */
  isKeeping(lemma: string): boolean
  /** The types of things that a common noun names. */
  typesOf(lemma: string): readonly string[]
  /** Adjectives or participles inside a noun phrase: "Graz-based". */
  isTriggerAdjective(lemma: string): boolean
}

/** What frames for any name, or for any common noun, are looked up by. */
export const ANY_NAME = '*'
export const ANY_NOUN = '**'
/** What frames for somebody of whatever trade ("the Danish sledder Jens Holm") are looked up by. */
export const ANY_TRADE = '****'
/** What frames for one of a people ("a Dane") are looked up by. */
export const ONE_OF_A_PEOPLE = '***'
