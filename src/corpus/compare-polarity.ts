import { groupBy } from '../model/group-by.ts'
import { isOneName, isUnnamed } from '../model/mention.ts'
import {
  areElsewhere,
  haveOtherAmounts,
  isHedged,
  type Pair,
  rowOf,
  sameFrame,
  speakerOf,
  whoSays,
} from './conflict-row.ts'
import type { ClaimFacts, ConflictRow } from './facts.ts'
import { lastOf } from './phrase.ts'

/**
 * Where one affirms what another denies: of one proposition, or of one subject and relation where both can mean the same object ("accepted the offer",
 * "has not accepted any foreign aid"). `fits` tells it of two objects of a known relation. What was denied first and affirmed in a later paper has changed.
 */
export function comparePolarity(
  claims: readonly ClaimFacts[],
  fits: (a: ClaimFacts, b: ClaimFacts) => boolean,
): ConflictRow[] {
  const denials = groupBy(
    claims.filter((claim) => claim.polarity === 'denied' && !isHedged(claim)),
    ({ proposition }) => proposition,
  )
  if (denials.size === 0) return []
  const affirmed = claims.filter(({ polarity }) => polarity === 'affirmed')
  return [...denials].flatMap(([proposition, denied]) => {
    const met = affirmed.filter((yes) => denied.some((no) => meets(yes, no, fits)))
    if (met.length === 0) return []
    return rowOf([...met, ...denied], {
      kind: 'polarity',
      identity: proposition,
      judge: (a, b) => (a.polarity === b.polarity ? undefined : judge(a, b, fits)),
      show: (claim) => claim.polarity,
      title: (members) => titleOf(members.find(({ polarity }) => polarity === 'affirmed') ?? members[0]!),
    })
  })
}

function judge(a: ClaimFacts, b: ClaimFacts, fits: (a: ClaimFacts, b: ClaimFacts) => boolean): Pair | undefined {
  const [yes, no] = a.polarity === 'affirmed' ? [a, b] : [b, a]
  return meets(yes, no, fits) ? verdictOn(yes, no) : undefined
}

/** What becomes of an affirmation and a denial of the same. */
export function verdictOn(yes: ClaimFacts, no: ClaimFacts): Pair {
  const [before, after] = [no, yes].map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? '')
  const who = `affirmed by ${whoSays(yes)}, denied by ${whoSays(no)}`
  // what another speaker says after a denial answers it
  const isAnswer = yes.speakerName !== null && speakerOf(yes) !== speakerOf(no)
  return before! !== '' && before! < after! && !isAnswer && !isOfOneMoment(yes, no)
    ? {
        verdict: 'changed over time',
        reason: `denied on ${before} (${whoSays(no)}), affirmed on ${after} (${whoSays(yes)})`,
      }
    : { verdict: 'conflicts', reason: who }
}

/** "No one was injured", "14 people were injured": both look back on what happened once, and the one does not follow the other. */
const isOfOneMoment = (yes: ClaimFacts, no: ClaimFacts): boolean =>
  NOBODY.test(no.name) && PAST.test(no.name) && PAST.test(yes.name)
const NOBODY = /^(?:no|no[ -]one|nobody|none)\b/i
const PAST = /\b(?:was|were)\b/

function meets(yes: ClaimFacts, no: ClaimFacts, fits: (a: ClaimFacts, b: ClaimFacts) => boolean): boolean {
  const isAlone = yes.subjectId === null || isUnnamed(yes.subjectId)
  if (yes.article === no.article ? speakerOf(yes) === speakerOf(no) : isAlone) return false
  if (!sameFrame(yes, no) || areElsewhere(yes, no) || haveOtherAmounts(yes, no) || daysBetween(yes, no) > NEWS_DAYS)
    return false
  if (yes.proposition === no.proposition) return true
  if (isAlone || yes.type !== no.type) return false
  return yes.type === 'STATES' ? isOneStatement(yes, no) : fits(yes, no)
}

/** What was said longer ago is of another time. */
const NEWS_DAYS = 14

const daysBetween = (a: ClaimFacts, b: ClaimFacts): number =>
  a.publishedAt && b.publishedAt ? Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / 86_400_000 : 0

/** "accepted the offer" and "has not accepted any foreign aid" of one side. */
function isOneStatement(a: ClaimFacts, b: ClaimFacts): boolean {
  const [one, other] = [a.predicate, b.predicate]
  if (!`${one} `.startsWith(`${other} `) && !`${other} `.startsWith(`${one} `)) return false
  const isKnowing = one.startsWith('know ') // of one thing: "knew of cracks"
  if (UNTOLD.test(one) && !isKnowing) return false
  if (a.objectName === null || b.objectName === null) return a.objectName === b.objectName
  if (isOneName(a.objectId, b.objectId)) return true
  const [here, there] = [a.objectName, b.objectName].map((phrase) => lastOf(phrase).replace(/s$/, '')) as [
    string,
    string,
  ]
  return here === there || (!isKnowing && (OFFERED.test(here) || OFFERED.test(there)))
}

/** What stands for whatever was put forward before. */
const OFFERED = /^(?:offer|proposal|plan|deal|request|invitation|demand|it|this|that)$/
/** Who did not say, know or want one thing may well another. */
const UNTOLD = /^(?:say|tell|comment|know|think|want|expect|see|get|make|take|give|go|come|do)\b/

/** "Iran accepted the offer" */
export const titleOf = ({ name }: Pick<ClaimFacts, 'name'>): string =>
  name.replace(/ \([^()]*\)$/, '').replace(/\((?:denied|[a-z]+)(?:, [a-z]+)*\) /g, '')
