import type { Database } from './database.ts'
import type { Line } from './in-order.ts'
import { inOrder } from './in-order.ts'
import { idOf, nodesOf, relationshipsOf } from './walk.ts'

/** Every node, then every relationship, as a line of JSON with sorted keys, in the order of the ids. */
export async function* dump(database: Database): AsyncIterable<string> {
  yield* inOrder(nodeLines(database))
  yield* inOrder(relationshipLines(database))
}

async function* nodeLines(database: Database): AsyncIterable<Line> {
  for await (const { id, labels, properties } of nodesOf(database))
    yield { key: id, line: JSON.stringify({ id, kind: 'node', labels, properties }) }
}

async function* relationshipLines(database: Database): AsyncIterable<Line> {
  for await (const relationship of relationshipsOf(database)) {
    const { type, from, to, properties } = relationship
    const id = idOf(relationship)
    yield { key: id, line: JSON.stringify({ from, id, kind: 'relationship', properties, to, type }) }
  }
}
