import type { Dialect } from './cypher.ts'

export type Parameters = Readonly<Record<string, unknown>>
/** A row of an answer: plain values by column. Nodes are `{ labels, properties }`, relationships `{ type, properties }`. */
export type Row = Record<string, unknown>

/** A statement to run: a file of `cypher/` by its name, with words to put in for placeholders from closed lists; or a text as it is. */
export type Statement =
  | string
  | { readonly text: string }
  | { readonly name: string; readonly words: Readonly<Record<string, string>> }

export interface Transaction {
  run(statement: Statement, parameters?: Parameters): Promise<Row[]>
}

/** What the store needs of a graph database. Whatever one of them does its own way stays behind this. */
export interface Database {
  readonly dialect: Dialect
  /** Reads only: a statement that would write is refused. */
  read(statement: Statement, parameters?: Parameters): Promise<Row[]>
  /** All or nothing. `work` may be called again when the database asks for it, so it must be able to run twice. */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** A statement that changes the schema. */
  define(statement: Statement): Promise<void>
  /** The rows of an answer of any length, as they come. */
  stream(text: string): AsyncIterable<Row>
  /** Names of constraints there are, as `Label.property`. */
  uniqueProperties(): Promise<ReadonlySet<string>>
  close(): Promise<void>
}
