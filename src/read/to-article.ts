import type { Article, Source, ZoneSpan } from '../model/article.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { contentId, sha256 } from '../model/id.ts'
import { canonicalUrl } from './canonical-url.ts'
import { labelLength } from './chrome.ts'
import { cleanText, wellFormed } from './clean-text.ts'
import { detectLanguage } from './detect-language.ts'
import type { Block, Draft } from './draft.ts'
import type { Input } from './find-inputs.ts'
import { findZones } from './find-zones.ts'
import type { Layout } from './layout.ts'
import type { Limits } from './limits.ts'
import { unwrap } from './lines.ts'
import { findSource } from './outlets.ts'
import { parseDate, parseTimeOfDay } from './parse-date.ts'
import { ReadError } from './read-error.ts'

export interface ArticleOptions {
  readonly verbatim: boolean
  /** The publication date of inputs that tell none. */
  readonly date?: string | undefined
  readonly limits: Limits
}

/** Fixes the text of a draft for good and settles id, title, date, source and zones. Throws `ReadError` for a text that is not to be read. */
export async function toArticle(draft: Draft, input: Input, options: ArticleOptions): Promise<Article> {
  return options.verbatim ? verbatimArticle(draft, input, options) : readArticle(draft, input, options)
}

/** The text as it came: only lone halves of surrogate pairs, which no file can hold, are replaced. */
async function verbatimArticle(draft: Draft, input: Input, options: ArticleOptions): Promise<Article> {
  const given = typeof draft.text === 'string' ? draft.text : draft.text.map((block) => block.text).join('\n\n')
  const text = wellFormed(given)
  const notes = [...(draft.notes ?? []), ...(text === given ? [] : [LONE_HALVES])]
  const diagnostics = notes.map((note) => ({ code: note.code, start: 0, end: 0, message: note.message }))
  const language = await detectLanguage(text)
  if (language !== 'en' && language !== 'und') diagnostics.push({ ...notEnglish(language), start: 0, end: text.length })
  return settle(draft, input, options, { text, zones: [], diagnostics, layout: {}, language })
}

async function readArticle(draft: Draft, input: Input, options: ArticleOptions): Promise<Article> {
  const title = oneLine(cleanText(draft.title ?? '').text)
  const { text: cleaned, notes } = cleanText(typeof draft.text === 'string' ? draft.text : joinBlocks(draft.text))
  const whole = typeof draft.text === 'string' ? unwrap(cleaned) : cleaned
  const missing = title !== '' && !startsWith(whole, title) ? `${title}\n\n` : ''
  let text = missing + whole
  const known = typeof draft.text === 'string' ? [] : zonesOf(draft.text, missing.length)
  const layout = findZones(text, { title, zones: known })
  let zones = layout.zones
  const diagnostics: Diagnostic[] = [...(draft.notes ?? []), ...notes].map((note) => ({ ...note, start: 0, end: 0 }))
  if (whole !== cleaned) diagnostics.push({ ...UNWRAPPED, start: 0, end: 0 })
  if (text.length > options.limits.textLength) {
    const end = cutAt(text, options.limits.textLength)
    const message = `The text has ${text.length} characters; everything from ${end} on was cut (the limit is ${options.limits.textLength}).`
    diagnostics.push({ code: 'text-cut', start: end, end, message })
    text = text.slice(0, end)
    zones = zones.filter((zone) => zone.start < end).map((zone) => ({ ...zone, end: Math.min(zone.end, end) }))
  }
  if (!/\p{L}/u.test(text)) throw new ReadError('no-text', 'holds no text to read.', draft.line)
  const language = await detectLanguage(bodyOf(text, zones))
  if (language !== 'en' && language !== 'und')
    throw new ReadError('not-english', notEnglish(language).message, draft.line)
  diagnostics.push(...boilerplateDiagnostics(zones))
  return settle(draft, input, options, { text, zones, diagnostics, layout, language })
}

const UNWRAPPED = {
  code: 'unwrapped',
  message: 'Lines broken to a width were joined to paragraphs: each such line end became a blank.',
}
const LONE_HALVES = { code: 'lone-surrogate', message: 'Lone halves of surrogate pairs were replaced by U+FFFD.' }

function notEnglish(language: string) {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
  return { code: 'not-english', message: `is in ${name}; only English is read. Leave it out, or give its translation.` }
}

interface Fixed {
  readonly text: string
  readonly zones: readonly ZoneSpan[]
  readonly diagnostics: readonly Diagnostic[]
  readonly layout: Partial<Layout>
  readonly language: string
}

