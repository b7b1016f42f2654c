import { type Command, Option } from 'commander'
import type { BuildOptions } from './build-graph.ts'
import { examples } from './examples.ts'
import { isoDate, positive } from './extract.ts'

/** `wiregraph build`: articles in, a graph out, and a summary of what is in it. */
export function register(program: Command): void {
  program
    .command('build')
    .description('read articles into the graph and show what is in it; what has not changed is not read again')
    .argument('[paths...]', 'files, folders, globs, or - for standard input (the sample articles)')
    .option('--store <address>', 'a folder, or a bolt:// or neo4j:// address (NEO4J_URI, else wiregraph.db)')
    .addOption(new Option('--engine <engine>', 'what reads the sentences').choices(['encoder', 'fast']))
    .option('--jobs <number>', 'articles read at once (one less than there are cores)', positive)
    .option('--deadline <seconds>', 'time for one article, before its length is counted (30)', positive)
    .option('--date <date>', 'publication date (ISO) of articles that tell none', isoDate)
    .option(
      '--judgements <file>',
      'what people found of claims, and of who is who (judgements.jsonl, where there is one; see `judge`)',
    )
    .option('--json', 'the summary as JSON')
    .addHelpText(
      'after',
      examples(
        'build articles/ "more/**/*.html"',
        'build archive.jsonl.gz --store bolt://localhost:7687   (NEO4J_USERNAME, NEO4J_PASSWORD)',
      ),
    )
    .action(async (paths: string[], options: BuildOptions) => {
      const { build } = await import('./build-graph.ts')
      process.exitCode = await build(paths, options)
    })
}
