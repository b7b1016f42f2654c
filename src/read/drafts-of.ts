import { decode } from './decode.ts'
import type { Draft, Note } from './draft.ts'
import { type Format, formatOf, type Input } from './find-inputs.ts'
import { fromFeed } from './from-feed.ts'
import { fromHtml } from './from-html.ts'
import { articlesIn, fromJson, parseJson } from './from-json.ts'
import { fromMarkdown } from './from-markdown.ts'
import { fromWarc } from './from-warc.ts'
import { isBinary } from './is-binary.ts'
import type { Settings } from './limits.ts'
import { allBytes, byteLines, megabytes } from './open-bytes.ts'
import { ReadError } from './read-error.ts'
import { sniffFormat } from './sniff-format.ts'

/** A record of an input. It is parsed when its draft is asked for and not before, so that a record can be passed over unparsed. */
export type Drafted =
  | { readonly line?: number | undefined; readonly draft: () => Promise<Draft> }
  | { readonly problem: ReadError }

/** The records in one input, by its format: by name, else by its first bytes. */
export async function* draftsOf(
  input: Input,
  chunks: AsyncGenerator<Buffer>,
  settings: Settings,
): AsyncGenerator<Drafted> {
  const { format, bytes } = await sniffFormat(chunks, formatOf(input.name))
  yield* READERS[format](bytes, settings)
}

type Reader = (bytes: AsyncGenerator<Buffer>, settings: Settings) => AsyncGenerator<Drafted>

/** A reader for a file that is one article; with `verbatim` its text is taken as it is. */
const single = (draft: (page: Page, settings: Settings) => Promise<Draft>): Reader =>
  async function* (bytes, settings) {
    const page = await wholePage(bytes, settings)
    yield {
      draft: async () => {
        if (settings.verbatim) return { ...page, alone: true }
        if (isBinary(page.text))
          throw new ReadError(
            'unknown-format',
            'holds no text but data of some other kind. Give text, Markdown, HTML, JSON, RSS or Atom.',
          )
        return draft(page, settings)
      },
    }
  }

const fromText = single(async ({ text, notes }) => ({ text, notes, alone: true }))

const fromPage = single(async ({ text, notes }, { limits }) => withNotes(await fromHtml(text, limits.htmlBytes), notes))

const READERS: Readonly<Record<Format, Reader>> = {
  text: fromText,
  markdown: single(({ text, notes }) => fromMarkdown(text, notes)),
  html: fromPage,
  feed: fromFeedFile,
  lines: fromLines,
  json: fromJsonFile,
  warc: fromWarcFile,
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

const wholePage = async (bytes: AsyncIterable<Uint8Array>, settings: Settings): Promise<Page> =>
  decoded(await allBytes(bytes, settings.limits.fileBytes), settings)

/** The entries of a feed, or the page that a server sent in its place. */
async function* fromFeedFile(bytes: AsyncIterable<Uint8Array>, settings: Settings): AsyncGenerator<Drafted> {
  const { text, notes } = await wholePage(bytes, settings)
  if (settings.verbatim) yield { draft: async () => ({ text, notes, alone: true }) }
  else if (/<html\b/i.test(text.slice(0, 2_000)))
    yield { draft: async () => withNotes(await fromHtml(text, settings.limits.htmlBytes), notes) }
  else yield* await fromFeed(text, notes)
}

/** One article a line; a broken line is a problem of its own. */
async function* fromLines(bytes: AsyncIterable<Uint8Array>, settings: Settings): AsyncGenerator<Drafted> {
  const limit = settings.limits.recordBytes
  for await (const { line, bytes: whole } of byteLines(bytes, limit)) {
    if (!whole) yield { problem: new ReadError('too-large', `is longer than ${megabytes(limit)}.`, line) }
    else if (!isBlank(whole))
      yield {
        line,
        draft: async () => {
          const { text, notes } = decoded(whole, { ...settings, verbatim: false })
          return fromRecord(parseJson(text, line), { line, alone: false }, notes, settings)
        },
      }
  }
}

const isBlank = (bytes: Buffer): boolean => !bytes.some((byte) => byte > 0x20)

async function* fromJsonFile(bytes: AsyncIterable<Uint8Array>, settings: Settings): AsyncGenerator<Drafted> {
  const { text, notes } = await wholePage(bytes, { ...settings, verbatim: false })
  const { values, alone } = articlesIn(parseJson(text))
  for (const [at, value] of values.entries()) {
    const line = alone ? undefined : at + 1
    yield { line, draft: () => fromRecord(value, { alone, ...(line ? { line } : {}) }, notes, settings) }
  }
}

const fromRecord = async (
  value: unknown,
  place: { line?: number; alone: boolean },
  notes: readonly Note[],
  settings: Settings,
): Promise<Draft> => withNotes(await fromJson(value, place, (html) => htmlDraft(html, settings)), notes)

/** The pages of a crawl, each an article under its address. The day of the crawl is not the day of publication. */
async function* fromWarcFile(bytes: AsyncIterable<Buffer>, settings: Settings): AsyncGenerator<Drafted> {
  let pages = 0
  for await (const page of fromWarc(bytes, settings.limits.recordBytes)) {
    if (page instanceof ReadError) {
      yield { problem: page }
      continue
    }
    pages++
    yield {
      draft: async () => {
        const { text, notes } = decoded(page.html, { ...settings, verbatim: false }, page.charset)
        const draft = withNotes(await htmlDraft(text, settings), notes)
        return { ...draft, url: draft.url ?? page.url, key: page.url, alone: false }
      },
    }
  }
  if (pages === 0) yield { problem: new ReadError('no-articles', 'holds no response with a page of HTML.') }
}

const htmlDraft = async (html: string, { verbatim, limits }: Settings): Promise<Draft> =>
  verbatim ? { text: html, alone: true } : fromHtml(html, limits.htmlBytes)

const withNotes = (draft: Draft, notes: readonly Note[]): Draft => ({
  ...draft,
  notes: [...(draft.notes ?? []), ...notes],
})
