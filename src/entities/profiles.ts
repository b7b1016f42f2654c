import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { ageBehind } from './ages.ts'
import type { Clusters } from './clusters.ts'
import type { Calling } from './descriptions.ts'
import { nameKey } from './group-names.ts'
import type { Reference } from './reference.ts'

/** What a document says of one thing, for a common noun to mean it. */
export interface Profile {
  readonly isNamed: boolean
  readonly types: Set<EntityType>
  readonly kinds: Set<string>
  /** The nouns it is called by, each with what stood before it: "minister" → [["former", "finance"]]. */
  readonly callings: Map<string, (readonly string[])[]>
  readonly countries: Set<string>
  /** Words of its names. */
  readonly words: Set<string>
  /** Where it is said to be based, in lower case. */
  readonly seats: Set<string>
  /** Its age in years, where the text says one. */
  readonly ages: Set<number>
  /** It is "they" in this text. */
  isMany: boolean
  /** Its first and its last mention so far, and how many there were. */
  first: Reference | undefined
  last: Reference | undefined
  count: number
}

/** Profiles of all that is named in a document, and of what a phrase introduces, kept up while it is read. */
export class Profiles {
  private readonly byGroup = new Map<number, Profile>()

  constructor(
    private readonly reader: Reader,
    references: readonly Reference[],
    private readonly clusters: Clusters,
    group: readonly number[],
    callings: ReadonlyMap<number, readonly Calling[]>,
  ) {
    const known = new Set<string>()
    for (const reference of references) {
      if (reference.kind !== 'name' && reference.kind !== 'demonym') continue
      const own = group[reference.at]!
      const key = `${own} ${reference.type} ${reference.text}`
      const profile = this.ofGroup(clusters.of(reference.at), true)
      this.seat(profile, reference)
      const age = reference.type === 'PERSON' ? ageBehind(reference, reader.trees[reference.sentence]!) : undefined
      if (age) profile.ages.add(age)
      if (known.has(key)) continue
      if (!known.has(`${own}`))
        for (const { lemma, modifiers } of callings.get(own) ?? [])
          this.call(profile, lemma, modifiers, reference.type ? [reference.type] : [])
      this.name(profile, reference)
      known.add(key).add(`${own}`)
    }
  }

  get(group: number): Profile | undefined {
    return this.byGroup.get(group)
  }

  /** All that were mentioned so far. */
  *mentioned(): IterableIterator<readonly [number, Profile]> {
    for (const entry of this.byGroup) if (entry[1].last && this.clusters.of(entry[0]) === entry[0]) yield entry
  }

  /** To be told of each reference in reading order when it is known what it means; `isNew`: it brings something nobody named. */
  note(reference: Reference, isNew: boolean): void {
    const own = this.clusters.of(reference.at)
    const known = this.byGroup.get(own)
    if (!known && !isNew) return
    const profile = known ?? this.ofGroup(own, false)
    if (reference.kind === 'nominal' && reference.role !== 'predicate' && reference.head.xpos !== 'NNS') {
      this.call(profile, reference.lemma, reference.modifiers)
      if (!profile.isNamed && reference.type) profile.types.add(reference.type)
      if (!profile.isNamed) this.settle(profile, reference)
    }
    if (reference.kind === 'pronoun') profile.isMany = reference.number === 'many'
    profile.first ??= reference
    profile.last = reference
    profile.count++
  }

  /** Before two groups are joined. */
  join(a: number, b: number): void {
    const [one, other] = [this.byGroup.get(a), this.byGroup.get(b)]
    const joined = one && other && one !== other ? union(one, other) : (one ?? other)
    if (joined) for (const group of [a, b]) this.byGroup.set(group, joined)
  }

  /** "prime minister", "shipping line", where two words are a noun of their own. */
  nounOf({ lemma, modifiers }: Calling): string {
    if (modifiers.length === 0) return lemma
    const both = `${modifiers.at(-1)} ${lemma}`
    return this.reader.knowledge.kinds.ofNoun(both).length > 0 ? both : lemma
  }

  /** "french" → France; "south", "american" → none. */
  countriesOf(modifiers: readonly string[]): string[] {
    return modifiers.flatMap((word, at) =>
      word === 'american' && COMPASS.has(modifiers[at - 1] ?? '') ? [] : (this.countryOf(word) ?? []),
    )
  }

  countryOf(word: string): string | undefined {
    const { knowledge } = this.reader
    const form = word[0]!.toUpperCase() + word.slice(1)
    return (knowledge.countryOfAdjective(form) ?? knowledge.countryOfPeople(form))?.id
  }

  private ofGroup(group: number, isNamed: boolean): Profile {
    const known = this.byGroup.get(group)
    if (known) return known
    const made: Profile = {
      isNamed,
      types: new Set(),
      kinds: new Set(),
      callings: new Map(),
      countries: new Set(),
      words: new Set(),
      seats: new Set(),
      ages: new Set(),
      isMany: false,
      first: undefined,
      last: undefined,
      count: 0,
    }
    this.byGroup.set(group, made)
    return made
  }

