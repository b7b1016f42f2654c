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
      const { printEvidence } = await import('./print-evidence.ts')
      await printEvidence({ subject, type: type.toUpperCase(), object }, options)
    })
}
