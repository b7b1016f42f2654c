import type { RowOptions } from '../graph/node-rows.ts'
import { type GraphRows, type NodeRow, RELATIONSHIP_KINDS } from '../graph/rows.ts'
import { toRows } from '../graph/to-rows.ts'
import { StoreError } from '../model/errors.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Database, Statement, Transaction } from './database.ts'
import { removeOwned } from './remove.ts'
import type { LoadReport } from './store.ts'

/** Rows a statement is given at once: more only cost memory. */
const BATCH = 2000

/** Articles into the graph, in one transaction: what is unchanged is skipped, what is there in another form is replaced. */
export async function load(
  database: Database,
  extractions: readonly Extraction[],
  options: RowOptions,
): Promise<LoadReport[]> {
  const all = lastOfEach(extractions).map((extraction) => ({ extraction, rows: toRows(extraction, options) }))
  const ids = all.map(({ rows }) => rows.article.id)
  const isSame = (rows: GraphRows, known: ReadonlyMap<string, string>) =>
    known.get(rows.article.id) === `${rows.article.props.revision} ${rows.extraction.id}`
  return database.write(async (transaction) => {
    const known = await knownRevisions(transaction, ids)
    const fresh = all.filter(({ rows }) => !isSame(rows, known))
    await removeOwned(
      transaction,
      fresh.map(({ rows }) => rows.article.id).filter((id) => known.has(id)),
    )
    await writeRows(
      transaction,
      fresh.map(({ rows }) => rows),
    )
    return all.map(({ extraction, rows }): LoadReport => {
      const action = isSame(rows, known) ? 'unchanged' : known.has(rows.article.id) ? 'replaced' : 'loaded'
      return {
        article: rows.article.id,
        key: extraction.article.key,
        action,
        rows: action === 'unchanged' ? 0 : rows.count,
      }
    })
  })
}

/** Of several extractions of one article the last one counts. */
const lastOfEach = (extractions: readonly Extraction[]): Extraction[] => [
  ...new Map(extractions.map((extraction) => [extraction.article.id, extraction])).values(),
]

/** Article id → its revision and what read it. */
async function knownRevisions(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.run('write/known-articles', { ids })
  return new Map(rows.map(({ id, revision, extraction }) => [id as string, `${revision} ${extraction}`]))
}

async function writeRows(transaction: Transaction, articles: readonly GraphRows[]): Promise<void> {
  const nodes = (pick: (rows: GraphRows) => readonly NodeRow[]): NodeRow[] => merged(articles.flatMap(pick))
  await writeAll(
    transaction,
    'write/merge-extractions',
    nodes(({ extraction }) => [extraction]),
  )
  await writeAll(
    transaction,
    'write/merge-sources',
    nodes(({ source }) => [source]),
  )
  await writeAll(
    transaction,
    'write/merge-articles',
    nodes(({ article }) => [article]),
  )
  await writeAll(
    transaction,
    'write/merge-sentences',
    nodes(({ sentences }) => sentences),
  )
  for (const label of [...new Set(articles.flatMap(({ entities }) => [...entities.keys()]))].sort()) {
    const rows = nodes(({ entities }) => entities.get(label) ?? [])
    await writeAll(transaction, { name: 'write/merge-entities', words: { EntityLabel: label } }, rows)
  }
  await writeAll(
    transaction,
    'write/merge-propositions',
    nodes(({ propositions }) => propositions),
  )
  await writeAll(
    transaction,
    'write/merge-claims',
    nodes(({ claims }) => claims),
  )
  for (const kind of RELATIONSHIP_KINDS)
    await writeAll(
      transaction,
      `write/merge-${kind}`,
      articles.flatMap(({ relationships }) => relationships.get(kind) ?? []),
    )
}

/** Each id once, in order. */
const merged = (rows: readonly NodeRow[]): NodeRow[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Rows into a statement, a batch at a time; fails when the database wrote another number of them: a MATCH that finds nothing is silent. */
export async function writeAll(
  transaction: Transaction,
  statement: Statement,
  rows: readonly unknown[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH)
    const [answer] = await transaction.run(statement, { rows: batch })
    if (answer?.written !== batch.length) {
      const name = typeof statement === 'string' ? statement : 'name' in statement ? statement.name : 'query'
      throw new StoreError(name, `wrote ${answer?.written} of ${batch.length} rows`)
    }
  }
}
