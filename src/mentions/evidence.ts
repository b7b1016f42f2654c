import type { EntityType } from '../model/mention.ts'
import type { Candidate, Reader } from './candidate.ts'
import { nounEvidence } from './noun-evidence.ts'
import { roleEvidence } from './role-evidence.ts'

/** What speaks for a type (weight above 0) or against it, in points: all that the engine says of a string is worth `ENGINE` points. */
export interface Evidence {
  readonly type: EntityType
  readonly weight: number
}
export const ENGINE = 3

/** What the nouns beside a name and its part in the sentence say of its type. */
export const placeEvidence = (name: Candidate, reader: Reader): Evidence[] => [
  ...nounEvidence(name, reader),
  ...roleEvidence(name, reader),
]
