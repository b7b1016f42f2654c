import { findProfile, findSimilar } from '../query/profile.ts'
import { renderProfile } from '../view/render-claims.ts'
import { oneLine, styleFor } from '../view/terminal.ts'
import { nobodyCalled } from './nobody-called.ts'
import { printLine } from './print.ts'
import { type StoreOptions, withStore } from './with-store.ts'

export interface EntityOptions extends StoreOptions {
  readonly all?: boolean
  readonly ids?: boolean
}

/**
 * Prints what the graph knows of a name; exit code 1 when nobody is called so. Part of a name will do where only one has it: "Matsegora" is then taken as
 * "Aleksandr Matsegora", and it is said.
 */
export async function printProfile(given: string, options: EntityOptions): Promise<void> {
  await withStore(options, async (store) => {
    let profile = await findProfile(store, given)
    if (profile.entities.length === 0) {
      const [only, ...others] = new Set((await findSimilar(store, given)).map(({ name }) => name))
      if (only && others.length === 0) {
        process.stderr.write(`“${oneLine(given)}” is taken as ${oneLine(only)}.\n`)
        profile = await findProfile(store, only)
      }
    }
    const isKnown = profile.entities.length > 0
    if (!isKnown) process.exitCode = 1
    if (options.json) await printLine(JSON.stringify(profile))
    else if (isKnown) await printLine(renderProfile(profile, styleFor(process.stdout), options))
    else process.stderr.write(`${await nobodyCalled(store, given)}\n`)
  })
}
