import { toYmd } from './calendar.ts'
import type { Reference } from './point.ts'

/**
 * For texts that mostly tell of other years than their own (a life, a history): the last year named before a place, near enough to be
 * meant by "in May". Undefined everywhere in ordinary news.
 */
export function toldYear(text: string, reference: Reference | undefined): (offset: number) => number | undefined {
  const own = reference ? toYmd(reference.days[0]).year : undefined
  const named = [...text.matchAll(/(?<![\d.,$€£-])(?:1[0-9]|20)\d\d(?![,.]?\d)(?!\s*(?:people|%|km|m\b))/g)].map(
    (match) => ({ at: match.index, year: Number(match[0]) }),
  )
  const others = named.filter(({ year }) => own === undefined || Math.abs(year - own) >= 2)
  if (named.length < MIN_NAMED || others.length < named.length * SHARE) return () => undefined
  let next = 0
  return (offset) => {
    while (next < named.length && named[next]!.at < offset) next++
    while (next > 0 && named[next - 1]!.at >= offset) next--
    const last = named[next - 1]
    return last && offset - last.at < NEAR ? last.year : undefined
  }
}

const MIN_NAMED = 4
const SHARE = 0.7
/** Characters: about twenty sentences. */
const NEAR = 3000
