import type { Dumped } from './dumped.ts'

/** The graph as GraphML (graphml.graphdrawing.org), for Gephi, yEd, Cytoscape, NetworkX. Lists become texts joined by " | ". */
export async function* toGraphml(graph: () => AsyncIterable<Dumped>): AsyncIterable<string> {
  const keys = new Map<string, { on: 'node' | 'edge'; name: string; type: string }>()
  for await (const item of graph()) {
    const on = item.kind === 'node' ? 'node' : 'edge'
    for (const [name, value] of Object.entries(item.properties)) {
      const type = typeOf(value)
      const before = keys.get(`${on}-${name}`)
      keys.set(`${on}-${name}`, { on, name, type: before && before.type !== type ? wider(before.type, type) : type })
    }
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  yield '<key id="node-labels" for="node" attr.name="labels" attr.type="string"/>\n'
  yield '<key id="edge-type" for="edge" attr.name="type" attr.type="string"/>\n'
  for (const [id, { on, name, type }] of [...keys].sort(([a], [b]) => (a < b ? -1 : 1)))
    yield `<key id="${id}" for="${on}" attr.name="${name}" attr.type="${type}"/>\n`
  yield '<graph id="wiregraph" edgedefault="directed">\n'
  for await (const item of graph()) {
    const on = item.kind === 'node' ? 'node' : 'edge'
    const open =
      item.kind === 'node'
        ? `<node id="${xml(item.id)}"><data key="node-labels">${item.labels.join(' | ')}</data>`
        : `<edge id="${xml(item.id)}" source="${xml(item.from)}" target="${xml(item.to)}"><data key="edge-type">${item.type}</data>`
    const data = Object.entries(item.properties).map(
      ([name, value]) => `<data key="${on}-${name}">${xml(toText(value))}</data>`,
    )
    yield `${open}${data.join('')}</${on}>\n`
  }
  yield '</graph>\n</graphml>\n'
}

const typeOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? 'boolean'
    : typeof value !== 'number'
      ? 'string'
      : Number.isInteger(value)
        ? 'long'
        : 'double'

const wider = (a: string, b: string): string =>
  [a, b].includes('string') || [a, b].includes('boolean') ? 'string' : 'double'

const toText = (value: unknown): string => (Array.isArray(value) ? value.join(' | ') : String(value))

/** Escaped for XML 1.0, in which most control characters cannot stand at all: those become U+FFFD. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
