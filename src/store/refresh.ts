import { compareClaims } from '../corpus/compare-claims.ts'
import type { ConflictRow, EdgeRow } from '../corpus/facts.ts'
import { countIndependentSources } from '../corpus/independent-sources.ts'
import type { CorpusKnowledge } from '../corpus/knowledge.ts'
import { projectEdges } from '../corpus/project-edges.ts'
import { modeOf, type RelationTypes } from '../graph/relation-types.ts'
import { groupBy } from '../model/group-by.ts'
import type { Database, Row, Transaction } from './database.ts'
import { writeAll } from './load.ts'
import type { RefreshReport } from './store.ts'
import { type Fact, toFact } from './to-fact.ts'

/** What comparing needs to know beside the graph. */
export interface Knowledge {
  readonly relationTypes: RelationTypes
  readonly corpus: CorpusKnowledge
}

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
  const report = { entities: 0, propositions: 0, conflicts: 0, edges: 0 }
  for await (const topics of marked(database, 'topics'))
    for (const batch of inBatches(topics.sort(byTypeThenSubject), TOPICS)) {
      const done = await database.write((transaction) => refreshTopics(transaction, batch, knowledge))
      report.propositions += done.propositions
      report.conflicts += done.conflicts
      report.edges += done.edges
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

/** "country:russia SIGNED" → its parts; a topic that is a single proposition has no type. */
const partsOf = (topic: string): { subject: string; type: string | null } => {
  const at = topic.lastIndexOf(' ')
  return at < 0 ? { subject: topic, type: null } : { subject: topic.slice(0, at), type: topic.slice(at + 1) }
}

const byTypeThenSubject = (a: string, b: string): number => {
  const [one, other] = [a, b].map((topic) => `${partsOf(topic).type ?? ''} ${topic}`) as [string, string]
  return one < other ? -1 : one > other ? 1 : 0
}

async function refreshTopics(
  transaction: Transaction,
  topics: readonly string[],
  { relationTypes, corpus: knowledge }: Knowledge,
): Promise<{ propositions: number; conflicts: number; edges: number }> {
  await transaction.run('refresh/lock-topics', { topics })
  const facts = groupBy(await factsOf(transaction, topics), ({ topic }) => topic)
  const propositions = await transaction.run('refresh/propositions-of-topics', { topics })
  const conflicts: ConflictRow[] = []
  const edges: EdgeRow[] = []
  const rows: { id: string; props: object }[] = []
  for (const topic of topics) {
    const found = oncePerClaim(facts.get(topic) ?? [])
    const { subject, type } = partsOf(topic)
    const relation = relationTypes.get(type ?? '')
    const byProposition = groupBy(found, ({ claim }) => claim.proposition)
    const here = compareClaims(
      found.map(({ claim }) => claim),
      { mode: modeOf(relation, subject), knowledge },
    )
    conflicts.push(...here)
    const disputed = new Set(
      here.filter(({ verdict }) => verdict === 'conflicts').flatMap((conflict) => conflict.propositions),
    )
    if (relation)
      edges.push(
        ...projectEdges(
          found.map(({ claim }) => claim),
          { symmetric: relation.symmetric, disputed },
        ),
      )
    for (const [id, group] of byProposition) rows.push({ id, props: summarize(group, disputed.has(id)) })
  }
  const kept = new Set(rows.map(({ id }) => id))
  const gone = propositions.map(({ id }) => id as string).filter((id) => !kept.has(id))
  await transaction.run('refresh/remove-conflicts-of-topics', { topics })
  await transaction.run('refresh/remove-propositions', { ids: gone })
  await writeAll(transaction, 'refresh/set-propositions', rows)
  await writeConflicts(transaction, conflicts)
  await writeEdges(transaction, topics, edges, relationTypes)
  return { propositions: rows.length, conflicts: conflicts.length, edges: edges.length }
}

/** The claims of topics with their sides and speakers. */
async function factsOf(transaction: Transaction, topics: readonly string[]): Promise<Fact[]> {
  const rows = await transaction.run('refresh/facts-of-topics', { topics })
  const claims = [...new Set(rows.map(({ claim }) => (claim as { id: string }).id))]
  const sides = new Map(
    (await transaction.run('refresh/sides-of-claims', { claims })).map((row) => [`${row.claim} ${row.side}`, row]),
  )
  const speakers = new Map(
    (await transaction.run('refresh/speakers-of-claims', { claims })).map((row) => [row.claim as string, row]),
  )
  return rows.map((row) => {
    const { id } = row.claim as { id: string }
    return toFact(row, {
      subject: sides.get(`${id} SUBJECT`),
      object: sides.get(`${id} OBJECT`),
      speaker: speakers.get(id),
    })
  })
}

/** What a proposition's claims make of it. Its name is that of its surest claim. */
function summarize(group: readonly Fact[], disputed: boolean) {
  const best = group.reduce((a, b) =>
    b.claim.confidence > a.claim.confidence || (b.claim.confidence === a.claim.confidence && b.claim.id < a.claim.id)
      ? b
      : a,
  )
  const claims = group.map(({ claim }) => claim)
  return {
    name: best.name,
    type: best.claim.type,
    claimCount: claims.length,
    articleCount: new Set(claims.map(({ article }) => article)).size,
    independentSources: countIndependentSources(claims),
    disputed,
  }
}

async function writeConflicts(transaction: Transaction, conflicts: readonly ConflictRow[]): Promise<void> {
  if (conflicts.length === 0) return
  await writeAll(
    transaction,
    'refresh/merge-conflicts',
    conflicts.map(({ id, name, kind, verdict, reason }) => ({ id, props: { id, name, kind, verdict, reason } })),
  )
  await writeAll(
    transaction,
    'refresh/merge-involves',
    conflicts.flatMap(({ id, members }) =>
      members.map(({ claim, value }) => ({ from: id, to: claim, props: { value } })),
    ),
  )
  await writeAll(
    transaction,
    'refresh/merge-about',
    conflicts.flatMap(({ id, propositions }) => propositions.map((proposition) => ({ from: id, to: proposition }))),
  )
}

/** Writes the edges of topics and takes away those that no claim backs any more. */
async function writeEdges(
  transaction: Transaction,
  topics: readonly string[],
  edges: readonly EdgeRow[],
  relationTypes: RelationTypes,
): Promise<void> {
  const byType = groupBy(
    topics.map(partsOf).filter(({ type }) => type !== null && relationTypes.has(type)),
    ({ type }) => type!,
  )
  for (const [type, group] of byType) {
    const words = { RELATION_TYPE: type }
    const wanted = edges.filter((edge) => edge.type === type)
    const ends = new Set(wanted.map(({ fromId, toId }) => `${fromId} ${toId}`))
    const subjects = group.map(({ subject }) => subject)
    const before = await transaction.run({ name: 'refresh/edges-of-subjects', words }, { subjects })
    const surplus = before.filter(({ origin, target }) => !ends.has(`${origin} ${target}`))
    if (surplus.length > 0)
      await transaction.run(
        { name: 'refresh/remove-edges', words },
        { rows: surplus.map(({ origin, target }) => ({ from: origin, to: target })) },
      )
    const rows = wanted.map(({ type: _type, fromId, toId, ...props }) => ({ from: fromId, to: toId, props }))
    await writeAll(transaction, { name: 'refresh/merge-edges', words }, rows)
  }
}

/** Names and counts of entities or outlets from all articles that know them; those that none knows are removed. Gives how many are left. */
async function recount(
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

/** A claim may be backed by several whole passages; the first in its article speaks for it. */
function oncePerClaim(facts: readonly Fact[]): Fact[] {
  const first = new Map<string, Fact>()
  for (const fact of [...facts].sort((a, b) =>
    a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : a.start - b.start,
  ))
    if (!first.has(fact.claim.id)) first.set(fact.claim.id, fact)
  return [...first.values()]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function* inBatches<T>(list: readonly T[], size: number): Iterable<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size)
}
