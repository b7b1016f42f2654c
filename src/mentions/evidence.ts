import type { EntityType } from '../model/mention.ts'

/** What speaks for a type (weight above 0) or against it, in points: all that the engine says of a string is worth `ENGINE` points. */
export interface Evidence {
  readonly type: EntityType
  readonly weight: number
}
export const ENGINE = 3
