import type { Word } from '../../model/document.ts'
import type { EntityType } from '../../model/mention.ts'
import { covers } from '../../model/span.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause } from '../clauses/clause.ts'
import { conjuncts, members } from '../clauses/phrase.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { Frame, RelationType } from '../ontology.ts'
import type { Sides } from '../sides.ts'
import type { Event } from './event.ts'
import type { Lexicon, TypedFrame } from './lexicon.ts'
import { placesOfNoun } from './places-of-noun.ts'

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
  for (const lemma of event.lemmas) {
    const words = lemma.split(' ').length
    if (words < length) break // "vice president" has been understood: it is no "president"
    const frames = lexicon.framesOf(event.kind, lemma)
    if (frames.length > 0 && event.kind === 'isa') length = words
    for (const typed of frames) {
      if (typed.places && !typed.places.some((place) => isFilled(event, place))) continue
      const found = new FrameMatcher(event, typed, sides, lexicon, clauses).match()
      if (!Array.isArray(found)) mismatch ??= typed.frame.beside ? undefined : found
      else if (typed.frame.beside) beside.push(...found.map((match) => ({ ...match, lemma })))
      else if (found.length > 0) {
        const score = found[0]!.score + words
        if (best.length === 0 || score > best[0]!.score) best = found.map((match) => ({ ...match, score, lemma }))
      }
    }
  }
  return best.length > 0 ? { matches: [...best, ...beside] } : { matches: beside, mismatch }
}

const isFilled = ({ places }: Event, place: string): boolean => places.has(place) || places.has(`obj.${place}`)

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
/** What was so, and is told as past, is no state of today. */
export const isOnce = ({ clause }: Event): boolean =>
  clause?.adverbs.some((word) => ONCE.has(word.lemma.toLowerCase())) ?? false
const ONCE = new Set(['previously', 'formerly', 'once', 'originally'])

class FrameMatcher {
  private readonly slots = new Map<string, Word>()
  private filters = 0
  private guessed = false
  private readonly tree: Tree

  constructor(
    private readonly event: Event,
    private readonly typed: TypedFrame,
    private readonly sides: Sides,
    private readonly lexicon: Lexicon,
    private readonly clauses: readonly Clause[],
  ) {
    this.tree = sides.tree
  }

