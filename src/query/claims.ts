import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** One of the chain of speakers, nearest first, the outlet last. */
export interface ClaimSpeaker {
  readonly order: number
  readonly kind: string
  readonly class: string
  readonly name: string
  readonly cue: string | null
}

/** A claim as people read it: what, when, how sure, who says it, and where it stands. */
export interface FoundClaim {
  readonly id: string
  readonly type: string
  readonly claim: string
  readonly polarity: string
  readonly factuality: string
  readonly confidence: number
  readonly rule: string
  readonly amount: string | null
  readonly time: string | null
  readonly from: string | null
  readonly to: string | null
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly sentence: string
  readonly article: string
  readonly key: string
  readonly title: string
  readonly published: string | null
  readonly url: string | null
  readonly source: string
  readonly speakers: readonly ClaimSpeaker[]
}

export interface ClaimFilter {
  /** only claims about who or what is called so */
  readonly about?: string
  /** only claims of this relation type */
  readonly type?: string
  /** without either: the surest so many */
  readonly limit?: number
}

/** Claims about a name, of a type, or both; by type, then by time. */
export async function findClaims(store: Store, { about, type, limit = 50 }: ClaimFilter): Promise<FoundClaim[]> {
  if (about !== undefined) {
    const claims = (await store.ask('claims-about', { name: about })).map(toClaim)
    return oncePerClaim(type === undefined ? claims : claims.filter((claim) => claim.type === type))
  }
  const rows =
    type === undefined ? await store.ask('all-claims', { limit }) : await store.ask('claims-of-type', { type })
  return oncePerClaim(rows.map(toClaim))
}

/** Claims that have these words in them, for what is no name: "the board". */
export const findClaimsWithWords = async (store: Store, words: string): Promise<FoundClaim[]> =>
  oncePerClaim((await store.ask('claims-with-words', { words })).map(toClaim))

/** The relation types of what is claimed of two names together, the commonest first. */
export const findRelationsBetween = async (store: Store, one: string, other: string): Promise<string[]> =>
  (await store.ask('relations-between', { one, other })).map(({ type }) => type as string)

/** The sentences in which one is said to have done something with another; also denials and plans. */
export async function findEvidence(store: Store, subject: string, type: string, object: string): Promise<FoundClaim[]> {
  return (await store.ask('evidence-for', { subject, type, object })).map(toClaim)
}

export function toClaim(row: Row): FoundClaim {
  const speakers = [...(row.speakers as ClaimSpeaker[])].sort((a, b) => a.order - b.order)
  return { ...(row as unknown as FoundClaim), speakers }
}

/** A claim may stand in several passages; the first one is shown. Of "X opened the museum" and "the museum was opened by X" the first says both. */
export function oncePerClaim(claims: readonly FoundClaim[]): FoundClaim[] {
  const once = [...new Map([...claims].reverse().map((claim) => [claim.id, claim])).values()].reverse()
  const placeOf = ({ article, start }: FoundClaim, rule: string) => `${article} ${start} ${rule}`
  const said = new Set(once.map((claim) => placeOf(claim, claim.rule)))
  return once.filter(
    (claim) => !claim.rule.endsWith(STAGE) || !said.has(placeOf(claim, claim.rule.slice(0, -STAGE.length))),
  )
}
/** The ending of the rule of a claim made from another: how far a thing has come by it. */
const STAGE = '.stage'
