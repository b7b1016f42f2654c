import { findProfile } from '../query/profile.ts'
import { renderProfile } from '../view/render-claims.ts'
import { styleFor } from '../view/terminal.ts'
import type { EntityOptions } from './entity.ts'
import { nobodyCalled } from './nobody-called.ts'
import { printLine } from './print.ts'
import { withStore } from './with-store.ts'

/** Prints what the graph knows of a name; exit code 1 when nobody is called so. */
export async function printProfile(name: string, options: EntityOptions): Promise<void> {
  await withStore(options, async (store) => {
    const profile = await findProfile(store, name)
    if (options.json) await printLine(JSON.stringify(profile))
    else if (profile.entities.length > 0) await printLine(renderProfile(profile, styleFor(process.stdout), options))
    if (profile.entities.length > 0) return
    process.exitCode = 1
    if (options.json) return
    process.stderr.write(`${await nobodyCalled(store, name)}\n`)
  })
}