  match(): Match[] | Mismatch | undefined {
    const { event, typed } = this
    const { type, frame } = typed
    if (!this.isAllowed(frame)) return undefined
    for (const [name, path] of Object.entries(frame.needs ?? {})) {
      const word = this.find(path)
      if (!word) return undefined
      this.slots.set(name, word)
    }
    const quantity = frame.quantity ? this.quantityWord(frame.quantity) : undefined
    if (frame.quantified && !(quantity && this.sides.quantityOf(quantity))) return undefined
    const subjects = this.candidates(frame.subject)
    if (subjects.length === 0) return undefined
    const doing = type.domain.filter((one) => one !== 'TEXT')
    const fitting = (word: Word) =>
      this.fits(word, doing) || (doing.length < type.domain.length && !this.sides.isNamed(word)) // "a boiler killed two"
    const subject = subjects.find(fitting) ?? subjects.flatMap((word) => members(this.tree, word)).find(fitting)
    if (!subject) return { event, type, word: subjects[0]!, side: 'subject' }
    if (frame.particular && this.isKind(subject)) return undefined
    const optional = !frame.object || frame.object.endsWith('?')
    const objects = frame.object ? this.candidates(frame.object, subject) : []
    const object = objects.find((word) => word !== subject && this.fits(word, type.range))
    if (frame.particular && object && this.isKind(object)) return undefined
    if (object === event.trigger && /^NNP?S$/.test(object.xpos)) return undefined // "ministers Ana Reis and Omar Haddad": neither is ministers
    if (!object && !optional) return objects.length > 0 ? { event, type, word: objects[0]!, side: 'object' } : undefined
    if (!object && !type.objectOptional) return undefined
    // "the president sent 800 soldiers": they did not send themselves
    const isMoved = subject === this.slots.get('moved') && event.places.get('obj')?.includes(subject)
    if (isMoved && !event.passive && event.places.has('subj')) return undefined
    if (this.isNobody(subject) || (object && this.isNobody(object))) return undefined
    const [holder, held] = [this.holder(subject, type.domain), object && this.holder(object, type.range)]
    if (!holder || (object && !held) || holder === held) return undefined
    const roles = Object.entries(frame.roles ?? {}).flatMap(([role, path]) => {
      const word = this.find(path)
      const isSide = word === object || (word === subject && !this.sides.actorOf(subject) && path !== 'moved')
      return word && !isSide && this.suits(role, word) ? [{ role, word }] : []
    })
    const score = this.filters + Object.keys(frame.needs ?? {}).length + (object ? 1 : 0)
    return this.distribute(holder, held).flatMap(([one, other]) => {
      const amounts = this.amounts(quantity, [one, other]).filter((amount) => amount || !frame.quantified)
      return amounts.map((amount) => ({
        type,
        frame,
        event,
        subject: one,
        object: other,
        roles: roles.map(({ role, word }) => ({ role, word: word === quantity && amount ? amount : word })),
        quantity: amount,
        score,
        lemma: '',
        guessed: this.guessed,
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
    if (!clause?.subject || clause.subjectSource !== 'own' || prepositionOf(tree, said).preposition) return word
    if (tree.childrenBy(said, 'advmod').some((at) => NEGATIONS.has(at.lemma.toLowerCase()))) return undefined
    return this.fits(clause.subject, allowed) ? clause.subject : word
  }

  /** A place is a place, and a time is none. */
  private suits(role: string, word: Word): boolean {
    if (this.sides.timeOf(word)) return role === 'period'
    return role !== 'place' || ['PLACE', 'COUNTRY', 'FACILITY'].some((type) => this.sides.isOf(word, type))
  }

  private isAllowed(frame: Frame): boolean {
    const { event } = this
    const hasAgent = event.places.has('subj')
    if (frame.passiveOnly && !event.passive) return false
    if (frame.activeOnly && event.passive) return false
    if (frame.agentless && event.passive && hasAgent) return false
    if (frame.agentOnly && !hasAgent) return false
    if (frame.content && this.isAsking()) return false
    if (frame.striven && !this.isStriven(event.trigger)) return false
    if (frame.unlessAt && this.candidates(frame.unlessAt).length > 0) return false
    if (frame.unlessPlace && event.places.has(frame.unlessPlace)) return false
    if (frame.unless && event.modifiers.some((word) => frame.unless!.includes(word.replace(/-$/, '')))) return false
    if ((frame.whole || frame.part) && this.isOfPart(frame) !== Boolean(frame.part)) return false
    if (frame.told && event.clause?.subjectSource === 'adverbial' && !event.passive) return false
    if (frame.with && !event.modifiers.some((word) => frame.with!.includes(word))) return false
    if (frame.light && event.kind === 'noun' && !this.carrier()) return false
    if (frame.by && !frame.by.includes(this.carrier()?.predicate.lemma.toLowerCase() ?? '')) return false
    if (frame.governor && !frame.governor.includes(this.governor() ?? '')) return false
    if (frame.except?.includes(event.trigger.lemma.toLowerCase())) return false
    if (frame.unlessGovernor?.includes(this.governor() ?? '')) return false
    if (event.kind === 'noun' && !frame.light && this.isAnnulled()) return false
    if (event.kind === 'verb' && event.lemmas.some((lemma) => lemma.includes(' ') && this.lexicon.isAnnulling(lemma)))
      return false // "called off the strike"
    const { mode, past } = this.typed.type
    if ((mode === 'F' || mode === 'S') && !past && isOnce(event)) return false
    return true
  }

  /** "asked her [whether] she knew" */
  private isAsking(): boolean {
    const content = this.event.clause?.content
    return (
      content !== undefined &&
      this.tree.children(content).some(({ form }) => /^(?:whether|if|who|what|why|how|where|when)$/i.test(form))
    )
  }

  /** "safety director", "competition chief", not "party leader", "chief executive": a common noun before the title that is no body of its own. */
  private isOfPart({ isa }: Frame): boolean {
    const { trigger, lemmas } = this.event
    const title = lemmas.find((lemma) => isa?.includes(lemma)) ?? ''
    const first = trigger.index - title.split(/[ -]/).length + 1
    return this.tree
      .childrenBy(trigger, 'compound')
      .some(
        ({ index, upos, lemma }) => index < first && upos === 'NOUN' && !this.lexicon.isA(lemma.toLowerCase(), 'body'),
      )
  }

  /** "is working [to degrade and defeat]": an infinitive or gerund below another word, or coordinated to one. */
  private isStriven(verb: Word): boolean {
    if (isRelation(verb, 'conj') && verb.xpos === 'VB') {
      const first = this.tree.head(verb)
      return first !== undefined && this.isStriven(first)
    }
    const isOpen = verb.xpos === 'VBG' || this.tree.childrenBy(verb, 'mark').some((mark) => mark.upos === 'PART')
    return isOpen && !this.tree.child(verb, 'aux', 'nsubj') && !isRelation(verb, 'root')
  }

  /** The clause of which the noun is an argument. */
  private carrier(): Clause | undefined {
    const { trigger } = this.event
    return this.clauses.find(
      (clause) =>
        clause.object === trigger ||
        (clause.passive && clause.subject === trigger) ||
        clause.obliques.some((oblique) => oblique.head === trigger),
    )
  }

  private governor(): string | undefined {
    const { trigger, clause } = this.event
    const isAdded =
      trigger.xpos === 'VBG' && isRelation(trigger, 'advcl') && this.tree.child(trigger, 'mark')?.form === 'to'
    if (isAdded) return this.tree.head(trigger)?.lemma.toLowerCase() // "contributed to regaining"
    if (this.event.kind === 'verb') return clause?.governor?.lemma.toLowerCase()
    const above = this.clauses.find((at) => at.subject === trigger || at.object === trigger)
    return above?.predicate.lemma.toLowerCase()
  }

  /** "The merger fell through", "called off the visit". */
  private isAnnulled(): boolean {
    const { trigger } = this.event
    const above = this.clauses.find((clause) => clause.subject === trigger || clause.object === trigger)
    if (!above) return false
    const particles = this.tree
      .childrenBy(above.predicate, 'compound:prt', 'advmod')
      .map((word) => `${above.predicate.lemma} ${word.lemma}`.toLowerCase())
    const next = this.tree.word(above.predicate.index + 1)
    return [
      above.predicate.lemma.toLowerCase(),
      ...particles,
      next ? `${above.predicate.lemma} ${next.lemma}`.toLowerCase() : '',
    ].some((lemma) => this.lexicon.isAnnulling(lemma))
  }

  /** The first word that a path leads to. */
  private find(path: string): Word | undefined {
    return this.candidates(path)[0]
  }

  private quantityWord(path: string): Word | undefined {
    return this.candidates(path).find(
      (word) =>
        this.sides.quantityOf(word) ??
        this.sides.layers.quantities.some((quantity) => quantity.start <= word.start && word.end <= quantity.end),
    )
  }

  /** All words that a path leads to, the preferred first. */
  private candidates(path: string, except?: Word): Word[] {
    const found: Word[] = []
    for (const { place, classes } of alternativesOf(path)) {
      for (const word of this.at(place, except)) {
        if (word === except) continue
        const fitting = classes ? this.firstOf(word, classes) : word
        if (!fitting) continue
        if (classes) this.filters = Math.min(this.filters + 1, 3)
        if (!found.includes(fitting)) found.push(fitting)
      }
    }
    return found
  }

  /** "sent [police and] soldiers": the first of a coordination that is of a class. */
  private firstOf(word: Word, classes: readonly string[]): Word | undefined {
    return members(this.tree, word).find((at) => classes.some((name) => this.sides.isOf(at, name)))
  }

  private at(place: string, except?: Word): Word[] {
    if (place.startsWith('@')) return this.at(place.slice(1)).flatMap((word) => this.sides.actorOf(word) ?? [])
    if (place.endsWith('&')) {
      const heads = this.at(place.slice(0, -1)).filter((word) => !isOneBearer(this.tree, word))
      return heads.flatMap((word) => this.membersOf(word).slice(1))
    }
    const known = this.slots.get(place)
    if (known) return [known]
    if (place === 'trigger') return [this.event.trigger]
    if (place === 'clause.subj') {
      const clause = this.clauses.find(
        (at) =>
          at.predicate === this.event.trigger || at.obliques.some((oblique) => oblique.head === this.event.trigger),
      )
      return clause?.subject ? [clause.subject] : []
    }
    const direct = this.event.places.get(place)
    if (direct && this.event.kind === 'isa') {
      // before a title only a known name says of what: "Harlan chief", not "Energy Minister", "Berg County"; "Secretary of State" serves no state
      const known = place === 'mod' ? direct.filter((word) => this.isKnownBeside(word)) : direct
      return known.filter((word) => !this.lexicon.isA(word.lemma.toLowerCase(), 'portfolio'))
    }
    if (direct) return [...direct]
    // "Israeli attack": whose it is; "military cooperation": of what kind
    const isHeadline = this.sides.analysis.sentence.zone === 'title' // whose head may be lost: "Norvik [opposition] claims win"
    if (place === 'subj')
      return isHeadline ? [] : (this.event.places.get('named') ?? []).filter((word) => this.sides.isNamed(word))
    const nested = this.event.places.get(`obj.${place}`)
    if (nested && this.event.kind === 'verb') return nested.filter((word) => word !== except)
    const dot = place.lastIndexOf('.')
    if (dot < 0) return []
    const inner = place.slice(dot + 1)
    return this.at(place.slice(0, dot)).flatMap((word) => placesOfNoun(this.tree, word, this.lexicon).get(inner) ?? [])
  }

  /** A known name of which the trigger is no part. */
  private isKnownBeside(word: Word): boolean {
    const mention = this.sides.mentionOf(word)
    return mention?.entity ? !covers(mention, this.event.trigger) : false
  }

  private fits(word: Word, allowed: readonly (EntityType | 'TEXT')[]): boolean {
    if (allowed.includes('TEXT')) return true
    if (this.sides.timeOf(word)) return false // "broke ground on Thursday"
    const isOwnPart = this.tree.dominates(this.event.trigger, word) && word.index === this.event.trigger.index - 2 // "Norvik-owned"
    if (this.event.kind !== 'adjective' && !isOwnPart && this.sides.isCutOff(word)) return false // "seized a Panama-flagged ship"
    const types = this.sides.typesOf(word)
    if (types === 'any') {
      this.guessed = true
      return true
    }
    if (types.some((type) => allowed.includes(type))) return true
    const name = this.sides.nameFor(word)
    const meant = name === word ? [] : this.sides.typesOf(name) // "the buyer, Almar Ports"
    if (meant !== 'any' && meant.some((type) => allowed.includes(type))) return true
    if (!allowed.includes('COUNTRY') || !this.actsByName(word, types)) return false
    this.guessed = true
    return true
  }

  /** "Costa Verde sent troops", "fined Rio Claro": a place that does something, or to which it is done as to a body, stands for its people. */
  private actsByName(word: Word, types: readonly EntityType[]): boolean {
    const { clause, kind } = this.event
    const isTown = word.upos === 'PROPN' || this.lexicon.isA(word.lemma.toLowerCase(), 'settlement') // "the city of Arden"
    if (kind !== 'verb' || !clause || !isTown || types.length !== 1 || types[0] !== 'PLACE') return false
    const isOwn = clause.subject === word && clause.subjectSource === 'own'
    return isOwn || clause.agent === word || clause.object === word || clause.indirect === word
  }

  private isNobody(word: Word): boolean {
    return (
      NOBODY.has(word.lemma.toLowerCase()) ||
      (word.upos === 'NUM' && isRelation(word, 'obl') && !isRelation(word, 'obl:agent')) || // "fell from 4,100 to 2,950"
      this.tree.children(word).some((at) => at.lemma === 'no' || at.lemma === 'any' || this.isAskedFor(at))
    )
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
    const isOwn =
      (this.event.kind === 'isa' || this.event.kind === 'name') && !this.event.clause && !this.isListOfBearers(subject)
    const { domain, range } = this.typed.type
    const ones = isOwn ? [subject] : this.alike(subject, domain)
    if (!object) return ones.map((one) => [one, undefined])
    // "a mill in Lodz and two ships": what comes after the place is not in it
    const before = ones.filter((one) => !(subject.index < object.index && object.index < one.index))
    const all = this.membersOf(subject)
    if (all.includes(object)) {
      return all.flatMap((one, at) => all.slice(at + 1).map((other): [Word, Word] => [one, other]))
    }
    return before.flatMap((one) => this.alike(object, range).map((other): [Word, Word] => [one, other]))
  }

  /** "two members of the board, [Ida Holm and Per Dahl]": both are. */
  private isListOfBearers(subject: Word): boolean {
    const { trigger, kind } = this.event
    return kind === 'isa' && trigger.xpos === 'NNS' && isRelation(subject, 'appos') && trigger.index < subject.index
  }

  /** The members of a coordination that may stand there too: "in Oslo [and students]" is read into the wrong list. */
  private alike(word: Word, allowed: readonly (EntityType | 'TEXT')[]): Word[] {
    return this.sameSide(word).filter((at) => at === word || this.fits(at, allowed))
  }

  private sameSide(word: Word): Word[] {
    return this.membersOf(word).filter((at) => at === word || isRelation(at, 'conj', 'appos'))
  }

  /** "Foreign ministers [Ana Reis and Omar Haddad]": those named, else the members of the coordination. */
  private membersOf(word: Word): Word[] {
    const name = word.xpos === 'NNS' ? this.sides.nameFor(word) : word
    const time = this.sides.timeOf(word) // "two years and nine months" is one length
    return members(this.tree, conjuncts(this.tree, name).length > 0 ? name : word).filter(
      (one) => one === word || time === undefined || this.sides.timeOf(one) !== time,
    )
  }
}

/** One of the places that a path names, and the classes of which it must be. */
interface Alternative {
  readonly place: string
  readonly classes: readonly string[] | undefined
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
  return { place, classes: classes ? classes.split('+') : undefined }
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
