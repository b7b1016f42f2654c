import { LOWER, UPPER } from '../text/letters.ts'
import { type FoundDate, findDate } from './parse-date.ts'

const NAME =
  "(?:[\\p{Lu}][\\p{L}'’.-]*|de|da|del|der|den|di|dos|du|la|le|van|von|bin|bint|al|el|ben|of|for|the|and|&|with|in|Special|to)"
const BYLINE = new RegExp(
  `^(?:(?:by|written by|story by|words by|report by|reported by|posted by|published by)\\s*:?\\s+|authors?\\s*:\\s*)(${NAME}(?:[\\s,|/•·]+${NAME}){0,13})[.\\s]*$`,
  'iu',
)
/** Who wrote it: "By Jane Doe, Staff Writer" → "Jane Doe". `undefined` when the line is something else. */
export function parseByline(line: string): string | undefined {
  if (line.length > 160) return undefined
  const date = findDate(line)
  const without = (date ? line.slice(0, date.start) : line).replace(
    /[\s,|•·–—-]*(?:on|at|published|updated|posted|\S+@\S+)?[\s,|•·:–—-]*$/i,
    '',
  )
  const names = BYLINE.exec(without)?.[1]
  if (!names || !UPPER.test(names)) return undefined
  // the pattern ignores case for "BY JANE DOE"; a small word among the names must be one that names have
  const small = names.split(/[\s,|/•·]+/).filter((word) => LOWER.test(word))
  if (small.some((word) => !new RegExp(`^(?:${NAME})$`, 'u').test(word))) return undefined
  return names
    .split(/\s*[|/•·]\s*/)[0]!
    .replace(
      /,\s*(?:(?:[\p{L}]+\s){0,3}(?:writer|reporter|correspondent|editor|staff|contributor|journalist|news|press|desk|columnist).*)$/iu,
      '',
    )
    .replace(/\s+in\s+\p{Lu}.*$/u, '')
    .trim()
}

const STAMP =
  /^(?:first |originally |date |story |article |news )?(?:published|posted|updated|last updated|last update|last modified|modified|uploaded|created|released|issued|date|publication date|dated|pub date)(?: on| at| date)?\b\s*[:|–—-]?\s*/i
const TIME =
  /\b(?:at\s*)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?)?\b|\b\d{1,2}\s*(?:a\.?m\.?|p\.?m\.?)(?!\p{L})/giu
