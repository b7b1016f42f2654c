import { z } from 'zod'
import type { Article, Zone } from '../model/article.ts'
import type { Sentence } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import { type Span, trimmed } from '../model/span.ts'
import { readModel } from '../read-seed.ts'
import { type BoundaryModel, cutSentences } from './boundaries.ts'
import { findParagraphs } from './paragraphs.ts'

const Boundaries = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) })

let loaded: BoundaryModel | undefined
function model(): BoundaryModel {
  if (!loaded) {
    const { bias, weights } = readModel('boundaries.json', Boundaries)
    loaded = { bias, weights: new Map(Object.entries(weights)) }
  }
  return loaded
}

/**
 * The sentences of an article in order, blanks at their ends left out; together they hold every character that is not a blank. A
 * sentence lies within one paragraph and one zone. Paragraphs count from 0.
 */
export function splitSentences(article: Article): Sentence[] {
  const { text, zones } = article
  const found: Sentence[] = []
  findParagraphs(text).forEach((paragraph, number) => {
    for (const { start, end, zone } of byZone(paragraph, zones)) {
      const part = trimmed(text, { start, end })
      if (part.start === part.end) continue
      for (const span of cutSentences(text, part, model()))
        found.push({
          id: contentId('s', article.id, span.start),
          index: found.length,
          paragraph: number,
          ...span,
          zone,
        })
    }
  })
  return found
}

/** A paragraph cut where a zone begins or ends. */
function byZone({ start, end }: Span, zones: Article['zones']): (Span & { zone: Zone })[] {
  const found: (Span & { zone: Zone })[] = []
  let at = start
  for (let next = firstAfter(zones, start); next < zones.length && zones[next]!.start < end; next++) {
    const zone = zones[next]!
    if (zone.start > at) found.push({ start: at, end: zone.start, zone: 'body' })
    found.push({ start: Math.max(at, zone.start), end: Math.min(end, zone.end), zone: zone.zone })
    at = Math.min(end, zone.end)
  }
  if (at < end) found.push({ start: at, end, zone: 'body' })
  return found
}

/** The first zone that ends after a place. */
function firstAfter(zones: Article['zones'], place: number): number {
  let low = 0
  let high = zones.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (zones[middle]!.end > place) high = middle
    else low = middle + 1
  }
  return low
}
