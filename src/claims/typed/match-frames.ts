import type { Word } from '../../model/document.ts'
import type { EntityType } from '../../model/mention.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { members } from '../clauses/phrase.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { Frame, RelationType } from '../ontology.ts'
import type { Sides } from '../sides.ts'
import { companionsOf } from './companions.ts'
import type { Event } from './event.ts'
import { Fitting } from './fitting.ts'
import { calledOff, conditionsHold } from './frame-conditions.ts'
import { FramePaths } from './frame-paths.ts'
import { includedIn } from './included.ts'
import type { Lexicon } from './lexicon.ts'
import type { TypedFrame } from './typed-frame.ts'

/** A frame that fits an event, with the words that fill it. */
export interface Match {
  readonly type: RelationType
  readonly frame: Frame
  readonly event: Event
  readonly subject: Word
  readonly object: Word | undefined
  readonly roles: readonly { readonly role: string; readonly word: Word }[]
  readonly quantity: Word | undefined
  readonly score: number
  /** The lemma that found the frame. */
  readonly lemma: string
  /** A type was taken on trust: nothing is known of the name. */
  readonly guessed: boolean
}

/** Everything but the types fits: the claim stays open. */
export interface Mismatch {
  readonly event: Event
  readonly type: RelationType
  readonly word: Word
  readonly side: 'subject' | 'object'
}

/** The claims a typed reading of an event gives: those of the one frame that fits it best. */
export function matchFrames(
  event: Event,
  sides: Sides,
  lexicon: Lexicon,
  clauses: readonly Clause[],
): { matches: Match[]; mismatch?: Mismatch } {
  let best: Match[] = []
  const beside: Match[] = []
  let mismatch: Mismatch | undefined
  let length = 0
  const off = calledOff(event, lexicon)
  const situation = { event, sides, lexicon, clauses }
  for (const lemma of event.lemmas) {
    const words = lemma.split(' ').length
    if (words < length) break // "vice president" has been understood: it is no "president"
    const frames = lexicon.framesOf(event.kind, lemma)
    if (frames.length > 0 && event.kind === 'isa') length = words
    for (const typed of frames) {
      if (off.length > 0 && !off.some((verb) => typed.frame.verbs?.includes(verb))) continue
      if (!hasPlaces(event, typed) || !conditionsHold(situation, typed)) continue
      const found = new FrameMatcher(event, typed, sides, lexicon, clauses).match()
      if (!Array.isArray(found)) mismatch ??= typed.beside ? undefined : found
      else if (typed.beside) beside.push(...found.map((match) => ({ ...match, lemma })))
      else if (found.length > 0) {
        const score = found[0]!.score + words
        if (best.length === 0 || score > best[0]!.score) best = found.map((match) => ({ ...match, score, lemma }))
      }
    }
  }
  return best.length > 0 ? { matches: [...best, ...beside] } : { matches: beside, mismatch }
}

/** Whether one of each set of places that a frame requires is filled. */
function hasPlaces({ places }: Event, { required }: TypedFrame): boolean {
  for (const any of required) if (!any.some((place) => places.has(place))) return false
  return true
}

const NOBODY = new Set([
  'nobody',
  'nothing',
  'none',
  'neither',
  'noone',
  'what',
  'something',
  'anything',
  'everything',
  'anyone',
])
const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'hardly'])
class FrameMatcher {
  private readonly tree: Tree
  private readonly paths: FramePaths
  private readonly fitting: Fitting

  constructor(
    private readonly event: Event,
    private readonly typed: TypedFrame,
    private readonly sides: Sides,
    lexicon: Lexicon,
    private readonly clauses: readonly Clause[],
  ) {
    this.tree = sides.tree
    this.paths = new FramePaths(event, sides, lexicon, clauses)
    this.fitting = new Fitting(event, sides, lexicon, typed.frame.peoples ?? false)
  }

