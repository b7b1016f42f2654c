/** What a property may hold in both databases. An absent or null one is not stored; nor is an empty list, which Neo4j's importer could not bring back. */
export type Value = string | number | boolean | readonly string[] | null
export type Properties = Readonly<Record<string, Value>>

/** One node to merge by its id. */
export interface NodeRow {
  readonly id: string
  readonly props: Properties
}

/** One relationship to merge between two nodes; `key` tells apart several of its type between the same two. */
export interface RelationshipRow {
  readonly from: string
  readonly to: string
  readonly key: Properties
  readonly props: Properties
}

/** Everything one article owns in the graph, and the shared nodes it needs. Each list in the order of its ids. */
export interface GraphRows {
  readonly article: NodeRow
  readonly source: NodeRow
  readonly extraction: NodeRow
  readonly sentences: readonly NodeRow[]
  /** by label: Person, Organization … */
  readonly entities: ReadonlyMap<string, readonly NodeRow[]>
  readonly claims: readonly NodeRow[]
  readonly propositions: readonly NodeRow[]
  /** by the name of the statement that writes them: `merge-mentions` … */
  readonly relationships: ReadonlyMap<RelationshipKind, readonly RelationshipRow[]>
  /** nodes and relationships together */
  readonly count: number
}

/** The statements for relationships, in the order they are written. */
export const RELATIONSHIP_KINDS = [
  'published-by',
  'read-by',
  'names',
  'has-sentence',
  'next',
  'mentions',
  'subject',
  'object',
  'role',
  'evidenced-by',
  'attributed-to-entity',
  'attributed-to-source',
  'states',
] as const
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number]
