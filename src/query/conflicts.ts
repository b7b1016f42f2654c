import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** One side of a contradiction. */
export interface ConflictMember {
  readonly article: string
  readonly publishedAt: string | null
  readonly outlet: string
  readonly claim: string
  readonly value: string
  readonly speaker: string
  readonly quote: string
}

/** Claims that do not say the same of one thing: what `conflicts --format jsonl` prints as a line. */
export interface Conflict {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly verdict: string
  readonly reason: string
  readonly proposition: { readonly id: string; readonly name: string }
  readonly members: readonly ConflictMember[]
}

const VERDICTS = ['conflicts', 'changed over time', 'refines']
const KINDS = ['quantity', 'date', 'polarity', 'object', 'name']

export interface ConflictFilter {
  readonly verdicts?: readonly string[] | undefined
  /** only those that have to do with who or what is called so */
  readonly about?: string | undefined
}

/** Contradictions, plain ones before developments and refinements, those with most sides first. */
export async function findConflicts(
  store: Store,
  { verdicts = VERDICTS, about }: ConflictFilter = {},
): Promise<Conflict[]> {
  const wanted = about === undefined ? undefined : await conflictsAbout(store, about)
  if (wanted?.size === 0) return []
  const found = new Map<string, Conflict & { members: ConflictMember[] }>()
  const seen = new Set<string>()
  for (const row of await store.ask('conflicts')) {
    const id = row.id as string
    const conflict = found.get(id) ?? found.set(id, toConflict(row)).get(id)!
    if (!seen.has(`${id} ${row.claim}`)) conflict.members.push(toMember(row))
    seen.add(`${id} ${row.claim}`)
  }
  return [...found.values()]
    .filter(({ id, verdict }) => verdicts.includes(verdict) && (!wanted || wanted.has(id)))
    .sort(foremostFirst)
}

/** Ids of contradictions between claims about who is called so, and of those that are about the name. */
async function conflictsAbout(store: Store, name: string): Promise<ReadonlySet<unknown>> {
  const rows = [...(await store.ask('conflicts-about', { name })), ...(await store.ask('conflicts-of-name', { name }))]
  return new Set(rows.map(({ id }) => id))
}

/** Plain contradictions before developments and refinements, those with most sides first. */
export const foremostFirst = (a: Conflict, b: Conflict): number =>
  rank(VERDICTS, a.verdict) - rank(VERDICTS, b.verdict) ||
  b.members.length - a.members.length ||
  rank(KINDS, a.kind) - rank(KINDS, b.kind) ||
  (a.id < b.id ? -1 : 1)

const rank = (list: readonly string[], value: string): number =>
  list.includes(value) ? list.indexOf(value) : list.length

const toConflict = (row: Row): Conflict & { members: ConflictMember[] } => ({
  id: row.id as string,
  name: row.name as string,
  kind: row.kind as string,
  verdict: row.verdict as string,
  reason: row.reason as string,
  proposition: { id: row.propositionId as string, name: row.propositionName as string },
  members: [],
})

const toMember = (row: Row): ConflictMember => ({
  article: row.article as string,
  publishedAt: (row.publishedAt as string | null | undefined) ?? null,
  outlet: row.outlet as string,
  claim: row.claim as string,
  value: row.value as string,
  speaker: row.speaker as string,
  quote: row.quote as string,
})
