import {
  addMonths,
  type Day,
  daysIn,
  dayText,
  easter,
  isDate,
  mondayOf,
  monthText,
  nthWeekday,
  pad,
  toDay,
  toYmd,
  weekdayOf,
  weekStart,
  weekText,
  yearText,
} from './calendar.ts'
import type { Part, TimeUnit } from './lexicon.ts'
import type { Clock, Point, Precision, Reading, Reference, Step } from './point.ts'

/** What relative times are counted from at one place of a document. */
export interface Context {
  /** The day of publication, if known. */
  readonly reference?: Reference
  /** The last time the document named, as days. */
  readonly last?: { readonly days: readonly [Day, Day]; readonly precision: Precision }
  /** The year the document is telling of, when that is not its own. */
  readonly year?: number
  /** Does the clause speak of the past (-1) or the future (1)? */
  readonly direction: () => -1 | 0 | 1
}

type Anchor = Reading['anchor']

const UNANCHORED = (precision: Precision): Reading => ({ value: null, from: null, to: null, precision, anchor: 'none' })
const whole = (value: string, precision: Precision, anchor: Anchor): Reading => ({
  value,
  from: value,
  to: value,
  precision,
  anchor,
})
const stretch = (
  first: Day,
  last: Day,
  precision: Precision,
  anchor: Anchor,
  value: string | null = null,
): Reading => ({ value, from: dayText(first), to: dayText(last), precision, anchor })
const ofDay = (day: Day, anchor: Anchor): Reading => whole(dayText(day), 'day', anchor)
const ofWeek = (day: Day, anchor: Anchor): Reading =>
  stretch(mondayOf(day), mondayOf(day) + 6, 'week', anchor, weekText(day))
const ofMonth = (year: number, month: number, anchor: Anchor): Reading => whole(monthText(year, month), 'month', anchor)
const ofYear = (year: number, anchor: Anchor): Reading => whole(yearText(year), 'year', anchor)

/** What a point of time means here; undefined when there is no such date (30 February). */
export function resolve(point: Point, context: Context): Reading | undefined {
  const reading = resolveDate(point, context)
  if (!reading) return undefined
  const cut = point.part ? slice(reading, point.part) : reading
  return point.clock ? withClock(cut, point.clock) : cut
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
  if (point.shift) return shiftedBy(point, context)
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
  if (point.turn) return turnedTo(point, context)
  if (point.weekday !== undefined && point.day === undefined && point.nth === undefined)
    return onWeekday(point.weekday, point.weekTurn, context)
  if (point.month !== undefined || point.day !== undefined || point.monthTurn !== undefined)
    return inMonth(point, context)
  if (point.clock && point.year === undefined) return undefined
  return inYear(point, context)
}

/** The day, when publication is known to the day. */
const publicationDay = ({ reference }: Context): Day | undefined =>
  reference && reference.days[0] === reference.days[1] ? reference.days[0] : undefined
const publicationYear = ({ reference }: Context): number | undefined => {
  if (!reference) return undefined
  const [first, last] = reference.days.map((day) => toYmd(day).year)
  return first === last ? first : undefined
}

function dayFromNow(days: number, context: Context): Reading {
  const today = publicationDay(context)
  return today === undefined ? UNANCHORED('day') : ofDay(today + days, 'publication')
}

