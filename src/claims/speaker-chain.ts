import type { Attribution, Quotation, Speaker } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import { lengthOf, type Span } from '../model/span.ts'
import type { Layers } from './layers.ts'

/**
 * The chain of speakers for words at a place: nearest first, the outlet last. "…, Kim said, according to KCNA" → Kim (said),
 * KCNA (cited), the outlet (published). Words inside quotation marks are `quoted`.
 */
export function speakerChain(span: Span, { text }: Document, layers: Layers): Speaker[] {
  const { reports, entities } = indexOf(layers)
  const around = reports.over(span)
  const chain: Speaker[] = []
  const seen = new Set<string>()
  let near: Attribution | undefined
  for (const { attribution, quoted } of around.sort(nearestFirst)) {
    if (seen.has(attribution.id) || isOver(attribution, span, text)) continue
    seen.add(attribution.id)
    if (near && isSetAgainst(near, attribution, text)) continue
    near ??= attribution
    chain.push({
      order: chain.length,
      kind: quoted && attribution.kind === 'said' ? 'quoted' : attribution.kind,
      entity: entities.get(attribution.source.mention ?? '') ?? null,
      class: attribution.class,
      attribution: attribution.id,
    })
  }
  return [...chain, { order: chain.length, kind: 'published', entity: null, class: 'outlet', attribution: null }]
}

/** "Seoul said that …, while Kyiv said that …": the second speaks for itself, whatever the tree makes of it. */
const isSetAgainst = (near: Attribution, outer: Attribution, text: string): boolean =>
  near.source.start > (outer.cue ?? outer.source).start &&
  /\b(?:while|whereas|but|although)\s+$/i.test(text.slice(Math.max(0, near.source.start - 12), near.source.start))

/** "… suggests 15,000—but the outlook remains the same: …": the writer speaks again. */
const isOver = ({ cue }: Attribution, span: Span, text: string): boolean =>
  cue !== null && cue.end < span.start && /[—–]\s*(?:but|yet)\b/i.test(text.slice(cue.end, span.start))

/** A stretch of reported words: what an attribution says in one sentence, or a quotation of the same cue. */
interface Report extends Span {
  readonly attribution: Attribution
  readonly quoted: boolean
  /** It is a whole quotation, which the attribution's own pieces may hold as well. */
  readonly whole: boolean
  /** How much the attribution reports in all: the speaker of less is nearer. */
  readonly size: number
}

/** The speaker of less is nearer; of two that report the same words, the one whose cue is nearer to them, and who speaks rather than who is told. */
const nearestFirst = (a: Report, b: Report): number =>
  a.size - b.size ||
  distance(a) - distance(b) ||
  Number(a.attribution.kind === 'cited') - Number(b.attribution.kind === 'cited') ||
  a.attribution.source.start - b.attribution.source.start

function distance({ attribution: { cue, source }, start, end }: Report): number {
  const at = cue ?? source
  return at.start >= end ? at.start - end : at.end <= start ? start - at.end : 0
}

interface Index {
  readonly reports: Reports
  readonly entities: ReadonlyMap<string, string>
}

/** Built once for each document's layers. */
const indexes = new WeakMap<readonly Attribution[], Index & { mentions: Layers['mentions'] }>()

function indexOf({ attributions, quotations, mentions }: Layers): Index {
  const known = indexes.get(attributions)
  if (known && known.mentions === mentions) return known
  const entities = new Map<string, string>()
  for (const { id, entity } of mentions) if (entity) entities.set(id, entity)
  const index = { reports: new Reports(reportsOf(attributions, quotations)), entities, mentions }
  indexes.set(attributions, index)
  return index
}

function reportsOf(attributions: readonly Attribution[], quotations: readonly Quotation[]): Report[] {
  const cued = attributions.filter(({ cue }) => cue !== null)
  const byCue = groupBy(cued, ({ cue }) => cue!.start)
  const quotes = [...quotations].sort((a, b) => a.start - b.start)
  const reports: Report[] = []
  for (const attribution of attributions) {
    const size = sizeOf(attribution)
    for (const piece of attribution.content) {
      const quoted = isQuoted(piece, quotes)
      reports.push({ start: piece.start, end: piece.end, attribution, quoted, whole: false, size })
    }
  }
  for (const quote of quotes) {
    for (const attribution of (quote.cue && byCue.get(quote.cue.start)) ?? [])
      reports.push({
        start: quote.start,
        end: quote.end,
        attribution,
        quoted: true,
        whole: true,
        size: Math.max(lengthOf(quote), sizeOf(attribution)),
      })
  }
  return reports.sort((a, b) => a.start - b.start || a.end - b.end)
}

const sizeOf = ({ content }: Attribution): number => content.reduce((sum, piece) => sum + lengthOf(piece), 0)

/** All but the marks and stops at its edges lies in one quotation. */
function isQuoted(piece: Span, quotes: readonly Quotation[]): boolean {
  let low = 0
  let high = quotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotes[middle]!.start <= piece.start + 2) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= Math.max(0, low - 3); at--) if (quotes[at]!.end >= piece.end - 3) return true
  return false
}

/** Stretches sorted by start, with the furthest end so far, to find those around a place. */
class Reports {
  private readonly reach: number[] = []

  constructor(private readonly sorted: readonly Report[]) {
    let furthest = 0
    for (const { end } of sorted) {
      furthest = Math.max(furthest, end)
      this.reach.push(furthest)
    }
  }

  /** One for each attribution that reports the span, or its greater part when a reporting clause stands in its middle. */
  over(span: Span): Report[] {
    const found = new Map<Attribution, { report: Report; told: number; quoted: number }>()
    for (
      let at = this.startingBefore(Math.max(span.end, span.start + 1)) - 1;
      at >= 0 && this.reach[at]! > span.start;
      at--
    ) {
      const report = this.sorted[at]!
      const shared = Math.min(report.end, span.end) - Math.max(report.start, span.start)
      if (shared <= 0) continue
      const known = found.get(report.attribution) ?? { report, told: 0, quoted: 0 }
      if (report.whole) known.quoted = Math.max(known.quoted, shared)
      else known.told += shared
      if (report.quoted && !known.report.quoted) known.report = report
      found.set(report.attribution, known)
    }
    const enough = (lengthOf(span) * 2) / 3
    return [...found.values()].filter(({ told, quoted }) => Math.max(told, quoted) > enough).map(({ report }) => report)
  }

  private startingBefore(offset: number): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.sorted[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
