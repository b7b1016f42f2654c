import type { Article } from '../model/article.ts'
import { contentId } from '../model/id.ts'
import { decode } from './decode.ts'
import type { Draft, Note } from './draft.ts'
import { type Format, findInputs, formatOf, type Input } from './find-inputs.ts'
import { fromFeed } from './from-feed.ts'
import { fromHtml } from './from-html.ts'
import { articlesIn, fromJson, parseJson } from './from-json.ts'
import { fromMarkdown } from './from-markdown.ts'
import { fromWarc } from './from-warc.ts'
import { LIMITS, type Limits } from './limits.ts'
import { allBytes, byteLines, megabytes, openBytes } from './open-bytes.ts'
import type { Problem } from './problem.ts'
import { ReadError } from './read-error.ts'
import { sniffFormat } from './sniff-format.ts'
import { toArticle } from './to-article.ts'

/** An article, or why there is none. */
export type Read = { readonly article: Article } | { readonly problem: Problem }

export interface ReadOptions {
  /** The text as given, unchanged and whole: nothing cut, no zones. */
  readonly verbatim?: boolean | undefined
  /** Publication date (ISO) of inputs that tell none themselves. */
  readonly date?: string | undefined
  readonly limits?: Partial<Limits> | undefined
  /** What "-" stands for. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
}

/**
 * The articles that paths stand for (files, folders, globs, "-"), in the order of the paths, each as soon as it is read: memory holds
 * one input (JSON Lines: one line) at a time. What cannot be read comes as a problem in its place; nothing is thrown.
 */
export async function* readArticles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Read> {
  const settings = { ...options, verbatim: options.verbatim ?? false, limits: { ...LIMITS, ...options.limits } }
  const seen = new Map<string, string>()
  for await (const found of findInputs(paths)) {
    if ('problem' in found) yield found
    else
      for await (const read of readInput(found.input, settings))
        yield 'article' in read ? { article: apart(read.article, seen) } : read
  }
}

type Settings = ReadOptions & { readonly verbatim: boolean; readonly limits: Limits }
type Drafted = { readonly draft: Draft } | { readonly problem: Problem }

async function* readInput(input: Input, settings: Settings): AsyncGenerator<Read> {
  try {
    for await (const drafted of draftsOf(input, settings)) {
      if ('problem' in drafted) yield drafted
      else
        try {
          yield { article: await toArticle(drafted.draft, input, settings) }
        } catch (error) {
          yield { problem: toProblem(error, input.path) }
        }
    }
  } catch (error) {
    yield { problem: toProblem(error, input.path) }
  }
}

function toProblem(error: unknown, path: string): Problem {
  if (error instanceof ReadError) return error.at(path)
  return { code: 'unreadable', path, message: `cannot be read (${(error as Error).message}).` }
}

/** The drafts in one input, by its format: by name, else by its first bytes. */
async function* draftsOf(input: Input, settings: Settings): AsyncGenerator<Drafted> {
  const { format, bytes } = await sniffFormat(openBytes(input.path, settings.stdin), formatOf(input.name))
  yield* READERS[format](bytes, input, settings)
}

type Reader = (bytes: AsyncGenerator<Buffer>, input: Input, settings: Settings) => AsyncGenerator<Drafted>

/** A reader for the whole text of a file; with `verbatim` that text is the article. */
const whole = (drafts: (text: string, notes: readonly Note[], settings: Settings) => AsyncGenerator<Draft>): Reader =>
  async function* (bytes, _input, settings) {
    const { text, notes } = decoded(await allBytes(bytes, settings.limits.fileBytes), settings)
    if (settings.verbatim) yield { draft: { text, notes, alone: true } }
    else for await (const draft of drafts(text, notes, settings)) yield { draft }
  }

const READERS: Readonly<Record<Format, Reader>> = {
  text: whole(async function* (text, notes) {
    if (isBinary(text))
      throw new ReadError(
        'unknown-format',
        'holds no text but data of some other kind. Give text, Markdown, HTML, JSON, RSS or Atom.',
      )
    yield { text, notes, alone: true }
  }),
  markdown: whole(async function* (text, notes) {
    yield await fromMarkdown(text, notes)
  }),
  html: whole(async function* (text, notes, { limits }) {
    yield withNotes(await fromHtml(text, limits.htmlBytes), notes)
  }),
  feed: whole(async function* (text, notes, { limits }) {
    if (/<html\b/i.test(text.slice(0, 2_000))) yield withNotes(await fromHtml(text, limits.htmlBytes), notes)
    else yield* fromFeed(text, notes)
  }),
  lines: fromLines,
  json: fromJsonFile,
  warc: fromWarcFile,
}

/** Half zeros and control characters: a picture, an archive, an office file. */
const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 4096)
  return (sample.match(/[\u0000-\u0008\u000e-\u001f\uFFFD]/g)?.length ?? 0) > sample.length * 0.1
}

