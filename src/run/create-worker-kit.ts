import { IdentityRules } from '../entities/identity-rules.ts'
import { createKit, type Kit } from '../kit.ts'
import { createEngine } from '../nlp/create-engine.ts'
import type { KitOptions } from './protocol.ts'

/** What a worker reads with: its own engine, its own copy of the seeds. */
export async function createWorkerKit({ engine, identities }: KitOptions): Promise<Kit> {
  const kit = createKit(await createEngine(engine ? { engine } : {}))
  return identities ? { ...kit, identities: new IdentityRules(identities) } : kit
}
