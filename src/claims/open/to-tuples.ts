import type { Word } from '../../model/document.ts'
import type { Tree } from '../../nlp/tree.ts'
import { confidenceOf, type OpenClaimModel } from './confidence.ts'
import type { OpenClaim } from './open-claim.ts'

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
    const relation = claim.word ?? wordsOf(claim.relation, text)
    const args = [claim.subject.words, ...claim.parts.map((part) => [...part.marker, ...part.words])].map((words) =>
      wordsOf(words, text),
    )
    return { confidence: confidenceOf(claim, tree, model), relation, args, claim }
  })
  const once = [...new Map(tuples.map((tuple) => [[tuple.relation, ...tuple.args].join('\t'), tuple])).values()]
  return once.sort((a, b) => b.confidence - a.confidence || a.args.join(' ').length - b.args.join(' ').length)
}

/** Neighbouring words as they stand in the text, stretches apart by a blank. */
function wordsOf(words: readonly Word[], text: string): string {
  const sorted = [...words].sort((a, b) => a.index - b.index)
  let found = ''
  for (const [at, word] of sorted.entries()) {
    const before = sorted[at - 1]
    found += before
      ? before.index + 1 === word.index
        ? text.slice(before.end, word.end)
        : ` ${text.slice(word.start, word.end)}`
      : text.slice(word.start, word.end)
  }
  return found.replace(/\s+/g, ' ')
}
