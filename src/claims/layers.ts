import type { Attribution, Quotation } from '../model/claim.ts'
import type { Entity, Mention } from '../model/mention.ts'
import type { Quantity, TimeExpression } from '../model/quantity.ts'

/** An amount and the amounts it is made of, as far as they are told. */
export interface Sum {
  readonly whole: Quantity
  readonly parts: readonly Quantity[]
  /** Nobody says it in one number: "three men and two women". */
  readonly isMade: boolean
}

/** What the stages before the claims found in a document. Mentions are resolved. */
export interface Layers {
  readonly quantities: readonly Quantity[]
  /** which of them are parts of others, and what they add up to */
  readonly sums?: readonly Sum[]
  readonly times: readonly TimeExpression[]
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly quotations: readonly Quotation[]
  readonly attributions: readonly Attribution[]
}
