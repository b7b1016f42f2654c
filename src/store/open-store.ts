import { InputError } from '../model/errors.ts'
import type { Database } from './database.ts'
import { GraphStore } from './graph-store.ts'
import type { Store } from './store.ts'

export interface OpenOptions {
  readonly readOnly?: boolean
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** The folder a graph is kept in when nothing else is said. */
export const DEFAULT_STORE = 'wiregraph.db'

/**
 * The graph at an address: a folder is an embedded one, `bolt://`, `neo4j://` (also `+s`, `+ssc`) a Neo4j. Without an address: NEO4J_URI, else `wiregraph.db`.
 * User and password come from NEO4J_USERNAME and NEO4J_PASSWORD only, the database's name from NEO4J_DATABASE.
 */
export async function openStore(address?: string, options: OpenOptions = {}): Promise<Store> {
  return new GraphStore(await openDatabase(address, options))
}

/** The database behind a store. */
export async function openDatabase(
  address?: string,
  { readOnly = false, env = process.env }: OpenOptions = {},
): Promise<Database> {
  const place = address ?? (env.NEO4J_URI || DEFAULT_STORE)
  if (!/^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//.test(place)) {
    if (/^[a-z][a-z+]+:\/\//i.test(place))
      throw new InputError(place, 'is no address of a store: give a folder, or a bolt:// or neo4j:// address')
    const { openEmbedded } = await import('./embedded.ts')
    return openEmbedded(place, { readOnly })
  }
  const { openNeo4j } = await import('./neo4j.ts')
  return openNeo4j(place, { username: env.NEO4J_USERNAME, password: env.NEO4J_PASSWORD, database: env.NEO4J_DATABASE })
}
