import { addTo } from '../../model/group-by.ts'
import { isUnnamed } from '../../model/mention.ts'
import type { StoryWords } from './words.ts'

/** What tells whether articles are about one happening: when they were printed and whom they name. */
export interface StoryArticle {
  readonly id: string
  /** ISO prefix of at least a day, else the article is of no story */
  readonly publishedAt: string | null
  /** ids of its entities */
  readonly entities: readonly string[]
}

/** Articles about one thing are printed so many days apart. */
const STORY_DAYS = 10
/** In more articles than this a name tells less. */
const RARE = 20
/** Shared names that make it worth to look at the texts, and those and the likeness of the texts that make a story. */
const [SOME, ENOUGH] = [0.9, 2.4]
const [ALIKE, HARDLY] = [0.2, 0.12]

/** Which articles may be of one story, by the names that they share. */
export class Stories {
  private readonly byName = new Map<string, string[]>()
  private readonly names = new Map<string, ReadonlySet<string>>()
  private readonly days = new Map<string, number>()

  constructor(articles: readonly StoryArticle[]) {
    for (const { id, publishedAt, entities } of articles) {
      if (publishedAt === null || publishedAt.length < 'YYYY-MM-DD'.length) continue
      this.days.set(id, Date.parse(publishedAt.slice(0, 10)) / 86_400_000)
      const own = new Set(entities.filter((entity) => !isUnnamed(entity)).map(nameKey))
      this.names.set(id, own)
      for (const name of own) addTo(this.byName, name, id)
    }
  }

  /** Articles that may be of the story of one, with how much their names say so. */
  near(id: string): Map<string, number> {
    const found = new Map<string, number>()
    const day = this.days.get(id)
    if (day === undefined) return found
    for (const name of this.names.get(id)!) {
      const others = this.byName.get(name)!
      const weight = (name.startsWith('country:') ? 0.3 : 1) * Math.min(1, RARE / others.length)
      if (weight < 0.02) continue
      for (const other of others)
        if (other !== id && Math.abs(this.days.get(other)! - day) <= STORY_DAYS)
          found.set(other, (found.get(other) ?? 0) + weight)
    }
    for (const [other, weight] of found) if (weight < SOME) found.delete(other)
    return found
  }
}

/** One name, whatever type an article takes it for; of countries it is known. */
const nameKey = (entity: string): string => (entity.startsWith('country:') ? entity : entity.replace(/^[^:]*:/, ''))

/** Whether two texts that share names tell one story. */
export const isOneStory = (names: number, likeness: number): boolean =>
  likeness >= ALIKE || (names >= ENOUGH && likeness >= HARDLY)

/** How often an article has each word, dampened; for `likenessOf`. */
export function wordsOfText(text: string, words: StoryWords): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { stem } of words.tokens(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  for (const [stem, count] of counts) counts.set(stem, 1 + Math.log(count))
  return counts
}

/** 0 to 1: the cosine of two texts' words. */
export function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [stem, count] of a) shared += count * (b.get(stem) ?? 0)
  const size = (one: ReadonlyMap<string, number>) =>
    Math.sqrt([...one.values()].reduce((sum, count) => sum + count * count, 0))
  return shared === 0 ? 0 : shared / (size(a) * size(b))
}
