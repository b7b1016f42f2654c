import type { Zone, ZoneSpan } from '../model/article.ts'
import { glueAt, isCaption, isChrome, isCredits, isGate, isOpener, labelLength, siteVoice } from './chrome.ts'
import { parseByline, parseDateline, parseStamp, type Stamp } from './head-lines.ts'
import { endsSentence, isBullet, type Line, linesOf, splitLine, wordCount } from './lines.ts'
import { outletByName } from './outlets.ts'

/** What the lines of a plain text turned out to be. */
export interface Layout {
  readonly zones: readonly ZoneSpan[]
  readonly title?: string | undefined
  readonly byline?: string | undefined
  /** Who printed it, as a dateline, a title's end or a copyright line names it. */
  readonly agency?: string | undefined
  readonly date?: { readonly value: string; readonly from: 'dateline' | 'text' } | undefined
}

/** What a line may be; `body` until something says otherwise, `divided` when its parts have zones of their own. */
type Kind = Zone | 'heading' | 'divided'
interface Part extends Line {
  kind: Kind
}

/** What is learnt on the way. */
interface Findings {
  title?: string
  byline?: string
  agency?: string
  dateline?: string
  stamp?: Stamp
  /** stretches within a line, such as a dateline, that are not read */
  readonly inner: ZoneSpan[]
}

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

/** A paragraph of the report: long, or a sentence of some length. */
const isParagraph = ({ text }: Line) => {
  const words = wordCount(text)
  if (words >= 30) return true
  return words >= (text.endsWith('?') ? 17 : 7) && endsSentence(text) && !isCaption(text)
}

