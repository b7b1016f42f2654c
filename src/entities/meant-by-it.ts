import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { antecedentsOf } from './antecedents.ts'
import { areSides, otherSides } from './constraints.ts'
import { formCode } from './form-code.ts'
import type { Identities } from './identities.ts'
import { type ItFact, isItFact, WEIGHTS } from './it-weights.ts'
import type { Profiles } from './profiles.ts'
import type { Reference, Role } from './reference.ts'
import type { Surroundings } from './surroundings.ts'
import { isPleonastic, wantedIn } from './wanted.ts'

/** So much likelier, in log odds, is what is meant than any other reading, and than nothing that a noun names. */
const MARGIN = 0.4
const LEAST = -0.5

/** Not so much worse than the best that another judge may not choose it. */
const CLOSE = 1

/** What a pronoun means, or the groups between which it is open. */
export interface MeantThing {
  readonly one: Reference | undefined
  readonly close: ReadonlySet<number>
}
const NOTHING_MEANT: MeantThing = { one: undefined, close: new Set() }

/** Something that "it" may mean, with what speaks for and against it. */
export interface Reading {
  readonly one: Reference
  readonly group: number
  readonly facts: Facts
}
type Facts = Readonly<Partial<Record<ItFact, number>>>

/** What readings were found; which of them is to be taken, if the one who asks knows. */
export type Observer = (pronoun: Reference, readings: readonly Reading[], nothing: Facts) => Reference | undefined

/**
 * What "it" and "its" mean: what its verb or noun takes (`wantedIn`) and what the text is about, by recency, grammatical role, the same role, and number of
 * mentions (after Lappin and Leass 1994), with weights fitted by `train/it.ts`. Two readings that are nearly equal leave it open.
 */
export class MeantByIt {
  constructor(
    private readonly around: Surroundings,
    private readonly identities: Identities,
    private readonly profiles: Profiles,
  ) {}

  static isOne({ kind, head }: Reference): boolean {
    return kind === 'pronoun' && /^(?:its?|itself)$/i.test(head.form)
  }

  /** Whether this may be what the pronoun means, by what is done or had there. */
  mayBe(pronoun: Reference, one: Reference): boolean {
    const tree = this.around.reader.trees[pronoun.sentence]!
    if (isPleonastic(pronoun, tree, this.around.reader)) return false
    const wanted = wantedIn(pronoun, tree, this.around.reader)
    const own = this.sortsOf(one)
    return !wanted || own.size === 0 || meets(wanted, own)
  }

  /** `speaker`: who says indirectly what the pronoun stands in. */
  meant(pronoun: Reference, speaker?: Reference, observe?: Observer): MeantThing {
    const { reader } = this.around
    const tree = reader.trees[pronoun.sentence]!
    if (isPleonastic(pronoun, tree, reader)) return NOTHING_MEANT
    const readings = this.readings(pronoun, tree, speaker)
    const nothing = nothingOf(pronoun, tree)
    if (observe) return { one: observe(pronoun, readings, nothing), close: new Set() }
    const best = new Map<number, { readonly one: Reference; readonly value: number }>()
    for (const { one, group, facts } of readings) {
      const value = weigh(facts)
      const known = best.get(group)
      if (!known || value > known.value) best.set(group, { one, value })
    }
    const [first, second] = [...best.values()].sort((a, b) => b.value - a.value)
    if (!first) return NOTHING_MEANT
    const least = weigh(nothing) + LEAST
    if (first.value >= least && (!second || first.value - second.value >= MARGIN))
      return { one: first.one, close: new Set() }
    const close = [...best].filter(([, { value }]) => value >= first.value - CLOSE && value >= least - CLOSE)
    return { one: undefined, close: new Set(close.map(([group]) => group)) }
  }

  private readings(pronoun: Reference, tree: Tree, speaker: Reference | undefined): Reading[] {
    const { reader, clusters } = this.around
    const wanted = wantedIn(pronoun, tree, reader)
    const isCalled = isCalledSomething(pronoun, tree) && wanted !== undefined
    const subjects = this.subjectsOf(pronoun, tree)
    const found: Reading[] = []
    const barred = new Set(otherSides(pronoun, this.around))
    let rank = 0
    for (const one of antecedentsOf(pronoun, this.around)) {
      const group = clusters.of(one.at)
      if (this.isBarred(pronoun, one, subjects)) barred.add(group)
      if (!this.isThing(one, group)) continue
      const own = this.sortsOf(one)
      if (own.size > 0 && [...own].every((sort) => NOTHING.has(sort))) continue
      const isOdd = wanted !== undefined && own.size > 0 && !meets(wanted, own)
      if ((isOdd && this.isSure(one, group)) || (isCalled && (isOdd || own.size === 0))) continue
      const facts: Partial<Record<ItFact, number>> = this.factsOf(pronoun, one, tree, rank++)
      if (wanted)
        facts[
          isOdd
            ? 'odd'
            : own.size === 0
              ? 'unknown'
              : wanted.size <= 2
                ? 'fits'
                : wanted.size <= 4
                  ? 'fitsOfFew'
                  : 'fitsOfMany'
        ] = 1
      if (speaker !== undefined && clusters.same(speaker.at, one.at)) facts.speaks = 1
      found.push({ one, group, facts })
    }
    return found.filter(({ group }) => !barred.has(group))
  }

