import { resourceLimits } from 'node:worker_threads'
import type { Block, Draft, Note } from './draft.ts'
import { blocksOf, type Element } from './html-blocks.ts'
import { metadataOf, unescaped } from './html-metadata.ts'
import { ReadError } from './read-error.ts'

/** Readability's own measure of a report, in characters. */
const ENOUGH = 300
/** Elements nested deeper than this, or so many so deep, are no page that anybody wrote; parsing would take minutes. */
const DEEPEST = 200
const HEAVIEST = 1_000_000

/** So many tags can be parsed for each MiB that this thread may use. The tables over them are asked for at once: too large a one would end the process and not just the thread. */
const TAGS_PER_MIB = 1_000

const lengthOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { text, zone }) => sum + (zone === 'boilerplate' ? 0 : text.length), 0)

/**
 * A page as saved from a site: what Mozilla's Readability takes for the report, as blocks with zones, and the page's metadata. A page in which
 * it finds less than a report is taken whole, without its navigation and forms. Throws `too-large` above `limit` bytes, and where
 * the thread that it runs in has too little memory for its tags.
 */
export async function fromHtml(given: string, limit: number): Promise<Draft> {
  if (given.length > limit)
    throw new ReadError(
      'too-large',
      `is larger than the ${Math.round(limit / 1024 / 1024)} MiB of HTML that are parsed.`,
    )
  const html = tidy(given)
  if (isMonstrous(html)) return { text: taglessBlocks(html), alone: true, notes: [NESTED] }
  const memory = resourceLimits?.maxOldGenerationSizeMb ?? Infinity
  if (hasMoreTags(html, memory * TAGS_PER_MIB))
    throw new ReadError('too-large', `takes more than ${memory} MiB to parse and was left out.`)
  const { parseHTML } = await import('linkedom')
  const page = parseHTML(/<html\b/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`)
    .document as unknown as Document
  const metadata = metadataOf(page as unknown as Element)
  const whole = blocksOf(page.body as unknown as Element)
  const report = await reportIn(page)
  const lost = lengthOf(whole) - lengthOf(report ?? [])
  const blocks = !report || (lengthOf(report) < ENOUGH && lost > lengthOf(report)) ? whole : report
  const notes: Note[] =
    blocks === report && lost > 0
      ? [{ code: 'page-cut', message: `${lost} characters of the page around the report were cut away.` }]
      : []
  return { ...metadata, text: blocks, alone: true, notes }
}

function hasMoreTags(html: string, most: number): boolean {
  const tag = /<[a-z]/gi
  let count = 0
  while (count <= most && tag.test(html)) count++
  return count > most
}

const NESTED = { code: 'nested-html', message: 'The page is nested too deeply to be parsed; its tags were dropped.' }

/** HTML that is a report and nothing else, as feeds carry it. */
export async function blocksFromFragment(given: string): Promise<Block[]> {
  const html = tidy(given)
  if (!/[<&]/.test(html)) return [{ text: html.replace(/\s+/g, ' ').trim(), zone: 'body' }]
  if (isMonstrous(html)) return taglessBlocks(html)
  const { parseHTML } = await import('linkedom')
  return blocksOf(
    parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document.body as unknown as Element,
  )
}

async function reportIn(page: Document): Promise<Block[] | undefined> {
  const { Readability } = await import('@mozilla/readability')
  try {
    const report = new Readability<unknown>(page, {
      serializer: (element) => element,
      maxElemsToParse: 100_000,
      keepClasses: false,
    }).parse()
    return report?.content ? blocksOf(report.content as Element) : undefined
  } catch {
    return undefined // it gives up on strange pages; the whole page is still there to read
  }
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option'.split(' '),
)

/** A "<" that opens no tag is text, as browsers have it. */
const tidy = (html: string): string => html.replace(/<(?![a-z/!?])/gi, '&lt;')

/** About how deep elements are nested, and how many stand how deep, without building them. */
function isMonstrous(html: string): boolean {
  let depth = 0
  let weight = 0
  for (const [, close, name, self] of html.matchAll(/<(\/?)([a-z][a-z\d]*)\b[^<>]*?(\/?)>/gi)) {
    if (self || VOID.has(name!.toLowerCase())) weight += depth
    else {
      depth = close ? Math.max(0, depth - 1) : depth + 1
      if (!close) weight += depth
    }
    if (depth > DEEPEST || weight > HEAVIEST) return true
  }
  return false
}

const taglessBlocks = (html: string): Block[] =>
  html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ')
    .split(/<\/?(?:p|div|h[1-6]|li|br|tr|section|article)\b[^>]*>/i)
    .map((part) =>
      unescaped(part.replace(/<[^<>]{0,2000}>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => ({ text, zone: 'body' as const }))