/** Words that name or announce rather than say: no full stop, not long. */
const isHeadingLike = ({ text }: Line) =>
  !/[.…,;:]["'”’)]*$/.test(text) &&
  wordCount(text) <= 30 &&
  text.length <= 220 &&
  /\p{L}/u.test(text) &&
  !isBullet(text)

/** The lines above the first paragraph: title, who wrote it, when; short words and repeats among them are chrome. */
function readHead(parts: Part[], found: Findings, known?: string): void {
  const stated = known ? parts.slice(0, 10).find((part) => repeats(part.text, known)) : undefined
  const body = parts.findIndex((part) => part !== stated && part.kind === 'body' && isParagraph(part))
  const head = parts.slice(0, body < 0 && stated ? 1 : Math.max(0, body))
  if (stated && !head.includes(stated)) head.push(stated)
  const named: Part[] = []
  for (const part of head) {
    const isNamed = part.kind === 'body' || part.kind === 'heading'
    const stamp = parseStamp(part.text, { alone: true })
    const byline = parseByline(part.text)
    if (stamp || byline) part.kind = 'boilerplate'
    else if (isNamed) named.push(part)
    if (stamp) keepStamp(found, stamp)
    if (byline) {
      found.byline ??= byline
      const after = part.text.slice(part.text.indexOf(byline) + byline.length).replace(/^[\s,|•·–—-]+/, '')
      const inByline = parseStamp(after, { alone: true })
      if (inByline) keepStamp(found, inByline)
    }
  }
  const candidates = named.filter((part) => isHeadingLike(part) && !isCaption(part.text))
  const title = stated ?? chooseTitle(candidates)
  if (!title) return
  for (const part of named) {
    if (part === title) part.kind = 'title'
    else if (letters(part.text) === letters(title.text)) part.kind = 'boilerplate'
    else if (candidates.includes(part)) part.kind = wordCount(part.text) <= 3 ? 'boilerplate' : 'heading'
  }
  found.title = nameTitle(title, found)
}

/** Whether a line is the title that is known from elsewhere, perhaps with something behind it. */
const repeats = (line: string, title: string) =>
  letters(line) === letters(title) ||
  (letters(title).length > 12 && line.length < title.length + 60 && letters(line).startsWith(letters(title)))

/** The line that stands there twice, or the first of four words or more, or the longest of two or more. */
function chooseTitle(candidates: readonly Part[]): Part | undefined {
  const long = candidates.filter((part) => wordCount(part.text) >= 4)
  const twice = long.find((part, at) =>
    long.some((other, index) => index > at && letters(other.text) === letters(part.text)),
  )
  if (twice) return twice
  if (long.length > 0) return long[0]
  return candidates.filter((part) => wordCount(part.text) >= 2).sort((a, b) => wordCount(b.text) - wordCount(a.text))[0]
}

/** A title's label and the outlet's name at its end are not part of its words: "LIVE: Storm hits | BBC News". */
function nameTitle(title: Part, found: Findings): string {
  const label = labelLength(title.text)
  if (label > 0) found.inner.push({ start: title.start, end: title.start + label, zone: 'boilerplate' })
  let end = title.text.length
  const tail = /^(.*\S)\s+(?:[|–—·»-]|::)\s+([^|]{2,40})$/u.exec(title.text)
  const outlet = tail && outletByName(tail[2]!)
  if (tail && outlet) {
    end = tail[1]!.length
    found.agency ??= outlet.name
    found.inner.push({ start: title.start + end, end: title.end, zone: 'boilerplate' })
  }
  if (label > 0 || end < title.text.length) {
    title.kind = 'divided'
    found.inner.push({ start: title.start + label, end: title.start + end, zone: 'title' })
  }
  return title.text.slice(label, end)
}

function keepStamp(found: Findings, stamp: Stamp): void {
  if (!stamp.date) return
  if (!found.stamp || (found.stamp.later && !stamp.later)) found.stamp = stamp
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

/**
 * What follows the report: the end of the text that is richest in chrome and poorest in paragraphs, when it has at least one line that is
 * chrome by its words. Links and headlines of other reports in it have no words of their own, so it is the company that counts.
 */
function markTail(parts: Part[]): void {
  const first = parts.findIndex((part) => part.kind === 'body' && isParagraph(part))
  let sum = 0
  let best = 0
  let from = parts.length
  for (let at = parts.length - 1; at > first && sum >= best - PARAGRAPH; at--) {
    const part = parts[at]!
    sum += chromeWeight(part)
    // A report may end in the first person; only what stands below a line that is plainly chrome is taken for the site's own voice.
    if (sum > best && (part.kind === 'boilerplate' || !isParagraph(part))) {
      best = sum
      from = at
    }
  }
  const tail = parts.slice(from)
  if (best < 2 || !tail.some((part) => part.kind === 'boilerplate')) return
  for (const part of tail) {
    if (part.kind === 'body' || part.kind === 'heading') part.kind = 'boilerplate'
    else if (part.kind === 'list' && !endsSentence(part.text)) part.kind = 'boilerplate'
  }
}

/** What a paragraph of the report weighs against chrome, so that nothing reaches across one. */
const PARAGRAPH = 6

/** How much a line looks as if it were not part of the report (above 0), or part of it (below). */
function chromeWeight(part: Part): number {
  const { text, kind } = part
  const words = wordCount(text)
  if (kind === 'boilerplate') return 3
  if (kind === 'title') return -20
  if (kind === 'caption') return 0
  if (kind === 'list') return endsSentence(text) || words > 14 ? -2 : 0.2
  const voice = /["“]/.test(text) ? 0 : siteVoice(text)
  if (voice >= 2 && words <= 60 * voice) return 2
  if (voice === 1 && words <= 25) return 1
  if (isQuoting(text)) return -2 - words / 4
  if (/:$/.test(text) && words <= 4) return 0.6
  if (endsSentence(text)) return -1 - words / 3
  if (words <= 16) return 0.6
  return words <= 30 ? 0.4 : -PARAGRAPH - 1
}

/** Holds a quotation. (By hand: a pattern would try every pair of marks.) */
const isQuoting = (text: string) => {
  const open = text.search(/["“]/)
  return open >= 0 && Math.max(text.lastIndexOf('"'), text.lastIndexOf('”')) > open
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

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
