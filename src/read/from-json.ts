import { z } from 'zod'
import type { Draft } from './draft.ts'
import { ReadError } from './read-error.ts'

const text = z.union([z.string(), z.number()]).transform(String)
/** "Jane Doe", {"name": "Jane Doe"}, or a list of either. */
const named: z.ZodType<string> = z
  .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
  .or(
    z
      .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
      .transform((names) => names.join(', ')),
  )

/**
 * An article in JSON, alone, in a list, in `{"articles": […]}`, or a line of JSON Lines. `text` or `html` is needed, the rest is optional, other
 * fields are left alone. `date` is the publication date (ISO 8601 or as newspapers write it); `id` is kept as `article.key`.
 */
export const JsonArticle = z.looseObject({
  id: text.nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  source: named.nullish(),
  date: text.nullish(),
  byline: named.nullish(),
})

/** Other names for the fields, as common exports write them. */
const ALIASES: Readonly<Record<keyof typeof JsonArticle.shape, readonly string[]>> = {
  id: ['_id', 'uuid'],
  text: ['body', 'content', 'articleBody', 'maintext', 'full_text'],
  html: ['content_html', 'html_content'],
  title: ['headline'],
  url: ['link', 'canonical_url', 'uri'],
  source: ['publisher', 'site_name', 'outlet', 'publication'],
  date: [
    'publishedAt',
    'published_at',
    'datePublished',
    'date_publish',
    'date_published',
    'published',
    'pubDate',
    'publish_date',
  ],
  byline: ['author', 'authors'],
}

/** One JSON value → a draft; throws `ReadError` naming the field that is wrong. `html` is handed to `page`. */
export async function fromJson(
  value: unknown,
  place: { line?: number; alone: boolean },
  page: (html: string) => Promise<Draft>,
): Promise<Draft> {
  const parsed = JsonArticle.safeParse(withAliases(value))
  if (!parsed.success) {
    const fault = z
      .prettifyError(parsed.error)
      .replace(/\s*\n\s*/g, ' ')
      .replace(/✖ ?/g, '')
    throw new ReadError('broken-record', `is no article (${fault}). Give {"text": "…"} or {"html": "…"}.`, place.line)
  }
  const { id, text, html, title, url, source, date, byline } = parsed.data
  if (typeof text !== 'string' && typeof html !== 'string')
    throw new ReadError('broken-record', 'has neither "text" nor "html".', place.line)
  const own = { ...place, key: id ?? undefined, title, url, source, date, byline }
  const given = Object.fromEntries(
    Object.entries(own).filter(([, field]) => field !== null && field !== undefined && field !== ''),
  )
  if (typeof text === 'string') return { text, ...given, ...place }
  return { ...(await page(html!)), ...given, ...place }
}

function withAliases(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const named: Record<string, unknown> = { ...value }
  for (const [field, others] of Object.entries(ALIASES)) {
    if (named[field] !== undefined) continue
    const other = others.find((name) => named[name] !== undefined && named[name] !== null)
    if (other) named[field] = named[other]
  }
  return named
}

/** The articles of a parsed JSON file: a list, `{"articles": […]}`, or one. */
export function articlesIn(value: unknown): { values: readonly unknown[]; alone: boolean } {
  if (Array.isArray(value)) return { values: value, alone: false }
  const list = typeof value === 'object' && value !== null ? (value as Record<string, unknown>).articles : undefined
  return Array.isArray(list) ? { values: list, alone: false } : { values: [value], alone: true }
}

/** Parses JSON; the message says what is wrong in one line. */
export function parseJson(source: string, line?: number): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    const fault = (error as Error).message.replace(/\s+/g, ' ').slice(0, 160)
    throw new ReadError('broken-json', `is no JSON (${fault}).`, line)
  }
}
