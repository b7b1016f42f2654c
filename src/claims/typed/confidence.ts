import { z } from 'zod'
import type { Argument } from '../../model/claim.ts'
import { isRelation } from '../../nlp/tree.ts'
import type { Match } from './match-frames.ts'

/**
 * Ways in which a typed claim may be doubtful, the greatest doubt first: its subject is a pronoun that nobody resolved; a name's type was taken on trust; it is said
 * beside another claim of the same words; its subject stands in another clause; a side was reached through a list; its subject has no name. Else it is put by a
 * verb, a noun, a title, an adjective, or a name with a preposition.
 */
export const WAYS = [
  'unresolved',
  'guessed',
  'beside',
  'borrowed',
  'listed',
  'unnamed',
  'verb',
  'noun',
  'isa',
  'adjective',
  'name',
] as const
export type Way = (typeof WAYS)[number]

/** How sure a typed claim of each way is to be true, 0 to 1; fitted by `train/typed-confidence.ts`. */
export const TypedConfidences = z.record(z.enum(WAYS), z.number().min(0).max(1))
export type TypedConfidences = z.infer<typeof TypedConfidences>

/** The way in which a claim is put: the first that holds. */
export function wayOf({ event, frame, subject, object, guessed }: Match, side: Argument): Way {
  if (subject.upos === 'PRON' && side.kind === 'text') return 'unresolved'
  if (guessed) return 'guessed'
  if (frame.beside) return 'beside'
  const source = event.clause?.subject === subject ? event.clause.subjectSource : 'own'
  if (source === 'adverbial' || source === 'control' || source === 'participle') return 'borrowed'
  if (isRelation(subject, 'conj') || (object && isRelation(object, 'conj'))) return 'listed'
  return side.kind === 'entity' ? event.kind : 'unnamed'
}
