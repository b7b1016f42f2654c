import type { Claim } from '../model/claim.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import type { Layers } from './layers.ts'

/** Sentences that speak of two known entities and gave no claim, each with why. */
export function silentSentences(document: Document, layers: Layers, claims: readonly Claim[]): Diagnostic[] {
  const spoken = new Set(claims.map((claim) => claim.evidence[0]!.sentence))
  const known = new Map<string, Set<string>>()
  for (const { sentence, entity } of layers.mentions) {
    if (!entity) continue
    const entities = known.get(sentence)
    if (entities) entities.add(entity)
    else known.set(sentence, new Set([entity]))
  }
  return document.sentences.flatMap(({ sentence, words }) => {
    const entities = known.get(sentence.id)
    if (!entities || entities.size < 2 || spoken.has(sentence.id)) return []
    const reason =
      sentence.zone === 'boilerplate'
        ? 'left out as boilerplate'
        : words.some((word) => word.upos === 'VERB')
          ? 'no clause with a subject'
          : 'no verb'
    return [
      {
        code: 'silent-sentence',
        start: sentence.start,
        end: sentence.end,
        message: `${entities.size} known entities and no claim: ${reason}`,
      },
    ]
  })
}
