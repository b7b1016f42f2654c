import type { Word } from '../../model/document.ts'

/** Whether a word has a child whose relation fits. */
export const hasChild = (words: readonly Word[], { index }: Word, relation: RegExp): boolean =>
  words.some(({ head, deprel }) => head === index && relation.test(deprel))
