import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { type FoundClaim, findClaims, oncePerClaim, toClaim } from './claims.ts'
import { type Conflict, findConflicts } from './conflicts.ts'

export interface FoundEntity {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly aliases: readonly string[]
  readonly wikidata: string | null
  readonly mentions: number
  readonly articles: number
}

/**
 * Everything about a name: whom it means, what is said of them and where that is contradicted, what is said of the same thing under other words, and what
 * they say.
 */
export interface Profile {
  readonly entities: readonly FoundEntity[]
  readonly claims: readonly FoundClaim[]
  readonly inOtherWords: readonly FoundClaim[]
  readonly says: readonly FoundClaim[]
  readonly conflicts: readonly Conflict[]
}

/** Whom a name means, and what is claimed about and by them; no entities when nobody is called so. */
export async function findProfile(store: Store, name: string): Promise<Profile> {
  const entities = (await store.ask('entity-by-name', { name })).map(toEntity)
  if (entities.length === 0) return { entities: [], claims: [], inOtherWords: [], says: [], conflicts: [] }
  const says = (await store.ask('claims-by-speaker', { name })).map(toClaim)
  const claims = await findClaims(store, { about: name })
  const known = new Set(claims.map(({ id }) => id))
  const ofSameThing = oncePerClaim((await store.ask('claims-of-same-thing', { name })).map(toClaim))
  return {
    entities,
    claims,
    inOtherWords: ofSameThing.filter(({ id }) => !known.has(id)),
    says: oncePerClaim(says),
    conflicts: await findConflicts(store, { about: name }),
  }
}

/** Whom an id or a name means. */
export const findNamed = async (store: Store, name: string): Promise<FoundEntity[]> =>
  (await store.ask(name.includes(':') ? 'entity-by-id' : 'entity-by-name', { name })).map(toEntity)

/** Entities whose names have these letters in them, for "did you mean". */
export const findSimilar = async (store: Store, name: string): Promise<FoundEntity[]> =>
  (await store.ask('entities-like', { name })).map(toEntity)

/** A row of the queries on entities. */
export const toEntity = ({ types, ...row }: Row): FoundEntity => ({
  ...(row as unknown as Omit<FoundEntity, 'type'>),
  type: (types as string[])[0] ?? 'Entity',
  aliases: (row.aliases as string[] | null) ?? [],
})
