import type { Zone, ZoneSpan } from '../model/article.ts'
import { glueAt, isCaption, isChrome, isCredits, isGate, isOpener, labelLength } from './chrome.ts'
import { parseByline, parseDateline, parseStamp } from './head-lines.ts'
import {
  type Findings,
  isHeadingLike,
  isParagraph,
  type Kind,
  keepStamp,
  type Layout,
  letters,
  type Part,
} from './layout.ts'
import { isBullet, type Line, linesOf, splitLine, wordCount } from './lines.ts'
import { markTail } from './mark-tail.ts'
import { readHead } from './read-head.ts'

/**
 * The zones of a plain text and what its head tells: a title, who wrote it, when and where. Every rule goes by the form of a line, its place
 * among the others and phrases that many sites use; text in no zone is body. With `title` (from metadata) the line that repeats it is
 * the title; `zones` are those of lines that the format knows already (headings, list items, captions).
 */
export function findZones(text: string, known: { title?: string; zones?: readonly ZoneSpan[] } = {}): Layout {
  const given = new Map((known.zones ?? []).map((zone) => [zone.start, zone.zone]))
  const parts: Part[] = linesOf(text)
    .flatMap(unglued)
    .map((line) => ({ ...line, kind: kindOf(given.get(line.start)) }))
  const found: Findings = { inner: [] }
  for (const step of STEPS) step(parts, found, known.title)
  const zones = [
    ...parts.filter((part) => part.kind !== 'body' && part.kind !== 'divided').map(toZone),
    ...found.inner,
  ].sort((a, b) => a.start - b.start)
  const date = dateOf(found)
  return { zones, title: found.title, byline: found.byline, agency: found.agency, ...(date ? { date } : {}) }
}

const kindOf = (zone: Zone | undefined): Kind => (zone === 'title' ? 'heading' : (zone ?? 'body'))

const STEPS: readonly ((parts: Part[], found: Findings, title?: string) => void)[] = [
  markChrome,
  markTeasers,
  markLists,
  readHead,
  markStamps,
  markCaptions,
  markTail,
  markRepeats,
  markHeadings,
  readOpening,
]

const toZone = ({ start, end, kind }: Part): ZoneSpan => ({
  start,
  end,
  zone: kind === 'heading' ? 'title' : (kind as Zone),
})

function dateOf({ dateline, stamp }: Findings): Layout['date'] {
  if (dateline) return { value: dateline, from: 'dateline' }
  return stamp?.date ? { value: stamp.date.value, from: 'text' } : undefined
}

/** A line is cut where chrome was glued to it. */
function unglued(line: Line): Line[] {
  const at = glueAt(line.text)
  return at ? splitLine(line, at).flatMap(unglued) : [line]
}

/** Lines that are links, buttons, calls or notices by their words, wherever they stand. */
function markChrome(parts: Part[]): void {
  for (const part of parts) if (isChrome(part.text) || isCredits(part.text)) part.kind = 'boilerplate'
}

/** From the line that opens a teaser (a call to pay may do so too) to the call to pay that closes it, at most four lines on. */
function markTeasers(parts: Part[]): void {
  parts.forEach((gate, at) => {
    if (!isGate(gate.text)) return
    gate.kind = 'boilerplate'
    for (let from = at - 1; from >= Math.max(0, at - 4); from--) {
      if (!isOpener(parts[from]!.text) && !isGate(parts[from]!.text)) continue
      for (let inside = from; inside < at; inside++) parts[inside]!.kind = 'boilerplate'
      break
    }
  })
}

function markLists(parts: Part[]): void {
  for (const part of parts) if (part.kind === 'body' && isBullet(part.text)) part.kind = 'list'
}

/** "Published: …" anywhere, and a byline below the standfirst. A date inside a sentence is never one. */
function markStamps(parts: Part[], found: Findings): void {
  parts.forEach((part, at) => {
    if (part.kind !== 'body' && part.kind !== 'boilerplate') return
    const stamp = parseStamp(part.text, { alone: false })
    const byline = at < 8 ? parseByline(part.text) : undefined
    if (!stamp && !byline) return
    part.kind = 'boilerplate'
    if (stamp) keepStamp(found, stamp)
    if (byline) found.byline ??= byline
  })
}

function markCaptions(parts: Part[]): void {
  for (const part of parts)
    if ((part.kind === 'body' || part.kind === 'heading') && isCaption(part.text)) part.kind = 'caption'
}

/** A line of four words or more that stood there before, letter for letter, is not read again; a question may be asked twice. */
function markRepeats(parts: Part[]): void {
  const seen = new Set<string>()
  for (const part of parts) {
    if (part.kind === 'boilerplate' || part.kind === 'caption' || wordCount(part.text) < 4 || part.text.endsWith('?'))
      continue
    const key = letters(part.text)
    if (seen.has(key)) part.kind = 'boilerplate'
    else seen.add(key)
  }
}

/** Short lines without a full stop between paragraphs, or above a list. */
function markHeadings(parts: Part[]): void {
  const read = parts.filter((part) => part.kind !== 'boilerplate' && part.kind !== 'caption')
  read.forEach((part, at) => {
    if (part.kind !== 'body' || at === 0) return
    const next = read[at + 1]
    if (!next || !(next.kind === 'list' || isParagraph(next))) return
    const short = wordCount(part.text) <= 14 && part.text.length <= 120
    const words = next.kind === 'list' ? { ...part, text: part.text.replace(/:$/, '') } : part
    if (short && isHeadingLike(words) && !part.text.endsWith('!') && /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(part.text))
      part.kind = 'heading'
  })
}

/** Dateline and label at the start of the report, and the copyright line that names who printed it. */
function readOpening(parts: Part[], found: Findings): void {
  const body = parts.filter((part) => part.kind === 'body' && part.text.length > 30)
  const first = body[0]
  if (first) {
    const label = labelLength(first.text)
    const dateline = parseDateline(first.text.slice(label))
    const length = label + (dateline?.length ?? 0)
    if (length > 0) found.inner.push({ start: first.start, end: first.start + length, zone: 'boilerplate' })
    if (dateline?.agency) found.agency ??= dateline.agency
    if (dateline?.date && dateline.date.value.length === 10) found.dateline = dateline.date.value
  }
  const rights = parts
    .filter((part) => part.kind === 'boilerplate')
    .map((part) => COPYRIGHT.exec(part.text)?.[1]?.trim())
    .find((name) => name)
  if (rights) found.agency ??= rights
}

const COPYRIGHT =
  /^\W*(?:©|\([Cc]\)|[Cc]opyright\b|COPYRIGHT\b)\s*(?:©\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(\p{Lu}[\p{L}\p{N}&.' -]{1,40}?)(?=[.,|]|\s+[Aa]ll [Rr]ights|\s+ALL RIGHTS|\s+Inc\b|\s+Ltd\b|\s+LLC\b|\s*$)/u
