import type { Database, Row } from './database.ts'

export interface GraphNode {
  readonly id: string
  readonly labels: readonly string[]
  readonly properties: Row
}

export interface GraphRelationship {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly properties: Row
}

/** Properties of the store's own, which say nothing of the world. */
const OWN = new Set(['stale'])
/** Nodes of the store's own. */
const OWN_LABEL = 'Migration'

/** Every node, in the order the database has them. */
export async function* nodesOf(database: Database): AsyncIterable<GraphNode> {
  for await (const { node } of database.stream('MATCH (node) RETURN node')) {
    const { labels, properties } = node as { labels: string[]; properties: Row }
    if (!labels.includes(OWN_LABEL)) yield { id: properties.id as string, labels, properties: foreign(properties) }
  }
}

/** Every relationship, in the order the database has them. */
export async function* relationshipsOf(database: Database): AsyncIterable<GraphRelationship> {
  const text = 'MATCH (origin)-[link]->(target) RETURN origin.id AS from, link, target.id AS to'
  for await (const { from, link, to } of database.stream(text)) {
    const { type, properties } = link as { type: string; properties: Row }
    yield { type, from: from as string, to: to as string, properties: foreign(properties) }
  }
}

/** What tells a relationship apart: its own id, else its type, its ends, and its place among several between the same two. */
export function idOf({ type, from, to, properties }: GraphRelationship): string {
  const { id, order, role, start, end } = properties
  if (typeof id === 'string') return id
  return [type, from, to, order, role, start, end].filter((part) => part !== undefined && part !== null).join(' ')
}

/** Without the store's own, keys in order. */
const foreign = (properties: Row): Row =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([key]) => !OWN.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