function inYear(point: Point, context: Context): Reading | undefined {
  const { quarter, half, season, week } = point
  let { year } = point
  let anchor: Anchor = 'explicit'
  if (year === undefined) {
    const own = publicationYear(context)
    if (point.yearTurn !== undefined) {
      if (own === undefined) return UNANCHORED(season ? 'season' : quarter ? 'quarter' : half ? 'half' : 'year')
      year = own + point.yearTurn
      if (season && context.reference && point.yearTurn !== 0)
        year = seasonTurn(season, point.yearTurn, context.reference.days[0])
      anchor = 'publication'
    } else if (context.year !== undefined) {
      year = context.year
      anchor = 'document'
    } else if (own !== undefined && context.reference) {
      const months = season
        ? SEASONS[season]
        : quarter
          ? ([3 * quarter - 2, 3 * quarter] as const)
          : half
            ? ([6 * half - 5, 6 * half] as const)
            : ([1, 12] as const)
      year = nearestYear(
        (year) => toDay(year, months[0]),
        (year) => toDay(year, months[0]) + 80,
        context,
      )
      anchor = 'publication'
    } else return UNANCHORED(season ? 'season' : quarter ? 'quarter' : half ? 'half' : week ? 'week' : 'year')
  }
  if (season) {
    const [from, to] = SEASONS[season]
    return {
      value: `${yearText(year)}-${season}`,
      from: monthText(year, from),
      to: monthText(from > to ? year + 1 : year, to),
      precision: 'season',
      anchor,
    }
  }
  if (quarter)
    return {
      value: `${yearText(year)}-Q${quarter}`,
      from: monthText(year, 3 * quarter - 2),
      to: monthText(year, 3 * quarter),
      precision: 'quarter',
      anchor,
    }
  if (half)
    return {
      value: null,
      from: monthText(year, 6 * half - 5),
      to: monthText(year, 6 * half),
      precision: 'half',
      anchor,
    }
  if (week) {
    const monday =
      week < 0
        ? mondayOf(toDay(year, 12, 31))
        : week === 1 && point.nth === undefined
          ? weekStart(year, 1)
          : weekStart(year, week)
    return ofWeek(monday, anchor)
  }
  return year >= 1 ? ofYear(year, anchor) : undefined
}

const SEASONS = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 2] } as const

/** "last summer" is the latest that is over, "next spring" the first to come. */
function seasonTurn(season: keyof typeof SEASONS, by: number, day: Day): number {
  const { year, month } = toYmd(day)
  const [from, to] = SEASONS[season]
  if (by < 0) return from > to ? (month > to ? year - 1 : year - 2) : month > to ? year : year - 1
  return month < from ? year : year + 1
}

function inDecade(decade: number, context: Context): Reading {
  let first = decade
  let anchor: Anchor = 'explicit'
  if (decade < 100) {
    const own = context.year ?? publicationYear(context) ?? 2025
    first = Math.floor((own + 5 - decade) / 100) * 100 + decade
    if (first > own) first -= 100
    anchor = context.year !== undefined ? 'document' : 'publication'
  }
  return {
    value: `${yearText(first).slice(0, 3)}X`,
    from: yearText(first),
    to: yearText(first + 9),
    precision: 'decade',
    anchor,
  }
}

/** A month, perhaps with a day, without or with a year. */
function inMonth(point: Point, context: Context): Reading | undefined {
  const { month, day, nth, weekday, monthTurn } = point
  if (month === undefined) return dayOfSomeMonth(point, context)
  if (point.year !== undefined) return dateIn(point.year, point, 'explicit')
  const own = publicationYear(context)
  if (point.yearTurn !== undefined)
    return own === undefined ? UNANCHORED(day ? 'day' : 'month') : dateIn(own + point.yearTurn, point, 'publication')
  if (monthTurn !== undefined) {
    const today = context.reference?.days[0]
    if (today === undefined) return UNANCHORED('month')
    const { year, month: now } = toYmd(today)
    const by = monthTurn === 0 ? year : monthTurn < 0 ? (month < now ? year : year - 1) : month > now ? year : year + 1
    return dateIn(by, point, 'publication')
  }
  if (context.year !== undefined) return dateIn(context.year, point, 'document')
  if (own === undefined || !context.reference)
    return UNANCHORED(day === undefined && nth === undefined ? 'month' : 'day')
  if (day !== undefined && !Array.from({ length: 9 }, (_, at) => own - 4 + at).some((year) => isDate(year, month, day)))
    return undefined
  const start = (year: number) => toDay(year, month, Math.min(day ?? 1, daysIn(year, month)))
  const end = (year: number) => (day === undefined ? toDay(year, month, daysIn(year, month)) : start(year))
  const fits = (year: number) => day === undefined || isDate(year, month, day)
  const suits = (year: number) => weekday === undefined || day === undefined || weekdayOf(start(year)) === weekday
  return dateIn(nearestYear(start, end, context, fits, suits), point, 'publication')
}

