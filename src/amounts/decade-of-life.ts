import type { Lexeme } from './lexemes.ts'
import type { NumberWords } from './lexicon.ts'

/** Between which ages somebody is, and the lexeme behind. */
export interface DecadeOfLife {
  readonly min: number
  readonly max: number
  readonly next: number
}

/** "in [her thirties]", "[their late 40s]", "[his mid-20s]", from the word that says whose. */
export function decadeOfLife(lx: readonly Lexeme[], at: number, { tens }: NumberWords): DecadeOfLife | undefined {
  if (!WHOSE.test(lx[at]?.lower ?? '') || lx[at - 1]?.lower !== 'in') return undefined
  const part = PARTS[lx[at + 1]?.lower ?? '']
  let from = part ? at + 2 : at + 1
  if (part && lx[from]?.lower === '-') from++
  const word = lx[from]
  if (!word) return undefined
  const spelled = /ies$/.test(word.lower) ? tens[word.lower.replace(/ies$/, 'y')] : undefined
  const digits =
    word.kind === 'number' && /^[2-9]0$/.test(word.text) && lx[from + 1]?.lower === 's' && !lx[from + 1]!.gap
  const years = spelled ?? (digits ? word.value : undefined)
  if (years === undefined) return undefined
  const [first, last] = part ?? [0, 9]
  return { min: years + first, max: years + last, next: from + (digits ? 2 : 1) }
}

const WHOSE = /^(?:his|her|their|my|your|our)$/
const PARTS: Readonly<Record<string, readonly [number, number] | undefined>> = Object.assign(Object.create(null), {
  early: [0, 4],
  mid: [3, 6],
  late: [5, 9],
})
