import type { Store } from '../store/store.ts'
import type { Conflict } from './conflicts.ts'

/** What is in a graph, in numbers and foremost names. */
export interface Summary {
  readonly articles: number
  /** outlets by name, and articles' files that stand for an outlet nobody names */
  readonly sources: number
  readonly unnamedSources: number
  readonly sentences: number
  readonly claims: number
  readonly propositions: number
  readonly conflicts: number
  readonly entitiesByType: readonly {
    readonly type: string
    readonly entities: number
    readonly foremost: readonly string[]
  }[]
  readonly claimsByType: readonly { readonly type: string; readonly claims: number }[]
  readonly topConflicts: readonly (Omit<Conflict, 'proposition' | 'members'> & { readonly sides: number })[]
}

/** Counts a graph; of contradictions the first `top`. */
export async function summarize(store: Store, top = 5): Promise<Summary> {
  const [counts] = await store.ask('count-nodes')
  return {
    ...(counts as unknown as Pick<
      Summary,
      'articles' | 'sources' | 'unnamedSources' | 'sentences' | 'claims' | 'propositions' | 'conflicts'
    >),
    entitiesByType: (await store.ask('count-entities-by-type')) as unknown as Summary['entitiesByType'],
    claimsByType: (await store.ask('count-claims-by-type')) as unknown as Summary['claimsByType'],
    topConflicts: (await store.ask('foremost-conflicts', { limit: top })) as unknown as Summary['topConflicts'],
  }
}
