import type { Block, Draft, Note } from './draft.ts'
import { blocksOf, type Element } from './html-blocks.ts'
import { metadataOf, unescaped } from './html-metadata.ts'
import { ReadError } from './read-error.ts'

/** Readability's own measure of a report, in characters. */
const ENOUGH = 300
/** Elements nested deeper than this are no page that anybody wrote. */
const DEEPEST = 500

const lengthOf = (blocks: readonly Block[]) =>
  blocks.reduce((sum, { text, zone }) => sum + (zone === 'boilerplate' ? 0 : text.length), 0)

/**
 * A page as saved from a site: what Mozilla's Readability takes for the report, as blocks with zones, and the page's metadata. A page in which
 * it finds less than a report is taken whole, without its navigation and forms. Throws `too-large` above `limit` bytes.
 */
export async function fromHtml(html: string, limit: number): Promise<Draft> {
  if (html.length > limit)
    throw new ReadError(
      'too-large',
      `is larger than the ${Math.round(limit / 1024 / 1024)} MiB of HTML that are parsed.`,
    )
  if (depthOf(html) > DEEPEST) return { text: [...taglessBlocks(html)], alone: true, notes: [NESTED] }
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

const NESTED = { code: 'nested-html', message: 'The page is nested too deeply to be parsed; its tags were dropped.' }

/** HTML that is a report and nothing else, as feeds carry it. */
export async function blocksFromFragment(html: string): Promise<Block[]> {
  if (!/[<&]/.test(html)) return [{ text: html.replace(/\s+/g, ' ').trim(), zone: 'body' }]
  if (depthOf(html) > DEEPEST) return taglessBlocks(html)
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

/** About how deep elements are nested, without building them. */
function depthOf(html: string): number {
  let depth = 0
  let deepest = 0
  for (const [, close, name, self] of html.matchAll(/<(\/?)([a-z][a-z\d]*)\b[^<>]*?(\/?)>/gi)) {
    if (self || VOID.has(name!.toLowerCase())) continue
    depth = close ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

const taglessBlocks = (html: string): Block[] =>
  html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ')
    .split(/<\/?(?:p|div|h[1-6]|li|br|tr|section|article)\b[^>]*>/i)
    .map((part) =>
      unescaped(part.replace(/<[^>]*>/g, ' '))
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => ({ text, zone: 'body' as const }))
