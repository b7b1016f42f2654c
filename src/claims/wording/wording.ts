import type { Speaker } from '../../model/claim.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import type { Sides } from '../sides.ts'

/** What a claim's name is worded with. */
export interface Wording {
  readonly sides: Sides
  readonly layers: Layers
  readonly text: string
  readonly kit: ClaimKit
  /** The names of entities by id. */
  readonly names: ReadonlyMap<string, string>
  readonly attribution: readonly Speaker[]
}

/** "(denied, planned)", or nothing for what is plainly so. */
export const markOf = (marks: readonly string[]): string => (marks.length > 0 ? `(${marks.join(', ')})` : '')
