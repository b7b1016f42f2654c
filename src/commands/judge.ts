import { Argument, type Command } from 'commander'
import { examples } from './examples.ts'
import { onStore, type StoreOptions } from './with-store.ts'

export interface JudgeOptions extends StoreOptions {
  readonly reason?: string
  readonly by?: string
  readonly file?: string
}

/** `wiregraph judge`: a person corrects the reading. */
export function register(program: Command): void {
  onStore(program.command('judge'))
    .description('write down that a claim is none; the next build leaves it out, and every one after it')
    .argument('<claim>', 'the id of a claim, as `evidence`, `claims --ids` and `entity --ids` show it')
    .addArgument(new Argument('<judgement>', 'what it is').choices(['not a claim']))
    .option('--reason <text>', 'why')
    .option('--by <name>', 'who says so')
    .option('--file <file>', 'where to write it, a line at the end (judgements.jsonl)')
    .addHelpText(
      'after',
      examples('judge claim:0123456789abcdef "not a claim" --reason "Calder is the ship here" --by Ann'),
    )
    .action(async (claim: string, judgement: 'not a claim', options: JudgeOptions) => {
      const { writeJudgement } = await import('./write-judgement.ts')
      await writeJudgement(claim, judgement, options)
    })
}