function dateIn(year: number, { month, day, nth, weekday, week }: Point, anchor: Anchor): Reading | undefined {
  if (nth !== undefined && weekday !== undefined) {
    const found = nthWeekday(year, month!, weekday, nth)
    return found === undefined ? undefined : ofDay(found, anchor)
  }
  if (nth !== undefined && week !== undefined) {
    const monday =
      nth < 0
        ? mondayOf(toDay(year, month!, daysIn(year, month!)) - 3)
        : mondayOf(toDay(year, month!, 4)) + (nth - 1) * 7
    return ofWeek(monday, anchor)
  }
  if (day === undefined) return ofMonth(year, month!, anchor)
  return isDate(year, month!, day) ? ofDay(toDay(year, month!, day), anchor) : undefined
}

/** The year that puts a date before (told as past) or after (told as coming) publication, else the nearest. */
function nearestYear(
  start: (year: number) => Day,
  end: (year: number) => Day,
  context: Context,
  fits: (year: number) => boolean = () => true,
  suits: (year: number) => boolean = () => true,
): number {
  const { days } = context.reference!
  const own = toYmd(days[1]).year
  const direction = context.direction()
  const near = [own, own - 1, own + 1, own - 2, own + 2, own - 3, own + 3, own - 4, own + 4].filter(fits)
  // A weekday picks the year only among those next to publication: it may also be wrong.
  const years = near.some((year) => Math.abs(year - own) <= 1 && suits(year)) ? near.filter(suits) : near
  const past = years.filter((year) => start(year) <= days[1]).sort((a, b) => b - a)[0]
  const coming = years.filter((year) => end(year) >= days[0]).sort((a, b) => a - b)[0]
  if (direction < 0) return past ?? own
  if (direction > 0) return coming ?? own
  const distance = (year: number) => (start(year) > days[1] ? start(year) - days[1] : Math.max(0, days[0] - end(year)))
  return [...years].sort((a, b) => distance(a) - distance(b) || a - b)[0] ?? own
}

/** "the 21st", "the 20th of next month": the month is that of publication or of the last time named. */
function dayOfSomeMonth(point: Point, context: Context): Reading | undefined {
  const { day, monthTurn, weekday, nth } = point
  const today = publicationDay(context)
  if (today === undefined) return UNANCHORED('day')
  const { year, month } = toYmd(today)
  const index = year * 12 + month - 1 + (monthTurn ?? 0)
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  if (nth !== undefined && weekday !== undefined) {
    const found = nthWeekday(y, m, weekday, nth)
    return found === undefined ? undefined : ofDay(found, 'publication')
  }
  if (monthTurn !== undefined) return isDate(y, m, day!) ? ofDay(toDay(y, m, day!), 'publication') : undefined
  const candidates = [0, -1, 1, -2, 2].flatMap((by) => {
    const at = year * 12 + month - 1 + by
    const [yy, mm] = [Math.floor(at / 12), (at % 12) + 1]
    return isDate(yy, mm, day!) ? [toDay(yy, mm, day!)] : []
  })
  const fitting = weekday === undefined ? candidates : candidates.filter((at) => weekdayOf(at) === weekday)
  const direction = context.direction()
  const sided = fitting.filter((at) => (direction > 0 ? at >= today : direction < 0 ? at <= today : true))
  const best = (sided.length > 0 ? sided : fitting).sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0]
  return best === undefined ? undefined : ofDay(best, 'publication')
}