  private name(profile: Profile, { text, type, known, kind }: Reference): void {
    const { knowledge } = this.reader
    if (known?.country) profile.countries.add(known.country)
    if (!type) return
    profile.types.add(type)
    if (type === 'PERSON') profile.kinds.add('person')
    if (type === 'COUNTRY') this.call(profile, 'country', [])
    if (kind === 'demonym') return
    const words = nameKey(text).split(' ')
    for (const word of words) profile.words.add(word)
    if (type === 'PERSON' || type === 'COUNTRY') return
    const own = knowledge.kinds.ofName(words, type)
    for (const kind of own) profile.kinds.add(kind)
    // a first name may well begin a person's name, whatever the engine takes it for
    if (type === 'ORGANIZATION' && own.length === 0 && words.length > 1 && knowledge.isGiven(text.split(' ')[0]!))
      profile.kinds.add('person')
    for (const word of text.split(/[\s-]+/)) {
      const country = knowledge.countryOfAdjective(word)?.id ?? this.countryOfPlace(word)
      if (country) profile.countries.add(country)
    }
  }

  /** `types`: what it may be by its name; a salmon farmer that is a firm is no person. */
  private call(
    profile: Profile,
    lemma: string,
    modifiers: readonly string[],
    types: readonly EntityType[] = profile.isNamed ? [...profile.types] : [],
  ): void {
    const { kinds } = this.reader.knowledge
    const noun = this.nounOf({ lemma, modifiers })
    const known = profile.callings.get(noun)
    if (!known) {
      profile.callings.set(noun, [modifiers])
      for (const kind of kinds.ofNoun(noun))
        if (types.length === 0 || types.some((type) => kinds.mayBe([kind], type))) profile.kinds.add(kind)
    } else if (known.length < MANY) known.push(modifiers)
    if (modifiers.length > 0 && !profile.types.has('PERSON'))
      for (const country of this.countriesOf(modifiers)) profile.countries.add(country)
  }

  /** "Halden, which is based in Utrecht", "Utrecht-based Halden" */
  private seat(profile: Profile, { head, sentence }: Reference): void {
    const tree = this.reader.trees[sentence]!
    const around = [head, ...tree.childrenBy(head, 'appos', 'compound', 'amod')]
    const clauses = around.flatMap((word) => tree.childrenBy(word, 'acl', 'amod'))
    const above = isRelation(head, 'nsubj') ? tree.head(head) : undefined
    for (const verb of above ? [...clauses, above] : clauses) {
      if (!/^(?:base|based|headquarter|headquartered)$/i.test(verb.lemma)) continue
      const place = tree.childrenBy(verb, 'obl', 'compound', 'obl:unmarked').find(({ upos }) => upos === 'PROPN')
      if (place) profile.seats.add(place.form.toLowerCase())
    }
    for (const noun of tree.childrenBy(head, 'appos')) this.settleAt(profile, noun, tree)
  }

  /** "a yard in Gdynia" */
  private settle(profile: Profile, { head, sentence, type }: Reference): void {
    if (type === 'ORGANIZATION') this.settleAt(profile, head, this.reader.trees[sentence]!)
  }

  private settleAt(profile: Profile, noun: Word, tree: Tree): void {
    if (noun.upos !== 'NOUN') return
    const place = tree.childrenBy(noun, 'nmod').find((word) => tree.child(word, 'case')?.form === 'in')
    if (place?.upos === 'PROPN') profile.seats.add(place.form.toLowerCase())
  }

  /** The country of a town: "leeds" → the United Kingdom. */
  countryOfSeat(seat: string): string | undefined {
    return this.countryOfPlace(seat[0]!.toUpperCase() + seat.slice(1))
  }

  /** "Spartak Varna" plays in Bulgaria. */
  private countryOfPlace(word: string): string | undefined {
    const [place, other] = this.reader.knowledge.named(word).filter(({ type }) => type === 'PLACE')
    return other ? undefined : place?.country
  }
}

/** More phrases with one noun than these say nothing new. */
const MANY = 10
const COMPASS: ReadonlySet<string> = new Set(['central', 'latin', 'north', 'south'])

function union(a: Profile, b: Profile): Profile {
  const callings = new Map(a.callings)
  for (const [noun, phrases] of b.callings) callings.set(noun, [...(callings.get(noun) ?? []), ...phrases])
  const [early, late] =
    (a.first?.at ?? Number.POSITIVE_INFINITY) < (b.first?.at ?? Number.POSITIVE_INFINITY) ? [a, b] : [b, a]
  return {
    isNamed: a.isNamed || b.isNamed,
    types: new Set([...a.types, ...b.types]),
    kinds: new Set([...a.kinds, ...b.kinds]),
    callings,
    countries: new Set([...a.countries, ...b.countries]),
    words: new Set([...a.words, ...b.words]),
    seats: new Set([...a.seats, ...b.seats]),
    ages: new Set([...a.ages, ...b.ages]),
    isMany: a.isMany || b.isMany,
    first: early.first ?? late.first,
    last: (a.last?.at ?? -1) > (b.last?.at ?? -1) ? a.last : b.last,
    count: a.count + b.count,
  }
}
