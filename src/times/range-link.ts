import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'

/** Index after the link between the two ends of a range ("to", "until", a dash; "and" behind "between"), or 0. */
export function linkAt(lx: readonly Lexeme[], at: number, lead: string): number {
  const word = lx[at]?.lower ?? ''
  if (lead === 'between') return word === 'and' || word === 'to' || isHyphen(lx[at]) ? at + 1 : 0
  if (word === 'to' || word === 'until' || word === 'till' || word === 'til' || word === 'through' || word === 'thru')
    return at + 1
  return isHyphen(lx[at]) && lx[at + 1] ? at + 1 : 0
}
