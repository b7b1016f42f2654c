import { singular } from '../../amounts/find-noun.ts'
import type { Analysis, Document, Word } from '../../model/document.ts'
import { groupBy } from '../../model/group-by.ts'
import { contentId } from '../../model/id.ts'
import type { Mention } from '../../model/mention.ts'
import type { Quantity } from '../../model/quantity.ts'
import { around, covers, type Span } from '../../model/span.ts'
import { isRelation, type Tree, treeOf } from '../../nlp/tree.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers, Sum } from '../layers.ts'
import { type Lexicon, lexiconOf } from '../typed/lexicon.ts'
import type { MeasureWords } from './measure-words.ts'

/**
 * What is counted piece by piece: "three men and two women", "the driver and two passengers", "12 cars and three lorries" make one amount whose words are
 * all of theirs; "14 people, including four children", "five people, three men and two women", "nine men, two of them soldiers" tell parts of one that is said.
 */
export function findSums(document: Document, layers: Omit<Layers, 'sums'>, kit: ClaimKit): Sum[] {
  const quantities = groupBy(layers.quantities, ({ sentence }) => sentence)
  const mentions = groupBy(layers.mentions, ({ sentence }) => sentence)
  return document.sentences.flatMap((analysis) => {
    const { id } = analysis.sentence
    const own = (quantities.get(id) ?? []).filter(({ kind }) => kind === 'count')
    if (own.length === 0) return []
    return new SumFinder(document.text, analysis, own, mentions.get(id) ?? [], kit).find()
  })
}

/** One who or what is counted: the noun, its words, and how many. */
interface Member {
  readonly head: Word
  readonly span: Span
  readonly unit: string
  readonly isPerson: boolean
  readonly quantity: Quantity | undefined
}

class SumFinder {
  private readonly tree: Tree
  private readonly words: MeasureWords
  private readonly lexicon: Lexicon

  constructor(
    private readonly text: string,
    private readonly analysis: Analysis,
    private readonly quantities: readonly Quantity[],
    private readonly mentions: readonly Mention[],
    kit: ClaimKit,
  ) {
    this.tree = treeOf(analysis.words)
    this.words = kit.seeds.claims.measures
    this.lexicon = lexiconOf(kit.seeds.claims)
  }

  find(): Sum[] {
    const chains = this.analysis.words.map((word) => this.chainFrom(word)).filter((chain) => chain !== undefined)
    const taken = new Set<Quantity>()
    const sums = chains.flatMap((chain): Sum[] => {
      const [first, ...others] = chain
      const isAll = this.isOfAll(first!, others)
      const parts = (isAll ? others : chain).flatMap(({ quantity }) => quantity ?? [])
      const whole = isAll ? first!.quantity : this.toldBefore(first!.span.start, parts)
      for (const part of parts) taken.add(part)
      if (whole) return [{ whole, parts, isMade: false }]
      const unit = this.unitOf(chain)
      return unit ? [{ whole: this.added(chain, unit), parts, isMade: true }] : []
    })
    const single = this.quantities.flatMap((part): Sum[] => {
      const whole = taken.has(part) ? undefined : (this.toldBefore(part.start, [part]) ?? this.ofThem(part))
      return whole ? [{ whole, parts: [part], isMade: false }] : []
    })
    return [...sums, ...single]
  }

  /** All that "and" joins to a word, when each of them is counted, or is one somebody. */
  private chainFrom(word: Word): Member[] | undefined {
    const others = isRelation(word, 'conj') ? [] : this.tree.childrenBy(word, 'conj')
    if (others.length === 0) return undefined
    const links = others.flatMap((one) => this.tree.childrenBy(one, 'cc')).map(({ form }) => form.toLowerCase())
    if (links.length === 0 || !links.every((link) => link === 'and' || link === '&' || link === 'plus'))
      return undefined
    const chain = [word, ...others].map((one) => this.memberOf(one))
    if (chain.some((one) => one === undefined)) return this.sorts(word, others)
    const members = chain as Member[]
    return members.some(({ quantity }) => quantity) ? members : undefined
  }

  /** "three Dutch and two Belgian sailors": sorts of one noun. */
  private sorts(word: Word, others: readonly Word[]): Member[] | undefined {
    const all = [word, ...others]
    const own = all.map((one) =>
      this.quantities.findLast(({ start, noun }) => noun !== null && start < one.start && noun.end >= one.end),
    )
    const units = new Set(own.map((one) => one?.unit ?? null))
    const [unit] = units
    if (units.size !== 1 || !unit || new Set(own).size !== all.length) return undefined
    return all.map((head, at) => ({
      head,
      span: around([own[at]!, head, ...(at === all.length - 1 ? [own[at]!.noun!] : [])]),
      unit,
      isPerson: false,
      quantity: own[at],
    }))
  }

