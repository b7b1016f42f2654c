import { findQuantities } from './amounts/find-quantities.ts'
import { findSums } from './claims/figures/find-sums.ts'
import { findClaims } from './claims/find-claims.ts'
import type { Sum } from './claims/layers.ts'
import { refuted } from './claims/refuted.ts'
import { describeUnnamed } from './claims/unnamed.ts'
import { resolveEntities } from './entities/resolve-entities.ts'
import type { Kit } from './kit.ts'
import { findMentions } from './mentions/find-mentions.ts'
import type { Article } from './model/article.ts'
import { type Diagnostic, JUDGED } from './model/diagnostic.ts'
import type { Document } from './model/document.ts'
import type { Extraction } from './model/extraction.ts'
import type { Quantity } from './model/quantity.ts'
import { byPlace } from './model/span.ts'
import { toDocument } from './nlp/to-document.ts'
import { findSpeech } from './speech/find-speech.ts'
import { findTimes } from './times/find-times.ts'

/** Article → sentences, words, trees → amounts, times, mentions → speech → entities → claims. Same article and kit, same extraction. */
export async function extract(article: Article, kit: Kit): Promise<Extraction> {
  return understand(await toDocument(article, kit.engine), kit)
}

/** Everything after the engine. */
export function understand(document: Document, kit: Kit): Extraction {
  const times = findTimes(document, kit)
  const quantities = findQuantities(document, times, kit)
  const found = findMentions(document, kit)
  const { quotations, attributions } = findSpeech(document, found, kit)
  const { mentions, entities, judged } = resolveEntities(document, found, { quotations, attributions }, kit)
  const read = { quantities, times, mentions, entities, quotations, attributions }
  const sums = findSums(document, read, kit)
  const layers = { ...read, sums }
  const { claims: said, diagnostics } = findClaims(document, layers, kit)
  const { claims: described, ...meant } = describeUnnamed(said, document, layers, kit)
  const claims = refuted(described, document, { ...layers, ...meant }, kit)
  const { publishedTime: _time, zones: _zones, diagnostics: warned, ...article } = document.article
  return {
    format: 'wiregraph/extraction@1',
    article,
    sentences: document.sentences.map(({ sentence }) => sentence),
    ...read,
    ...meant,
    quantities: withSums(quantities, sums),
    claims,
    diagnostics: [...warned, ...judged.map(toDiagnostic), ...diagnostics],
  }
}

/** All amounts in reading order; a sum before its parts. */
const withSums = (quantities: readonly Quantity[], sums: readonly Sum[]): Quantity[] =>
  [...quantities, ...sums.flatMap(({ whole, isMade }) => (isMade ? [whole] : []))].sort(byPlace)

/** That a judgement was applied, for the graph to keep. */
const toDiagnostic = (message: string): Diagnostic => ({ code: JUDGED, start: 0, end: 0, message })
