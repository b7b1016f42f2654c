import { type Command, Option } from 'commander'
import { examples } from './examples.ts'
import type { LoadCommandOptions } from './load-files.ts'
import { onStore } from './with-store.ts'

/** `wiregraph load`: what `extract` printed, into the graph. */
export function register(program: Command): void {
  onStore(program.command('load'))
    .description('load what `extract --format jsonl` printed into the graph')
    .argument('<files...>', 'files of JSON Lines, or - for standard input')
    .addOption(
      new Option('--engine <engine>', 'what had read the sentences').choices(['encoder', 'fast']).default('encoder'),
    )
    .addHelpText('after', examples('load extractions.jsonl', 'extract articles/ | wiregraph load -'))
    .action(async (files: string[], options: LoadCommandOptions) => {
      const { loadFiles } = await import('./load-files.ts')
      process.exitCode = await loadFiles(files, options)
    })
}
