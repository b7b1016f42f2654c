import type { Candidate, Reader } from './candidate.ts'
import type { Evidence } from './evidence.ts'
import { nounEvidence } from './noun-evidence.ts'
import { roleEvidence } from './role-evidence.ts'

/** What the nouns beside a name and its part in the sentence say of its type. */
export const placeEvidence = (name: Candidate, reader: Reader): Evidence[] => [
  ...nounEvidence(name, reader),
  ...roleEvidence(name, reader),
]
