import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOME } from '../home.ts'

export type Dialect = 'embedded' | 'neo4j'

const known = new Map<string, string>()

/**
 * The statement in `cypher/NAME.cypher`, or in `cypher/NAME.DIALECT.cypher` where the databases' dialects differ:
 * `cypher('write/merge-claims', 'neo4j')`.
 */
export function cypher(name: string, dialect: Dialect): string {
  const key = `${name}.${dialect}`
  const text = known.get(key) ?? read(name, dialect)
  known.set(key, text)
  return text
}

function read(name: string, dialect: Dialect): string {
  const variant = join(HOME, 'cypher', `${name}.${dialect}.cypher`)
  return readFileSync(existsSync(variant) ? variant : join(HOME, 'cypher', `${name}.cypher`), 'utf8')
}
