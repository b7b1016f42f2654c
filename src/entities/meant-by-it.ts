import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { antecedentsOf } from './antecedents.ts'
import { areSides } from './constraints.ts'
import type { Meant } from './described.ts'
import type { Identities } from './identities.ts'
import type { Surroundings } from './pair-features.ts'
import type { Profiles } from './profiles.ts'
import type { Reference, Role } from './reference.ts'
import { isPleonastic, wantedIn } from './wanted.ts'

/** "It" and "its" reach back so many sentences. */
const FAR = 3
/** So much better is what is meant than any other reading. */
const MARGIN = 0.6
/** And it is worth so much by itself. */
const LEAST = -1.5

const OF_ROLE: Readonly<Partial<Record<Role, number>>> = {
  subject: 1.2,
  passive: 1.2,
  object: 0.4,
  root: 0.2,
  oblique: -0.2,
  possessor: -0.2,
  modifier: -0.7,
}

/**
 * What "it" and "its" mean: what its verb or noun takes (`wantedIn`) and what the text is about, by recency, grammatical role, the same role, and number of
 * mentions (after Lappin and Leass 1994). Two readings that are nearly equal leave it open.
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
  meant(pronoun: Reference, speaker?: Reference): Meant {
    const { reader, clusters } = this.around
    const tree = reader.trees[pronoun.sentence]!
    if (isPleonastic(pronoun, tree, reader)) return 'nobody'
    const wanted = wantedIn(pronoun, tree, reader)
    const isNamed = isCalledSomething(pronoun, tree)
    if (isNamed && !wanted) return 'nobody' // "it was his eighth goal"
    const subjects = this.subjectsOf(pronoun, tree)
    const best = new Map<number, { readonly one: Reference; readonly value: number }>()
    const barred = new Set<number>()
    for (const one of antecedentsOf(pronoun, this.around)) {
      const group = clusters.of(one.at)
      if (this.isBarred(pronoun, one, subjects)) barred.add(group)
      if (pronoun.sentence - one.sentence > FAR || !this.isThing(one, group)) continue
      const own = this.sortsOf(one)
      if (own.size > 0 && [...own].every((sort) => NOTHING.has(sort))) continue
      const isOdd = wanted !== undefined && own.size > 0 && !meets(wanted, own)
      if ((isOdd && this.isSure(one, group)) || (isNamed && (isOdd || own.size === 0))) continue
      const speaks = speaker !== undefined && clusters.same(speaker.at, one.at) ? SPEAKER : 0
      const value = this.salience(pronoun, one, tree) + (isOdd ? ODD : fit(wanted, own)) + speaks
      const known = best.get(group)
      if (!known || value > known.value) best.set(group, { one, value })
    }
    const ranked = [...best]
      .filter(([group]) => !barred.has(group))
      .map(([, found]) => found)
      .sort((a, b) => b.value - a.value)
    const [first, second] = ranked
    if (process.env.WHO) console.log('   >>', tree.words.slice(Math.max(0, pronoun.head.index - 5), pronoun.head.index + 4).map((w) => w.form).join(' '), '|', wanted ? [...wanted].join(',') : '*', '|', ranked.slice(0, 4).map(({ one, value }) => `${one.text}(${one.role},${[...this.sortsOf(one)].join('/')}) ${value.toFixed(1)}`).join('; ')) // DEBUG
    if (!first || first.value < LEAST) return 'nobody'
    return second && first.value - second.value < MARGIN ? 'nobody' : first.one
  }

  /** Subject and object of one verb are two things, and so are the one whose deed a clause is and what that is done to. */
  private isBarred(pronoun: Reference, one: Reference, subjects: ReadonlySet<Word>): boolean {
    if (pronoun.sentence !== one.sentence) return false
    return areSides(pronoun, one) || subjects.has(one.head)
  }

  private isThing(one: Reference, group: number): boolean {
    const { reader } = this.around
    if (one.type === 'PERSON' && one.kind === 'nominal') return false
    if (this.identities.isSurelyPerson(group) || one.role === 'predicate' || one.role === 'apposition') return false
    if (one.kind === 'nominal' && (one.number === 'many' || one.head.upos === 'NUM' || /^[%$€£]$/.test(one.head.form)))
      return false
    if (one.kind === 'pronoun' && this.isAlone(one)) return false
    return true
  }

  /** A pronoun that means nothing, or nothing that was found. */
  private isAlone(one: Reference): boolean {
    return this.around.clusters.of(one.at) === one.at && isPleonastic(one, this.around.reader.trees[one.sentence]!, this.around.reader)
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
    if (named.kind === 'pronoun') return NONE
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

  private salience(pronoun: Reference, one: Reference, tree: Tree): number {
    const { clusters, reader } = this.around
    const group = clusters.of(one.at)
    const distance = pronoun.sentence - one.sentence
    const profile = this.profiles.get(group)
    const here = distance === 0
    const isBare = one.kind === 'nominal' && one.definite === 'bare'
    const isAcross = reader.sentences[pronoun.sentence]!.sentence.paragraph !== reader.sentences[one.sentence]!.sentence.paragraph
    return (
      -1.3 * distance -
      (isAcross ? 0.4 : 0) +
      (isAgent(one, reader.trees[one.sentence]!) ? 0.9 : (OF_ROLE[one.role] ?? -0.5)) +
      (isParallel(pronoun, one) ? 0.5 : 0) +
      (one.kind === 'name' ? 0.3 : one.kind !== 'pronoun' ? 0 : group === one.at ? -1 : 0.9) +
      (isBare ? -1.2 : 0) +
      (/^(?:compound|amod)/.test(one.head.deprel) ? -1 : 0) +
      (profile?.isMany ? -1 : 0) +
      0.3 * Math.log2(1 + Math.min(8, profile?.count ?? 1)) +
      (here && isAbove(one, pronoun, tree) ? 1 : 0) -
      (!here && isAside(one, reader.trees[one.sentence]!) ? 0.6 : 0)
    )
  }
}

