import type { Analysis, Document, Word } from '../model/document.ts'

/**
 * Does the clause around a place speak of the past (-1), of what is to come (1), or of what happens again and again ("it rains in May",
 * not in a headline)? By the nearest verb group before the place, else after it; 0 when its words do not tell.
 */
export type Direction = -1 | 0 | 1 | 'always'

export function directionAt({ words, sentence }: Analysis, offset: number, plan: ReadonlySet<string>): Direction {
  const direction = nearest(words, offset, plan)
  // "called a strike for April", "published its figures for April": either
  if (direction === -1 && words.findLast(({ end }) => end <= offset)?.form.toLowerCase() === 'for') return 0
  return direction === 'always' && sentence.zone === 'title' ? 0 : direction
}

/** Is a document told in the present, as guides and manuals are? News is told in the past; there "visits Rome in May" is a plan. */
export function toldInPresent({ sentences }: Document): () => boolean {
  let isPresent: boolean | undefined
  return () => {
    if (isPresent === undefined) {
      const tags = sentences.flatMap(({ words }) => words.map(({ xpos }) => xpos))
      const past = tags.filter((tag) => tag === 'VBD').length
      isPresent = tags.filter((tag) => tag === 'VBZ' || tag === 'VBP').length > 2 * past
    }
    return isPresent
  }
}

/** Of the verbs above a place in the tree the first that tells, else the nearest one that does. */
function nearest(words: readonly Word[], offset: number, plan: ReadonlySet<string>): Direction {
  const at = words.findIndex(({ end }) => end > offset)
  const from = at < 0 ? words.length : at
  let word = words[from]
  for (let steps = 0; word && word.head > 0 && steps < 12; steps++) {
    word = words[word.head - 1]
    const tense = word && tenseAbove(words, word, plan)
    if (tense !== undefined) return tense
  }
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

/** Of a verb, or of the copula of another predicate ("the shop is full in May"). */
function tenseAbove(words: readonly Word[], word: Word, plan: ReadonlySet<string>): Direction | undefined {
  const at = word.index - 1
  if (word.upos === 'VERB' || word.upos === 'AUX') return tenseOf(words, at, plan)
  if (word.form.toLowerCase() === 'due') return 1
  const copula = words.slice(Math.max(0, at - 6), at).find(({ head, upos }) => head === word.index && upos === 'AUX')
  return copula && tenseOf(words, copula.index - 1, plan)
}

const WILL = /^(?:will|shall|'ll|’ll|wo|would|may|might|should|must|can)$/
/** May be ahead, or was possible. */
const MAY_BE = 'could'
const PRESENT = /^(?:is|are|am|'s|'re|’s|’re)$/

/** Of a verb's word; undefined for words that do not decide: infinitives without a plan, participles. */
function tenseOf(words: readonly Word[], at: number, plan: ReadonlySet<string>): Direction | undefined {
  const { xpos, upos, form, lemma } = words[at]!
  const lower = form.toLowerCase()
  if (WILL.test(lower)) return 1
  if (lower === MAY_BE) return 0
  if (upos !== 'VERB' && upos !== 'AUX') return undefined
  if (xpos === 'VBD')
    return lower === 'had' || lower === 'was' || lower === 'were' ? (isPlanned(words, at, plan) ? 1 : -1) : -1
  if (xpos === 'VBN') {
    const helper = words.slice(Math.max(0, at - 4), at).findLast((word) => word.upos === 'AUX')
    // "rain expected on Friday"
    if (!helper) return plan.has(lower) && words[at]!.deprel !== 'amod' ? 1 : undefined
    const word = helper.form.toLowerCase()
    if (word === 'be') {
      const before = words.slice(Math.max(0, at - 5), at).map((one) => one.form.toLowerCase())
      if (before.some((one) => WILL.test(one) || one === 'to')) return 1
      return before.includes(MAY_BE) ? 0 : undefined
    }
    return PRESENT.test(word) ? (plan.has(lower) ? 1 : 0) : -1
  }
  if (xpos === 'VB') {
    // "is to end"
    if (words[at - 1]?.form === 'to' && /^(?:is|are|was|were)$/.test(words[at - 2]?.form ?? '')) return 1
    const before = words.slice(Math.max(0, at - 3), at).map((word) => word.form.toLowerCase())
    if (
      before.some(
        (word) =>
          WILL.test(word) ||
          (word === 'to' && words.slice(Math.max(0, at - 6), at).some((word) => plan.has(word.form.toLowerCase()))),
      )
    )
      return 1
    return before.includes(MAY_BE) ? 0 : undefined
  }
  if (xpos === 'VBG') return PRESENT.test(words[at - 1]?.form.toLowerCase() ?? '') ? 1 : undefined
  if (xpos === 'VBZ' || xpos === 'VBP') {
    if (/^(?:has|have|'ve|’ve)$/.test(lower)) return -1
    if (PRESENT.test(lower)) return isPlanned(words, at, plan) || words[at + 1]?.xpos === 'VBG' ? 1 : 0
    return plan.has(lower) ? 1 : upos === 'VERB' && !NO_HABIT.has(lemma) ? 'always' : 0
  }
  return undefined
}

/** What is said, thought or had is so now. */
const NO_HABIT = new Set([
  'be',
  'have',
  'do',
  'say',
  'report',
  'show',
  'think',
  'know',
  'believe',
  'remember',
  'see',
  'mean',
  'seem',
  'suggest',
  'estimate',
  'claim',
  'remain',
  'mark',
  'cite',
  'note',
  'argue',
  'add',
])

const isPlanned = (words: readonly Word[], at: number, plan: ReadonlySet<string>): boolean =>
  words.slice(at + 1, at + 4).some(({ form }) => plan.has(form.toLowerCase())) &&
  words
    .slice(at + 1, at + 6)
    .some(({ form, upos }) => form.toLowerCase() === 'to' || form.toLowerCase() === 'for' || upos === 'ADP')
