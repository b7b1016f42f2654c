import { type Command, Option } from 'commander'
import { examples } from './examples.ts'
import { isoDate } from './extract.ts'
import type { ExplainOptions } from './print-explanation.ts'

/** `wiregraph explain`: how a sentence is read, stage by stage. */
export function register(program: Command): void {
  program
    .command('explain')
    .description(
      'show how a sentence is read: words, tree, names, amounts, times, speakers, claims and the rule behind each',
    )
    .argument('<text...>', 'sentences, or the path of an article')
    .option('--date <date>', 'day of publication (ISO), for "on Thursday" and the like', isoDate)
    .option('--no-tree', 'leave the trees out')
    .option('--json', 'the extraction as JSON, as `extract` prints it')
    .addOption(new Option('--engine <engine>', 'what reads the sentences').choices(['encoder', 'fast']))
    .addHelpText(
      'after',
      examples(
        'explain "Kyiv says more than 9,000 troops were sent to the border in May." --date 2025-06-01',
        'explain --no-tree seeds/articles/kestrel-wire-groundbreaking.txt',
      ),
    )
    .action(async (words: string[], options: ExplainOptions) => {
      const { explain } = await import('./print-explanation.ts')
      await explain(words, options)
    })
}
