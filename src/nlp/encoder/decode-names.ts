import type { Chances } from './agree-on-names.ts'

/** A name by its words, counted from 0, both included. */
export interface LabelledSpan {
  readonly first: number
  readonly last: number
  readonly type: string
  /** Mean probability of its labels. */
  readonly score: number
}

/** How likely a word (counted from 0) begins or continues a name, by type. */
export function chancesOf(logits: Float32Array, word: number, labels: readonly string[]): Chances {
  const chances = { PER: 0, LOC: 0, ORG: 0, MISC: 0 }
  labels.forEach((label, at) => {
    if (label !== 'O') chances[label.slice(2) as keyof Chances] += probability(logits, word, at, labels.length)
  })
  return chances
}

/** The best legal sequence of BIO labels for logits [words × labels], as spans. */
export function bestNames(logits: Float32Array, words: number, labels: readonly string[]): LabelledSpan[] {
  const tags = bestLabels(logits, words, labels)
  const found: LabelledSpan[] = []
  for (let first = 0; first < words; first++) {
    const label = labels[tags[first]!]!
    if (label[0] !== 'B') continue
    const type = label.slice(2)
    let last = first
    while (last + 1 < words && labels[tags[last + 1]!] === `I-${type}`) last++
    let sum = 0
    for (let word = first; word <= last; word++) sum += probability(logits, word, tags[word]!, labels.length)
    found.push({ first, last, type, score: sum / (last - first + 1) })
    first = last
  }
  return found
}

function bestLabels(logits: Float32Array, words: number, labels: readonly string[]): Int32Array {
  const size = labels.length
  const before = inwardFrom(labels)
  let now = new Float64Array(size)
  for (let label = 0; label < size; label++) now[label] = before[label] ? -1e9 : logits[label]!
  const back: Int32Array[] = []
  for (let word = 1; word < words; word++) {
    const next = new Float64Array(size)
    const from = new Int32Array(size)
    const any = bestOf(now)
    for (let label = 0; label < size; label++) {
      const inner = before[label]
      const best = inner ? bestOf(now, inner) : any
      from[label] = best
      next[label] = now[best]! + logits[word * size + label]!
    }
    back.push(from)
    now = next
  }
  const tags = new Int32Array(words)
  let label = bestOf(now)
  for (let word = words - 1; word >= 0; word--) {
    tags[word] = label
    if (word > 0) label = back[word - 1]![label]!
  }
  return tags
}

/** The first of the labels, or of these, that has most. */
function bestOf(values: Float64Array, labels?: readonly number[]): number {
  let best = labels ? labels[0]! : 0
  const count = labels ? labels.length : values.length
  for (let at = 1; at < count; at++) {
    const label = labels ? labels[at]! : at
    if (values[label]! > values[best]!) best = label
  }
  return best
}

const inward = new WeakMap<readonly string[], (readonly number[] | undefined)[]>()

/** For the labels that go on with a name, those that may stand before; all others may follow any. */
function inwardFrom(labels: readonly string[]): (readonly number[] | undefined)[] {
  const known =
    inward.get(labels) ??
    labels.map((after) =>
      after[0] === 'I' ? labels.flatMap((before, at) => (before.slice(2) === after.slice(2) ? [at] : [])) : undefined,
    )
  inward.set(labels, known)
  return known
}

/** Softmax of one word's logits at one label. */
function probability(logits: Float32Array, word: number, label: number, size: number): number {
  let sum = 0
  const own = logits[word * size + label]!
  for (let other = 0; other < size; other++) sum += Math.exp(logits[word * size + other]! - own)
  return 1 / sum
}
