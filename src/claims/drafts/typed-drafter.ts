import type { Claim } from '../../model/claim.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Word } from '../../model/document.ts'
import { isRelation, spanOfWords, type Tree } from '../../nlp/tree.ts'
import { phraseOf } from '../clauses/phrase.ts'
import type { Frame } from '../ontology.ts'
import { readFactuality } from '../read-factuality.ts'
import { stanceIndex } from '../stance-lexicon.ts'
import { wayOf } from '../typed/confidence.ts'
import { isOnce } from '../typed/frame-conditions.ts'
import type { Match, Mismatch } from '../typed/match-frames.ts'
import { stanceWord } from '../typed/stance-word.ts'
import type { Draft } from './draft.ts'
import { Drafter } from './drafter.ts'

/** Typed claims in the making: of each match its sides, its label, when it was, and how surely it is said. */
export class TypedDrafter extends Drafter {
  /** "until we [die]": how long something lasts is not told as a fact. */
  isLimit({ event }: Match): boolean {
    const predicate = event.kind === 'verb' ? event.clause?.predicate : undefined
    if (!predicate || !/^VB[PZ]$/.test(predicate.xpos)) return false
    return this.tree.childrenBy(predicate, 'mark').some(({ form }) => /^(?:until|till|unless|lest)$/i.test(form))
  }

  /** "plans to open [a mine in Peru]": there is none yet. */
  isNotYet({ event, subject }: Match): boolean {
    if (subject !== event.trigger || !this.tree.childrenBy(subject, 'det').some(({ lemma }) => lemma === 'a'))
      return false
    const verb = this.tree.ancestors(subject).find(({ upos }) => upos === 'VERB')
    return verb !== undefined && readFactuality(this.tree, verb, this.reading.kit).factuality !== 'asserted'
  }

  fromMatch(match: Match): Draft {
    const { sides } = this
    const { event, type, frame } = match
    // "close [a plant in Lyon]": where it is, not what becomes of it
    const isAttribute = frame.presupposed || (event.kind === 'noun' && match.subject === event.trigger)
    const side = (word: Word, other: Word | undefined) =>
      sides.argument(word, this.bareWords(word, event.trigger, other))
    const isPresupposed = event.kind === 'name' || isAttribute || (event.kind === 'isa' && event.clause === undefined)
    const itself = type.individuals ?? []
    const meant = (word: Word, allowed: readonly string[], of: 'subject' | 'object') =>
      itself.includes(of) && !this.reading.lexicon.isA(word.lemma.toLowerCase(), 'rule')
        ? this.sides.nameFor(word)
        : this.meant(word, allowed)
    const subject = side(meant(match.subject, type.domain, 'subject'), match.object)
    const people = frame.peoples && match.object ? sides.peopleOf(match.object) : undefined
    const isTitle = match.object === event.trigger && event.kind === 'isa' && !people // "the governor": the word, not whom it means
    const isLaurel = match.object && (sides.isOf(match.object, 'laurel') || this.isOwnRole(match)) // "player of the year", "runs to be [mayor]"
    const object = isTitle
      ? { kind: 'text' as const, ...this.textOf(spanOfWords(this.titleWords(event.trigger))) }
      : match.object && isLaurel
        ? { kind: 'text' as const, ...this.textOf(spanOfWords(phraseOf(this.tree, match.object, { alone: true }))) }
        : match.object && people
          ? sides.argument(match.object, [match.object], people)
          : match.object
            ? side(meant(match.object, type.range, 'object'), match.subject)
            : null
    const counted = match.quantity ? this.quantityOf(match.quantity) : undefined
    const roles = match.roles.map(({ role, word }) => ({ role, value: this.roleValue(word) }))
    if (frame.counted && match.quantity)
      roles.push({ role: frame.counted, value: this.quantityArgument(match.quantity) })
    else if (frame.counted && type.identifying.includes('counted'))
      roles.push({ role: frame.counted, value: sides.argument(event.trigger, [event.trigger]) })
    const place = this.placeOf(event.clause, [match.subject, match.object, ...match.roles.map(({ word }) => word)])
    if (place && !roles.some(({ role }) => role === 'place')) roles.push({ role: 'location', value: place })
    roles.push(...this.totals(counted))
    const phrases = {
      subject: spanOfWords(this.bareWords(match.subject, event.trigger, match.object)),
      object: match.object ? spanOfWords(this.bareWords(match.object, event.trigger, match.subject)) : null,
    }
    return {
      type,
      label: this.labelOf(match),
      predicate:
        event.kind === 'isa'
          ? `be ${frame.peoples || frame.trades ? event.trigger.lemma : match.lemma}`
          : event.kind === 'name'
            ? saidBy(frame)
            : match.lemma,
      relation: event.words,
      trigger: event.trigger,
      stance: stanceWord(match, this.reading.clauses, isAttribute),
      subject,
      object,
      phrases,
      roles,
      quantity: counted?.id ?? null,
      time: isAttribute ? null : this.eventTime(match),
      factuality:
        frame.factuality ??
        (this.isAhead(match) || (!isAttribute && this.isProspective(match))
          ? 'planned'
          : isPresupposed
            ? this.modified(match)
            : undefined),
      presupposed: isPresupposed,
      rule: frame.id,
      confidence: this.reading.kit.seeds.typedClaims[wayOf(match, subject)],
      whole: this.wholeOf(event.clause, event.trigger, [
        phrases.subject,
        ...(phrases.object ? [phrases.object] : []),
        subject,
        ...(object ? [object] : []),
      ]),
    }
  }

