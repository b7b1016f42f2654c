import { isPublisherLike } from './chrome.ts'
import { parseByline, parseStamp, type Stamp } from './head-lines.ts'
import { outletByName } from './outlets.ts'
import { findDate } from './parse-date.ts'

/** What a line above the report tells of it. */
export interface HeadParts {
  readonly stamp?: Stamp
  readonly byline?: string
  readonly outlet?: string
}

/**
 * A line of parts set apart by strokes, dots or dashes, or by a comma beside a date, of which each is a date, an author or a publisher:
 * "Danube Mail | 16 March 2026", "Ann Lee · The Coast Chronicle · May 2, 2026", "River Gazette, 4 June 2025". A name that is left over beside a publisher is the author. `undefined` when a part is
 * something else, or when nothing but names is there.
 */
export function parseHeadParts(line: string): HeadParts | undefined {
  const parts = line
    .split(/\s*[|•·]\s*|\s+[—–-]\s+/)
    .flatMap(splitAtDate)
    .filter((part) => part !== '')
  if (parts.length < 2 || line.length > 160) return undefined
  const found: { stamp?: Stamp; byline?: string; outlet?: string } = {}
  const left: string[] = []
  for (const part of parts) {
    const stamp = parseStamp(part, { alone: true })
    const byline = stamp ? undefined : parseByline(part)
    if (stamp) found.stamp ??= stamp
    else if (byline) found.byline ??= byline
    else if (isOutlet(part)) found.outlet ??= part
    else if (!TIME.test(part)) left.push(part)
  }
  const [name] = left
  if (left.length > 1 || (name && (found.byline || !found.outlet || !NAME.test(name)))) return undefined
  if (name) found.byline = name
  return found.stamp || found.byline ? found : undefined
}

/** "River Gazette, 4 June 2025" → both, and an author before them; a place before a date is no publisher, and such a line stays whole. */
function splitAtDate(part: string): string[] {
  const date = findDate(part)
  if (!date) return [part]
  const [before, after] = [part.slice(0, date.start), part.slice(date.end)]
  const name = after === '' ? /^(.+),\s*$/.exec(before)?.[1] : before === '' ? /^,\s*(.+)$/.exec(after)?.[1] : undefined
  if (!name) return [part]
  const { byline, outlet } = splitByline(name) // "By Ines Roth, The Valley Courier, 4 June 2025"
  const parts = outlet ? [byline, outlet] : [name]
  return isOutlet(parts.at(-1)!) ? [...parts, part.slice(date.start, date.end)] : [part]
}

/** "Ines Roth, The Valley Courier" → the author and who printed it. */
export function splitByline(byline: string): { byline: string; outlet?: string } {
  const comma = byline.lastIndexOf(',')
  const last = byline.slice(comma + 1).trim()
  return comma > 0 && isOutlet(last) ? { byline: byline.slice(0, comma).trim(), outlet: last } : { byline }
}

/** A publisher by its name. */
export const isOutlet = (name: string): boolean => isPublisherLike(name) || outletByName(name) !== undefined

const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:de|da|van|von|al|el|bin|\p{Lu}[\p{L}'’.-]*)){1,3}$/u
const TIME = /^\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?$/i
