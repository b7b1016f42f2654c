import { groupBy } from '../model/group-by.ts'
import type { Row, Transaction } from './database.ts'
import { writeAll } from './load.ts'

/** Names and counts of entities or outlets from all articles that know them; those that none knows are removed. Gives how many are left. */
export async function recount(
  transaction: Transaction,
  kind: 'entities' | 'sources',
  ids: readonly string[],
): Promise<number> {
  await transaction.run(`refresh/lock-${kind}`, { ids })
  const named = groupBy(await transaction.run(`refresh/names-of-${kind}`, { ids }), ({ id }) => id as string)
  const rows = [...named].map(([id, names]) => ({
    id,
    props: kind === 'entities' ? entityProps(names) : sourceProps(names),
  }))
  await writeAll(transaction, `refresh/set-${kind}`, rows)
  await transaction.run(`refresh/remove-${kind}`, { ids: ids.filter((id) => !named.has(id)) })
  return rows.length
}

function entityProps(names: readonly Row[]) {
  const name = mostCommon(names, 'name')
  const all = new Set(
    names.flatMap((row) => [row.name as string, ...((row.aliases as string[] | null | undefined) ?? [])]),
  )
  all.delete(name!)
  return {
    name,
    aliases: all.size > 0 ? [...all].sort() : null,
    wikidata: mostCommon(names, 'wikidata'),
    mentionCount: sum(names.map(({ mentions }) => mentions as number)),
    articleCount: sum(names.map(({ articles }) => articles as number)),
  }
}

/** An outlet whose kind somebody knows is not of unknown kind. */
const sourceProps = (names: readonly Row[]) => ({
  name: mostCommon(names, 'name'),
  kind:
    mostCommon(
      names.filter(({ kind }) => kind !== 'unknown'),
      'kind',
    ) ?? 'unknown',
})

/** What most articles say; of equals the first by code units. */
function mostCommon(rows: readonly Row[], key: string): string | null {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = row[key] as string | null
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + (row.articles as number))
  }
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return first?.[0] ?? null
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
