import type { Kit } from '../kit.ts'
import { type Reader, readerOf } from '../mentions/candidate.ts'
import { toMention } from '../mentions/find-mentions.ts'
import type { Quotation } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { type Score, scorersOf } from './antecedent-model.ts'
import { antecedentsOf, scorerOf } from './antecedents.ts'
import { Clusters } from './clusters.ts'
import { groupNames } from './group-names.ts'
import { pairFeatures, type Surroundings, surroundingsOf } from './pair-features.ts'
import { findReferences, type Reference } from './reference.ts'

/** Who and what a document speaks of: every reference, and which of them are the same. */
export interface Chains {
  readonly reader: Reader
  readonly references: readonly Reference[]
  readonly clusters: Clusters
}

/** Least probability of a link, and how far the best reading must be ahead of the next: two equal readings make none. */
const LIMITS = { pronoun: { least: 0.2, ahead: 0.01 }, noun: { least: 0.4, ahead: 0 } }

/** Names first, then who says "I", then every other reference in reading order by the trained scorers. */
export function findChains(document: Document, quotations: readonly Quotation[], kit: Pick<Kit, 'seeds'>): Chains {
  const known = done.get(document)
  if (known?.quotations === quotations) return known.chains
  const chains = makeChains(document, quotations, kit)
  done.set(document, { quotations, chains })
  return chains
}
/** `analyze` asks again for the chains that the entities were made from. */
const done = new WeakMap<Document, { quotations: readonly Quotation[]; chains: Chains }>()

function makeChains(document: Document, quotations: readonly Quotation[], kit: Pick<Kit, 'seeds'>): Chains {
  const reader = readerOf(document, kit)
  const references = findReferences(reader)
  const clusters = new Clusters(references.length)
  groupNames(references, clusters, reader)
  joinSpeakers(references, quotations, clusters, reader)
  const around = surroundingsOf(reader, references, clusters)
  const scorers = scorersOf(kit.seeds.antecedents)
  for (const anaphor of references) {
    const kind = scorerOf(anaphor)
    if (!kind || (anaphor.kind === 'pronoun' && clusters.of(anaphor.at) !== anaphor.at)) continue
    const found = bestAntecedent(anaphor, around, scorers[kind], LIMITS[kind])
    if (found) clusters.join(found.at, anaphor.at)
  }
  return { reader, references, clusters }
}

function bestAntecedent(
  anaphor: Reference,
  around: Surroundings,
  score: Score,
  { least, ahead }: { least: number; ahead: number },
): Reference | undefined {
  const { clusters } = around
  const best = new Map<number, { reference: Reference; score: number }>()
  const own = clusters.of(anaphor.at)
  let rank = 0
  for (const candidate of antecedentsOf(anaphor, around)) {
    const group = clusters.of(candidate.at)
    if (group === own) continue
    const value = score(pairFeatures(anaphor, candidate, rank++, around))
    if (value >= least - ahead && value > (best.get(group)?.score ?? 0))
      best.set(group, { reference: candidate, score: value })
  }
  const [first, second] = [...best.values()].sort((a, b) => b.score - a.score)
  if (!first || first.score < least || (second && first.score - second.score < ahead)) return undefined
  return first.reference
}

/** "I" inside a quotation is its speaker. */
function joinSpeakers(
  references: readonly Reference[],
  quotations: readonly Quotation[],
  clusters: Clusters,
  reader: Reader,
): void {
  const { sentences } = reader
  if (quotations.length === 0) return
  const startOf = (reference: Reference) => sentences[reference.sentence]!.words[reference.core.first - 1]!.start
  const bySpan = new Map<string, Reference>()
  for (const reference of references)
    if (reference.candidate) bySpan.set(toMention(reference.candidate, reader).id, reference)
  for (const { start, end, speaker } of quotations) {
    const who = speaker ? bySpan.get(speaker) : undefined
    if (!who) continue
    for (const reference of references) {
      if (reference.kind !== 'pronoun' || reference.person !== 1 || reference.number !== 'one') continue
      const at = startOf(reference)
      if (at >= start && at < end) clusters.join(who.at, reference.at)
    }
  }
}
