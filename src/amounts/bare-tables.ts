/**
 * The same word tables without a prototype: a text may say "constructor", which every ordinary object seems to contain. Lists and plain
 * values stay as they are.
 */
export function bareTables<T extends object>(tables: T): T {
  const isTable = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const entries = Object.entries(tables).map(([name, value]) => [
    name,
    isTable(value) ? Object.assign(Object.create(null), value) : value,
  ])
  return Object.fromEntries(entries) as T
}
