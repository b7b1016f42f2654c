import { toLexemes } from '../amounts/lexemes.ts'
import type { Kit } from '../kit.ts'
import type { Document } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import type { TimeExpression } from '../model/quantity.ts'
import { dayText } from './calendar.ts'
import { directionAt } from './direction.ts'
import type { TimeWords } from './lexicon.ts'
import { type TimeLookup, toLookup } from './lookup.ts'
import { durationText } from './parse-duration.ts'
import { type ParsedTime, parseTime } from './parse-time.ts'
import type { Point, Reading } from './point.ts'
import { toReference } from './reference.ts'
import { type Context, clockPrecision, clockText, daysIncluded, resolve } from './resolve.ts'
import { toldYear } from './told-year.ts'

type Meaning = Reading & { readonly kind: TimeExpression['kind'] }

/**
 * Every time in the document, in reading order, none overlapping. A value is as precise as the words are; relative times are counted
 * from the publication date or from the last date the text named, and stay without a value where that is not known.
 */
export function findTimes(document: Document, kit: Kit): TimeExpression[] {
  const look = lookupOf(kit)
  const reference = toReference(document.article.publishedAt)
  const told = toldYear(document.text, reference)
  const found: TimeExpression[] = []
  let last: Context['last']
  for (const analysis of document.sentences) {
    const { sentence } = analysis
    const lx = toLexemes(document.text, sentence)
    for (let at = 0; at < lx.length; ) {
      const parsed = parseTime(lx, at, look)
      if (!parsed) {
        at++
        continue
      }
      const start = lx[parsed.at]!.start
      let direction: -1 | 0 | 1 | undefined
      const context: Context = {
        reference,
        last,
        year: told(start),
        direction: () => {
          direction ??= directionAt(analysis, start, look.plan)
          return direction
        },
      }
      const read = meaningOf(parsed, context)
      if (!read) {
        at++
        continue
      }
      const { meaning, first } = read
      const span = { start: lx[first ?? parsed.at]!.start, end: lx[parsed.next - 1]!.end }
      found.push({
        id: contentId('time', sentence.id, span.start, span.end),
        sentence: sentence.id,
        ...span,
        text: document.text.slice(span.start, span.end),
        ...meaning,
      })
      last = anchorOf(meaning) ?? last
      at = parsed.next
    }
  }
  return found
}

const lookups = new WeakMap<TimeWords, TimeLookup>()
function lookupOf({ seeds: { times, amounts } }: Kit): TimeLookup {
  let look = lookups.get(times)
  if (!look) {
    look = toLookup(times, amounts.numbers)
    lookups.set(times, look)
  }
  return look
}

/** What later times may be counted from. */
function anchorOf({ kind, from, to, precision, value }: Meaning): Context['last'] {
  if (kind !== 'date' && !(kind === 'time' && value?.includes('T'))) return undefined
  if (from === null || to === null || precision === 'century' || precision === 'unknown') return undefined
  return {
    days: daysIncluded({ value, from, to, precision, anchor: 'explicit' }),
    precision: from.length > 10 ? 'day' : precision,
  }
}

