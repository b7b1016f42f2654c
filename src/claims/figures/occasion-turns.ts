import type { Claim } from '../../model/claim.ts'
import { contentId } from '../../model/id.ts'
import type { TimeExpression } from '../../model/quantity.ts'
import { MEASURE } from '../propositions.ts'
import type { MeasureWords } from './measure-words.ts'
import { type Occasions, rolesOf, toText } from './occasions.ts'

/** The claims with what is said to have ended, begun or happened, once, on a day, put so that articles can be compared. */
export function occasionTurns(
  claims: readonly Claim[],
  times: readonly TimeExpression[],
  occasions: Occasions,
  text: string,
  { turns }: MeasureWords,
): Claim[] {
  const days = new Set(times.filter(isOfDay).map(({ id }) => id))
  return claims.map((claim) => {
    const { type, subject, predicate, predicateSpans, polarity, object, evidence, roles } = claim
    if ((type !== 'STATES' && type !== 'STRUCK') || polarity === 'denied' || !days.has(claim.time ?? '')) return claim
    if (roles.some(({ role }) => role === MEASURE)) return claim
    const own = predicateSpans.map((span) => occasions.happenedIn(span)).find(Boolean)
    const kind = own ?? occasions.kindIn(subject)
    const [verb, rest] = predicate.split(' ')
    const told = Object.entries(turns).find(
      ([, { verbs }]) => verbs.includes(verb!) || verbs.includes(`${verb} ${rest}`),
    )
    const turn = own ? 'happened' : told?.[0]
    const occasion =
      kind && turn && !(subject.kind === 'entity' && own === undefined && object) ? occasions.ofKind(kind) : undefined
    if (!occasion) return claim
    return {
      ...claim,
      roles: [
        ...roles,
        { role: MEASURE, value: toText(predicateSpans[0] ?? evidence[0]!, text) },
        ...rolesOf(occasion),
      ],
      proposition: contentId('prop', 'TURN', turn, occasion.key),
    }
  })
}

const isOfDay = ({ from }: TimeExpression): boolean => (from?.length ?? 0) >= 'YYYY-MM-DD'.length
