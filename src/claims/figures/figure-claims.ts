import type { Kit } from '../../kit.ts'
import type { Argument, Claim, Evidence } from '../../model/claim.ts'
import type { Analysis, Document, Word } from '../../model/document.ts'
import { groupBy } from '../../model/group-by.ts'
import { contentId } from '../../model/id.ts'
import type { Mention } from '../../model/mention.ts'
import type { TimeExpression } from '../../model/quantity.ts'
import { around, covers, overlaps, type Span } from '../../model/span.ts'
import { spanOfWords, type Tree, treeOf } from '../../nlp/tree.ts'
import type { Layers } from '../layers.ts'
import type { RelationType } from '../ontology.ts'
import { COUNTED, MEASURE, propositionId } from '../propositions.ts'
import { readFactuality } from '../read-factuality.ts'
import { speakerChain } from '../speaker-chain.ts'
import { type Lexicon, lexiconOf } from '../typed/lexicon.ts'
import { type Amount, type Figure, findFigures } from './find-figures.ts'
import { type Loser, Losers, toArgument } from './losers.ts'
import type { Measure, MeasureWords } from './measure-words.ts'
import { type Occasion, Occasions } from './occasions.ts'

/**
 * The claims with their figures tied to what they measure, so that articles can be compared: "a further 250 were hurt" is of the people injured in the quake
 * that the article tells of. A claim that holds the figure keeps its words and gets the measure's proposition; where there is none, one is added. Losses of
 * a force are claims of their own type. What an article leaves open, of whom or of which happening, is left alone.
 */
export function figureClaims(claims: readonly Claim[], document: Document, layers: Layers, kit: Kit): Claim[] {
  const reader = new FigureReader(claims, document, layers, kit)
  document.sentences.forEach((analysis, at) => {
    if (analysis.sentence.zone !== 'boilerplate') reader.read(analysis, at)
  })
  return reader.result()
}

/** Whose a figure is: what identifies them whatever type an article takes them for, and how a claim shows them. */
interface Owner {
  readonly key: string
  readonly side: Argument
  readonly roles: Claim['roles']
  readonly name: string
}

interface Read {
  readonly at: number
  readonly measure: string
  readonly owner: Owner | undefined
  readonly loser: Loser | undefined
  readonly period: string
  readonly noun: string
}

/** How sure a claim is whose side stands in another clause. */
const FROM_CONTEXT = 0.75

class FigureReader {
  private readonly words: MeasureWords
  private readonly lexicon: Lexicon
  private readonly types: ReadonlyMap<string, RelationType>
  private readonly byQuantity: ReadonlyMap<string, Claim[]>
  private readonly quantitiesIn: ReadonlyMap<string, Amount[]>
  private readonly mentionsIn: ReadonlyMap<string, Mention[]>
  private readonly names: ReadonlyMap<string, string>
  private readonly occasions: Occasions
  private readonly losers: Losers
  private readonly done: Read[] = []
  private readonly changed = new Map<string, Claim>()
  private readonly added: Claim[] = []

  constructor(
    private readonly claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly kit: Kit,
  ) {
    this.words = kit.seeds.claims.measures
    this.lexicon = lexiconOf(kit.seeds.claims)
    this.types = new Map(kit.seeds.claims.ontology.types.map((type) => [type.type, type]))
    this.byQuantity = groupBy(
      claims.filter(({ quantity }) => quantity !== null),
      ({ quantity }) => quantity!,
    )
    const lengths = layers.times.filter(({ kind, value }) => kind === 'duration' && value !== null).map(toAmount)
    this.quantitiesIn = groupBy<Amount, string>([...layers.quantities, ...lengths], ({ sentence }) => sentence)
    this.mentionsIn = groupBy(layers.mentions, ({ sentence }) => sentence)
    this.names = new Map(layers.entities.map(({ id, name }) => [id, name]))
    this.occasions = new Occasions(claims, document, layers, kit)
    this.losers = new Losers(claims, document, layers)
  }