function onWeekday(weekday: number, weekTurn: number | undefined, context: Context): Reading {
  const today = publicationDay(context)
  if (today === undefined) return UNANCHORED('day')
  const back = (weekdayOf(today) - weekday + 7) % 7
  if (weekTurn === 1) return ofDay(mondayOf(today) + 7 + ((weekday + 6) % 7), 'publication')
  if (weekTurn === 2) return ofDay(today + 7 - back, 'publication')
  if (weekTurn === -1) return ofDay(today - (back || 7), 'publication')
  if (weekTurn === 0) return ofDay(mondayOf(today) + ((weekday + 6) % 7), 'publication')
  return context.direction() > 0
    ? ofDay(back === 0 ? today : today + 7 - back, 'publication')
    : ofDay(today - back, 'publication')
}

/** Whole units: "last month", "this week", "the following day", "that year". */
function turnedTo(point: Point, context: Context): Reading | undefined {
  const { unit, by, base } = point.turn!
  if (base === 'document') return turnedInDocument(point, context)
  const { reference } = context
  const precision = precisionOf(unit)
  if (!reference) return UNANCHORED(precision)
  const today = publicationDay(context)
  if (
    today === undefined &&
    !(unit === 'year' || unit === 'decade' || unit === 'century' || (unit === 'month' && reference.prefix.length >= 7))
  )
    return UNANCHORED(precision)
  if (unit === 'week' && point.weekday !== undefined)
    return ofDay(mondayOf(today!) + by * 7 + ((point.weekday + 6) % 7), 'publication')
  if (unit === 'weekend') return ofWeekend(today!, by, context)
  const reading = unitAround(reference.days[0], unit, by, 'publication')
  if (!reading || !point.side || today === undefined) return reading
  const [first, last] = daysIncluded(reading)
  return point.side === 'before'
    ? first < today
      ? stretch(first, today - 1, precision, 'publication')
      : stretch(first, today, precision, 'publication')
    : stretch(Math.min(today, last), last, precision, 'publication')
}

function ofWeekend(today: Day, by: number, context: Context): Reading {
  const saturday = mondayOf(today) + 5
  const over = weekdayOf(today) !== 6 && weekdayOf(today) !== 0
  const back = by === 0 && over && context.direction() < 0 ? -1 : by
  return stretch(saturday + 7 * back, saturday + 7 * back + 1, 'weekend', 'publication')
}

/** The unit that contains a day, or one some units on. */
function unitAround(day: Day, unit: TimeUnit, by: number, anchor: Anchor): Reading | undefined {
  const { year, month } = toYmd(day)
  switch (unit) {
    case 'day':
      return ofDay(day + by, anchor)
    case 'week':
      return ofWeek(day + 7 * by, anchor)
    case 'fortnight':
      return stretch(mondayOf(day) + 14 * by, mondayOf(day) + 14 * by + 13, 'week', anchor)
    case 'weekend':
      return stretch(mondayOf(day) + 5 + 7 * by, mondayOf(day) + 6 + 7 * by, 'weekend', anchor)
    case 'month': {
      const moved = toYmd(addMonths(toDay(year, month), by))
      return ofMonth(moved.year, moved.month, anchor)
    }
    case 'quarter': {
      const moved = toYmd(addMonths(toDay(year, month), 3 * by))
      const quarter = Math.ceil(moved.month / 3)
      return {
        value: `${yearText(moved.year)}-Q${quarter}`,
        from: monthText(moved.year, 3 * quarter - 2),
        to: monthText(moved.year, 3 * quarter),
        precision: 'quarter',
        anchor,
      }
    }
    case 'year':
      return year + by >= 1 ? ofYear(year + by, anchor) : UNANCHORED('year')
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + 10 * by
      return {
        value: `${yearText(first).slice(0, 3)}X`,
        from: yearText(first),
        to: yearText(first + 9),
        precision: 'decade',
        anchor,
      }
    }
    case 'century': {
      const first = Math.floor(year / 100) * 100 + 100 * by
      return { value: null, from: yearText(first), to: yearText(first + 99), precision: 'century', anchor }
    }
    default:
      return undefined
  }
}

