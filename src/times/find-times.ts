import { type Lexeme, lexemesOf } from '../amounts/lexemes.ts'
import type { Analysis, Document } from '../model/document.ts'
import { contentId } from '../model/id.ts'
import type { TimeExpression } from '../model/quantity.ts'
import type { Context } from './context.ts'
import { type Direction, directionAt, toldInPresent } from './direction.ts'
import type { TimeKit, TimeWords } from './lexicon.ts'
import { type TimeLookup, toLookup } from './lookup.ts'
import { type Meaning, meaningOf, ofPoint } from './meaning.ts'
import { daysBehind } from './parse-day-list.ts'
import { parseTime } from './parse-time.ts'
import type { ParsedTime } from './parsed-time.ts'
import type { PlacedPoint, Point } from './point.ts'
import { rangeEnds } from './range-ends.ts'
import { daysIncluded } from './reading.ts'
import { toReference } from './reference.ts'
import { toldYear } from './told-year.ts'

/**
 * Every time in the document, in reading order. A value is as precise as the words are; relative times are counted from the publication
 * date or from the last date the text named, and stay without a value where that is not known. They do not overlap, but for one case:
 * a range, a time with a preposition that opens or closes it, and a part of a date ("from 1947 to 1960", "until May", "Monday night",
 * "the end of 1990") have no value, only bounds, and are followed by the dates they are made of.
 */
export function findTimes(document: Document, kit: TimeKit): TimeExpression[] {
  const look = lookupOf(kit)
  const reference = toReference(document.article)
  const isPresent = toldInPresent(document)
  const told = toldYear(document.text, reference)
  const found: TimeExpression[] = []
  let last: Context['last']
  for (const analysis of document.sentences) {
    const { sentence } = analysis
    const lx = lexemesOf(document.text, sentence)
    let opening: number | undefined
    for (let at = 0; at < lx.length; ) {
      const parsed = parseTime(lx, at, look)
      if (!parsed) {
        at++
        continue
      }
      const start = lx[parsed.at]!.start
      if (parsed.type === 'edge' && opensClause(analysis, start, lx[parsed.next - 1]!.end)) {
        at++
        continue
      }
      let direction: Direction | undefined
      const sideOf = () => {
        direction ??= directionAt(analysis, start, look.plan)
        return direction
      }
      const context: Context = {
        reference,
        last,
        year: told(start) ?? opening,
        direction: () => {
          const side = sideOf()
          return side === 'always' ? 0 : side
        },
        isHabit: () => sideOf() === 'always' && isPresent(),
      }
      const meaning = meaningOf(parsed, context)
      if (!meaning) {
        at++
        continue
      }
      const add = (from: number, next: number, meant: Meaning) =>
        found.push(placed(document.text, sentence.id, lx, from, next, meant))
      add(parsed.at, parsed.next, meaning)
      let { next } = parsed
      for (const { at: from, point } of partsOf(parsed, context)) {
        const part = ofPoint(point, context)
        if (part?.from) add(from, point.next, part)
      }
      for (const { at: from, point } of parsed.type === 'point' ? daysBehind(lx, parsed.point, look) : []) {
        const day = ofPoint(point, context)
        if (day?.from) add(from, point.next, day)
        next = point.next
      }
      last = anchorOf(meaning) ?? last
      opening ??= openingYear(lx, parsed)
      at = next
    }
  }
  return found
}

const lookups = new WeakMap<TimeWords, TimeLookup>()
function lookupOf({ seeds: { times, amounts } }: TimeKit): TimeLookup {
  let look = lookups.get(times)
  if (!look) {
    look = toLookup(times, amounts.numbers, amounts.comparators.change)
    lookups.set(times, look)
  }
  return look
}

/** "after first-quarter profit fell": it speaks of the clause, not of the quarter. */
function opensClause({ words }: Analysis, start: number, end: number): boolean {
  const link = words.find((word) => word.end > start)
  const verb =
    link?.deprel === 'mark' && /^(?:after|before|since|until)$/i.test(link.form) ? words[link.head - 1] : undefined
  return verb !== undefined && verb.start >= end
}

/** "In 2017, it burned in May and June": the year that opens a sentence is that of its months and days. */
function openingYear(lx: readonly Lexeme[], parsed: ParsedTime): number | undefined {
  if (parsed.type !== 'point' || parsed.at !== 1 || lx[0]!.lower !== 'in') return undefined
  const { year, month, season, quarter, half } = parsed.point
  return [month, season, quarter, half].every((part) => part === undefined) ? year : undefined
}

/** What later times may be counted from. */
function anchorOf({ kind, from, to, precision, value }: Meaning): Context['last'] {
  if (kind !== 'date' && !(kind === 'time' && from?.includes('T'))) return undefined
  if (from === null || to === null || precision === 'century' || precision === 'unknown') return undefined
  return {
    days: daysIncluded({ value, from, to, precision, anchor: 'explicit' }),
    precision: from.length > 10 ? 'day' : precision,
  }
}

function partsOf(parsed: ParsedTime, context: Context): readonly PlacedPoint[] {
  if (parsed.type === 'point') return coreOf(parsed.point)
  const parts =
    parsed.type === 'range'
      ? endsOf(parsed, context)
      : parsed.type === 'edge' || parsed.type === 'stretch'
        ? [parsed.part]
        : parsed.type === 'span'
          ? [parsed.start]
          : []
  return parts.flatMap((part) => [part, ...coreOf(part.point)])
}

/** The ends of a range as they stand in the text. */
function endsOf(range: Extract<ParsedTime, { type: 'range' }>, context: Context): readonly PlacedPoint[] {
  const { from, to } = rangeEnds(range, context)
  return range.parts.map(({ at, point }) => ({ at, point: { ...(point === range.to ? to : from), next: point.next } }))
}

const coreOf = ({ core }: Point): readonly PlacedPoint[] => (core ? [core] : [])

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
