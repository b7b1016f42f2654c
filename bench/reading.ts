/**
 * `npx tsx --expose-gc bench/reading.ts [--articles 300] [--engine fast]`: reads and analyses so many made-up articles as `extract` does and prints, as JSON, articles
 * a second and the most memory the whole process had, its threads included: it must not grow with their number.
 */
import { parseArgs } from 'node:util'
import { analyseArticles } from '../src/run/analyse-articles.ts'
import { readSafely } from '../src/run/read-safely.ts'
import { makeNews } from './make-news.ts'

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '300' }, engine: { type: 'string', default: 'fast' } },
})

async function* lines() {
  for (let at = 0; at < Number(values.articles); at++)
    yield Buffer.from(`${JSON.stringify({ id: `made-${at}`, text: makeNews(1, at)[0] })}\n`)
}

const [started, cpu] = [performance.now(), process.cpuUsage()]
let read = 0
const reads = readSafely(['-'], { stdin: lines() })
for await (const one of analyseArticles(reads, { engine: values.engine as 'encoder' | 'fast', jobs: 1 }))
  if ('extraction' in one) read++
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(cpu)
globalThis.gc?.()
const { heapUsed, external } = process.memoryUsage()
process.stdout.write(
  `${JSON.stringify({
    engine: values.engine,
    articles: read,
    articlesPerSecond: Number((read / seconds).toFixed(1)),
    cpuMsPerArticle: Number(((user + system) / 1000 / read).toFixed(1)),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    oursMb: Math.round((heapUsed + external) / 1e6),
  })}\n`,
)
