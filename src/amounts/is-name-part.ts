import type { Analysis } from '../model/document.ts'
import { covers, lengthOf } from '../model/span.ts'
import { UPPER } from '../text/letters.ts'
import type { Counted } from './find-noun.ts'
import type { Lexeme } from './lexemes.ts'
import { isHyphen } from './lexemes.ts'
import type { AmountLookup } from './lookup.ts'
import type { ParsedAmount } from './parse-amount.ts'

/** Is a number without a unit a label, a result, a year, a pronoun or part of a name: "Section 5", "3-1", "11th Corps", "one another"? */
export function isNamePart(
  lx: readonly Lexeme[],
  amount: ParsedAmount,
  noun: Counted | undefined,
  analysis: Analysis,
  look: AmountLookup,
): boolean {
  const { term } = amount
  const before = lx[amount.at - 1]
  const after = lx[amount.next]
  const span = { start: lx[amount.at]!.start, end: lx[amount.next - 1]!.end }
  if (analysis.names.some((name) => covers(name, span) && lengthOf(name) > lengthOf(span))) return true
  if (amount.form === 'ordinal') return isNamedOrdinal(lx, amount)
  // "three times over the limit", "twice as many": how often, not how many
  if (after?.lower === 'times' || (isHyphen(after) && lx[amount.next + 1]?.lower === 'fold')) return true
  // "half-time", "a halftime interval"
  if (
    term.value === 0.5 &&
    /^half$/.test(lx[amount.next - 1]!.lower) &&
    isHyphen(after) &&
    HALF_BEHIND.test(lx[amount.next + 1]?.lower ?? '')
  )
    return true
  if (amount.form === 'fraction' && HALF_BEFORE.test(before?.lower ?? '') && term.value === 0.5) return true
  const single = amount.next === term.next && amount.at === term.at
  if (single && lx[amount.at]!.lower === 'one' && amount.next === amount.at + 1) {
    if (look.words.notOne.has(before?.lower ?? '') || look.words.afterOne.has(after?.lower ?? '')) return true
  }
  if (lx[term.at]!.lower === 'a' && /^score$/.test(lx[amount.next - 1]!.lower) && after?.lower !== 'of') return true // music, or a result
  if (!term.bare || amount.max !== amount.min) return false
  if (isHyphen(after) && !after!.gap && lx[amount.next + 1]?.gap === false && lx[amount.next + 1]!.kind === 'number')
    return true
  if (before?.lower === '[' && after?.lower === ']') return true
  if (noun) return isLabelOf(lx, amount, noun, look)
  if (amount.at === 0 && lx.length > 1 && (after?.lower === '.' || after?.lower === ')') && lx[amount.next + 1])
    return true
  if (/^(?:1[5-9]|20)\d\d$/.test(lx[term.at]!.text)) return true
  const label = before?.lower === '.' ? lx[amount.at - 2] : before
  if (label?.kind !== 'word') return false
  if (look.words.labels.has(label.lower)) return true
  return label === before && UPPER.test(label.text) && amount.at > 1
}

/** "in the second half", "his better half" */
const HALF_BEFORE = /^(?:first|second|better|opening|final)$/

const HALF_BEHIND = /^(?:back|backs|brother|brothers|century|century|centuries|hearted|sister|sisters|term|time|way)$/

/** "the number 11 shirt", "a phase 3 trial": more than one would be a plural; "phase 3 trials" by the label alone. */
function isLabelOf(lx: readonly Lexeme[], amount: ParsedAmount, noun: Counted, look: AmountLookup): boolean {
  const label = lx[amount.at - 1]
  if (label?.kind !== 'word' || amount.term.value < 2 || !look.words.labels.has(label.lower)) return false
  const head = lx.findLast(({ end }) => end <= noun.end)
  if (head && !/s$|^(?:people|men|women|children|police|personnel)$/.test(head.lower)) return true
  return STRICT_LABELS.test(label.lower) && !/^(?:this|that|each|every|same|any)$/.test(lx[amount.at - 2]?.lower ?? '')
}

const STRICT_LABELS = /^(?:number|no|section|article|chapter|formula|phase|stage|category|level|type|tier|grade|group)$/

/** "the 11th Corps", "First Minister", "at first", "a second" */
function isNamedOrdinal(lx: readonly Lexeme[], amount: ParsedAmount): boolean {
  const before = lx[amount.at - 1]?.lower
  const after = lx[amount.next]
  if (after?.gap && after.kind === 'word' && UPPER.test(after.text)) return true
  if (before === 'at' && lx[amount.at]!.lower === 'first') return true
  // "First, the price is high."
  if (amount.at === 0 && after?.lower === ',') return true
  return amount.next === amount.at + 1 && after?.lower === 'of' && lx[amount.next + 1]?.lower === 'all'
}
