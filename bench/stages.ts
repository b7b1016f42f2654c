/**
 * `npx tsx bench/stages.ts [--articles 40] [--engine encoder|fast] [--json]`: words a second of each stage (of our tokenizer) on one core, on made-up news, the start-up time of
 * the program and the peak memory of this process. Figures are of processor time, so that other work on the machine counts little.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findQuantities } from '../src/amounts/find-quantities.ts'
import { findClaims } from '../src/claims/find-claims.ts'
import { describeUnnamed } from '../src/claims/unnamed.ts'
import { resolveEntities } from '../src/entities/resolve-entities.ts'
import { createKit } from '../src/kit.ts'
import { findMentions } from '../src/mentions/find-mentions.ts'
import type { Article } from '../src/model/article.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { toDocument } from '../src/nlp/to-document.ts'
import { findSpeech } from '../src/speech/find-speech.ts'
import { findTimes } from '../src/times/find-times.ts'
import { columns } from '../src/view/terminal.ts'
import { makeNews, newsArticle } from './make-news.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '40' },
    engine: { type: 'string', default: 'encoder' },
    json: { type: 'boolean' },
  },
})
/** Articles read before the clock runs: the machine code of a stage is made while it is first used. */
const WARM_UP = 8

const kit = createKit(await createEngine({ engine: values.engine as 'encoder' | 'fast' }))
const spent = new Map<string, number>()
let words = 0
const texts = makeNews(Number(values.articles) + WARM_UP)
for (const [at, text] of texts.entries()) {
  if (at === WARM_UP) spent.clear()
  const read = await readArticle(newsArticle(text))
  if (at >= WARM_UP) words += read
}
const total = [...spent.values()].reduce((sum, seconds) => sum + seconds, 0)
const rows = [...spent, ['all stages', total] as const].map(([stage, seconds]) => ({
  stage,
  wordsPerSecond: Math.round(words / seconds),
  share: Math.round((100 * seconds) / total),
}))
const startUp = Math.min(...[1, 2, 3].map(timeOfStart))
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)

if (values.json) console.log(JSON.stringify({ engine: values.engine, words, rows, startUpMs: startUp, peakMb }))
else {
  console.log(`${values.engine} engine, ${texts.length - WARM_UP} articles, ${words} words, one core`)
  for (const line of columns([
    ['stage', 'words/s', '% of time'],
    ...rows.map(({ stage, wordsPerSecond, share }) => [stage, wordsPerSecond, share]),
  ])) {
    console.log(line)
  }
  console.log(
    `\nstart-up (--version) ${startUp} ms, peak memory ${peakMb} MB, ${(rows.at(-1)!.wordsPerSecond / (words / Number(values.articles))).toFixed(1)} articles/s`,
  )
}
await kit.engine.close()

/** Returns how many words it has by our tokenizer. */
async function readArticle(article: Article): Promise<number> {
  const document = await timed('words, trees, names', () => toDocument(article, kit.engine))
  const times = await timed('times', () => findTimes(document, kit))
  const quantities = await timed('amounts', () => findQuantities(document, times, kit))
  const found = await timed('mentions', () => findMentions(document, kit))
  const { quotations, attributions } = await timed('speech', () => findSpeech(document, found, kit))
  const { mentions, entities } = await timed('entities', () =>
    resolveEntities(document, found, { quotations, attributions }, kit),
  )
  const layers = { quantities, times, mentions, entities, quotations, attributions }
  const { claims } = await timed('claims', () => findClaims(document, layers, kit))
  await timed('whom claims relate', () => describeUnnamed(claims, document, layers, kit))
  return document.sentences.reduce((sum, sentence) => sum + sentence.words.length, 0)
}

async function timed<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  spent.set(stage, (spent.get(stage) ?? 0) + (user + system) / 1e6)
  return result
}

function timeOfStart(): number {
  const from = performance.now()
  spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', '--version'])
  return Math.round(performance.now() - from)
}