/** How fine a precision is: a day cannot be counted from a year. */
const FINENESS: readonly Precision[] = [
  'century',
  'decade',
  'year',
  'half',
  'quarter',
  'season',
  'month',
  'week',
  'weekend',
  'day',
  'hour',
  'minute',
  'second',
]
const isFineEnough = (precision: Precision, unit: TimeUnit): boolean =>
  FINENESS.indexOf(precision) >= FINENESS.indexOf(precisionOf(unit))

function turnedInDocument(point: Point, context: Context): Reading | undefined {
  const { unit, by } = point.turn!
  const { last } = context
  const precision: Precision =
    point.month !== undefined ? (point.day === undefined ? 'month' : 'day') : precisionOf(unit)
  if (point.day !== undefined && unit === 'week') {
    const date = resolve({ ...point, turn: undefined, shift: undefined } as Point, context)
    return date?.from ? ofWeek(daysIncluded(date)[0], date.anchor) : UNANCHORED('week')
  }
  if (!last || !isFineEnough(last.precision, unit)) return UNANCHORED(precision)
  if (point.month !== undefined) return dateIn(toYmd(last.days[0]).year + by, point, 'document')
  if (point.season) return inYear({ ...point, turn: undefined, year: toYmd(last.days[0]).year + by } as Point, context)
  if (point.weekday !== undefined) {
    const day = last.days[0]
    return ofDay(day + ((point.weekday - weekdayOf(day) + 6) % 7) + 1, 'document')
  }
  return unitAround(last.days[0], unit, by, 'document')
}

/** "two years ago", "a month later", "in 3 weeks", "two days from tomorrow": as precise as the unit they count in. */
function shiftedBy(point: Point, context: Context): Reading | undefined {
  const { steps, sign, base, few } = point.shift!
  const finest = steps
    .map(({ unit }) => unit)
    .sort((a, b) => FINENESS.indexOf(precisionOf(b)) - FINENESS.indexOf(precisionOf(a)))[0]!
  const precision = precisionOf(finest)
  const from = baseDays(base, context, finest)
  if (!from) return UNANCHORED(precision)
  const { days, anchor, minutes } = from
  if (few) {
    const edge = days[0]
    if (anchor !== 'publication' && anchor !== 'document') return UNANCHORED(precision)
    return sign < 0
      ? { value: null, from: null, to: dayText(edge - 1), precision: 'unknown', anchor }
      : { value: null, from: dayText(edge + 1), to: null, precision: 'unknown', anchor }
  }
  if (finest === 'hour' || finest === 'minute' || finest === 'second') {
    if (minutes === undefined)
      return sign < 0 && anchor === 'publication' ? UNANCHORED(precision) : UNANCHORED(precision)
    return ofMinutes(moved(days[0] * 1440 + minutes, steps, sign), precision, anchor)
  }
  const target = Math.floor(moved(days[0] * 1440, steps, sign) / 1440)
  if (typeof base === 'object') return ofDay(target, anchor)
  return unitAround(
    target,
    finest === 'quarter'
      ? 'month'
      : finest === 'decade' || finest === 'century'
        ? 'year'
        : finest === 'fortnight' || finest === 'weekend'
          ? 'week'
          : finest,
    0,
    anchor,
  )
}

