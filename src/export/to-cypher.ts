import type { Dumped } from './dumped.ts'

/**
 * The graph as Cypher statements, one a line, each of which can run twice: `cypher-shell -f FILE`, or any client that runs one line after another.
 * Every node is found again by its id; text is written as escaped literals, so nothing in it can be read as Cypher.
 */
export async function* toCypher(graph: AsyncIterable<Dumped>): AsyncIterable<string> {
  for (const label of ['Article', 'Claim', 'Conflict', 'Entity', 'Extraction', 'Proposition', 'Sentence', 'Source']) {
    const low = label.toLowerCase()
    yield `CREATE CONSTRAINT ${low}_id IF NOT EXISTS FOR (node:${label}) REQUIRE node.id IS UNIQUE;\n`
    yield `CREATE INDEX ${low}_id_index IF NOT EXISTS FOR (node:${label}) ON (node.id);\n`
  }
  const labelOf = new Map<string, string>()
  for await (const item of graph) {
    if (item.kind === 'node') {
      const key = item.labels.includes('Entity') ? 'Entity' : item.labels[0]!
      labelOf.set(item.id, key)
      const others = item.labels.filter((label) => label !== key).map((label) => `, node:${label}`)
      yield `MERGE (node:${key} {id: ${literal(item.id)}}) SET node += ${literal(item.properties)}${others.join('')};\n`
      continue
    }
    const { type, from, to, properties } = item
    const ends = `MATCH (origin:${labelOf.get(from)} {id: ${literal(from)}}) MATCH (target:${labelOf.get(to)} {id: ${literal(to)}})`
    yield `${ends} MERGE (origin)-[link:${type}${keyOf(properties)}]->(target) SET link += ${literal(properties)};\n`
  }
}

/** What tells several relationships of a type between the same two apart. */
function keyOf(properties: Readonly<Record<string, unknown>>): string {
  const names = ['id', 'order', 'role', 'start', 'end'].filter((name) => properties[name] !== undefined)
  if (names.length === 0) return ''
  const own = names.includes('id') ? ['id'] : names
  return ` {${own.map((name) => `${name}: ${literal(properties[name])}`).join(', ')}}`
}

/** A value as Cypher writes it. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return text(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  return `{${Object.entries(value)
    .map(([name, held]) => `${name}: ${literal(held)}`)
    .join(', ')}}`
}

/**
 * A text as a literal. Neo4j replaces backslash-u escapes before it parses anything, even where the backslash is itself escaped, so none may stand in a
 * statement: such a text is put together from two literals.
 */
const text = (value: string): string =>
  `'${value.replace(/[\\'"\n\r\t]/g, (character) => ESCAPES[character]!).replaceAll('\\\\u', "\\\\' + 'u")}'`

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}
