import type { Store } from '../store/store.ts'

/** A line of the dump. */
export interface DumpedNode {
  readonly kind: 'node'
  readonly id: string
  readonly labels: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}
export interface DumpedRelationship {
  readonly kind: 'relationship'
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly properties: Readonly<Record<string, unknown>>
}
export type Dumped = DumpedNode | DumpedRelationship

/** The graph in the order of its dump: all nodes, then all relationships. */
export async function* dumped(store: Store): AsyncIterable<Dumped> {
  for await (const line of store.dump()) yield JSON.parse(line)
}
