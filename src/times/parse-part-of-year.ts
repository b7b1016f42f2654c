import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import { UPPER } from '../text/letters.ts'
import type { TimeLookup } from './lookup.ts'
import { monthAt } from './parse-day.ts'
import { yearAfter, yearAt, yearTurn } from './parse-year.ts'
import { NOTHING } from './parse-year-alone.ts'
import type { Point } from './point.ts'

/** "summer of 2016", "Q3 2016", "2016 Q3", "the third quarter of 2016", "the first half", "week 31", "H1" */
export function ofYear(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
  const glued = gluedPart(lx, at)
  if (glued) return glued
  const year = yearAt(lx, at, look, false)
  if (year && year.value > 0) {
    const skip = lx[year.next]?.lower === 'the' ? 1 : 0
    const inner = innerOfYear(lx, year.next + skip, look)
    // "the 2004 Summer Olympics" only name a year
    const isName = inner?.season && lx[inner.next]?.gap === true && UPPER.test(lx[inner.next]!.text)
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
  // "in the first half of the year"
  const isOfYear =
    [lx[inner.next], lx[inner.next + 1], lx[inner.next + 2]].map((one) => one?.lower).join(' ') === 'of the year'
  if ((inner.half || inner.quarter) && isOfYear) return { ...inner, yearTurn: 0, next: inner.next + 3 }
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
  const hyphened = isHyphen(lx[inner.next - 2])
  if ((inner.quarter || inner.half) && !/^[qh]/.test(lx[at]!.lower) && !article && !hyphened) return undefined
  if ((inner.half || inner.quarter) && lx[inner.next]?.lower === 'of') return undefined
  if (inner.half && article) return undefined
  return inner
}

/** "2016H2", "2016Q3" */
function gluedPart(lx: readonly Lexeme[], at: number): Point | undefined {
  const [year, letter, count] = [lx[at]!, lx[at + 1], lx[at + 2]]
  if (!/^(?:19|20)\d\d$/.test(year.text) || !letter || letter.gap || count?.kind !== 'number' || count.gap)
    return undefined
  const next = at + 3
  if (letter.lower === 'h' && (count.value === 1 || count.value === 2))
    return { next, year: year.value, half: count.value }
  return letter.lower === 'q' && count.value >= 1 && count.value <= 4
    ? { next, year: year.value, quarter: count.value }
    : undefined
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
    const turn = of > next ? look.turns.match(lx, of) : undefined
    if (turn && look.units.get(lx[turn.next]?.lower ?? '') === 'month')
      return { next: turn.next + 1, nth: value, week: 0, monthTurn: turn.value }
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