  /** All claims in reading order; those that an added one says better are left out. */
  result(): Claim[] {
    this.turns()
    if (this.changed.size === 0 && this.added.length === 0) return [...this.claims]
    const better = new Set(this.added.flatMap(({ quantity }) => quantity ?? []))
    const kept = this.claims
      .map((claim) => this.changed.get(claim.id) ?? claim)
      .filter(
        ({ quantity, type, subject }) =>
          quantity === null ||
          !better.has(quantity) ||
          (type !== 'STATES' && !(type === 'DIED' && subject.kind === 'text')),
      )
    return this.added.length === 0
      ? kept
      : [...kept, ...this.added].sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
  }

  read(analysis: Analysis, at: number): void {
    const inside = this.quantitiesIn.get(analysis.sentence.id)
    if (!inside) return
    const tree = treeOf(analysis.words)
    const isRead = ({ id }: Amount) => (this.byQuantity.get(id) ?? []).some((claim) => this.isComparedApart(claim))
    const hasOccasion = (kinds: readonly string[]) => this.occasions.has(kinds)
    for (const figure of findFigures(analysis, tree, this.document.text, inside, this.words, isRead, hasOccasion))
      this.add(figure, analysis, at, tree)
  }

  /** What a claim of a known type counts is compared with others of its subject and type. */
  private isComparedApart({ type, subject, object }: Claim): boolean {
    if (type === 'STATES' || type === 'WON' || subject.kind !== 'entity' || subject.id.startsWith('event:'))
      return false
    return type === 'KILLED' || type === 'INJURED' || this.types.get(type)!.objectOptional || object?.kind === 'entity'
  }

  private add(figure: Figure, analysis: Analysis, at: number, tree: Tree): void {
    const before = figure.measure === undefined ? this.done.findLast((one) => at - one.at <= 1) : undefined
    const name =
      figure.measure ??
      before?.measure ??
      (figure.earlier || figure.carrier ? this.lostBefore(at) : undefined) ??
      this.nounBefore(figure, at)
    const measure = name === undefined ? undefined : this.words.measures[name]
    if (name === undefined || !measure || measure.not?.includes(lemmaOf(figure.counted))) return
    const isAgain = this.done.some((one) => one.measure === name)
    if ((figure.isMore && isAgain) || (figure.ofThem && this.hasCounted(name, at))) return
    const noun = before ? before.noun : this.nounKey(figure, measure)
    const period = this.periodOf(figure, analysis, tree)
    const loser = before ? before.loser : this.loserOf(figure, name, at, tree)
    const owner = loser ? undefined : (before?.owner ?? this.ownerOf(figure, measure, name, analysis, at, tree))
    if ((!loser && !owner) || period === 'each') return
    const last = this.done.findLast((one) => at - one.at <= 1 && one.owner?.key === owner?.key && one.period !== '')
    const read = {
      at,
      measure: name,
      owner,
      loser,
      noun,
      period: measure.periodic ? period || (last?.period ?? '') : '',
    }
    const claim = loser ? this.ofForce(figure, name, loser, analysis, tree) : this.ofOwner(figure, read, analysis, tree)
    if (claim) this.done.push(read)
  }

  private loserOf(figure: Figure, name: string, at: number, tree: Tree): Loser | undefined {
    if (!COUNTED.includes(name)) return undefined
    return this.occasions.isDisasterIn(at) ? undefined : this.losers.of(figure, at, tree)
  }

  private ownerOf(
    figure: Figure,
    measure: Measure,
    name: string,
    analysis: Analysis,
    at: number,
    tree: Tree,
  ): Owner | undefined {
    if (measure.of === 'holder') return this.holderOf(figure, measure, name, analysis, at, tree)
    const doer = figure.doer && this.mentionAt(figure.doer, analysis)
    const isBody = figure.doer !== undefined && this.lexicon.isGroup(lemmaOf(figure.doer))
    if (COUNTED.includes(name) && (isBody || (doer?.entity && !doer.entity.startsWith('event:')))) return undefined
    const occasion = this.occasions.of(at, measure.kinds)
    if (!occasion || this.isElsewhere(figure, analysis, tree, occasion.places)) return undefined
    const { kind, key, word, area, entity } = occasion
    const where = area ? ` in ${this.nameAt(area)}` : ''
    return {
      key,
      side: entity ? this.firstName(entity) : (word ?? area!),
      roles: rolesOf(occasion),
      name: entity ? this.names.get(entity)! : `${kind}${where}`,
    }
  }

