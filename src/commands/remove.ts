import type { Command } from 'commander'
import { examples } from './examples.ts'
import { onStore, type StoreOptions } from './with-store.ts'

/** `wiregraph remove`: articles out of the graph, with all that only they knew. */
export function register(program: Command): void {
  onStore(program.command('remove'))
    .description('remove articles, their claims, and whatever nothing else in the graph mentions')
    .argument('<articles...>', 'ids, keys, addresses or paths of articles')
    .addHelpText(
      'after',
      examples('remove seeds/articles/storm-maren.jsonl', 'remove storm-western-observer --store graphs/storms'),
    )
    .action(async (articles: string[], options: StoreOptions) => {
      const { withStore } = await import('./with-store.ts')
      const { printLine } = await import('./print.ts')
      const removed = await withStore(options, (store) => store.remove(articles), { readOnly: false })
      if (options.json) await printLine(JSON.stringify({ removed }))
      else
        await printLine(
          removed.length > 0
            ? `Removed ${removed.length}: ${removed.join(', ')}`
            : `No such article: ${articles.join(', ')}. \`wiregraph query --file cypher/read/articles.cypher\` lists those there are.`,
        )
      if (removed.length === 0) process.exitCode = 1
    })
}
