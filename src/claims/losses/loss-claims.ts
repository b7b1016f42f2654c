import type { Kit } from '../../kit.ts'
import type { Argument, Claim, Evidence } from '../../model/claim.ts'
import type { Analysis, Document } from '../../model/document.ts'
import { contentId } from '../../model/id.ts'
import type { Mention } from '../../model/mention.ts'
import { around, covers, overlaps, type Span } from '../../model/span.ts'
import { spanOfWords, Tree } from '../../nlp/tree.ts'
import type { Layers } from '../layers.ts'
import { propositionId } from '../propositions.ts'
import { readFactuality } from '../read-factuality.ts'
import { speakerChain } from '../speaker-chain.ts'
import { type Figure, findFigures } from './find-figures.ts'

/** Whose losses, and by which claim the article tells it. */
interface Loser {
  readonly side: Argument
  readonly model: Claim | undefined
}

/**
 * The losses that an article counts without saying in the same clause whose they are: "put the death toll at 31", "casualties may exceed 6,000",
 * "raised its estimate from 600 to 2,000". They are of the event or the force that the sentence, the claims before it, or all the article's claims
 * name; where these leave a choice, nobody's.
 */
export function lossClaims(claims: readonly Claim[], document: Document, layers: Layers, kit: Kit): Claim[] {
  const reader = new LossReader(claims, document, layers, kit)
  const added = document.sentences.flatMap((analysis) => reader.read(analysis))
  if (added.length === 0) return [...claims]
  return [...claims.filter((claim) => !reader.isSaidBetter(claim, added)), ...added].sort(
    (a, b) => a.evidence[0]!.start - b.evidence[0]!.start,
  )
}

/** Types of claims that tell who suffers. */
const FORCES = ['SUFFERED_LOSSES', 'DEPLOYED_TO', 'WITHDREW_FROM']
const DISASTERS = ['KILLED', 'INJURED', 'STRUCK', 'DAMAGED', 'DISPLACED']
/** How sure a claim is whose side stands in another clause. */
const FROM_CONTEXT = 0.75

class LossReader {
  private readonly typed: Claim[]
  /** figures before, to know what a bare one counts */
  private readonly counted: { sentence: number; counted: string; loser: Loser }[] = []

  constructor(
    claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly kit: Kit,
  ) {
    this.typed = claims.filter(({ type }) => FORCES.includes(type) || DISASTERS.includes(type))
  }

  read(analysis: Analysis): Claim[] {
    const { sentence } = analysis
    if (sentence.zone === 'boilerplate') return []
    const inside = this.layers.quantities.filter((quantity) => covers(sentence, quantity))
    if (inside.length === 0) return []
    const tree = new Tree(analysis.words)
    const isRead = (quantity: Span & { id: string }) => this.typed.some((claim) => claim.quantity === quantity.id)
    const figures = findFigures(analysis, tree, inside, this.kit.seeds.claims.losses, isRead)
    return figures.flatMap((figure) => this.toClaim(figure, analysis, tree) ?? [])
  }

  /** An open claim, or one of nobody in particular, that holds the same figure. */
  isSaidBetter(claim: Claim, added: readonly Claim[]): boolean {
    return (
      claim.quantity !== null &&
      (claim.type === 'STATES' || (claim.type === 'DIED' && claim.subject.kind === 'text')) &&
      added.some(({ quantity }) => quantity === claim.quantity)
    )
  }

