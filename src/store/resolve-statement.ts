import { StoreError } from '../model/errors.ts'
import { cypher, type Dialect } from './cypher.ts'
import type { Statement } from './database.ts'

/** The text of a statement and the name to use in messages. */
export function resolveStatement(statement: Statement, dialect: Dialect): { name: string; text: string } {
  if (typeof statement === 'string') return { name: statement, text: cypher(statement, dialect) }
  if ('text' in statement) return { name: 'query', text: statement.text }
  const { name, words } = statement
  const text = Object.entries(words).reduce(
    (sofar, [placeholder, word]) => sofar.replaceAll(placeholder, checked(name, word)),
    cypher(name, dialect),
  )
  return { name, text }
}

/** What to tell who asks with a parameter that has no value. */
export const noValueFor = (parameter: string): string => `$${parameter} has no value; give it with -p ${parameter}=…`

/** Labels and types cannot be parameters: only plain words get into a statement. */
function checked(name: string, word: string): string {
  if (!/^[A-Za-z][A-Za-z_]*$/.test(word)) throw new StoreError(name, `${JSON.stringify(word)} is no label or type`)
  return word
}
