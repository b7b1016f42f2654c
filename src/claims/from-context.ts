import type { Argument, Attribution, Claim, Evidence } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import type { Quantity } from '../model/quantity.ts'
import { around, covers, type Span } from '../model/span.ts'
import { LOWER } from '../text/letters.ts'
import type { Layers } from './layers.ts'
import type { Ontology, RelationType } from './ontology.ts'
import { propositionId } from './propositions.ts'
import { speakerChain } from './speaker-chain.ts'

/**
 * What a reader fills in from the sentences around. "15,000 troops were sent": those of whom the article says that it sends troops, when that is one country.
 * "…, while London assessed 11,000 in the north": as many of what the sentence has just counted. Only what the article leaves no choice about.
 */
export function fromContext(claims: readonly Claim[], document: Document, layers: Layers, ontology: Ontology): Claim[] {
  const types = new Map(ontology.types.map((type) => [type.type, type]))
  const quantities = new Map(layers.quantities.map((quantity) => [quantity.id, quantity]))
  const acted = claims.map((claim) => {
    const type = types.get(claim.type)
    return type ? withSpeaker(withActor(claim, type, claims, quantities), type, layers) : claim
  })
  const counted = layers.attributions.flatMap((said) => countedBy(said, acted, { types, quantities, document, layers }))
  return counted.length === 0 ? acted : [...acted, ...counted].sort((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = ({ evidence }: Claim): number => evidence[0]!.start

/** The counted group's side, when all claims of that type in the article have one actor. */
function withActor(
  claim: Claim,
  type: RelationType,
  claims: readonly Claim[],
  quantities: ReadonlyMap<string, Quantity>,
): Claim {
  const amount = claim.quantity ? quantities.get(claim.quantity) : undefined
  if (claim.subject.kind !== 'text' || !amount || !covers(claim.subject, amount)) return claim
  const others = claims.filter(
    ({ type, subject }) => type === claim.type && subject.kind === 'entity' && !subject.id.startsWith('person:'),
  )
  const actors = new Set(others.map(({ subject }) => (subject.kind === 'entity' ? subject.id : '')))
  if (actors.size !== 1) return claim
  const before = others.filter(({ subject }) => subject.start < claim.subject.start).at(-1) ?? others[0]!
  const base = { ...claim, subject: before.subject }
  return {
    ...base,
    name: withAmount(
      claim.name.replace(claim.subject.text, () => nameOfSubject(before)),
      amount,
    ),
    evidence: [...claim.evidence, antecedent(before)],
    rule: `${claim.rule}.context`,
    confidence: Math.min(claim.confidence, FROM_CONTEXT),
    proposition: propositionId(base, type, amount),
  }
}

/** "Kenya's ministry denied that its troops had withdrawn": the country for which the speaker speaks. */
function withSpeaker(claim: Claim, type: RelationType, { attributions, mentions, entities }: Layers): Claim {
  const { subject } = claim
  if (subject.kind !== 'text' || !/^(?:its|their|our)\s/i.test(subject.text) || !type.domain.includes('COUNTRY'))
    return claim
  const said = attributions.find(({ id }) => id === claim.attribution[0]?.attribution)
  const own = mentions.filter(
    ({ entity, ...span }) => entity?.startsWith('country:') && said !== undefined && covers(said.source, span),
  )
  const country = own[0]
  if (!said || !country?.entity || new Set(own.map(({ entity }) => entity)).size > 1) return claim
  const { id, entity, start, end, text, sentence } = country
  const base = { ...claim, subject: { kind: 'entity' as const, id: entity, mention: id, start, end, text } }
  return {
    ...base,
    name: claim.name.replace(subject.text, () => entities.find((one) => one.id === entity)?.name ?? text),
    evidence: [...claim.evidence, { sentence, start, end, quote: text, role: 'antecedent' }],
    rule: `${claim.rule}.context`,
    confidence: Math.min(claim.confidence, FROM_CONTEXT),
    proposition: propositionId(base, type),
  }
}

/** The count that stood in the side goes behind. */
const withAmount = (name: string, { text }: Quantity): string => (name.includes(text) ? name : `${name} (${text})`)

/** How sure a claim is whose side or count stands in another clause. */
export const FROM_CONTEXT = 0.7

interface Context {
  readonly types: ReadonlyMap<string, RelationType>
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly document: Document
  readonly layers: Layers
}

/** A bare figure that somebody gives counts what the typed claim before it counts, in its sentence or the one before. */
function countedBy(
  said: Attribution,
  claims: readonly Claim[],
  { types, quantities, document, layers }: Context,
): Claim[] {
  const { cue, content, sentence } = said
  if (!cue) return []
  const amount = layers.quantities.find(
    ({ kind, noun, ...place }) =>
      (kind === 'number' || kind === 'count') &&
      (noun === null || noun.end <= place.start) && // by itself, or of what the sentence has counted before
      content.some((piece) => covers(piece, place) && !/\S\s+\S/.test(document.text.slice(piece.start, place.start))),
  )
  const at = document.sentences.findIndex((analysis) => analysis.sentence.id === sentence)
  const words = document.sentences[at]?.words ?? []
  const isClause = words.some(
    (word) => (word.upos === 'VERB' || word.upos === 'AUX') && content.some((piece) => covers(piece, word)),
  )
  if (isClause) return [] // "that about 2,000 of them had been killed" says itself what is counted
  const near = new Set([sentence, document.sentences[at - 1]?.sentence.id])
  const model = claims
    .filter(
      ({ type, quantity, evidence }) =>
        types.has(type) && quantities.get(quantity ?? '')?.kind === 'count' && near.has(evidence[0]!.sentence),
    )
    .filter(({ quantity }) => amount && quantities.get(quantity!)!.end <= said.source.start)
    .at(-1)
  const type = model && types.get(model.type)
  if (!amount || !model || !type) return []
  const value: Argument = { kind: 'quantity', id: amount.id, start: amount.start, end: amount.end, text: amount.text }
  const before = quantities.get(model.quantity!)!
  const roles = model.roles.filter(({ value }) => covers(value, before)).map(({ role }) => ({ role, value }))
  const object = placeIn(content, type, layers) ?? model.object
  const base = { type: model.type, predicate: model.predicate, subject: model.subject, object, roles }
  const passage = (role: Evidence['role'], span: Span): Evidence => ({
    sentence,
    start: span.start,
    end: span.end,
    quote: document.text.slice(span.start, span.end),
    role,
  })
  const where = object ? ` ${/ (to|from|in)$/.exec(type.label)?.[1] ?? 'in'} ${object.text}` : ''
  return [
    {
      ...model,
      ...base,
      id: contentId('claim', document.article.id, model.type, 'counted', amount.start),
      name: `${nameOfSubject(model)} ${type.label.replace(/ (to|from|in)$/, '')}${where} (${amount.text})`,
      predicateSpans: [cue],
      factuality: 'estimated',
      time: null,
      quantity: amount.id,
      evidence: [
        passage('whole', around([said.source, cue, ...content])),
        passage('trigger', cue),
        passage('quantity', amount),
        antecedent(model),
      ],
      attribution: speakerChain(amount, document, layers),
      rule: `${model.rule.replace(/\.context$/, '')}.counted`,
      confidence: FROM_CONTEXT,
      proposition: propositionId(base, type, amount),
    },
  ]
}

/** The one place named in the words that the type can have as its object. */
function placeIn(content: readonly Span[], { range }: RelationType, layers: Layers): Argument | undefined {
  const found = layers.mentions.find(
    (at) =>
      at.entity !== null &&
      at.kind === 'name' &&
      (range as readonly (string | null)[]).includes(at.type) &&
      content.some((piece) => covers(piece, at)),
  )
  return (
    found && {
      kind: 'entity',
      id: found.entity!,
      mention: found.id,
      start: found.start,
      end: found.end,
      text: found.text,
    }
  )
}

const antecedent = (claim: Claim): Evidence => {
  const own = claim.evidence.find(({ role }) => role === 'subject') ?? claim.evidence[0]!
  return { ...own, role: 'antecedent' }
}

/** The subject as the claim's name has it. */
const nameOfSubject = ({ name, subject, type }: Claim): string => {
  const words = name.split(' ')
  const verb = words.findIndex((word, at) => at > 0 && LOWER.test(word))
  return subject.kind === 'entity' && verb > 0 && type !== 'STATES' ? words.slice(0, verb).join(' ') : subject.text
}
