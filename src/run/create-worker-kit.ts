import { existsSync } from 'node:fs'
import { createKit, type Kit } from '../kit.ts'
import type { Engine, Tokens } from '../nlp/engine.ts'
import type { KitOptions } from './protocol.ts'

/** What a worker reads with: its own engine, its own copy of the seeds. */
export async function createWorkerKit({ engine }: KitOptions): Promise<Kit> {
  const engines = new URL('../nlp/create-engine.ts', import.meta.url)
  if (!existsSync(engines)) return createKit(flat)
  const { createEngine } = await import(engines.href)
  return createKit(await createEngine(engine ? { engine } : {}))
}

/** STUB until there is an engine: every word hangs on the first. */
const flat: Engine = {
  id: 'flat',
  read: async (document: readonly Tokens[]) =>
    document.map(({ tokens }) => ({
      names: [],
      words: tokens.map(({ start, end, form }, at) => ({
        start,
        end,
        form,
        index: at + 1,
        lemma: form.toLowerCase(),
        upos: 'X',
        xpos: 'FW',
        head: at === 0 ? 0 : 1,
        deprel: at === 0 ? 'root' : 'dep',
      })),
    })),
  close: async () => {},
}
