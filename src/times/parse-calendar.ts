import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/parse-term.ts'
import { isDate } from './calendar.ts'
import { DECADES, type TimeLookup } from './lookup.ts'
import type { Point } from './point.ts'

interface Found {
  readonly value: number
  readonly next: number
}

/** A date by its calendar names: "27 April 2026", "Nov. 2", "2015", "the 1990s", "summer 2022", "Q3 2016", "Christmas". */
export function parseCalendar(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const first = lx[at]
  if (!first) return undefined
  if (first.kind === 'date') return numericDate(lx, at, look)
  return (
    holiday(lx, at, look) ??
    weekdayDate(lx, at, look) ??
    dayFirst(lx, at, look) ??
    monthFirst(lx, at, look) ??
    ofYear(lx, at, look) ??
    decade(lx, at, look) ??
    century(lx, at, look) ??
    yearFirst(lx, at, look)
  )
}

/** "2016-05-03", "5/3/2016" (month first where both ways are possible), "13.5.2015" (day first), "2019-sep-1" */
function numericDate(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const { text } = lx[at]!
  const iso = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (iso) {
    const [year, month, day, hour, minute, second] = iso
      .slice(1)
      .map((part) => (part === undefined ? undefined : Number(part)))
    if (!isDate(year!, month!, day!)) return undefined
    return {
      next: at + 1,
      year: year!,
      month: month!,
      day: day!,
      clock: { hour: hour!, minute: minute!, ...(second === undefined ? {} : { second }) },
    }
  }
  const [a, b, c] = text.split(/[-/.]/) as [string, string, string]
  const named = look.months.get(b.toLowerCase())
  if (named === undefined && !/^\d+$/.test(b)) return undefined
  const middle = named ?? Number(b)
  if (a.length === 3 || c.length === 3 || (a.length === 4 && c.length === 4)) return undefined
  if (a.length === 4) return dated(at + 1, Number(a), middle, Number(c))
  const year = fullYear(c)
  if (year === undefined) return undefined
  const dotted = text.includes('.')
  if (named !== undefined) return dated(at + 1, year, named, Number(a))
  const [x, y] = [Number(a), middle]
  return (dotted ? dated(at + 1, year, y, x) : undefined) ?? dated(at + 1, year, x, y) ?? dated(at + 1, year, y, x)
}

const dated = (next: number, year: number, month: number, day: number): Point | undefined =>
  isDate(year, month, day) ? { next, year, month, day } : undefined

const fullYear = (text: string): number | undefined => {
  const value = Number(text)
  if (text.length === 4) return value
  return text.length === 2 ? value + (value < 40 ? 2000 : 1900) : undefined
}

function holiday(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const found = look.holidays.match(lx, at)
  if (!found) return undefined
  const word = lx[at]!
  // "the Lunar New Year", "a new year"
  const before = lx[at - 1]
  if (found.value === '01-01' && word.lower === 'new' && found.next <= at + 3) {
    if (word.text === 'new' || (before && /^\p{Lu}/u.test(before.text))) return undefined
  }
  const year = yearAfter(lx, found.next, look)
  return { next: year?.next ?? found.next, holiday: found.value, ...(year ? { year: year.value } : {}) }
}

/** "Thursday, May 7, 2015", "Friday the 13th", "Wed, 22 of Jan" */
function weekdayDate(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const long = look.weekdays.get(lx[at]!.lower)
  const weekday = long ?? look.weekdaysShort.get(lx[at]!.lower)
  if (weekday === undefined) return undefined
  let next = at + 1
  while (lx[next] && (lx[next]!.lower === '.' || lx[next]!.lower === ',' || lx[next]!.lower === '(') && next - at < 3)
    next++
  const date =
    dayFirst(lx, next, look) ??
    monthFirst(lx, next, look) ??
    (lx[next]?.kind === 'date' ? numericDate(lx, next, look) : undefined)
  if (date?.day !== undefined) return { ...date, weekday }
  if (lx[at + 1]?.lower === 'the') {
    const day = dayAt(lx, at + 2, look)
    if (day) return { next: day.next, day: day.value, weekday }
  }
  return undefined
}

