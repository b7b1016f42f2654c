import { relatePeriods } from '../../model/interval.ts'
import { isUnnamed, nameKeyOf } from '../../model/mention.ts'
import { dateOf, pairsOf, rowOf, whoSays } from '../conflict-row.ts'
import type { ClaimFacts, ConflictRow } from '../facts.ts'
import { clustersOf } from './clusters.ts'
import type { StoryComparison } from './compare-story.ts'
import type { StoryClaim } from './told.ts'
import type { StoryWords } from './words.ts'

/** Where articles of a story date what happens to a thing once: "was founded in 1978" and "founded in 1982". */
export function compareDays(claims: readonly StoryClaim[], { areOneStory, words }: StoryComparison): ConflictRow[] {
  const dated = claims
    .map(({ claim }) => claim)
    .filter(({ polarity, time, predicate }) => polarity === 'affirmed' && time?.from && verbOf(predicate, words))
  const meets = (a: ClaimFacts, b: ClaimFacts) =>
    a.article !== b.article &&
    areOneStory(a.article, b.article) &&
    verbOf(a.predicate, words) === verbOf(b.predicate, words) &&
    (a.factuality === 'planned') === (b.factuality === 'planned') &&
    thingsOf(a, words).some((thing) => thingsOf(b, words).includes(thing))
  return clustersOf(pairsOf(dated).filter(([a, b]) => meets(a, b))).flatMap((group) =>
    rowOf(group, {
      kind: 'date',
      identity: `story ${group.map(({ id }) => id).sort()[0]}`,
      judge: (a, b) =>
        meets(a, b) && a.proposition !== b.proposition && relatePeriods(a.time!, b.time!) === 'disjoint'
          ? {
              verdict: 'conflicts',
              reason: `it happened once, but ${dateOf(a)} (${whoSays(a)}) and ${dateOf(b)} (${whoSays(b)}) are given`,
            }
          : undefined,
      show: dateOf,
    }),
  )
}

const verbOf = (predicate: string, words: StoryWords): string | undefined => {
  const verb = predicate.split(' ').find((word) => word !== 'be')
  return verb !== undefined && words.isOnce(verb) ? words.stem(verb) : undefined
}

/** Whom it happened to: one whom both name, or a thing by its noun. */
function thingsOf({ subjectId, subjectName, objectId, objectName, quote }: ClaimFacts, words: StoryWords): string[] {
  const [, phrase] = /^(the (?:\p{L}+[- ]){0,2}\p{L}+),? (?:was|were|is|has|had|built|founded)\b/iu.exec(quote) ?? []
  return [
    [subjectId, subjectName],
    /^(?:place|country):/.test(objectId ?? '') ? [null, null] : [objectId, objectName],
    [null, phrase ?? null],
  ].flatMap(([id, name]) => {
    if (!name) return []
    if (id && !isUnnamed(id)) return [nameKeyOf(id)]
    const [phrase] = name.split(/\s(?:of|for|in|from|at|on|with|to|by|that|who|which)\s|,/)
    const head = words.tokens(phrase!).at(-1)
    return head && /^the\s/i.test(name) && !words.isAnybody(head.form) ? [head.stem] : []
  })
}
