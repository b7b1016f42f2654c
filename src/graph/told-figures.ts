import type { Claim } from '../model/claim.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Quantity, TimeExpression } from '../model/quantity.ts'
import { covers, textOf } from '../model/span.ts'

/**
 * Every amount in a claim's passage, its own or not, for comparing what articles of one story tell: a JSON list `[text, start, kind, min, max, minOpen,
 * maxOpen, approximate, unit, noun]` each, with UTF-16 offsets into the article. A length of time is in days; a date goes from day to day, counted from 1970 on, and
 * has ISO prefixes of both behind: `…, "day", null, from, to`; a time of day, "clock", is in minutes of the day, with it as "HH:MM" for both.
 */
export function toldFigures(claim: Claim, { quantities, times, article: { text } }: Extraction): string[] | null {
  const whole = claim.evidence.find(({ role }) => role === 'whole') ?? claim.evidence[0]!
  const inside = [
    ...quantities.filter((one) => covers(whole, one)).map((one) => ofQuantity(one, text)),
    ...times.filter((one) => one.kind === 'duration' && covers(whole, one)).flatMap(ofLength),
    ...times.filter((one) => one.kind === 'date' && covers(whole, one)).flatMap(ofDate),
    ...times.filter((one) => covers(whole, one)).flatMap(ofClock),
  ]
  return inside.length > 0 ? inside.map((one) => JSON.stringify(one)) : null
}

const ofQuantity = (one: Quantity, text: string): unknown[] => [
  one.text,
  one.start,
  one.kind,
  one.min,
  one.max,
  one.minOpen,
  one.maxOpen,
  one.approximate,
  one.unit,
  one.noun ? countedNoun(textOf(text, one.noun)) : null,
]

function ofLength({ text, start, value }: TimeExpression): unknown[][] {
  const days = daysOf(value)
  return days === undefined ? [] : [[text, start, 'duration', days, days, false, false, false, 'day', null]]
}

/** Where its beginning and end are known. */
function ofDate({ text, start, from, to }: TimeExpression): unknown[][] {
  const [first, last] = [from && dayOf(from, false), to && dayOf(to, true)]
  if (!from || !to || !Number.isFinite(first) || !Number.isFinite(last)) return []
  return [[text, start, 'date', first, last, false, false, false, 'day', null, from.slice(0, 10), to.slice(0, 10)]]
}

/** "18:30", "half past six on Monday" */
function ofClock({ text, start, value }: TimeExpression): unknown[][] {
  const [clock, hour, minute] = /(?:^|T)(\d\d):(\d\d)\b/.exec(value ?? '') ?? []
  if (!clock) return []
  const of = Number(hour) * 60 + Number(minute)
  const told = `${hour}:${minute}`
  return [[text, start, 'clock', of, of, false, false, false, 'minute', null, told, told]]
}

/** The first or last day of an ISO prefix of a year, month or day, counted from 1970 on; NaN for anything else. */
function dayOf(prefix: string, isLast: boolean): number {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(prefix) ?? []
  if (!year) return Number.NaN
  if (day) return Date.parse(prefix.slice(0, 10)) / 86_400_000
  const next = month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1)
  return isLast ? next / 86_400_000 - 1 : Date.UTC(Number(year), month ? Number(month) - 1 : 0, 1) / 86_400_000
}

/** Days of an ISO 8601 length: "P18M", "PT6M", "PT9H50M"; undefined for anything else. */
export function daysOf(value: string | null): number | undefined {
  const [, ofDate, ofDay] = LENGTH.exec(value ?? '') ?? []
  const parts = (text: string | undefined) => [...(text ?? '').matchAll(/(\d+(?:\.\d+)?)([YMWDHS])/g)]
  const days = [
    ...parts(ofDate).map(([, count, unit]) => Number(count) * DAYS[unit!]!),
    ...parts(ofDay).map(([, count, unit]) => Number(count) * (unit === 'M' ? 1 / 1440 : DAYS[unit!]!)),
  ]
  return days.length === 0 ? undefined : days.reduce((sum, of) => sum + of, 0)
}
const LENGTH = /^P((?:\d+(?:\.\d+)?[YMWD])*)(?:T((?:\d+(?:\.\d+)?[HMS])+))?$/
const DAYS: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1, H: 1 / 24, S: 1 / 86_400 }

/** The head of what is counted, in the singular: "North Korean soldiers" → "soldier". */
export function countedNoun(words: string): string {
  const head = words.trim().split(/\s+/).at(-1)!.toLowerCase()
  if (/[^aeiou]ies$/.test(head)) return head.replace(/ies$/, 'y')
  if (/(?:ss|x|ch|sh)es$/.test(head)) return head.slice(0, -2)
  return /[^su]s$/.test(head) ? head.slice(0, -1) : head
}
