import type { Dumped } from './dumped.ts'

/** A file of an export: its name and its text, in pieces. */
export interface Piece {
  readonly file: string
  readonly text: string
}

/**
 * The graph for `neo4j-admin database import full`: a file of nodes a set of labels and a file of relationships a type, with typed headers. Two passes: the first
 * one (`columnsOf`) learns which properties there are. Lists are split at U+001F, so pass `--array-delimiter=U+001F`.
 */
export const LIST_DELIMITER = '\u001f'

type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The file a node or relationship goes to. */
const fileOf = (item: Dumped): string =>
  item.kind === 'node' ? `nodes-${item.labels.join('-')}.csv` : `relationships-${item.type}.csv`

/** Which properties each file has, and their types. */
export async function columnsOf(graph: AsyncIterable<Dumped>): Promise<Columns> {
  const files = new Map<string, Map<string, string>>()
  for await (const item of graph) {
    const file = fileOf(item)
    const columns = files.get(file) ?? files.set(file, new Map()).get(file)!
    for (const [name, value] of Object.entries(item.properties))
      if (!(item.kind === 'node' && name === 'id')) columns.set(name, typeOf(name, value))
  }
  return new Map(
    [...files].map(([file, columns]) => [file, new Map([...columns].sort(([a], [b]) => (a < b ? -1 : 1)))]),
  )
}

/** Each row as a piece of its file, the headers first. */
export async function* toCsv(graph: AsyncIterable<Dumped>, files: Columns): AsyncIterable<Piece> {
  for (const [file, columns] of files) {
    const names = [...columns].map(([name, type]) => `${name}:${type}`)
    const ends = file.startsWith('nodes-') ? ['id:ID', ...names, ':LABEL'] : [':START_ID', ':END_ID', ...names, ':TYPE']
    yield { file, text: `${ends.join(',')}\n` }
  }
  for await (const item of graph) {
    const file = fileOf(item)
    const values = [...files.get(file)!.keys()].map((name) => item.properties[name])
    const cells =
      item.kind === 'node'
        ? [item.id, ...values, item.labels.join(LIST_DELIMITER)]
        : [item.from, item.to, ...values, item.type]
    yield { file, text: `${cells.map(cell).join(',')}\n` }
  }
}

/** Measures are fractions even where they happen to be whole. */
const MEASURES = new Set(['confidence', 'score', 'qMin', 'qMax'])

function typeOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return 'string[]'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return MEASURES.has(name) || !Number.isInteger(value) ? 'double' : 'long'
  return 'string'
}

/** Quoted always: an unquoted empty cell is no property, a quoted one is an empty text. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = Array.isArray(value) ? value.join(LIST_DELIMITER) : String(value)
  return `"${text.replaceAll('"', '""')}"`
}
