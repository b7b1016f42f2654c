import type { Command } from 'commander'
import { examples } from './examples.ts'
import { onStore, type StoreOptions } from './with-store.ts'

/** `wiregraph verify`: whether the graph keeps its promises, asked in the database itself. */
export function register(program: Command): void {
  onStore(program.command('verify'))
    .description('check in the database that every quote is in its place and the graph is whole; exit code 1 if not')
    .addHelpText('after', examples('verify', 'verify --store bolt://localhost:7687   (NEO4J_USERNAME, NEO4J_PASSWORD)'))
    .action(async (options: StoreOptions) => {
      const { withStore } = await import('./with-store.ts')
      const { printLine } = await import('./print.ts')
      const { renderVerification } = await import('../view/render-verification.ts')
      const { styleFor } = await import('../view/terminal.ts')
      const result = await withStore(options, (store) => store.verify())
      await printLine(options.json ? JSON.stringify(result) : renderVerification(result, styleFor(process.stdout)))
      if (!result.ok) process.exitCode = 1
    })
}
