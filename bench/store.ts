/**
 * `npx tsx bench/store.ts [--sizes 100,1000,10000] [--neo4j 100,1000] [--json]`: rows a second into each store, and how the cost of an article and the memory
 * grow with their number; each size in a process of its own. For Neo4j: WIREGRAPH_TEST_BOLT_URI (it is emptied!), else one that is started here; left out
 * where neither can be had.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { whatIsMissing } from '../scripts/neo4j/class-path.ts'
import { startNeo4j, stopNeo4j } from '../scripts/neo4j/start-neo4j.ts'
import { columns } from '../src/view/terminal.ts'
import type { Load } from './load-made-up.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    neo4j: { type: 'string', default: '100,1000' },
    json: { type: 'boolean' },
  },
})

const CHILD = fileURLToPath(new URL('load-made-up.ts', import.meta.url))
const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number)
const say = (text: string) => process.stderr.write(`${text}\n`)

const loads: Load[] = []
for (const size of numbers(values.sizes)) loads.push(await load(size))
if (values.neo4j) await intoNeo4j().catch((error: Error) => say(`Left out: Neo4j (${error.message.split('\n')[0]}).`))

if (values.json) process.stdout.write(`${JSON.stringify(loads)}\n`)
else
  process.stdout.write(
    `${columns([
      [
        'store',
        'articles',
        'rows',
        'rows/s loaded',
        'rows/s in all',
        'ms/article',
        'CPU ms/article',
        'peak MB',
        'ours MB',
      ],
      ...loads.map((one) => [
        one.store,
        one.articles,
        one.rows,
        one.loadRowsPerSecond,
        one.rowsPerSecond,
        one.msPerArticle,
        one.cpuMsPerArticle,
        one.peakMb,
        one.oursMb,
      ]),
    ]).join('\n')}\n`,
  )

async function load(size: number, address = ''): Promise<Load> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...['--expose-gc', '--import', 'tsx', CHILD],
    ...[String(size), address],
  ])
  const result = JSON.parse(stdout) as Load
  say(`${result.store}: ${size} articles, ${result.loadRowsPerSecond} rows/s, ${result.peakMb} MB`)
  return result
}

async function intoNeo4j(): Promise<void> {
  const given = process.env.WIREGRAPH_TEST_BOLT_URI
  const missing = given ? undefined : await whatIsMissing()
  if (missing) throw new Error(`what is missing is ${missing}`)
  const home = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
  const server = given ? undefined : await startNeo4j({ home, auth: false })
  const address = given ?? server!.uri
  try {
    await load(200, address) // the first articles are for the server's compiler
    for (const size of numbers(values.neo4j)) loads.push(await load(size, address))
  } finally {
    if (server) await stopNeo4j(server.pid)
    rmSync(home, { recursive: true, force: true })
  }
}
