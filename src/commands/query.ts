import { type Command, InvalidArgumentError } from 'commander'
import { examples } from './examples.ts'
import type { QueryOptions } from './run-query.ts'
import { onStore } from './with-store.ts'

/** `wiregraph query`: any Cypher that reads. */
export function register(program: Command): void {
  onStore(program.command('query'))
    .description('ask the graph in Cypher; what would write is refused')
    .argument('[statement]', 'for example: MATCH (e:Entity) RETURN e.name AS name LIMIT 10')
    .option('--file <path>', 'a statement in a file, such as cypher/read/claims-about.cypher')
    .option(
      '-p, --param <name=value>',
      'a parameter; JSON, else taken as text (may be given several times)',
      parameter,
      {},
    )
    .addHelpText(
      'after',
      examples(
        `query 'MATCH (c:Claim) RETURN c.type AS type, count(*) AS claims ORDER BY claims DESC'`,
        'query --file cypher/read/claims-about.cypher -p name=KCNA',
      ),
    )
    .action(async (statement: string | undefined, options: QueryOptions) => {
      const { runQuery } = await import('./run-query.ts')
      await runQuery(statement, options)
    })
}

/** "limit=5" → { limit: 5 }, "name=KCNA" → { name: 'KCNA' }. */
export function parameter(given: string, before: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const at = given.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.')
  const [name, text] = [given.slice(0, at), given.slice(at + 1)]
  return { ...before, [name]: toValue(text) }
}

function toValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
