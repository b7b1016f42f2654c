import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Kit } from '../kit.ts'
import { Extraction } from '../model/extraction.ts'
import { extract } from '../pipeline.ts'
import type { FromWorker, KitOptions, ToWorker, WorkerStart } from './protocol.ts'

// One worker: makes its kit once, then reads one article after another. Who watches the clock is the pool.

const { kitModule, options } = workerData as WorkerStart
type Start = { readonly ready: true } | { readonly broken: string }
const port = parentPort!
const say = (message: FromWorker | Start) => port.postMessage(message)

try {
  const { createWorkerKit } = (await import(kitModule)) as { createWorkerKit(options: KitOptions): Promise<Kit> }
  const kit = await createWorkerKit(options)
  port.on('message', async ({ article }: ToWorker) => say(await analyse(article, kit)))
  say({ ready: true })
} catch (error) {
  say({ broken: (error as Error).message })
}

async function analyse(article: ToWorker['article'], kit: Kit): Promise<FromWorker> {
  try {
    const checked = Extraction.safeParse(await extract(article, kit))
    return checked.success
      ? { extraction: checked.data }
      : { failed: `breaks the output contract (${z.prettifyError(checked.error).slice(0, 500)})` }
  } catch (error) {
    return { failed: (error as Error).stack?.split('\n').slice(0, 2).join(' ').trim() ?? String(error) }
  }
}
