import { addTo } from '../../model/group-by.ts'
import { isUnnamed, nameKeyOf } from '../../model/mention.ts'
import { wordRarity } from './word-rarity.ts'
import type { StoryWords } from './words.ts'

/** What tells whether articles are about one happening: when they were printed and whom they name. */
export interface StoryArticle {
  readonly id: string
  /** ISO prefix; of less than a day it counts for none */
  readonly publishedAt: string | null
  /** ids of its entities */
  readonly entities: readonly string[]
  /** stems, as `rarestWords` gives them */
  readonly rareWords: readonly string[]
}

/** Articles about one thing are mostly printed so many days apart, what comes of it so many, and what is found out about it so many. */
const [STORY_DAYS, AFTERMATH_DAYS, INQUIRY_DAYS] = [10, 60, 200]
/** Shared names that make it worth to look at the texts, and those and the likeness of the texts that make a story. */
const [SOME, ENOUGH] = [0.9, 1.9]
const [ALIKE, HARDLY] = [0.12, 0.08]
/** The same of what is printed later than a story lasts. */
const [LATER_ALIKE, LATER_HARDLY] = [0.12, 0.1]
/** The same where nobody knows when one of the articles was printed. */
const [UNDATED_SOME, UNDATED_ALIKE] = [1.9, 0.2]
/** Rare words that articles share which are not found by names, how like their texts must be, and those that are printed later than an aftermath lasts. */
const [WORDS_SHARED, WORDS_ALIKE, INQUIRY_ALIKE] = [3, 0.22, 0.25]

/** Which articles may be of one story, by the names that they share or by their rarest words: nothing but the two articles decides, so that others make no difference. */
export class Stories {
  /** articles by a name, and by it and the day they were printed, if that is known */
  private readonly byName = new Map<string, string[]>()
  private readonly names = new Map<string, ReadonlySet<string>>()
  /** articles by a rare word and the ten days in which they were printed */
  private readonly byWord = new Map<string, string[]>()
  private readonly words = new Map<string, readonly string[]>()
  /** the places and countries that articles name */
  private readonly places = new Map<string, readonly string[]>()
  private readonly days = new Map<string, number>()

  constructor(articles: readonly StoryArticle[], isCommon: (word: string) => boolean) {
    for (const { id, publishedAt, entities, rareWords } of articles) {
      if (publishedAt !== null && publishedAt.length >= 'YYYY-MM-DD'.length)
        this.days.set(id, Date.parse(publishedAt.slice(0, 10)) / 86_400_000)
      const named = entities.filter((entity) => !isUnnamed(entity))
      const own = new Set([...named.map(storyKey), ...named.flatMap((entity) => wordKeys(entity, isCommon))])
      this.names.set(id, own)
      const day = this.days.get(id)
      for (const name of own) {
        addTo(this.byName, name, id)
        addTo(this.byName, `${name} ${day ?? UNDATED}`, id)
      }
      this.words.set(id, rareWords)
      this.places.set(
        id,
        named.filter((entity) => /^(?:place|country):/.test(entity)),
      )
      if (day !== undefined) for (const word of rareWords) addTo(this.byWord, `${word} ${tenDays(day)}`, id)
    }
  }

  /** Articles that may be of the story of one, with how much their names say so: 0 of those that share rare words alone. */
  near(id: string): Map<string, number> {
    const found = new Map<string, number>()
    const alike = new Set<string>()
    const day = this.days.get(id)
    const days = Array.from({ length: 2 * AFTERMATH_DAYS + 1 }, (_, at) => (day ?? 0) - AFTERMATH_DAYS + at)
    for (const name of this.names.get(id) ?? []) {
      const weight = name.startsWith('country:') ? 0.3 : 1
      const keys = day === undefined ? [name] : [...days, UNDATED].map((then) => `${name} ${then}`)
      for (const key of keys)
        for (const other of this.byName.get(key) ?? [])
          if (other !== id) {
            if (name.startsWith(WORD)) alike.add(other)
            else found.set(other, (found.get(other) ?? 0) + weight)
          }
    }
    for (const other of alike) if ((found.get(other) ?? 0) < 1) found.set(other, (found.get(other) ?? 0) + 1)
    for (const [other, weight] of found)
      if (weight < (this.apart(id, other) === 'undated' ? UNDATED_SOME : SOME)) found.delete(other)
    for (const other of this.nearByWords(id)) if (!found.has(other)) found.set(other, 0)
    return found
  }

