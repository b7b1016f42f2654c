import { readFileSync } from 'node:fs'

/** A gold tuple of CaRB. */
export interface Gold {
  readonly relation: string
  readonly args: readonly string[]
}

/** The gold tuples by sentence (blanks and marks left out, as they are written in several ways). */
export function readGold(path: string): Map<string, Gold[]> {
  const found = new Map<string, Gold[]>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [sentence, relation, ...args] = line.trim().split('\t')
    if (!sentence || relation === undefined) continue
    const known = found.get(keyOf(sentence)) ?? []
    found.set(keyOf(sentence), [...known, { relation: relation.trim(), args: args.map((arg) => arg.trim()) }])
  }
  return found
}

export const keyOf = (sentence: string): string =>
  sentence
    .replace(/ /g, '')
    .replace(/-LRB-|-RRB-|-LSB-|-RSB-|-LCB-|-RCB-/g, '')
    .replace(/[!-/:-@[-`{-~]/g, '')

/** Share of a tuple's words that are in the gold one, slot by slot; 0 when the relations share none. CaRB's lenient matching. */
export function precisionOf(gold: Gold, relation: string, args: readonly string[]): number {
  const [common, left] = inCommon(gold.relation, relation)
  const be = left.includes('be') && gold.relation.split(/\s+/).some((word) => BE.has(word)) ? 1 : 0
  if (common + be === 0 || args.length < Math.min(gold.args.length, 2)) return 0
  const [first = '', ...rest] = args
  const [goldFirst = '', ...goldRest] = gold.args
  const size = words(relation).length + words(first).length + words(rest.join(' ')).length
  return (common + be + inCommon(goldFirst, first)[0] + inCommon(goldRest.join(' '), rest.join(' '))[0]) / size
}

const BE = new Set(['be', 'is', 'am', 'are', 'was', 'were', 'been', 'being'])
const words = (text: string) => text.split(/\s+/).filter(Boolean)

function inCommon(gold: string, system: string): [number, string[]] {
  const left = words(system)
  let count = 0
  for (const word of words(gold)) {
    const at = left.indexOf(word)
    if (at < 0) continue
    left.splice(at, 1)
    count++
  }
  return [count, left]
}
