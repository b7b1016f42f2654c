import type { Quantity, TimeExpression } from '../../model/quantity.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import type { MeasureWords } from './measure-words.ts'

/** How a time stands to its claim, when it is not the time of what happened. */
export type SetApart = 'compared with' | 'as of'

/** The times that tell what an amount is compared with ("than in 2019", "from 3,840 a year earlier"), and those as of which something is known, by id. */
export function timesApart(
  { times, quantities }: Pick<Layers, 'times' | 'quantities'>,
  text: string,
  { against }: Pick<MeasureWords, 'against'>,
): ReadonlyMap<string, SetApart> {
  const found = new Map<string, SetApart>()
  for (const time of times) {
    const apart = apartOf(time, quantities, text, against)
    if (apart) found.set(time.id, apart)
  }
  return found
}

/** The times that may be those of what happened. */
export function timesOfEvents(
  own: Pick<Layers, 'times' | 'quantities'>,
  text: string,
  { seeds }: ClaimKit,
): readonly TimeExpression[] {
  const apart = timesApart(own, text, seeds.claims.measures)
  return apart.size === 0 ? own.times : own.times.filter(({ id }) => !apart.has(id))
}

function apartOf(
  time: TimeExpression,
  quantities: readonly Quantity[],
  text: string,
  against: MeasureWords['against'],
): SetApart | undefined {
  if (time.kind === 'duration' || time.kind === 'set') return undefined
  const own = quantities.filter(({ sentence }) => sentence === time.sentence)
  const raw = text.slice(Math.max(0, time.start - REACH), time.start)
  if (/\bas (?:of|at)\s+(?:the\s+)?$/i.test(raw)) return 'as of'
  const before = (end: number) => text.slice(Math.max(0, end - REACH), end).replace(FILLER, '')
  const lead = before(time.start)
  const end = Math.max(0, time.start - REACH) + lead.length
  if (endsIn(lead, against.bare)) return 'compared with'
  const amount = own.find((one) => endOf(one) === end)
  if (amount && endsIn(before(amount.start), [...against.bare, ...against.amounts])) return 'compared with'
  // "up 4 percent on 2023"
  if (amount?.kind === 'percent' && /\son\s+$/.test(raw)) return 'compared with'
  // "twice as many as last year"
  const start = text.lastIndexOf('.', time.start) + 1
  return /\bas$/.test(lead) && /\bas \p{L}+\b/u.test(text.slice(start, end - 'as'.length)) ? 'compared with' : undefined
}

/** Behind what is counted, where it stands behind. */
const endOf = ({ end, noun }: Quantity): number => Math.max(end, noun?.end ?? 0)

const endsIn = (words: string, phrases: readonly string[]): boolean => {
  const lower = words.toLowerCase()
  return phrases.some(
    (phrase) => lower.endsWith(phrase) && !/\p{L}/u.test(lower[lower.length - phrase.length - 1] ?? ''),
  )
}

/** UTF-16 units before a time that are looked at. */
const REACH = 40
/** What may stand between: "than [in] 2019". */
const FILLER = /\s+(?:(?:in|on|at|during|for|the|of|just|only|about|around)\s+)*$/i
