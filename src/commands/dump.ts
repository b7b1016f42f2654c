import { type Command, Option } from 'commander'
import { examples } from './examples.ts'
import { onStore, type StoreOptions } from './with-store.ts'

/** `wiregraph dump`: the whole graph, the same bytes for the same graph in any store. */
export function register(program: Command): void {
  onStore(program.command('dump'))
    .description('print every node, then every relationship, one JSON object a line, sorted by id')
    .addOption(new Option('--format <format>', 'form of the output').choices(['jsonl']).default('jsonl'))
    .addHelpText('after', examples('dump > graph.jsonl', 'dump --store bolt://localhost:7687 | sha256sum'))
    .action(async (options: StoreOptions) => {
      const { withStore } = await import('./with-store.ts')
      const { printLine } = await import('./print.ts')
      await withStore(options, async (store) => {
        for await (const line of store.dump()) await printLine(line)
      })
    })
}
