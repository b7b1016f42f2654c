/**
 * `npx tsx bench/store.ts [--sizes 100,1000,10000] [--neo4j 100,1000] [--json]`: rows a second into each store and how the cost of an article grows with
 * their number. For Neo4j: WIREGRAPH_TEST_BOLT_URI (it is emptied!), else one that is started here; left out where neither can be had.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { whatIsMissing } from '../scripts/neo4j/class-path.ts'
import { startNeo4j, stopNeo4j } from '../scripts/neo4j/start-neo4j.ts'
import { GraphStore } from '../src/store/graph-store.ts'
import { loadAll } from '../src/store/load-all.ts'
import { openDatabase } from '../src/store/open-store.ts'
import { columns } from '../src/view/terminal.ts'
import { makeArticle } from './make-corpus.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    neo4j: { type: 'string', default: '100,1000' },
    json: { type: 'boolean' },
  },
})

interface Measurement {
  readonly store: string
  readonly articles: number
  readonly rows: number
  /** nodes and relationships a second, until they are committed */
  readonly loadRowsPerSecond: number
  /** the same with everything compared and counted */
  readonly rowsPerSecond: number
  readonly msPerArticle: number
  /** milliseconds of processor time of this process for an article: less shaken by what else the machine does */
  readonly cpuMsPerArticle: number
  readonly peakMb: number
}

const measurements: Measurement[] = []
const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number)
const say = (text: string) => process.stderr.write(`${text}\n`)

await measure('warm-up', 20, undefined)
for (const size of numbers(values.sizes)) measurements.push(await measure('embedded', size, undefined))

const given = process.env.WIREGRAPH_TEST_BOLT_URI
const missing = given ? undefined : await whatIsMissing()
if (missing) say(`Left out: Neo4j (what is missing is ${missing}).`)
else if (values.neo4j) {
  const home = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
  const server = given ? undefined : await startNeo4j({ home, auth: false })
  const address = given ?? server!.uri
  try {
    await measure('warm-up', 200, address)
    for (const size of numbers(values.neo4j)) measurements.push(await measure('neo4j', size, address))
  } finally {
    if (server) await stopNeo4j(server.pid)
    rmSync(home, { recursive: true, force: true })
  }
}

if (values.json) process.stdout.write(`${JSON.stringify(measurements)}\n`)
else
  process.stdout.write(
    `${columns([
      ['store', 'articles', 'rows', 'rows/s loaded', 'rows/s in all', 'ms/article', 'CPU ms/article', 'peak MB'],
      ...measurements.map((one) => [
        one.store,
        one.articles,
        one.rows,
        one.loadRowsPerSecond,
        one.rowsPerSecond,
        one.msPerArticle,
        one.cpuMsPerArticle,
        one.peakMb,
      ]),
    ]).join('\n')}\n`,
  )

/** Loads so many made-up articles into a fresh store. Making them is not counted. */
async function measure(name: string, size: number, address: string | undefined): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
  const database = await openDatabase(address ?? join(folder, 'graph'), { env: {} })
  const store = new GraphStore(database)
  if (address) await empty()
  await store.prepare()
  let [making, makingCpu, rows, loaded, peak] = [0, 0, 0, 0, 0]
  function* articles() {
    for (let number = 0; number < size; number++) {
      const [before, cpu] = [performance.now(), process.cpuUsage()]
      const article = makeArticle(number)
      making += performance.now() - before
      makingCpu += cpuSince(cpu)
      yield article
    }
  }
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  await loadAll(store, articles(), {
    version: 'bench',
    onReport: (report) => {
      rows += report.rows
      loaded = performance.now() - started - making
      peak = Math.max(peak, process.memoryUsage.rss())
    },
  })
  const total = performance.now() - started - making
  const cpuTotal = cpuSince(cpu) - makingCpu
  peak = Math.max(peak, process.memoryUsage.rss())
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  const perSecond = (ms: number) => Math.round(rows / (ms / 1000))
  const measurement = {
    store: name,
    articles: size,
    rows,
    loadRowsPerSecond: perSecond(loaded),
    rowsPerSecond: perSecond(total),
    msPerArticle: Number((total / size).toFixed(2)),
    cpuMsPerArticle: Number((cpuTotal / size).toFixed(2)),
    peakMb: Math.round(peak / 1e6),
  }
  if (name !== 'warm-up') say(JSON.stringify(measurement))
  return measurement

  async function empty(): Promise<void> {
    const text =
      'MATCH (node) WHERE NOT node:Migration WITH node LIMIT 20000 DETACH DELETE node RETURN count(*) AS gone'
    while (((await database.write((transaction) => transaction.run({ text })))[0]?.gone as number) > 0);
  }
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
