import { isCaption, labelLength, withoutPublisherLabel } from './chrome.ts'
import { parseByline, parseDatelineAlone, parseStamp } from './head-lines.ts'
import { isOutlet, parseHeadParts, splitByline } from './head-parts.ts'
import { type Findings, isHeadingLike, isParagraph, keepStamp, letters, type Part } from './layout.ts'
import { wordCount } from './lines.ts'
import { outletByName } from './outlets.ts'

/** The lines above the first paragraph: title, who wrote it, when; short words and repeats among them are chrome. */
export function readHead(parts: Part[], found: Findings, known?: string): void {
  const stated = known ? parts.slice(0, 10).find((part) => repeats(part.text, known)) : undefined
  const body = parts.findIndex((part) => part !== stated && part.kind === 'body' && isParagraph(part))
  const head = parts.slice(0, body < 0 && stated ? 1 : Math.max(0, body))
  if (stated && !head.includes(stated)) head.push(stated)
  const named: Part[] = []
  for (const part of head) {
    const isNamed = part.kind === 'body' || part.kind === 'heading'
    if (readParts(part, found)) continue
    const stamp = parseStamp(part.text, { alone: true })
    const byline = parseByline(part.text)
    if (stamp || byline) part.kind = 'boilerplate'
    else if (isNamed) named.push(part)
    if (stamp) keepStamp(found, stamp)
    if (byline) {
      const author = splitByline(byline)
      found.byline ??= author.byline
      if (author.outlet) found.agency ??= author.outlet
      const after = part.text.slice(part.text.indexOf(byline) + byline.length).replace(/^[\s,|•·–—-]+/, '')
      const inByline = parseStamp(after, { alone: true })
      if (inByline) keepStamp(found, inByline)
    }
  }
  readRole(named, found)
  const candidates = named.filter((part) => part.kind !== 'boilerplate' && isHeadingLike(part) && !isCaption(part.text))
  const outlet =
    candidates.length > 1
      ? candidates.find((part) => part !== stated && isOutlet(withoutPublisherLabel(part.text)))
      : undefined
  if (outlet) {
    outlet.kind = 'boilerplate'
    found.agency ??= withoutPublisherLabel(outlet.text)
    candidates.splice(candidates.indexOf(outlet), 1)
  }
  const title = stated ?? chooseTitle(candidates)
  if (!title) return
  for (const part of named) {
    if (part.kind === 'boilerplate') continue
    if (part === title) part.kind = 'title'
    else if (letters(part.text) === letters(title.text)) part.kind = 'boilerplate'
    else if (candidates.includes(part)) part.kind = wordCount(part.text) <= 3 ? 'boilerplate' : 'heading'
  }
  found.title = nameTitle(title, found)
}

/** "Tom Reilly" above "Transport correspondent" is the author. */
function readRole(named: readonly Part[], found: Findings): void {
  const at = named.findIndex((part, index) => index > 0 && ROLE.test(part.text))
  const name = named[at - 1]
  if (!name || !AUTHOR.test(name.text)) return
  found.byline ??= name.text
  for (const part of [name, named[at]!]) part.kind = 'boilerplate'
}
const ROLE = /^(?:[\p{L}-]+\s){0,3}(?:correspondent|editor|reporter|writer|columnist)$/iu
const AUTHOR = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:de|da|van|von|al|el|bin|\p{Lu}[\p{L}'’.-]*)){1,3}$/u

/** Takes what a line of head parts or a dateline of its own tells. */
function readParts(part: Part, found: Findings): boolean {
  const parts = parseHeadParts(part.text)
  const dateline = parts ? undefined : parseDatelineAlone(part.text)
  if (!parts && !dateline) return false
  part.kind = 'boilerplate'
  if (parts?.stamp) keepStamp(found, parts.stamp)
  if (parts?.byline) found.byline ??= parts.byline
  const outlet = parts?.outlet ?? dateline?.agency
  if (outlet) found.agency ??= outlet
  if (dateline?.date?.value.length === 10) found.dateline ??= dateline.date.value
  return true
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
