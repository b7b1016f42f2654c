import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import { DECADES, type TimeLookup } from './lookup.ts'
import { eraAfter } from './parse-year.ts'
import type { Point } from './point.ts'

/** "the 1990s", "the '90s", "the nineties", "the nineteen seventies" */
export function decade(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
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
    const before = lx[at - 1]?.lower ?? ''
    const isMeant = article || apostrophe || /^(?:-|in|since|during|early|late|mid)$/.test(before)
    return /^\d0$/.test(number.text) && isMeant ? { next, decade: number.value } : undefined
  }
  if (article && number?.lower === 'two') return ofThousands(lx, from + 1)
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

/** "the two thousands", "the two thousand and tens" */
function ofThousands(lx: readonly Lexeme[], at: number): Point | undefined {
  if (lx[at]?.lower === 'thousands') return { next: at + 1, decade: 2000 }
  if (lx[at]?.lower !== 'thousand' || lx[at + 1]?.lower !== 'and') return undefined
  const name = DECADES.get(lx[at + 2]?.lower ?? '')
  return name === undefined ? undefined : { next: at + 3, decade: 2000 + name }
}

/** "19th century", "the twentieth century", "the 7th century BC" */
export function century(lx: readonly Lexeme[], at: number, look: TimeLookup): Point | undefined {
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
