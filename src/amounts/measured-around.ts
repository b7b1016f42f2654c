import { CAPITALISED, UPPER } from '../text/letters.ts'
import type { Lexeme } from './lexemes.ts'
import { isHyphen } from './lexemes.ts'
import type { AmountLookup, Measure } from './lookup.ts'
import type { ParsedAmount } from './parse-amount.ts'
import { MAGNITUDE } from './parse-term.ts'

/** A measure told by the words around a number, and the lexemes it spans with them. */
interface Around {
  readonly at: number
  readonly next: number
  readonly measure: Measure
}

/** "aged 45", "aged between six and 23 months", "Ann Lee, 45, said", "he is 34", "children under five"; "magnitude 6.1" */
export function measuredAround(lx: readonly Lexeme[], amount: ParsedAmount, look: AmountLookup): Around | undefined {
  if (amount.form !== 'cardinal' || amount.people) return undefined
  const before = lx[amount.at - 1]
  if (!before) return undefined
  const { at, next } = amount
  if (look.words.ageBefore.has(before.lower)) return { at: at - 1, ...inUnits(lx, next) }
  const magnitude: Measure = { kind: 'dimension', unit: MAGNITUDE }
  if (before.lower === MAGNITUDE) return { at: at - 1, next, measure: magnitude }
  if (lx[at - 2]?.lower === MAGNITUDE && /^(?:at|of|was|is)$/.test(before.lower))
    return { at, next, measure: magnitude }
  if (lx[at - 2]?.lower === MAGNITUDE && isHyphen(before)) return { at: at - 2, next, measure: magnitude }
  return isAge(lx, amount, look) ? { at, next, measure: YEARS } : undefined
}

const YEARS: Measure = { kind: 'age', unit: 'year' }

/** "aged six to 23 months" */
function inUnits(lx: readonly Lexeme[], next: number): Pick<Around, 'next' | 'measure'> {
  const unit = /^(day|week|month|year)s?$/.exec(lx[next]?.lower ?? '')?.[1]
  return unit ? { next: next + 1, measure: { kind: 'age', unit } } : { next, measure: YEARS }
}

function isAge(lx: readonly Lexeme[], amount: ParsedAmount, look: AmountLookup): boolean {
  const { at, next, term } = amount
  const years = term.value
  if (!(years > 0 && years < 120 && Number.isInteger(years)) || amount.term.measure) return false
  const [name, before, after] = [lx[at - 2], lx[at - 1]!, lx[next]]
  const ends = !after || (after.kind === 'mark' && /^[.,;:!?)]$/.test(after.lower))
  // "at the age of 86", "under the age of 10"
  if (isAgeOf(lx, at)) return true
  // "children under five"
  if (amount.min === null || amount.max === null)
    return look.understood.ageGroups.has(before.lower) && BOUND.test(lx[at]!.lower) && (ends || after.kind === 'word')
  // "a runner of 52"
  if (before.lower === 'of' && look.understood.ofAge.has(name?.lower ?? ''))
    return (
      [lx[at - 3], lx[at - 4], lx[at - 5]].some((one) => /^(?:an?|the)$/.test(one?.lower ?? '')) &&
      (ends || GOES_ON.test(after.lower))
    )
  if (!term.bare || term.next !== next) return false
  // "Rosa Amati, now 88, remembers it"
  if (before.lower === 'now' && name?.lower === ',' && UPPER.test(lx[at - 3]?.text ?? ''))
    return after?.lower === ',' || ends
  // "She turned 50 last month"
  if (/^turn(?:ed|s)?$/.test(before.lower))
    return (
      years > 4 &&
      (PERSONAL.test(name?.lower ?? '') || UPPER.test(name?.text ?? '')) &&
      (ends || TURNED.test(after.lower))
    )
  if (before.lower === ',' && (after?.lower === ',' || after?.lower === '.')) {
    const earlier = lx[at - 3]
    const isName = CAPITALISED.test(name?.text ?? '') && UPPER.test(earlier?.text ?? '')
    return isName || (name?.kind === 'word' && /^(?:the|a|an|his|her|their|my|our)$/.test(earlier?.lower ?? ''))
  }
  // "died at 63"
  if (before.lower === 'at' && /^(?:died|dies|dead)$/.test(name?.lower ?? '')) return years > 4
  // "he is 34"
  return (
    /^(?:is|was)$/.test(before.lower) &&
    PERSONAL.test(name?.lower ?? '') &&
    years > 4 &&
    (ends || /^(?:and|when|but)$/.test(after.lower))
  )
}

/** What stands behind an age, not behind a number of things: "a driver of 40 buses". */
const GOES_ON = /^(?:who|from|in|at|on|and|but|with|was|is|has|had|died|won|lost|said|\p{L}+ed)$/u

/** "the age of [86]" */
const isAgeOf = (lx: readonly Lexeme[], at: number): boolean =>
  lx[at - 1]?.lower === 'of' &&
  lx[at - 2]?.lower === 'age' &&
  /^(?:the|an|average|mean|median|early|tender)$/.test(lx[at - 3]?.lower ?? '')

const PERSONAL = /^(?:he|she|who)$/
/** What stands behind the age that somebody turned, not behind what something was turned to. */
const TURNED = /^(?:in|on|and|when|but|this|last|next|earlier|today|yesterday|just|a|two|three|\p{L}+day)$/u

const BOUND = /^(?:under|over|above|below)$/
