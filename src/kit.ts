import { type AmountSeeds, loadAmountSeeds } from './amounts/lexicon.ts'
import { type ClaimSeeds, loadClaimSeeds } from './claims/ontology.ts'
import { OpenClaimModel } from './claims/open/confidence.ts'
import { Refuting } from './claims/refuting.ts'
import { StanceWords } from './claims/stance-lexicon.ts'
import { TypedConfidences } from './claims/typed/confidence.ts'
import { AntecedentModel } from './entities/antecedent-model.ts'
import type { IdentityRules } from './entities/identity-rules.ts'
import { loadNamingSeeds, type NamingSeeds } from './mentions/naming-seeds.ts'
import type { Engine } from './nlp/engine.ts'
import { readModel, readSeed } from './read-seed.ts'
import { Saying } from './speech/lexicon.ts'
import { TimeWords } from './times/lexicon.ts'

/** What the stages know before they read: words, rules and known names (`seeds/`), and the engine. Read once, never changed. */
export interface Kit {
  readonly engine: Engine
  readonly seeds: Seeds
  /** what people have judged on who is who */
  readonly identities?: IdentityRules
}

/** One property a seed file; its schema lives beside the stage that uses it. */
export interface Seeds {
  readonly claims: ClaimSeeds
  readonly openClaims: OpenClaimModel
  readonly typedClaims: TypedConfidences
  readonly antecedents: AntecedentModel
  readonly amounts: AmountSeeds
  readonly naming: NamingSeeds
  readonly saying: Saying
  readonly refuting: Refuting
  readonly times: TimeWords
  readonly stance: StanceWords
}

/** Reads every seed file; throws `InputError` with the file and the place when one breaks its schema. */
export function loadSeeds(): Seeds {
  return {
    antecedents: readModel('coref.json', AntecedentModel),
    amounts: loadAmountSeeds(readSeed),
    naming: loadNamingSeeds(readSeed),
    saying: readSeed('lexicon/saying.json', Saying),
    refuting: readSeed('lexicon/refuting.json', Refuting),
    times: readSeed('lexicon/time-words.json', TimeWords),
    claims: loadClaimSeeds(readSeed),
    openClaims: readModel('open-claims.json', OpenClaimModel),
    typedClaims: readModel('typed-claims.json', TypedConfidences),
    stance: readSeed('lexicon/stance.json', StanceWords),
  }
}

export const createKit = (engine: Engine, seeds: Seeds = loadSeeds()): Kit => ({ engine, seeds })
