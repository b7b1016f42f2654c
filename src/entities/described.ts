import type { Reader } from '../mentions/candidate.ts'
import type { Fit, Kinds } from '../mentions/kinds.ts'
import type { Gender } from '../mentions/knowledge.ts'
import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import { ASIDES, areSides } from './constraints.ts'
import { isPast, NEWLY } from './descriptions.ts'
import { nameKey } from './group-names.ts'
import type { Profile, Profiles } from './profiles.ts'
import { type Description, DescriptionReader, isMany, isSelfExplaining } from './read-description.ts'
import type { Reference } from './reference.ts'

/** `nobody`: several fit equally well. */
export type Meant = Reference | 'nobody' | undefined

/** `called`: the text says so itself; `unsaid`: nothing says what it is, and it is of a type of which that often goes unsaid. */
type Fitting = Fit | 'called' | 'unsaid'
const WORTH: Readonly<Record<Fitting, number>> = { called: 1, is: 0, unsaid: -0.5, may: -1.5, not: 0 }
/** What fits only by its type, or is any person, is to stand this many sentences before at most; alone it may stand further. */
const NEAR = 3
const FAR = 8
/** So much more salient is who is meant. */
const MARGIN = 0.6
/** The same of two that came in together and differ by their places in one clause only: "President Adu met President Lind. The president …". */
const BY_MORE_THAN_PLACE = 1.6
/** The last of the sentences that say what a text is about: a headline and one more. */
const LEAD = 1

/** What a description fits. */
interface Fitted {
  readonly profile: Profile
  readonly last: Reference
  readonly fit: Fitting
  readonly value: number
}

/**
 * Whom definite descriptions mean: "the agency", "the Basel-based company", "the 45-year-old". A noun means what the text calls so, or what is of its kind
 * by its name or by the gazetteer, the more salient one of several, where one is clearly so. Salience is recency, grammatical role and number of mentions
 * (after Lappin and Leass 1994, An algorithm for pronominal anaphora resolution).
 */
export class Described {
  private readonly kinds: Kinds
  private readonly descriptions: DescriptionReader
  private nouns: ReadonlyMap<string, number> | undefined

  constructor(
    private readonly reader: Reader,
    private readonly references: readonly Reference[],
    private readonly clusters: Clusters,
    private readonly genders: ReadonlyMap<number, Gender>,
    private readonly profiles: Profiles,
  ) {
    this.kinds = reader.knowledge.kinds
    this.descriptions = new DescriptionReader(reader, references, clusters, profiles)
  }

  /** Whom the phrase means, if it is a description that something before it fits. */
  meant(noun: Reference, except?: number): Meant {
    if (!this.descriptions.isDescription(noun)) return undefined
    const description = this.descriptions.read(noun)
    const found: Fitted[] = []
    for (const [group, profile] of this.profiles.mentioned()) {
      if (group === except) continue
      const fit = this.fitOf(description, group, profile)
      if (fit === 'not' || this.isApart(description, profile)) continue
      found.push({ profile, last: profile.last!, fit, value: this.salience(description, profile) + WORTH[fit] })
    }
    const [best, next] = found.sort((a, b) => b.value - a.value)
    if (!best) return this.onlyOne(description)
    if (
      description.isNative &&
      isStrange(best) &&
      found.filter((one) => isStrange(one) && isNear(one, noun)).length > 1
    )
      return 'nobody' // "the Chilean", of two from nobody knows where
    const { last, fit, value } = best
    const distance = noun.sentence - last.sentence
    if ((fit === 'may' || fit === 'unsaid') && distance > (next ? NEAR : FAR)) return undefined
    if (description.kinds.includes('person') && fit !== 'called' && distance > NEAR) return undefined
    return next && value - next.value < (areAlike(best, next) ? BY_MORE_THAN_PLACE : MARGIN) ? 'nobody' : last
  }