  match(): Match[] | Mismatch | undefined {
    const { event, typed } = this
    const { type, frame } = typed
    for (const [name, path] of typed.needs) {
      const word = this.paths.first(path)
      if (!word) return undefined
      this.paths.keep(name, word)
    }
    const isNegated = typed.needs.some(([name]) => this.isNegated(this.paths.kept(name)!))
    if (isNegated !== (frame.negated ?? false)) return undefined
    const quantity = typed.quantity ? this.quantityWord(typed.quantity) : undefined
    if (frame.quantified && !(quantity && this.sides.quantityOf(quantity))) return undefined
    const subjects = this.paths.all(typed.subject)
    if (subjects.length === 0) return undefined
    const fitting = (word: Word) =>
      this.fitting.fits(word, typed.doing) ||
      (typed.mayBeText && // "a boiler killed two", "Measles struck down two"
        (!this.sides.isNamed(word) || typed.subjectNouns.some((name) => this.sides.isOf(word, name))))
    const subject = subjects.find(fitting) ?? subjects.flatMap((word) => members(this.tree, word)).find(fitting)
    if (!subject) return { event, type, word: subjects[0]!, side: 'subject' }
    if (frame.particular && this.isKind(subject)) return undefined
    const optional = !typed.object || typed.object.endsWith('?')
    const objects = typed.object ? this.paths.all(typed.object, subject) : []
    const object = objects.find((word) => word !== subject && this.fitting.fits(word, type.range))
    if (frame.particular && object && this.isKind(object)) return undefined
    if (event.kind === 'isa' && object === event.trigger && /^NNP?S$/.test(object.xpos) && !frame.peoples)
      return undefined // "ministers Ana Reis and Omar Haddad": neither is ministers
    if (!object && !optional) return objects.length > 0 ? { event, type, word: objects[0]!, side: 'object' } : undefined
    if (!object && !type.objectOptional) return undefined
    // "the president sent 800 soldiers": they did not send themselves
    const isMoved = subject === this.paths.kept('moved') && event.places.get('obj')?.includes(subject)
    if (isMoved && !event.passive && event.places.has('subj')) return undefined
    const isAmount = object !== undefined && object === quantity
    if (this.isNobody(subject) || (object && !isAmount && this.isNobody(object))) return undefined
    if (this.isUnknown(subject, false) || (object && this.isUnknown(object, true))) return undefined
    const [holder, held] = [this.holder(subject, type.domain), object && this.holder(object, type.range)]
    if (!holder || (object && !held) || holder === held) return undefined
    const roles = typed.roles.flatMap(([role, path]) => {
      const word = this.paths.first(path)
      const isSide = word === object || (word === subject && !this.sides.actorOf(subject) && path !== 'moved')
      return word && !isSide && this.fitting.suits(role, word) ? [{ role, word }] : []
    })
    const score = this.paths.filters + typed.needs.length + (object ? 1 : 0)
    return this.distribute(holder, held).flatMap(([one, other]) => {
      const isPart = this.instances(holder).includes(one) || (other && held && this.instances(held).includes(other))
      const own = isPart ? roles.filter(({ word }) => !this.sides.quantityOf(word)) : roles
      const amounts = isPart ? [undefined] : this.amounts(quantity, [one, other])
      return amounts.map((amount) => ({
        type,
        frame,
        event,
        subject: one,
        object: other,
        roles: own.map(({ role, word }) => ({ role, word: word === quantity && amount ? amount : word })),
        quantity: amount,
        score,
        lemma: '',
        guessed: this.fitting.guessed,
      }))
    })
  }

  /** "nine men and four women": each side its own amount; "sent 200 soldiers and 30 medics": one claim each. */
  private amounts(quantity: Word | undefined, sides: readonly (Word | undefined)[]): (Word | undefined)[] {
    if (!quantity) return [undefined]
    const list = this.sameSide(quantity)
    const counted = list.filter((word) => this.sides.quantityOf(word))
    const other = sides.some((word) => word !== undefined && list.includes(word) && !counted.includes(word))
    if (other) return [undefined] // "eleven cars and [a yacht]"
    if (counted.length < 2) return [quantity]
    if (this.tree.child(counted[1]!, 'cc')?.lemma.toLowerCase() === 'or') return [counted[0]] // "300 jobs, or 5 percent"
    const own = counted.filter((word) => sides.includes(word))
    if (own.length > 0) return own
    return this.sameSide(quantity).some((word) => sides.includes(word)) ? [undefined] : counted
  }

  /** "Delvin is a village held by rebels": what is said of the village is said of Delvin; and of nothing where it is denied to be one. */
  private holder(word: Word, allowed: readonly (EntityType | 'TEXT')[]): Word | undefined {
    const { tree } = this
    const said = isRelation(word, 'conj') && !tree.child(word, 'nsubj', 'cop') ? tree.head(word)! : word // "is a poet and [a lecturer]"
    const clause = tree.child(said, 'cop') && this.clauses.find((at) => at.predicate === said)
    if (clause && clause.subject === this.event.trigger) return word // "its partner is [Norvik]"
    if (word.upos === 'PROPN' && clause?.subject?.upos === 'NOUN') return word // "the first to go was [Ana Ruiz]"
    if (!clause?.subject || clause.subjectSource !== 'own') return word
    const { preposition } = prepositionOf(tree, said)
    const isOneOfThose = preposition === 'among' && !this.sides.isCounted(word) && word.upos !== 'NUM' // "was among [those] hurt"
    if (preposition && !isOneOfThose) return word
    if (tree.childrenBy(said, 'advmod').some((at) => NEGATIONS.has(at.lemma.toLowerCase()))) return undefined
    return this.fitting.fits(clause.subject, allowed) ? clause.subject : word
  }

  private quantityWord(path: string): Word | undefined {
    return this.paths
      .all(path)
      .find(
        (word) =>
          this.sides.quantityOf(word) ??
          this.sides.layers.quantities.some((quantity) => quantity.start <= word.start && word.end <= quantity.end),
      )
  }

  /** "found [not guilty]": the word itself is negated, not the verb. */
  private isNegated(word: Word): boolean {
    const isAfter = word.index > this.event.trigger.index
    return (
      isAfter &&
      this.tree.childrenBy(word, 'advmod').some((at) => at.index < word.index && NEGATIONS.has(at.lemma.toLowerCase()))
    )
  }

