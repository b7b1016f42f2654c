import { compareClaims } from '../corpus/compare-claims.ts'
import type { ConflictRow, EdgeRow } from '../corpus/facts.ts'
import { countIndependentSources } from '../corpus/independent-sources.ts'
import type { CorpusKnowledge } from '../corpus/knowledge.ts'
import { projectEdges } from '../corpus/project-edges.ts'
import type { StoryWords } from '../corpus/stories/words.ts'
import { modeOf, type RelationTypes } from '../graph/relation-types.ts'
import { groupBy } from '../model/group-by.ts'
import { EntityType, idPrefix, isUnnamed } from '../model/mention.ts'
import type { Parameters, Transaction } from './database.ts'
import { writeAll } from './load.ts'
import { type Fact, toFact } from './to-fact.ts'

/** What comparing needs to know beside the graph. */
export interface Knowledge {
  readonly relationTypes: RelationTypes
  readonly corpus: CorpusKnowledge
  readonly words: StoryWords
}

/** ":russia SIGNED" → its parts; a topic that is a single proposition has no type. */
const partsOf = (topic: string): { subject: string; type: string | null } => {
  const at = topic.lastIndexOf(' ')
  return at < 0 ? { subject: topic, type: null } : { subject: topic.slice(0, at), type: topic.slice(at + 1) }
}

/** Topics of one relation type together. */
export const byTypeThenSubject = (a: string, b: string): number => {
  const [one, other] = [a, b].map((topic) => `${partsOf(topic).type ?? ''} ${topic}`) as [string, string]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Compares all claims of topics and writes what comes of it: propositions, contradictions, edges. */
export async function refreshTopics(
  transaction: Transaction,
  topics: readonly string[],
  { relationTypes, corpus: knowledge }: Knowledge,
): Promise<{ propositions: number; conflicts: number; edges: number }> {
  await transaction.run('refresh/lock-topics', { topics })
  const facts = groupBy(await factsOf(transaction, topics), ({ topic }) => topic)
  const propositions = await transaction.run('refresh/propositions-of-topics', { topics })
  const told = (await transaction.run('refresh/story-disputes-of-topics', { topics })).map(({ id }) => id as string)
  const conflicts: ConflictRow[] = []
  const edges: EdgeRow[] = []
  const rows: { id: string; props: object }[] = []
  for (const topic of topics) {
    const found = oncePerClaim(facts.get(topic) ?? [])
    const { type } = partsOf(topic)
    const relation = relationTypes.get(type ?? '')
    const byProposition = groupBy(found, ({ claim }) => claim.proposition)
    const here = compareClaims(
      found.map(({ claim }) => claim),
      { mode: thingMode(found, relationTypes) ?? modeOf(relation, found[0]?.claim.subjectId ?? ''), knowledge },
    )
    conflicts.push(...here)
    const disputed = new Set([
      ...here.filter(({ verdict }) => verdict === 'conflicts').flatMap((conflict) => conflict.propositions),
      ...told,
    ])
    if (relation)
      edges.push(
        ...projectEdges(
          found.map(({ claim }) => claim),
          { symmetric: relation.symmetric, disputed },
        ),
      )
    else edges.push(...edgesOfFigures(found, relationTypes, disputed))
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

/** "Storm Maren killed 14 people": a figure of a measure, and an edge all the same when who did it has a name. */
function edgesOfFigures(
  found: readonly Fact[],
  relationTypes: RelationTypes,
  disputed: ReadonlySet<string>,
): EdgeRow[] {
  const named = found
    .map(({ claim }) => claim)
    .filter(({ measured, subjectId }) => measured && subjectId !== null && !isUnnamed(subjectId))
  return [...groupBy(named, ({ type }) => type)].flatMap(([type, claims]) => {
    const relation = relationTypes.get(type)
    return relation ? projectEdges(claims, { symmetric: relation.symmetric, disputed }) : []
  })
}

/** Names and stages of one thing are a topic by themselves, whoever is their subject. */
function thingMode([first]: readonly Fact[], relationTypes: RelationTypes): 'T' | undefined {
  return first && relationTypes.get(first.claim.type)?.mode === 'T' ? 'T' : undefined
}

/** The claims of topics with their sides and speakers. */
const factsOf = (transaction: Transaction, topics: readonly string[]): Promise<Fact[]> =>
  factsBy(transaction, 'facts-of-topics', { topics })

/** The claims that a statement of `cypher/refresh` gives, with their sides and speakers. */
export async function factsBy(transaction: Transaction, statement: string, parameters: Parameters): Promise<Fact[]> {
  const rows = await transaction.run(`refresh/${statement}`, parameters)
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

/**
 * What a proposition's claims make of it. Its name is that of the surest claim of the year that most of them tell of: an earlier quake in the same country, told
 * as background, names nothing.
 */
function summarize(group: readonly Fact[], disputed: boolean) {
  const years = [
    ...groupBy(group, ({ claim }) => (claim.time?.from ?? claim.publishedAt)?.slice(0, 'YYYY'.length)).values(),
  ]
  const most = Math.max(...years.map(({ length }) => length))
  const best = years
    .filter(({ length }) => length === most)
    .flat()
    .reduce((a, b) =>
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

/** Contradictions with their sides; `articles` of those that were found between articles of one story. */
export async function writeConflicts(
  transaction: Transaction,
  conflicts: readonly (ConflictRow & { readonly articles?: readonly string[] })[],
): Promise<void> {
  if (conflicts.length === 0) return
  await writeAll(
    transaction,
    'refresh/merge-conflicts',
    conflicts.map(({ id, name, kind, verdict, reason, articles }) => ({
      id,
      props: { id, name, kind, verdict, reason, articles: articles ?? null },
    })),
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

/** A topic's subject is whoever has its name, of whatever type. */
const PREFIXES = EntityType.options.map(idPrefix)

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
    const subjects = group.flatMap(({ subject }) => PREFIXES.map((prefix) => `${prefix}${subject}`))
    const before = await transaction.run({ name: 'refresh/edges-of-subjects', words }, { subjects })
    const surplus = before.filter(
      ({ origin, target }) => !ends.has(`${origin} ${target}`) && !isUnnamed(target as string),
    )
    if (surplus.length > 0)
      await transaction.run(
        { name: 'refresh/remove-edges', words },
        { rows: surplus.map(({ origin, target }) => ({ from: origin, to: target })) },
      )
    await writeAll(transaction, { name: 'refresh/merge-edges', words }, wanted.map(toRow))
  }
  // what figures project ends in somebody unnamed, who goes with the article
  for (const [type, group] of groupBy(
    edges.filter(({ type }) => !byType.has(type)),
    ({ type }) => type,
  ))
    await writeAll(transaction, { name: 'refresh/merge-edges', words: { RELATION_TYPE: type } }, group.map(toRow))
}

const toRow = ({ type: _type, fromId, toId, ...props }: EdgeRow) => ({ from: fromId, to: toId, props })

/** A claim may be backed by several whole passages; the first in its article speaks for it. */
function oncePerClaim(facts: readonly Fact[]): Fact[] {
  const first = new Map<string, Fact>()
  for (const fact of [...facts].sort((a, b) =>
    a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : a.start - b.start,
  ))
    if (!first.has(fact.claim.id)) first.set(fact.claim.id, fact)
  return [...first.values()]
}
