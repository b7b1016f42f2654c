import type { Word } from '../../model/document.ts'
import type { Tree } from '../../nlp/tree.ts'
import { wordsOf } from '../words-of.ts'
import { confidenceOf, type OpenClaimModel } from './confidence.ts'
import type { OpenClaim, Part } from './open-claim.ts'

/** A claim as open information extraction writes it: relation and arguments in the sentence's own words. */
export interface Tuple {
  readonly confidence: number
  readonly relation: string
  readonly args: readonly string[]
  readonly claim: OpenClaim
}

/** The tuples of a sentence, the surest and shortest first, none twice. */
export function toTuples(tree: Tree, claims: readonly OpenClaim[], text: string, model: OpenClaimModel): Tuple[] {
  const tuples = claims.map((claim): Tuple => {
    const [verbs, rest] = splitBare(claim)
    const relation = claim.word ?? wordsOf(verbs, text)
    const args = [[claim.subject.words], [rest], ...claim.parts.map((part) => phrasesOf(part))]
      .map((phrases) => phrases.filter((words) => words.length > 0).map((words) => wordsOf(words, text)))
      .filter((phrases) => phrases.length > 0)
      .map((phrases) => phrases.join(' '))
    return { confidence: confidenceOf(claim, tree, model), relation, args, claim }
  })
  const once = [...new Map(tuples.map((tuple) => [[tuple.relation, ...tuple.args].join('\t'), tuple])).values()]
  return once.sort((a, b) => b.confidence - a.confidence || a.args.join(' ').length - b.args.join(' ').length)
}

/** The preposition first, also of what a relative clause turns round: "a letter [in] which he wrote". */
const phrasesOf = ({ marker, words }: Part): (readonly Word[])[] => {
  const isTurned = marker.length > 0 && marker[0]!.index > words[0]!.index
  return isTurned ? [marker, words] : [[...marker, ...words]]
}

/** "was received", alone: the verb is what is said of the subject, with the adverb before it. */
function splitBare({ clause, relation, parts }: OpenClaim): [readonly Word[], readonly Word[]] {
  const verb = relation.at(-1)
  if (parts.length > 0 || !clause?.passive || relation.length < 2 || !verb) return [relation, []]
  const before = clause.adverbs.filter((word) => word.index === verb.index - 1)
  return [relation.slice(0, -1), [...before, verb]]
}
