import type { Argument, Claim } from '../../model/claim.ts'
import type { Mention } from '../../model/mention.ts'
import type { Span } from '../../model/span.ts'

export type Party = Extract<Argument, { kind: 'entity' }>

/** Something that an article tells a stage of: that it was opened, begun, signed, lost. */
export interface Thing {
  readonly kind: string
  /** What tells it from others of its kind in other articles. */
  readonly key: string
  readonly place: Argument | undefined
  /** Whoever made or opened it, where the article names one only. */
  readonly actor: Party | undefined
  readonly events: readonly ThingEvent[]
  /** The first mention of each of its names; the whole name's place in the text. */
  readonly names: readonly { readonly mention: Mention; readonly span: Span }[]
}

export interface ThingEvent {
  readonly claim: Claim
  readonly stage: string
  readonly side: Argument
  /** Who opened, began or signed it. */
  readonly actor: Party | undefined
  /** A time or place that the article gives of the same occasion elsewhere. */
  readonly occasion: Claim | undefined
}

export const toArgument = ({ id, entity, start, end, text }: Mention): Argument =>
  entity ? { kind: 'entity', id: entity, mention: id, start, end, text } : { kind: 'text', start, end, text }
