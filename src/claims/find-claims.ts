import type { Kit } from '../kit.ts'
import type { Argument, Claim } from '../model/claim.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Analysis, Document, Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import type { Quantity } from '../model/quantity.ts'
import { covers, overlaps, type Span } from '../model/span.ts'
import { isRelation, spanOfWords, type Tree, treeOf } from '../nlp/tree.ts'
import { assembleClaim, type Draft, wholeSpan } from './assemble-claim.ts'
import { claimTimes } from './claim-times.ts'
import type { Clause } from './clauses/clause.ts'
import { findClauses } from './clauses/find-clauses.ts'
import { mendTree } from './clauses/mend-tree.ts'
import { phraseOf } from './clauses/phrase.ts'
import { figureClaims } from './figures/figure-claims.ts'
import { relateFigures } from './figures/relate-figures.ts'
import { timesOfEvents } from './figures/times-apart.ts'
import { fromContext } from './from-context.ts'
import type { Layers } from './layers.ts'
import type { Frame } from './ontology.ts'
import { confidenceOf } from './open/confidence.ts'
import { isWorthStating } from './open/is-worth-stating.ts'
import type { OpenClaim, Part } from './open/open-claim.ts'
import { openClaims } from './open/open-claims.ts'
import { withSpeaker } from './open/reported.ts'
import { OF_AMOUNT, tellingAmounts } from './open/telling-amounts.ts'
import { readFactuality } from './read-factuality.ts'
import { type SentenceLayers, Sides } from './sides.ts'
import { silentSentences } from './silence.ts'
import { stanceIndex } from './stance-lexicon.ts'
import { thingClaims } from './things/thing-claims.ts'
import { wayOf } from './typed/confidence.ts'
import { findEvents } from './typed/find-events.ts'
import { type Lexicon, lexiconOf } from './typed/lexicon.ts'
import { isOnce, type Match, type Mismatch, matchFrames } from './typed/match-frames.ts'
import { stanceWord } from './typed/stance-word.ts'
import { wholeOf } from './whole-of.ts'

/** Every claim, typed or open, in reading order; diagnostics name what a type check dropped and which sentences stayed silent. */
export function findClaims(
  document: Document,
  layers: Layers,
  kit: Kit,
): { claims: Claim[]; diagnostics: Diagnostic[] } {
  const lexicon = lexiconOf(kit.seeds.claims)
  const bySentence = layersBySentence(layers)
  const names = new Map(layers.entities.map((entity) => [entity.id, entity.name]))
  const claims: Claim[] = []
  const diagnostics: Diagnostic[] = []
  for (const analysis of document.sentences) {
    if (analysis.sentence.zone === 'boilerplate') continue
    const read = new SentenceReader(analysis, bySentence(analysis), document, layers, kit, lexicon, names).read()
    claims.push(...read.claims)
    diagnostics.push(...read.diagnostics)
  }
  const once = [...new Map(claims.map((claim) => [claim.id, claim])).values()]
  const completed = [figureClaims, thingClaims, relateFigures].reduce(
    (all, complete) => complete(all, document, layers, kit),
    fromContext(once, document, layers, kit.seeds.claims.ontology),
  )
  return { claims: completed, diagnostics: [...diagnostics, ...silentSentences(document, layers, completed)] }
}

class SentenceReader {
  private readonly tree: Tree
  private readonly sides: Sides
  private readonly clauses: Clause[]
  private readonly timeOf: (trigger: Word, clause: Clause | undefined) => string | null

  constructor(
    private readonly analysis: Analysis,
    private readonly own: SentenceLayers,
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly kit: Kit,
    private readonly lexicon: Lexicon,
    private readonly names: ReadonlyMap<string, string>,
  ) {
    this.tree = mendTree(treeOf(analysis.words), own.mentions, lexicon)
    this.sides = new Sides(this.tree, analysis, own, document.text, lexicon)
    this.clauses = findClauses(this.tree)
    this.timeOf = claimTimes(this.tree, this.clauses, timesOfEvents(own, document.text, kit), this.sides)
  }

