import type { EntityType } from '../model/mention.ts'
import type { Kinds } from './kinds.ts'
import type { NamingSeeds } from './naming-seeds.ts'

export type Deed = 'subject' | 'object' | 'owned'

/**
 * Coarse sorts of things ("body", "vehicle", "document") and what they do, suffer and have, for telling what "it" may be: only a body says something, only a
 * vehicle sinks: `seeds/lexicon/sorts.json`.
 */
export class Sorts {
  private readonly byNoun: ReadonlyMap<string, ReadonlySet<string>>
  private readonly byKind: ReadonlyMap<string, ReadonlySet<string>>
  private readonly byType: ReadonlyMap<string, readonly string[]>
  private readonly byDeed: Readonly<Record<Deed, ReadonlyMap<string, ReadonlySet<string>>>>
  readonly raising: ReadonlySet<string>
  readonly pleonastic: Readonly<Record<keyof NamingSeeds['sorts']['pleonastic'], ReadonlySet<string>>>

  constructor(
    seeds: NamingSeeds['sorts'],
    private readonly kinds: Kinds,
  ) {
    const { types, nouns, subject, object, owned, raising, pleonastic } = seeds
    this.byNoun = inverted(nouns)
    this.byKind = inverted(seeds.kinds)
    this.byType = new Map(Object.entries(types))
    this.byDeed = { subject: inverted(subject), object: inverted(object), owned: inverted(owned) }
    this.raising = new Set(raising)
    const { weather, takes, seems, happens, times } = pleonastic
    this.pleonastic = {
      weather: new Set(weather),
      takes: new Set(takes),
      seems: new Set(seems),
      happens: new Set(happens),
      times: new Set(times),
    }
  }

  ofType(type: EntityType | null): readonly string[] {
    return (type && this.byType.get(type)) || NONE
  }

  ofNoun(noun: string): Set<string> {
    return new Set([...this.ofKinds(this.kinds.ofNoun(noun)), ...(this.byNoun.get(noun) ?? NONE)])
  }

  /** What is said of a kind, and of those above it. */
  ofKinds(kinds: Iterable<string>): Set<string> {
    const found = new Set<string>()
    for (const kind of kinds) {
      const own = this.kinds.withAbove(kind).flatMap((one) => [...(this.byKind.get(one) ?? NONE)])
      for (const sort of own) found.add(sort)
      for (const type of this.kinds.typesOf(kind))
        if (own.length === 0 || !LOOSE.has(type)) for (const sort of this.ofType(type)) found.add(sort)
    }
    return found
  }

  /** What sorts do this, suffer this or have such a thing; none where nothing is known. */
  wantedBy(deed: Deed, word: string): ReadonlySet<string> | undefined {
    return this.byDeed[deed].get(word)
  }
}

const NONE: readonly string[] = []
/** Types of things of many sorts: a painting is no document, and an aircraft more than an object. */
const LOOSE: ReadonlySet<EntityType> = new Set(['WEAPON', 'WORK'])

function inverted(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [sort, words] of Object.entries(lists))
    for (const word of words) found.set(word, (found.get(word) ?? new Set()).add(sort))
  return found
}