  private toClaim(figure: Figure, analysis: Analysis, tree: Tree): Claim | undefined {
    const at = this.document.sentences.indexOf(analysis)
    const before = this.before(figure, at)
    const counted = figure.counted ?? before?.counted ?? this.nounBefore(figure, at)
    if (!counted || (figure.ofThem && this.hasCounted(counted, at))) return undefined
    const loser = this.named(figure, analysis, tree) ?? before?.loser ?? this.nearest(figure, at) ?? this.only()
    if (loser?.side.kind !== 'entity') return undefined
    this.counted.push({ sentence: at, counted, loser })
    const isEvent =
      loser.side.id.startsWith('event:') || (loser.model !== undefined && DISASTERS.includes(loser.model.type))
    const type = isEvent ? EVENT_TYPES[counted] : 'SUFFERED_LOSSES'
    const relation = this.kit.seeds.claims.ontology.types.find((one) => one.type === type)
    if (!type || !relation) return undefined
    const { quantity, trigger, carrier, earlier } = figure
    const value: Argument = {
      kind: 'quantity',
      id: quantity.id,
      start: quantity.start,
      end: quantity.end,
      text: quantity.text,
    }
    const { text } = this.document
    const roles = [
      { role: counted, value },
      ...(earlier
        ? [
            {
              role: 'earlier',
              value: { kind: 'text' as const, ...earlier, text: text.slice(earlier.start, earlier.end) },
            },
          ]
        : []),
    ]
    const passage = (role: Evidence['role'], span: Span): Evidence => ({
      sentence: analysis.sentence.id,
      start: span.start,
      end: span.end,
      quote: text.slice(span.start, span.end),
      role,
    })
    const cue = { start: trigger.start, end: trigger.end }
    const clause = spanOfWords(tree.subtree(trigger).filter(({ upos }) => upos !== 'PUNCT'))
    const stance = readFactuality(tree, trigger, this.kit)
    const base = {
      type,
      predicate: trigger.lemma.toLowerCase(),
      subject: loser.side,
      object: isEvent ? value : null,
      roles,
    }
    const name = this.layers.entities.find(({ id }) => loser.side.kind === 'entity' && id === loser.side.id)?.name
    return {
      id: contentId('claim', this.document.article.id, type, 'figure', quantity.start),
      name: `${name ?? loser.side.text} ${isEvent ? `${relation.label} ${quantity.text}` : `suffered losses (${counted}: ${quantity.text})`}`,
      ...base,
      predicateSpans: [carrier && carrier !== trigger ? { start: carrier.start, end: carrier.end } : cue],
      polarity: stance.polarity,
      // "casualties may exceed 6,000" is how an estimate is put
      factuality:
        stance.factuality === 'asserted' || stance.factuality === 'conditional' ? 'estimated' : stance.factuality,
      time: null,
      quantity: quantity.id,
      evidence: [
        passage('whole', around([clause, quantity, ...(carrier ? [carrier] : [])])),
        passage('trigger', cue),
        passage('quantity', quantity),
        ...(covers(analysis.sentence, loser.side) ? [passage('subject', loser.side)] : this.antecedent(loser)),
      ],
      attribution: speakerChain(quantity, this.document, this.layers),
      rule: 'losses.figure',
      confidence: FROM_CONTEXT,
      proposition: propositionId(base, relation, quantity),
    }
  }

  /** "Eleven of them died" after "killed 14 people": a part. */
  private hasCounted(counted: string, at: number): boolean {
    return (
      this.counted.some((one) => one.counted === counted && at - one.sentence <= 1) ||
      this.typedNear(at, ({ roles }) => roles.some(({ role }) => role === counted)).length > 0
    )
  }

  /** A figure in the same sentence, or in the one before, that a bare number corrects. */
  private before({ counted }: Figure, at: number) {
    if (counted) return undefined
    const last = this.counted.at(-1)
    if (last && at - last.sentence <= 1) return last
    const typed = this.typedNear(at, (claim) => claim.quantity !== null).at(-1)
    const role = typed?.roles.find(({ role: one }) => one in this.kit.seeds.claims.losses.counted)?.role
    return typed && role ? { sentence: at, counted: role, loser: { side: typed.subject, model: typed } } : undefined
  }

  /** "The dead are hard to count. The agency raised its estimate …" */
  private nounBefore({ quantity, counted }: Figure, at: number): string | undefined {
    if (counted) return undefined
    const table = Object.entries(this.kit.seeds.claims.losses.counted)
    const words = [this.document.sentences[at - 1], this.document.sentences[at]].flatMap((one) => one?.words ?? [])
    const found = words.findLast(
      (word) =>
        word.end <= quantity.start &&
        word.upos !== 'VERB' &&
        table.some(([, { nouns }]) => nouns.includes(word.lemma.toLowerCase())),
    )
    return found && table.find(([, { nouns }]) => nouns.includes(found.lemma.toLowerCase()))![0]
  }

