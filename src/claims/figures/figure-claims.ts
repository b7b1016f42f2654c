import type { Claim } from '../../model/claim.ts'
import type { Analysis, Document, Word } from '../../model/document.ts'
import { groupBy } from '../../model/group-by.ts'
import { isUnnamed } from '../../model/mention.ts'
import type { TimeExpression } from '../../model/quantity.ts'
import { around, covers, overlaps, type Span } from '../../model/span.ts'
import { spanOfWords, type Tree, treeOf, verbOf, verbsOf } from '../../nlp/tree.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import type { RelationType } from '../ontology.ts'
import { OF_AMOUNT } from '../open/telling-amounts.ts'
import { COUNTED } from '../propositions.ts'
import { type Lexicon, lexiconOf } from '../typed/lexicon.ts'
import { AGE, ageFigure } from './ages.ts'
import type { Amount, Figure } from './figure.ts'
import { findFigures } from './find-figures.ts'
import { type Loser, Losers } from './losers.ts'
import type { Measure, MeasureWords } from './measure-words.ts'
import { occasionTurns } from './occasion-turns.ts'
import { type Owner, Owners } from './owners.ts'
import { FigureWriter } from './write-figures.ts'

/**
 * The claims with their figures tied to what they measure, so that articles can be compared: "a further 250 were hurt" is of the people injured in the quake
 * that the article tells of. A claim that holds the figure keeps its words and gets the measure's proposition; where there is none, one is added. Losses of
 * a force are claims of their own type. What an article leaves open, of whom or of which happening, is left alone.
 */
export function figureClaims(claims: readonly Claim[], document: Document, layers: Layers, kit: ClaimKit): Claim[] {
  const reader = new FigureReader(claims, document, layers, kit)
  document.sentences.forEach((analysis, at) => {
    if (analysis.sentence.zone !== 'boilerplate') reader.read(analysis, at)
  })
  return occasionTurns(reader.result(), layers.times, reader.owners.occasions, document.text, kit.seeds.claims.measures)
}

/** A figure that was read, for those after it. */
interface Read {
  readonly at: number
  readonly measure: string
  readonly owner: Owner | undefined
  readonly loser: Loser | undefined
  readonly period: string
  readonly noun: string
}

/** Words for people that may be soldiers. */
const ANYBODY = new Set(['people', 'person', 'man', 'national', 'member', 'life', 'other', 'death', 'toll', 'number'])

class FigureReader {
  readonly owners: Owners
  private readonly words: MeasureWords
  private readonly types: ReadonlyMap<string, RelationType>
  private readonly byQuantity: ReadonlyMap<string, Claim[]>
  private readonly quantitiesIn: ReadonlyMap<string, Amount[]>
  private readonly losers: Losers
  private readonly lexicon: Lexicon
  private readonly writer: FigureWriter
  private readonly done: Read[] = []

  constructor(
    private readonly claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    kit: ClaimKit,
  ) {
    this.words = kit.seeds.claims.measures
    this.types = new Map(kit.seeds.claims.ontology.types.map((type) => [type.type, type]))
    this.byQuantity = groupBy(
      claims.filter(({ quantity }) => quantity !== null),
      ({ quantity }) => quantity!,
    )
    const lengths = layers.times.filter(({ kind, value }) => kind === 'duration' && value !== null).map(toAmount)
    const made = (layers.sums ?? []).flatMap(({ whole, isMade }) => (isMade ? [{ ...whole, isSum: true }] : []))
    this.quantitiesIn = groupBy<Amount, string>([...layers.quantities, ...made, ...lengths], ({ sentence }) => sentence)
    this.owners = new Owners(claims, document, layers, kit)
    this.lexicon = lexiconOf(kit.seeds.claims)
    this.losers = new Losers(claims, document, layers)
    this.writer = new FigureWriter(claims, document, layers, kit)
  }

