import type { Analysis, Word } from '../model/document.ts'

/**
 * Does the clause around a place speak of the past (-1) or of what is to come (1)? By the nearest verb group before the place, else
 * after it; 0 when its words do not tell.
 */
export function directionAt({ words }: Analysis, offset: number, plan: ReadonlySet<string>): -1 | 0 | 1 {
  const at = words.findIndex(({ end }) => end > offset)
  const from = at < 0 ? words.length : at
  for (let back = from - 1; back >= Math.max(0, from - 30); back--) {
    const tense = tenseOf(words, back, plan)
    if (tense !== undefined) return tense
  }
  for (let on = from; on < Math.min(words.length, from + 20); on++) {
    const tense = tenseOf(words, on, plan)
    if (tense !== undefined) return tense
  }
  return 0
}

const WILL = /^(?:will|shall|'ll|’ll|wo|would)$/
const PRESENT = /^(?:is|are|am|'s|'re|’s|’re)$/

/** Of a verb's word; undefined for words that do not decide: infinitives without a plan, participles. */
function tenseOf(words: readonly Word[], at: number, plan: ReadonlySet<string>): -1 | 0 | 1 | undefined {
  const { xpos, upos, form } = words[at]!
  const lower = form.toLowerCase()
  if (WILL.test(lower)) return 1
  if (upos !== 'VERB' && upos !== 'AUX') return undefined
  if (xpos === 'VBD')
    return lower === 'had' || lower === 'was' || lower === 'were' ? (isPlanned(words, at, plan) ? 1 : -1) : -1
  if (xpos === 'VBN') {
    const helper = words.slice(Math.max(0, at - 4), at).findLast((word) => word.upos === 'AUX')
    if (!helper) return undefined
    const word = helper.form.toLowerCase()
    if (word === 'be')
      return words
        .slice(Math.max(0, at - 5), at)
        .some(({ form: other }) => WILL.test(other.toLowerCase()) || other.toLowerCase() === 'to')
        ? 1
        : undefined
    return PRESENT.test(word) ? (plan.has(lower) ? 1 : 0) : -1
  }
  if (xpos === 'VB') {
    const before = words.slice(Math.max(0, at - 3), at).map((word) => word.form.toLowerCase())
    if (
      before.some(
        (word) =>
          WILL.test(word) ||
          (word === 'to' && words.slice(Math.max(0, at - 6), at).some((word) => plan.has(word.form.toLowerCase()))),
      )
    )
      return 1
    return undefined
  }
  if (xpos === 'VBG') return PRESENT.test(words[at - 1]?.form.toLowerCase() ?? '') ? 1 : undefined
  if (xpos === 'VBZ' || xpos === 'VBP') {
    if (/^(?:has|have|'ve|’ve)$/.test(lower)) return -1
    if (PRESENT.test(lower)) return isPlanned(words, at, plan) || words[at + 1]?.xpos === 'VBG' ? 1 : 0
    return plan.has(lower) ? 1 : 0
  }
  return undefined
}

const isPlanned = (words: readonly Word[], at: number, plan: ReadonlySet<string>): boolean =>
  words.slice(at + 1, at + 4).some(({ form }) => plan.has(form.toLowerCase())) &&
  words
    .slice(at + 1, at + 6)
    .some(({ form, upos }) => form.toLowerCase() === 'to' || form.toLowerCase() === 'for' || upos === 'ADP')
