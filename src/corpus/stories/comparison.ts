import type { CorpusKnowledge } from '../knowledge.ts'
import type { StoryWords } from './words.ts'

/** What comparing the articles of a story needs. */
export interface StoryComparison {
  readonly knowledge: CorpusKnowledge
  readonly words: StoryWords
  /** whether two articles, by id, tell of one happening */
  readonly areOneStory: (a: string, b: string) => boolean
}
