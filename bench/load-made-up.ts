/** Child of bench/store.ts: loads so many made-up articles into a fresh embedded store, or an emptied Neo4j, and prints its figures as JSON. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../src/store/database.ts'
import { GraphStore } from '../src/store/graph-store.ts'
import { loadAll } from '../src/store/load-all.ts'
import { openDatabase } from '../src/store/open-store.ts'
import { makeArticle } from './make-corpus.ts'

export interface Load {
  readonly store: string
  readonly articles: number
  readonly rows: number
  /** nodes and relationships a second, until they are committed */
  readonly loadRowsPerSecond: number
  /** the same with everything compared and counted */
  readonly rowsPerSecond: number
  /** the same by processor time, the embedded database's included: less shaken by what else the machine does */
  readonly rowsPerCpuSecond: number
  readonly msPerArticle: number
  /** milliseconds of processor time of this process for an article: less shaken by what else the machine does */
  readonly cpuMsPerArticle: number
  /** the most memory this process had, the embedded database's included */
  readonly peakMb: number
  /** what of it our own objects held at the end */
  readonly oursMb: number
}

const [size, address] = [Number(process.argv[2]), process.argv[3]]
const folder = mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
try {
  if (!address) await load(20, join(folder, 'warm-up'))
  process.stdout.write(JSON.stringify(await load(size, address || join(folder, 'graph'))))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Making the articles is not counted. */
async function load(count: number, place: string): Promise<Load> {
  const database = await openDatabase(place, { env: {} })
  if (database.dialect === 'neo4j') await empty(database)
  const store = new GraphStore(database)
  await store.prepare()
  let [making, makingCpu, rows, loaded] = [0, 0, 0, 0]
  function* articles() {
    for (let number = 0; number < count; number++) {
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
    },
  })
  const total = performance.now() - started - making
  const cpuTotal = cpuSince(cpu) - makingCpu
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  await store.close()
  const perSecond = (ms: number) => Math.round(rows / (ms / 1000))
  return {
    store: database.dialect,
    articles: count,
    rows,
    loadRowsPerSecond: perSecond(loaded),
    rowsPerSecond: perSecond(total),
    rowsPerCpuSecond: perSecond(cpuTotal),
    msPerArticle: Number((total / count).toFixed(2)),
    cpuMsPerArticle: Number((cpuTotal / count).toFixed(2)),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    oursMb: Math.round((heapUsed + external) / 1e6),
  }
}

async function empty(database: Database): Promise<void> {
  const text = 'MATCH (node) WHERE NOT node:Migration WITH node LIMIT 20000 DETACH DELETE node RETURN count(*) AS gone'
  while (((await database.write((transaction) => transaction.run({ text })))[0]?.gone as number) > 0);
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
