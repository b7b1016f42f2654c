import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { loadRelationTypes } from '../../src/graph/relation-types.ts'
import type { Database } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { GraphStore } from '../../src/store/graph-store.ts'
import { openNeo4j } from '../../src/store/neo4j.ts'
import type { Store } from '../../src/store/store.ts'

/** A store to test and the way to a fresh one. */
export interface Subject {
  readonly name: 'embedded' | 'neo4j'
  /** an empty database, prepared */
  fresh(): Promise<{ store: Store; database: Database; address: string; done(): Promise<void> }>
}

export const embedded: Subject = {
  name: 'embedded',
  async fresh() {
    const address = mkdtempSync(join(tmpdir(), 'wiregraph-store-'))
    const database = openEmbedded(address)
    const store = new GraphStore(database, loadRelationTypes())
    await store.prepare()
    const done = async () => {
      await store.close()
      rmSync(address, { recursive: true, force: true })
    }
    return { store, database, address, done }
  },
}

export const neo4j: Subject = {
  name: 'neo4j',
  async fresh() {
    const address = inject('neo4j')
    const database = openNeo4j(address)
    await database.write((transaction) =>
      transaction.run({ text: 'MATCH (node) WHERE NOT node:Migration DETACH DELETE node' }),
    )
    const store = new GraphStore(database, loadRelationTypes())
    await store.prepare()
    return { store, database, address, done: () => store.close() }
  },
}

/** Both stores, or what there is here: `test/support/global-setup.ts` says what is left out. */
export const subjects = (): Subject[] => (inject('neo4j') ? [embedded, neo4j] : [embedded])

export async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const line of store.dump()) lines.push(line)
  return lines
}
