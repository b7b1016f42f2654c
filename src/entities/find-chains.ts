import { type Reader, readerOf } from '../mentions/candidate.ts'
import { toMention } from '../mentions/find-mentions.ts'
import type { Gender } from '../mentions/knowledge.ts'
import type { Attribution, Quotation } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { type Judge, judgesOf } from './antecedent-model.ts'
import { antecedentsOf, scorerOf } from './antecedents.ts'
import { Clusters } from './clusters.ts'
import {
  ASIDES,
  areSides,
  isNamedAgain,
  isOddPair,
  isOfHappening,
  isSaidBy,
  isSubjectAbove,
  isSurelySpeaker,
  itsGroups,
  mayMean,
  mayMeanNamed,
  otherSides,
} from './constraints.ts'
import { countedIn } from './counted.ts'
import { Described } from './described.ts'
import { callingsOf, descriptionsOf } from './descriptions.ts'
import type { EntityKit } from './entity-kit.ts'
import { groupNames } from './group-names.ts'
import { Identities } from './identities.ts'
import { joinAppositions } from './join-appositions.ts'
import { MeantByIt, type Observer } from './meant-by-it.ts'
import { joinNamedLater } from './named-later.ts'
import { eachPair, FEATURES, pairFeatures } from './pair-features.ts'
import { Profiles } from './profiles.ts'
import { findReferences, isInBoilerplate, type Reference } from './reference.ts'
import { whoDid } from './relative-clauses.ts'
import { type Reported, speakersOf, spokeBefore } from './reported-speakers.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

/** Who and what a document speaks of: every reference, and which of them are the same. */
export interface Chains {
  readonly reader: Reader
  readonly references: readonly Reference[]
  readonly clusters: Clusters
  /** Short names that fit several longer ones, by place. */
  readonly ambiguous: ReadonlySet<number>
}

