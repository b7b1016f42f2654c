import type { Command } from 'commander'
import { examples } from './examples.ts'
import { onStore, type StoreOptions } from './with-store.ts'

/** `wiregraph entity`: who is it, and what is said of them? */
export function register(program: Command): void {
  onStore(program.command('entity'))
    .description('show whom a name means, what is said of them by type and date, by whom, and what they say')
    .argument('<name>', 'a name or another name, in upper or lower case')
    .addHelpText('after', examples('entity "Kim Jong Un"', 'entity KCNA --json'))
    .action(async (name: string, options: StoreOptions) => {
      const { printProfile } = await import('./print-profile.ts')
      await printProfile(name, options)
    })
}