  private holderOf(
    { holder }: Figure,
    measure: Measure,
    name: string,
    analysis: Analysis,
    at: number,
    tree: Tree,
  ): Owner | undefined {
    const mention = holder && this.mentionAt(holder, analysis)
    if (!mention) {
      const last = this.done.findLast(
        (one) => at - one.at <= 1 && one.owner && this.words.measures[one.measure]!.periodic,
      )
      return !holder && measure.periodic ? last?.owner : undefined
    }
    if (!mention.entity) return undefined
    const places = measure.during?.flatMap((kind) => [...(this.occasions.ofKind(kind)?.places ?? [])]) ?? []
    const own = { trigger: tree.head(holder) ?? holder, counted: undefined, carrier: undefined, doer: undefined }
    if (
      measure.unit !== 'duration' &&
      this.isElsewhere({ ...own, holder }, analysis, tree, new Set([...places, mention.entity]))
    )
      return undefined
    return {
      key: mention.entity.replace(/^[^:]*:/, ''),
      side: toArgument(mention),
      roles: [],
      name: this.names.get(mention.entity) ?? name,
    }
  }

  /** "in the capital", "among women", "in Texas": of a part, or of another place. */
  private isElsewhere(
    { trigger, counted, carrier, holder, doer }: Pick<Figure, 'trigger' | 'counted' | 'carrier' | 'holder' | 'doer'>,
    { sentence, words }: Analysis,
    tree: Tree,
    places: ReadonlySet<string>,
  ): boolean {
    const named = (this.mentionsIn.get(sentence.id) ?? []).filter(
      ({ entity, kind }) => entity !== null && kind === 'name' && /^(?:place|country):/.test(entity),
    )
    const verb = verbOf(trigger, tree)
    const others = named.filter(({ start, end, entity }) => {
      if (places.has(entity!) || !LOCAL.test(this.document.text.slice(sentence.start, start))) return false
      const head = words.find((word) => word.start >= start && word.end <= end)
      return head !== undefined && verbOf(head, tree) === verb && !isOfThem(head, tree)
    })
    const reporter = counted !== undefined && counted === carrier ? tree.child(verb, 'nsubj') : undefined
    const isReportedBy = (one: Mention) => reporter !== undefined && covers(one, reporter) && !places.has(one.entity!)
    if (others.length > 0 || named.some(isReportedBy)) return true // "in Peru", "Peru recorded 40 cases"
    const heads = [trigger, counted, carrier, holder, doer].flatMap((word) => (word ? [word] : []))
    return heads
      .flatMap((word) => tree.childrenBy(word, 'obl', 'nmod'))
      .some((word) => {
        const mark = tree.child(word, 'case')?.form.toLowerCase() ?? ''
        if (mark === 'among') return true
        if (!/^(?:in|at|for|across|around|outside)$/.test(mark) || !this.words.parts.includes(lemmaOf(word)))
          return false
        const phrase = spanOfWords(tree.subtree(word))
        return !named.some((one) => covers(phrase, one) && places.has(one.entity!))
      })
  }

  private ofOwner(figure: Figure, read: Read, analysis: Analysis, tree: Tree): Claim | undefined {
    const { quantity, trigger, carrier, earlier } = figure
    const { measure, period, noun } = read
    const owner = read.owner!
    const cue = carrier ?? trigger
    const proposition = contentId('prop', 'FIGURE', measure, owner.key, period, noun)
    const value = amountOf(quantity)
    const roles = (known: Claim['roles']) => [
      ...known.filter(({ role, value: one }) => role === 'total' || !overlaps(one, quantity)),
      { role: measure, value },
      { role: MEASURE, value: this.textAt(cue) },
      ...owner.roles,
      ...(earlier ? [{ role: 'earlier', value: this.textAt(earlier) }] : []),
      ...(figure.isRising ? [{ role: 'rising', value: this.textAt(trigger) }] : []),
    ]
    const time = this.timeOf(figure, analysis, tree)
    const holding = this.holding(quantity)
    if (holding) {
      const changed = {
        ...holding,
        roles: roles(holding.roles),
        quantity: quantity.kind === 'duration' ? holding.quantity : quantity.id,
        time: holding.time ?? time,
        proposition,
      }
      this.changed.set(holding.id, changed)
      return changed
    }
    const type = owner.side.kind === 'entity' && owner.side.id.startsWith('event:') ? EVENT_TYPES[measure] : undefined
    const claim = this.claim(figure, analysis, tree, {
      type: type ?? 'STATES',
      subject: owner.side,
      object: type ? value : value,
      roles: roles([]),
      name: type
        ? `${owner.name} ${this.types.get(type)!.label} ${quantity.text}`
        : `${owner.name}: ${this.words.measures[measure]!.label} (${quantity.text})`,
      proposition,
      time,
    })
    this.added.push(claim)
    return claim
  }