  /** Subject and object of one verb are two things, and so are the one whose deed a clause is and what that is done to. */
  private isBarred(pronoun: Reference, one: Reference, subjects: ReadonlySet<Word>): boolean {
    if (pronoun.sentence !== one.sentence) return false
    const tree = this.around.reader.trees[one.sentence]!
    const top = [one.head, ...tree.ancestors(one.head)].find((word) => !isRelation(word, 'appos', 'conj', 'flat'))
    return areSides(pronoun, one) || subjects.has(top!)
  }

  private isThing(one: Reference, group: number): boolean {
    if (one.type === 'PERSON' && one.kind === 'nominal') return false
    if (this.identities.isSurelyPerson(group) || one.role === 'predicate') return false
    if (one.role === 'apposition' && one.kind !== 'name') return false
    if (one.kind === 'nominal' && (one.number === 'many' || one.head.upos === 'NUM' || /^[%$€£]$/.test(one.head.form)))
      return false
    if (one.kind === 'pronoun' && this.isAlone(one)) return false
    return true
  }

  /** A pronoun that means nothing, or nothing that was found. */
  private isAlone(one: Reference): boolean {
    return (
      this.around.clusters.of(one.at) === one.at &&
      isPleonastic(one, this.around.reader.trees[one.sentence]!, this.around.reader)
    )
  }

  /** What does the deed that an object suffers, where it stands in an other clause: "the museum, which bought [it]", "found the jar and sold [it]". */
  private subjectsOf({ head, role }: Reference, tree: Tree): ReadonlySet<Word> {
    const found = new Set<Word>()
    if (role !== 'object' && role !== 'oblique') return found
    let verb = tree.head(head)
    while (verb && verb.upos !== 'VERB') verb = isRelation(verb, 'obl', 'nmod', 'obj') ? tree.head(verb) : undefined
    for (let steps = 0; verb && steps < 20; steps++) {
      const subject = tree.child(verb, 'nsubj')
      if (subject) {
        found.add(subject)
        if (verb.deprel === 'acl:relcl' && /^(?:which|that|who)$/i.test(subject.form)) found.add(tree.head(verb)!)
        break
      }
      if (isRelation(verb, 'acl')) found.add(tree.head(verb)!)
      verb = isRelation(verb, 'conj', 'xcomp', 'advcl') ? tree.head(verb) : undefined
    }
    return found
  }

  private sortsOf(one: Reference): ReadonlySet<string> {
    const { reader, references, clusters } = this.around
    const { sorts } = reader.knowledge
    let named = one
    for (let at = one.at - 1; named.kind === 'pronoun' && at >= 0; at--)
      if (clusters.same(at, one.at)) named = references[at]!
    if (named.kind === 'pronoun') return wantedIn(named, reader.trees[named.sentence]!, reader) ?? NONE
    if (named.kind === 'nominal') {
      const own = sorts.ofNoun(this.profiles.nounOf(named))
      const plain = own.size > 0 ? own : sorts.ofNoun(named.lemma)
      return plain.size > 0 ? plain : new Set(sorts.ofType(named.type))
    }
    const kinds = this.profiles.get(clusters.of(named.at))?.kinds ?? NONE
    const own = sorts.ofKinds([...kinds].filter((kind) => kind !== 'person'))
    for (const sort of own.size > 0 ? [] : sorts.ofType(named.type)) own.add(sort)
    if ((named.type === 'PLACE' || named.type === 'FACILITY') && isActing(one)) own.add('body')
    return own
  }

  /** What it is, is said in the text, in its name or in the gazetteer; what a parser takes a bare name for may be wrong. */
  private isSure(one: Reference, group: number): boolean {
    const profile = this.profiles.get(group)
    return !profile?.isNamed || profile.kinds.size > 0 || one.known !== undefined
  }

  /** "Its rival, Halden, …": a name stands where the noun before it does. */
  private standingOf(one: Reference, tree: Tree): Reference {
    if (one.role !== 'apposition') return one
    const above = tree.head(one.head)
    const { references } = this.around
    for (let at = one.at - 1; at >= 0 && references[at]!.sentence === one.sentence; at--)
      if (references[at]!.head === above) return references[at]!
    return one
  }