/** A month's name, its full stop with it. */
export function monthAt(lx: readonly Lexeme[], at: number, look: TimeLookup): Found | undefined {
  const value = look.months.get(lx[at]?.lower ?? '')
  if (value === undefined) return undefined
  const stop = lx[at + 1]
  const isStop = stop?.lower === '.' && !stop.gap && lx[at + 2] !== undefined
  return { value, next: isStop && (lx[at + 2]!.kind === 'number' || lx[at + 2]!.lower === ',') ? at + 2 : at + 1 }
}

/** 1 to 31 in digits ("2", "2nd") or words ("twenty-first"). */
export function dayAt(lx: readonly Lexeme[], at: number, look: TimeLookup): (Found & { ordinal: boolean }) | undefined {
  const first = lx[at]
  if (!first) return undefined
  if (first.kind === 'number') {
    if (!/^\d{1,2}$/.test(first.text) || first.value < 1 || first.value > 31) return undefined
    const after = lx[at + 1]
    if (after && !after.gap) {
      if (/^(?:st|nd|rd|th)$/.test(after.lower)) return { value: first.value, next: at + 2, ordinal: true }
      if (after.kind === 'number' || after.kind === 'word' || after.lower === '%') return undefined
    }
    return { value: first.value, next: at + 1, ordinal: false }
  }
  if (first.kind !== 'word' || first.lower === 'a' || first.lower === 'an') return undefined
  const numeral = look.numerals.parse(lx, at)
  if (
    !numeral ||
    numeral.form === 'fraction' ||
    !Number.isInteger(numeral.value) ||
    numeral.value < 1 ||
    numeral.value > 31
  )
    return undefined
  // "twenty one two thousand" is a day and a year
  return { value: numeral.value, next: numeral.next, ordinal: numeral.form === 'ordinal' }
}

/** "27 April 2026", "the 2nd of May", "16. Nov. 2016", "20th of next month" */
function dayFirst(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const article = lx[at]?.lower === 'the' ? 1 : 0
  const day = dayAt(lx, at + article, look)
  if (!day) return undefined
  let next = day.next
  if (lx[next]?.lower === 'day' && day.ordinal) next++
  if (lx[next]?.lower === '.' && !lx[next]!.gap) next++
  const hyphen = isHyphen(lx[next]) && !lx[next]!.gap
  if (hyphen) next++
  const of = lx[next]?.lower === 'of'
  if (of) next++
  const month = monthAt(lx, next, look)
  if (month) {
    if (!day.ordinal && lx[at + article]!.kind === 'word' && !of) return undefined
    const word = lx[next]!
    if (
      look.doubtfulMonths.has(word.lower) &&
      word.lower.length > 3 &&
      word.text === word.lower &&
      !of &&
      !day.ordinal &&
      !yearAfter(lx, month.next, look)
    )
      return undefined
    if (lx[at + article]!.kind === 'word' && word.text === word.lower && !of) return undefined
    const year = yearAfter(lx, hyphen && isHyphen(lx[month.next]) ? month.next + 1 : month.next, look)
    return { next: year?.next ?? month.next, month: month.value, day: day.value, ...(year ? { year: year.value } : {}) }
  }
  if (!of || !(day.ordinal || lx[at + article]!.kind === 'number')) return undefined
  const turn = look.turns.match(lx, next)
  if (turn && look.units.get(lx[turn.next]?.lower ?? '') === 'month')
    return { next: turn.next + 1, day: day.value, monthTurn: turn.value }
  return undefined
}