  private nearByWords(id: string): string[] {
    const day = this.days.get(id)
    if (day === undefined) return []
    const shared = new Map<string, number>()
    for (const word of this.words.get(id) ?? [])
      for (let then = tenDays(day - INQUIRY_DAYS); then <= tenDays(day + INQUIRY_DAYS); then++)
        for (const other of this.byWord.get(`${word} ${then}`) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    return [...shared].flatMap(([other, count]) =>
      other !== id && count >= WORDS_SHARED && this.apart(id, other) !== 'beyond' && !this.areElsewhere(id, other)
        ? [other]
        : [],
    )
  }

  /** A strike in one town and one in another. */
  private areElsewhere(id: string, other: string): boolean {
    const [here, there] = [this.places.get(id)!, this.places.get(other)!]
    return here.length > 0 && there.length > 0 && !here.some((place) => there.includes(place))
  }

  /** Whether two texts that share names, or rare words alone, tell one story. */
  isOneStory(one: string, other: string, names: number, likeness: number): boolean {
    const apart = this.apart(one, other)
    if (names === 0) return likeness >= (apart === 'inquiry' ? INQUIRY_ALIKE : WORDS_ALIKE)
    if (apart === 'undated') return likeness >= UNDATED_ALIKE
    const [alike, hardly] = apart === 'near' ? [ALIKE, HARDLY] : [LATER_ALIKE, LATER_HARDLY]
    return likeness >= alike || (names >= ENOUGH && likeness >= hardly)
  }

  private apart(one: string, other: string): 'near' | 'later' | 'inquiry' | 'beyond' | 'undated' {
    const [a, b] = [this.days.get(one), this.days.get(other)]
    if (a === undefined || b === undefined) return 'undated'
    const days = Math.abs(a - b)
    if (days <= AFTERMATH_DAYS) return days <= STORY_DAYS ? 'near' : 'later'
    return days <= INQUIRY_DAYS ? 'inquiry' : 'beyond'
  }
}
const tenDays = (day: number): number => Math.floor(day / 10)
const UNDATED = 'undated'

/** One name, whatever type an article takes it for; of countries it is known. */
const storyKey = (entity: string): string => (entity.startsWith('country:') ? entity : nameKeyOf(entity))

/** The words of a name that another name for the same may have: "Vallakadu" of the Vallakadu bridge, "Mabuza" of Thandeka Mabuza; none of a country. */
function wordKeys(entity: string, isCommon: (word: string) => boolean): string[] {
  if (entity.startsWith('country:')) return []
  const words = nameKeyOf(entity).slice(1).split('-')
  const own = entity.startsWith('person:') ? words.slice(-1) : words
  return own.flatMap((word) => (word.length > SHORT && !isCommon(word) ? [`${WORD}${word}`] : []))
}
const WORD = 'word '
const SHORT = 4

/** How often an article has each word, dampened, and rare words more; for `likenessOf`. */
export function wordsOfText(text: string, words: StoryWords): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { stem } of words.tokens(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  for (const [stem, count] of counts) counts.set(stem, (1 + Math.log(count)) * wordRarity(stem))
  return counts
}

/** The words that tell most of what a text is about, by stem: those it has oftener than others and others hardly have; none of a text so short that any would do. */
export const rarestWords = (words: ReadonlyMap<string, number>): string[] =>
  words.size < RAREST
    ? []
    : [...words]
        .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
        .slice(0, RAREST)
        .map(([stem]) => stem)
const RAREST = 20

/** 0 to 1: the cosine of two texts' words. */
export function likenessOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [stem, count] of a) shared += count * (b.get(stem) ?? 0)
  const size = (one: ReadonlyMap<string, number>) =>
    Math.sqrt([...one.values()].reduce((sum, count) => sum + count * count, 0))
  return shared === 0 ? 0 : shared / (size(a) * size(b))
}

/** Of each article those of one story with it, with how like they are. */
export type Links = ReadonlyMap<string, ReadonlyMap<string, number>>

/** No more articles are compared with one another, whatever hangs together: a war is no single story. */
const LARGEST = 40

/**
 * The articles that hang together, story by story, from the given ones on. What is larger than `LARGEST` is parted where its articles are least like, and what
 * is too like to be parted, by its order. All articles of a story, and their links, decide how it is parted, not where one begins.
 */
export function storiesOf(from: readonly string[], links: Links, order: (id: string) => string): string[][] {
  const together = parted(from, links, 0)
  return together.flatMap((story) => smaller(story, links, order, 0)).map((story) => story.sort())
}

function smaller(story: readonly string[], links: Links, order: (id: string) => string, least: number): string[][] {
  if (story.length <= LARGEST) return [[...story]]
  if (least < 1) return parted(story, links, least + STEP).flatMap((part) => smaller(part, links, order, least + STEP))
  const sorted = [...story].sort((a, b) => (`${order(a)} ${a}` < `${order(b)} ${b}` ? -1 : 1))
  return Array.from({ length: Math.ceil(sorted.length / LARGEST) }, (_, at) =>
    sorted.slice(at * LARGEST, (at + 1) * LARGEST),
  )
}
const STEP = 0.05

/** What hangs together by links of at least this likeness; of a part only its own. */
function parted(from: readonly string[], links: Links, least: number): string[][] {
  const within = least > 0 ? new Set(from) : undefined
  const seen = new Set<string>()
  return [...from].sort().flatMap((id) => {
    if (seen.has(id)) return []
    const story = [id]
    seen.add(id)
    for (const one of story)
      for (const [other, likeness] of links.get(one) ?? []) {
        if (seen.has(other) || likeness < least || (within && !within.has(other))) continue
        seen.add(other)
        story.push(other)
      }
    return [story]
  })
}
