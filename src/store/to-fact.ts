import { MEASURE } from '../claims/propositions.ts'
import type { ClaimFacts } from '../corpus/facts.ts'
import type { Row } from './database.ts'

// What the loader wrote is what comes back, so the types are known.
// biome-ignore lint/suspicious/noExplicitAny: properties of one node, each of its own type
type Properties = Record<string, any>

/** A claim's facts, with what only the store needs of it. */
export interface Fact {
  readonly topic: string
  readonly name: string
  /** where its passage begins */
  readonly start: number
  /** every amount in its passage, as `toldFigures` writes them */
  readonly figures: readonly string[]
  readonly claim: ClaimFacts
}

/** A claim's rows of `refresh/sides-of-claims` and `refresh/speakers-of-claims`. */
export interface Ends {
  readonly subject: Row | undefined
  readonly object: Row | undefined
  readonly speaker: Row | undefined
}

/** A row of `refresh/facts-of-topics` with what the claim speaks of and who says it. */
export function toFact(row: Row, { subject, object, speaker }: Ends): Fact {
  const claim = row.claim as Properties
  const text = (key: string): string | null => (row[key] as string | undefined) ?? null
  const isOutlet = speaker === undefined || speaker.class === 'outlet'
  const hasNode = !isOutlet && speaker.speaker !== row.source
  return {
    topic: row.topic as string,
    name: claim.name as string,
    start: row.start as number,
    figures: (claim.figures as string[] | null | undefined) ?? [],
    claim: {
      id: claim.id,
      name: claim.name,
      proposition: row.proposition as string,
      article: row.article as string,
      source: row.source as string,
      sourceName: row.sourceName as string,
      publishedAt: text('publishedAt'),
      type: claim.type,
      predicate: claim.predicate,
      subjectId: (subject?.entity as string | undefined) ?? null,
      subjectName: (subject?.name as string | undefined) ?? (claim.subjectText as string),
      objectId: (object?.entity as string | undefined) ?? null,
      objectName: (object?.name as string | undefined) ?? claim.objectText ?? null,
      kind: roleOf(claim.roles, 'kind'),
      place: roleOf(claim.roles, 'place') ?? roleOf(claim.roles, 'location'),
      area: roleOf(claim.roles, 'area'),
      places: rolesOf(claim.roles, 'place'),
      holder: roleOf(claim.roles, 'holder'),
      earlier: roleOf(claim.roles, 'earlier') !== null,
      rising: roleOf(claim.roles, 'rising') !== null,
      measured: roleOf(claim.roles, MEASURE) !== null,
      polarity: claim.polarity,
      factuality: claim.factuality,
      confidence: claim.confidence,
      quantity: quantityOf(claim),
      time: timeOf(claim),
      speakerId: hasNode ? (speaker.speaker as string) : null,
      speakerName: isOutlet ? null : (speaker.name as string),
      quote: row.quote as string,
      sentence: row.sentence as string,
    },
  }
}

/** The values of a role of a claim, kept as "place: Lima". */
const rolesOf = (roles: readonly string[] | null | undefined, role: string): string[] =>
  (roles ?? []).filter((one) => one.startsWith(`${role}: `)).map((one) => one.slice(role.length + 2))

const roleOf = (roles: readonly string[] | null | undefined, role: string): string | null =>
  rolesOf(roles, role)[0] ?? null

function quantityOf(claim: Properties): ClaimFacts['quantity'] {
  if (claim.qText === undefined || claim.qText === null) return null
  return {
    text: claim.qText,
    min: claim.qMin ?? null,
    max: claim.qMax ?? null,
    minOpen: claim.qMinOpen ?? false,
    maxOpen: claim.qMaxOpen ?? false,
    approximate: claim.qApprox ?? false,
    unit: claim.qUnit ?? null,
    noun: claim.qNoun ?? null,
    role: claim.qRole ?? null,
  }
}

function timeOf(claim: Properties): ClaimFacts['time'] {
  if (claim.tText === undefined || claim.tText === null) return null
  return {
    text: claim.tText,
    from: claim.tFrom ?? null,
    to: claim.tTo ?? null,
    precision: claim.tPrecision ?? 'unknown',
  }
}
