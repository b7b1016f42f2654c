import type { EntityType } from '../model/mention.ts'
import type { NamingSeeds } from './naming-seeds.ts'

/** How well a noun suits what an entity is: it says so, or it says more than is known, or it says something else. */
export type Fit = 'is' | 'may' | 'not'

/** What kinds of things common nouns mean, and which kinds are kinds of others ("lender" is a bank, a bank is a company): `seeds/lexicon/kinds.json`. */
export class Kinds {
  private readonly byNoun = new Map<string, readonly string[]>()
  /** The same without hyphens and spaces: "film-maker" is a filmmaker. */
  private readonly byLetters = new Map<string, readonly string[]>()
  private readonly byNameWord = new Map<string, readonly string[]>()
  /** Each kind with all above it. */
  private readonly above = new Map<string, ReadonlySet<string>>()
  private readonly common = new Set<string>()
  private readonly behind = new Set<string>()
  private readonly told = new Set<string>()
  private readonly epithets = new Map<string, boolean>()
  private readonly types = new Map<string, ReadonlySet<EntityType>>()
  /** Words that bring somebody else: "the other company". */
  readonly another: ReadonlySet<string>
  /** The verbs that make somebody one: an owner owns, a victim was killed. */
  readonly does: ReadonlyMap<string, readonly string[]>
  readonly suffers: ReadonlyMap<string, readonly string[]>

  /** Words before a noun that tell it from none: "the family firm". */
  readonly neutral: ReadonlySet<string>
  /** Words before a noun that tell rivals apart: "the ruling party" is none that nobody has called so. */
  readonly rival: ReadonlySet<string>
  /** Verbs by which somebody is given a post, takes or leaves it. */
  readonly posts: Readonly<Record<'given' | 'taken' | 'left', ReadonlySet<string>>>

  constructor({ kinds, another, neutral, rival, posts, does, suffers }: NamingSeeds['kinds']) {
    this.another = new Set(another)
    this.neutral = new Set(neutral)
    this.rival = new Set(rival)
    this.posts = { given: new Set(posts.given), taken: new Set(posts.taken), left: new Set(posts.left) }
    this.does = new Map(Object.entries(does))
    this.suffers = new Map(Object.entries(suffers))
    const add = (map: Map<string, readonly string[]>, word: string, kind: string) =>
      map.set(word, [...(map.get(word) ?? []), kind])
    for (const [kind, { nouns, names, common, of, told, epithet }] of Object.entries(kinds)) {
      if (common) this.common.add(kind)
      if (of) this.behind.add(kind)
      if (told) this.told.add(kind)
      if (epithet !== undefined) this.epithets.set(kind, epithet)
      for (const noun of nouns) add(this.byNoun, noun, kind)
      for (const noun of new Set(nouns.map(lettersOf))) add(this.byLetters, noun, kind)
      for (const word of [...nouns, ...(names ?? [])]) add(this.byNameWord, word, kind)
      const up = new Set([kind])
      for (const one of up) for (const next of kinds[one]!.under ?? []) up.add(next)
      this.above.set(kind, up)
      this.types.set(kind, new Set([...up].flatMap((one) => kinds[one]!.type ?? [])))
    }
  }

  /** "carmaker" and any other maker is a company. */
  ofNoun(noun: string): readonly string[] {
    const known = this.byNoun.get(noun) ?? this.byLetters.get(lettersOf(noun))
    return known ?? (/\wmaker$/.test(noun) ? MAKER : NONE)
  }

  /** What a name says its bearer is: by the word before "of", else the last, else the first. */
  ofName(words: readonly string[], type: EntityType): readonly string[] {
    const end = words.findIndex((word, at) => at > 0 && LINKS.has(word))
    const own = end < 0 ? words : words.slice(0, end)
    for (const word of [own.slice(-2).join(' '), own.at(-1)!, own[0]!]) {
      const kinds = (this.byNameWord.get(word) ?? NONE).filter((kind) => this.mayBe([kind], type))
      if (kinds.length > 0) return kinds
    }
    return NONE
  }

  /** The kind and all above it. */
  withAbove(kind: string): readonly string[] {
    return [...(this.above.get(kind) ?? NONE)]
  }

  /** The types of entity that the kind and those above it are of. */
  typesOf(kind: string): ReadonlySet<EntityType> {
    return this.types.get(kind)!
  }

  /** Whether one of the kinds is of this type of entity. */
  mayBe(kinds: readonly string[], type: EntityType): boolean {
    return kinds.some((kind) => [...this.types.get(kind)!].some((own) => familyOf(own) === familyOf(type)))
  }

  /** A name that says nothing may well be a company's or a city's; of a court or a museum it would say so. */
  mayGoUnsaid(kinds: readonly string[], type: EntityType): boolean {
    return kinds.some((kind) => this.common.has(kind) && this.mayBe([kind], type))
  }

  /** What somebody or a firm is all the time, not only in what is told: a soprano, a haulier, not a driver who hit somebody, a judge or the bank. */
  isEpithet(kinds: readonly string[]): boolean {
    const isOne = (kind: string) =>
      [...this.above.get(kind)!].map((one) => this.epithets.get(one)).find((is) => is !== undefined)
    return kinds.some(isOne)
  }

  /** "the town of", "the island of". */
  takesNameBehind(noun: string): boolean {
    return this.ofNoun(noun).some((kind) => this.behind.has(kind))
  }

  fit(noun: readonly string[], entity: Iterable<string>): Fit {
    let fit: Fit = 'not'
    for (const own of entity)
      for (const kind of noun) {
        if (this.above.get(own)!.has(kind)) return 'is'
        if (this.above.get(kind)!.has(own) && !this.told.has(kind)) fit = 'may'
      }
    return fit
  }
}

const NONE: readonly string[] = []
const MAKER = ['company']
const lettersOf = (noun: string): string => noun.replace(/[\s-]/g, '')
const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'de', 'di', 'der', 'des', 'du', 'del', 'in', 'and'])

/** Ministries, units and companies are told apart by their kinds, not by their types. */
const familyOf = (type: EntityType): EntityType =>
  type === 'GOVERNMENT' || type === 'MILITARY_UNIT' ? 'ORGANIZATION' : type
