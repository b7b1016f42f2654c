/**
 * `npm run bench [-- --quick]`: speed and growth, one table after the other: words a second by stage and engine, words a second against spaCy on the same text in one run,
 * rows a second into each store and the cost of an article from 100 to 10,000. Each part is a program of its own with `--json`.
 */
import { spawnSync } from 'node:child_process'

const quick = process.argv.includes('--quick')
const PARTS: readonly (readonly [title: string, args: readonly string[]])[] = [
  ['By stage, encoder', ['bench/stages.ts', '--engine', 'encoder']],
  ['By stage, fast engine', ['bench/stages.ts', '--engine', 'fast']],
  ['Against spaCy', ['bench/words.ts', ...(quick ? ['--articles', '20', '--rounds', '1'] : [])]],
  ['Stores', ['bench/store.ts', ...(quick ? ['--sizes', '100,1000', '--neo4j', '100'] : [])]],
]
let worst = 0
for (const [title, args] of PARTS) {
  console.log(`\n# ${title}\n`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', ...args], { stdio: 'inherit' })
  worst = Math.max(worst, status ?? 1)
}
process.exit(worst)
