import type { Draft } from './draft.ts'
import type { Element } from './html-blocks.ts'
import { outletByName } from './outlets.ts'
import { parseDate } from './parse-date.ts'

type Metadata = Pick<Draft, 'title' | 'byline' | 'url' | 'source' | 'date'>
type Page = Pick<Element, 'querySelector' | 'querySelectorAll'>

/** What a page tells of its article: JSON-LD first, then OpenGraph and its kin, then `<time>` and the like. A date is one that parses. */
export function metadataOf(page: Page): Metadata {
  const linked = linkedData(page)
  const meta = metaTags(page)
  const title =
    linked.title ??
    meta('og:title', 'twitter:title', 'parsely-title', 'dc.title', 'sailthru.title') ??
    heading(page) ??
    pageTitle(page)
  const source = linked.source ?? meta('og:site_name', 'application-name', 'dc.publisher', 'publisher')
  return {
    title: title && withoutOutlet(title, source),
    byline:
      linked.byline ??
      named(meta('author', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator', 'article:author')) ??
      authorOf(page),
    url:
      webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
      webAddress(meta('og:url')) ??
      linked.url,
    source,
    date: linked.date ?? dated(meta(...DATES)) ?? timeOf(page),
  }
}

const DATES = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dc.date.created',
  'dcterms.created',
  'dcterms.date',
  'citation_publication_date',
  'citation_date',
  'cxenseparse:recs:publishtime',
  'rbpubdate',
  'ptime',
  'displaydate',
  'article.published',
  'originalpublicationdate',
  'timestamp',
]

const dated = (given: string | undefined) => (given && parseDate(given) ? given : undefined)
/** A byline that is an address names nobody. */
const named = (given: string | undefined) => (given && !/^https?:/.test(given) ? given : undefined)
const webAddress = (given: string | null | undefined) =>
  given && /^https?:\/\//.test(given.trim()) ? given.trim() : undefined

/** `<meta name|property|itemprop=… content=…>` by any of the names, in their order. */
function metaTags(page: Page): (...names: string[]) => string | undefined {
  const found = new Map<string, string>()
  for (const tag of page.querySelectorAll('meta[content]')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop')
    )?.toLowerCase()
    const content = tag.getAttribute('content')?.trim()
    if (name && content && !found.has(name)) found.set(name, content)
  }
  return (...names) => names.map((name) => found.get(name)).find((content) => content)
}

const ARTICLE = /article|blogposting|report|newsstory|liveblogposting|webpage/i

/** The article among a page's JSON-LD objects; broken JSON there is common and ignored. */
function linkedData(page: Page): Metadata {
  const objects: Record<string, unknown>[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const raw = (script.textContent ?? '')
        .replace(/^\s*<!--|-->\s*$/g, '')
        .replace(/^\s*\/\*\s*<!\[CDATA\[\s*\*\/|\/\*\s*\]\]>\s*\*\/\s*$/g, '')
      objects.push(...flat(JSON.parse(raw)))
    } catch {}
  }
  const typed = objects.filter((object) => ARTICLE.test(String(object['@type'])))
  const article = typed.find((object) => !/webpage/i.test(String(object['@type']))) ?? typed[0]
  if (!article) return {}
  const byId = (value: unknown) => {
    const id = (value as { '@id'?: string } | undefined)?.['@id']
    return id && nameOf(value) === undefined ? objects.find((object) => object['@id'] === id) : value
  }
  return {
    title: text(article.headline) ?? text(article.name),
    byline: named(nameOf(Array.isArray(article.author) ? article.author.map(byId) : byId(article.author))),
    url:
      webAddress(text(article.url)) ??
      webAddress(
        text(article.mainEntityOfPage) ?? text((article.mainEntityOfPage as { '@id'?: string } | undefined)?.['@id']),
      ),
    source: nameOf(byId(article.publisher)),
    date: dated(text(article.datePublished)) ?? dated(text(article.dateCreated)),
  }
}

/** The objects in a list or `@graph`. */
function flat(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(flat)
  if (typeof value !== 'object' || value === null) return []
  const graph = (value as Record<string, unknown>)['@graph']
  return [value as Record<string, unknown>, ...(graph ? flat(graph) : [])]
}

const text = (value: unknown): string | undefined => {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() ? unescaped(first.trim()) : undefined
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value))
    return (
      value
        .map(nameOf)
        .filter((name) => name)
        .join(', ') || undefined
    )
  return typeof value === 'string' ? text(value) : text((value as { name?: unknown } | undefined)?.name)
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}
/** Entities that were escaped twice, or stand where no HTML is parsed. */
export const unescaped = (given: string): string =>
  given.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : '\uFFFD'
  })

/** The only `<h1>`, or the one inside the article. */
function heading(page: Page): string | undefined {
  const all = [...page.querySelectorAll('h1')]
  const one = page.querySelector('article h1, main h1') ?? (all.length === 1 ? all[0] : undefined)
  return one?.textContent?.replace(/\s+/g, ' ').trim() || undefined
}

const pageTitle = (page: Page) => page.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() || undefined

/** "Storm hits coast | BBC News" → "Storm hits coast", when the end is the page's own or a known outlet's name. */
function withoutOutlet(title: string, source?: string): string {
  const tail = /^(.*\S)\s+(?:[|–—·»-]|::)\s+([^|]{2,60})$/u.exec(title)
  return tail && (tail[2] === source || outletByName(tail[2]!)) ? tail[1]! : title
}

const authorOf = (page: Page) =>
  page
    .querySelector(
      '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline-name, .author-name',
    )
    ?.textContent?.replace(/\s+/g, ' ')
    .replace(/^\s*by\s+/i, '')
    .trim()
    .slice(0, 120) || undefined

/** `itemprop=datePublished`, `<time pubdate>`, or the first `<time datetime>` that stands in the article or its header. */
function timeOf(page: Page): string | undefined {
  const marked = page.querySelector('[itemprop="datePublished"], time[pubdate]')
  const first =
    marked ??
    page.querySelector('article time[datetime], main time[datetime], header time[datetime], .byline time[datetime]') ??
    page.querySelector('time[datetime]')
  return (
    dated(first?.getAttribute('datetime') ?? undefined) ??
    dated(first?.getAttribute('content') ?? undefined) ??
    dated(marked?.textContent ?? undefined)
  )
}