  private memberOf(head: Word): Member | undefined {
    const quantity = this.quantities.find(({ noun }) => noun !== null && covers(noun, head) && noun.end === head.end)
    if (quantity?.unit) {
      const span = around([quantity, quantity.noun!])
      return { head, span, unit: quantity.unit, isPerson: this.isPerson(quantity.unit), quantity }
    }
    const others = head.form === 'others' ? this.quantities.find(({ end }) => end === head.start - 1) : undefined
    if (others?.unit) return { head, span: around([others, head]), unit: others.unit, isPerson: true, quantity: others }
    const name = this.mentions.find(
      (mention) => mention.kind === 'name' && mention.entity?.startsWith('person:') && covers(mention, head),
    )
    if (name) return { head, span: name, unit: 'person', isPerson: true, quantity: undefined }
    const unit = singular(head)
    const opener = this.tree.childrenBy(head, 'det', 'nmod:poss').find(({ form }) => ONE.test(form))
    if (head.xpos !== 'NN' || !opener || !this.isPerson(unit) || MORE_THAN_ONE.test(unit)) return undefined
    return { head, span: around([opener, head]), unit, isPerson: true, quantity: undefined }
  }

  private isPerson(unit: string): boolean {
    return unit === 'person' || unit === 'other' || this.lexicon.typesOf(unit).includes('PERSON')
  }

  /** "[five people], three men and two women": these are they. */
  private isOfAll(first: Member, others: readonly Member[]): boolean {
    const isAny = ({ unit }: Member) => this.words.victims.includes(unit)
    return (
      others.length > 1 &&
      first.quantity !== undefined &&
      isAny(first) &&
      others.every((one) => one.isPerson && !isAny(one))
    )
  }

  /** One noun for all of them; undefined where they are too unlike to be added up. */
  private unitOf(chain: readonly Member[]): string | undefined {
    const units = new Set(chain.map(({ unit }) => unit))
    if (units.size === 1) return chain[0]!.unit
    if (chain.every(({ unit }) => this.words.young.includes(unit))) return 'child'
    if (chain.every(({ isPerson }) => isPerson)) return 'person'
    for (const [name, nouns] of Object.entries(this.words.units))
      if (chain.every(({ unit }) => nouns.includes(unit) || unit === singularOf(name)))
        return COUNTABLE.test(name) ? singularOf(name) : undefined
    return undefined
  }

  private added(chain: readonly Member[], unit: string): Quantity {
    const span = around(chain.map((one) => one.span))
    const parts = chain.map(({ quantity }) => quantity ?? ONE_OF_THEM)
    const sum = (end: 'value' | 'min' | 'max') =>
      parts.some((one) => one[end] === null) ? null : parts.reduce((all, one) => all + one[end]!, 0)
    return {
      id: contentId('quantity', this.analysis.sentence.id, span.start, span.end),
      sentence: this.analysis.sentence.id,
      ...span,
      text: this.text.slice(span.start, span.end),
      kind: 'count',
      value: sum('value'),
      min: sum('min'),
      max: sum('max'),
      minOpen: sum('min') === null || parts.some(({ minOpen }) => minOpen),
      maxOpen: sum('max') === null || parts.some(({ maxOpen }) => maxOpen),
      approximate: parts.some(({ approximate }) => approximate),
      unit,
      noun: null,
    }
  }

  /** "14 people, including [four children]", "five people, [three men and two women]" */
  private toldBefore(start: number, parts: readonly Quantity[]): Quantity | undefined {
    const before = this.quantities.findLast((one) => (one.noun ?? one).end <= start && !parts.includes(one))
    if (!before?.unit || !this.isLike(before, parts[0]!)) return undefined
    const between = this.text.slice((before.noun ?? before).end, start)
    const lead = /^[\s,:(–—-]*(?:\p{L}+\s+){0,3}?(\p{L}+)(?:\s+(?:at least|some|about))?\s*$/u.exec(between)?.[1]
    if (lead && this.words.including.includes(lead.toLowerCase())) return before
    const isList = parts.length > 1 && /^\s*[,:(–—-]+\s*$/.test(between)
    return isList ? before : undefined
  }

  /** "nine men, [two] of them soldiers", "14 people, [five] of whom were children" */
  private ofThem(part: Quantity): Quantity | undefined {
    const after = this.text.slice(part.end, part.end + REACH)
    if (!/^\s+of\s+(?:them|whom|which|those|these)\b/i.test(after)) return undefined
    return this.quantities.findLast((one) => one.end <= part.start && one.noun !== null)
  }

  /** People of people, or the same noun. */
  private isLike({ unit }: Quantity, part: Quantity): boolean {
    return unit === part.unit || (this.isPerson(unit!) && this.isPerson(part.unit ?? ''))
  }
}

const ONE = /^(?:an?|the|his|her|their|its|one)$/i
const MORE_THAN_ONE = /^(?:couple|pair|trio|twin|people|police|other)$/
/** Classes of units whose nouns are things that can be added up. */
const COUNTABLE = /^(?:services|vehicles|homes|jobs)$/
const singularOf = (plural: string): string => plural.replace(/s$/, '')
const ONE_OF_THEM = { value: 1, min: 1, max: 1, minOpen: false, maxOpen: false, approximate: false }
/** UTF-16 units behind an amount that are looked at. */
const REACH = 12
