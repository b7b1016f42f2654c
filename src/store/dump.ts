import type { Database, Row } from './database.ts'
import { inOrder } from './in-order.ts'

/** Properties of the store's own, which say nothing of the world. */
const OWN = new Set(['stale'])

/** Every node, then every relationship, as a line of JSON with sorted keys, in the order of the ids. */
export async function* dump(database: Database): AsyncIterable<string> {
  yield* inOrder(nodesOf(database))
  yield* inOrder(relationshipsOf(database))
}

export interface Line {
  readonly key: string
  readonly line: string
}

async function* nodesOf(database: Database): AsyncIterable<Line> {
  for await (const { node } of database.stream('MATCH (node) RETURN node')) {
    const { labels, properties } = node as { labels: string[]; properties: Row }
    if (labels.includes('Migration')) continue
    yield toLine(properties.id as string, { kind: 'node', id: properties.id, labels, properties: own(properties) })
  }
}

async function* relationshipsOf(database: Database): AsyncIterable<Line> {
  const text = 'MATCH (origin)-[link]->(target) RETURN origin.id AS from, link, target.id AS to'
  for await (const { from, link, to } of database.stream(text)) {
    const { type, properties } = link as { type: string; properties: Row }
    const id = (properties.id as string | undefined) ?? derivedId(type, from as string, to as string, properties)
    yield toLine(id, { kind: 'relationship', id, type, from, to, properties: own(properties) })
  }
}

/** What tells a relationship without an id apart: its type, its ends, and its place among several between the same two. */
function derivedId(type: string, from: string, to: string, { order, role, start, end }: Row): string {
  return [type, from, to, order, role, start, end].filter((part) => part !== undefined && part !== null).join(' ')
}

const own = (properties: Row): Row => Object.fromEntries(Object.entries(properties).filter(([key]) => !OWN.has(key)))

const toLine = (key: string, value: Row): Line => ({ key, line: JSON.stringify(value, sortKeys) })

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