  /** A role that may be words and that the mentions take for its holder. */
  private isOwnRole({ type, subject, object }: Match): boolean {
    const entity = object && this.sides.mentionOf(object)?.entity
    if (!entity || entity !== this.sides.mentionOf(subject)?.entity) return false
    return type.range.includes('TEXT') && this.sides.isOf(object, 'role')
  }

  /** What the frame says more exactly than the type: "took control of", "was elected {title}"; a stage says how far a thing has come. */
  private labelOf(match: Match): string | undefined {
    const { frame, roles, type } = match
    if (frame.stage) return this.reading.kit.seeds.claims.things.stages[frame.stage]?.name
    const past = frame.label ? frame.past : type.past
    if (past && this.isPast(match)) return past
    const isHappening = type.mode === 'E' || type.mode === 'U' || (frame.label && !/ in$/.test(frame.label))
    const progress = isHappening ? this.progressOf(match) : undefined
    if (progress) return progress
    return frame.label?.replace(/\{(\w+)\}/, (_, name) => {
      const value = roles.find(({ role }) => role === name)?.word
      return value ? this.sides.argument(value).text : ''
    })
  }

  /** "is building", which is not yet "built". */
  private progressOf({ event }: Match): string | undefined {
    const { clause, trigger, kind } = event
    const isGoingOn = kind === 'verb' && trigger.xpos === 'VBG' && clause && !clause.passive
    const be = isGoingOn ? this.tree.childrenBy(trigger, 'aux').find(({ lemma }) => lemma === 'be') : undefined
    const words = [trigger, ...this.tree.childrenBy(trigger, 'compound:prt')].map(({ form }) => form.toLowerCase())
    return be && [/^(?:was|were|been)$/i.test(be.form) ? 'was' : 'is', ...words].join(' ')
  }

  /** "a former professor at Lund", "owned the paper": what is told as past, and not in somebody's words, where the past may be the reporting verb's. */
  private isPast({ event }: Match): boolean {
    if (isOnce(event) || (event.kind === 'isa' && event.modifiers.some((word) => FORMER.has(word)))) return true
    const predicate = event.clause?.predicate
    if (!predicate || event.kind === 'noun' || isRelation(predicate, 'ccomp')) return false
    if (event.kind === 'isa' && predicate.lemma === 'become') return false // "became head of the bank in May"
    const finite = this.tree.childrenBy(predicate, 'aux', 'cop').at(0) ?? predicate
    return finite.xpos === 'VBD'
  }

  /** What happens does not happen "until 2028": that is how long it holds. */
  private eventTime({ event, type }: Match): string | null {
    const id = this.reading.timeOf(event.trigger, event.clause)
    const isHappening = type.mode === 'E' || type.mode === 'U'
    const time = id && isHappening ? this.own.times.find((at) => at.id === id) : undefined
    return time && /^(?:until|till)\b/i.test(time.text) ? null : id
  }

