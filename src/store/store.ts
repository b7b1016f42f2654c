import type { Struck } from '../model/claim.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Parameters, Row } from './database.ts'
import type { Verification } from './verify.ts'

/** What became of one article. */
export interface LoadReport {
  readonly article: string
  readonly key: string
  readonly action: 'loaded' | 'replaced' | 'unchanged'
  /** nodes and relationships written */
  readonly rows: number
}

export interface RefreshReport {
  readonly entities: number
  readonly propositions: number
  readonly conflicts: number
  readonly edges: number
}

export interface LoadOptions {
  /** What read the articles: the kit's version. Another version replaces what an older one read. */
  readonly version: string
  /** Claims that people have found to be none: they are left out, and the articles that held them are replaced. */
  readonly struck?: Struck | undefined
}

/** A graph of articles, whichever database holds it. */
export interface Store {
  readonly dialect: 'embedded' | 'neo4j'
  /** Constraints and indexes, applied once each, in order; refuses a graph whose migrations are not ours. */
  prepare(): Promise<void>
  /**
   * Loads articles in one transaction: skips what is unchanged, replaces what is not. What is reported is committed.
   * Call `finish` after the last one: until then, names, counts, conflicts and edges are those of before.
   */
  load(extractions: readonly Extraction[], options: LoadOptions): Promise<LoadReport[]>
  /** Compares and counts what was touched since the last time, also by a run that was killed. */
  finish(): Promise<RefreshReport>
  /** Removes articles by id, key or address, and whatever only they knew. Gives the ids of those it found. */
  remove(articles: readonly string[]): Promise<string[]>
  /** Reads; a statement that writes is refused. */
  query(text: string, parameters?: Parameters): Promise<Row[]>
  /** A statement of `cypher/read` by its name. */
  ask(name: string, parameters?: Parameters): Promise<Row[]>
  /** Every node, then every relationship, a line of JSON each, sorted by id: equal graphs give equal lines. */
  dump(): AsyncIterable<string>
  /** Whether every quote is in its place, in the database, and the graph keeps its promises. */
  verify(): Promise<Verification>
  close(): Promise<void>
}