  /** All claims in reading order; those that an added one says better are left out. */
  result(): Claim[] {
    const { changed, added } = this.writer
    if (changed.size === 0 && added.length === 0) return [...this.claims]
    const better = new Set(added.flatMap(({ quantity }) => quantity ?? []))
    const isToldBetter = ({ rule, evidence: [whole] }: Claim) =>
      rule === OF_AMOUNT &&
      [...added, ...changed.values()].some(({ evidence }) =>
        evidence.some((one) => one.role === 'quantity' && covers(whole!, one)),
      )
    const kept = this.claims
      .map((claim) => changed.get(claim.id) ?? claim)
      .filter(
        (claim) =>
          !isToldBetter(claim) &&
          (claim.quantity === null ||
            !better.has(claim.quantity) ||
            (claim.type !== 'STATES' && !(claim.type === 'DIED' && claim.subject.kind === 'text'))),
      )
    return added.length === 0 ? kept : [...kept, ...added].sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start)
  }

  read(analysis: Analysis, at: number): void {
    const inside = this.quantitiesIn.get(analysis.sentence.id)
    if (!inside) return
    const tree = treeOf(analysis.words)
    const ages = inside.filter((quantity) => quantity.kind === 'age' && this.addAge(quantity, analysis, tree))
    const isAge = new Set(ages.map(({ id }) => id)) // "Ida Holm, 21, killed in her flat": no 21 were
    const isRead = ({ id }: Amount) =>
      isAge.has(id) || (this.byQuantity.get(id) ?? []).some((claim) => this.isComparedApart(claim))
    const hasOccasion = (kinds: readonly string[]) => this.owners.occasions.has(kinds)
    for (const figure of findFigures(analysis, tree, this.document.text, inside, this.words, isRead, hasOccasion))
      this.add(figure, analysis, at, tree)
  }

  /** Whether it is somebody's age. */
  private addAge(quantity: Amount, analysis: Analysis, tree: Tree): boolean {
    const figure = ageFigure(quantity, analysis.words, tree)
    const owner = figure?.holder && this.owners.person(figure.holder, analysis)
    if (!owner) return false
    this.writer.ofOwner(figure, { measure: AGE, owner, period: '', noun: '', time: null }, analysis, tree)
    return true
  }

  /** What a claim of a known type counts is compared with others of its subject and type. */
  private isComparedApart({ type, subject, object }: Claim): boolean {
    if (type === 'STATES' || type === 'WON' || subject.kind !== 'entity' || subject.id.startsWith('event:'))
      return false
    if (isUnnamed(subject.id)) return false
    return type === 'KILLED' || type === 'INJURED' || this.types.get(type)!.objectOptional || object?.kind === 'entity'
  }

  private add(figure: Figure, analysis: Analysis, at: number, tree: Tree): void {
    const isLike = (one: Read) => at - one.at <= 1 && isAmountOf(this.words.measures[one.measure]!, figure.quantity)
    const before = figure.measure === undefined ? this.done.findLast(isLike) : undefined
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
    if (loser) this.writer.ofForce(figure, name, loser, analysis, tree)
    else
      this.writer.ofOwner(figure, { ...read, owner: owner!, time: this.timeOf(figure, analysis, tree) }, analysis, tree)
    this.done.push(read)
  }

  /** "two inmates were shot dead": no losses of a force. */
  private isCivil({ counted }: Figure): boolean {
    const lemma = counted && lemmaOf(counted)
    if (!lemma || counted.upos !== 'NOUN') return false
    return !['troops', 'casualties', 'weapons'].some((name) => this.lexicon.isA(lemma, name)) && !ANYBODY.has(lemma)
  }

  private loserOf(figure: Figure, name: string, at: number, tree: Tree): Loser | undefined {
    if (!COUNTED.includes(name) || this.isCivil(figure)) return undefined
    return this.owners.occasions.isDisasterIn(at) ? undefined : this.losers.of(figure, at, tree)
  }

  /** Of figures of one sentence or the next, those without a holder are of the one before. */
  private ownerOf(
    figure: Figure,
    measure: Measure,
    name: string,
    analysis: Analysis,
    at: number,
    tree: Tree,
  ): Owner | undefined {
    const last = this.done.findLast(
      (one) => at - one.at <= 1 && one.owner && this.words.measures[one.measure]!.periodic,
    )
    return this.owners.of({ figure, measure, name, analysis, at, tree }, last?.owner)
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
    if (this.words.victims.includes(lemma) || counted.upos === 'ADJ') return ''
    const alike = Object.entries(this.words.alike).find(([, nouns]) => nouns.includes(lemma)) // "23 soldiers", "38 troops"
    return alike ? alike[0] : lemma
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
    const verbs = verbsOf(trigger, tree)
    const own = this.layers.times.filter((time) => {
      if (time.sentence !== sentence.id || time.kind !== 'date' || overlaps(time, quantity)) return false
      const head = words.find((word) => word.start >= time.start && word.end <= time.end)
      return head !== undefined && verbs.includes(verbOf(head, tree))
    })
    const others = this.quantitiesIn.get(sentence.id)!
    const isNearest = (time: Span) => {
      const between = { start: Math.min(time.end, quantity.end), end: Math.max(time.start, quantity.start) }
      return !others.some((one) => one !== quantity && covers(between, one))
    }
    return (own.find((time) => time.start >= quantity.end && isNearest(time)) ?? own.find(isNearest))?.id ?? null
  }
}

const lemmaOf = (word: Word | undefined): string => word?.lemma.toLowerCase() ?? ''

/** A percentage is of what is told in percent, a bare number of what is counted. */
const isAmountOf = ({ unit }: Measure, { kind }: Amount): boolean => {
  const units = unit.split(' ')
  return kind === 'percent' || kind === 'money'
    ? units.includes(kind)
    : !units.some((one) => one === 'percent' || one === 'money' || one === 'duration')
}

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
