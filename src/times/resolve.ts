import { yearText } from './calendar.ts'
import { type Context, publicationDay } from './context.ts'
import type { Clock, Point, Reading } from './point.ts'
import { clockPrecision, clockText, hoursText, ofDay, UNANCHORED, whole } from './reading.ts'
import { onHoliday } from './resolve-holiday.ts'
import { inMonth } from './resolve-month.ts'
import { inWindow, shiftedBy } from './resolve-shift.ts'
import { turnedTo } from './resolve-turn.ts'
import { onWeekday } from './resolve-weekday.ts'
import { inDecade, inYear } from './resolve-year.ts'
import { slice } from './slice.ts'

/** What a point of time means here; undefined when there is no such date (30 February). */
export function resolve(point: Point, context: Context): Reading | undefined {
  const said = resolveDate(point, context)
  if (!said) return undefined
  const reading = point.derived && said.anchor === 'explicit' ? { ...said, anchor: point.derived } : said
  const cut = point.part ? slice(reading, point.part) : reading
  if (point.clock) return withClock(cut, point.clock)
  return point.dayPart ? withPart(cut, point.dayPart) : cut
}

function resolveDate(point: Point, context: Context): Reading | undefined {
  if (point.bc)
    return {
      value: null,
      from: null,
      to: null,
      precision: point.century !== undefined ? 'century' : 'year',
      anchor: 'explicit',
    }
  if (point.named)
    return {
      value: point.named[0] === point.named[1] ? point.named[0] : null,
      from: point.named[0],
      to: point.named[1],
      precision: 'day',
      anchor: 'explicit',
    }
  if (point.window) return inWindow(point, context)
  if (point.shift) return shiftedBy(point, context, resolve)
  if (point.days !== undefined) return dayFromNow(point.days, context)
  if (point.holiday !== undefined) return onHoliday(point, context)
  if (point.century !== undefined)
    return {
      value: null,
      from: yearText(point.century),
      to: yearText(point.century + 99),
      precision: 'century',
      anchor: 'explicit',
    }
  if (point.decade !== undefined) return inDecade(point.decade, context)
  if (point.turn) return turnedTo(point, context, resolve)
  if (point.weekday !== undefined && point.day === undefined && point.nth === undefined)
    return onWeekday(point, context)
  if (point.month !== undefined || point.day !== undefined || point.monthTurn !== undefined)
    return inMonth(point, context)
  if (point.clock && point.year === undefined) return undefined
  return inYear(point, context)
}

function dayFromNow(days: number, context: Context): Reading {
  const today = publicationDay(context)
  return today === undefined ? UNANCHORED('day') : ofDay(today + days, 'publication')
}

function withClock(reading: Reading, clock: Clock): Reading {
  if (reading.precision !== 'day' || reading.value === null) return reading
  return whole(`${reading.value}T${clockText(clock)}`, clockPrecision(clock), reading.anchor)
}

/** "Tuesday morning" is some hours of that day. */
function withPart(reading: Reading, hours: readonly [number, number]): Reading {
  if (reading.precision !== 'day' || reading.value === null) return reading
  const [from, to] = hoursText(hours)
  return {
    value: null,
    from: `${reading.value}T${from}`,
    to: `${reading.value}T${to}`,
    precision: 'hour',
    anchor: reading.anchor,
  }
}
