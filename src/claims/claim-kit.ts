import type { EntityKit } from '../entities/entity-kit.ts'
import type { Saying } from '../speech/lexicon.ts'
import type { ClaimSeeds } from './ontology.ts'
import type { OpenClaimModel } from './open/confidence.ts'
import type { Refuting } from './refuting.ts'
import type { StanceWords } from './stance-lexicon.ts'
import type { TypedConfidences } from './typed/confidence.ts'

/** What this stage needs to know. */
export interface ClaimKit {
  readonly seeds: EntityKit['seeds'] & {
    readonly claims: ClaimSeeds
    readonly openClaims: OpenClaimModel
    readonly typedClaims: TypedConfidences
    readonly saying: Saying
    readonly refuting: Refuting
    readonly stance: StanceWords
  }
}
