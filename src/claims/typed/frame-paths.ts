import type { Word } from '../../model/document.ts'
import { covers } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { conjuncts, members } from '../clauses/phrase.ts'
import type { Sides } from '../sides.ts'
import { compound } from '../word-forms.ts'
import type { Event } from './event.ts'
import { actsByName } from './fitting.ts'
import type { Lexicon } from './lexicon.ts'
import { placesOfNoun } from './places-of-noun.ts'

/** The words around an event that a frame's paths lead to (see `Path` in ontology.ts). */
export class FramePaths {
  private readonly slots = new Map<string, Word>()
  private asked = 0
  private readonly tree: Tree

  constructor(
    private readonly event: Event,
    private readonly sides: Sides,
    private readonly lexicon: Lexicon,
    private readonly clauses: readonly Clause[],
  ) {
    this.tree = sides.tree
  }

  /** How many classes words had to be of so far, three at most: what asks for more fits better. */
  get filters(): number {
    return this.asked
  }

  /** Keeps the word of a needed slot, to which other paths may lead. */
  keep(name: string, word: Word): void {
    this.slots.set(name, word)
  }

  kept(name: string): Word | undefined {
    return this.slots.get(name)
  }

  /** The first word that a path leads to. */
  first(path: string): Word | undefined {
    return this.all(path)[0]
  }

  /** All words that a path leads to, the preferred first. */
  all(path: string, except?: Word): Word[] {
    const found: Word[] = []
    for (const { place, classes } of alternativesOf(path)) {
      for (const word of this.at(place, except)) {
        if (word === except) continue
        const fitting = classes ? this.firstOf(word, classes) : word
        if (!fitting) continue
        if (classes) this.asked = Math.min(this.asked + 1, 3)
        if (!found.includes(fitting)) found.push(fitting)
      }
    }
    return found
  }

  /** "sent [police and] soldiers": the first of a coordination that is of a class. */
  private firstOf(word: Word, classes: readonly string[]): Word | undefined {
    const isBarred = (at: Word) =>
      classes.some((name) => name.startsWith('!') && this.sides.isSurely(at, name.slice(1)))
    const wanted = classes.filter((name) => !name.startsWith('!'))
    return members(this.tree, word).find(
      (at) =>
        !isBarred(at) &&
        (wanted.length === 0 ||
          wanted.some((name) => this.sides.isOf(at, name)) ||
          (wanted.includes('COUNTRY') && actsByName(at, this.event, this.sides, this.lexicon))),
    )
  }

  private at({ name: place, turn, outer, inner, nested: asNested }: Place, except?: Word): readonly Word[] {
    if (turn === '@') return this.at(outer!).flatMap((word) => this.sides.actorOf(word) ?? [])
    if (turn === '&') {
      const heads = this.at(outer!).filter((word) => !isOneBearer(this.tree, word))
      return heads.flatMap((word) => this.membersOf(word).slice(1))
    }
    const known = this.slots.get(place)
    if (known) return [known]
    if (place === 'body') return (this.event.places.get('mod') ?? []).filter((word) => this.isBody(word))
    if (place === 'trigger') return [this.event.trigger]
    if (place === 'clause.subj') {
      const clause = this.clauses.find(
        (at) =>
          at.predicate === this.event.trigger ||
          (at.object === this.event.trigger && !at.passive) ||
          at.obliques.some((oblique) => oblique.head === this.event.trigger),
      )
      return clause?.subject ? [clause.subject] : []
    }
    const direct = this.event.places.get(place)
    if (direct && this.event.kind === 'isa') {
      // before a title only a known name says of what: "Harlan chief", not "Energy Minister", "Berg County"; "Secretary of State" serves no state
      const known = place === 'mod' ? direct.filter((word) => this.isKnownBeside(word)) : direct
      const meant = place === 'poss' ? known.map((word) => this.ownerMeant(word)) : known
      return meant.filter((word) => !this.isPortfolio(word))
    }
    if (direct) return place === 'poss' ? direct.map((word) => this.ownerMeant(word)) : direct
    // "Israeli attack": whose it is; "military cooperation": of what kind
    const isHeadline = this.sides.analysis.sentence.zone === 'title' // whose head may be lost: "Norvik [opposition] claims win"
    if (place === 'subj')
      return isHeadline ? [] : (this.event.places.get('named') ?? []).filter((word) => this.sides.isNamed(word))
    const nested = this.event.places.get(asNested)
    if (nested && this.event.kind === 'verb') return nested.filter((word) => word !== except)
    if (!outer || inner === undefined) return []
    return this.at(outer).flatMap((word) => placesOfNoun(this.tree, word, this.lexicon).get(inner) ?? [])
  }

