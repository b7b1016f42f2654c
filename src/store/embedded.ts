import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import grafeo from '@grafeo-db/js'
import { InputError, StoreError } from '../model/errors.ts'
import type { Database, Parameters, Row, Statement, Transaction } from './database.ts'
import { makeFolder } from './make-folder.ts'
import { noValueFor, resolveStatement } from './resolve-statement.ts'

export interface EmbeddedOptions {
  /** Open without the right to write; the folder must be there. Several processes may read at a time. */
  readonly readOnly?: boolean
}

/** The embedded graph in a folder. One process may write; a second one gets a message and no harm is done. */
export function openEmbedded(folder: string, { readOnly = false }: EmbeddedOptions = {}): Database {
  const file = join(folder, 'graph.grafeo')
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new InputError(folder, 'is a file; a store is a folder')
  if (readOnly && !existsSync(file))
    throw new InputError(folder, 'there is no graph here yet: run `wiregraph build` first')
  if (!readOnly) makeFolder(folder)
  return new Embedded(open(folder, file, readOnly), folder)
}

function open(folder: string, file: string, readOnly: boolean): grafeo.GrafeoDB {
  try {
    return readOnly ? grafeo.GrafeoDB.openReadOnly(file) : grafeo.GrafeoDB.create(file)
  } catch (cause) {
    throw new StoreError(folder, whyNotOpen((cause as Error).message), { cause })
  }
}

/** What the database says of a file it does not open, and the way out. */
function whyNotOpen(message: string): string {
  if (message.includes('lock')) return 'another process is using this graph; wait until it is done'
  if (/permission denied|read-only file system/i.test(message))
    return 'may not be written to; change its permissions or choose another folder with --store'
  if (/not a Grafeo database|damaged|format revision|cannot open/i.test(message))
    return `holds no graph that can be opened (${message}); move it away and build it again, or choose another folder with --store`
  return message
}

class Embedded implements Database {
  readonly dialect = 'embedded'
  constructor(
    private readonly db: grafeo.GrafeoDB,
    private readonly folder: string,
  ) {}

  async read(statement: Statement, parameters: Parameters = {}): Promise<Row[]> {
    const transaction = this.db.beginTransaction()
    try {
      const { rows, changed } = await answer(transaction, statement, parameters)
      if (changed) throw new StoreError('query', WOULD_WRITE)
      return rows
    } finally {
      transaction.rollback()
    }
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = this.db.beginTransaction()
    try {
      const result = await work({
        run: async (statement, parameters = {}) => (await answer(transaction, statement, parameters)).rows,
      })
      this.commit(transaction)
      return result
    } catch (error) {
      abandon(transaction)
      throw error
    }
  }

  private commit(transaction: grafeo.Transaction): void {
    try {
      transaction.commit()
    } catch (cause) {
      const problem = `could not be written (${(cause as Error).message}); make room there and run the command again`
      throw new StoreError(this.folder, problem, { cause })
    }
  }

  async define(statement: Statement): Promise<void> {
    await answer(this.db, statement, {})
  }

  async *stream(text: string): AsyncIterable<Row> {
    const stream = await this.db.executeStream(text)
    for (let row = await stream.next(); row !== null; row = await stream.next()) yield toPlainRow(row)
  }

  async uniqueProperties(): Promise<ReadonlySet<string>> {
    const rows = await this.read({ text: 'SHOW CONSTRAINTS' })
    return new Set(
      rows.filter(({ type }) => type === 'UNIQUE').map(({ label, properties }) => `${label}.${properties}`),
    )
  }

  async close(): Promise<void> {
    try {
      this.db.close()
    } catch (cause) {
      const problem = `could not be closed properly (${(cause as Error).message}); make room there and run the command again`
      throw new StoreError(this.folder, problem, { cause })
    }
  }
}

/** A transaction whose commit failed calls itself active, and cannot be rolled back any more. */
function abandon(transaction: grafeo.Transaction): void {
  try {
    if (transaction.isActive) transaction.rollback()
  } catch {
    // it is over, and what ended it is what the user has to hear
  }
}

interface Asked {
  executeCypher(query: string, parameters?: unknown): Promise<grafeo.QueryResult>
}

async function answer(
  on: Asked,
  statement: Statement,
  parameters: Parameters,
): Promise<{ rows: Row[]; changed: boolean }> {
  const { name, text } = resolveStatement(statement, 'embedded')
  try {
    const result = await on.executeCypher(text, parameters)
    const changed = Object.values(result.counters).some((count) => count > 0)
    return { rows: result.toArray().map(toPlainRow), changed }
  } catch (cause) {
    throw new StoreError(name, whyNotAnswered((cause as Error).message), { cause })
  }
}

function whyNotAnswered(message: string): string {
  const missing = message.match(/Missing parameter[^$]*\$(\w+)/)?.[1]
  if (missing) return noValueFor(missing)
  return message.includes('GRAFEO-T003') ? WOULD_WRITE : message
}

const WOULD_WRITE = 'this statement would write; queries only read'

const toPlainRow = (row: Record<string, unknown>): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, toPlain(value)]))

/** Nodes and relationships come as maps with `_labels` or `_type` among the properties. */
function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(toPlain)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  const { _id, _labels, _source, _target, _type, ...properties } = value as Record<string, unknown>
  const plain = toPlainRow(byKey(properties))
  if (Array.isArray(_labels)) return { labels: [..._labels].sort(), properties: plain }
  if (_type !== undefined && _source !== undefined) return { type: _type, properties: plain }
  return plain
}

/** Keys in order: the databases give them in orders of their own. */
const byKey = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)))