  private ofForce(figure: Figure, counted: string, { side, model }: Loser, analysis: Analysis, tree: Tree): Claim {
    const { quantity, earlier } = figure
    const roles = [
      { role: counted, value: amountOf(quantity) },
      ...(earlier ? [{ role: 'earlier', value: this.textAt(earlier) }] : []),
    ]
    const base = {
      type: 'SUFFERED_LOSSES',
      predicate: figure.trigger.lemma.toLowerCase(),
      subject: side,
      object: null,
      roles,
    }
    const name = side.kind === 'entity' ? this.names.get(side.id) : undefined
    const claim = this.claim(figure, analysis, tree, {
      ...base,
      name: `${name ?? side.text} suffered losses (${counted}: ${quantity.text})`,
      proposition: propositionId(base, this.types.get(base.type), quantity),
      time: null,
      model,
    })
    this.added.push(claim)
    return claim
  }

  private claim(
    { quantity, trigger, carrier }: Figure,
    analysis: Analysis,
    tree: Tree,
    parts: Pick<Claim, 'type' | 'subject' | 'object' | 'roles' | 'name' | 'proposition' | 'time'> & {
      readonly model?: Claim | undefined
    },
  ): Claim {
    const { model, ...own } = parts
    const passage = (role: Evidence['role'], span: Span): Evidence => ({
      sentence: analysis.sentence.id,
      start: span.start,
      end: span.end,
      quote: this.document.text.slice(span.start, span.end),
      role,
    })
    const cue = { start: trigger.start, end: trigger.end }
    const clause = spanOfWords(tree.subtree(trigger).filter(({ upos }) => upos !== 'PUNCT'))
    const stance = readFactuality(tree, trigger, this.kit)
    return {
      id: contentId('claim', this.document.article.id, own.type, 'figure', quantity.start),
      predicate: trigger.lemma.toLowerCase(),
      ...own,
      predicateSpans: [carrier && carrier !== trigger ? { start: carrier.start, end: carrier.end } : cue],
      polarity: stance.polarity,
      // "casualties may exceed 6,000" is how an estimate is put
      factuality:
        stance.factuality === 'conditional' ||
        (stance.factuality === 'asserted' && COUNTED.some((role) => own.roles.some((one) => one.role === role)))
          ? 'estimated'
          : stance.factuality,
      quantity: quantity.kind === 'duration' ? null : quantity.id,
      evidence: [
        passage('whole', around([clause, quantity, ...(carrier ? [carrier] : [])])),
        passage('trigger', cue),
        passage('quantity', quantity),
        ...(covers(analysis.sentence, own.subject)
          ? [passage('subject', own.subject)]
          : this.antecedent(own.subject, model)),
      ],
      attribution: speakerChain(quantity, this.document, this.layers),
      rule: 'figures.measure',
      confidence: FROM_CONTEXT,
    }
  }

  private antecedent(side: Argument, model: Claim | undefined): Evidence[] {
    const own = model?.evidence.find(({ role }) => role === 'subject') ?? model?.evidence[0]
    if (own) return [{ ...own, role: 'antecedent' }]
    const sentence = this.document.sentences.find((one) => covers(one.sentence, side))?.sentence
    return sentence
      ? [{ sentence: sentence.id, start: side.start, end: side.end, quote: side.text, role: 'antecedent' }]
      : []
  }

