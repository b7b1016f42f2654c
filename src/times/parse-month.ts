import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import { UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import { dayAt, monthAt } from './parse-day.ts'
import { yearAfter, yearTurn } from './parse-year.ts'
import type { Point } from './point.ts'

/** "27 April 2026", "the 2nd of May", "16. Nov. 2016", "20th of next month" */
export function dayFirst(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
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
export function monthFirst(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
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
  if (hyphen) return monthAt(lx, from, look) && { next: month.next, month: month.value } // "May-June 2024"
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
  const capital = UPPER.test(word.text)
  if (!isWord) return capital || MONTH_BEFORE.test(before)
  const joined = /^(?:and|to|or|,|-|–|—|the)$/.test(before) && !/^(?:mid|early|late)$/.test(lx[at - 2]?.lower ?? '')
  if (!capital) return MONTH_BEFORE.test(before) && !joined && !/^(?:may|march|mar|jan|dec|jun)$/.test(word.lower)
  if (after?.gap && UPPER.test(after.text) && after.kind === 'word' && !look.months.has(after.lower))
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
    (at > 0 ? !UPPER.test(lx[at - 1]!.text) && after?.kind !== undefined : false)
  )
}
