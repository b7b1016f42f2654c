import { quoted, rowOf, speakerOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import type { CorpusKnowledge } from '../knowledge.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './compare-story.ts'
import type { StoryClaim } from './told.ts'
import type { StoryWords } from './words.ts'

/** What a claim gives for the cause of a happening. */
interface Cause {
  readonly claim: ClaimFacts
  /** stem of the noun for what happened */
  readonly effect: string
}

/** Where articles of a story give different causes of one happening: "caused by a cigarette", "blamed on faulty wiring". */
export function compareCauses(claims: readonly StoryClaim[], comparison: StoryComparison): ConflictRow[] {
  const { areOneStory, words, knowledge } = comparison
  const causes = claims.flatMap(({ claim }) => causeIn(claim, words, knowledge) ?? [])
  const isOne = (a: Cause, b: Cause) =>
    a.effect === b.effect && (a.claim.article === b.claim.article || areOneStory(a.claim.article, b.claim.article))
  const pairs = causes.flatMap((a, at) => causes.slice(at + 1).flatMap((b) => (isOne(a, b) ? [[a, b] as const] : [])))
  return clustersOf(pairs).flatMap((group) =>
    rowOf(
      group.map(({ claim }) => claim),
      {
        kind: 'object',
        identity: `story cause ${group.map(({ claim }) => claim.id).sort()[0]}`,
        judge: (a, b) => {
          const isOneVoice = a.article === b.article && speakerOf(a) === speakerOf(b)
          if (isOneVoice || isAlike(a.objectName!, b.objectName!, words)) return undefined
          const both = `${quoted(a.objectName)} (${whoSays(a)}) and ${quoted(b.objectName)} (${whoSays(b)})`
          return { verdict: 'conflicts', reason: `${both} are given for the cause` }
        },
        show: ({ objectName }) => objectName!,
        title: () => `cause of the ${group[0]!.claim.subjectName}`,
      },
    ),
  )
}

/** The claim turned round: what happened for its subject, the cause for its object. */
function causeIn(claim: ClaimFacts, words: StoryWords, knowledge: CorpusKnowledge): Cause | undefined {
  const { predicate, polarity, subjectName, objectName, quote } = claim
  if (polarity !== 'affirmed' || objectName === null) return undefined
  const verb = predicate.split(' ').find((word) => word !== 'be') ?? ''
  const effect = happeningIn(objectName, knowledge)
  if (!effect) return undefined
  const cause = words.telling.causes.on.includes(verb)
    ? behindOn(quote, objectName)
    : words.telling.causes.by.includes(verb)
      ? subjectName
      : undefined
  if (!cause || happeningIn(cause, knowledge) === effect) return undefined
  return { claim: { ...claim, subjectName: effect, objectName: cause }, effect: words.stem(effect) }
}

/** "blamed the fire on [faulty wiring] on Tuesday" */
function behindOn(quote: string, object: string): string | undefined {
  const at = quote.indexOf(object)
  const [, cause] =
    at < 0
      ? []
      : (/^\s+on\s+(.+?)(?=\s+(?:on|in|at|after|when|as)\s|[,.;]|$)/.exec(quote.slice(at + object.length)) ?? [])
  return cause
}

/** The noun of a phrase before what hangs on it, when it tells of a happening. */
function happeningIn(phrase: string, knowledge: CorpusKnowledge): string | undefined {
  const [first] = phrase.split(/\s(?:of|for|in|from|at|on|with|to|by|that|who|which)\s|,/)
  const head = first!.trim().split(/\s+/).at(-1)!.toLowerCase()
  return knowledge.isHappening(head) ? head : undefined
}

/** They share a word: "a cigarette", "a dropped cigarette". */
function isAlike(a: string, b: string, words: StoryWords): boolean {
  const known = new Set(words.tokens(b).map(({ stem }) => stem))
  return words.tokens(a).some(({ stem }) => known.has(stem))
}
