import type { Reader } from '../mentions/candidate.ts'
import type { Fit, Kinds } from '../mentions/kinds.ts'
import type { Gender } from '../mentions/knowledge.ts'
import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Clusters } from './clusters.ts'
import { ASIDES, areSides } from './constraints.ts'
import { deedsOf } from './deeds.ts'
import { isPast } from './descriptions.ts'
import { nameKey } from './group-names.ts'
import type { Profile, Profiles } from './profiles.ts'
import type { Reference } from './reference.ts'

const SMALL = /^\p{Ll}/u

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
/** The last of the sentences that say what a text is about: a headline and one more. */
const LEAD = 1

/** A definite description with what it says. */
interface Description {
  readonly noun: Reference
  readonly tree: Tree
  readonly lemma: string
  readonly kinds: readonly string[]
  /** What stands before the noun and tells one of its kind from others: "finance", "parent". */
  readonly telling: readonly string[]
  /** The nouns among these. */
  readonly narrowing: readonly string[]
  readonly countries: readonly string[]
  /** "leeds" in "Leeds-based". */
  readonly seat: string | undefined
  /** Groups of those who do what the noun says: "the founder", "the victim". */
  readonly doers: ReadonlySet<number>
}

/**
 * Whom definite descriptions mean: "the agency", "the Basel-based company", "the 45-year-old". A noun means what the text calls so, or what is of its kind
 * by its name or by the gazetteer, the more salient one of several, where one is clearly so. Salience is recency, grammatical role and number of mentions
 * (after Lappin and Leass 1994, An algorithm for pronominal anaphora resolution).
 */
export class Described {
  private readonly kinds: Kinds
  private deeds: ReadonlyMap<string, readonly Reference[]> | undefined

  constructor(
    private readonly reader: Reader,
    private readonly references: readonly Reference[],
    private readonly clusters: Clusters,
    private readonly genders: ReadonlyMap<number, Gender>,
    private readonly profiles: Profiles,
  ) {
    this.kinds = reader.knowledge.kinds
  }

  /** Whom the phrase means, if it is a description that something before it fits. */
  meant(noun: Reference, except?: number): Meant {
    const tree = this.reader.trees[noun.sentence]!
    if (!this.isDescription(noun, tree)) return undefined
    const description = this.read(noun, tree)
    let [best, next] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
    let found: { readonly last: Reference; readonly fit: Fitting } | undefined
    for (const [group, profile] of this.profiles.mentioned()) {
      if (group === except) continue
      const fit = this.fitOf(description, group, profile)
      if (fit === 'not' || this.isApart(description, profile)) continue
      const value = this.salience(description, profile) + WORTH[fit]
      if (value > best) {
        found = { last: profile.last!, fit }
        next = best
        best = value
      } else if (value > next) next = value
    }
    if (!found) return this.onlyPerson(description)
    const { last, fit } = found
    const isAlone = next === Number.NEGATIVE_INFINITY
    const distance = noun.sentence - last.sentence
    if ((fit === 'may' || fit === 'unsaid') && distance > (isAlone ? FAR : NEAR)) return undefined
    if (description.kinds.includes('person') && fit !== 'called' && distance > NEAR) return undefined
    return best - next < MARGIN ? 'nobody' : last
  }

  /** "Nadia Ferro pours the tea. The soprano, …": the one person named so far, of whom nothing is said and who was spoken of just now. */
  private onlyPerson({ noun, kinds, narrowing }: Description): Reference | undefined {
    if (!this.kinds.isEpithet(kinds) || narrowing.length > 0 || ASIDES.has(noun.role)) return undefined
    const persons = [...this.profiles.mentioned()].filter(([, { isNamed, types }]) => isNamed && types.has('PERSON'))
    const [only, other] = persons
    const last = only?.[1].last
    if (!last || other || last.sentence !== noun.sentence - 1) return undefined
    const isPlain = [...only[1].kinds].every((kind) => kind === 'person')
    return isPlain && (last.kind === 'pronoun' || last.role === 'subject' || last.role === 'passive') ? last : undefined
  }

