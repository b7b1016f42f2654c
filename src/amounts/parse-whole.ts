import type { Lexeme } from './lexemes.ts'
import {
  denominatorOf,
  isArticle,
  isNumberWord,
  type Numeral,
  type NumeralWords,
  scaleAt,
  scaled,
} from './numeral-words.ts'

type Step = 'none' | 'unit' | 'ten' | 'hundred' | 'scale' | 'digits'

/** Digits or words up to the largest scale, without fractions. */
export function parseWhole(look: NumeralWords, lx: readonly Lexeme[], from: number): Numeral | undefined {
  const { units, teens, tens, scales, ordinals, scaleOrdinals } = look.words
  let total = 0
  let current = -1
  let lastScale = Number.POSITIVE_INFINITY
  let shared = 1
  let step: Step = 'none'
  let at = from
  let next = from
  if (isArticle(lx[at]) && scales[lx[at + 1]?.lower ?? ''] !== undefined) {
    current = 1
    step = 'unit'
    at++
  }
  let bare = false
  for (let count = 0; at < lx.length && count < 24; count++) {
    const { kind, lower, gap } = lx[at]!
    const fresh = current < 0
    const open = fresh || step === 'hundred'
    if (kind === 'number') {
      if (
        !(
          step === 'none' ||
          ((step === 'scale' || step === 'hundred') &&
            gap &&
            Number.isInteger(lx[at]!.value) &&
            lx[at]!.value < Math.min(lastScale, 1000))
        )
      )
        break
      if (step === 'hundred' && lx[at]!.value >= 100) break
      const simple = step === 'none' ? simpleFraction(lx, at) : undefined
      if (simple) return scaled(look, lx, simple.value, simple.next)
      const power = step === 'none' ? scientific(lx, at) : undefined
      if (power) return { value: power.value, next: power.next, form: 'cardinal', bare: false, scale: 1 }
      bare = step === 'none'
      current = Math.max(current, 0) + lx[at]!.value
      step = 'digits'
      next = ++at
      const suffix = lx[at]
      if (suffix && !suffix.gap && /^(?:st|nd|rd|th)$/.test(suffix.lower))
        return { value: current, next: at + 1, form: 'ordinal', bare: false, scale: 1 }
      const scale = scaleAt(look, lx, at)
      if (scale && scales[lx[at]!.lower] === undefined && lx[at]!.lower !== '-') {
        return { value: total + current * scale.by, next: scale.next, form: 'cardinal', bare: false, scale: scale.by }
      }
      continue
    }
    if (kind === 'mark') {
      if (
        lower === '-' &&
        step !== 'none' &&
        step !== 'digits' &&
        lx[at + 1] &&
        (isNumberWord(look, lx[at + 1]!.lower) ||
          ordinals[lx[at + 1]!.lower] !== undefined ||
          scaleOrdinals[lx[at + 1]!.lower] !== undefined) &&
        !(step === 'unit' && units[lx[at + 1]!.lower] !== undefined)
      ) {
        at++
        continue
      }
      if (lower === '-' && step === 'digits' && !gap && scales[lx[at + 1]?.lower ?? ''] !== undefined) {
        at++
        continue
      }
      break
    }
    if (lower === 'and' && (step === 'hundred' || step === 'scale')) {
      const follower = lx[at + 1]
      if (
        !follower ||
        !(follower.kind === 'number'
          ? total + current > 0 && step === 'hundred'
          : units[follower.lower] !== undefined ||
            teens[follower.lower] !== undefined ||
            tens[follower.lower] !== undefined ||
            ordinals[follower.lower] !== undefined)
      )
        break
      if (step === 'scale' && fresh === false) break
      // "one billion and three quarters" reads on as a fraction
      const isTen = tens[follower.lower] !== undefined
      const part =
        lx[isTen && lx[at + 2]?.lower === '-' ? at + 4 : isTen && units[lx[at + 2]?.lower ?? ''] ? at + 3 : at + 2]
          ?.lower ?? ''
      if (part.endsWith('s') && denominatorOf(look, part) !== undefined) break
      at++
      continue
    }
    if (units[lower] !== undefined && (open || (step === 'ten' && units[lower]! > 0))) {
      current = (fresh ? 0 : current) + units[lower]!
      step = 'unit'
    } else if (teens[lower] !== undefined && open) {
      current = (fresh ? 0 : current) + teens[lower]!
      step = 'unit'
    } else if (tens[lower] !== undefined && open) {
      current = (fresh ? 0 : current) + tens[lower]!
      step = 'ten'
    } else if (lower === 'hundred' && (fresh ? step === 'none' : current < 100 && step !== 'hundred')) {
      current = (fresh ? 1 : current) * 100
      shared = step === 'digits' || bare ? 100 : shared
      step = 'hundred'
    } else if (scales[lower] !== undefined && lower !== 'hundred') {
      const by = scales[lower]!
      if (fresh && step === 'scale') total *= by
      else if (fresh && step !== 'none') break
      else if (fresh && (!SINGULAR.test(lower) || lower === 'score'))
        break // "his score is 200"
      else if (by > lastScale) break
      else total += (fresh ? 1 : current) * by
      current = -1
      lastScale = by
      shared = by
      step = 'scale'
    } else if (
      (ordinals[lower] !== undefined && (open || (step === 'ten' && ordinals[lower]! < 10))) ||
      (scaleOrdinals[lower] !== undefined && step !== 'digits')
    ) {
      const by = scaleOrdinals[lower]
      const value =
        by !== undefined
          ? (total + Math.max(current, total > 0 ? 0 : 1)) * by
          : total + Math.max(current, 0) + ordinals[lower]!
      // "two hundred second" reads on; "200 second" is a time
      if (step === 'digits' || (step !== 'none' && lower === 'second' && total + Math.max(current, 0) < 20)) break
      return { value, next: at + 1, form: 'ordinal', bare: false, scale: 1 }
    } else break
    bare = false
    next = ++at
  }
  if (next === from) return undefined
  return { value: total + Math.max(current, 0), next, form: 'cardinal', bare, scale: shared }
}

const SINGULAR = /[^s]$/

/** "3/4", "1/2": glued, proper, not part of a longer chain such as a date. */
export function simpleFraction(lx: readonly Lexeme[], at: number): { value: number; next: number } | undefined {
  const [above, slash, below] = [lx[at]!, lx[at + 1], lx[at + 2]]
  if (slash?.lower !== '/' || slash.gap || below?.kind !== 'number' || below.gap) return undefined
  if (
    !(above.value < below.value && below.value <= 100 && Number.isInteger(above.value) && Number.isInteger(below.value))
  )
    return undefined
  if (lx[at + 3]?.lower === '/' && !lx[at + 3]!.gap) return undefined
  return { value: above.value / below.value, next: at + 3 }
}

/** "1.3x10^6", "2.5^-1" */
function scientific(lx: readonly Lexeme[], at: number): { value: number; next: number } | undefined {
  let base = lx[at]!.value
  let next = at + 1
  let factor = 1
  if (/^[x×]$/.test(lx[next]?.lower ?? '') && lx[next + 1]?.text === '10' && lx[next + 2]?.lower === '^') {
    factor = base
    base = 10
    next += 2
  }
  if (lx[next]?.lower !== '^') return undefined
  next++
  let sign = 1
  for (; lx[next]?.lower === '-' || lx[next]?.lower === '+'; next++) if (lx[next]!.lower === '-') sign = -sign
  if (lx[next]?.kind !== 'number') return undefined
  return { value: factor * base ** (sign * lx[next]!.value), next: next + 1 }
}
