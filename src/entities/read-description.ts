import type { Reader } from '../mentions/candidate.ts'
import type { Kinds } from '../mentions/kinds.ts'
import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { ageIn, isAged } from './ages.ts'
import type { Clusters } from './clusters.ts'
import { deedsOf } from './deeds.ts'
import { isPast, NEWLY } from './descriptions.ts'
import type { Profiles } from './profiles.ts'
import type { Reference } from './reference.ts'

/** A definite description with what it says. */
export interface Description {
  readonly noun: Reference
  readonly tree: Tree
  readonly lemma: string
  readonly kinds: readonly string[]
  /** What stands before the noun and tells one of its kind from others: "finance", "parent". */
  readonly telling: readonly string[]
  /** The nouns among these. */
  readonly narrowing: readonly string[]
  readonly countries: readonly string[]
  /** It says of somebody only from where: "the Dane". */
  readonly isNative: boolean
  /** "the new owner" */
  readonly isNew: boolean
  /** In years: "the 45-year-old". */
  readonly age: number | undefined
  /** "leeds" in "Leeds-based". */
  readonly seat: string | undefined
  /** Groups of those who do what the noun says: "the founder", "the victim". */
  readonly doers: ReadonlySet<number>
}

/** Tells definite descriptions from other phrases, and what they say. */
export class DescriptionReader {
  private readonly kinds: Kinds
  private deeds: ReadonlyMap<string, readonly Reference[]> | undefined

  constructor(
    private readonly reader: Reader,
    private readonly references: readonly Reference[],
    private readonly clusters: Clusters,
    private readonly profiles: Profiles,
  ) {
    this.kinds = reader.knowledge.kinds
  }

  /** "the company", not "the company that made it", "the head of the agency" or "the other company". */
  isDescription(noun: Reference): boolean {
    const tree = this.reader.trees[noun.sentence]!
    const { kind, definite, role, head, modifiers, lemma } = noun
    if (kind !== 'nominal' || isMany(noun) || role === 'predicate' || role === 'apposition') return false
    if (definite !== 'definite' && definite !== 'demonstrative') return false
    const isNoun = head.upos === 'NOUN' || (head.upos === 'PROPN' && SMALL.test(head.form)) // "the prime minister"
    const isMember = head.upos === 'PROPN' && this.kinds.mayBe(this.kinds.ofNoun(lemma), 'PERSON') // "the Democrat"
    if (!isNoun && !isMember && !isAged(head, tree) && !this.isOfCountry(noun, tree)) return false
    const brings = modifiers.filter((word) => this.kinds.another.has(word))
    return brings.every((word) => word === NEWLY && this.isPost(noun)) && !isSelfExplaining(noun, tree)
  }

  read(noun: Reference): Description {
    const tree = this.reader.trees[noun.sentence]!
    const isNative = this.isOfCountry(noun, tree)
    const isAnybody = isNative || isAged(noun.head, tree) || isParent(noun.head, tree)
    const lemma = isAnybody ? ANYBODY : this.profiles.nounOf(noun)
    const compounds = tree.childrenBy(noun.head, 'compound').map((word) => word.lemma.toLowerCase())
    const isTelling = (word: string) => this.isTelling(word, lemma)
    return {
      noun,
      tree,
      lemma,
      kinds: this.kinds.ofNoun(lemma),
      telling: noun.modifiers.filter(isTelling),
      narrowing: compounds.filter((word) => isTelling(word) && !this.kinds.neutral.has(word)),
      countries: this.profiles.countriesOf(isNative ? [noun.head.form] : noun.modifiers),
      isNative,
      isNew: noun.modifiers.includes(NEWLY),
      age: ageIn(noun, tree),
      seat: seatOf(noun, tree),
      doers: this.doersOf(lemma, noun.at),
    }
  }

  /** Not "former", nor where it is from, nor how old or large it is. */
  isTelling(word: string, lemma: string): boolean {
    if (isPast(word) || word === NEWLY || MEASURES.has(word) || /^\d/.test(word)) return false
    return !lemma.startsWith(`${word} `) && !this.profiles.countryOf(word)
  }

  /** What somebody becomes: "owner", "coach". */
  private isPost({ lemma }: Reference): boolean {
    return (
      this.kinds.does.has(lemma) ||
      this.kinds.suffers.has(lemma) ||
      this.kinds.mayBe(this.kinds.ofNoun(lemma), 'PERSON')
    )
  }

  /** "the German", "the Dane": somebody from there; "the French" are many where no verb says otherwise. */
  private isOfCountry({ head, modifiers }: Reference, tree: Tree): boolean {
    if (modifiers.length > 0 || !/^\p{Lu}/u.test(head.form)) return false
    return (
      (!PEOPLE.test(head.form) || isSingularSubject(head, tree)) && this.profiles.countryOf(head.form) !== undefined
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

export const isMany = ({ head, number }: Reference): boolean => number === 'many' || head.xpos === 'NNS'

/** What follows the noun says which one is meant. */
export const isSelfExplaining = ({ head, core }: Reference, tree: Tree): boolean =>
  tree.children(head).some((child) => child.index > core.last && isRestrictive(child, tree))

/** "of …", "that …", "there"; a clause behind a comma only tells more, and so does "a mother of two". */
function isRestrictive(child: Word, tree: Tree): boolean {
  if (isRelation(child, 'nmod')) return !isParent(tree.head(child)!, tree)
  if (isRelation(child, 'advmod')) return /^(?:there|here|elsewhere|abroad|nearby)$/i.test(child.form)
  return isRelation(child, 'acl') && tree.subtree(child)[0]!.form !== ','
}

/** "the mother of two" */
function isParent(head: Word, tree: Tree): boolean {
  if (!/^(?:mother|father)$/.test(head.lemma)) return false
  const [children, other] = tree.childrenBy(head, 'nmod')
  return children !== undefined && !other && children.upos === 'NUM'
}

function isSingularSubject(head: Word, tree: Tree): boolean {
  const verb = isRelation(head, 'nsubj') ? tree.head(head) : undefined
  if (!verb) return false
  return [verb, ...tree.childrenBy(verb, 'aux', 'cop')].some(
    ({ xpos, form }) => xpos === 'VBZ' || form.toLowerCase() === 'was',
  )
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
const SMALL = /^\p{Ll}/u
/** What is said of many, and of one only where a verb shows it. */
const PEOPLE = /(?:[^e]ch|ese|sh|ss)$/
const MEASURES: ReadonlySet<string> = new Set(['year', 'old', 'metre', 'meter', 'month', 'based', 'base'])
