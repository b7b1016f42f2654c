import type { Claim } from '../model/claim.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Quantity, TimeExpression } from '../model/quantity.ts'
import { covers, textOf } from '../model/span.ts'

/**
 * Every amount in a claim's passage, its own or not, for comparing what articles of one story tell: a JSON list `[text, start, kind, min, max, minOpen,
 * maxOpen, approximate, unit, noun]` each, with UTF-16 offsets into the article. A length of time is in days.
 */
export function toldFigures(claim: Claim, { quantities, times, article: { text } }: Extraction): string[] | null {
  const whole = claim.evidence.find(({ role }) => role === 'whole') ?? claim.evidence[0]!
  const inside = [
    ...quantities.filter((one) => covers(whole, one)).map((one) => ofQuantity(one, text)),
    ...times.filter((one) => one.kind === 'duration' && covers(whole, one)).flatMap(ofLength),
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

/** Days of an ISO 8601 length of one part: "P18M", "PT6M"; undefined for anything else. */
export function daysOf(value: string | null): number | undefined {
  const [, count, unit] = /^PT?(\d+(?:\.\d+)?)([YMWDH])$/.exec(value ?? '') ?? []
  if (!count || !unit) return undefined
  return Number(count) * (unit === 'M' && value!.startsWith('PT') ? 1 / 1440 : DAYS[unit]!)
}
const DAYS: Readonly<Record<string, number>> = { Y: 365, M: 30, W: 7, D: 1, H: 1 / 24 }

/** The head of what is counted, in the singular: "North Korean soldiers" → "soldier". */
export function countedNoun(words: string): string {
  const head = words.trim().split(/\s+/).at(-1)!.toLowerCase()
  if (/[^aeiou]ies$/.test(head)) return head.replace(/ies$/, 'y')
  if (/(?:ss|x|ch|sh)es$/.test(head)) return head.slice(0, -2)
  return /[^su]s$/.test(head) ? head.slice(0, -1) : head
}
