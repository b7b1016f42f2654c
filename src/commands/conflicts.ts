import { type Command, Option } from 'commander'
import { examples } from './examples.ts'

interface ConflictsOptions {
  readonly store?: string
  readonly verdict?: string
  readonly about?: string
  readonly format?: 'text' | 'jsonl'
  readonly json?: boolean
}

/** `wiregraph conflicts`: who disagrees about what. */
export function register(program: Command): void {
  program
    .command('conflicts')
    .description('show where claims do not say the same, with every side, its speaker and its words')
    .option('--store <address>', 'a folder, or a bolt:// or neo4j:// address (NEO4J_URI, else wiregraph.db)')
    .option('--about <name>', 'only those that have to do with who or what is called so')
    .addOption(new Option('--verdict <verdict>', 'only these').choices(['conflicts', 'changed over time', 'refines']))
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'jsonl']).default('text'))
    .option('--json', 'the same as --format jsonl')
    .addHelpText('after', examples('conflicts', 'conflicts --verdict conflicts --json'))
    .action(async ({ store: address, about, verdict, format, json }: ConflictsOptions) => {
      const { openStore } = await import('../store/open-store.ts')
      const { findConflicts } = await import('../query/conflicts.ts')
      const { renderConflicts } = await import('../view/render-conflicts.ts')
      const { styleFor } = await import('../view/terminal.ts')
      const store = await openStore(address, { readOnly: true })
      try {
        const conflicts = await findConflicts(store, { about, verdicts: verdict ? [verdict] : undefined })
        if (json || format === 'jsonl')
          for (const conflict of conflicts) process.stdout.write(`${JSON.stringify(conflict)}\n`)
        else
          process.stdout.write(
            `${conflicts.length > 0 ? renderConflicts(conflicts, styleFor(process.stdout)) : 'No claims contradict each other.'}\n`,
          )
      } finally {
        await store.close()
      }
    })
}
