import type { NamingKit } from '../mentions/naming-seeds.ts'
import type { AntecedentModel } from './antecedent-model.ts'
import type { IdentityRules } from './identity-rules.ts'

/** What this stage needs to know. */
export interface EntityKit {
  readonly seeds: NamingKit['seeds'] & { readonly antecedents: AntecedentModel }
  /** what people have judged on who is who */
  readonly identities?: IdentityRules
}
