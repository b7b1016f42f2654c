import { findProfile, findSimilar } from '../query/profile.ts'
import { renderProfile } from '../view/render-claims.ts'
import { oneLine, styleFor } from '../view/terminal.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

/** Prints what the graph knows of a name; exit code 1 when nobody is called so. */
export async function printProfile(name: string, options: StoreOptions): Promise<void> {
  await withStore(options, async (store) => {
    const profile = await findProfile(store, name)
    if (options.json) await printLine(JSON.stringify(profile))
    else if (profile.entities.length > 0) await printLine(renderProfile(profile, styleFor(process.stdout)))
    if (profile.entities.length > 0) return
    process.exitCode = 1
    if (options.json) return
    const similar = (await findSimilar(store, name)).slice(0, 8)
    const hint =
      similar.length > 0 ? ` Is it one of these? ${similar.map((entity) => oneLine(entity.name)).join(', ')}` : ''
    process.stderr.write(`Nobody and nothing in the graph is called “${oneLine(name)}”.${hint}\n`)
  })
}