  /**
   * "Nadia Ferro pours the tea. The soprano, …", "Velotrans raised fares. The haulier, …": the one person or body named so far, of which nothing is said and
   * which was spoken of just now.
   */
  private onlyOne({ noun, kinds, narrowing }: Description): Reference | undefined {
    if (!this.kinds.isEpithet(kinds) || narrowing.length > 0 || ASIDES.has(noun.role)) return undefined
    for (const type of ['PERSON', 'ORGANIZATION'] as const) {
      if (!this.kinds.mayBe(kinds, type)) continue
      const [only, other] = [...this.profiles.mentioned()].filter(([, { isNamed, types, last }]) =>
        isNamed ? types.has(type) : types.has(type) && last!.number === 'one' && last!.sentence >= noun.sentence - 1,
      )
      const last = only?.[1].last
      if (!last || other || !only[1].isNamed || last.sentence !== noun.sentence - 1) continue
      const isPlain = [...only[1].kinds].every((kind) => kind === 'person')
      if (isPlain && (last.kind === 'pronoun' || !ASIDES.has(last.role))) return last
    }
    return undefined
  }

  /** "The drug, called Zovax, …": what the text has spoken of before it names it. */
  introduced(noun: Reference): Reference | undefined {
    if (noun.kind !== 'nominal' || noun.definite !== 'definite' || isMany(noun)) return undefined
    if (this.profiles.get(this.clusters.of(noun.at))?.last) return undefined
    const lemma = this.profiles.nounOf(noun)
    const found = [...this.profiles.mentioned()].filter(([, { isNamed, callings }]) => !isNamed && callings.has(lemma))
    return found.length === 1 ? found[0]![1].last : undefined
  }

  /** Whether a description at the beginning of a text may speak of what is named behind it: all that is known of that fits. */
  mayName(noun: Reference, group: number): boolean {
    const profile = this.profiles.get(group)
    if (!profile?.isNamed || !this.descriptions.isDescription(noun)) return false
    const description = this.descriptions.read(noun)
    const fit = this.fitOf(description, group, profile)
    if (description.kinds.includes('person') && profile.ages.size === 0)
      return fit === 'is' && description.countries.length === 0 && [...profile.kinds].every((kind) => kind === 'person')
    const isOfTrade =
      profile.kinds.size === 0 && profile.types.has('ORGANIZATION') && description.narrowing.length === 0
    return fit === 'not' ? isOfTrade && this.kinds.isEpithet(description.kinds) : fit !== 'may'
  }

  /** Who of one family is meant by the family name: whom the text speaks of most and last, if that is one. */
  bearer(name: Reference): Reference | undefined {
    const own = this.clusters.of(name.at)
    if (this.profiles.get(own)?.last) return undefined
    const description = { ...this.descriptions.read(name), lemma: '' }
    const found = [...this.profiles.mentioned()]
      .filter(([, { words, types }]) => types.has('PERSON') && words.size > 1 && words.has(nameKey(name.text)))
      .filter(([group]) => {
        const gender = this.genders.get(group)
        return !gender || name.gender === 'p' || name.gender === gender
      })
      .map(([, profile]) => ({ profile, value: this.salience(description, profile) }))
      .sort((a, b) => b.value - a.value)
    const [best, next] = found
    return best && (!next || best.value - next.value >= 2 * MARGIN) ? best.profile.last : undefined
  }

  /** Whether a noun and a group are of different kinds by all that is known: no island is called a ship, and "the other bank" is another. */
  isOther(noun: Reference, group: number): boolean {
    if (noun.kind !== 'nominal') return false
    const profile = this.profiles.get(group)
    if (!profile?.isNamed) return false
    const lemma = this.profiles.nounOf(noun)
    const phrases = profile.callings.get(lemma)
    if (noun.definite === 'definite') {
      if (this.isOfUnknown(noun)) return true
      const brings = noun.modifiers.find((word) => this.kinds.another.has(word) || this.kinds.rival.has(word))
      if (brings && !phrases?.some((modifiers) => modifiers.includes(brings))) return true
      if (phrases) return !this.agrees(noun, lemma, phrases)
    }
    const kinds = phrases || profile.kinds.size === 0 ? [] : this.kinds.ofNoun(lemma)
    return kinds.length > 0 && this.kinds.fit(kinds, profile.kinds) === 'not'
  }

