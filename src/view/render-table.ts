import { clipped, columns, oneLine, type Style } from './terminal.ts'

export interface TableOptions {
  /** columns of the terminal; unset: nothing is cut */
  readonly width?: number | undefined
  readonly style: Style
}

/** The rows of an answer under the names of their columns; long cells are cut to what the terminal holds. */
export function renderTable(
  rows: readonly Readonly<Record<string, unknown>>[],
  { width, style }: TableOptions,
): string {
  if (rows.length === 0) return style.dim('no rows')
  const names = Object.keys(rows[0]!)
  const cells = rows.map((row) => names.map((name) => toCell(row[name])))
  const share = width ? Math.max(12, Math.floor(width / names.length) - 2) : undefined
  const widest = names.map((_, at) => Math.max(...cells.map((row) => [...String(row[at])].length)))
  const spare = share === undefined ? 0 : widest.reduce((sum, one) => sum + Math.max(0, share - one), 0)
  const long = share === undefined ? 0 : widest.filter((one) => one > share).length
  const limit = share === undefined ? Number.POSITIVE_INFINITY : share + (long > 0 ? Math.floor(spare / long) : 0)
  const cut = cells.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : clipped(cell, limit))))
  const [head, ...lines] = columns([names.map(oneLine), ...cut])
  return [style.bold(head!), ...lines, style.dim(`${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`)].join('\n')
}

function toCell(value: unknown): string | number {
  if (typeof value === 'number') return value
  return oneLine(toText(value))
}

/** Nodes by their captions, lists with commas, anything else as JSON. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(toText).join(', ')
  const { labels, type, properties } = value as {
    labels?: string[]
    type?: string
    properties?: Record<string, unknown>
  }
  if (labels && properties) return `(:${labels.join(':')} ${properties.name ?? properties.id ?? ''})`
  if (type && properties) return `[:${type}]`
  return JSON.stringify(value)
}