  /** "[The yard] dismissed its director": whose he is where "its" is nobody known. */
  private ownerMeant(owner: Word): Word {
    if (!/^(?:its|their)$/i.test(owner.form) || this.sides.isNamed(owner)) return owner
    const isTheirs = /^their$/i.test(owner.form)
    for (const verb of this.tree.ancestors(owner)) {
      const subject = this.tree.child(verb, 'nsubj', 'nsubj:pass')
      if (!subject || subject.index > owner.index) continue
      if (this.tree.dominates(subject, owner)) {
        if (isRelation(verb, 'ccomp')) continue // "said its head had left"
        return owner
      }
      return subject.upos === 'NOUN' && /S$/.test(subject.xpos) === isTheirs ? subject : owner
    }
    return owner
  }

  /** "minister for [energy]", not "spokesman for Castor [Energy]". */
  private isPortfolio(word: Word): boolean {
    const mention = this.sides.mentionOf(word)
    const isPart = mention?.kind === 'name' && mention.end - mention.start > word.end - word.start
    return !isPart && this.lexicon.isA(word.lemma.toLowerCase(), 'portfolio')
  }

  /** "[navy] spokesman": a body without a name. */
  private isBody(word: Word): boolean {
    const isCommon = word.upos === 'NOUN' || this.sides.mentionOf(word)?.kind !== 'name'
    return isCommon && [word.lemma, compound(this.tree, word)].some((at) => this.lexicon.isA(at.toLowerCase(), 'body'))
  }

  /** A known name of which the trigger is no part. */
  private isKnownBeside(word: Word): boolean {
    const mention = this.sides.mentionOf(word)
    return mention?.entity ? !covers(mention, this.event.trigger) : false
  }

  /** "Foreign ministers [Ana Reis and Omar Haddad]": those named, else the members of the coordination. */
  membersOf(word: Word): Word[] {
    const name = word.xpos === 'NNS' ? this.sides.nameFor(word) : word
    const time = this.sides.timeOf(word) // "two years and nine months" is one length
    return members(this.tree, conjuncts(this.tree, name).length > 0 ? name : word).filter(
      (one) => one === word || time === undefined || this.sides.timeOf(one) !== time,
    )
  }
}

/** One of the places that a path names, and the classes of which it must be. */
interface Alternative {
  readonly place: Place
  readonly classes: readonly string[] | undefined
}

/** A place as paths name it: for itself, the actor behind another, its other members, or one inside it. */
interface Place {
  readonly name: string
  readonly turn: '@' | '&' | undefined
  /** The place that a turn starts from, or that this one is inside. */
  readonly outer: Place | undefined
  readonly inner: string | undefined
  /** Its name inside an object. */
  readonly nested: string
}

const parsed = new Map<string, readonly Alternative[]>()

function alternativesOf(path: string): readonly Alternative[] {
  let known = parsed.get(path)
  if (!known) {
    known = path.replace(/\?$/, '').split('|').map(toAlternative)
    parsed.set(path, known)
  }
  return known
}

function toAlternative(alternative: string): Alternative {
  const [place = '', classes] = alternative.split(':')
  return { place: toPlace(place), classes: classes ? classes.split('+') : undefined }
}

function toPlace(name: string): Place {
  const nested = `obj.${name}`
  if (name.startsWith('@')) return { name, turn: '@', outer: toPlace(name.slice(1)), inner: undefined, nested }
  if (name.endsWith('&')) return { name, turn: '&', outer: toPlace(name.slice(0, -1)), inner: undefined, nested }
  const dot = name.lastIndexOf('.')
  if (dot < 0) return { name, turn: undefined, outer: undefined, inner: undefined, nested }
  return { name, turn: undefined, outer: toPlace(name.slice(0, dot)), inner: name.slice(dot + 1), nested }
}

/** "her cousin and neighbour, Paula Roth": two nouns, one person. */
function isOneBearer(tree: Tree, head: Word): boolean {
  const both = members(tree, head)
  return (
    both.every(({ xpos }) => xpos === 'NN') &&
    both.slice(1).every((word) => !tree.child(word, 'det', 'nmod:poss')) &&
    both.some((word) => tree.child(word, 'appos')?.upos === 'PROPN')
  )
}