/** Names first, then who says "I", then every other reference in reading order by the trained scorers. */
export function findChains(
  document: Document,
  speech: Speech,
  kit: EntityKit,
  observe?: (chains: Chains) => Observer,
): Chains {
  if (observe) return makeChains(document, speech, kit, observe)
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

function makeChains(
  document: Document,
  { quotations, attributions }: Speech,
  kit: EntityKit,
  observe?: (chains: Chains) => Observer,
): Chains {
  const reader = readerOf(document, kit)
  const references = findReferences(reader)
  const clusters = new Clusters(references.length)
  const ambiguous = groupNames(references, clusters, reader)
  joinSpeakers(references, quotations, attributions, clusters, reader)
  const group = references.map(({ at }) => clusters.of(at))
  const settled = joinAppositions(references, clusters, reader)
  const speakers = speakersOf(references, { attributions, quotations }, clusters, reader)
  const callings = callingsOf(references, settled, group, reader)
  const descriptions = descriptionsOf(callings)
  const around = surroundingsOf({ reader, references, clusters, group, speakers, descriptions })
  const identities = new Identities(references, clusters, around)
  const genders = gendersOf(references, clusters)
  const judges = judgesOf(kit.seeds.antecedents, FEATURES)
  const profiles = new Profiles(reader, references, clusters, group, callings)
  const described = new Described(reader, references, clusters, genders, profiles)
  const observer = observe?.({ reader, references, clusters, ambiguous })
  const things = new MeantByIt(around, identities, profiles)
  const antecedentOf = (anaphor: Reference): Reference | undefined => {
    const kind = scorerOf(anaphor)
    if (settled.has(anaphor.at)) return described.introduced(anaphor)
    if (ambiguous.has(anaphor.at)) return described.bearer(anaphor)
    if (!kind) return undefined
    if (anaphor.kind === 'pronoun' && clusters.of(anaphor.at) !== anaphor.at) return undefined
    const counted = countedIn(anaphor, references, reader)
    if (counted) return counted
    const reported = speakers.reported.get(anaphor.at)
    const isIt = MeantByIt.isOne(anaphor)
    if (
      reported &&
      (!isIt || things.mayBe(anaphor, reported.speaker)) &&
      !otherSides(anaphor, around).has(clusters.of(reported.speaker.at)) &&
      isSurelySpeaker(anaphor, reported, identities.isSurelyPerson(clusters.of(reported.speaker.at)))
    )
      return reported.speaker
    if (isIt) {
      const { one, close } = things.meant(anaphor, reported?.direct ? undefined : reported?.speaker, observer)
      if (one || close.size === 0) return one
      const other = bestAntecedent(anaphor, around, { genders, identities, described }, judges[kind], reported)
      return other && close.has(clusters.of(other.at)) ? other : undefined
    }
    const doer = whoDid(anaphor, references, reader)
    if (doer && !areOfTwoGenders(anaphor, doer, genders, clusters)) return doer
    const told = speakers.spokenFor.get(anaphor.at) ?? spokeBefore(anaphor, speakers, references, reader)
    if (told && !areOfTwoGenders(anaphor, told, genders, clusters)) return told
    const teller = speakers.told.get(anaphor.at)
    const meant = described.meant(anaphor, teller && clusters.of(teller.at))
    if (meant) return meant === 'nobody' ? undefined : meant
    return bestAntecedent(anaphor, around, { genders, identities, described }, judges[kind], reported)
  }
  for (const anaphor of references) {
    const found = antecedentOf(anaphor)
    if (found) {
      const [own, other] = [clusters.of(anaphor.at), clusters.of(found.at)]
      identities.join(own, other)
      profiles.join(own, other)
      const gender = genders.get(own) ?? genders.get(other)
      clusters.join(found.at, anaphor.at)
      if (gender) genders.set(clusters.of(anaphor.at), gender)
    }
    if (!isInBoilerplate(anaphor, reader)) profiles.note(anaphor, described.isIntroduction(anaphor))
  }
  joinNamedLater(references, clusters, identities, described, reader)
  return { reader, references, clusters, ambiguous }
}

/** A pronoun of the third person rather means what has a name: so much a name is worth, in log odds. */
const NAMED = 1

/** "A quake struck Chile. It killed …": where something happens is not rather meant for its name. */
const isScene = ({ type, role }: Reference): boolean => (type === 'PLACE' || type === 'COUNTRY') && ASIDES.has(role)

/** "They" may be a body, but rather are several. */
const isBody = ({ number }: Reference, one: Reference): boolean => number === 'many' && one.number !== 'many'

/** "The president" for somebody named makes claims of that person: it is to be surer than what joins two nouns, by so much in log odds. */
const surer = (noun: Reference, group: number, identities: Identities): number =>
  noun.type === 'PERSON' && noun.gender === 'p' && !identities.isCalled(group, noun) ? OTHERWISE : SURER
const SURER = 0.5
/** The same of "the judge" for somebody whom the text does not call so; "the man" may be anybody. */
const OTHERWISE = 2

/** So much likelier is what the clause around is about, where only "he" and "she" are of a kind with it. */
const ABOVE = 1

/** "Kenya said it would pay": so much likelier is who speaks. Of "he" and "she" the trained scorer has seen enough. */
const SPEAKER = 2
const isIt = ({ kind, gender }: Reference) => kind === 'pronoun' && gender === 'n'
const isThing = ({ gender }: Reference) => gender !== 'm' && gender !== 'f'

/** What is known of the groups so far. */
interface Groups {
  readonly genders: ReadonlyMap<number, Gender>
  readonly identities: Identities
  readonly described: Described
}

function bestAntecedent(
  anaphor: Reference,
  around: Surroundings,
  { genders, identities, described }: Groups,
  { odds, rank, least }: Judge,
  reported: Reported | undefined,
): Reference | undefined {
  const { clusters } = around
  const own = clusters.of(anaphor.at)
  const gender = genders.get(own)
  const excluded = new Set(otherSides(anaphor, around))
  // "He will win," said Berg: not himself
  const teller = around.speakers.told.get(anaphor.at)
  if (teller) excluded.add(clusters.of(teller.at))
  const quoting = around.speakers.quoting.get(anaphor.at) ?? (reported?.direct ? reported.speaker : undefined)
  if (quoting && !isThing(anaphor)) excluded.add(clusters.of(quoting.at))
  for (const group of itsGroups(anaphor, around)) excluded.add(group)
  const isSpeaker = reported && !reported.direct && isThing(anaphor)
  const passed = newcomerBefore(anaphor, around, identities)
  const isPassedOver = ({ sentence }: Reference) => passed !== undefined && sentence < passed.sentence
  let best: Reference | undefined
  let highest = Number.NEGATIVE_INFINITY
  let equal = false
  eachPair(anaphor, antecedentsOf(anaphor, around), around, (candidate, place) => {
    const group = clusters.of(candidate.at)
    const other = genders.get(group)
    const isNamed = identities.isNamed(group)
    // what costs least to ask first
    if (
      group === own ||
      (gender && other && gender !== other) ||
      excluded.has(group) ||
      areSides(anaphor, candidate) ||
      isOddPair(anaphor, candidate) ||
      (isIt(anaphor) && identities.isSurelyPerson(group)) ||
      isOfHappening(anaphor, candidate) ||
      !mayMean(anaphor, candidate) ||
      isNamedAgain(anaphor, candidate, around) ||
      isSaidBy(anaphor, candidate, around) ||
      !identities.mayBeOne(own, group) ||
      (isNamed && !mayMeanNamed(anaphor, candidate, around, identities)) ||
      described.isOther(anaphor, group) ||
      described.isOther(candidate, own)
    )
      return
    const features = pairFeatures(anaphor, candidate, place, around)
    const speaks = isSpeaker && group === clusters.of(reported!.speaker.at) ? SPEAKER : 0
    const enough = least + (anaphor.kind === 'nominal' && isNamed ? surer(anaphor, group, identities) : 0)
    const named =
      anaphor.kind === 'pronoun' &&
      anaphor.person === 3 &&
      isNamed &&
      !isPassedOver(candidate) &&
      !isScene(candidate) &&
      !isBody(anaphor, candidate)
        ? NAMED
        : 0
    // what comes out lower is neither the best nor its equal, and may be given up
    const above = isThing(anaphor) || !isSubjectAbove(candidate, anaphor, around) ? 0 : ABOVE
    const beaten = highest - 2 * EQUAL - named - speaks - above
    const likely = odds(features, rank ? enough - speaks : Math.max(enough - speaks, beaten)) + speaks
    if (likely < enough) return
    const value = (rank ? rank(features, beaten) + speaks : likely) + named + above
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

/** "Police held [a 57-year-old man]. He …": somebody without a name, of the pronoun's sex, whom the sentence before brings as what it is about. */
function newcomerBefore(
  { kind, gender, sentence, at }: Reference,
  { references, clusters }: Surroundings,
  identities: Identities,
): Reference | undefined {
  if (kind !== 'pronoun' || (gender !== 'm' && gender !== 'f')) return undefined
  for (let before = at - 1; before >= 0 && references[before]!.sentence >= sentence - 1; before--) {
    const one = references[before]!
    const isNew =
      one.kind === 'nominal' && one.definite === 'indefinite' && one.number === 'one' && one.gender === gender
    if (isNew && (one.role === 'subject' || one.role === 'passive') && !identities.isNamed(clusters.of(before)))
      return one
  }
  return undefined
}

/** The gender of each group so far, where a member shows it. */
function gendersOf(references: readonly Reference[], clusters: Clusters): Map<number, Gender> {
  const genders = new Map<number, Gender>()
  for (const { at, gender } of references) if (gender === 'm' || gender === 'f') genders.set(clusters.of(at), gender)
  return genders
}

const areOfTwoGenders = (
  a: Reference,
  b: Reference,
  genders: ReadonlyMap<number, Gender>,
  clusters: Clusters,
): boolean => {
  const [one, other] = [genders.get(clusters.of(a.at)), genders.get(clusters.of(b.at))]
  return one !== undefined && other !== undefined && one !== other
}

/** "I" inside a quotation or a turn of an interview is its speaker, "you" in a turn whoever else takes turns, where that is one. */
function joinSpeakers(
  references: readonly Reference[],
  quotations: readonly Quotation[],
  attributions: readonly Attribution[],
  clusters: Clusters,
  reader: Reader,
): void {
  const turns = attributions.filter(({ cue, kind, content }) => cue === null && kind === 'quoted' && content.length > 0)
  if (quotations.length === 0 && turns.length === 0) return
  const { sentences } = reader
  const startOf = ({ sentence, core }: Reference) => sentences[sentence]!.words[core.first - 1]!.start
  const pronouns = (person: 1 | 2) => {
    const own = references.filter((one) => one.kind === 'pronoun' && one.person === person && one.number !== 'many')
    return own.map((one) => ({ at: one.at, start: startOf(one) }))
  }
  const [first, second] = [pronouns(1), pronouns(2)]
  const byMention = new Map<string, Reference>()
  for (const reference of references)
    if (reference.candidate) byMention.set(toMention(reference.candidate, reader).id, reference)
  const join = (spans: readonly Span[], mention: string | null, own: readonly { at: number; start: number }[]) => {
    const who = mention ? byMention.get(mention) : undefined
    if (!who) return
    for (const { start, end } of spans)
      for (const pronoun of own) if (pronoun.start >= start && pronoun.start < end) clusters.join(who.at, pronoun.at)
  }
  for (const quotation of quotations) join([quotation], quotation.speaker, first)
  for (const { source, content } of turns) {
    join(content, source.mention, first)
    const [other, ...more] = turns.filter((turn) => turn.source !== source)
    if (other && more.length === 0) join(content, other.source.mention, second)
  }
}