/** "Kenya said it would pay": so much likelier is who speaks. */
const SPEAKER = 2
/** Not what the verb takes, for all that a bare name shows. */
const ODD = -1

const NONE: ReadonlySet<string> = new Set()
const NOTHING: ReadonlySet<string> = new Set(['time', 'measure'])

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true
  return false
}

/** What a verb takes of few sorts says more. */
function fit(wanted: ReadonlySet<string> | undefined, own: ReadonlySet<string>): number {
  if (!wanted) return 0
  return own.size === 0 ? -0.5 : wanted.size <= 2 ? 2 : wanted.size <= 4 ? 1.2 : 0.6
}

const isSubject = ({ role }: Reference): boolean => role === 'subject' || role === 'passive'
const isActing = isSubject

/** "it is a bridge": what is said to be something is of that sort. */
const isCalledSomething = ({ head, role }: Reference, tree: Tree): boolean => {
  const predicate = role === 'subject' ? tree.head(head) : undefined
  return predicate?.upos === 'NOUN' && tree.child(predicate, 'cop') !== undefined && !tree.child(predicate, 'case')
}
const isParallel = (pronoun: Reference, one: Reference): boolean =>
  (isSubject(pronoun) && isSubject(one)) || (pronoun.role === 'object' && (one.role === 'object' || one.role === 'passive'))

/** "was bought by Halden" */
const isAgent = ({ head, role }: Reference, tree: Tree): boolean =>
  role === 'oblique' && (head.deprel === 'obl:agent' || (tree.child(head, 'case')?.lemma === 'by' && isPassive(tree.head(head), tree)))
const isPassive = (verb: Word | undefined, tree: Tree): boolean => verb !== undefined && tree.child(verb, 'nsubj:pass', 'aux:pass') !== undefined

/** The subject of the clause that the pronoun's is part of, or stands behind. */
function isAbove(one: Reference, pronoun: Reference, tree: Tree): boolean {
  const verb = isSubject(one) ? tree.head(one.head) : undefined
  return verb !== undefined && one.at < pronoun.at && tree.dominates(verb, pronoun.head)
}

/** In a clause that hangs on a noun, or beside the main one. */
const isAside = ({ head }: Reference, tree: Tree): boolean =>
  tree.ancestors(head).some(({ deprel }) => deprel === 'acl:relcl' || deprel === 'advcl')
