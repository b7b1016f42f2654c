import type { Argument, Claim, Evidence } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { contentId } from '../../model/id.ts'
import { covers, type Span } from '../../model/span.ts'
import type { Layers } from '../layers.ts'
import { speakerChain } from '../speaker-chain.ts'
import type { ThingWords } from './thing-words.ts'

/**
 * "At Thursday's groundbreaking ceremony": an occasion that tells a stage without naming the thing again. The first of each stage that is not in
 * `known`, as a claim about `side`.
 */
export function toldOccasions(
  side: Argument,
  known: ReadonlySet<string>,
  { document, layers, words, life }: { document: Document; layers: Layers; words: ThingWords; life: string },
): { claim: Claim; stage: string }[] {
  return Object.entries(words.stages).flatMap(([stage, { ceremonies, life: of }]) => {
    if (known.has(stage) || of !== life) return []
    const mention = layers.mentions.find(
      ({ kind, type, text }) =>
        kind === 'nominal' &&
        type === 'EVENT' &&
        ceremonies.some((word) =>
          text
            .toLowerCase()
            .split(/[\s’']+/)
            .includes(word),
        ),
    )
    const analysis = mention && document.sentences.find(({ sentence }) => sentence.id === mention.sentence)
    if (!mention || !analysis) return []
    const passage = (role: Evidence['role'], at: Span): Evidence => ({
      sentence: mention.sentence,
      start: at.start,
      end: at.end,
      quote: document.text.slice(at.start, at.end),
      role,
    })
    const time = layers.times.find((one) => covers(mention, one))
    const claim: Claim = {
      id: contentId('claim', document.article.id, 'occasion', stage, mention.start),
      name: '',
      type: 'STATES',
      predicate: stage,
      predicateSpans: [{ start: mention.start, end: mention.end }],
      subject: side,
      object: null,
      roles: [],
      polarity: 'affirmed',
      factuality: 'asserted',
      time: time?.id ?? null,
      quantity: null,
      evidence: [
        passage('whole', analysis.sentence),
        passage('trigger', mention),
        ...(time ? [passage('time', time)] : []),
      ],
      attribution: speakerChain(mention, document, layers),
      rule: 'things.occasion',
      confidence: 0.7,
      proposition: '',
    }
    return [{ claim, stage }]
  })
}
