import type { Argument, Claim, Evidence } from '../../model/claim.ts'
import type { Analysis, Document } from '../../model/document.ts'
import { groupBy } from '../../model/group-by.ts'
import { contentId } from '../../model/id.ts'
import { around, covers, overlaps, type Span } from '../../model/span.ts'
import { spanOfWords, type Tree } from '../../nlp/tree.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import type { RelationType } from '../ontology.ts'
import { OF_AMOUNT } from '../open/telling-amounts.ts'
import { COUNTED, MEASURE, propositionId } from '../propositions.ts'
import { readFactuality } from '../read-factuality.ts'
import { speakerChain } from '../speaker-chain.ts'
import type { Amount, Figure } from './figure.ts'
import type { Loser } from './losers.ts'
import type { MeasureWords } from './measure-words.ts'
import type { Owner } from './owners.ts'

/** What a figure is said to be of. */
export interface FigureReading {
  readonly measure: string
  readonly owner: Owner
  readonly period: string
  readonly noun: string
  readonly time: string | null
}

/** How sure a claim is whose side stands in another clause. */
const FROM_CONTEXT = 0.75

/** The claims made of figures: those that hold one are changed, others added. */
export class FigureWriter {
  readonly changed = new Map<string, Claim>()
  readonly added: Claim[] = []
  private readonly words: MeasureWords
  private readonly types: ReadonlyMap<string, RelationType>
  private readonly byQuantity: ReadonlyMap<string, Claim[]>
  private readonly names: ReadonlyMap<string, string>

  constructor(
    private readonly claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly kit: ClaimKit,
  ) {
    this.words = kit.seeds.claims.measures
    this.types = new Map(kit.seeds.claims.ontology.types.map((type) => [type.type, type]))
    this.byQuantity = groupBy(
      claims.filter(({ quantity }) => quantity !== null),
      ({ quantity }) => quantity!,
    )
    this.names = new Map(layers.entities.map(({ id, name }) => [id, name]))
  }

  ofOwner(figure: Figure, read: FigureReading, analysis: Analysis, tree: Tree): Claim {
    const { quantity, trigger, carrier, earlier } = figure
    const { measure, owner, period, noun, time } = read
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
    const holding = this.holding(quantity)
    if (holding) {
      const isOwn =
        owner.side.kind === 'entity' && holding.subject.kind === 'entity' && holding.subject.id === owner.side.id
      const holder = !isOwn && owner.holder ? [{ role: 'holder', value: owner.holder }] : []
      const changed = {
        ...holding,
        roles: [...roles(holding.roles), ...holder],
        quantity: quantity.kind === 'duration' ? holding.quantity : quantity.id,
        time: holding.time ?? time,
        proposition,
      }
      this.changed.set(holding.id, changed)
      return changed
    }
    const { as, label } = this.words.measures[measure]!
    const type = owner.side.kind === 'entity' && owner.side.id.startsWith('event:') ? EVENT_TYPES[measure] : undefined
    const claim = this.claim(figure, analysis, tree, {
      type: type ?? 'STATES',
      subject: owner.side,
      object: value,
      roles: roles([]),
      name: type
        ? `${owner.name} ${this.types.get(type)!.label} ${quantity.text}`
        : as
          ? `${owner.name} ${as} ${quantity.value ?? quantity.text}`
          : `${owner.name}: ${label} (${quantity.text})`,
      proposition,
      time,
    })
    this.added.push(claim)
    return claim
  }

  ofForce(figure: Figure, counted: string, { side, model }: Loser, analysis: Analysis, tree: Tree): Claim {
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
    { quantity, trigger, carrier, holder }: Figure,
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
        passage('whole', around([clause, quantity, ...[carrier, holder].filter((word) => word !== undefined)])),
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
      ({ id, type, object, rule }) =>
        !this.changed.has(id) &&
        rule !== OF_AMOUNT &&
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
          claim.rule !== OF_AMOUNT &&
          !this.changed.has(claim.id) &&
          ((claim.type === 'STATES' && claim.roles.some(({ value }) => covers(value, quantity))) ||
            (quantity.kind === 'duration' && isSide(claim))),
      )
    return typed ?? own[0] ?? aside()
  }

  private textAt({ start, end }: Span): Argument {
    return { kind: 'text', start, end, text: this.document.text.slice(start, end) }
  }
}

const EVENT_TYPES: Readonly<Record<string, string | undefined>> = { killed: 'KILLED', wounded: 'INJURED' }

const amountOf = ({ id, start, end, text, kind }: Amount): Argument => ({
  kind: kind === 'duration' ? 'time' : 'quantity',
  id,
  start,
  end,
  text,
})
