import type { Database, Transaction } from './database.ts'

/** Removes articles given by id, key, address or path, with all they own. Gives the ids of those it found. */
export function remove(database: Database, names: readonly string[]): Promise<string[]> {
  return database.write(async (transaction) => {
    const ids = (await transaction.run('write/find-articles', { names })).map(({ id }) => id as string)
    await removeOwned(transaction, ids)
    return ids
  })
}

/** Takes articles out, with their sentences and claims, and marks what they shared with others, so that it is counted and compared anew. */
export async function removeOwned(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const statement of IN_ORDER) await transaction.run(`write/${statement}`, { ids })
}

const IN_ORDER = [
  'mark-names-of-article',
  'mark-statements-of-article',
  'mark-source-of-article',
  'mark-stories-of-article',
  'remove-claims-of-article',
  'remove-sentences-of-article',
  'remove-articles',
]
