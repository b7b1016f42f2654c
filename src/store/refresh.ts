import type { Database } from './database.ts'
import { recount } from './recount.ts'
import { refreshStories } from './refresh-stories.ts'
import { byTypeThenSubject, type Knowledge, refreshTopics } from './refresh-topics.ts'
import type { RefreshReport } from './store.ts'

/** Topics compared in one transaction. */
const TOPICS = 400
/** Topics, entities or outlets taken from the graph at a time. */
const MARKED = 10_000
/** Entities or outlets counted in one transaction. */
const NAMED = 1000

/**
 * Compares and counts whatever loads have marked: conflicts, propositions and projected edges, then entities and outlets, which vanish when no article
 * knows them any more. The marks are in the graph and go with the work they stand for, so a killed run is made good by the next one.
 */
export async function refresh(database: Database, knowledge: Knowledge): Promise<RefreshReport> {
  const topics = await refreshMarkedTopics(database, knowledge)
  const stories = await refreshStories(database, knowledge.corpus, knowledge.words)
  if (await markDisputed(database)) await refreshMarkedTopics(database, knowledge)
  const report = {
    entities: 0,
    propositions: topics.propositions,
    edges: topics.edges,
    conflicts: topics.conflicts + stories,
  }
  for (const kind of ['entities', 'sources'] as const)
    for await (const ids of marked(database, kind))
      for (const batch of inBatches(ids.sort(), NAMED)) {
        const kept = await database.write((transaction) => recount(transaction, kind, batch))
        if (kind === 'entities') report.entities += kept
      }
  await database.write((transaction) => transaction.run('write/remove-unused-extractions'))
  return report
}

async function refreshMarkedTopics(
  database: Database,
  knowledge: Knowledge,
): Promise<Pick<RefreshReport, 'propositions' | 'conflicts' | 'edges'>> {
  const report = { propositions: 0, conflicts: 0, edges: 0 }
  for await (const topics of marked(database, 'topics'))
    for (const batch of inBatches(topics.sort(byTypeThenSubject), TOPICS)) {
      const done = await database.write((transaction) => refreshTopics(transaction, batch, knowledge))
      report.propositions += done.propositions
      report.conflicts += done.conflicts
      report.edges += done.edges
    }
  return report
}

/** Marks the topics of propositions that stories have made disputed, or no longer do; false where there are none. */
async function markDisputed(database: Database): Promise<boolean> {
  const [about, marked] = [await database.read('refresh/disputes'), await database.read('refresh/disputed')].map(
    (rows) => new Set(rows.map(({ id }) => id as string)),
  ) as [Set<string>, Set<string>]
  const ids = [...[...about].filter((id) => !marked.has(id)), ...[...marked].filter((id) => !about.has(id))].sort()
  if (ids.length === 0) return false
  await database.write((transaction) => transaction.run('refresh/mark-propositions', { ids }))
  return true
}

/**
 * What is marked, some of it at a time, so that memory does not grow with what was loaded. Each time it is taken to be refreshed before the next; what somebody
 * else marks again meanwhile is theirs to refresh.
 */
async function* marked(database: Database, kind: 'topics' | 'entities' | 'sources'): AsyncGenerator<string[]> {
  for (let before = ''; ; ) {
    const rows = await database.read(`refresh/stale-${kind}`, { limit: MARKED })
    const found = rows.map(({ topic, id }) => (topic ?? id) as string)
    if (found.length === 0 || found.join() === before) return
    yield found
    before = found.join()
  }
}

function* inBatches<T>(list: readonly T[], size: number): Iterable<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}