  read(): { claims: Claim[]; diagnostics: Diagnostic[] } {
    const { tree, sides, lexicon, clauses } = this
    const results = findEvents(tree, clauses, lexicon).map((event) => matchFrames(event, sides, lexicon, clauses))
    const matches = withoutDoubles(results.flatMap(({ matches }) => matches))
    const stated = matches.filter(({ frame }) => !frame.beside)
    const place = {
      sides,
      matches: stated,
      cues: this.own.cues,
      zone: this.analysis.sentence.zone,
      stance: stanceIndex(this.kit.seeds.stance),
    }
    const open = openClaims(tree, clauses).map((claim) => withSpeaker(claim, sides, this.own.cues))
    const worth = open.filter((claim) => isWorthStating(claim, place))
    const whole = matches
      .filter(({ subject }) => !/^(?:PRP\$|WP\$?|WDT)$/.test(subject.xpos) || this.sides.isNamed(subject)) // "their death": whose?
      .filter(({ object }) => !object || !/^(?:PRP\$|WP\$?|WDT)$/.test(object.xpos) || this.sides.isNamed(object)) // "its arm": whose?
      .filter((match) => !this.isNotYet(match) && !this.isLimit(match))
    const drafts = [...whole.map((match) => this.fromMatch(match)), ...worth.map((claim) => this.fromOpen(claim))]
    const untold = [...this.own.quantities, ...this.own.times].filter(
      (amount) => !drafts.some((draft) => covers(draft.whole, amount)),
    )
    const telling = tellingAmounts(untold, open, place).map((claim) => ({ ...this.fromOpen(claim), rule: OF_AMOUNT }))
    const claims = [...drafts, ...telling]
      .filter((draft) => !sameSides(draft))
      .map((draft) => assembleClaim(draft, sides, this.document, this.layers, this.kit, this.names))
      .filter(({ type, factuality }) => type !== 'STATES' || factuality !== 'asked') // a question states nothing
    const typed = new Set(matches.map((match) => match.event.trigger))
    return {
      claims,
      diagnostics: results.flatMap(({ mismatch }) =>
        mismatch && mismatch.event.kind !== 'name' && !typed.has(mismatch.event.trigger) && sides.isNamed(mismatch.word)
          ? [this.dropped(mismatch)]
          : [],
      ),
    }
  }

