import type { Command } from 'commander'
import type { Store } from '../store/store.ts'

export interface StoreOptions {
  readonly store?: string
  readonly json?: boolean
}

/** Adds the options that every command on a graph has. */
export const onStore = (command: Command): Command =>
  command
    .option('--store <address>', 'a folder, or a bolt:// or neo4j:// address (NEO4J_URI, else wiregraph.db)')
    .option('--json', 'print JSON')

/** Opens the graph, does something with it, and closes it whatever happens. */
export async function withStore<T>(
  { store: address }: StoreOptions,
  work: (store: Store) => Promise<T>,
  { readOnly = true } = {},
): Promise<T> {
  const { openStore } = await import('../store/open-store.ts')
  const store = await openStore(address, { readOnly })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
