import { Argument, type Command } from 'commander'
import { examples } from './examples.ts'
import { onStore } from './with-store.ts'
import type { Choice, JudgeOptions } from './write-judgement.ts'

const CHOICES: readonly Choice[] = ['not a claim', 'same', 'not the same']

/** `wiregraph judge`: a person corrects the reading. */
export function register(program: Command): void {
  onStore(program.command('judge'))
    .description('write down what a claim or a name really is; the next build reads it so, and every one after it')
    .argument(
      '<what>',
      'the id of a claim, as `evidence`, `claims --ids` and `entity --ids` show it; or a name, or the id of who has it',
    )
    .addArgument(new Argument('<judgement>', 'what it is').choices(CHOICES))
    .argument(
      '[other]',
      'same: as whom (a name or an id); not the same: the article that means another (its key, address or path)',
    )
    .option('--name <text>', 'not the same: what to call the other one')
    .option('--reason <text>', 'why')
    .option('--by <name>', 'who says so')
    .option('--file <file>', 'where to write it, a line at the end (judgements.jsonl)')
    .addHelpText(
      'after',
      examples(
        'judge claim:0123456789abcdef "not a claim" --reason "Calder is the ship here" --by Ann',
        'judge "Jon Smith" same "John Smith" --reason "one birth date" --by Ann',
        'judge "John Smith" "not the same" reports/court.txt --name "John Smith (judge)"',
      ),
    )
    .action(async (what: string, judgement: Choice, other: string | undefined, options: JudgeOptions) => {
      const { writeJudgement } = await import('./write-judgement.ts')
      await writeJudgement({ what, judgement, other }, options)
    })
}