/** "Nov. 2", "May 5, 2016", "October 2004", "July of 1831", "March the same year" */
function monthFirst(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const month = monthAt(lx, at, look)
  if (!month) return undefined
  const word = lx[at]!
  const year = yearAfter(lx, month.next, look)
  if (year) return { next: year.next, month: month.value, year: year.value }
  let from = month.next
  const hyphen = (isHyphen(lx[from]) || lx[from]?.lower === '/') && !lx[from]!.gap && lx[from + 1]?.gap === false
  if (hyphen) from++
  const the = lx[from]?.lower === 'the' ? 1 : 0
  const day = dayAt(lx, from + the, look)
  if (day && isDayHere(lx, at, day.next, look, day.ordinal)) {
    // "jan twenty one two thousand and eighteen": the numeral may have run into the year
    const after = yearAfter(lx, hyphen && isHyphen(lx[day.next]) ? day.next + 1 : day.next, look)
    return {
      next: after?.next ?? day.next,
      month: month.value,
      day: day.value,
      ...(after ? { year: after.value } : {}),
    }
  }
  if (hyphen) return undefined
  const turn = lx[month.next]?.lower === ',' ? undefined : yearTurn(lx, month.next, look)
  if (turn) return { next: turn.next, month: month.value, ...turn.point }
  return word.kind === 'word' && isMonthHere(lx, at, look) ? { next: month.next, month: month.value } : undefined
}

/** Not "May 10 people", "march 20 miles". */
function isDayHere(lx: readonly Lexeme[], at: number, next: number, look: TimeLookup, ordinal: boolean): boolean {
  const word = lx[at]!
  const after = lx[next]
  if (after && (after.lower === '%' || look.units.get(after.lower) === 'day' || look.units.get(after.lower) === 'year'))
    return false
  if (after?.kind === 'word' && (look.numbers.scales[after.lower] !== undefined || after.lower === 'percent'))
    return false
  if (ordinal || word.text !== word.lower || !look.doubtfulMonths.has(word.lower)) return true
  return after?.kind !== 'word' || look.yearBefore.has(after.lower)
}

