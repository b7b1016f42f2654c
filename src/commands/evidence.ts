import type { Command } from 'commander'
import { examples } from './examples.ts'
import { onStore, type StoreOptions } from './with-store.ts'

/** `wiregraph evidence`: which sentences say so? */
export function register(program: Command): void {
  onStore(program.command('evidence'))
    .description('show every sentence behind a statement: its words, speakers, article, date and exact place')
    .argument('<subject>', 'a name')
    .argument('<type>', 'a relation type, such as DEPLOYED_TO')
    .argument('<object>', 'a name')
    .addHelpText('after', examples('evidence "North Korea" DEPLOYED_TO Russia'))
    .action(async (subject: string, type: string, object: string, options: StoreOptions) => {
      const { withStore } = await import('./with-store.ts')
      const { printLine } = await import('./print.ts')
      const { findEvidence } = await import('../query/claims.ts')
      const { renderEvidence } = await import('../view/render-claims.ts')
      const { styleFor } = await import('../view/terminal.ts')
      const found = await withStore(options, (store) => findEvidence(store, subject, type.toUpperCase(), object))
      if (options.json) for (const claim of found) await printLine(JSON.stringify(claim))
      else await printLine(found.length > 0 ? renderEvidence(found, styleFor(process.stdout)) : 'No sentence says so.')
      if (found.length === 0) process.exitCode = 1
    })
}
