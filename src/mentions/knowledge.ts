import { addTo } from '../model/group-by.ts'
import { slug } from '../model/id.ts'
import { type EntityType, idPrefix } from '../model/mention.ts'
import { type EvidenceWords, evidenceWords } from './evidence-words.ts'
import { Kinds } from './kinds.ts'
import { NameWords } from './name-words.ts'
import type { NamingSeeds } from './naming-seeds.ts'
import { Sorts } from './sorts.ts'
import { spelled } from './spelled.ts'

const PIECES = /[\p{L}\p{N}\p{M}]+|\S/gu
const BEGINNING = /^[\p{L}\p{N}]*/u

export type Gender = 'm' | 'f' | 'n'

/** An entity of the gazetteer. `country` is the id of the country it belongs to. */
export interface Known {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly names: readonly string[]
  readonly identifiers: Readonly<Record<string, string>>
  readonly country?: string
  readonly gender?: Gender
  /** Offices ("prime minister") of a person, or the common noun ("agency") of an organisation. */
  readonly nouns: readonly string[]
  /** More than a name says: a capital stands for this country's government. */
  readonly capitalOf?: string
}

/** "PERSON", "Kim Jong Un" → "person:kim-jong-un". */
export const entityId = (type: EntityType, name: string): string =>
  `${idPrefix(type)}:${slug(name) || encodeURIComponent(name.toLowerCase())}`

/** The gazetteers and word lists, indexed for look-up. */
export class Knowledge {
  private readonly byId = new Map<string, Known>()
  private readonly byName = new Map<string, Known[]>()
  private readonly surnames = new Map<string, Known[]>()
  private readonly byUpper = new Map<string, Known[]>()
  private readonly adjectives = new Map<string, Known>()
  private readonly peoples = new Map<string, Known>()
  private readonly demonymStarts = new Set<string>()
  private readonly nounTypes = new Map<string, EntityType>()
  private readonly outlets = new Set<string>()
  private readonly ambiguous = new Set<string>()
  private readonly titles = new Map<string, Gender | null>()
  private readonly titlesOfNames: ReadonlySet<string>
  private readonly shortStates = new Map<string, Known>()
  private readonly genders = new Map<string, Gender | null>()
  private readonly given: ReadonlySet<string>
  private readonly givenGender = new Map<string, Gender>()
  private readonly family: ReadonlySet<string>
  readonly kinds: Kinds
  readonly sorts: Sorts
  readonly nameWords: NameWords
  readonly evidence: EvidenceWords
  /** The word lists of `seeds/lexicon/metonymy.json`, as sets. */
  readonly metonymy: Readonly<Record<keyof NamingSeeds['metonymy'], ReadonlySet<string>>>
  /** The lists of `seeds/lexicon/pronouns.json`, as sets. */
  readonly pronouns: Readonly<Record<keyof NamingSeeds['pronouns'], ReadonlySet<string>>>
  readonly longestName: number
  /** The most words of a name, by how its first word begins. */
  private readonly longest = new Map<string, number>()

