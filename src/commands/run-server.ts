import { serve } from '../serve/server.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

export interface ServeOptions extends StoreOptions {
  readonly port: number
}

/** Serves until Ctrl-C. The graph is opened for each page, so that it can be built anew meanwhile. */
export async function runServer(options: ServeOptions): Promise<void> {
  await withStore(options, async (store) => store.ask('count-nodes')) // no graph, no server
  const serving = await serve((work) => withStore(options, work), options.port)
  await printLine(options.json ? JSON.stringify({ url: serving.url }) : `${serving.url}  (Ctrl-C ends it)`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await serving.close()
}
