import type { Draft, Note } from './draft.ts'
import { blocksFromFragment } from './from-html.ts'
import { unescaped } from './html-metadata.ts'
import { ReadError } from './read-error.ts'

type Xml = Record<string, unknown>

/** The entries of RSS 2.0, RSS 1.0 and Atom, each to be drafted: the fullest text it has, and the feed's own name as the source. */
export async function fromFeed(
  text: string,
  notes: readonly Note[],
): Promise<{ line: number; draft: () => Promise<Draft> }[]> {
  const root = await parseXml(text)
  const feed = (root.feed ?? (root.rss as Xml | undefined)?.channel ?? root.RDF) as Xml | undefined
  if (!feed || typeof feed !== 'object')
    throw new ReadError('unknown-format', 'is XML, but neither RSS nor Atom. Give the articles as HTML, text or JSON.')
  const channel = (Array.isArray(feed) ? feed[0] : feed) as Xml
  const source = plain((channel.channel as Xml | undefined)?.title ?? channel.title)
  const entries = list(channel.item ?? channel.entry) as Xml[]
  if (entries.length === 0) throw new ReadError('no-articles', 'is a feed without entries.')
  return entries.map((entry, at) => ({ line: at + 1, draft: () => fromEntry(entry, { notes, line: at + 1, source }) }))
}

async function fromEntry(
  entry: Xml,
  { notes, line, source }: Pick<Draft, 'notes' | 'line' | 'source'>,
): Promise<Draft> {
  const url = linkOf(entry)
  return {
    text: await blocksFromFragment(contentOf(entry)),
    notes,
    alone: false,
    line,
    key: plain(entry.guid ?? entry.id) ?? url,
    title: plain(entry.title),
    url,
    source: plain((entry.source as Xml | undefined)?.title ?? entry.source) ?? source,
    date: plain(entry.pubDate ?? entry.published ?? entry.date ?? entry.issued ?? entry.updated),
    byline:
      list(entry.creator ?? entry.author)
        .map((author) => plain((author as Xml | undefined)?.name ?? author))
        .filter((name) => name)
        .join(', ') || undefined,
  }
}

async function parseXml(text: string): Promise<Xml> {
  const { XMLParser, XMLValidator } = await import('fast-xml-parser')
  const fault = XMLValidator.validate(text.trim(), { allowBooleanAttributes: true })
  if (fault !== true) throw new ReadError('broken-xml', `is no XML (${fault.err.msg.slice(0, 160)}).`, fault.err.line)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    trimValues: true,
    cdataPropName: '#cdata',
    // XHTML inside Atom stays as it is written
    stopNodes: ['feed.entry.content', 'feed.entry.summary'],
  })
  try {
    return parser.parse(text.trim()) as Xml
  } catch (error) {
    throw new ReadError('broken-xml', `is no XML (${(error as Error).message.slice(0, 160)}).`)
  }
}

const list = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** The words of an element, whether written plainly, escaped or in CDATA. */
function raw(value: unknown): string | undefined {
  if (Array.isArray(value)) return raw(value[0])
  if (typeof value === 'string') return cdata(value) ?? unescaped(value)
  if (typeof value !== 'object' || value === null) return undefined
  const { '#text': text, '#cdata': section } = value as Xml
  const parts = [typeof text === 'string' ? (cdata(text) ?? unescaped(text)) : '', ...list(section).map(String)]
  return parts.join('') || undefined
}

const cdata = (text: string) => (/^\s*<!\[CDATA\[/.test(text) ? text.replace(/<!\[CDATA\[|\]\]>/g, '') : undefined)

const plain = (value: unknown): string | undefined =>
  unescaped((raw(value) ?? '').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim() || undefined

/** content:encoded, content, description, summary: the longest. Atom's XHTML is not escaped, its HTML is. */
function contentOf(entry: Xml): string {
  const texts = [entry.encoded, entry.content, entry.description, entry.summary].map((value) => {
    const first = Array.isArray(value) ? value[0] : value
    const isXhtml = typeof first === 'object' && first !== null && (first as Xml)['@type'] === 'xhtml'
    return isXhtml ? String((first as Xml)['#text'] ?? '') : (raw(first) ?? '')
  })
  return texts.sort((a, b) => b.length - a.length)[0] ?? ''
}

/** Atom's alternate link, RSS's link, or a guid that is an address. */
function linkOf(entry: Xml): string | undefined {
  for (const link of list(entry.link)) {
    const href = typeof link === 'object' && link !== null ? (link as Xml)['@href'] : undefined
    const rel = (link as Xml | undefined)?.['@rel'] ?? 'alternate'
    const address = typeof href === 'string' ? (rel === 'alternate' ? unescaped(href) : undefined) : plain(link)
    if (address && /^https?:/.test(address)) return address
  }
  const guid = plain(entry.guid)
  return guid && /^https?:/.test(guid) ? guid : undefined
}
