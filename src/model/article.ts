import { z } from 'zod'
import { Diagnostic } from './diagnostic.ts'
import { contentId, sha256 } from './id.ts'
import { Span } from './span.ts'

export const SourceKind = z.enum([
  'wire',
  'newspaper',
  'state media',
  'government',
  'agency',
  'think tank',
  'blog',
  'unknown',
])

/** Who printed an article. `id` is `source:` and the slug of the name; `source:file:` and that of the file's where no outlet is named. */
export const Source = z.object({ id: z.string(), name: z.string(), kind: SourceKind })
export type Source = Readonly<z.infer<typeof Source>>

export const Zone = z.enum(['title', 'body', 'caption', 'list', 'boilerplate'])
export type Zone = z.infer<typeof Zone>

/** What a stretch of the text is for the reader. Text outside every zone is `body`. */
export const ZoneSpan = z.object({ ...Span.shape, zone: Zone })
export type ZoneSpan = Readonly<z.infer<typeof ZoneSpan>>

/**
 * An article as it was published, with the fixed text that all spans point into. `publishedAt` is an ISO prefix, as precise
 * as known ("2025-10-24", "2025-10"), or absent; nothing is guessed. `publishedTime` ("08:15") is what "two hours ago" is counted from,
 * and not printed. `zones` are in order and do not overlap.
 */
export const Article = z.object({
  id: z.string(),
  key: z.string(),
  path: z.string(),
  url: z.string().optional(),
  source: Source,
  title: z.string(),
  byline: z.string().optional(),
  publishedAt: z.string().optional(),
  publishedTime: z.string().optional(),
  publishedFrom: z.enum(['metadata', 'dateline', 'text', 'none']),
  language: z.string(),
  text: z.string(),
  textHash: z.string(),
  zones: z.array(ZoneSpan),
  diagnostics: z.array(Diagnostic),
})
export type Article = Readonly<z.infer<typeof Article>>

/** A text given as it is, as an article that nobody published: no title, no zones, and what else is known of it. */
export const givenArticle = (text: string, key: string, known: Partial<Article> = {}): Article => ({
  id: contentId('article', key),
  key,
  path: key,
  source: { id: 'source:unknown', name: 'unknown', kind: 'unknown' },
  title: '',
  publishedFrom: 'none',
  language: 'en',
  text,
  textHash: sha256(text),
  zones: [],
  diagnostics: [],
  ...known,
})