function baseDays(
  base: NonNullable<Point['shift']>['base'],
  context: Context,
  unit: TimeUnit,
): { days: readonly [Day, Day]; anchor: Anchor; minutes?: number } | undefined {
  if (typeof base === 'object') {
    const reading = resolve(base, context)
    return reading?.from ? { days: daysIncluded(reading), anchor: reading.anchor, minutes: 0 } : undefined
  }
  if (base === 'publication') {
    const { reference } = context
    if (!reference) return undefined
    if (
      publicationDay(context) === undefined &&
      unit !== 'year' &&
      unit !== 'decade' &&
      unit !== 'century' &&
      !(unit === 'month' && reference.prefix.length >= 7)
    )
      return undefined
    return { days: reference.days, anchor: 'publication', minutes: reference.minutes }
  }
  const { last } = context
  return last && isFineEnough(last.precision, unit) ? { days: last.days, anchor: 'document' } : undefined
}

/** Minutes since 1970, moved by months, days and minutes in turn. */
function moved(minutes: number, steps: readonly Step[], sign: number): number {
  let day = Math.floor(minutes / 1440)
  let rest = minutes - day * 1440
  const months = steps.reduce((sum, { count, unit }) => sum + count * (MONTHS[unit] ?? 0), 0)
  day = addMonths(day, sign * Math.round(months))
  for (const { count, unit } of steps) rest += sign * count * (MINUTES[unit] ?? 0)
  return day * 1440 + rest
}

const MONTHS: Partial<Record<TimeUnit, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
const MINUTES: Partial<Record<TimeUnit, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 7 * 1440,
  weekend: 7 * 1440,
  fortnight: 14 * 1440,
}

function ofMinutes(minutes: number, precision: Precision, anchor: Anchor): Reading {
  const day = Math.floor(minutes / 1440)
  const rest = minutes - day * 1440
  const value = `${dayText(day)}T${pad(Math.floor(rest / 60))}:${pad(Math.floor(rest % 60))}`
  return whole(value, precision, anchor)
}

/** "the past three weeks", "the next 5 hours", "within 10 days" */
function inWindow(point: Point, context: Context): Reading {
  const { steps, sign, few } = point.window!
  const { reference } = context
  const today = publicationDay(context)
  if (!reference || today === undefined) return UNANCHORED('unknown')
  const fine = steps.some(({ unit }) => unit === 'hour' || unit === 'minute' || unit === 'second')
  if (fine) {
    if (reference.minutes === undefined) return UNANCHORED('unknown')
    const now = today * 1440 + reference.minutes
    const other = moved(now, steps, sign)
    const [from, to] = sign < 0 ? [other, now] : [now, other]
    return {
      value: null,
      from: ofMinutes(from, 'minute', 'publication').value,
      to: ofMinutes(to, 'minute', 'publication').value,
      precision: 'minute',
      anchor: 'publication',
    }
  }
  const other = Math.floor(moved(today * 1440, steps, sign) / 1440)
  if (few && steps[0]!.unit !== 'day')
    return sign < 0
      ? { value: null, from: null, to: dayText(today), precision: 'unknown', anchor: 'publication' }
      : { value: null, from: dayText(today), to: null, precision: 'unknown', anchor: 'publication' }
  const precision = precisionOf(steps.at(-1)!.unit)
  if (sign < 0) return stretch(other, today - 1, precision, 'publication')
  const [from, to] = point.window!.fromToday ? [today, other - 1] : [today + 1, other]
  return stretch(from, Math.max(from, to), precision, 'publication')
}

function onHoliday(point: Point, context: Context): Reading | undefined {
  const at = (year: number): Day | undefined => {
    const rule = point.holiday!
    const moving = /^easter([+-]\d+)$/.exec(rule)
    if (moving) return easter(year) + Number(moving[1])
    const nth = /^(\d\d)-#(\d)-(-?\d)(?:\+(\d))?$/.exec(rule)
    if (nth) {
      const day = nthWeekday(year, Number(nth[1]), Number(nth[2]), Number(nth[3]))
      return day === undefined ? undefined : day + Number(nth[4] ?? 0)
    }
    const [month, day] = rule.split('-').map(Number)
    return toDay(year, month!, day!)
  }
  if (point.year !== undefined) return ofDay(at(point.year)!, 'explicit')
  const own = publicationYear(context)
  if (point.yearTurn !== undefined && own !== undefined) return ofDay(at(own + point.yearTurn)!, 'publication')
  if (context.year !== undefined) return ofDay(at(context.year)!, 'document')
  if (own === undefined) return UNANCHORED('day')
  return ofDay(
    at(
      nearestYear(
        (year) => at(year)!,
        (year) => at(year)!,
        context,
      ),
    )!,
    'publication',
  )
}