  /** "the mayor of Osorno", "the director of the festival", where nobody has spoken of them before. */
  private isOfUnknown(noun: Reference): boolean {
    const tree = this.reader.trees[noun.sentence]!
    const behind = tree.childrenBy(noun.head, 'nmod').filter((word) => word.index > noun.core.last)
    const wholes = behind.filter((word) => tree.child(word, 'case') && word.upos !== 'NUM')
    return wholes.some((word) => {
      const whole = this.references.find((one) => one.sentence === noun.sentence && one.head === word)
      return whole !== undefined && !this.isKnown(whole, noun.at)
    })
  }

  private isKnown(whole: Reference, before: number): boolean {
    if (whole.kind !== 'nominal') return this.clusters.of(whole.at) < before
    this.nouns ??= firstOfNouns(this.references)
    return this.nouns.get(whole.lemma)! < before || this.meant(whole) !== undefined
  }

  /** "a shipping company" brings something that "the company" may mean later, and so does "the company that inspected the roof". */
  isIntroduction(noun: Reference): boolean {
    if (noun.kind !== 'nominal' || isMany(noun) || noun.role === 'predicate') return false
    if (noun.definite === 'indefinite') return true
    const isPlain = noun.type === null || noun.definite === 'bare' || noun.sentence === 0
    return !isPlain && isSelfExplaining(noun, this.reader.trees[noun.sentence]!)
  }

  private fitOf(description: Description, group: number, profile: Profile): Fitting {
    const { noun, lemma, kinds, countries, narrowing } = description
    const phrases = profile.callings.get(lemma)
    if (!phrases && kinds.length === 0 && description.doers.size === 0) return 'not'
    const gender = this.genders.get(group)
    if (gender && (noun.gender === 'm' || noun.gender === 'f') && noun.gender !== gender) return 'not'
    if (profile.countries.size > 0 && !profile.types.has('COUNTRY'))
      if (countries.some((country) => !profile.countries.has(country))) return 'not'
    if (description.seat && this.isElsewhere(description.seat, profile)) return 'not'
    if (description.age && profile.ages.size > 0) return profile.ages.has(description.age) ? 'called' : 'not'
    if (description.doers.has(group)) return 'called'
    if (description.isNew) return this.isNewly(description, profile) ? 'called' : 'not'
    if (profile.types.has('COUNTRY') && !this.isInArea(description, profile)) return 'not'
    if (phrases && !this.agrees(noun, lemma, phrases)) return 'not'
    if (phrases) return noun.modifiers.some(isPast) || !phrases.every((phrase) => phrase.some(isPast)) ? 'called' : 'is'
    if (kinds.length === 0 || narrowing.some((word) => !profile.words.has(word))) return 'not'
    if (description.telling.some((word) => this.kinds.rival.has(word))) return 'not'
    if (profile.kinds.size === 0) {
      if (!profile.isNamed) return 'not' // "a jury" is no firm
      for (const type of profile.types) if (this.kinds.mayGoUnsaid(kinds, type)) return 'unsaid'
      return 'not'
    }
    const fit = this.kinds.fit(kinds, profile.kinds)
    return fit === 'may' && profile.types.has('PERSON') ? 'not' : fit
  }

  /** No "Baltic state" is Chad. */
  private isInArea({ telling }: Description, { callings }: Profile): boolean {
    const areas = telling.filter((word) => this.reader.knowledge.areas.has(word))
    return areas.every((area) => callings.get('country')?.some((phrase) => phrase.includes(area)))
  }

  /** "the new boss", where somebody became chief executive */
  private isNewly({ kinds, lemma }: Description, { callings }: Profile): boolean {
    return [...callings].some(
      ([noun, phrases]) =>
        (noun === lemma || this.kinds.fit(kinds, this.kinds.ofNoun(noun)) !== 'not') &&
        phrases.some((phrase) => phrase.includes(NEWLY)),
    )
  }

