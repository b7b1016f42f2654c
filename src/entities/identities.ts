import type { Clusters } from './clusters.ts'
import { nameKey } from './group-names.ts'
import type { Reference } from './reference.ts'

/** What the names of a group say about who it is. */
interface Identity {
  readonly known: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  readonly types: ReadonlySet<string>
}

/** Keeps groups apart that have names of different things, whatever a scorer thinks of them. */
export class Identities {
  private readonly ofGroup = new Map<number, Identity>()

  constructor(references: readonly Reference[], clusters: Clusters) {
    for (const { at, kind, known, text, type } of references) {
      if (kind !== 'name' && kind !== 'demonym') continue
      const own = {
        known: new Set(known ? [known.id] : []),
        words: new Set(nameKey(text).split(' ')),
        types: new Set(type ? [type] : []),
      }
      const group = clusters.of(at)
      this.ofGroup.set(group, union(this.ofGroup.get(group), own))
    }
  }

  isNamed(group: number): boolean {
    return this.ofGroup.has(group)
  }

  /** No two known entities, and names that share a word, or only one side is named at all. */
  mayBeOne(a: number, b: number): boolean {
    const [one, other] = [this.ofGroup.get(a), this.ofGroup.get(b)]
    if (!one || !other) return true
    if (one.known.size > 0 && other.known.size > 0 && !meets(one.known, other.known)) return false
    return meets(one.words, other.words) && meets(one.types, other.types)
  }

  /** To be called with both groups' numbers before they are joined. */
  join(a: number, b: number): void {
    const joined = union(this.ofGroup.get(a), this.ofGroup.get(b))
    if (joined.words.size > 0) for (const group of [a, b]) this.ofGroup.set(group, joined)
  }
}

const EMPTY: Identity = { known: new Set(), words: new Set(), types: new Set() }

const union = (a: Identity = EMPTY, b: Identity = EMPTY): Identity => ({
  known: new Set([...a.known, ...b.known]),
  words: new Set([...a.words, ...b.words]),
  types: new Set([...a.types, ...b.types]),
})

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}