  /** The claim that says the figure already: of a known type before an open one. */
  private holding(quantity: Amount): Claim | undefined {
    const own = (this.byQuantity.get(quantity.id) ?? []).filter(
      ({ id, type, object }) =>
        !this.changed.has(id) &&
        type !== 'LOCATED_IN' &&
        type !== 'WON' &&
        (type === 'STATES' || object?.kind !== 'entity'),
    )
    const typed = own.find(({ type }) => type !== 'STATES')
    const isSide = ({ object }: Claim) => object !== null && object.kind !== 'entity' && covers(object, quantity)
    const aside = () =>
      this.claims.find(
        (claim) =>
          claim.quantity === null &&
          !this.changed.has(claim.id) &&
          ((claim.type === 'STATES' && claim.roles.some(({ value }) => covers(value, quantity))) ||
            (quantity.kind === 'duration' && isSide(claim))),
      )
    return typed ?? own[0] ?? aside()
  }

  /** What is said to have ended, begun or happened, once, on a day. */
  private turns(): void {
    const times = new Map(this.layers.times.map((time) => [time.id, time]))
    for (const claim of this.claims) {
      const { type, subject, predicate, predicateSpans, polarity, object } = claim
      if ((type !== 'STATES' && type !== 'STRUCK') || polarity === 'denied' || this.changed.has(claim.id)) continue
      if (!isOfDay(times.get(claim.time ?? ''))) continue
      const own = predicateSpans.map((span) => this.occasions.happenedIn(span)).find(Boolean)
      const kind = own ?? this.occasions.kindIn(subject)
      const [verb, rest] = predicate.split(' ')
      const turn = own
        ? 'happened'
        : Object.entries(this.words.turns).find(
            ([, { verbs }]) => verbs.includes(verb!) || verbs.includes(`${verb} ${rest}`),
          )?.[0]
      const occasion =
        kind && turn && !(subject.kind === 'entity' && own === undefined && object)
          ? this.occasions.ofKind(kind)
          : undefined
      if (!occasion) continue
      this.changed.set(claim.id, {
        ...claim,
        roles: [
          ...claim.roles,
          { role: MEASURE, value: this.textAt(predicateSpans[0] ?? claim.evidence[0]!) },
          ...rolesOf(occasion),
        ],
        proposition: contentId('prop', 'TURN', turn, occasion.key),
      })
    }
  }

  /** "Eleven of them died" after "killed 14 people": a part. */
  private hasCounted(measure: string, at: number): boolean {
    return (
      this.done.some((one) => one.measure === measure && at - one.at <= 1) ||
      this.losers.near(at).some(({ roles }) => roles.some(({ role }) => role === measure))
    )
  }

  /** What the claim before it counts of a force's losses. */
  private lostBefore(at: number): string | undefined {
    const counts = this.losers.near(at).filter(({ quantity }) => quantity !== null)
    return counts.at(-1)?.roles.find(({ role }) => COUNTED.includes(role))?.role
  }

  /** "The dead are hard to count. The agency raised its estimate …" */
  private nounBefore({ quantity }: Figure, at: number): string | undefined {
    const table = COUNTED.map((name) => [name, this.words.measures[name]?.nouns ?? []] as const)
    const before = [this.document.sentences[at - 1], this.document.sentences[at]].flatMap((one) => one?.words ?? [])
    const found = before.findLast(
      (word) =>
        word.end <= quantity.start &&
        word.upos !== 'VERB' &&
        table.some(([, nouns]) => nouns.includes(word.lemma.toLowerCase())),
    )
    return found && table.find(([, nouns]) => nouns.includes(found.lemma.toLowerCase()))![0]
  }

  /** Nothing for anybody whom it may befall; "children" are counted by themselves. */
  private nounKey({ counted, quantity, carrier }: Figure, { anyone, unit }: Measure): string {
    if (anyone || unit !== 'people' || !counted || counted === carrier || quantity.kind === 'number') return ''
    const lemma = lemmaOf(counted)
    return this.words.victims.includes(lemma) || counted.upos === 'ADJ' ? '' : lemma
  }

  private periodOf({ trigger, quantity }: Figure, analysis: Analysis, tree: Tree): string {
    const verb = verbOf(trigger, tree)
    const clause = around([spanOfWords(tree.subtree(verb)), quantity])
    const text = this.document.text.slice(clause.start, Math.min(clause.end + 12, analysis.sentence.end)).toLowerCase()
    const behind = this.document.text.slice(quantity.end, quantity.end + 14).toLowerCase()
    for (const [period, words] of Object.entries(this.words.periods)) {
      const isRate = period === 'each' || period === 'M' || period === 'D'
      if (words.some((word) => (isRate ? behind.trimStart().startsWith(word) : text.includes(word))))
        return isRate ? 'each' : period
    }
    return ''
  }

