/**
 * Words a second on one core: our engines alone, the whole extraction with each of them, and spaCy's small English model with its whole pipeline, on the same
 * made-up news in one run. All take turns, round by round, so that other work on the machine falls on all of them alike.
 *
 *   npx tsx bench/words.ts [--articles 60] [--rounds 5] [--json FILE]
 *
 * spaCy is looked for in WIREGRAPH_SPACY (a Python with it), else installed once into the cache folder; where that fails its line is left out, and why is said.
 * Words are counted by our own tokenizer for all (a punctuation mark is one). Figures are of CPU time, as is the start: the median of the rounds, and of each round's ratio to
 * spaCy's turn in it the median and the extremes. `cold` is the first time a system reads the articles, before V8 has compiled what is used most.
 * MB is the most that the process held at any time; for us that is the memory of a program with one worker. The encoder is read in WebAssembly too, one round.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findSpacy } from './find-spacy.ts'
import { makeNews } from './make-news.ts'

/** What a child says when it is ready, and after each time it has read the articles. */
interface Ready {
  readonly system: string
  readonly start: number
}
interface Turn {
  readonly words: number
  /** Seconds. */
  readonly cpu: number
  readonly megabytes: number
}
interface Reader extends Ready {
  readonly process: ChildProcess
  readonly turn: () => Promise<Turn>
  readonly turns: Turn[]
}

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
})
/** Rounds for the compiler, which is busy for some 150,000 words; the first of them is shown. */
const WARM_UP = 4
const HERE = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
const file = join(folder, 'texts.json')
writeFileSync(file, JSON.stringify(makeNews(Number(values.articles))))

const pin = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : []
const peer = findSpacy()
if ('missing' in peer) console.error(`spaCy left out: ${peer.missing}`)
const readers: Reader[] = []
const inWebAssembly: Reader[] = []
try {
  for (const extent of ['words', 'whole'])
    for (const engine of ['encoder', 'fast']) readers.push(await ours({}, engine, extent))
  if ('python' in peer) readers.push(await start({}, peer.python, join(HERE, 'words_of_spacy.py'), file))
  for (let round = 0; round < WARM_UP + Number(values.rounds); round++)
    for (const reader of readers) reader.turns.push(await reader.turn())
  for (const extent of ['words', 'whole']) {
    const reader = await ours({ WIREGRAPH_RUNTIME: 'wasm' }, 'encoder', extent)
    inWebAssembly.push(reader)
    for (let round = 0; round < 2; round++) reader.turns.push(await reader.turn())
    reader.process.kill()
  }
} finally {
  for (const { process } of [...readers, ...inWebAssembly]) process.kill()
  rmSync(folder, { recursive: true })
}

const { words } = readers[0]!.turns[0]!
const spacy = readers.find(({ system }) => system.startsWith('spaCy'))
const warm = ({ turns }: Reader): readonly number[] =>
  turns.slice(Math.min(WARM_UP, turns.length - 1)).map(({ cpu }) => cpu)
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!
const ratiosOf = (reader: Reader): readonly number[] => {
  const own = warm(reader)
  const peers = spacy ? warm(spacy) : []
  return own.length === peers.length
    ? peers.map((peer, round) => peer / own[round]!)
    : peers.map((peer) => peer / own[0]!)
}
const rows = [...readers, ...inWebAssembly].map((reader) => {
  const seconds = median(warm(reader))
  const ratios = ratiosOf(reader)
  return {
    system: reader.system,
    'words/s': Math.round(words / seconds),
    'µs/word': Number(((1e6 * seconds) / words).toFixed(1)),
    cold: Math.round(words / reader.turns[0]!.cpu),
    'against spaCy': spacy ? `${median(ratios).toFixed(2)} ×` : '–',
    extremes: spacy ? `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}` : '–',
    'start s': Number(reader.start.toFixed(2)),
    MB: Math.round(reader.turns.at(-1)!.megabytes),
  }
})
console.log(
  `${words} words of made-up news, ${values.rounds} rounds after ${WARM_UP}, ${cpus()[0]?.model ?? 'unknown processor'}, ${pin.length ? 'pinned to one core' : 'not pinned'}, Node ${process.version}`,
)
console.table(rows)
if (values.json) writeFileSync(values.json, `${JSON.stringify({ words, rows }, null, 1)}\n`)

/** With the hooks and the memory that a worker has (src/run/thread.ts). */
function ours(environment: NodeJS.ProcessEnv, engine: string, extent: string): Promise<Reader> {
  const node = [process.execPath, '--max-semi-space-size=32', '--import', './src/run/register.mjs'] as const
  return start(environment, ...node, join(HERE, 'words-of-engine.ts'), engine, extent, file)
}

/** A child that reads the articles once for every line it is sent. */
async function start(environment: NodeJS.ProcessEnv, ...command: string[]): Promise<Reader> {
  const [program, ...args] = [...pin, ...command] as [string, ...string[]]
  const env = { ...process.env, ...environment, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  const child = spawn(program, args, { env, cwd: join(HERE, '..'), stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${args.join(' ')} ended`)
    return JSON.parse(value)
  }
  const ready: Ready = await next()
  const turn = (): Promise<Turn> => {
    const said = next()
    child.stdin.write('\n')
    return said
  }
  return { ...ready, process: child, turn, turns: [] }
}
