import type { EntityType } from '../model/mention.ts'
import { remembered } from '../model/remembered.ts'
import type { NamingSeeds } from './naming-seeds.ts'
import { spelled } from './spelled.ts'

const SMALL_WORD = /^(of|in|and|the|\P{L}+)$/iu

type TypesByPhrase = ReadonlyMap<string, EntityType>

/** What the words of a name say of what it names: "Ministry of …", "… Treaty", "Storm …". */
export class NameWords {
  private readonly heads: TypesByPhrase
  private readonly starts: TypesByPhrase
  private readonly lists: Readonly<Record<keyof NamingSeeds['nameWords'], ReadonlySet<string>>>

  constructor({ nameHeads, nameStarts, nameWords }: Pick<NamingSeeds, 'nameHeads' | 'nameStarts' | 'nameWords'>) {
    this.heads = typesByPhrase(nameHeads)
    this.starts = typesByPhrase(nameStarts)
    const sets = Object.entries(nameWords).map(([key, list]) => [key, new Set(list)])
    this.lists = Object.fromEntries(sets) as typeof this.lists
  }

  /** By the name's first words, else by its last or those before "of"; "Storm Corps" is a corps. */
  typeOf(words: readonly string[]): EntityType | undefined {
    const lower = words.map(lowered)
    const start = this.typeAtStart(lower)
    if (start && !YIELDING.has(start)) return start
    const of = lower.findIndex((word, at) => at > 0 && (word === 'of' || word === 'for' || word === 'on'))
    if (start && of > 0) return start
    for (const end of of > 0 ? [of, lower.length] : [lower.length]) {
      for (let size = Math.min(4, end); size > 0; size--) {
        if (size === lower.length && size === 1) break
        const type = this.heads.get(lower.slice(end - size, end).join(' '))
        if (type) return type
      }
    }
    return start
  }

  /** By the first words alone: "Hurricane Rita", "HMS Beagle". */
  typeAtStart(words: readonly string[]): EntityType | undefined {
    const lower = words.map(lowered)
    for (let size = Math.min(4, lower.length - 1); size > 0; size--) {
      const type = this.starts.get(lower.slice(0, size).join(' '))
      if (type) return type
    }
    return undefined
  }

  /** The whole of it begins names of this type: "Typhoon", "Treaty on". */
  opens(words: readonly string[]): EntityType | undefined {
    return this.starts.get(words.map(lowered).join(' '))
  }

  /** The whole of it is what such names end in: "General Staff". */
  isHead(words: readonly string[]): EntityType | undefined {
    return this.heads.get(words.map(lowered).join(' '))
  }

  has(list: keyof NamingSeeds['nameWords'], word: string): boolean {
    return this.lists[list].has(lowered(word))
  }

  /**
   * What tells a name from others of its type, whoever writes it out in full: a ship's without "MV", a storm's without "Storm", a firm's without "Ltd".
   */
  identifying(type: EntityType, name: string): string {
    const words = name.split(/\s+/)
    const lower = words.map(lowered)
    let [first, end] = [0, words.length]
    if (type === 'VESSEL' || type === 'EVENT')
      for (let size = Math.min(3, end - 1); size > 0 && first === 0; size--)
        if (this.starts.get(lower.slice(0, size).join(' ')) === type && CALLED.test(words[size]!)) first = size
    if (type === 'ORGANIZATION') while (end > first + 1 && this.has('legal', words[end - 1]!)) end--
    return words.slice(first, end).join(' ').replace(/,$/, '')
  }

  /** Not "Northern", "New", "Gulf of", "Lake" …, which belong to the name behind them. */
  mayBeTown(words: readonly string[]): boolean {
    if (words.every((word) => this.has('areas', word))) return false
    return !SMALL_WORD.test(words.at(-1)!) && this.typeAtStart([...words, '']) === undefined
  }
}

/** A word that may be a ship's or a storm's name by itself; not the "II" of "World War II". */
const CALLED = /^\p{Lu}.*\p{Ll}{2}/u

/** What follows such a beginning may be of another kind altogether: "Lake District Hospital", "Storm Corps". */
const YIELDING: ReadonlySet<EntityType> = new Set(['PLACE', 'EVENT'])

const lowered = remembered((word) => spelled(word).toLowerCase())

/** Of two types with one phrase the earlier one stays. */
function typesByPhrase(lists: Readonly<Partial<Record<EntityType, readonly string[]>>>): TypesByPhrase {
  const types = new Map<string, EntityType>()
  for (const [type, phrases] of Object.entries(lists))
    for (const phrase of phrases) if (!types.has(phrase)) types.set(phrase, type as EntityType)
  return types
}
