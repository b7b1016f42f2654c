import type { Extraction } from '../model/extraction.ts'
import { type Nodes, nodeRows, type RowOptions } from './node-rows.ts'
import { relationshipRows } from './relationship-rows.ts'
import type { GraphRows } from './rows.ts'

/**
 * An extraction as nodes and relationships, as the graph model has them. The same extraction and options give the same rows, in order;
 * lone halves of surrogate pairs, which no database can hold, become U+FFFD (the offsets stay right). Claims that are struck out are left out.
 */
export function toRows(given: Extraction, options: RowOptions): GraphRows {
  const extraction = without(wellFormed(given), options.struck?.get(given.article.id) ?? [])
  const nodes = nodeRows(extraction, options)
  const relationships = relationshipRows(extraction, nodes.extraction.id)
  return { ...nodes, relationships, count: countRows(nodes, relationships) }
}

const countRows = (nodes: Nodes, relationships: GraphRows['relationships']): number =>
  3 +
  nodes.sentences.length +
  [...nodes.entities.values()].reduce((sum, rows) => sum + rows.length, 0) +
  nodes.claims.length +
  nodes.propositions.length +
  [...relationships.values()].reduce((sum, rows) => sum + rows.length, 0)

const without = (extraction: Extraction, struck: readonly string[]): Extraction =>
  struck.length === 0
    ? extraction
    : { ...extraction, claims: extraction.claims.filter(({ id }) => !struck.includes(id)) }

/** The same extraction with every string well-formed; nearly every one is already. */
function wellFormed(extraction: Extraction): Extraction {
  const json = JSON.stringify(extraction) // writes lone halves as escapes
  if (!/\\ud[89a-f]/i.test(json)) return extraction
  return JSON.parse(json, (_key, value) => (typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value))
}