const REST =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:utc|gmt|bst|edt|est|cdt|cst|mdt|mst|pdt|pst|et|ct|pt|cet|cest|eet|eest|ist|jst|kst|sgt|hkt|aest|aedt|msk|pkt|wib|wat|sast|local time|hrs?|updated|published|posted|last|first|on|at|by|and|the)\b|\b\d+\s*(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s*(?:ago|read)?\b|\b(?:ago|just now|yesterday|today|min read)\b|[+-]\d{2}:?\d{2}\b/gi

/** A line that tells when the article came out, or says so and tells nothing. */
export interface Stamp {
  readonly date?: FoundDate | undefined
  /** "Updated: …" */
  readonly later: boolean
}

/** "Published: April 27, 2026", "Updated 3 May 2024 at 10:15 GMT", "Published:"; and, where `alone`, a date and nothing else. */
export function parseStamp(line: string, { alone }: { alone: boolean }): Stamp | undefined {
  if (line.length > 120) return undefined
  const label = STAMP.exec(line)?.[0]
  if (!label && !alone) return undefined
  const rest = line.slice(label?.length ?? 0)
  const date = findDate(rest)
  const left = (date ? rest.slice(0, date.start) + rest.slice(date.end) : rest).replace(TIME, ' ').replace(REST, ' ')
  const later = /updat|modif/i.test(label ?? '')
  const words = left.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  if (label) {
    if (date && words.length <= 8) return { date, later }
    const relative = /\b(?:ago|yesterday|today|just now)\b/i.test(rest)
    return words.length === 0 && (rest === '' || relative || /\d/.test(rest)) ? { later } : undefined
  }
  const listed = /[|•·]/.test(left) && words.length <= 5
  return date && (words.length === 0 || listed) ? { date, later } : undefined
}

/** What stands before the first sentence: a place, perhaps a day, perhaps an agency. */
export interface Dateline {
  readonly length: number
  readonly agency?: string | undefined
  readonly date?: FoundDate | undefined
}

const PART =
  "\\p{Lu}[\\p{L}'’.-]*(?:\\s+(?:de|da|del|do|du|des|la|le|las|los|el|al|of|the|on|upon|and|am|an|\\p{Lu}[\\p{L}'’.-]*)){0,3}"
const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?'
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\p{L}{0,6}\\.?'
const DAY = `(?:${WEEKDAY},?\\s+)?(?:${MONTH}\\s+\\d{1,2}(?:,\\s+\\d{4})?|\\d{1,2}\\s+${MONTH}(?:,?\\s+\\d{4})?)|${WEEKDAY}`
const AGENCY = '\\(\\s*([\\p{Lu}][^()\\n]{1,40}?)\\s*\\)|/\\s*([\\p{Lu}][\\p{L}\\p{N} .-]{1,30}?)\\s*/'
const DASH = '(?:\\s*(?:—|–|--|―)\\s*|\\s+-\\s*|\\s*-\\s+)'
const WITH_PLACE = new RegExp(
  `^(${PART}(?:(?:\\s*[,/]\\s*|\\s+and\\s+)${PART}){0,3})(?:,?\\s+(${DAY}))?(?:,?\\s*(?:${AGENCY}))?(?:,?\\s+(${DAY}))?(?:${DASH}|:\\s+)(?=\\S)`,
  'u',
)
const ONLY_AGENCY = new RegExp(`^(?:(${DAY}),?\\s+)?(?:${AGENCY})(?:${DASH}|:\\s*)(?=\\S)`, 'u')

/**
 * "LONDON, May 3 (Reuters) - ", "Pyongyang, North Korea — ", "Oct 4 (The Post News)– " at the start of a paragraph. A place in mixed case without region,
 * day or agency is one before a dash that begins a whole sentence ("Karst — The count goes on."); not so "Estimates — which vary", nor
 * a name that two dashes set apart ("Ann Lee — a nurse — won").
 */
export function parseDateline(paragraph: string): Dateline | undefined {
  const start = paragraph.slice(0, 200)
  const bare = ONLY_AGENCY.exec(start)
  if (bare && isSentenceStart(paragraph.slice(bare[0].length)))
    return { length: bare[0].length, agency: bare[2] ?? bare[3], date: bare[1] ? findDate(bare[1]) : undefined }
  const match = WITH_PLACE.exec(start)
  if (!match) return undefined
  const [whole, place, dayBefore, brackets, strokes, dayAfter] = match
  const agency = brackets ?? strokes
  const colon = /:\s+$/.test(whole)
  const day = dayBefore ?? dayAfter
  const capitals = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(place!.split(',')[0]!)
  const region = place!.includes(',')
  const sentence = paragraph.slice(whole.length, whole.length + 400).split(/(?<=[.!?])\s/)[0]!
  const alone =
    !colon && /\s[—–-]\s/.test(whole) && /^["“'‘(]?\p{Lu}\p{L}*[\s,]/u.test(sentence) && !/[—–]|\s-\s|--/.test(sentence)
  if (!agency && !day && !capitals && (!region || colon) && !alone) return undefined
  if (colon && !(day || (agency && capitals))) return undefined
  if (
    /^(?:In|On|At|By|For|From|After|Before|Since|With|The|A|An|As|But|And|It|This|That|There|He|She|They|We|I|You|No|Yes|Not|When|What|Why|How|Who)\b/.test(
      place!,
    )
  )
    return undefined
  if (!isSentenceStart(paragraph.slice(whole.length))) return undefined
  return { length: whole.length, agency, date: day ? findDate(day) : undefined }
}

/** A line that is a dateline and nothing more: "LISBON (Medicine Weekly) 4 June 2025". */
export function parseDatelineAlone(line: string): Dateline | undefined {
  const found = line.length <= 100 ? parseDateline(`${line} — A report`) : undefined
  return found && found.length > line.length && (found.agency || found.date) ? found : undefined
}

const isSentenceStart = (rest: string) => /^["'“‘(]*[\p{Lu}\p{N}$€£]/u.test(rest)
