import { type Command, Option } from 'commander'
import { examples } from './examples.ts'
import type { OpenIeOptions } from './print-tuples.ts'

/** `wiregraph openie`: what each line says, as tab-separated tuples. */
export function register(program: Command): void {
  program
    .command('openie')
    .description('read one sentence a line and print what it says: sentence, confidence, relation, arguments')
    .argument('<file>', 'a file, or - for standard input')
    .addOption(new Option('--engine <engine>', 'what reads the sentences').choices(['encoder', 'fast']))
    .addHelpText('after', examples('openie sentences.txt'))
    .action(async (file: string, options: OpenIeOptions) => {
      const { printTuples } = await import('./print-tuples.ts')
      await printTuples(file, options)
    })
}
