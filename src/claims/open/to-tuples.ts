import type { Word } from '../../model/document.ts'
import type { Tree } from '../../nlp/tree.ts'
import { type StanceWords, stanceIndex } from '../stance-lexicon.ts'
import { wordsOf } from '../words-of.ts'
import { confidenceOf, type OpenClaimModel } from './confidence.ts'
import type { OpenClaim, Part } from './open-claim.ts'
import { standsAlone } from './stands-alone.ts'

/** A claim as open information extraction writes it: relation and arguments in the sentence's own words. */
export interface Tuple {
  readonly confidence: number
  readonly relation: string
  readonly args: readonly string[]
  readonly claim: OpenClaim
}

interface Seeds {
  readonly openClaims: OpenClaimModel
  readonly stance: StanceWords
}

/** The tuples of a sentence, the surest and shortest first, none twice; half as sure where a tuple needs the sentence to be understood. */
export function toTuples(
  tree: Tree,
  claims: readonly OpenClaim[],
  text: string,
  { openClaims, stance }: Seeds,
): Tuple[] {
  const tuples = claims.map((claim): Tuple => {
    const [verbs, rest] = splitBare(claim)
    const relation = claim.word ?? wordsOf([...hedges(claim, stance), ...verbs], text)
    const args = [[claim.subject.words], [rest], ...claim.parts.map(phrasesOf)]
      .map((phrases) => phrases.filter((words) => words.length > 0).map((words) => wordsOf(words, text)))
      .map((phrases, at) => [isWhere(claim, claim.parts[at - 2]) ? 'in' : '', ...phrases].filter(Boolean).join(' '))
      .filter(Boolean)
    const sure = confidenceOf(claim, tree, openClaims)
    const confidence = standsAlone(claim, tree, stance) ? sure : Math.min(sure, 0.4 + sure / 10)
    return { confidence, relation, args, claim }
  })
  const once = [...new Map(tuples.map((tuple) => [[tuple.relation, ...tuple.args].join('\t'), tuple])).values()]
  return once.sort((a, b) => b.confidence - a.confidence || a.args.join(' ').length - b.args.join(' ').length)
}

/** "[probably] saw service", "[usually] leave": without the adverb the claim would say more. */
function hedges({ clause, relation }: OpenClaim, stance: StanceWords): Word[] {
  const { tables, sets } = stanceIndex(stance)
  const isHedge = (form: string) => tables.adverbs.has(form) || sets.limits.has(form)
  return (clause?.adverbs ?? []).filter(
    ({ form, index }) => index < relation.at(-1)!.index && isHedge(form.toLowerCase()),
  )
}

/** The preposition first, also of what a relative clause turns round: "a letter [in] which he wrote". */
const phrasesOf = ({ marker, words }: Part): (readonly Word[])[] => {
  const isTurned = marker.length > 0 && marker[0]!.index > words[0]!.index
  return isTurned ? [marker, words] : [[...marker, ...words]]
}

/** "the town where he lived": he lived in it, though the text has no such word. */
const isWhere = ({ clause }: OpenClaim, part: Part | undefined): boolean =>
  part?.kind === 'oblique' &&
  part.preposition === 'in' &&
  part.marker.length === 0 &&
  part.head.index < clause!.predicate.index

/** "was received", alone: the verb is what is said of the subject, with the adverb before it. */
function splitBare({ clause, relation, parts }: OpenClaim): [readonly Word[], readonly Word[]] {
  const verb = relation.at(-1)
  if (parts.length > 0 || !clause?.passive || relation.length < 2 || !verb) return [relation, []]
  const before = clause.adverbs.filter((word) => word.index === verb.index - 1)
  return [relation.slice(0, -1), [...before, verb]]
}