  /** "The Leeds-based lender" is none that is based in Utrecht, nor a Dutch one. */
  private isElsewhere(seat: string, { seats, countries }: Profile): boolean {
    if (seats.size > 0) return !seats.has(seat)
    const country = this.profiles.countryOfSeat(seat)
    return country !== undefined && countries.size > 0 && !countries.has(country)
  }

  /** Who was a minister is "the former minister"; "the finance minister" is no interior minister. */
  private agrees({ modifiers }: Reference, lemma: string, phrases: readonly (readonly string[])[]): boolean {
    const telling = modifiers.filter((word) => this.descriptions.isTelling(word, lemma))
    const isFormer = modifiers.some(isPast)
    return phrases.some((phrase) => {
      if (isFormer && !phrase.some(isPast)) return false
      const other = telling.length === 0 ? telling : phrase.filter((word) => this.descriptions.isTelling(word, lemma))
      return other.length === 0 || telling.some((word) => other.includes(word))
    })
  }

  /** Subject and object of one verb are two things, and so are a thing and whatever the noun stands inside of. */
  private isApart({ noun, tree }: Description, { last }: Profile): boolean {
    if (last!.sentence !== noun.sentence) return false
    const own = this.clusters.of(last!.at)
    const above = tree.ancestors(noun.head)
    const verb = above.findIndex(({ upos }) => upos === 'VERB' || upos === 'AUX')
    const inside = verb < 0 ? above : above.slice(0, verb)
    const clause = verb === 0 && isRelation(above[0]!, 'acl') ? tree.head(above[0]!) : undefined // "Halden, which bought the company"
    for (let at = noun.at - 1; at >= 0 && this.references[at]!.sentence === noun.sentence; at--) {
      const one = this.references[at]!
      if (this.clusters.of(at) !== own) continue
      if (areSides(noun, one) || inside.includes(one.head) || isWithin(one, noun) || clause === one.head) return true
    }
    return false
  }

  private salience(
    { noun, lemma, telling, countries }: Description,
    { first, last, count, callings, countries: own }: Profile,
  ): number {
    const { head, role, sentence } = last!
    const distance = noun.sentence - sentence
    const recency = Math.max(-5, distance <= 2 ? -distance : -2 - 0.3 * (distance - 2))
    const isOneOfSeveral = head.deprel === 'conj' || this.reader.trees[sentence]!.child(head, 'conj') !== undefined
    const phrases = callings.get(lemma) ?? (last!.type === 'COUNTRY' ? callings.get('country') : undefined)
    const isToldSo = phrases?.some((modifiers) => telling.some((word) => modifiers.includes(word)))
    return (
      recency +
      (role === 'subject' || role === 'passive' || isDoer(head, this.reader.trees[sentence]!)
        ? 0.5
        : ASIDES.has(role)
          ? -0.5
          : 0) +
      (first!.sentence <= LEAD ? 0.5 : 0) -
      (isOneOfSeveral ? 0.5 : 0) +
      0.5 * Math.log2(1 + count) +
      (isToldSo ? 2 : 0) +
      (countries.some((country) => own.has(country)) ? 1.5 : 0)
    )
  }
}

const isStrange = ({ profile }: Fitted): boolean => profile.countries.size === 0
const isNear = ({ last }: Fitted, noun: Reference): boolean => noun.sentence - last.sentence <= NEAR
const areAlike = (a: Fitted, b: Fitted): boolean =>
  a.fit === b.fit &&
  a.last.sentence === b.last.sentence &&
  a.profile.first!.sentence === b.profile.first!.sentence &&
  a.profile.count === b.profile.count

/** "Halden, which bought …" */
const isDoer = (head: Word, tree: Tree): boolean =>
  tree
    .childrenBy(head, 'acl:relcl')
    .some((clause) => /^(?:which|that|who)$/i.test(tree.child(clause, 'nsubj')?.form ?? ''))

const isWithin = (one: Reference, outer: Reference): boolean =>
  outer.core.first <= one.core.first && outer.core.last >= one.core.last

/** Where each noun stands first. */
function firstOfNouns(references: readonly Reference[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { lemma, at } of references) if (!first.has(lemma)) first.set(lemma, at)
  return first
}