  constructor(seeds: NamingSeeds) {
    this.family = new Set(seeds.personNames.familyFirst)
    this.addCountries(seeds)
    this.addPlaces(seeds)
    for (const { name, type, noun, country, wikidata, aliases } of seeds.organizations) {
      this.add({
        type,
        name,
        names: [name, ...(aliases ?? [])],
        country: this.countryOf(country),
        nouns: [noun],
        ...ids({ wikidata }),
      })
    }
    this.addOutlets(seeds)
    for (const { name, gender, country, roles, wikidata, aliases } of seeds.people) {
      const names = [name, ...(aliases ?? [])]
      this.add({
        type: 'PERSON',
        name,
        names,
        gender,
        country: this.countryOf(country),
        nouns: roles ?? [],
        ...ids({ wikidata }),
      })
    }
    for (const { type, name, seat } of seeds.organizations)
      if (seat) this.seat(entityId('PLACE', seat), entityId(type, name))
    this.addNouns(seeds)
    this.titlesOfNames = new Set(seeds.titles.ofName)
    const { male, female, either } = seeds.personNames
    this.given = new Set([...male, ...female, ...either])
    for (const name of [...seeds.givenGenders.male, ...male]) this.givenGender.set(name, 'm')
    for (const name of [...seeds.givenGenders.female, ...female]) this.givenGender.set(name, 'f')
    this.kinds = new Kinds(seeds.kinds)
    this.sorts = new Sorts(seeds.sorts, this.kinds)
    this.nameWords = new NameWords(seeds)
    this.evidence = evidenceWords(seeds.nameEvidence)
    this.metonymy = setsOf(seeds.metonymy)
    this.pronouns = setsOf(seeds.pronouns)
    for (const word of [...this.adjectives.keys(), ...this.peoples.keys()]) this.demonymStarts.add(word.split(' ')[0]!)
    this.longestName = Math.max(...[...this.byName.keys()].map((name) => name.split(/[\s'-]/).length)) + 2
    for (const name of [...this.byName.keys(), ...this.byUpper.keys()]) {
      const most = Math.min(name.match(PIECES)!.length + 2, this.longestName)
      this.longest.set(beginningOf(name), Math.max(this.longest.get(beginningOf(name)) ?? 0, most))
    }
  }

  /** How many words a known name may have that begins with this one; 0 when none does. */
  longestFrom(word: string): number {
    return this.longest.get(beginningOf(spelled(word))) ?? 0
  }

  /** The id of a country's capital: "country:peru" → "place:lima". */
  capitalOf(country: string): string | undefined {
    return this.capitals.get(country)
  }

  /** A newspaper, a broadcaster, an agency. */
  isOutlet(name: string): boolean {
    return this.outlets.has(spelled(name))
  }

  entity(id: string): Known | undefined {
    return this.byId.get(id)
  }

  /** All known entities with exactly this name; in capitals "KYIV" also finds "Kyiv". */
  named(name: string): readonly Known[] {
    const plain = spelled(name)
    return (
      this.byName.get(plain) ??
      (plain.length > 3 && !/[a-z]/.test(plain) && plain === plain.toUpperCase()
        ? this.byUpper.get(plain)
        : undefined) ??
      this.placesUnmarked(plain)
    )
  }

  /** "Liège" is Liege. */
  private placesUnmarked(name: string): readonly Known[] {
    if (ASCII.test(name)) return NOTHING
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '')
    return plain === name ? NOTHING : (this.byName.get(plain)?.filter(({ type }) => type === 'PLACE') ?? NOTHING)
  }

  /** Known persons with this family name. */
  bySurname(surname: string): readonly Known[] {
    return this.surnames.get(spelled(surname)) ?? []
  }

  /** Whether a country's adjective or its people's name begins with this word. */
  beginsDemonym(word: string): boolean {
    return this.demonymStarts.has(spelled(word))
  }

  /** "Russian" → Russia. */
  countryOfAdjective(word: string): Known | undefined {
    return this.adjectives.get(spelled(word))
  }

  /** "Russians" → Russia. */
  countryOfPeople(word: string): Known | undefined {
    return this.peoples.get(spelled(word))
  }

  /** "ambassador" → PERSON, by lemma. */
  typeOfNoun(lemma: string): EntityType | undefined {
    return this.nounTypes.get(lemma)
  }

  /** Persons and organisations are called so: "operator", "rival". */
  isAmbiguousNoun(lemma: string): boolean {
    return this.ambiguous.has(lemma)
  }

  genderOfNoun(lemma: string): Gender | undefined {
    return this.genders.get(lemma) ?? undefined
  }

  isTitle(words: string): boolean {
    return this.titles.has(words.toLowerCase())
  }

  genderOfTitle(words: string): Gender | undefined {
    return this.titles.get(words.toLowerCase()) ?? undefined
  }

  /** "Queen": part of how a person is named. */
  isTitleOfName(words: string): boolean {
    return this.titlesOfNames.has(words.toLowerCase())
  }

  /** The country or state that these words name behind a place: "California", "california", "CA". */
  stateNamed(words: string): Known | undefined {
    const plain = spelled(words)
    const known = this.shortStates.get(plain.toUpperCase()) ?? this.named(plain.toUpperCase())[0]
    return known && (known.type === 'COUNTRY' || known.nouns[0] === 'state') ? known : undefined
  }

  isGiven(word: string): boolean {
    return this.given.has(word)
  }

  genderOfGiven(word: string): Gender | undefined {
    return this.givenGender.get(word) ?? (word.includes('-') ? this.givenGender.get(word.split('-')[0]!) : undefined)
  }

  /** A family name of a language that puts it first: "Kim", "Nguyen". */
  isFamilyFirst(word: string): boolean {
    return this.family.has(word)
  }

  private add(known: Omit<Known, 'id'>): void {
    const entity: Known = { id: entityId(known.type, known.name), ...known }
    if (this.byId.has(entity.id)) return
    this.byId.set(entity.id, entity)
    if (entity.type === 'PERSON') {
      const words = entity.name.split(' ')
      const surname =
        entity.name === entity.name.replace(/-/g, ' ') && this.family.has(words[0]!) && words.length === 3
          ? words[0]!
          : words.at(-1)!
      addTo(this.surnames, spelled(surname), entity)
    }
    for (const name of new Set(entity.names.map(spelled))) {
      addTo(this.byName, name, entity)
      addTo(this.byUpper, name.toUpperCase(), entity)
    }
  }

  /** "Brussels" decides for the European Union, not for Belgium. */
  private seat(place: string, organization: string): void {
    const city = this.byId.get(place)
    if (!city) return
    const seated = { ...city, capitalOf: organization }
    this.byId.set(place, seated)
    for (const lists of [this.byName, this.byUpper])
      for (const name of city.names)
        lists.get(spelled(lists === this.byUpper ? name.toUpperCase() : name))?.splice(0, 1, seated)
  }

  private readonly isoToId = new Map<string, string>()
  private readonly capitals = new Map<string, string>()

  private countryOf(iso: string | undefined): string | undefined {
    return iso ? this.isoToId.get(iso) : undefined
  }

  /** Where countries lie, as words before a noun: "baltic", "landlocked". */
  readonly areas = new Set<string>()

  private addCountries({ countries }: NamingSeeds): void {
    for (const noun of countries.flatMap(({ nouns }) => nouns ?? []))
      if (noun.endsWith(' country')) this.areas.add(noun.split(' ')[0]!)
    for (const { name, iso, wikidata, aliases, adjectives, people, capitals, nouns } of countries) {
      this.add({
        type: 'COUNTRY',
        name,
        names: [name, ...(aliases ?? [])],
        nouns: ['country', ...(nouns ?? [])],
        ...ids({ wikidata, iso }),
      })
      const id = entityId('COUNTRY', name)
      if (iso) this.isoToId.set(iso, id)
      for (const word of adjectives)
        if (!this.adjectives.has(spelled(word))) this.adjectives.set(spelled(word), this.byId.get(id)!)
      for (const word of people) this.peoples.set(spelled(word), this.byId.get(id)!)
      const [capital] = capitals
      if (capital) this.capitals.set(id, entityId('PLACE', capital))
      if (capital)
        this.add({
          type: 'PLACE',
          name: capital,
          names: capitals,
          country: id,
          capitalOf: id,
          nouns: ['capital', 'city'],
          identifiers: {},
        })
    }
  }

  private addPlaces({ places }: NamingSeeds): void {
    for (const { name, kind, country, short } of places) {
      this.add({ type: 'PLACE', name, names: [name], country: this.countryOf(country), nouns: [kind], identifiers: {} })
      for (const form of short ?? []) this.shortStates.set(form.toUpperCase(), this.byId.get(entityId('PLACE', name))!)
    }
  }

  /** Newspapers and agencies by names of two words or more; "Time" and "Metro" are seldom meant. */
  private addOutlets({ outlets }: NamingSeeds): void {
    for (const { name, aliases, country } of outlets) {
      const names = [name, ...(aliases ?? [])].map((each) => each.replace(/^The /, ''))
      for (const each of names) this.outlets.add(spelled(each))
      const long = names.filter((each) => each.includes(' ') && !this.byName.has(spelled(each)))
      if (names.some((each) => this.byName.has(spelled(each))) || long.length === 0) continue
      const [first] = long
      this.add({
        type: 'ORGANIZATION',
        name: first!,
        names: long,
        country: this.countryOf(country),
        nouns: ['outlet'],
        identifiers: {},
      })
    }
  }

  private addNouns({ nouns, titles, kinship }: NamingSeeds): void {
    const { male, female, person, ...others } = nouns
    for (const list of [male, female, person]) for (const noun of list) this.nounTypes.set(noun, 'PERSON')
    for (const list of Object.values(kinship)) for (const noun of list) this.nounTypes.set(noun, 'PERSON')
    for (const noun of others.organization ?? []) if (this.nounTypes.has(noun)) this.ambiguous.add(noun)
    for (const [key, list] of Object.entries(others)) {
      const type = (key === 'military' ? 'MILITARY_UNIT' : key.toUpperCase()) as EntityType
      for (const noun of list) if (!this.nounTypes.has(noun)) this.nounTypes.set(noun, type)
    }
    for (const lists of [nouns, kinship]) {
      for (const noun of lists.male ?? []) this.genders.set(noun, 'm')
      for (const noun of lists.female ?? []) this.genders.set(noun, 'f')
    }
    for (const title of titles.either) this.titles.set(title, null)
    for (const title of titles.male) this.titles.set(title, 'm')
    for (const title of titles.female) this.titles.set(title, 'f')
    for (const title of this.titles.keys())
      if (!title.includes('.') && !this.nounTypes.has(title)) this.nounTypes.set(title, 'PERSON')
  }
}

const ASCII = /^[\x20-\x7e]*$/
const NOTHING: readonly Known[] = []

const indexes = new WeakMap<NamingSeeds, Knowledge>()

/** The index of these seeds, made once. */
export function knowledgeOf(seeds: NamingSeeds): Knowledge {
  const index = indexes.get(seeds) ?? new Knowledge(seeds)
  indexes.set(seeds, index)
  return index
}

/** "U.S." → "U": letters and digits up to the first mark. */
const beginningOf = (name: string): string => BEGINNING.exec(name)![0]

const ids = (given: Record<string, string | undefined>) => ({
  identifiers: Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
})

function setsOf<K extends string>(lists: Readonly<Record<K, readonly string[]>>): Record<K, ReadonlySet<string>> {
  const sets = (Object.keys(lists) as K[]).map((key): [K, ReadonlySet<string>] => [key, new Set(lists[key])])
  return Object.fromEntries(sets) as Record<K, ReadonlySet<string>>
}
