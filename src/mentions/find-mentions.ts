import type { Document } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import type { Mention } from '../model/mention.ts'
import { type Candidate, type Finder, type Reader, type Refiner, readerOf } from './candidate.ts'
import { compatriots, nominals, pronouns } from './common-mentions.ts'
import { decideTypes } from './decide-types.ts'
import { dropNames } from './drop-names.ts'
import { engineNames } from './engine-names.ts'
import { extendNames } from './extend-names.ts'
import { findAgain } from './find-again.ts'
import { joinSyllables } from './join-syllables.ts'
import { demonyms, knownNames } from './known-names.ts'
import { metonyms } from './metonyms.ts'
import { nameTypes } from './name-types.ts'
import type { NamingKit } from './naming-seeds.ts'
import { spanOf } from './noun-phrase.ts'
import { joinKnown, removeOverlaps } from './refine-names.ts'
import { splitNames } from './split-names.ts'
import { trimNames } from './trim-names.ts'

const FINDERS: readonly Finder[] = [engineNames, knownNames, demonyms, pronouns, nominals, compatriots]
/** Trimmed before they meet the gazetteer; capitals become governments once every name has its type. */
const REFINERS: readonly Refiner[] = [
  findAgain,
  extendNames,
  trimNames,
  splitNames,
  joinSyllables,
  joinKnown,
  dropNames,
  nameTypes,
  decideTypes,
  metonyms,
  removeOverlaps,
]

/** Every mention in the document, in reading order, `entity` still null. Names do not overlap; a nominal may hold a name. */
export function findMentions(document: Document, kit: NamingKit): Mention[] {
  const reader = readerOf(document, kit)
  return findCandidates(reader).map((candidate) => toMention(candidate, reader))
}

/** The same, as words of sentences. */
export function findCandidates(reader: Reader): readonly Candidate[] {
  const known = done.get(reader)
  if (known) return known
  const found = FINDERS.flatMap((find) => find(reader))
  const candidates = REFINERS.reduce<readonly Candidate[]>((list, refine) => refine(list, reader), found)
  done.set(reader, candidates)
  return candidates
}
/** Two stages ask for the candidates of one document. */
const done = new WeakMap<Reader, readonly Candidate[]>()

/** A candidate as the contract prints it. */
export function toMention(candidate: Candidate, reader: Reader): Mention {
  let mention = printed.get(candidate)
  if (!mention) {
    mention = print(candidate, reader)
    printed.set(candidate, mention)
  }
  return mention
}
const printed = new WeakMap<Candidate, Mention>()

function print(candidate: Candidate, { document }: Reader): Mention {
  const { sentence, words } = document.sentences[candidate.sentence]!
  const span = spanOf(words, candidate)
  return {
    id: contentId('m', document.article.id, span.start, span.end),
    sentence: sentence.id,
    ...span,
    text: document.text.slice(span.start, span.end),
    kind: candidate.kind,
    type: candidate.type,
    entity: null,
    method: candidate.method,
    score: Math.round(candidate.score * 1000) / 1000,
  }
}