/** First and last day of a reading that has both. */
export function daysIncluded({ from, to }: Reading): readonly [Day, Day] {
  return [edgeDay(from!, 0), edgeDay(to!, 1)]
}

function edgeDay(prefix: string, side: 0 | 1): Day {
  const [year, month, day] = prefix.slice(0, 10).split('-').map(Number)
  if (month === undefined) return side === 0 ? toDay(year!) : toDay(year! + 1) - 1
  if (day === undefined) return toDay(year!, month, side === 0 ? 1 : daysIn(year!, month))
  return toDay(year!, month, day)
}

/** "early 2024" is the first half of it, "late" the second, "mid" the middle; "the beginning" and "the end" a third. */
function slice(reading: Reading, part: Part): Reading {
  if (reading.from === null || reading.to === null || reading.precision === 'day' || reading.from.length > 10)
    return reading
  const cut = (first: Day, last: Day): Reading => stretch(first, last, reading.precision, reading.anchor)
  const [first, last] = daysIncluded(reading)
  const { year, month } = toYmd(first)
  switch (reading.precision) {
    case 'century': {
      const years = { early: [0, 24], mid: [40, 59], late: [75, 99], start: [0, 9], end: [90, 99] }[part]
      return { ...reading, value: null, from: yearText(year + years[0]!), to: yearText(year + years[1]!) }
    }
    case 'decade': {
      const years = { early: [0, 4], mid: [3, 7], late: [5, 9], start: [0, 1], end: [8, 9] }[part]
      return { ...reading, value: null, from: yearText(year + years[0]!), to: yearText(year + years[1]!) }
    }
    case 'year': {
      const months = { early: [1, 6], mid: [4, 9], late: [7, 12], start: [1, 4], end: [9, 12] }[part]
      return { ...reading, value: null, from: monthText(year, months[0]!), to: monthText(year, months[1]!) }
    }
    case 'month': {
      const days = { early: [1, 15], mid: [10, 20], late: [16, 31], start: [1, 10], end: [21, 31] }[part]
      return cut(toDay(year, month, days[0]!), Math.min(last, toDay(year, month) + days[1]! - 1))
    }
    case 'week': {
      const days = { early: [0, 2], mid: [1, 4], late: [3, 6], start: [0, 2], end: [4, 6] }[part]
      return cut(first + days[0]!, first + days[1]!)
    }
    default: {
      const third = Math.floor((last - first + 1) / 3)
      return part === 'early' || part === 'start'
        ? cut(first, first + third - 1)
        : part === 'mid'
          ? cut(first + third, last - third)
          : cut(last - third + 1, last)
    }
  }
}

function withClock(reading: Reading, clock: Clock): Reading {
  if (reading.precision !== 'day' || reading.value === null) return reading
  return whole(`${reading.value}T${clockText(clock)}`, clockPrecision(clock), reading.anchor)
}

export const clockText = ({ hour, minute = 0, second }: Clock): string =>
  `${pad(hour % 24)}:${pad(minute)}${second === undefined ? '' : `:${pad(second)}`}`
export const clockPrecision = ({ minute, second }: Clock): Precision =>
  second !== undefined ? 'second' : minute !== undefined ? 'minute' : 'hour'

function precisionOf(unit: TimeUnit): Precision {
  return unit === 'fortnight' ? 'week' : unit
}