  /** A date in the figure's own clause or phrase. */
  private timeOf({ trigger, quantity }: Figure, { sentence, words }: Analysis, tree: Tree): string | null {
    const verb = verbOf(trigger, tree)
    const own = this.layers.times.filter((time) => {
      if (time.sentence !== sentence.id || time.kind !== 'date' || overlaps(time, quantity)) return false
      const head = words.find((word) => word.start >= time.start && word.end <= time.end)
      return head !== undefined && verbOf(head, tree) === verb
    })
    const others = this.quantitiesIn.get(sentence.id)!
    const isNearest = (time: Span) => {
      const between = { start: Math.min(time.end, quantity.end), end: Math.max(time.start, quantity.start) }
      return !others.some((one) => one !== quantity && covers(between, one))
    }
    return (own.find((time) => time.start >= quantity.end && isNearest(time)) ?? own.find(isNearest))?.id ?? null
  }

  private mentionAt(word: Word, { sentence }: Analysis): Mention | undefined {
    return (this.mentionsIn.get(sentence.id) ?? [])
      .filter((mention) => mention.start <= word.start && word.end <= mention.end && mention.entity !== null)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  }

  private nameAt(span: Span): string {
    const mention = this.layers.mentions.find(
      ({ start, end, entity }) => start === span.start && end === span.end && entity,
    )
    return this.names.get(mention?.entity ?? '') ?? this.document.text.slice(span.start, span.end)
  }

  private firstName(entity: string): Argument {
    const first = this.layers.mentions.find((mention) => mention.entity === entity && mention.kind === 'name')
    return toArgument(first ?? this.layers.mentions.find((mention) => mention.entity === entity)!)
  }

  private textAt({ start, end }: Span): Argument {
    return { kind: 'text', start, end, text: this.document.text.slice(start, end) }
  }
}

/** What it is, in which area, and where there. */
const rolesOf = ({ word, area, spots }: Occasion): Claim['roles'] => [
  ...(word ? [{ role: 'kind', value: word }] : []),
  ...(area ? [{ role: 'area', value: area }] : []),
  ...spots.map((value) => ({ role: 'place', value })),
]

const EVENT_TYPES: Readonly<Record<string, string | undefined>> = { killed: 'KILLED', wounded: 'INJURED' }
const isOfDay = (time: TimeExpression | undefined): boolean => (time?.from?.length ?? 0) >= 'YYYY-MM-DD'.length

/** What stands before a place that is told: "in neighbouring" Indiana. */
const LOCAL = /\b(?:in|at|near|around|across|outside|off)\s+(?:[\p{Ll}-]+\s+){0,2}$/iu

/** The predicate whose clause a word is in: its verb, or what a copula says. */
const verbOf = (word: Word, tree: Tree): Word =>
  [word, ...tree.ancestors(word)].find(
    (one) => one.upos === 'VERB' || one.head === 0 || tree.child(one, 'cop') !== undefined,
  ) ?? word

/** "employs 5,900, most of them [in Ohio]": where most are, not of whom the figure is. */
const isOfThem = (place: Word, tree: Tree): boolean => {
  const before = tree.word((tree.child(place, 'case') ?? place).index - 1)
  return before?.upos === 'PRON' && tree.child(before, 'case')?.form === 'of'
}

const lemmaOf = (word: Word | undefined): string => word?.lemma.toLowerCase() ?? ''

const amountOf = ({ id, start, end, text, kind }: Amount): Argument => ({
  kind: kind === 'duration' ? 'time' : 'quantity',
  id,
  start,
  end,
  text,
})

const toAmount = ({ id, sentence, start, end, text }: TimeExpression): Amount => ({
  id,
  sentence,
  start,
  end,
  text,
  kind: 'duration',
  value: null,
  min: null,
  max: null,
  minOpen: false,
  maxOpen: false,
  approximate: false,
  unit: null,
  noun: null,
})
