import type { EntityType } from '../model/mention.ts'
import type { Clusters } from './clusters.ts'
import { callOf, isPast } from './descriptions.ts'
import { nameKey } from './group-names.ts'
import { areNamesOfTwo, type NameWords } from './names-apart.ts'
import type { Reference } from './reference.ts'
import type { Surroundings } from './surroundings.ts'

/** What the names of a group say about who it is. */
interface Identity {
  readonly known: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  /** The names themselves, by key. */
  readonly names: ReadonlyMap<string, NameWords>
  readonly types: ReadonlySet<string>
  /** What the text calls it: see `descriptionsOf`. */
  readonly called: ReadonlySet<string>
}

/** Keeps groups apart that have names of different things, whatever a scorer thinks of them. */
export class Identities {
  private readonly ofGroup = new Map<number, Identity>()

  constructor(
    references: readonly Reference[],
    clusters: Clusters,
    { group, descriptions }: Pick<Surroundings, 'group' | 'descriptions'>,
  ) {
    for (const { at, kind, known, text, type } of references) {
      if (kind !== 'name' && kind !== 'demonym') continue
      const key = nameKey(text)
      const words = key.split(' ')
      const own = {
        known: new Set(known ? [known.id] : []),
        words: new Set(words),
        names: new Map(kind === 'name' ? [[key, { words, type }]] : []),
        types: new Set(type ? [type] : []),
        called: descriptions.get(group[at]!) ?? EMPTY.called,
      }
      const now = clusters.of(at)
      this.ofGroup.set(now, union(this.ofGroup.get(now), own))
    }
  }

  isNamed(group: number): boolean {
    return this.ofGroup.has(group)
  }

  isOfType(group: number, type: EntityType): boolean {
    return this.ofGroup.get(group)?.types.has(type) ?? false
  }

  /** Named in more words than one: nobody would take that for a firm. */
  isSurelyPerson(group: number): boolean {
    const known = this.ofGroup.get(group)
    return known?.types.has('PERSON') === true && known.words.size > 1
  }

  /** The one group of persons whom the text calls by this noun, when there is one only. */
  onlyPersonCalled(noun: Reference, clusters: Clusters): number | undefined {
    const groups = new Set([...this.ofGroup.keys()].map((group) => clusters.of(group)))
    const called = [...groups].filter((group) => this.isOfType(group, 'PERSON') && this.isCalled(group, noun))
    return called.length === 1 ? called[0] : undefined
  }

  /** Whether the text calls the group by this noun; who is a mayor may be the former one, but not the other way round. */
  isCalled(group: number, { lemma, modifiers }: Reference): boolean {
    const called = this.ofGroup.get(group)?.called ?? EMPTY.called
    return called.has(callOf(lemma, modifiers)) || (called.has(lemma) && modifiers.some(isPast))
  }

  /** No two known entities, and names that share a word, or only one side is named at all. */
  mayBeOne(a: number, b: number): boolean {
    const [one, other] = [this.ofGroup.get(a), this.ofGroup.get(b)]
    if (!one || !other) return true
    if (one.known.size > 0 && other.known.size > 0 && !meets(one.known, other.known)) return false
    if (!meets(one.words, other.words) || !meets(one.types, other.types)) return false
    for (const name of one.names.values())
      for (const second of other.names.values()) if (areNamesOfTwo(name, second)) return false
    return true
  }

  /** To be called with both groups' numbers before they are joined. */
  join(a: number, b: number): void {
    const joined = union(this.ofGroup.get(a), this.ofGroup.get(b))
    if (joined.words.size > 0) for (const group of [a, b]) this.ofGroup.set(group, joined)
  }
}

const EMPTY: Identity = {
  known: new Set(),
  words: new Set(),
  names: new Map(),
  types: new Set(),
  called: new Set(),
}

const union = (a: Identity = EMPTY, b: Identity = EMPTY): Identity => ({
  known: new Set([...a.known, ...b.known]),
  words: new Set([...a.words, ...b.words]),
  names: new Map([...a.names, ...b.names]),
  types: new Set([...a.types, ...b.types]),
  called: new Set([...a.called, ...b.called]),
})

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}
