import type { Command } from 'commander'
import { examples } from './examples.ts'
import type { EntityOptions } from './print-profile.ts'
import { onStore } from './with-store.ts'

/** `wiregraph entity`: who is it, and what is said of them? */
export function register(program: Command): void {
  onStore(program.command('entity'))
    .description(
      'show whom a name means, what is said of them by type and date, by whom, what is contradicted, and what they say',
    )
    .argument('<name>', 'a name or another name, in upper or lower case')
    .option('--all', 'also statements that are more likely misread than not; JSON has them all, with their confidence')
    .option('--ids', 'show the ids of claims, for `judge`')
    .addHelpText('after', examples('entity "Kim Jong Un"', 'entity KCNA --json'))
    .action(async (name: string, options: EntityOptions) => {
      const { printProfile } = await import('./print-profile.ts')
      await printProfile(name, options)
    })
}
