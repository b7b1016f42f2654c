import type { Reader } from '../mentions/candidate.ts'
import { toMention } from '../mentions/find-mentions.ts'
import type { Attribution, Quotation } from '../model/claim.ts'
import { groupBy } from '../model/group-by.ts'
import { covers, type Span } from '../model/span.ts'
import { mayAgree } from './agreement.ts'
import type { Clusters } from './clusters.ts'
import type { Reference } from './reference.ts'

/** Who is said to say what a pronoun stands in. */
export interface Reported {
  readonly speaker: Reference
  /** Nothing else that the pronoun could mean stands between the speaker and it. */
  readonly first: boolean
  /** The speaker's phrase names nobody else whom the pronoun could mean: not "his lawyer said he". */
  readonly alone: boolean
  /** Within quotation marks. */
  readonly direct: boolean
}

/** Who speaks in a document, and of what they say the pronouns of the third person, both by place among the references. */
export interface Speakers {
  readonly reported: ReadonlyMap<number, Reported>
  readonly speaking: ReadonlySet<number>
  /** "Roth will sue, her lawyer said": whom the words before speak of, by the place of the pronoun. */
  readonly spokenFor: ReadonlyMap<number, Reference>
  /** Who is quoted, by the place of each pronoun of the third person in a quotation, however long it is. */
  readonly quoting: ReadonlyMap<number, Reference>
  /** Nouns for persons within what somebody says, and who says it: "Alvor said [the man] had fled" is of another. */
  readonly told: ReadonlyMap<number, Reference>
}

/**
 * In "Kenya said it had withdrawn its troops" Kenya speaks and reports both pronouns. Only within the sentence; of nested reports the innermost
 * counts.
 */
export function speakersOf(
  references: readonly Reference[],
  { attributions, quotations }: { attributions: readonly Attribution[]; quotations: readonly Quotation[] },
  clusters: Clusters,
  reader: Reader,
): Speakers {
  const { sentences } = reader
  const spanOf = ({ sentence, head }: Reference): Span => sentences[sentence]!.words[head.index - 1]!
  const bySentence = groupBy(references, ({ sentence }) => sentences[sentence]!.sentence.id)
  const found = new Map<number, { readonly speaker: Reference; readonly width: number }>()
  const speaking = new Set<number>()
  const spokenFor = new Map<number, Reference>()
  const told = new Map<number, Reference>()
  for (const { sentence, source, cue, content } of attributions) {
    if (!cue) continue
    const here = bySentence.get(sentence) ?? []
    const speaker = here.find((reference) => reference.kind !== 'demonym' && covers(source, spanOf(reference)))
    if (!speaker) continue
    speaking.add(speaker.at)
    const owner = here.find(
      (one) => one.kind === 'pronoun' && one.person === 3 && one.role === 'possessor' && covers(source, spanOf(one)),
    )
    const subject = owner && here.find((one) => isToldOf(one, owner, content, spanOf(one)))
    if (subject && content.every(({ end }) => end <= source.start)) spokenFor.set(owner.at, subject)
    for (const noun of here) {
      if (noun.kind !== 'nominal' || noun.type !== 'PERSON' || told.has(noun.at)) continue
      if (content.some((span) => covers(span, spanOf(noun)))) told.set(noun.at, speaker)
    }
    for (const pronoun of here) {
      if (pronoun.kind !== 'pronoun' || pronoun.person < 3) continue
      const piece = content.find((span) => covers(span, spanOf(pronoun)))
      if (!piece) continue
      const width = piece.end - piece.start
      const known = found.get(pronoun.at)
      if (!known || width < known.width) found.set(pronoun.at, { speaker, width })
    }
  }
  const reported = new Map<number, Reported>()
  for (const [at, { speaker }] of found) {
    const pronoun = references[at]!
    reported.set(at, {
      speaker,
      first: isFirst(pronoun, speaker, references, clusters),
      alone: isAlone(pronoun, speaker, references),
      direct: pronoun.quoted >= 0,
    })
  }
  return { reported, speaking, spokenFor, told, quoting: quotingOf(references, quotations, reader) }
}