const MONTH_BEFORE =
  /^(?:in|since|by|until|till|til|from|of|during|last|next|this|early|late|mid|between|through|throughout|after|before|to|and|for|each|every|on|or|past|previous|coming|around|the|than|-|–|—|\/|,|\()$/

/** A month alone: capital letter, or a preposition for those that are also words ("in May", not "may", "March said", "April Smith"). */
function isMonthHere(lx: readonly Lexeme[], at: number, look: TimeLookup): boolean {
  const word = lx[at]!
  const before = lx[at - 1]?.lower ?? ''
  const after = lx[at + 1]
  const isWord = look.doubtfulMonths.has(word.lower)
  const capital = /^\p{Lu}/u.test(word.text)
  if (!isWord) return capital || MONTH_BEFORE.test(before)
  const joined = /^(?:and|to|or|,|-|–|—|the)$/.test(before)
  if (!capital) return MONTH_BEFORE.test(before) && !joined && !/^(?:may|march|mar|jan|dec|jun)$/.test(word.lower)
  if (after?.gap && /^\p{Lu}/u.test(after.text) && after.kind === 'word' && !look.months.has(after.lower))
    return MONTH_BEFORE.test(before) && !joined && before !== 'of' && before !== 'for'
  if (joined)
    return (
      look.months.has(lx[at - 2]?.lower ?? '') ||
      lx[at - 2]?.kind === 'number' ||
      (before === ',' && !/^(?:may|march|mar)$/.test(word.lower))
    )
  if (MONTH_BEFORE.test(before)) return true
  return (
    !/^(?:may|march|mar|dec|jan)$/.test(word.lower) &&
    (at > 0 ? !/^\p{Lu}/u.test(lx[at - 1]!.text) && after?.kind !== undefined : false)
  )
}

/** "next year", "of last year", "the same year" behind a month or season. */
function yearTurn(
  lx: readonly Lexeme[],
  at: number,
  look: TimeLookup,
): { next: number; point: Partial<Point> } | undefined {
  let next = at
  if (lx[next]?.lower === 'of' || lx[next]?.lower === 'in') next++
  const turn = look.turns.match(lx, next)
  if (turn && look.units.get(lx[turn.next]?.lower ?? '') === 'year')
    return { next: turn.next + 1, point: { yearTurn: turn.value } }
  const same = look.same.match(lx, next) ?? look.following.match(lx, next)
  if (same && look.units.get(lx[same.next]?.lower ?? '') === 'year') {
    return { next: same.next + 1, point: { turn: { unit: 'year', by: same.value, base: 'document' } } }
  }
  return undefined
}

/** A year behind a month, a season or a day: "2016", ", 2016", "of 2016", "'94", "99", "nineteen ninety nine". */
export function yearAfter(lx: readonly Lexeme[], at: number, look: TimeLookup): Found | undefined {
  let next = at
  if (lx[next]?.lower === ',' || lx[next]?.lower === 'of' || lx[next]?.lower === 'in') next++
  const year = yearAt(lx, next, look, next === at || lx[at]!.lower !== 'in')
  if (!year) return undefined
  if (lx[at]?.lower === 'in' && !/^\d{4}$/.test(lx[next]!.text)) return undefined
  return year
}

/** Four digits, or a year in words or with an apostrophe or two digits behind a month. */
export function yearAt(lx: readonly Lexeme[], at: number, look: TimeLookup, loose: boolean): Found | undefined {
  const first = lx[at]
  if (!first) return undefined
  if (first.kind === 'number') {
    if (/^\d{4}$/.test(first.text) && first.value >= 1000 && first.value <= 2100) {
      const after = lx[at + 1]
      if (
        after &&
        !after.gap &&
        (after.kind === 'number' || (after.kind === 'word' && after.lower !== "'s" && after.lower !== 's'))
      )
        return undefined
      if (after && !after.gap && after.lower === 's') return undefined
      return { value: first.value, next: at + 1 }
    }
    const era = eraAfter(lx, at + 1)
    if (era && Number.isInteger(first.value) && first.value > 0)
      return { value: era.value * first.value, next: era.next }
    // "August 99", "August '99"
    if (
      loose &&
      /^\d{2}$/.test(first.text) &&
      first.value > 31 &&
      lx[at - 1]?.kind === 'word' &&
      (!lx[at + 1] || lx[at + 1]!.kind === 'mark')
    )
      return { value: fullYear(first.text)!, next: at + 1 }
    // "December of 384", "30 September 420", "c. 347"
    const isDated = look.months.has(lx[at - 1]?.lower ?? '') && lx[at - 2]?.kind === 'number'
    const circa = lx[at - 1]?.lower === '.' ? lx[at - 2]?.lower : lx[at - 1]?.lower
    const isCirca = /^(?:c|ca|circa)$/.test(circa ?? '')
    if (/^\d{3}$/.test(first.text) && (isCirca || (loose && (isDated || lx[at - 1]?.lower === 'of')))) {
      return look.units.has(lx[at + 1]?.lower ?? '') ? undefined : { value: first.value, next: at + 1 }
    }
    return undefined
  }
  if (
    /^['’‘]$/.test(first.lower) &&
    lx[at + 1]?.kind === 'number' &&
    !lx[at + 1]!.gap &&
    /^\d{2}$/.test(lx[at + 1]!.text)
  ) {
    if (lx[at + 2] && !lx[at + 2]!.gap && lx[at + 2]!.kind === 'word') return undefined
    return { value: fullYear(lx[at + 1]!.text)!, next: at + 2 }
  }
  return loose ? spelledYear(lx, at, look) : undefined
}

/** "two thousand and eighteen", "nineteen ninety nine", "nineteen zero one", "twenty twenty-four" */
export function spelledYear(lx: readonly Lexeme[], at: number, look: TimeLookup): Found | undefined {
  const { units, teens, tens } = look.numbers
  const word = lx[at]?.lower ?? ''
  const top = teens[word] ?? (word === 'twenty' ? 20 : undefined)
  if (top !== undefined && top >= 10) {
    let next = lx[at + 1]?.lower === '-' ? at + 2 : at + 1
    const second = lx[next]?.lower ?? ''
    if (second === 'hundred') return { value: top * 100, next: next + 1 }
    let low = teens[second] ?? tens[second]
    if (low !== undefined) {
      next++
      if (tens[second] !== undefined) {
        const last = lx[next]?.lower === '-' ? next + 1 : next
        const digit = units[lx[last]?.lower ?? '']
        if (digit) {
          low += digit
          next = last + 1
        }
      }
      return { value: top * 100 + low, next }
    }
    if (second === 'zero' || second === 'oh' || second === 'o') {
      const digit = units[lx[next + 1]?.lower ?? '']
      if (digit) return { value: top * 100 + digit, next: next + 2 }
    }
  }
  if (lx[at]?.kind !== 'word') return undefined
  const numeral = look.numerals.parse(lx, at)
  return numeral?.form === 'cardinal' &&
    numeral.value >= 1000 &&
    numeral.value <= 2100 &&
    Number.isInteger(numeral.value) &&
    numeral.value !== 1000
    ? { value: numeral.value, next: numeral.next }
    : undefined
}

/** "AD", "BC", "CE": 1 or -1 */
function eraAfter(lx: readonly Lexeme[], at: number): Found | undefined {
  const word = lx[at]
  if (!word || word.text !== word.text.toUpperCase()) return undefined
  if (/^(?:bc|bce)$/.test(word.lower)) return { value: -1, next: at + 1 }
  if (/^(?:ad|ce)$/.test(word.lower)) return { value: 1, next: at + 1 }
  return undefined
}

/** "summer of 2016", "Q3 2016", "2016 Q3", "the third quarter of 2016", "the first half", "week 31", "H1" */
function ofYear(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const year = yearAt(lx, at, look, false)
  if (year && year.value > 0) {
    const skip = lx[year.next]?.lower === 'the' ? 1 : 0
    const inner = innerOfYear(lx, year.next + skip, look)
    // "the 2004 Summer Olympics" only name a year
    const isName = inner?.season && lx[inner.next]?.gap === true && /^\p{Lu}/u.test(lx[inner.next]!.text)
    if (inner && !isName) return { ...inner, year: year.value }
  }
  const article = lx[at]?.lower === 'the' ? 1 : 0
  const inner = innerOfYear(lx, at + article, look)
  if (!inner) return undefined
  const after = yearAfter(
    lx,
    lx[inner.next]?.lower === 'of' && lx[inner.next + 1]?.lower === 'fiscal'
      ? inner.next + 2
      : lx[inner.next]?.lower === 'fiscal'
        ? inner.next + 1
        : inner.next,
    look,
  )
  if (after) {
    const short =
      inner.season && isHyphen(lx[after.next]) && lx[after.next + 1]?.kind === 'number' && !lx[after.next + 1]!.gap
        ? 2
        : 0
    return { ...inner, year: after.value, next: after.next + short }
  }
  const turn = yearTurn(lx, inner.next, look)
  if (turn) return { ...inner, ...turn.point, next: turn.next }
  if (inner.season && !article) {
    const before = lx[at - 1]?.lower ?? ''
    if (
      !/^(?:in|last|next|this|during|by|until|since|of|early|late|mid|before|after|every|from|and|to|the|or|leave)$/.test(
        before,
      )
    )
      return undefined
    if ((lx[at]!.lower === 'fall' || lx[at]!.lower === 'spring') && /^(?:to|and|the|leave|or|of)$/.test(before))
      return undefined
  }
  if (inner.season && article && /^(?:fall|spring)$/.test(lx[at + 1]!.lower) && lx[inner.next]?.lower === 'of')
    return undefined
  if ((inner.quarter || inner.half) && !/^[qh]/.test(lx[at]!.lower) && !article) return undefined
  if ((inner.half || inner.quarter) && lx[inner.next]?.lower === 'of') return undefined
  if (inner.half && article) return undefined
  return inner
}

function innerOfYear(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const word = lx[at]?.lower ?? ''
  const season = look.words.seasons[word]
  if (season) return { next: at + 1, season }
  if ((word === 'q' || word === 'h') && lx[at + 1]?.kind === 'number' && !lx[at + 1]!.gap) {
    const { value } = lx[at + 1]!
    if (word === 'q' && value >= 1 && value <= 4) return { next: at + 2, quarter: value }
    if (word === 'h' && value >= 1 && value <= 2) return { next: at + 2, half: value }
  }
  if (word === 'week' && lx[at + 1]?.kind === 'number' && /^\d{1,2}$/.test(lx[at + 1]!.text) && lx[at + 1]!.value <= 53)
    return { next: at + 2, week: lx[at + 1]!.value }
  const numeral =
    word === 'last'
      ? { form: 'ordinal', value: -1, next: at + 1 }
      : look.numerals.mayBegin(lx[at] ?? NOTHING)
        ? look.numerals.parse(lx, at)
        : undefined
  if (numeral?.form !== 'ordinal') return undefined
  const skip = isHyphen(lx[numeral.next]) || lx[numeral.next]?.lower === 'fiscal' ? 1 : 0
  const noun = lx[numeral.next + skip]?.lower ?? ''
  const next = numeral.next + skip + 1
  const value = numeral.value
  if (noun === 'quarter' && value <= 4 && value > 0) return { next, quarter: value }
  if (noun === 'half' && value >= 1 && value <= 2) return { next, half: value }
  if (noun === 'week' && value <= 53) {
    const of = lx[next]?.lower === 'of' || lx[next]?.lower === 'in' ? next + 1 : next
    const month = of > next ? monthAt(lx, of, look) : undefined
    if (month) {
      const year = yearAfter(lx, month.next, look)
      return {
        next: year?.next ?? month.next,
        nth: value,
        week: 0,
        month: month.value,
        ...(year ? { year: year.value } : {}),
      }
    }
    if (value > 0 || of > next) {
      if (yearAt(lx, of, look, true)) return { next, nth: value, week: value }
      if (yearTurn(lx, next, look)) return { next, nth: value, week: value }
    }
    return undefined
  }
  const weekday = look.weekdays.get(noun)
  if (weekday !== undefined && value <= 5) {
    const of = lx[next]?.lower === 'of' || lx[next]?.lower === 'in' ? next + 1 : next
    const month = of > next ? monthAt(lx, of, look) : undefined
    if (month) return { next: month.next, nth: value, weekday, month: month.value }
    const turn = of > next ? look.turns.match(lx, of) : undefined
    if (turn && look.units.get(lx[turn.next]?.lower ?? '') === 'month')
      return { next: turn.next + 1, nth: value, weekday, monthTurn: turn.value }
  }
  return undefined
}

const NOTHING: Lexeme = { kind: 'mark', text: '', lower: '', start: 0, end: 0, gap: false, value: Number.NaN }

/** "the 1990s", "the '90s", "the nineties", "the nineteen seventies" */
function decade(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const article = lx[at]?.lower === 'the' ? 1 : 0
  let from = at + article
  const apostrophe = /^['’‘]$/.test(lx[from]?.lower ?? '')
  if (apostrophe) from++
  const number = lx[from]
  if (number?.kind === 'number') {
    const mark = /^['’]$/.test(lx[from + 1]?.lower ?? '') && !lx[from + 1]!.gap ? 1 : 0
    const letter = lx[from + 1 + mark]
    if (letter?.gap !== false || letter.lower !== 's') return undefined
    const next = from + 2 + mark
    if (/^\d{3}0$/.test(number.text) && number.value >= 1000 && number.value < 2200) {
      if (mark && !article && lx[next]?.kind === 'word') return undefined
      return number.value % 100 === 0 && number.value < 2000
        ? { next, century: number.value }
        : { next, decade: number.value }
    }
    if (
      /^\d0$/.test(number.text) &&
      (article || apostrophe || lx[at - 1]?.lower === '-') &&
      lx[at - 1]?.lower !== 'her' &&
      lx[at - 1]?.lower !== 'his'
    )
      return { next, decade: number.value }
    return undefined
  }
  const prefix = look.numbers.teens[number?.lower ?? ''] ?? (number?.lower === 'twenty' ? 20 : undefined)
  const nameAt = prefix !== undefined ? (isHyphen(lx[from + 1]) ? from + 2 : from + 1) : from
  const name = DECADES.get(lx[nameAt]?.lower ?? '')
  if (name === undefined) return undefined
  if (prefix !== undefined) return { next: nameAt + 1, decade: prefix * 100 + name }
  if (
    lx[nameAt]!.lower === 'tens' ||
    !(article || lx[at - 1]?.lower === '-' || /^(?:early|late|mid)$/.test(lx[at - 1]?.lower ?? ''))
  )
    return undefined
  return { next: nameAt + 1, decade: name === 0 ? 2000 : name }
}

/** "19th century", "the twentieth century", "the 7th century BC" */
function century(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const article = lx[at]?.lower === 'the' ? 1 : 0
  const from = at + article
  if (!lx[from] || !look.numerals.mayBegin(lx[from])) return undefined
  const numeral = look.numerals.parse(lx, from)
  if (numeral?.form !== 'ordinal' || numeral.value > 22) return undefined
  const skip = isHyphen(lx[numeral.next]) ? 1 : 0
  if (!/^(?:century|centuries)$/.test(lx[numeral.next + skip]?.lower ?? '')) return undefined
  const next = numeral.next + skip + 1
  const era = eraAfter(lx, next)
  return { next: era?.next ?? next, century: (numeral.value - 1) * 100, ...(era && era.value < 0 ? { bc: true } : {}) }
}

/** "2016 November", "2016, nov", "2016-11", "3/2015", and a year alone where it can be nothing else. */
function yearFirst(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const first = lx[at]!
  if (/^(?:ad|ce)$/.test(first.lower) && first.text === first.text.toUpperCase() && lx[at + 1]?.kind === 'number') {
    return Number.isInteger(lx[at + 1]!.value) && lx[at + 1]!.value < 2100
      ? { next: at + 2, year: lx[at + 1]!.value }
      : undefined
  }
  const pair = yearAndMonthDigits(lx, at)
  if (pair) return pair
  const isSaidYear = first.lower === 'year' || (/^(?:fy|fiscal)$/.test(first.lower) && lx[at + 1] !== undefined)
  const yearPlace = isSaidYear ? (lx[at + 1]?.lower === 'year' ? at + 2 : at + 1) : at
  const year = yearAt(lx, yearPlace, look, false)
  if (!year) {
    const spelled =
      isSaidYear || /^(?:in|since|of|by|until)$/.test(lx[at - 1]?.lower ?? '')
        ? spelledYear(lx, yearPlace, look)
        : undefined
    if (spelled && (isSaidYear || spelled.value > 1500)) return { next: spelled.next, year: spelled.value }
    if (isSaidYear && lx[yearPlace]) {
      const small = look.numerals.mayBegin(lx[yearPlace]!) ? look.numerals.parse(lx, yearPlace) : undefined
      if (small?.form === 'cardinal' && Number.isInteger(small.value) && small.value > 100 && small.value < 1000)
        return { next: small.next, year: small.value }
    }
    return undefined
  }
  if (year.value < 0) return { next: year.next, year: year.value, bc: true }
  const comma = lx[year.next]?.lower === ',' ? 1 : 0
  const month = monthAt(lx, year.next + comma, look)
  if (
    month &&
    (lx[year.next + comma]!.text !== lx[year.next + comma]!.lower ||
      comma ||
      look.numerals.mayBegin(lx[month.next] ?? NOTHING))
  ) {
    if (!comma || !isMonthOfNext(lx, month.next, look)) {
      const day = dayAt(lx, month.next, look)
      if (!(comma && day))
        return {
          next: day?.next ?? month.next,
          year: year.value,
          month: month.value,
          ...(day ? { day: day.value } : {}),
        }
    }
  }
  return isSaidYear || isYearHere(lx, at, look) ? { next: year.next, year: year.value } : undefined
}

const isMonthOfNext = (lx: readonly Lexeme[], at: number, look: TimeLookup): boolean =>
  yearAt(lx, at, look, false) !== undefined

function yearAndMonthDigits(lx: readonly Lexeme[], at: number): Point | undefined {
  const [a, link, b] = [lx[at]!, lx[at + 1], lx[at + 2]]
  if (a.kind !== 'number' || b?.kind !== 'number' || !link || !(isHyphen(link) || link.lower === '/')) return undefined
  if (lx[at + 3] && !lx[at + 3]!.gap && !/^[.,;:!?)\]”"]$/.test(lx[at + 3]!.lower)) return undefined
  const isYear = ({ text }: Lexeme) => /^(?:19|20)\d\d$/.test(text)
  const isMonth = ({ text, value }: Lexeme) => /^\d{1,2}$/.test(text) && value >= 1 && value <= 12
  if (
    isYear(a) &&
    isMonth(b) &&
    !(link.lower === '–') &&
    (b.text.length === 2 ? (a.value % 100) + 1 !== b.value : true)
  )
    return { next: at + 3, year: a.value, month: b.value }
  return isMonth(a) && isYear(b) ? { next: at + 3, year: b.value, month: a.value } : undefined
}

/** Is this four-digit number a year: behind "in", "since" …, in brackets, before a name ("the 2014 Olympics"), not before what is counted? */
function isYearHere(lx: readonly Lexeme[], at: number, look: TimeLookup): boolean {
  const { text, value, gap } = lx[at]!
  const before = lx[at - 1]
  const after = lx[at + 1]
  if (/^0|^\d{5,}$/.test(text) || !/^\d{4}$/.test(text)) return true
  if (before && !gap && /^[$€£¥#.:/@_]$/.test(before.lower)) return false
  const modern = value >= 1500 && value <= 2060
  const counted =
    after?.gap === true &&
    after.kind === 'word' &&
    /^[a-z]{2,}$/.test(after.text) &&
    (after.lower === 'people' ||
      after.lower === 'percent' ||
      (/[^s']s$/.test(after.lower) && !look.yearAfter.has(after.lower))) &&
    !(value >= 1900 && before?.lower === 'the')
  const firm = before !== undefined && /^(?:in|since|until|till|during|year|early|late|mid|circa)$/.test(before.lower)
  if (firm) return modern || value >= 1000
  const isRange = isHyphen(after) && lx[at + 2]?.kind === 'number' && /^\d{4}$/.test(lx[at + 2]!.text)
  const isListed = before?.lower === 'and' && /^(?:19|20)\d\d$/.test(lx[at - 2]?.text ?? '')
  if (modern && (isRange || isListed)) return true
  const isLength =
    after !== undefined &&
    look.units.has(after.lower) &&
    (after.lower.endsWith('s') || !/^\p{Lu}/u.test(before?.text ?? ''))
  if (counted || isLength || after?.lower === '%') return false
  if (!modern)
    return (
      before !== undefined &&
      /^(?:by|from|after|before|between|c|ca|around|circa|of|to|and|-|–|\(|through)$/.test(before.lower) &&
      value >= 1000 &&
      (!after || after.kind === 'mark' || look.yearBefore.has(after.lower))
    )
  if (before === undefined)
    return after === undefined || after.kind === 'mark' || /^\p{Lu}/u.test(after.text) || value >= 1900
  if (before.kind === 'mark' || look.yearBefore.has(before.lower)) return true
  return (
    (value >= 1900 &&
      (after === undefined ||
        after.kind === 'mark' ||
        /^\p{Lu}/u.test(after.text) ||
        after.lower === "'s" ||
        look.yearBefore.has(after.lower))) ||
    value >= 1980
  )
}
