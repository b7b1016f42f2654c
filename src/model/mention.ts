import { z } from 'zod'
import { Span } from './span.ts'

export const EntityType = z.enum([
  'PERSON',
  'ORGANIZATION',
  'GOVERNMENT',
  'MILITARY_UNIT',
  'COUNTRY',
  'PLACE',
  'FACILITY',
  'AGREEMENT',
  'WEAPON',
  'VESSEL',
  'EVENT',
  'WORK',
])
export type EntityType = z.infer<typeof EntityType>

export const MentionKind = z.enum(['name', 'nominal', 'pronoun', 'metonym'])
export type MentionKind = z.infer<typeof MentionKind>

/**
 * One reference in a text. `text` is `document.text.slice(start, end)`; a name has no leading article and no trailing 's.
 * `head` is the index of its head word in the sentence (1-based). `entity` is null until it is resolved, or for good where two readings are equal.
 * `method` is the id of the finder. A mention without a known type has `type: null`.
 */
export const Mention = z.object({
  id: z.string(),
  sentence: z.string(),
  ...Span.shape,
  text: z.string(),
  kind: MentionKind,
  type: EntityType.nullable(),
  entity: z.string().nullable(),
  method: z.string(),
  score: z.number().min(0).max(1),
})
export type Mention = Readonly<z.infer<typeof Mention>>

/** What mentions refer to. `id` is shared by all articles for the same name: the type's word and the slug of the canonical name (`person:kim-jong-un`). */
export const Entity = z.object({
  id: z.string(),
  type: EntityType,
  name: z.string(),
  aliases: z.array(z.string()),
  identifiers: z.record(z.string(), z.string()),
  mentions: z.array(z.string()),
})
export type Entity = Readonly<z.infer<typeof Entity>>

/** What the ids of entities of a type begin with: "military-unit" of "military-unit:11th-corps". */
export const idPrefix = (type: EntityType): string => type.toLowerCase().replace('_', '-')

/** Of an entity that nobody names: its id holds good in one article only ("person:families~1f0a93c2"). */
export const isUnnamed = (entity: string): boolean => entity.includes('~')

/**
 * What an entity is known by whatever type an article takes it for: ":kim-jong-un" of "person:kim-jong-un". One article's organisation is another's vessel, and
 * what is said of both meets.
 */
export const nameKeyOf = (entity: string): string => entity.slice(entity.indexOf(':'))

/** Whether two sides are entities of one name, whatever type an article takes it for. */
export const isOneName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && nameKeyOf(a) === nameKeyOf(b)
