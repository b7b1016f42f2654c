import { groupBy } from '../model/group-by.ts'
import type { FoundClaim } from '../query/claims.ts'

/** Less likely than not to be what the text says, by the readers' own calibration. */
const UNSURE = 0.5

/** What was stated once or more in the same words: the claims that do, the first of them for all. */
export type Statement = readonly [FoundClaim, ...FoundClaim[]]

/** Claims that are surer than not, and how many are left out. */
export function sureOnes(claims: readonly FoundClaim[]): { sure: FoundClaim[]; leftOut: number } {
  const sure = claims.filter(({ confidence }) => confidence >= UNSURE)
  return { sure, leftOut: claims.length - sure.length }
}

/**
 * Claims of one type as statements. Those of a relation type keep their order, which is by time; open ones come surest first, what several articles state
 * before what one does.
 */
export function toStatements(claims: readonly FoundClaim[]): Statement[] {
  const statements = [...groupBy(claims, sameStatement).values()] as unknown as Statement[]
  if (claims[0]?.type !== 'STATES') return statements
  const articles = (statement: Statement) => new Set(statement.map(({ article }) => article)).size
  const surest = (statement: Statement) => Math.max(...statement.map(({ confidence }) => confidence))
  return statements.sort((a, b) => articles(b) - articles(a) || surest(b) - surest(a))
}

const sameStatement = ({ claim, time, polarity, factuality }: FoundClaim): string =>
  JSON.stringify([claim.toLowerCase(), time, polarity, factuality])
