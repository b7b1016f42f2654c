import { type Lexeme, lexemesOf } from '../amounts/lexemes.ts'
import type { Kit } from '../kit.ts'
import type { Document } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import type { TimeExpression } from '../model/quantity.ts'
import { dayText } from './calendar.ts'
import type { Context } from './context.ts'
import { directionAt } from './direction.ts'
import type { TimeWords } from './lexicon.ts'
import { type TimeLookup, toLookup } from './lookup.ts'
import { durationText } from './parse-duration.ts'
import { type ParsedTime, type PlacedPoint, parseTime } from './parse-time.ts'
import type { Point, Reading, Step } from './point.ts'
import { clockPrecision, clockText, daysIncluded } from './reading.ts'
import { toReference } from './reference.ts'
import { resolve } from './resolve.ts'
import { toldYear } from './told-year.ts'

type Meaning = Reading & { readonly kind: TimeExpression['kind'] }

/**
 * Every time in the document, in reading order. A value is as precise as the words are; relative times are counted from the publication
 * date or from the last date the text named, and stay without a value where that is not known. They do not overlap, but for one case:
 * a range and a time with a preposition that opens or closes it ("from 1947 to 1960", "until May") have no value, only bounds, and are
 * followed by the dates they are made of.
 */
export function findTimes(document: Document, kit: Kit): TimeExpression[] {
  const look = lookupOf(kit)
  const reference = toReference(document.article.publishedAt)
  const told = toldYear(document.text, reference)
  const found: TimeExpression[] = []
  let last: Context['last']
  for (const analysis of document.sentences) {
    const { sentence } = analysis
    const lx = lexemesOf(document.text, sentence)
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
      const meaning = meaningOf(parsed, context)
      if (!meaning) {
        at++
        continue
      }
      const add = (from: number, next: number, meant: Meaning) =>
        found.push(placed(document.text, sentence.id, lx, from, next, meant))
      add(parsed.at, parsed.next, meaning)
      for (const { at: from, point } of partsOf(parsed)) {
        const part = ofPoint(point, context)
        if (part?.from) add(from, point.next, part)
      }
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

const partsOf = (parsed: ParsedTime): readonly PlacedPoint[] =>
  parsed.type === 'range' ? parsed.parts : parsed.type === 'edge' ? [parsed.part] : []

function placed(
  text: string,
  sentence: string,
  lx: readonly Lexeme[],
  at: number,
  next: number,
  meaning: Meaning,
): TimeExpression {
  const span = { start: lx[at]!.start, end: lx[next - 1]!.end }
  return {
    id: contentId('time', sentence, span.start, span.end),
    sentence,
    ...span,
    text: text.slice(span.start, span.end),
    value: meaning.value,
    from: meaning.from,
    to: meaning.to,
    precision: meaning.precision,
    anchor: meaning.anchor,
    kind: meaning.kind,
  }
}

function meaningOf(parsed: ParsedTime, context: Context): Meaning | undefined {
  switch (parsed.type) {
    case 'set':
      return { ...NOTHING, value: parsed.value, kind: 'set' }
    case 'duration':
      return lasting(parsed.duration)
    case 'point':
      return ofPoint(parsed.point, context)
    case 'edge': {
      const reading = ofPoint(parsed.part.point, context)
      return (
        reading && (reading.kind === 'duration' ? reading : { ...bounded(reading, parsed.edge), kind: reading.kind })
      )
    }
    case 'range': {
      const from = resolve(parsed.from, context)
      const to = from && resolve(followed(parsed, from), context)
      if (!from || !to) return undefined
      if (from.from === null || to.to === null) return { ...NOTHING, precision: from.precision, kind: 'date' }
      if (from.from.slice(0, to.to.length) > to.to) return undefined
      const anchor = from.anchor === 'explicit' ? to.anchor : from.anchor
      return { value: null, from: from.from, to: to.to, precision: to.precision, anchor, kind: 'date' }
    }
    case 'clocks': {
      const date = parsed.date && resolve(parsed.date, context)
      const day = date?.precision === 'day' && date.value ? `${date.value}T` : ''
      const [from, to] = [`${day}${clockText(parsed.from)}`, `${day}${clockText(parsed.to)}`]
      return {
        value: null,
        from,
        to,
        precision: clockPrecision(parsed.to),
        anchor: date?.anchor ?? 'explicit',
        kind: 'time',
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

function ofPoint(point: Point, context: Context): Meaning | undefined {
  const { shift, window, clock } = point
  // "built it in three days" is told of the past: a duration
  const toCome = shift?.base === 'publication' ? shift : window
  if (toCome?.sign === 1 && context.direction() < 0) return lasting(toCome)
  const reading = clock && !hasDate(point) ? clockOnly(clock) : resolve(point, context)
  return reading && { ...reading, kind: kindOf(reading) }
}

const lasting = ({ few, steps }: { readonly few: boolean; readonly steps: readonly Step[] }): Meaning => ({
  ...NOTHING,
  value: few ? null : durationText(steps),
  kind: 'duration',
})

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
  if (reading.from === null || reading.to === null) return { ...reading, value: null }
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
