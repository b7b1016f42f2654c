import type { Kit } from '../kit.ts'
import { type Reader, readerOf } from '../mentions/candidate.ts'
import { toMention } from '../mentions/find-mentions.ts'
import type { Gender } from '../mentions/knowledge.ts'
import type { Quotation } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { type Judge, judgesOf } from './antecedent-model.ts'
import { antecedentsOf, scorerOf } from './antecedents.ts'
import { Clusters } from './clusters.ts'
import { groupNames } from './group-names.ts'
import { Identities } from './identities.ts'
import { pairsOf, type Surroundings, surroundingsOf } from './pair-features.ts'
import { findReferences, type Reference } from './reference.ts'

/** Who and what a document speaks of: every reference, and which of them are the same. */
export interface Chains {
  readonly reader: Reader
  readonly references: readonly Reference[]
  readonly clusters: Clusters
}

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
  const ambiguous = groupNames(references, clusters, reader)
  joinSpeakers(references, quotations, clusters, reader)
  const around = surroundingsOf(reader, references, clusters)
  const identities = new Identities(references, clusters)
  const genders = gendersOf(references, clusters)
  const judges = judgesOf(kit.seeds.antecedents)
  for (const anaphor of references) {
    const kind = scorerOf(anaphor)
    if (!kind || ambiguous.has(anaphor.at) || (anaphor.kind === 'pronoun' && clusters.of(anaphor.at) !== anaphor.at))
      continue
    const found = bestAntecedent(anaphor, around, genders, identities, judges[kind])
    if (!found) continue
    identities.join(clusters.of(anaphor.at), clusters.of(found.at))
    const gender = genders.get(clusters.of(anaphor.at)) ?? genders.get(clusters.of(found.at))
    clusters.join(found.at, anaphor.at)
    if (gender) genders.set(clusters.of(anaphor.at), gender)
  }
  return { reader, references, clusters }
}

/** A pronoun rather means what has a name: readers are told who is meant. */
const NAMELESS = 0.6

function bestAntecedent(
  anaphor: Reference,
  around: Surroundings,
  genders: Map<number, Gender>,
  identities: Identities,
  { score, least, ahead }: Judge,
): Reference | undefined {
  const { clusters } = around
  const best = new Map<number, { reference: Reference; score: number }>()
  const own = clusters.of(anaphor.at)
  const gender = genders.get(own)
  for (const [candidate, features] of pairsOf(anaphor, antecedentsOf(anaphor, around), around)) {
    const group = clusters.of(candidate.at)
    const other = genders.get(group)
    if (group === own || (gender && other && gender !== other) || !identities.mayBeOne(own, group)) continue
    const value =
      score(features) *
      (anaphor.kind === 'pronoun' && anaphor.person === 3 && !identities.isNamed(group) ? NAMELESS : 1)
    if (value >= least - ahead && value > (best.get(group)?.score ?? 0))
      best.set(group, { reference: candidate, score: value })
  }
  const [first, second] = [...best.values()].sort((a, b) => b.score - a.score)
  if (!first || first.score < least || (second && first.score - second.score < ahead)) return undefined
  return first.reference
}

/** The gender of each group so far, where a member shows it. */
function gendersOf(references: readonly Reference[], clusters: Clusters): Map<number, Gender> {
  const genders = new Map<number, Gender>()
  for (const { at, gender } of references) if (gender === 'm' || gender === 'f') genders.set(clusters.of(at), gender)
  return genders
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