  private fromMatch(match: Match): Draft {
    const { sides } = this
    const { event, type, frame } = match
    // "close [a plant in Lyon]": where it is, not what becomes of it
    const isAttribute = frame.presupposed || (event.kind === 'noun' && match.subject === event.trigger)
    const side = (word: Word, other: Word | undefined) =>
      sides.argument(word, this.bareWords(word, event.trigger, other))
    const isPresupposed = event.kind === 'name' || isAttribute || (event.kind === 'isa' && event.clause === undefined)
    const itself = type.individuals ?? []
    const meant = (word: Word, allowed: readonly string[], of: 'subject' | 'object') =>
      itself.includes(of) && !this.lexicon.isA(word.lemma.toLowerCase(), 'rule')
        ? this.sides.nameFor(word)
        : this.meant(word, allowed)
    const subject = side(meant(match.subject, type.domain, 'subject'), match.object)
    const isTitle = match.object === event.trigger && event.kind === 'isa' // "the governor": the word, not whom it means
    const isLaurel = match.object && sides.isOf(match.object, 'laurel') // "player of the year"
    const object = isTitle
      ? { kind: 'text' as const, ...this.textOf(spanOfWords(this.titleWords(event.trigger))) }
      : match.object && isLaurel
        ? { kind: 'text' as const, ...this.textOf(spanOfWords(phraseOf(this.tree, match.object, { alone: true }))) }
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
      predicate: event.kind === 'isa' ? `be ${match.lemma}` : event.kind === 'name' ? saidBy(frame) : match.lemma,
      relation: event.words,
      trigger: event.trigger,
      stance: stanceWord(match, this.clauses, isAttribute),
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
      confidence: this.kit.seeds.typedClaims[wayOf(match, subject)],
      whole: this.wholeOf(event.clause, event.trigger, [
        phrases.subject,
        ...(phrases.object ? [phrases.object] : []),
        subject,
        ...(object ? [object] : []),
      ]),
    }
  }

  /** What the frame says more exactly than the type: "took control of", "was elected {title}"; a stage says how far a thing has come. */
  private labelOf(match: Match): string | undefined {
    const { frame, roles, type } = match
    if (frame.stage) return this.kit.seeds.claims.things.stages[frame.stage]?.name
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
    const id = this.timeOf(event.trigger, event.clause)
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

  private quantityOf(word: Word) {
    return (
      this.sides.quantityOf(word) ??
      this.own.quantities.find((quantity) => quantity.start <= word.start && word.end <= quantity.end)
    )
  }

  private quantityArgument(word: Word): Argument {
    const quantity = this.quantityOf(word)
    return quantity ? amountArgument(quantity) : this.sides.argument(word)
  }

  /** What the amount is a part of, as a role. */
  private totals(amount: Quantity | undefined): Draft['roles'] {
    const whole = amount && wholeOf(amount, this.own.quantities, this.document.text)
    return whole ? [{ role: 'total', value: amountArgument(whole) }] : []
  }

  private roleValue(word: Word): Argument {
    const value = this.sides.argument(word)
    if (value.kind !== 'text') return value
    const quantity = this.sides.quantityOf(word)
    return quantity && quantity.start <= word.start && word.end <= quantity.end ? this.quantityArgument(word) : value
  }

  /** "in Naples": where the clause says it happened. */
  private placeOf(clause: Clause | undefined, used: readonly (Word | undefined)[]): Argument | undefined {
    const oblique = clause?.obliques.find((at) => {
      if (!PLACE_PREPOSITIONS.has(at.preposition) || used.includes(at.head)) return false
      const type = this.sides.mentionOf(at.head)?.type
      return type === 'PLACE' || type === 'COUNTRY' || type === 'FACILITY'
    })
    return oblique && this.sides.argument(oblique.head)
  }

  /** "until we [die]": how long something lasts is not told as a fact. */
  private isLimit({ event }: Match): boolean {
    const predicate = event.kind === 'verb' ? event.clause?.predicate : undefined
    if (!predicate || !/^VB[PZ]$/.test(predicate.xpos)) return false
    return this.tree.childrenBy(predicate, 'mark').some(({ form }) => /^(?:until|till|unless|lest)$/i.test(form))
  }

  /** "plans to open [a mine in Peru]": there is none yet. */
  private isNotYet({ event, subject }: Match): boolean {
    if (subject !== event.trigger || !this.tree.childrenBy(subject, 'det').some(({ lemma }) => lemma === 'a'))
      return false
    const verb = this.tree.ancestors(subject).find(({ upos }) => upos === 'VERB')
    return verb !== undefined && readFactuality(this.tree, verb, this.kit).factuality !== 'asserted'
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
      return this.lexicon.isProspective(above.lemma.toLowerCase())
    return false
  }

  /** "two alleged members of the gang", "the proposed director": how surely somebody is said to be what the noun says. */
  private modified({ event }: Match): Claim['factuality'] | undefined {
    if (event.kind === 'name') return undefined
    const { modifiers } = stanceIndex(this.kit.seeds.stance).tables
    const effects = event.modifiers.map((word) => modifiers.get(word))
    return effects.find(
      (effect): effect is Claim['factuality'] => effect !== undefined && effect !== 'flip' && effect !== 'carry',
    )
  }

  private fromOpen(claim: OpenClaim): Draft {
    const { tree } = this
    const { clause } = claim
    const agent = claim.parts.find((part) => part.kind === 'agent')
    const turned = Boolean(clause?.passive && agent)
    const others = claim.parts.filter((part) => part !== agent || !turned).sort(objectFirst)
    const [first, ...rest] = turned ? [undefined, ...others] : others
    const surface = this.named(claim.subject.head, claim.subject.words)
    const subject = turned ? this.sideOf(agent!) : surface
    const object = turned ? surface : first ? this.sideOf(first) : null
    const preposition =
      !turned && first && (first.kind === 'oblique' || first.kind === 'agent') ? first.preposition || '' : ''
    const roles = rest.flatMap((part) => (part ? [{ role: this.roleOf(part), value: this.sideOf(part) }] : []))
    // "fell from 5.5 to 5 percent", "rose by 3 points to 61 percent": what it came to
    const isFrom = first?.kind === 'oblique' && /^(?:from|by)$/.test(first.preposition || '')
    const reached = isFrom
      ? rest.find((part) => part?.preposition === 'to' || part?.words[0]?.form === 'to')
      : undefined
    const isAside = first?.kind === 'oblique' && /^(?:in|on|for|with|across|over|after)$/.test(first.preposition || '') // "12 eggs broke in three shops"
    const counted =
      (reached && this.quantityOf(reached.head)) ??
      (isAside ? this.quantityOf(claim.subject.head) : undefined) ??
      (first && this.quantityOf(first.head)) ??
      this.quantityOf(claim.subject.head)
    roles.push(...this.totals(counted))
    const relation = this.relationOf(claim)
    const verbs = clause
      ? [...(clause.passive && !turned ? ['be'] : []), ...verbLemmas(tree, clause, relation)]
      : [claim.word ?? '']
    const subjectSpan = spanOfWords(turned ? agent!.words : claim.subject.words)
    const objectSpan = turned ? spanOfWords(claim.subject.words) : first ? spanOfWords(first.words) : null
    return {
      type: undefined,
      open: claim,
      predicate: predicateOf([...verbs, preposition]),
      relation: relation.length > 0 ? relation : [claim.trigger],
      trigger: claim.trigger,
      subject,
      object,
      phrases: { subject: subjectSpan, object: objectSpan },
      roles,
      quantity: counted?.id ?? null,
      time: this.timeOf(claim.trigger, clause),
      factuality: undefined,
      presupposed: clause === undefined,
      rule: claim.rule,
      confidence: confidenceOf(claim, tree, this.kit.seeds.openClaims),
      whole: this.wholeOf(clause, claim.trigger, [
        subjectSpan,
        ...(objectSpan ? [objectSpan] : []),
        subject,
        ...(object ? [object] : []),
      ]),
    }
  }

  /** "failed to pay" is "pay", denied: verbs above that polarity and factuality speak for are no part of what is claimed. */
  private relationOf({ clause, relation, trigger }: OpenClaim): readonly Word[] {
    if (!clause?.governor) return relation
    const own = relation.filter((word) => clause.group.includes(word) || word.index > trigger.index)
    if (own.length === relation.length) return relation
    const [above, here] = [clause.governor, trigger].map((word) => readFactuality(this.tree, word, this.kit))
    return above!.polarity === here!.polarity && above!.factuality === here!.factuality ? relation : own
  }

  /** "Dana Cole is [a farmer from Porto]": what somebody is said to be is words, also where these words mean her. */
  private sideOf(part: Part): Argument {
    const isWords = part.kind === 'content' || part.kind === 'purpose'
    return isWords || (part.kind === 'complement' && this.sides.mentionOf(part.head)?.kind !== 'name')
      ? { kind: 'text', ...this.textOf(spanOfWords(part.words)) }
      : this.named(part.head, part.words)
  }

  /** The phrase, by the name in it: "the architect [Luigi Manara]". */
  private named(head: Word, words: readonly Word[]): Argument {
    const name = this.sides.nameFor(head)
    const isOne = words.includes(name) && !this.tree.child(name, 'conj')
    return this.sides.argument(isOne ? name : head, words)
  }

  private textOf(span: Span) {
    return { ...span, text: this.document.text.slice(span.start, span.end) }
  }

  private roleOf(part: Part): string {
    if (part.kind === 'agent') return 'agent'
    if (part.kind !== 'oblique') return part.kind === 'indirect' ? 'recipient' : part.kind
    if (this.sides.timeOf(part.head)) return 'time'
    const type = this.sides.mentionOf(part.head)?.type
    if (PLACE_PREPOSITIONS.has(part.preposition) && (type === 'PLACE' || type === 'COUNTRY' || type === 'FACILITY'))
      return 'location'
    return part.preposition || 'manner'
  }

  /** The clause, or the whole sentence when the clause is its root. */
  private wholeOf(clause: Clause | undefined, trigger: Word, parts: readonly Span[]): Span {
    const { sentence } = this.analysis
    const head = clause?.predicate ?? trigger
    if (isRelation(head, 'root') || !clause) return { start: sentence.start, end: sentence.end }
    const words = this.tree.subtree(head).filter((word) => word.upos !== 'PUNCT')
    const span = wholeSpan(words, parts)
    return { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) }
  }

  private dropped({ event, type, word, side }: Mismatch): Diagnostic {
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

const amountArgument = ({ id, start, end, text }: Quantity): Argument => ({ kind: 'quantity', id, start, end, text })

/** The preposition that a name or noun by itself is read with. */
const saidBy = ({ object = '' }: Frame): string => (object.startsWith('of') ? 'be of' : 'be in')

/** The first member of the word's coordination. */
const first = (tree: Tree, word: Word): Word => {
  const head = isRelation(word, 'conj') ? tree.head(word) : undefined
  return head ? first(tree, head) : word
}

const isAfter = (head: Word, other: Word | undefined): other is Word => other !== undefined && other.index > head.index

/** "lent [him] the office": the office is lent, to him. */
const objectFirst = (a: Part, b: Part): number =>
  a.kind === 'indirect' && b.kind === 'object' ? 1 : a.kind === 'object' && b.kind === 'indirect' ? -1 : 0

const FORMER = new Set(['former', 'ex', 'ex-', 'late', 'retired', 'onetime', 'sometime'])

const PLACE_PREPOSITIONS = new Set(['in', 'at', 'near', 'on', 'outside', 'inside', 'around'])

const predicateOf = (words: readonly string[]) => words.filter(Boolean).join(' ')

function verbLemmas(tree: Tree, clause: Clause, relation: readonly Word[]): string[] {
  if (clause.kind === 'copula')
    return [
      'be',
      ...tree
        .childrenBy(clause.predicate, 'case')
        .filter((word) => word.index < clause.predicate.index && word.xpos !== 'POS')
        .map((word) => word.form.toLowerCase()),
    ]
  const verbs = relation.filter(
    (word) =>
      word.upos === 'VERB' || word.upos === 'ADJ' || isRelation(word, 'compound:prt') || word === clause.predicate,
  )
  return verbs.map((word) => word.lemma.toLowerCase())
}

function sameSides({ subject, object }: Draft): boolean {
  return (
    object !== null &&
    ((subject.start === object.start && subject.end === object.end) ||
      (subject.kind === 'entity' && object.kind === 'entity' && subject.id === object.id))
  )
}

/** One type between the same two words is one claim, however often it is read ("made an attack on" as verb and as noun). */
function withoutDoubles(matches: readonly Match[]): Match[] {
  const found = new Map<string, Match[]>() // more than one of an event: one an amount
  const described = new Set(matches.filter(({ event }) => event.kind === 'isa').map(({ event }) => event.trigger))
  for (const match of matches) {
    if (match.subject === match.event.trigger && described.has(match.subject)) continue // "Djibo, a town in …": Djibo's
    const key = `${match.type.type} ${match.subject.index} ${match.object?.index}`
    const known = found.get(key)
    if (known && known[0]!.event === match.event) known.push(match)
    else if (!known || weight(match) > weight(known[0]!)) found.set(key, [match])
  }
  return [...found.values()].flat()
}

/** A verb or a title says more than a name with a preposition. */
const weight = ({ score, event }: Match): number => score - (event.kind === 'name' ? 10 : 0)

function layersBySentence(layers: Layers): (analysis: Analysis) => SentenceLayers {
  const group = <T extends { readonly sentence: string }>(items: readonly T[]) =>
    groupBy(items, (item) => item.sentence)
  const types = new Map(layers.entities.map(({ id, type }) => [id, type]))
  const cues = layers.attributions.flatMap(({ cue }) => cue ?? [])
  const [mentions, quantities, times] = [group(layers.mentions), group(layers.quantities), group(layers.times)]
  return ({ sentence }) => ({
    mentions: mentions.get(sentence.id) ?? [],
    quantities: quantities.get(sentence.id) ?? [],
    times: times.get(sentence.id) ?? [],
    cues: cues.filter((cue) => overlaps(cue, sentence)),
    typeOf: (entity) => types.get(entity),
  })
}