  private factsOf(pronoun: Reference, one: Reference, tree: Tree, rank: number): Partial<Record<ItFact, number>> {
    const { clusters, reader } = this.around
    const group = clusters.of(one.at)
    const distance = pronoun.sentence - one.sentence
    const profile = this.profiles.get(group)
    const here = distance === 0
    const other = reader.trees[one.sentence]!
    const facts: Partial<Record<ItFact, number>> = {}
    const paragraphOf = ({ sentence }: Reference) => reader.sentences[sentence]!.sentence.paragraph
    if (distance > 0) facts[distance === 1 ? 'before' : distance === 2 ? 'twoBefore' : 'farBefore'] = 1
    if (paragraphOf(pronoun) !== paragraphOf(one)) facts.otherParagraph = 1
    const stands = this.standingOf(one, other)
    facts[isAgent(stands, other) ? 'agent' : roleFact(stands.role)] = 1
    if (isSubject(pronoun) && isSubject(stands)) facts.bothSubjects = 1
    if (pronoun.role === 'object' && (one.role === 'object' || one.role === 'passive')) facts.bothObjects = 1
    if (here && isAbove(stands, pronoun, tree)) facts[pronoun.role === 'possessor' ? 'ownersClause' : 'clause'] = 1
    if (one.at > pronoun.at) facts.ahead = 1
    if (one.kind === 'name') facts.name = 1
    else if (one.kind === 'pronoun')
      facts[formCode(one) > 7 ? 'this' : group === one.at ? 'openPronoun' : 'pronoun'] = 1
    else facts[one.definite] = 1
    if (/^(?:compound|amod)/.test(one.head.deprel)) facts.compound = 1
    facts.count = Math.log2(1 + Math.min(16, profile?.count ?? 1))
    if (profile?.first && profile.first.sentence <= 1) facts.lead = 1
    if (profile?.isMany) facts.many = 1
    if (!here && isAside(one, other)) facts.aside = 1
    if (one.quoted !== pronoun.quoted) facts.otherQuote = 1
    facts.rank = Math.log2(1 + rank)
    return facts
  }
}

const roleFact = (role: Role): ItFact => (isItFact(role) ? role : 'other')

const weigh = (facts: Facts): number => {
  let sum = 0
  for (const [fact, value] of Object.entries(facts)) sum += value * (WEIGHTS[fact as ItFact] ?? 0)
  return sum
}

/** What speaks for it that no noun of the text is meant. */
const nothingOf = (pronoun: Reference, tree: Tree): Facts => ({
  nothing: 1,
  ...(pronoun.quoted >= 0 ? { nothingQuoted: 1 } : {}),
  ...(pronoun.role === 'possessor' ? { nothingOwned: 1 } : {}),
  ...(isCalledSomething(pronoun, tree) ? { nothingCalled: 1 } : {}),
  ...(pronoun.role === 'object' ? { nothingObject: 1 } : {}),
})

const NONE: ReadonlySet<string> = new Set()
const NOTHING: ReadonlySet<string> = new Set(['time', 'measure'])

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}

const isSubject = ({ role }: Reference): boolean => role === 'subject' || role === 'passive'
const isActing = isSubject

/** "it is a bridge": what is said to be something is of that sort. */
const isCalledSomething = ({ head, role }: Reference, tree: Tree): boolean => {
  const predicate = role === 'subject' ? tree.head(head) : undefined
  return predicate?.upos === 'NOUN' && tree.child(predicate, 'cop') !== undefined && !tree.child(predicate, 'case')
}
/** "was bought by Halden" */
const isAgent = ({ head, role }: Reference, tree: Tree): boolean =>
  role === 'oblique' &&
  (head.deprel === 'obl:agent' || (tree.child(head, 'case')?.lemma === 'by' && isPassive(tree.head(head), tree)))
const isPassive = (verb: Word | undefined, tree: Tree): boolean =>
  verb !== undefined && tree.child(verb, 'nsubj:pass', 'aux:pass') !== undefined

/** The subject of the clause that the pronoun's is part of, or stands behind. */
function isAbove(one: Reference, pronoun: Reference, tree: Tree): boolean {
  const verb = isSubject(one) ? tree.head(one.head) : undefined
  return verb !== undefined && one.at < pronoun.at && tree.dominates(verb, pronoun.head)
}

/** In a clause that hangs on a noun, or beside the main one. */
const isAside = ({ head }: Reference, tree: Tree): boolean =>
  tree.ancestors(head).some(({ deprel }) => deprel === 'acl:relcl' || deprel === 'advcl')
