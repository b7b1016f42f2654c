import { type Command, InvalidArgumentError, Option } from 'commander'
import { examples } from './examples.ts'
import type { ExtractOptions } from './print-extractions.ts'

/** `wiregraph extract`: one extraction a line, in the order of the paths. */
export function register(program: Command): void {
  program
    .command('extract')
    .description('read articles and print what is in them, one JSON object a line')
    .argument('<paths...>', 'files, folders, globs, or - for standard input')
    .addOption(new Option('--format <format>', 'form of the output').choices(['jsonl']).default('jsonl'))
    .option('--verbatim', "take each file (or a JSON object's text) as it is: nothing cut, no zones")
    .addOption(new Option('--engine <engine>', 'what reads the sentences').choices(['encoder', 'fast']))
    .option('--jobs <number>', 'articles read at once (one less than there are cores)', positive)
    .option('--deadline <seconds>', 'time for one article, before its length is counted (30)', positive)
    .option('--date <date>', 'publication date (ISO) of articles that tell none', isoDate)
    .addHelpText(
      'after',
      examples('extract articles/ > extractions.jsonl', 'extract --verbatim sentences.jsonl.gz --engine fast'),
    )
    .action(async (paths: string[], options: ExtractOptions) => {
      const { printExtractions } = await import('./print-extractions.ts')
      process.exitCode = await printExtractions(paths, options)
    })
}

export function positive(value: string): number {
  const number = Number(value)
  if (!(number > 0)) throw new InvalidArgumentError('Give a number above 0.')
  return number
}

export function isoDate(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('Give a date such as 2025-10-24.')
  return value
}