function settle(
  draft: Draft,
  input: Input,
  { date }: ArticleOptions,
  { text, zones, diagnostics, layout, language }: Fixed,
): Article {
  const textHash = sha256(text)
  const key = draft.key ?? (draft.alone ? input.name : `${input.name}#${draft.line ?? textHash.slice(0, 8)}`)
  const fromMetadata = parseDate(draft.date) ?? (layout.date ? undefined : parseDate(date))
  const publishedAt = fromMetadata ?? layout.date?.value
  const publishedTime =
    fromMetadata === undefined ? undefined : parseTimeOfDay(parseDate(draft.date) ? draft.date : date)
  const byline = draft.byline ?? layout.byline
  return {
    id: articleId(draft, input, textHash),
    key,
    path: input.path,
    ...(draft.url ? { url: draft.url } : {}),
    source: sourceOf(draft, draft.alone ? (input.path === '-' ? 'standard input' : input.name) : key, layout),
    title: titleOf(draft, text, zones, layout),
    ...(byline ? { byline: oneLine(byline) } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(publishedTime ? { publishedTime } : {}),
    publishedFrom: fromMetadata ? 'metadata' : (layout.date?.from ?? 'none'),
    language,
    text,
    textHash,
    zones: [...zones],
    diagnostics: [...diagnostics],
  }
}

/**
 * The same article has the same id on every machine: by its address; else by the id it was given and its file's path below the folder that
 * was named; a record without either by its text.
 */
function articleId(draft: Draft, input: Input, textHash: string): string {
  const url = canonicalUrl(draft.url)
  if (url) return contentId('article', 'url', url)
  if (draft.key) return contentId('article', 'key', input.name, draft.key)
  return draft.alone && input.path !== '-'
    ? contentId('article', 'path', input.name)
    : contentId('article', 'text', textHash)
}

const sourceOf = (draft: Draft, file: string, layout: Partial<Layout>): Source =>
  findSource({ name: draft.source, url: draft.url, agency: layout.agency, file })

/** The title as given or found; else the first words of the text, so that an article can be called something. */
function titleOf(draft: Draft, text: string, zones: readonly ZoneSpan[], layout: Partial<Layout>): string {
  // "BREAKING: Storm hits coast" is called "Storm hits coast", as its zone is
  const given =
    layout.zones && draft.title ? draft.title.slice(labelLength(draft.title)) : (draft.title ?? layout.title)
  if (given?.trim()) return oneLine(given)
  const first = oneLine(bodyOf(text.slice(0, 2_000), zones)).trim()
  if (first.length <= 90) return first || '(untitled)'
  const blank = first.lastIndexOf(' ', 80)
  return `${wellFormed(first.slice(0, blank > 40 ? blank : 80))}…`
}

const oneLine = (text: string) => wellFormed(text).replace(/\s+/g, ' ').trim()

/** The text without what is known not to be body. */
function bodyOf(text: string, zones: readonly ZoneSpan[]): string {
  let body = ''
  let from = 0
  for (const zone of zones) {
    if (zone.zone === 'body' || zone.zone === 'list') continue
    body += `${text.slice(from, zone.start)} `
    from = Math.max(from, zone.end)
  }
  return body + text.slice(from)
}

const joinBlocks = (blocks: readonly Block[]) => blocks.map((block) => block.text).join('\n\n')

/** Blocks become zones; they are clean already, so their lengths hold. */
function zonesOf(blocks: readonly Block[], offset: number): ZoneSpan[] {
  const zones: ZoneSpan[] = []
  let start = offset
  for (const { text, zone } of blocks) {
    const end = start + text.length
    if (zone !== 'body' && end > start) zones.push({ start, end, zone })
    start = end + 2
  }
  return zones
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
/** Whether one of the text's first lines is the title already. */
const startsWith = (text: string, title: string) =>
  text
    .slice(0, title.length + 1_500)
    .split('\n')
    .some((line) => letters(line) === letters(title)) ||
  letters(text.slice(0, title.length * 2)).startsWith(letters(title))

/** The last end of a paragraph, else line, else word, before the limit. */
function cutAt(text: string, limit: number): number {
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, limit)
    if (at > limit / 2) return at
  }
  return /[\uD800-\uDBFF]/.test(text[limit - 1]!) ? limit - 1 : limit
}

/** What is left unread is named, once for each stretch. */
function boilerplateDiagnostics(zones: readonly ZoneSpan[]): Diagnostic[] {
  return zones
    .filter((zone) => zone.zone === 'boilerplate')
    .map(({ start, end }) => ({ code: 'boilerplate', start, end, message: 'Not part of the report: left unread.' }))
}