function meaningOf(parsed: ParsedTime, context: Context): { meaning: Meaning; first?: number } | undefined {
  switch (parsed.type) {
    case 'set':
      return { meaning: { ...NOTHING, value: parsed.value, kind: 'set' } }
    case 'duration':
      return {
        meaning: {
          ...NOTHING,
          value: parsed.duration.few ? null : durationText(parsed.duration.steps),
          kind: 'duration',
        },
      }
    case 'point':
      return ofPoint(parsed, context)
    case 'edge': {
      const reading =
        parsed.point.clock && !resolve({ ...parsed.point, clock: undefined }, context)
          ? clockOnly(parsed.point.clock)
          : resolve(parsed.point, context)
      return reading && { meaning: { ...bounded(reading, parsed.edge), kind: kindOf(reading) } }
    }
    case 'range': {
      const from = resolve(parsed.from, context)
      const to = from && resolve(followed(parsed, from), context)
      if (!from || !to) return undefined
      if (from.from === null || to.to === null)
        return { meaning: { ...NOTHING, precision: from.precision, kind: 'date' } }
      if (from.from.slice(0, to.to.length) > to.to) return undefined
      const anchor = from.anchor === 'explicit' ? to.anchor : from.anchor
      return { meaning: { value: null, from: from.from, to: to.to, precision: to.precision, anchor, kind: 'date' } }
    }
    case 'clocks': {
      const date = parsed.date && resolve(parsed.date, context)
      const day = date?.precision === 'day' && date.value ? `${date.value}T` : ''
      return {
        meaning: {
          value: null,
          from: `${day}${clockText(parsed.from)}`,
          to: `${day}${clockText(parsed.to)}`,
          precision: clockPrecision(parsed.to),
          anchor: date?.anchor ?? 'explicit',
          kind: 'time',
        },
      }
    }
  }
}

const NOTHING: Reading = { value: null, from: null, to: null, precision: 'unknown', anchor: 'none' }
const kindOf = ({ from, to }: Reading): 'date' | 'time' => ((from ?? to ?? '').includes(':') ? 'time' : 'date')
const clockOnly = (clock: Parameters<typeof clockText>[0]): Reading => ({
  value: clockText(clock),
  from: clockText(clock),
  to: clockText(clock),
  precision: clockPrecision(clock),
  anchor: 'explicit',
})

function ofPoint(
  { point, at }: Extract<ParsedTime, { type: 'point' }>,
  context: Context,
): { meaning: Meaning; first?: number } | undefined {
  const { shift, clock } = point
  // "built it in three days" is told of the past: a duration
  if (shift && shift.base === 'publication' && shift.sign === 1 && context.direction() < 0)
    return { meaning: { ...NOTHING, value: shift.few ? null : durationText(shift.steps), kind: 'duration' } }
  if (point.window && point.window.sign === 1 && context.direction() < 0)
    return {
      meaning: { ...NOTHING, value: point.window.few ? null : durationText(point.window.steps), kind: 'duration' },
    }
  const reading = clock && !hasDate(point) ? clockOnly(clock) : resolve(point, context)
  return reading && { meaning: { ...reading, kind: kindOf(reading) }, ...(at < 0 ? { first: at } : {}) }
}

const hasDate = ({ days, day, weekday, year, turn, holiday, month }: Point): boolean =>
  [days, day, weekday, year, turn, holiday, month].some((part) => part !== undefined)

/** The second end of a range without a year comes after the first: "25 October to 25 January". */
function followed({ to, from: first }: Extract<ParsedTime, { type: 'range' }>, from: Reading): typeof to {
  if (
    to.year !== undefined ||
    to.yearTurn !== undefined ||
    to.month === undefined ||
    from.from === null ||
    first.month === undefined
  )
    return to
  const year = Number(from.from.slice(0, 4))
  return { ...to, year: to.month < first.month ? year + 1 : year, weekday: undefined }
}

/** What lies on one side of a time: "since" and "as of" it, "after" its end, "before" its beginning, "until" its end. */
function bounded(reading: Reading, edge: Extract<ParsedTime, { type: 'edge' }>['edge']): Reading {
  if (edge === 'asOf' || reading.from === null || reading.to === null) return reading
  const isClock = reading.from.includes(':')
  switch (edge) {
    case 'since':
      return { ...reading, value: null, to: null }
    case 'after':
      return { ...reading, value: null, from: isClock ? reading.from : dayText(daysIncluded(reading)[1] + 1), to: null }
    case 'before':
      return { ...reading, value: null, from: null, to: isClock ? reading.from : dayText(daysIncluded(reading)[0] - 1) }
    case 'until':
      return { ...reading, value: null, from: null }
  }
}
