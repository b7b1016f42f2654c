/** Child of bench/words.ts: reads the texts of a JSON file with one engine, words and trees only or the whole extraction, several times, and prints its figures as JSON. */
import { readFileSync } from 'node:fs'
import { createKit } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { understand } from '../src/pipeline.ts'
import { toDocument } from '../src/text/to-document.ts'
import { newsArticle } from './make-news.ts'

const [name, extent, file, rounds] = process.argv.slice(2) as ['encoder' | 'fast', 'words' | 'whole', string, string]
const articles = (JSON.parse(readFileSync(file, 'utf8')) as string[]).map(newsArticle)
const born = process.cpuUsage()
const kit = createKit(await createEngine({ engine: name }))
const loading = process.cpuUsage(born)
const start = (loading.user + loading.system) / 1e6
const seconds: number[] = []
const wall: number[] = []
let words = 0
for (let round = 0; round <= Number(rounds); round++) {
  const used = process.cpuUsage()
  const began = performance.now()
  words = 0
  for (const article of articles) {
    const document = await toDocument(article, kit.engine)
    if (extent === 'whole') understand(document, kit)
    for (const sentence of document.sentences) words += sentence.words.length
  }
  const { user, system } = process.cpuUsage(used)
  if (round === 0) continue // the first round is for the compiler
  seconds.push((user + system) / 1e6)
  wall.push((performance.now() - began) / 1000)
}
await kit.engine.close()
console.log(
  JSON.stringify({
    system: `${extent === 'whole' ? 'whole extraction' : 'words, trees, names'}, ${name} engine${process.env.WIREGRAPH_RUNTIME === 'wasm' ? ' in WebAssembly' : ''}`,
    words,
    cpu: Math.min(...seconds),
    wall: Math.min(...wall),
    start,
    megabytes: process.resourceUsage().maxRSS / 1e3,
  }),
)
