import type { Word } from '../model/document.ts'
import type { TimeExpression } from '../model/quantity.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Clause } from './clauses/clause.ts'
import { prepositionOf } from './clauses/prepositions.ts'
import type { Sides } from './sides.ts'

/**
 * The time of an event: a date in its own clause or noun phrase, not one inside another clause; a time in front of two coordinated verbs holds for both, and that of "saw the opening" for the opening.
 */
export function claimTimes(
  tree: Tree,
  clauses: readonly Clause[],
  times: readonly TimeExpression[],
  sides: Sides,
): (trigger: Word, clause: Clause | undefined) => string | null {
  if (times.length === 0) return () => null
  const predicates = new Set(clauses.map((clause) => clause.predicate))
  const placed = times.flatMap((time) => {
    const head = sides.headOf(time)
    if (!head || time.kind === 'duration' || time.kind === 'set') return []
    const above = [head, ...tree.ancestors(head)]
    const owner = above.find((word) => predicates.has(word))
    const path = owner ? above.slice(0, above.indexOf(owner) + 1) : above
    const between = path
      .slice(1, -1)
      .filter((word) => (word.start < time.start || word.end > time.end) && !PERIODS.has(word.lemma.toLowerCase()))
    const far =
      between.length > 1 ||
      (owner !== undefined && isOfAnAside(tree, time, owner)) ||
      between.some((word) => !sides.isOf(word, 'EVENT') || !AT_AN_EVENT.has(prepositionOf(tree, word).preposition))
    return [{ time, path, owner: far ? undefined : owner }]
  })
  return (trigger, clause) => {
    const inPhrase = placed.find(
      ({ path, owner }) =>
        trigger !== owner && path[0] !== trigger && path.includes(trigger) && !predicates.has(trigger),
    )
    if (inPhrase) return inPhrase.time.id
    const predicate =
      clause?.predicate ??
      (predicates.has(trigger) ? trigger : tree.ancestors(trigger).find((word) => predicates.has(word)))
    if (!predicate) return null
    const isNoun = !clause && trigger !== predicate
    if (isNoun && !(trigger.head === predicate.index && sides.tellsOf(predicate, trigger))) return null
    const chain = [predicate, ...above(tree, predicate, predicates)]
    return placed.find(({ owner }) => owner && chain.includes(owner))?.time.id ?? shared(tree, predicate, placed)
  }
}

/** "scored nine goals, including the winner against Rovers [in May]": what stands at the end of an aside belongs to it. */
function isOfAnAside(tree: Tree, { start }: TimeExpression, owner: Word): boolean {
  let before = tree.words.findLast((word) => word.end <= start)
  while (before && (before.upos === 'ADP' || before.upos === 'ADV' || before.upos === 'DET'))
    before = tree.word(before.index - 1)
  if (!before || before.index < owner.index) return false
  for (let at: Word | undefined = before; at && at !== owner; at = tree.head(at)) {
    const first = tree.subtree(at).find(({ upos }) => upos !== 'PUNCT')
    const opens = first && first.index > owner.index && tree.word(first.index - 1)?.form === ','
    if (opens && !isRelation(at, 'conj')) return true
  }
  return false
}

/** "during the 2022-23 school [year]" */
const PERIODS = new Set(['year', 'season', 'month', 'week', 'term'])

/** "killed in a raid in May" was in May; "for the first time since the truce of 1953" was not in 1953. */
const AT_AN_EVENT = new Set(['in', 'at', 'during', 'on'])

/** The verbs that an infinitive completes ("is expected to open on Monday"). */
function above(tree: Tree, predicate: Word, predicates: ReadonlySet<Word>): Word[] {
  const head = tree.head(predicate)
  return predicate.deprel === 'xcomp' && head && predicates.has(head) ? [head, ...above(tree, head, predicates)] : []
}

function shared(
  tree: Tree,
  predicate: Word,
  placed: readonly { time: TimeExpression; owner: Word | undefined }[],
): string | null {
  const first = predicate.deprel === 'conj' ? tree.head(predicate) : undefined
  return (first && placed.find(({ time, owner }) => owner === first && time.end <= first.start)?.time.id) ?? null
}