  /** "the death toll from Storm Maren", "Sudan's casualties" */
  private named({ carrier }: Figure, analysis: Analysis, tree: Tree): Loser | undefined {
    if (!carrier) return undefined
    const phrase = spanOfWords(tree.subtree(carrier))
    const inside = this.layers.mentions.filter(
      (mention) =>
        mention.sentence === analysis.sentence.id &&
        overlaps(phrase, mention) &&
        mention.entity !== null &&
        mention.kind !== 'metonym' &&
        this.maySuffer(mention),
    )
    return inside.length === 1 ? { side: toArgument(inside[0]!), model: undefined } : undefined
  }

  private maySuffer({ entity }: Mention): boolean {
    return entity!.startsWith('event:')
      ? this.isDisaster(entity!)
      : /^(?:country|military-unit):/.test(entity!) && this.isForce(entity!)
  }

  private isForce(id: string): boolean {
    return this.typed.some(
      ({ type, subject }) => FORCES.includes(type) && subject.kind === 'entity' && subject.id === id,
    )
  }

  private isDisaster(id: string): boolean {
    const name =
      this.layers.entities
        .find((entity) => entity.id === id)
        ?.name.toLowerCase()
        .split(/\s+/) ?? []
    const nouns = this.kit.seeds.claims.nounClasses.disaster?.nouns ?? []
    return (
      name.some((word) => nouns.includes(word)) ||
      this.typed.some(({ type, subject }) => type === 'KILLED' && subject.kind === 'entity' && subject.id === id)
    )
  }

  /** Who suffers by the claims of this sentence and the one before, when it is one. */
  private nearest(_figure: Figure, at: number): Loser | undefined {
    return onlyLoser(this.typedNear(at, () => true))
  }

  private typedNear(at: number, fits: (claim: Claim) => boolean): Claim[] {
    const near = new Set([this.document.sentences[at - 1]?.sentence.id, this.document.sentences[at]!.sentence.id])
    return this.typed.filter(
      (claim) => near.has(claim.evidence[0]!.sentence) && claim.subject.kind === 'entity' && fits(claim),
    )
  }

  /** The one who suffers by all that the article claims, or the only disaster it names. */
  private only(): Loser | undefined {
    const told = onlyLoser(this.typed.filter(({ subject }) => subject.kind === 'entity'))
    if (told || this.typed.some(({ subject }) => subject.kind === 'entity')) return told
    const disasters = this.layers.mentions.filter(
      ({ entity, kind }) => kind === 'name' && entity?.startsWith('event:') && this.isDisaster(entity),
    )
    return new Set(disasters.map(({ entity }) => entity)).size === 1
      ? { side: toArgument(disasters[0]!), model: undefined }
      : undefined
  }

  private antecedent({ side, model }: Loser): Evidence[] {
    const own = model?.evidence.find(({ role }) => role === 'subject') ?? model?.evidence[0]
    if (own) return [{ ...own, role: 'antecedent' }]
    const sentence = this.document.sentences.find((one) => covers(one.sentence, side))?.sentence
    return sentence
      ? [{ sentence: sentence.id, start: side.start, end: side.end, quote: side.text, role: 'antecedent' }]
      : []
  }
}

const EVENT_TYPES: Readonly<Record<string, string | undefined>> = { killed: 'KILLED', wounded: 'INJURED' }

const toArgument = ({ id, entity, start, end, text }: Mention): Argument => ({
  kind: 'entity',
  id: entity!,
  mention: id,
  start,
  end,
  text,
})

function onlyLoser(claims: readonly Claim[]): Loser | undefined {
  const ids = new Set(claims.map(({ subject }) => (subject.kind === 'entity' ? subject.id : '')))
  const model = claims.at(-1)
  return ids.size === 1 && model ? { side: model.subject, model } : undefined
}
