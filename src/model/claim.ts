import { z } from 'zod'
import { Span } from './span.ts'

/** Direct speech between quotation marks, the marks left out. `speaker` is a mention id. */
export const Quotation = z.object({
  id: z.string(),
  ...Span.shape,
  speaker: z.string().nullable(),
  cue: Span.nullable(),
})
export type Quotation = Readonly<z.infer<typeof Quotation>>

export const AttributionKind = z.enum(['said', 'quoted', 'cited', 'denied', 'published'])
export const AttributionClass = z.enum(['named', 'anonymous', 'document', 'outlet'])

/**
 * Somebody is reported to say, think or write something: `source` is the whole noun phrase, `cue` the reporting word, `content`
 * the reported words in as many pieces as needed.
 */
export const Attribution = z.object({
  id: z.string(),
  sentence: z.string(),
  source: z.object({ ...Span.shape, mention: z.string().nullable() }),
  cue: Span.nullable(),
  content: z.array(Span),
  kind: AttributionKind,
  class: AttributionClass,
})
export type Attribution = Readonly<z.infer<typeof Attribution>>

export const EvidenceRole = z.enum([
  'whole',
  'trigger',
  'subject',
  'object',
  'quantity',
  'time',
  'negation',
  'antecedent',
])

/** One passage that states a claim: its sentence, its exact words there, and the part of the claim they carry. */
export const Evidence = z.object({ sentence: z.string(), ...Span.shape, quote: z.string(), role: EvidenceRole })
export type Evidence = Readonly<z.infer<typeof Evidence>>

const place = { ...Span.shape, text: z.string() }

/** One side of a claim: its exact words, and what they mean. */
export const Argument = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entity'), id: z.string(), mention: z.string(), ...place }),
  z.object({ kind: z.literal('quantity'), id: z.string(), ...place }),
  z.object({ kind: z.literal('time'), id: z.string(), ...place }),
  z.object({ kind: z.literal('text'), ...place }),
])
export type Argument = Readonly<z.infer<typeof Argument>>

export const Polarity = z.enum(['affirmed', 'denied'])
export type Polarity = z.infer<typeof Polarity>
export const Factuality = z.enum(['asserted', 'alleged', 'estimated', 'planned', 'demanded', 'conditional', 'asked'])
export type Factuality = z.infer<typeof Factuality>

/** One link of the chain of speakers, nearest first, the outlet last. */
export const Speaker = z.object({
  order: z.int(),
  kind: AttributionKind,
  entity: z.string().nullable(),
  class: AttributionClass,
  attribution: z.string().nullable(),
})
export type Speaker = Readonly<z.infer<typeof Speaker>>

/** One assertion made at one place: subject, predicate, object, roles, polarity, factuality, who says so, and where. */
export const Claim = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  predicate: z.string(),
  predicateSpans: z.array(Span),
  subject: Argument,
  object: Argument.nullable(),
  roles: z.array(z.object({ role: z.string(), value: Argument })),
  polarity: Polarity,
  factuality: Factuality,
  time: z.string().nullable(),
  quantity: z.string().nullable(),
  evidence: z.array(Evidence).min(1),
  attribution: z.array(Speaker).min(1),
  rule: z.string(),
  confidence: z.number().min(0).max(1),
  proposition: z.string(),
})
export type Claim = Readonly<z.infer<typeof Claim>>

/** Ids of claims that are none, by article. */
export type Struck = ReadonlyMap<string, readonly string[]>
