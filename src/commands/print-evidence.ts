import { findEvidence, findRelationsBetween } from '../query/claims.ts'
import type { Store } from '../store/store.ts'
import { renderEvidence } from '../view/render-claims.ts'
import { oneLine, styleFor } from '../view/terminal.ts'
import { nobodyCalled } from './nobody-called.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

export interface Asked {
  readonly subject: string
  /** a relation type in capitals */
  readonly type: string
  readonly object: string
}

/** Prints every sentence behind a statement; exit code 1 when there is none, and what there is instead. */
export async function printEvidence({ subject, type, object }: Asked, options: StoreOptions): Promise<void> {
  await withStore(options, async (store) => {
    const found = await findEvidence(store, subject, type, object)
    if (options.json) for (const claim of found) await printLine(JSON.stringify(claim))
    else if (found.length > 0) await printLine(renderEvidence(found, styleFor(process.stdout)))
    if (found.length > 0) return
    process.exitCode = 1
    if (!options.json) process.stderr.write(`No sentence says so. ${await whatThereIs(store, subject, object)}\n`)
  })
}

async function whatThereIs(store: Store, subject: string, object: string): Promise<string> {
  for (const name of [subject, object])
    if ((await store.ask('entity-by-name', { name })).length === 0) return nobodyCalled(store, name)
  const types = await findRelationsBetween(store, subject, object)
  const both = `“${oneLine(subject)}” and “${oneLine(object)}”`
  return types.length > 0 ? `Of ${both} is claimed: ${types.join(', ')}.` : `Nothing is claimed of ${both} together.`
}
