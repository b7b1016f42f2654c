const NEVER = -1e15
/** More than any tree's scores can differ by: with it on every arc from the root, the best tree has one. */
const ONE_ROOT = 1e6

/**
 * The best tree over scores of heads: `score(dependent, head)` with words from 1 and head 0 for the root. Every word takes its best
 * head; only where that makes no tree with one root the maximum spanning arborescence is sought (Chu-Liu-Edmonds, one root).
 * Returns the head of each word.
 */
export function bestTree(count: number, score: (dependent: number, head: number) => number): number[] {
  const greedy = ownHeads(count, score)
  if (isTree(greedy)) return greedy.slice(1)
  const size = count + 1
  const scores: Float64Array[] = [new Float64Array(size).fill(NEVER)]
  for (let word = 1; word < size; word++) {
    const row = new Float64Array(size)
    for (let head = 0; head < size; head++) row[head] = head === word ? NEVER : score(word, head)
    scores.push(row)
  }
  for (const row of scores) row[0]! -= ONE_ROOT
  return arborescence(scores).slice(1)
}

/** Every word's best head, the first of equal ones. */
function ownHeads(count: number, score: (dependent: number, head: number) => number): number[] {
  const heads = [0]
  for (let word = 1; word <= count; word++) {
    let best = 0
    let highest = score(word, 0)
    for (let head = 1; head <= count; head++) {
      const value = head === word ? NEVER : score(word, head)
      if (value <= highest) continue
      best = head
      highest = value
    }
    heads.push(best)
  }
  return heads
}

const bestHeads = (scores: readonly Float64Array[]): number[] =>
  scores.map((row, word) => (word === 0 ? 0 : argmax(row)))

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

/** Chu-Liu-Edmonds: the cycles of the best heads become one node each, until there are none. Node 0 is the root. */
function arborescence(scores: readonly Float64Array[]): number[] {
  const heads = bestHeads(scores)
  const { group, count, cyclic } = groupCycles(heads)
  if (count === heads.length) return heads
  const best = Array.from({ length: count }, () => new Float64Array(count).fill(NEVER))
  const arcs = Array.from({ length: count }, () => new Int32Array(count)) // the best arc between two groups: dependent × size + head
  const size = heads.length
  for (let word = 1; word < size; word++) {
    const row = scores[word]!
    const to = group[word]!
    const broken = cyclic[word] ? row[heads[word]!]! : 0 // what the cycle loses when it is entered here
    for (let head = 0; head < size; head++) {
      const from = group[head]!
      if (from === to || row[head]! - broken <= best[to]![from]!) continue
      best[to]![from] = row[head]! - broken
      arcs[to]![from] = word * size + head
    }
  }
  arborescence(best).forEach((from, to) => {
    if (to === 0) return
    const arc = arcs[to]![from]!
    heads[Math.floor(arc / size)] = arc % size
  })
  return heads
}

/** Numbers the nodes anew, the words of a cycle with one number. The root keeps 0. */
function groupCycles(heads: readonly number[]): { group: Int32Array; count: number; cyclic: Uint8Array } {
  const size = heads.length
  const seen = new Int32Array(size).fill(-1)
  const cyclic = new Uint8Array(size)
  const group = new Int32Array(size).fill(-1)
  group[0] = 0
  seen[0] = 0
  let count = 1
  for (let word = 1; word < size; word++) {
    let at = word
    while (seen[at] === -1) {
      seen[at] = word
      at = heads[at]!
    }
    if (at === 0 || seen[at] !== word || group[at] !== -1) continue
    for (let next = at; group[next] === -1; next = heads[next]!) {
      group[next] = count
      cyclic[next] = 1
    }
    count++
  }
  for (let word = 1; word < size; word++) if (group[word] === -1) group[word] = count++
  return { group, count, cyclic }
}

function argmax(row: Float64Array): number {
  let best = 0
  for (let at = 1; at < row.length; at++) if (row[at]! > row[best]!) best = at
  return best
}
