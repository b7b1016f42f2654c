import type { Word } from '../model/document.ts'
import { UPPER } from '../text/letters.ts'

const LONG_WORD = /^\p{L}{4,}$/u

/** A line without a full stop in which nearly every longer word has a capital. */
export function isHeadline(words: readonly Word[]): boolean {
  if (/^[.?!]$/.test(words.at(-1)!.form)) return false
  const long = words.filter(({ form }) => LONG_WORD.test(form))
  return long.length >= 2 && long.filter(({ form }) => UPPER.test(form)).length >= 0.75 * long.length
}
