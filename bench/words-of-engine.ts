/**
 * Child of bench/words.ts: reads the texts of a JSON file with one engine, words and trees only or the whole extraction, once for every line of its input, and
 * prints its figures as JSON.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createKit } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { toDocument } from '../src/nlp/to-document.ts'
import { understand } from '../src/pipeline.ts'
import { newsArticle } from './make-news.ts'

const [name, extent, file] = process.argv.slice(2) as ['encoder' | 'fast', 'words' | 'whole', string]
const articles = (JSON.parse(readFileSync(file, 'utf8')) as string[]).map(newsArticle)
const born = process.cpuUsage()
const kit = createKit(await createEngine({ engine: name }))
const system = `${extent === 'whole' ? 'whole extraction' : 'words, trees, names'}, ${name} engine${process.env.WIREGRAPH_RUNTIME === 'wasm' ? ' in WebAssembly' : ''}`
const loading = process.cpuUsage(born)
console.log(JSON.stringify({ system, start: (loading.user + loading.system) / 1e6 }))
for await (const _ of createInterface({ input: process.stdin })) {
  const used = process.cpuUsage()
  let words = 0
  for (const article of articles) {
    const document = await toDocument(article, kit.engine)
    if (extent === 'whole') understand(document, kit)
    for (const sentence of document.sentences) words += sentence.words.length
  }
  const { user, system } = process.cpuUsage(used)
  console.log(JSON.stringify({ words, cpu: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1e3 }))
}
await kit.engine.close()
