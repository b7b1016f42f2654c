import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOME } from '../../home.ts'

let shared: ((stem: string) => number) | undefined

/** How much a word, by stem, tells of what a text is about: the inverse document frequency by `models/word-rarity.tsv`, made by `train/word-rarity.ts`; read when it is first asked. */
export function wordRarity(stem: string): number {
  shared ??= read()
  return shared(stem)
}

function read(): (stem: string) => number {
  const [first, ...lines] = readFileSync(join(HOME, 'models', 'word-rarity.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  const texts = Number(first)
  const counts = new Map(lines.map((line) => line.split('\t') as [string, string]))
  return (stem) => Math.log((texts + 1) / (Number(counts.get(stem) ?? 0) + 1))
}
