import type { Command } from 'commander'
import { examples } from './examples.ts'
import { positive } from './extract.ts'
import { onStore, type StoreOptions } from './with-store.ts'

interface ClaimsOptions extends StoreOptions {
  readonly about?: string
  readonly type?: string
  readonly limit?: number
}

/** `wiregraph claims`: what is claimed, about whom, by whom. */
export function register(program: Command): void {
  onStore(program.command('claims'))
    .description('list claims with time, speakers and article: about a name, of a type, or the surest of all')
    .option('--about <name>', 'only about who or what is called so')
    .option('--type <type>', 'only of this relation type, such as DEPLOYED_TO; STATES for open claims')
    .option('--limit <number>', 'so many at most (50 where neither name nor type is given)', positive)
    .addHelpText('after', examples('claims --about KCNA', 'claims --type DEPLOYED_TO --limit 20 --json'))
    .action(async (options: ClaimsOptions) => {
      const { withStore } = await import('./with-store.ts')
      const { printLine } = await import('./print.ts')
      const { findClaims } = await import('../query/claims.ts')
      const { renderClaims } = await import('../view/render-claims.ts')
      const { styleFor } = await import('../view/terminal.ts')
      const { about, limit } = options
      const type = options.type?.toUpperCase()
      const found = (await withStore(options, (store) => findClaims(store, { about, type, limit }))).slice(0, limit)
      if (options.json) for (const claim of found) await printLine(JSON.stringify(claim))
      else await printLine(found.length > 0 ? renderClaims(found, styleFor(process.stdout)) : 'No such claims.')
      if (found.length === 0) process.exitCode = 1
    })
}
