const NEVER = -1e30

/**
 * The best tree over scores of heads: `score(dependent, head)` with words from 1 and head 0 for the root. Every word takes its best
 * head; only where that makes no tree with one root the maximum spanning arborescence is sought (Chu-Liu-Edmonds, one root).
 * Returns the head of each word.
 */
export function bestTree(count: number, score: (dependent: number, head: number) => number): number[] {
  const size = count + 1
  const scores: Float64Array[] = [new Float64Array(size).fill(NEVER)]
  const heads = [0]
  for (let word = 1; word < size; word++) {
    const row = new Float64Array(size)
    let best = -1
    for (let head = 0; head < size; head++) {
      row[head] = head === word ? NEVER : score(word, head)
      if (head !== word && (best < 0 || row[head]! > row[best]!)) best = head
    }
    scores.push(row)
    heads.push(best)
  }
  if (isTree(heads)) return heads.slice(1)
  return withOneRoot(scores).slice(1)
}

/** One word under the root and no cycle. `heads[0]` is ignored. */
export function isTree(heads: readonly number[]): boolean {
  let roots = 0
  const state = new Uint8Array(heads.length)
  state[0] = 2
  for (let word = 1; word < heads.length; word++) {
    if (heads[word] === 0) roots++
    const path: number[] = []
    let at = word
    while (state[at] === 0) {
      state[at] = 1
      path.push(at)
      at = heads[at]!
    }
    if (state[at] === 1) return false
    for (const passed of path) state[passed] = 2
  }
  return roots === 1
}

/** Tries the few words that lose least by becoming the root. */
function withOneRoot(scores: readonly Float64Array[]): number[] {
  const words = scores.map((_, at) => at).slice(1)
  const gain = (word: number) =>
    scores[word]![0]! - scores[word]!.reduce((best, value, head) => (head === 0 ? best : Math.max(best, value)), NEVER)
  const candidates = words.sort((a, b) => gain(b) - gain(a) || a - b).slice(0, 4)
  let best: number[] = []
  let bestScore = Number.NEGATIVE_INFINITY
  for (const root of candidates) {
    const rows = scores.map((row, word) => {
      const copy = Float64Array.from(row)
      if (word === root) copy.fill(NEVER, 1)
      else copy[0] = NEVER
      return copy
    })
    const heads = arborescence(rows)
    const total = heads.reduce((sum, head, word) => (word ? sum + rows[word]![head]! : sum), 0)
    if (total > bestScore) {
      best = heads
      bestScore = total
    }
  }
  return best
}

/** Chu-Liu-Edmonds: contracts one cycle at a time. */
function arborescence(scores: readonly Float64Array[]): number[] {
  const size = scores.length
  const heads = scores.map((row, word) => (word === 0 ? 0 : argmax(row)))
  const cycle = findCycle(heads)
  if (!cycle) return heads
  const inside = new Set(cycle)
  const rest = heads.map((_, at) => at).filter((at) => !inside.has(at))
  const node = rest.length // the cycle's number in the smaller graph
  const small = Array.from({ length: node + 1 }, () => new Float64Array(node + 1).fill(NEVER))
  const leaves = new Int32Array(node) // which word of the cycle governs rest[i]
  const enters = new Int32Array(node) // which word of the cycle rest[i] governs
  rest.forEach((word, at) => {
    rest.forEach((head, other) => {
      if (at !== other) small[at]![other] = scores[word]![head]!
    })
    for (const head of cycle) {
      if (scores[word]![head]! > small[at]![node]!) {
        small[at]![node] = scores[word]![head]!
        leaves[at] = head
      }
    }
    for (const dependent of cycle) {
      const gain = scores[dependent]![word]! - scores[dependent]![heads[dependent]!]!
      if (gain > small[node]![at]!) {
        small[node]![at] = gain
        enters[at] = dependent
      }
    }
  })
  const solved = arborescence(small)
  const found = [...heads]
  for (let at = 1; at < node; at++) found[rest[at]!] = solved[at] === node ? leaves[at]! : rest[solved[at]!]!
  const entry = solved[node]!
  found[enters[entry]!] = rest[entry]!
  return found.length === size ? found : heads
}

function findCycle(heads: readonly number[]): number[] | undefined {
  const seen = new Int32Array(heads.length)
  seen[0] = -1
  for (let word = 1; word < heads.length; word++) {
    let at = word
    while (seen[at] === 0) {
      seen[at] = word
      at = heads[at]!
    }
    if (seen[at] === word) {
      const cycle = [at]
      for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next)
      return cycle
    }
  }
  return undefined
}

function argmax(row: Float64Array): number {
  let best = 0
  for (let at = 1; at < row.length; at++) if (row[at]! > row[best]!) best = at
  return best
}