  private isNobody(word: Word): boolean {
    return (
      NOBODY.has(word.lemma.toLowerCase()) ||
      (word.upos === 'NUM' && isRelation(word, 'obl') && !isRelation(word, 'obl:agent')) || // "fell from 4,100 to 2,950"
      this.tree
        .children(word)
        .some((at) => (at.lemma === 'no' && !this.isCountedOut(at)) || at.lemma === 'any' || this.isAskedFor(at))
    )
  }

  /** "He won [it]", "[we] won": what a pronoun means for which nothing was found is not said; who "he" or "they" are may be asked. */
  private isUnknown(word: Word, isObject: boolean): boolean {
    const isTold = this.tree.children(word).some((at) => !isRelation(at, 'case', 'punct')) // "that which he lost"
    if (word.upos !== 'PRON' || isTold || this.sides.mentionOf(word)?.entity) return false
    return isObject ? /^(?:it|this|that|them)$/i.test(word.form) : /^(?:i|we|you)$/i.test(word.form)
  }

  /** "[No] water was detected": a thing of which a verb says that it was not. */
  private isCountedOut(no: Word): boolean {
    const noun = this.tree.head(no)
    const { kind, clause } = this.event
    return kind === 'verb' && noun?.upos === 'NOUN' && (clause?.subject === noun || clause?.object === noun)
  }

  /** "[Whose] bag was stolen?" */
  private isAskedFor(word: Word): boolean {
    return word.xpos === 'WP$' && !this.tree.ancestors(word).some(({ deprel }) => deprel === 'acl:relcl')
  }

  /** "nurses in Leeds", "children under five": a kind, nobody in particular, unless they are counted, pointed out, named or told of. */
  private isKind(word: Word): boolean {
    if (word.xpos !== 'NNS' || this.sides.isCounted(word)) return false
    return !this.tree.child(word, 'det', 'nummod', 'nmod:poss', 'appos', 'acl:relcl')
  }

  /** "Peru and Chile signed": one claim each; "Egypt and Sudan met": one pair. */
  private distribute(subject: Word, object: Word | undefined): [Word, Word | undefined][] {
    // "leader Kim and ambassador Li": the title is the first one's; "Kim and Li are members": both are
    const isOwn = this.saysOfOne(subject, object)
    const { domain, range } = this.typed.type
    const { kind, trigger } = this.event
    const ones = isOwn ? [subject] : this.alike(subject, domain).filter((one) => kind !== 'isa' || one !== trigger)
    if (!object) return ones.map((one) => [one, undefined])
    // "a mill in Lodz and two ships": what comes after the place is not in it
    const given = this.instances(subject)
    const before = ones.filter(
      (one) => given.includes(one) || !(subject.index < object.index && object.index < one.index),
    )
    const all = this.paths.membersOf(subject)
    if (all.includes(object)) {
      return all.flatMap((one, at) => all.slice(at + 1).map((other): [Word, Word] => [one, other]))
    }
    return before.flatMap((one) => this.alike(object, range).map((other): [Word, Word] => [one, other]))
  }

  /** A title, or what stands before a noun, is the first one's alone: "the French bank and its rival". */
  private saysOfOne(subject: Word, object: Word | undefined): boolean {
    const { kind, clause, trigger } = this.event
    if (kind === 'noun')
      return subject === trigger && trigger.xpos === 'NN' && (object?.index ?? Infinity) < trigger.index
    return (kind === 'isa' || kind === 'name') && !clause && !this.isListOfBearers(subject)
  }

  /** "two members of the board, [Ida Holm and Per Dahl]", "[Norvik and Belcor], both units of Harbour Group": both are. */
  private isListOfBearers(subject: Word): boolean {
    const { trigger, kind } = this.event
    if (kind !== 'isa' || !/^NNP?S$/.test(trigger.xpos)) return false
    const isBehind = isRelation(subject, 'appos') && trigger.index < subject.index
    return isBehind || (isRelation(trigger, 'appos', 'conj') && this.tree.head(trigger) === subject)
  }

  /** The members of a coordination that may stand there too: "in Oslo [and students]" is read into the wrong list. */
  private alike(word: Word, allowed: readonly (EntityType | 'TEXT')[]): Word[] {
    return this.sameSide(word).filter(
      (at) => !/^those$/i.test(at.form) && (at === word || this.fitting.fits(at, allowed)), // "those who resigned": nobody knows who
    )
  }

  /** The word, the others of its coordination, who is there "along with" it, and those named of whom it is said to be made up. */
  private sameSide(word: Word): Word[] {
    const own = this.paths.membersOf(word).filter((at) => at === word || isRelation(at, 'conj', 'appos'))
    return [...new Set([...own, ...companionsOf(this.tree, this.event, word), ...this.instances(word)])]
  }

  /** The names given of those that a noun counts together. */
  private instances(word: Word): Word[] {
    return includedIn(this.tree, word).filter((one) => this.sides.nameFor(one).upos === 'PROPN')
  }
}
