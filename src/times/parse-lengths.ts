import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { parseDuration } from './parse-duration.ts'
import type { Step } from './point.ts'

/** A length that is one of a range: its least, its most, and the lexeme behind. */
export interface Lengths {
  readonly least: readonly Step[]
  readonly most: readonly Step[]
  readonly next: number
}

/** "between three and five years", "three to five years", "10-12 weeks", "two or three hours"; not "two to three years ago". */
export function parseLengths(lx: readonly Lexeme[], at: number, look: TimeLookup): Lengths | undefined {
  const between = lx[at]!.lower === 'between'
  const from = between || lx[at]!.lower === 'from' ? at + 1 : at
  const first = lx[from]
  if (!first || /^an?$/.test(first.lower) || !look.numerals.mayBegin(first)) return undefined
  if (first.kind === 'number' && !first.gap) return undefined
  const low = look.numerals.parse(lx, from)
  if (!low || low.form === 'ordinal' || !(low.value > 0)) return undefined
  const given = parseDuration(lx, from, look) // "three months to two years"
  const end = given?.steps.length === 1 ? given.next : low.next
  const link = lx[end]
  const isLink = between ? link?.lower === 'and' : link?.lower === 'to' || link?.lower === 'or' || isHyphen(link)
  if (!isLink || !lx[end + 1]) return undefined
  const highAt = end + 1
  const rest = isHyphen(link) ? [{ ...lx[highAt]!, gap: true }, ...lx.slice(highAt + 1, highAt + 8)] : lx
  const high = parseDuration(rest, isHyphen(link) ? 0 : highAt, look)
  if (!high || high.few || high.single || high.steps.length !== 1) return undefined
  const next = isHyphen(link) ? high.next + highAt : high.next
  const [most] = high.steps as [Step]
  const least = given?.steps.length === 1 ? given.steps[0]! : { count: low.value, unit: most.unit }
  if (least.unit === most.unit && !(least.count < most.count)) return undefined
  if (link!.lower === 'or' && most.count !== least.count + 1) return undefined
  if (
    /^(?:ago|later|earlier|before|after|old|from|on|in)$/.test(lx[next]?.lower ?? '') &&
    lx[next + 1]?.kind !== 'word'
  )
    return undefined
  return /^(?:ago|later|earlier|old)$/.test(lx[next]?.lower ?? '') ? undefined : { least: [least], most: [most], next }
}