  /** A phrase without the participles that hang on it, and without the claim's other side: "soldiers [killed in Ukraine]", "a court [in Leeds]". */
  private bareWords(head: Word, trigger: Word, other: Word | undefined): Word[] {
    const { tree } = this
    const hanging = tree.childrenBy(head, 'acl').filter((word) => word.xpos === 'VBN' || word.xpos === 'VBG')
    const isInside = (word: Word | undefined): word is Word =>
      word !== undefined && word !== head && tree.dominates(head, word)
    const list = other && first(tree, other) // "people in [Oslo and Bergen]"
    const cut = [...hanging, ...[trigger, ...(isAfter(head, list) ? [list] : [])].filter(isInside)]
    const words = phraseOf(tree, head, { alone: true }).filter((word) => !cut.some((at) => tree.dominates(at, word)))
    return words.includes(head) ? words : [head]
  }

  /** "the former [culture minister]" */
  private titleWords(noun: Word): Word[] {
    const words = phraseOf(this.tree, noun, { alone: true }).filter(
      (word) => word.index <= noun.index && !isRelation(word, 'advmod'), // "is also minister"
    )
    return words.slice(words.findLastIndex(({ lemma }) => FORMER.has(lemma.toLowerCase())) + 1)
  }

  /** The word that means the side: the group's own, or whom it acts for. */
  private meant(phrase: Word, allowed: readonly string[]): Word {
    const word = this.sides.nameFor(phrase)
    const mention = this.sides.mentionOf(word)
    if (mention?.entity && mention.type && allowed.includes(mention.type)) return word
    const actor = this.sides.actorOf(word)
    const types = actor ? this.sides.typesOf(actor) : []
    return actor && types !== 'any' && types.some((type) => allowed.includes(type)) ? actor : word
  }

  /** "who meet Norway next Friday": told in the present, it is still to come. */
  private isAhead(match: Match): boolean {
    const { kind, trigger, clause } = match.event
    if (kind !== 'verb' || !/^VB[PZ]$/.test(trigger.xpos) || !clause || this.tree.child(trigger, 'aux')) return false
    const id = this.eventTime(match)
    return this.own.times.some((time) => time.id === id && /^(?:next|tomorrow|this coming)\b/i.test(time.text))
  }

  /** "expected the approval", "plans for a visit": nouns under such verbs are not facts yet. */
  private isProspective({ event, subject }: Match): boolean {
    if (event.kind !== 'noun' || event.clause || subject === event.trigger) return false // "nurses in Leeds plan": they are there
    const above = this.tree.head(event.trigger)
    if (!above) return false
    if (isRelation(event.trigger, 'nsubj:pass', 'obj', 'nsubj'))
      return this.reading.lexicon.isProspective(above.lemma.toLowerCase())
    return false
  }

  /** "two alleged members of the gang", "the proposed director": how surely somebody is said to be what the noun says. */
  private modified({ event }: Match): Claim['factuality'] | undefined {
    if (event.kind === 'name') return undefined
    const { modifiers } = stanceIndex(this.reading.kit.seeds.stance).tables
    const effects = event.modifiers.map((word) => modifiers.get(word))
    return effects.find(
      (effect): effect is Claim['factuality'] => effect !== undefined && effect !== 'flip' && effect !== 'carry',
    )
  }

  dropped({ event, type, word, side }: Mismatch): Diagnostic {
    const types = this.sides.typesOf(word)
    const found = types === 'any' || types.length === 0 ? 'of unknown type' : types.join(' or ')
    const wanted = (side === 'subject' ? type.domain : type.range).join(', ')
    return {
      code: 'type-check',
      start: event.trigger.start,
      end: event.trigger.end,
      message: `${type.type} was not read: "${word.form}" is ${found}, the ${side} must be ${wanted}`,
    }
  }
}

/** The preposition that a name or noun by itself is read with. */
const saidBy = ({ object = '' }: Frame): string => (object.startsWith('of') ? 'be of' : 'be in')

/** The first member of the word's coordination. */
const first = (tree: Tree, word: Word): Word => {
  const head = isRelation(word, 'conj') ? tree.head(word) : undefined
  return head ? first(tree, head) : word
}

const isAfter = (head: Word, other: Word | undefined): other is Word => other !== undefined && other.index > head.index

const FORMER = new Set(['former', 'ex', 'ex-', 'late', 'retired', 'onetime', 'sometime'])
