import type { Argument, Claim } from '../../model/claim.ts'
import type { Analysis, Document } from '../../model/document.ts'
import type { Mention } from '../../model/mention.ts'
import { overlaps } from '../../model/span.ts'
import { spanOfWords, type Tree } from '../../nlp/tree.ts'
import type { Layers } from '../layers.ts'
import type { Figure } from './figure.ts'

/** A force whose losses are counted, and by which claim the article tells it. */
export interface Loser {
  readonly side: Argument
  readonly model: Claim | undefined
}

/** Types of claims that tell who suffers. */
export const FORCES: readonly string[] = ['SUFFERED_LOSSES', 'DEPLOYED_TO', 'WITHDREW_FROM']

/**
 * Whose losses an article counts without saying it in the same clause: "casualties may exceed 6,000". The force that the phrase, the claims before it,
 * or all the article's claims name; where these leave a choice, nobody.
 */
export class Losers {
  private readonly told: readonly Claim[]

  constructor(
    claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
  ) {
    this.told = claims.filter(({ type, subject }) => FORCES.includes(type) && subject.kind === 'entity')
  }

  of(figure: Figure, at: number, tree: Tree): Loser | undefined {
    if (this.told.length === 0) return undefined
    return this.named(figure, this.document.sentences[at]!, tree) ?? onlyLoser(this.near(at)) ?? onlyLoser(this.told)
  }

  /** Claims of losses in the sentence and the one before. */
  near(at: number): Claim[] {
    const near = new Set([this.document.sentences[at - 1]?.sentence.id, this.document.sentences[at]!.sentence.id])
    return this.told.filter((claim) => near.has(claim.evidence[0]!.sentence))
  }

  /** "Sudan's casualties" */
  private named({ carrier }: Figure, analysis: Analysis, tree: Tree): Loser | undefined {
    if (!carrier) return undefined
    const phrase = spanOfWords(tree.subtree(carrier))
    const inside = this.layers.mentions.filter(
      (mention) =>
        mention.sentence === analysis.sentence.id &&
        overlaps(phrase, mention) &&
        mention.entity !== null &&
        mention.kind !== 'metonym' &&
        this.told.some(({ subject }) => subject.kind === 'entity' && subject.id === mention.entity),
    )
    return inside.length === 1 ? { side: toArgument(inside[0]!), model: undefined } : undefined
  }
}

export const toArgument = ({ id, entity, start, end, text }: Mention): Argument => ({
  kind: 'entity',
  id: entity!,
  mention: id,
  start,
  end,
  text,
})

function onlyLoser(claims: readonly Claim[]): Loser | undefined {
  const ids = new Set(claims.map(({ subject }) => (subject.kind === 'entity' ? subject.id : '')))
  const model = claims.at(-1)
  return ids.size === 1 && model ? { side: model.subject, model } : undefined
}