interface Page {
  readonly text: string
  readonly notes: readonly Note[]
}

function decoded(bytes: Uint8Array, { verbatim }: Settings, charset?: string): Page {
  const { text, encoding, repaired } = decode(bytes, { keepMark: verbatim, charset })
  const notes: Note[] = []
  if (encoding !== 'utf-8') notes.push({ code: 'encoding', message: `Read as ${encoding}.` })
  if (repaired > 0)
    notes.push({ code: 'broken-bytes', message: `${repaired} places with broken bytes are shown as U+FFFD.` })
  return { text, notes }
}

/** One article a line; a broken line is a problem of its own. */
async function* fromLines(bytes: AsyncIterable<Uint8Array>, input: Input, settings: Settings): AsyncGenerator<Drafted> {
  for await (const { line, bytes: whole } of byteLines(bytes, settings.limits.recordBytes)) {
    try {
      if (!whole) throw new ReadError('too-large', `is longer than ${megabytes(settings.limits.recordBytes)}.`, line)
      const { text, notes } = decoded(whole, { ...settings, verbatim: false })
      if (text.trim() === '') continue
      yield {
        draft: withNotes(
          await fromJson(parseJson(text, line), { line, alone: false }, (html) => htmlDraft(html, settings)),
          notes,
        ),
      }
    } catch (error) {
      yield { problem: toProblem(error, input.path) }
    }
  }
}

async function* fromJsonFile(
  bytes: AsyncIterable<Uint8Array>,
  input: Input,
  settings: Settings,
): AsyncGenerator<Drafted> {
  const { text, notes } = decoded(await allBytes(bytes, settings.limits.fileBytes), { ...settings, verbatim: false })
  const { values, alone } = articlesIn(parseJson(text))
  for (const [at, value] of values.entries()) {
    try {
      yield {
        draft: withNotes(
          await fromJson(value, { alone, ...(alone ? {} : { line: at + 1 }) }, (html) => htmlDraft(html, settings)),
          notes,
        ),
      }
    } catch (error) {
      yield { problem: toProblem(error, input.path) }
    }
  }
}

/** The pages of a crawl, each an article under its address. The day of the crawl is not the day of publication. */
async function* fromWarcFile(bytes: AsyncIterable<Buffer>, input: Input, settings: Settings): AsyncGenerator<Drafted> {
  let pages = 0
  for await (const page of fromWarc(bytes, settings.limits.recordBytes)) {
    try {
      if (page instanceof ReadError) throw page
      pages++
      const { text, notes } = decoded(page.html, { ...settings, verbatim: false }, page.charset)
      const draft = withNotes(await htmlDraft(text, settings), notes)
      yield { draft: { ...draft, url: draft.url ?? page.url, key: page.url, alone: false } }
    } catch (error) {
      yield { problem: toProblem(error, input.path) }
    }
  }
  if (pages === 0)
    yield { problem: { code: 'no-articles', path: input.path, message: 'holds no response with a page of HTML.' } }
}

const htmlDraft = async (html: string, { verbatim, limits }: Settings): Promise<Draft> =>
  verbatim ? { text: html, alone: true } : fromHtml(html, limits.htmlBytes)
const withNotes = (draft: Draft, notes: readonly Note[]): Draft => ({
  ...draft,
  notes: [...(draft.notes ?? []), ...notes],
})

/**
 * Two different texts of one run under one id would replace each other in the graph ("a/index.html", "b/index.html"): the later gets an id
 * made from its text too, and says so.
 */
function apart(article: Article, seen: Map<string, string>): Article {
  const before = seen.get(article.id)
  if (before === undefined) seen.set(article.id, article.textHash)
  if (before === undefined || before === article.textHash) return article
  const message = `Another article of this run has the same ${article.url ? 'address' : 'name'} (${article.url ?? article.key}) and another text; both are kept.`
  const diagnostics = [...article.diagnostics, { code: 'same-name', start: 0, end: 0, message }]
  return { ...article, id: contentId('article', article.id, article.textHash), diagnostics }
}
