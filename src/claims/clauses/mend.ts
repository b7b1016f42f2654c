import type { Word } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/mention.ts'
import type { Tree } from '../../nlp/tree.ts'

/** What the lexicon knows of a common noun. */
export interface Nouns {
  typesOf(lemma: string): readonly EntityType[]
  isRoleNoun(lemma: string): boolean
  /** Verbs of what frames tell. */
  isDeed(lemma: string): boolean
}

export type Change = Partial<Pick<Word, 'head' | 'deprel' | 'xpos' | 'upos' | 'lemma'>>
/** What is wrong in a tree, and how it is put right: changes by word. */
export type Mend = (tree: Tree, mentions: readonly Mention[], nouns: Nouns) => ReadonlyMap<Word, Change>

/** The comma that sets a phrase off. */
export function commaBefore(tree: Tree, head: Word): Word | undefined {
  const first = tree.subtree(head).find(({ upos }) => upos !== 'PUNCT')
  const mark = first && tree.word(first.index - 1)
  return mark?.form === ',' ? mark : undefined
}
