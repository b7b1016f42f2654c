/**
 * Words a second on one core: our engines alone, the whole extraction with each of them, and spaCy's small English model with its whole pipeline, on the same
 * made-up news in one run.
 *
 *   npx tsx bench/words.ts [--articles 60] [--rounds 3] [--json FILE]
 *
 * spaCy is looked for in WIREGRAPH_SPACY (a Python with it), else installed once into the cache folder; where that fails its line is left out, and why is said.
 * Words are counted by our own tokenizer for all (a punctuation mark is one); the figures are the best round's, by CPU time, as is the start, so that other work on the machine counts little.
 * MB is the most that the process held at any time; for us that is the memory of a program with one worker. The encoder is read in WebAssembly too, one round.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findSpacy } from './find-spacy.ts'
import { makeNews } from './make-news.ts'

interface Figures {
  readonly system: string
  readonly words: number
  readonly cpu: number
  readonly wall: number
  readonly start: number
  readonly megabytes: number
}

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'string' },
  },
})
const HERE = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
const file = join(folder, 'texts.json')
writeFileSync(file, JSON.stringify(makeNews(Number(values.articles))))

const pin = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : []
const peer = findSpacy()
const found: Figures[] = []
try {
  for (const extent of ['words', 'whole'])
    for (const engine of ['encoder', 'fast']) found.push(ours({}, engine, extent, file, values.rounds))
  for (const extent of ['words', 'whole']) found.push(ours({ WIREGRAPH_RUNTIME: 'wasm' }, 'encoder', extent, file, '1'))
  if ('python' in peer) found.push(run({}, peer.python, join(HERE, 'words_of_spacy.py'), file, values.rounds))
  else console.error(`spaCy left out: ${peer.missing}`)
} finally {
  rmSync(folder, { recursive: true })
}

const words = found[0]!.words
const rate = ({ cpu }: Figures) => Math.round(words / cpu)
const spacy = found.find(({ system }) => system.startsWith('spaCy'))
const rows = found.map((figures) => ({
  system: figures.system,
  'words/s of CPU': rate(figures),
  'words/s of wall': Math.round(words / figures.wall),
  'start s': Number(figures.start.toFixed(2)),
  MB: Math.round(figures.megabytes),
  'against spaCy': spacy ? `${(rate(figures) / rate(spacy)).toFixed(2)} ×` : '–',
}))
console.log(
  `${words} words of made-up news, ${cpus()[0]?.model ?? 'unknown processor'}, ${pin.length ? 'pinned to one core' : 'not pinned'}, Node ${process.version}`,
)
console.table(rows)
if (values.json) writeFileSync(values.json, `${JSON.stringify({ words, rows }, null, 1)}\n`)

function ours(environment: NodeJS.ProcessEnv, ...args: string[]): Figures {
  return run(environment, process.execPath, '--import', 'tsx', join(HERE, 'words-of-engine.ts'), ...args)
}

function run(environment: NodeJS.ProcessEnv, ...command: string[]): Figures {
  const [program, ...args] = [...pin, ...command] as [string, ...string[]]
  const env = { ...process.env, ...environment, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const said = execFileSync(program, args, {
    encoding: 'utf8',
    env,
    cwd: join(HERE, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(said.trim().split('\n').at(-1)!)
}
