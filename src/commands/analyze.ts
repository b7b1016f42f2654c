import { type Command, Option } from 'commander'
import { examples } from './examples.ts'
import type { AnalyzeOptions } from './print-analysis.ts'

/** `wiregraph analyze`: words, tags, trees, names and coreference as CoNLL-U. */
export function register(program: Command): void {
  program
    .command('analyze')
    .description('show words, tags, trees, names and coreference as CoNLL-U')
    .argument('<file>', 'a file, or - for standard input')
    .addOption(
      new Option('--input <form>', 'what the file holds; with conllu its sentences and words are kept')
        .choices(['text', 'conllu'])
        .default('text'),
    )
    .addOption(new Option('--output <form>', 'form of the output').choices(['conllu']).default('conllu'))
    .addOption(new Option('--engine <engine>', 'what reads the sentences').choices(['encoder', 'fast']))
    .addHelpText('after', examples('analyze article.txt > article.conllu', 'analyze --input conllu treebank.conllu'))
    .action(async (file: string, options: AnalyzeOptions) => {
      const { analyze } = await import('./print-analysis.ts')
      await analyze(file, options)
    })
}
