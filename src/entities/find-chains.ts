import type { Kit } from '../kit.ts'
import { type Reader, readerOf } from '../mentions/candidate.ts'
import { toMention } from '../mentions/find-mentions.ts'
import type { Gender } from '../mentions/knowledge.ts'
import type { Attribution, Quotation } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import { type Judge, judgesOf } from './antecedent-model.ts'
import { antecedentsOf, scorerOf } from './antecedents.ts'
import { Clusters } from './clusters.ts'
import { groupNames } from './group-names.ts'
import { Identities } from './identities.ts'
import { eachPair, pairFeatures, type Surroundings, surroundingsOf } from './pair-features.ts'
import { findReferences, type Reference } from './reference.ts'
import { reportedSpeakers } from './reported-speakers.ts'

/** Who and what a document speaks of: every reference, and which of them are the same. */
export interface Chains {
  readonly reader: Reader
  readonly references: readonly Reference[]
  readonly clusters: Clusters
}

/** Names first, then who says "I", then every other reference in reading order by the trained scorers. */
export function findChains(document: Document, speech: Speech, kit: Pick<Kit, 'seeds'>): Chains {
  const known = done.get(document)
  if (known?.quotations === speech.quotations) return known.chains
  const chains = makeChains(document, speech, kit)
  done.set(document, { quotations: speech.quotations, chains })
  return chains
}

/** Direct and indirect speech of the document. */
export interface Speech {
  readonly quotations: readonly Quotation[]
  readonly attributions: readonly Attribution[]
}

/** `analyze` asks again for the chains that the entities were made from. */
const done = new WeakMap<Document, { quotations: readonly Quotation[]; chains: Chains }>()

function makeChains(document: Document, { quotations, attributions }: Speech, kit: Pick<Kit, 'seeds'>): Chains {
  const reader = readerOf(document, kit)
  const references = findReferences(reader)
  const clusters = new Clusters(references.length)
  const ambiguous = groupNames(references, clusters, reader)
  joinSpeakers(references, quotations, clusters, reader)
  const around = surroundingsOf(reader, references, clusters)
  const identities = new Identities(references, clusters)
  const genders = gendersOf(references, clusters)
  const speakers = reportedSpeakers(references, attributions, reader)
  const judges = judgesOf(kit.seeds.antecedents)
  for (const anaphor of references) {
    const kind = scorerOf(anaphor)
    if (!kind || ambiguous.has(anaphor.at) || (anaphor.kind === 'pronoun' && clusters.of(anaphor.at) !== anaphor.at))
      continue
    const found = bestAntecedent(anaphor, around, genders, identities, judges[kind], speakers.get(anaphor.at))
    if (!found) continue
    identities.join(clusters.of(anaphor.at), clusters.of(found.at))
    const gender = genders.get(clusters.of(anaphor.at)) ?? genders.get(clusters.of(found.at))
    clusters.join(found.at, anaphor.at)
    if (gender) genders.set(clusters.of(anaphor.at), gender)
  }
  return { reader, references, clusters }
}

/** A pronoun of the third person rather means what has a name: so much a name is worth, in log odds. */
const NAMED = 1

/** "Kenya said it would pay": so much likelier is who speaks. Of "he" and "she" the trained scorer has seen enough. */
const SPEAKER = 2
const oddsOf = (chance: number) => Math.log(chance / (1 - chance))
const isThing = ({ gender }: Reference) => gender !== 'm' && gender !== 'f'

function bestAntecedent(
  anaphor: Reference,
  around: Surroundings,
  genders: Map<number, Gender>,
  identities: Identities,
  { likely, rank, least }: Judge,
  speaker: Reference | undefined,
): Reference | undefined {
  const { clusters } = around
  const own = clusters.of(anaphor.at)
  const gender = genders.get(own)
  let best: Reference | undefined
  let highest = Number.NEGATIVE_INFINITY
  let equal = false
  eachPair(anaphor, antecedentsOf(anaphor, around), around, (candidate, place) => {
    const group = clusters.of(candidate.at)
    const other = genders.get(group)
    if (
      group === own ||
      (gender && other && gender !== other) ||
      !identities.mayBeOne(own, group) ||
      isOddPair(anaphor, candidate) ||
      areSides(anaphor, candidate)
    )
      return
    const features = pairFeatures(anaphor, candidate, place, around)
    const speaks = speaker && isThing(anaphor) && group === clusters.of(speaker.at) ? SPEAKER : 0
    const odds = oddsOf(likely(features)) + speaks
    if (odds < oddsOf(least)) return
    const named = anaphor.kind === 'pronoun' && anaphor.person === 3 && identities.isNamed(group) ? NAMED : 0
    const value = (rank ? rank(features) + speaks : odds) + named
    if (best && Math.abs(value - highest) < EQUAL && clusters.of(best.at) !== group) equal = true
    else if (value > highest) equal = false
    if (value > highest) {
      best = candidate
      highest = value
    }
  })
  return equal ? undefined : best
}
/** Two readings this close are equally good, and none is chosen. */
const EQUAL = 0.005

/** Subject and object of one verb are two things, unless the object is "himself". */
function areSides(a: Reference, b: Reference): boolean {
  if (a.sentence !== b.sentence || a.head.head !== b.head.head || a.head.head === 0) return false
  return SIDES.has(a.role) && SIDES.has(b.role) && a.role !== b.role && !/sel(f|ves)$/i.test(a.head.form)
}
const SIDES: ReadonlySet<string> = new Set(['subject', 'passive', 'object', 'oblique'])

/** A person's name and a noun for no person ("the move"), or another's name and a noun for a person. */
function isOddPair(a: Reference, b: Reference): boolean {
  if (a.kind === b.kind || a.kind === 'pronoun' || b.kind === 'pronoun') return false
  const [name, noun] = a.kind === 'name' ? [a, b] : [b, a]
  if (name.kind !== 'name' || noun.kind !== 'nominal') return false
  if (name.type !== 'PERSON') return noun.type === 'PERSON' && name.type !== null
  return noun.type === null ? noun.definite === 'definite' || noun.definite === 'demonstrative' : noun.type !== 'PERSON'
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
  if (quotations.length === 0) return
  const { sentences } = reader
  const first = references.filter(({ kind, person, number }) => kind === 'pronoun' && person === 1 && number === 'one')
  const startOf = ({ sentence, core }: Reference) => sentences[sentence]!.words[core.first - 1]!.start
  const starts = first.map(startOf)
  const byMention = new Map<string, Reference>()
  for (const reference of references)
    if (reference.candidate) byMention.set(toMention(reference.candidate, reader).id, reference)
  for (const { start, end, speaker } of quotations) {
    const who = speaker ? byMention.get(speaker) : undefined
    if (!who) continue
    const from = starts.findIndex((at) => at >= start)
    for (let at = from; at >= 0 && at < starts.length && starts[at]! < end; at++) clusters.join(who.at, first[at]!.at)
  }
}
