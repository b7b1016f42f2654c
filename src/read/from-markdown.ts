import { parse } from 'yaml'
import { z } from 'zod'
import type { Zone } from '../model/article.ts'
import type { Block, Draft, Note } from './draft.ts'
import { isBullet } from './lines.ts'

const line = z.union([z.string(), z.number(), z.date().transform((date) => date.toISOString())]).transform(String)
const list = z.union([
  line,
  z.object({ name: line }).transform(({ name }) => name),
  z.array(z.union([line, z.object({ name: line }).transform(({ name }) => name)])).transform((all) => all.join(', ')),
])

/** What is used of a front matter; all of it may be missing. */
const FrontMatter = z.looseObject({
  id: line.nullish(),
  title: line.nullish(),
  headline: line.nullish(),
  url: line.nullish(),
  canonical: line.nullish(),
  canonical_url: line.nullish(),
  link: line.nullish(),
  source: list.nullish(),
  publisher: list.nullish(),
  outlet: list.nullish(),
  site: list.nullish(),
  publication: list.nullish(),
  date: line.nullish(),
  published: line.nullish(),
  publishedAt: line.nullish(),
  datePublished: line.nullish(),
  pubDate: line.nullish(),
  author: list.nullish(),
  authors: list.nullish(),
  byline: list.nullish(),
})

/** Markdown, with or without YAML front matter: marks of form are dropped, headings and list items become zones. */
export async function fromMarkdown(text: string, notes: readonly Note[] = []): Promise<Draft> {
  const { matter, body, note } = splitMatter(text)
  const parsed = FrontMatter.safeParse(matter)
  const known = parsed.success ? parsed.data : {}
  const blocks = blocksFrom(body)
  const first = blocks[0]
  const title = known.title ?? known.headline ?? (first?.zone === 'title' ? first.text : undefined)
  return {
    text: blocks,
    alone: true,
    notes: [
      ...notes,
      ...(note ? [note] : []),
      ...(parsed.success
        ? []
        : [
            {
              code: 'front-matter',
              message: `The front matter was left out: ${z.prettifyError(parsed.error).replace(/\s+/g, ' ')}`,
            },
          ]),
    ],
    ...(known.id ? { key: known.id } : {}),
    title: title ?? undefined,
    url: known.url ?? known.canonical ?? known.canonical_url ?? known.link ?? undefined,
    source: known.source ?? known.publisher ?? known.outlet ?? known.publication ?? known.site ?? undefined,
    date: known.date ?? known.published ?? known.publishedAt ?? known.datePublished ?? known.pubDate ?? undefined,
    byline: known.byline ?? known.author ?? known.authors ?? undefined,
  }
}

function splitMatter(text: string): { matter: unknown; body: string; note?: Note } {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)
  if (!match) return { matter: {}, body: text }
  const body = text.slice(match[0].length)
  try {
    return { matter: parse(match[1]!, { maxAliasCount: 20, logLevel: 'silent' }) ?? {}, body }
  } catch (error) {
    const message = `The front matter is no YAML and was left out (${(error as Error).message.split('\n')[0]}).`
    return { matter: {}, body, note: { code: 'front-matter', message } }
  }
}

/** Paragraphs, headings and list items; lines of a paragraph are joined by blanks. */
function blocksFrom(body: string): Block[] {
  const blocks: Block[] = []
  let open: string[] = []
  let zone: Zone = 'body'
  let fence = ''
  const flush = () => {
    const text = inline(open.join(' '))
    if (text) blocks.push({ text, zone })
    open = []
    zone = 'body'
  }
  for (const raw of withoutComments(body).split(/\r\n|[\r\n\u2028\u2029\u0085]/)) {
    const line = raw.replace(/^(?:\s*>\s?)+/, '').trim()
    const mark = /^(```|~~~)/.exec(line)?.[1]
    if (fence || mark) {
      if (mark && (!fence || mark === fence)) fence = fence ? '' : mark
      continue
    }
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1]
    const under = /^(=+|-+)$/.test(line) && open.length === 1 && zone === 'body'
    if (heading !== undefined) {
      flush()
      blocks.push({ text: inline(heading), zone: 'title' })
    } else if (under) {
      zone = 'title'
      flush()
    } else if (
      line === '' ||
      /^([-*_])(\s*\1){2,}$/.test(line) ||
      /^\[[^\]]+\]:\s*\S+/.test(line) ||
      /^\|?[\s:|-]+\|[\s:|-]*$/.test(line)
    )
      flush()
    else {
      if (isBullet(line)) {
        flush()
        zone = 'list'
      }
      open.push(line.replace(/^[-*+]\s+/, '').replace(/^\d{1,3}[.)]\s+/, ''))
      if (/ {2}$|\\$/.test(raw)) flush()
    }
  }
  flush()
  return blocks.filter(({ text }) => text !== '')
}

/** Without the marks of form: links and emphasis keep their words, pictures and tags go. Every pattern is bounded, so that none runs away. */
const inline = (text: string): string =>
  text
    .replace(/!\[[^[\]]{0,500}\](?:\([^()]{0,2000}\)|\[[^[\]]{0,200}\])/g, '')
    .replace(/\[([^[\]]{1,500})\](?:\([^()]{0,2000}\)|\[[^[\]]{0,200}\])/g, '$1')
    .replace(/\[\^[^[\]]{1,100}\]/g, '')
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500})(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,500})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,500})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`]{1,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1')
    .replace(/\\$/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Without `<!-- … -->`. */
function withoutComments(text: string): string {
  let kept = ''
  let from = 0
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4)
    if (close < 0) break
    kept += text.slice(from, open)
    from = close + 3
  }
  return kept + text.slice(from)
}
