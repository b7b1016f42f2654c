/**
 * `npm run bench [-- --quick] [--json FILE]`: speed, memory and growth in one table, and the same as JSON: start-up, words and articles a second of one core by stage
 * and engine, our engines beside spaCy's in one run, rows a second into each store, and what an article costs among 100, 1,000 and 10,000. Half an hour on two
 * quiet cores; with `--quick` three minutes, up to 300 articles. Each part is a program of its own in this folder.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { clipped, columns } from '../src/view/terminal.ts'
import type { Load } from './load-made-up.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } } })
const quick = values.quick
const STAGE_ARTICLES = quick ? 10 : 40
const READ_SIZES = quick ? [40, 120] : [100, 1000]

/** A line of the table. `toReach` is a lower bound, or an upper one where less is better. */
interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly toReach?: string
}

interface Stages {
  readonly words: number
  readonly rows: readonly { readonly stage: string; readonly wordsPerSecond: number }[]
}

const processors = cpus()
/** What else the machine was doing shakes every figure: a load of one is a core that was busy before this began. */
const machine = {
  date: new Date().toISOString().slice(0, 10),
  processor: processors[0]?.model ?? 'unknown',
  cores: processors.length,
  memoryGb: Math.round(totalmem() / 1e9),
  loadAtStart: Number(loadavg()[0]!.toFixed(2)),
  node: process.version,
  quick,
}
const started = performance.now()
const measures: Measure[] = []
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
const failed: string[] = []
try {
  await part('start-up', startUp)
  for (const engine of ['encoder', 'fast']) await part(`stages, ${engine} engine`, () => stages(engine))
  await part('words a second beside spaCy', beside)
  for (const articles of READ_SIZES) await part(`reading ${articles} articles`, () => reading(articles))
  await part('stores', stores)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const table = measures.map(({ name, value, unit, toReach }) => [
  clipped(name, 60),
  value.toLocaleString('en', { maximumFractionDigits: 2 }).padStart(9),
  unit,
  toReach ?? '',
])
const minutes = Number(((performance.now() - started) / 60_000).toFixed(1))
console.log(
  `${machine.date}, ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}; load ${machine.loadAtStart} at the start; ${quick ? 'quick, ' : ''}${minutes} minutes\n`,
)
console.log(columns([['measure', '    value', 'unit', 'to reach'], ...table]).join('\n'))
const report = { ...machine, minutes, measures }
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`)
else console.log(`\n${JSON.stringify(report)}`)
if (failed.length > 0) {
  console.error(`Not measured: ${failed.join(', ')}.`)
  process.exitCode = 1
}

/** Measures one part and says how long it took; a part that fails is left out and named. */
async function part(name: string, measure: () => Promise<Measure[]>): Promise<void> {
  const started = performance.now()
  process.stderr.write(`${name} …`)
  try {
    measures.push(...(await measure()))
  } catch (error) {
    failed.push(name)
    process.stderr.write(` failed: ${(error as Error).message}`)
  }
  process.stderr.write(` ${Math.round((performance.now() - started) / 1000)} s\n`)
}

async function startUp(): Promise<Measure[]> {
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const started = performance.now()
    await program('src/cli.ts', '--version')
    times.push(performance.now() - started)
  }
  return [
    {
      name: 'start-up (--version), best of 5',
      value: Math.round(Math.min(...times)),
      unit: 'ms',
      toReach: 'under 700',
    },
  ]
}

async function stages(engine: string): Promise<Measure[]> {
  const args = ['--engine', engine, '--articles', String(STAGE_ARTICLES), '--json']
  const { words, rows } = JSON.parse(await program('bench/stages.ts', ...args)) as Stages
  return rows.flatMap(({ stage, wordsPerSecond }) => {
    const isAll = stage === 'all stages'
    const articles = (wordsPerSecond * STAGE_ARTICLES) / words
    return [
      {
        name: `${engine}, ${stage}`,
        value: wordsPerSecond,
        unit: 'words/s',
        ...(isAll && engine === 'fast' ? { toReach: '10,000' } : {}),
      },
      { name: `${engine}, ${stage}`, value: Number(articles.toFixed(1)), unit: 'articles/s' },
    ]
  })
}

async function beside(): Promise<Measure[]> {
  const file = join(folder, 'words.json')
  await program('bench/words.ts', '--json', file, ...(quick ? ['--articles', '12', '--rounds', '1'] : []))
  const { rows } = JSON.parse(readFileSync(file, 'utf8')) as { rows: Record<string, string | number>[] }
  return rows.flatMap((row) => {
    const name = String(row.system).replace(/^(spaCy [\d.]+),.*$/, '$1, small English model')
    const ratio = Number.parseFloat(String(row['against spaCy']))
    return [
      { name, value: Number(row['words/s of CPU']), unit: 'words/s' },
      ...(Number.isNaN(ratio) ? [] : [{ name, value: ratio, unit: '× spaCy' }]),
      { name: `${name}, start`, value: Number(row['start s']), unit: 's' },
      { name: `${name}, memory`, value: Number(row.MB), unit: 'MB' },
    ]
  })
}

async function reading(articles: number): Promise<Measure[]> {
  const result = JSON.parse(await program('bench/reading.ts', '--articles', String(articles)))
  const name = `reading ${articles.toLocaleString('en')} articles, fast engine`
  return [
    { name, value: result.cpuMsPerArticle, unit: 'CPU ms/article' },
    { name, value: result.peakMb, unit: 'MB at most' },
    { name, value: result.oursMb, unit: 'MB held at the end' },
  ]
}

async function stores(): Promise<Measure[]> {
  const sizes = quick ? ['--sizes', '100,300', '--neo4j', '100'] : []
  const loads = JSON.parse(await program('bench/store.ts', '--json', ...sizes)) as Load[]
  return loads.flatMap((load) => {
    const first = loads.find(({ store }) => store === load.store)!
    const name = `${load.store}, ${load.articles.toLocaleString('en')} articles`
    const growth = load.cpuMsPerArticle / first.cpuMsPerArticle
    return [
      {
        name,
        value: load.loadRowsPerSecond,
        unit: 'rows/s loaded',
        toReach: load.store === 'neo4j' ? '5,000' : '15,000',
      },
      { name, value: load.rowsPerSecond, unit: 'rows/s with comparing' },
      ...(load.store === 'neo4j'
        ? []
        : [{ name, value: load.rowsPerCpuSecond, unit: 'rows/s of CPU, with comparing' }]),
      { name, value: load.cpuMsPerArticle, unit: 'CPU ms/article' },
      ...(load === first
        ? []
        : [{ name, value: Number(growth.toFixed(2)), unit: `× ${first.articles} articles`, toReach: 'under 1.3' }]),
      { name, value: load.peakMb, unit: 'MB at most' },
      { name, value: load.oursMb, unit: 'MB of it our own' },
    ]
  })
}

/** Runs a program of this project to its end; gives what it printed. */
async function program(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', ...args], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout
}
