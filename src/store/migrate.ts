import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_LABELS } from '../graph/labels.ts'
import { HOME } from '../home.ts'
import { StoreError } from '../model/errors.ts'
import { sha256 } from '../model/id.ts'
import { cypher, type Dialect } from './cypher.ts'
import type { Database } from './database.ts'

/** The files of `cypher/schema` that concern a dialect, in the order of their numbers. */
export function migrationsFor(dialect: Dialect): string[] {
  const files = readdirSync(join(HOME, 'cypher', 'schema')).filter((file) => file.endsWith('.cypher'))
  const names = files
    .map((file) => file.replace(/\.cypher$/, '').split('.'))
    .filter(([, only]) => only === undefined || only === dialect)
    .map(([name]) => name!)
  return [...new Set(names)].sort()
}

/**
 * Applies every migration that the graph does not know yet, and writes down its checksum. A migration that was changed after it had been applied,
 * or one this program does not have, is refused: the graph was made by another version.
 */
export async function migrate(database: Database): Promise<void> {
  const applied = new Map(
    (await database.read({ text: 'MATCH (m:Migration) RETURN m.id AS id, m.checksum AS checksum' })).map(
      ({ id, checksum }) => [id as string, checksum as string],
    ),
  )
  const names = migrationsFor(database.dialect)
  const unknown = [...applied.keys()].find((id) => !names.includes(id))
  if (unknown)
    throw new StoreError(`schema/${unknown}`, 'the graph was made by a newer version of wiregraph: update it')
  const rows = names.map((id) => ({ id, checksum: sha256(cypher(`schema/${id}`, database.dialect)).slice(0, 16) }))
  const changed = rows.find(({ id, checksum }) => (applied.get(id) ?? checksum) !== checksum)
  if (changed)
    throw new StoreError(
      `schema/${changed.id}`,
      'was changed after this graph had been made: use a new store, or restore the file',
    )
  const isWhole = (await labelsWithoutUniqueIds(database)).length === 0
  // Each one can be applied again: it does no harm to be killed before they are written down, and what somebody dropped comes back.
  const due = isWhole ? rows.filter(({ id }) => !applied.has(id)) : rows
  for (const { id } of due) await database.define(`schema/${id}`)
  if (due.length > 0) await database.write((transaction) => transaction.run('write/record-migrations', { rows: due }))
}

/** Refuses a graph without the constraints that keep ids unique. */
export async function checkConstraints(database: Database): Promise<void> {
  const missing = await labelsWithoutUniqueIds(database)
  if (missing.length > 0)
    throw new StoreError('schema', `the graph has no unique ids for ${missing.join(', ')}: prepare it before loading`)
}

async function labelsWithoutUniqueIds(database: Database): Promise<string[]> {
  const unique = await database.uniqueProperties()
  return NODE_LABELS.filter((label) => !unique.has(`${label}.id`))
}
