import type { Argument, Claim } from '../../model/claim.ts'
import type { Word } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import type { RelationType } from '../ontology.ts'
import type { OpenClaim } from '../open/open-claim.ts'

/** A claim before it is put in its final form. */
export interface Draft {
  readonly type: RelationType | undefined
  /** What an open claim is made of. */
  readonly open?: OpenClaim | undefined
  /** What the frame says more exactly than the type: "was opened". */
  readonly label?: string | undefined
  readonly predicate: string
  readonly relation: readonly Word[]
  /** The word whose clause decides polarity, factuality and speaker. */
  readonly trigger: Word
  /** Where that is another: "did not [take] part". */
  readonly stance?: Word | undefined
  readonly subject: Argument
  readonly object: Argument | null
  /** The whole phrases, wider than the names in them. */
  readonly phrases: { readonly subject: Span; readonly object: Span | null }
  readonly roles: readonly { readonly role: string; readonly value: Argument }[]
  readonly quantity: string | null
  readonly time: string | null
  readonly factuality: Claim['factuality'] | undefined
  /** Said in passing ("the mayor, Lena Maes, may resign"): what holds for the clause around it does not hold for it. */
  readonly presupposed: boolean
  readonly rule: string
  readonly confidence: number
  readonly whole: Span
}