  /** "The drug, called Zovax, …": what the text has spoken of before it names it. */
  introduced(noun: Reference): Reference | undefined {
    if (noun.kind !== 'nominal' || noun.definite !== 'definite' || isMany(noun)) return undefined
    if (this.profiles.get(this.clusters.of(noun.at))?.last) return undefined
    const lemma = this.profiles.nounOf(noun)
    const found = [...this.profiles.mentioned()].filter(([, { isNamed, callings }]) => !isNamed && callings.has(lemma))
    return found.length === 1 ? found[0]![1].last : undefined
  }

  /** Who of one family is meant by the family name: whom the text speaks of most and last, if that is one. */
  bearer(name: Reference): Reference | undefined {
    const own = this.clusters.of(name.at)
    if (this.profiles.get(own)?.last) return undefined
    const description = { ...this.read(name, this.reader.trees[name.sentence]!), lemma: '' }
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
      const brings = noun.modifiers.find((word) => this.kinds.another.has(word))
      if (brings && !phrases?.some((modifiers) => modifiers.includes(brings))) return true
      if (phrases) return !this.agrees(noun, lemma, phrases)
    }
    const kinds = phrases || profile.kinds.size === 0 ? [] : this.kinds.ofNoun(lemma)
    return kinds.length > 0 && this.kinds.fit(kinds, profile.kinds) === 'not'
  }

  /** "a shipping company" brings something that "the company" may mean later, and so does "the company that inspected the roof". */
  isIntroduction(noun: Reference): boolean {
    if (noun.kind !== 'nominal' || isMany(noun) || noun.role === 'predicate') return false
    if (noun.definite === 'indefinite') return true
    const isPlain = noun.type === null || noun.definite === 'bare' || noun.sentence === 0
    return !isPlain && isSelfExplaining(noun, this.reader.trees[noun.sentence]!)
  }

  /** "the company", not "the company that made it", "the head of the agency" or "the other company". */
  private isDescription(noun: Reference, tree: Tree): boolean {
    const { kind, definite, role, head, modifiers } = noun
    if (kind !== 'nominal' || isMany(noun) || role === 'predicate' || role === 'apposition') return false
    if (definite !== 'definite' && definite !== 'demonstrative') return false
    const isNoun = head.upos === 'NOUN' || (head.upos === 'PROPN' && SMALL.test(head.form)) // "the prime minister"
    if (!isNoun && !(head.lemma === 'old' && modifiers.includes('year')) && !this.isOfCountry(noun)) return false
    return !modifiers.some((word) => this.kinds.another.has(word)) && !isSelfExplaining(noun, tree)
  }

  /** "the German", "the Dane": somebody from there; "the French" are many. */
  private isOfCountry({ head, modifiers }: Reference): boolean {
    const isOne = modifiers.length === 0 && /^\p{Lu}/u.test(head.form) && !PEOPLE.test(head.form)
    return isOne && this.profiles.countryOf(head.form) !== undefined
  }

  private read(noun: Reference, tree: Tree): Description {
    const isOfCountry = this.isOfCountry(noun)
    const lemma = isOfCountry ? ANYBODY : this.profiles.nounOf(noun)
    const compounds = tree.childrenBy(noun.head, 'compound').map((word) => word.lemma.toLowerCase())
    return {
      noun,
      tree,
      lemma,
      kinds: this.kinds.ofNoun(lemma),
      telling: noun.modifiers.filter((word) => this.isTelling(word, lemma)),
      narrowing: compounds.filter((word) => this.isTelling(word, lemma)),
      countries: this.profiles.countriesOf(isOfCountry ? [noun.head.form] : noun.modifiers),
      seat: seatOf(noun, tree),
      doers: this.doersOf(lemma, noun.at),
    }
  }

  /** Not "former", nor where it is from, nor how old or large it is. */
  private isTelling(word: string, lemma: string): boolean {
    if (isPast(word) || MEASURES.has(word) || /^\d/.test(word)) return false
    return !lemma.startsWith(`${word} `) && !this.profiles.countryOf(word)
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
    if (phrases) return this.agrees(noun, lemma, phrases) ? 'called' : 'not'
    if (description.doers.has(group)) return 'called'
    if (kinds.length === 0 || narrowing.some((word) => !profile.words.has(word))) return 'not'
    if (profile.kinds.size === 0) {
      if (!profile.isNamed) return 'not' // "a jury" is no firm
      for (const type of profile.types) if (this.kinds.mayGoUnsaid(kinds, type)) return 'unsaid'
      return 'not'
    }
    const fit = this.kinds.fit(kinds, profile.kinds)
    return fit === 'may' && profile.types.has('PERSON') ? 'not' : fit
  }

  /** "The Leeds-based lender" is none that is based in Utrecht, nor a Dutch one. */
  private isElsewhere(seat: string, { seats, countries }: Profile): boolean {
    if (seats.size > 0) return !seats.has(seat)
    const country = this.profiles.countryOfSeat(seat)
    return country !== undefined && countries.size > 0 && !countries.has(country)
  }

  /** Who was a minister is "the former minister"; "the finance minister" is no interior minister. */
  private agrees({ modifiers }: Reference, lemma: string, phrases: readonly (readonly string[])[]): boolean {
    const telling = modifiers.filter((word) => this.isTelling(word, lemma))
    const isFormer = modifiers.some(isPast)
    return phrases.some((phrase) => {
      if (isFormer && !phrase.some(isPast)) return false
      const other = telling.length === 0 ? telling : phrase.filter((word) => this.isTelling(word, lemma))
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
    const isToldSo = callings.get(lemma)?.some((modifiers) => telling.some((word) => modifiers.includes(word)))
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

  private doersOf(lemma: string, before: number): ReadonlySet<number> {
    const [does, suffers] = [this.kinds.does.get(lemma), this.kinds.suffers.get(lemma)]
    if (!does && !suffers) return NOBODY
    this.deeds ??= deedsOf(this.references, this.reader)
    const keys = [...(does ?? []).map((verb) => `does ${verb}`), ...(suffers ?? []).map((verb) => `suffers ${verb}`)]
    const found = keys.flatMap((key) => this.deeds!.get(key) ?? []).filter(({ at }) => at < before)
    return new Set(found.map(({ at }) => this.clusters.of(at)))
  }
}

/** "Leeds-based" */
function seatOf({ head }: Reference, tree: Tree): string | undefined {
  for (const word of tree.childrenBy(head, 'amod', 'compound', 'acl')) {
    const whole = /^(\p{Lu}[\p{L}.]*)-based$/u.exec(word.form)
    if (whole) return whole[1]!.toLowerCase()
    if (/^base[d]?$/i.test(word.lemma) || word.form.toLowerCase() === 'based') {
      const place = tree.children(word).find(({ upos, index }) => upos === 'PROPN' && index < word.index)
      if (place) return place.form.toLowerCase()
    }
  }
  return undefined
}

const NOBODY: ReadonlySet<number> = new Set()
const ANYBODY = 'person'
/** What cannot be said of one alone. */
const PEOPLE = /(?:ch|ese|sh|ss)$/
const MEASURES: ReadonlySet<string> = new Set(['year', 'old', 'metre', 'meter', 'month', 'based', 'base'])

/** "Halden, which bought …" */
const isDoer = (head: Word, tree: Tree): boolean =>
  tree
    .childrenBy(head, 'acl:relcl')
    .some((clause) => /^(?:which|that|who)$/i.test(tree.child(clause, 'nsubj')?.form ?? ''))

const isMany = ({ head, number }: Reference): boolean => number === 'many' || head.xpos === 'NNS'

const isWithin = (one: Reference, outer: Reference): boolean =>
  outer.core.first <= one.core.first && outer.core.last >= one.core.last

/** What follows the noun says which one is meant. */
const isSelfExplaining = ({ head, core }: Reference, tree: Tree): boolean =>
  tree.children(head).some((child) => child.index > core.last && isRestrictive(child, tree))

/** "of …", "that …"; a clause behind a comma only tells more. */
function isRestrictive(child: Word, tree: Tree): boolean {
  if (isRelation(child, 'nmod')) return true
  return isRelation(child, 'acl') && tree.subtree(child)[0]!.form !== ','
}