function quotingOf(
  references: readonly Reference[],
  quotations: readonly Quotation[],
  reader: Reader,
): ReadonlyMap<number, Reference> {
  const found = new Map<number, Reference>()
  const spoken = quotations.filter(({ speaker }) => speaker !== null)
  if (spoken.length === 0) return found
  const byMention = new Map<string, Reference>()
  for (const one of references) if (one.candidate) byMention.set(toMention(one.candidate, reader).id, one)
  for (const pronoun of references) {
    if (pronoun.kind !== 'pronoun' || pronoun.person < 3 || pronoun.quoted < 0) continue
    const word = reader.sentences[pronoun.sentence]!.words[pronoun.head.index - 1]!
    const inner = spoken.filter((quotation) => covers(quotation, word)).at(-1)
    const speaker = inner && byMention.get(inner.speaker!)
    if (speaker) found.set(pronoun.at, speaker)
  }
  return found
}

const isToldOf = (one: Reference, pronoun: Reference, content: readonly Span[], span: Span): boolean =>
  (one.role === 'subject' || one.role === 'passive') &&
  one.kind !== 'demonym' &&
  one.at < pronoun.at &&
  mayAgree(pronoun, one) &&
  content.some((piece) => covers(piece, span))

function isFirst(
  pronoun: Reference,
  speaker: Reference,
  references: readonly Reference[],
  clusters: Clusters,
): boolean {
  if (speaker.at > pronoun.at) return false
  for (let at = speaker.at + 1; at < pronoun.at; at++) {
    const one = references[at]!
    const inSpeaker = one.whole.last <= speaker.whole.last || clusters.same(at, speaker.at) // "the manager, Gary Stokes,"
    const holds = one.whole.first <= pronoun.core.first && one.whole.last >= pronoun.core.last
    if (!inSpeaker && !holds && one.kind !== 'demonym' && one.kind !== 'pronoun' && competes(pronoun, one)) return false
  }
  return true
}

function isAlone(pronoun: Reference, speaker: Reference, references: readonly Reference[]): boolean {
  for (let at = speaker.at + 1; at < references.length && at !== pronoun.at; at++) {
    const one = references[at]!
    if (one.sentence !== speaker.sentence || one.whole.first > speaker.whole.last) break
    if (one.kind !== 'demonym' && competes(pronoun, one)) return false
  }
  return true
}

/** What is of no known kind is hardly "he" or "she". */
const competes = (pronoun: Reference, one: Reference): boolean =>
  mayAgree(pronoun, one) && (one.gender !== null || (pronoun.gender !== 'm' && pronoun.gender !== 'f'))

/**
 * "Ines Roth denied it. “Nobody asked,” she said.": who goes on speaking is who spoke in the sentence before, whatever is quoted between them.
 */
export function spokeBefore(
  pronoun: Reference,
  { speaking }: Pick<Speakers, 'speaking'>,
  references: readonly Reference[],
  { sentences }: Pick<Reader, 'sentences'>,
): Reference | undefined {
  const isOne =
    pronoun.kind === 'pronoun' && (pronoun.gender === 'm' || pronoun.gender === 'f') && pronoun.role === 'subject'
  if (!isOne || pronoun.quoted >= 0 || !speaking.has(pronoun.at)) return undefined
  let at = pronoun.at - 1
  while (at >= 0 && (references[at]!.quoted >= 0 || references[at]!.sentence === pronoun.sentence)) at--
  const before = references[at]
  const paragraphOf = (one: Reference) => sentences[one.sentence]!.sentence.paragraph
  if (!before || paragraphOf(before) < paragraphOf(pronoun) - 1) return undefined
  const spoke = references.filter((one) => one.sentence === before.sentence && one.at <= at && speaking.has(one.at))
  return spoke.length > 0 && mayAgree(pronoun, spoke[0]!) ? spoke[0] : undefined
}
