import type { Command } from 'commander'
import { examples } from './examples.ts'
import { positive } from './extract.ts'
import type { ClaimsOptions } from './print-claims.ts'
import { onStore } from './with-store.ts'

/** `wiregraph claims`: what is claimed, about whom, by whom. */
export function register(program: Command): void {
  onStore(program.command('claims'))
    .description('list claims with time, speakers and article: about a name, of a type, or the surest of all')
    .option('--about <name>', 'only about who or what is called so; where nobody is, those with these words in them')
    .option('--type <type>', 'only of this relation type, such as DEPLOYED_TO; STATES for open claims')
    .option('--limit <number>', 'so many at most (50 where neither name nor type is given)', positive)
    .option('--all', 'also statements that are more likely misread than not; JSON has them all, with their confidence')
    .option('--ids', 'show the ids of claims, for `judge`')
    .addHelpText('after', examples('claims --about KCNA', 'claims --type DEPLOYED_TO --limit 20 --json'))
    .action(async (options: ClaimsOptions) => {
      const { printClaims } = await import('./print-claims.ts')
      await printClaims(options)
    })
}
