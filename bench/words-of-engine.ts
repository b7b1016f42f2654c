/** Child of bench/words.ts: reads the texts of a JSON file with one engine, several times, and prints its figures as JSON. */
import { readFileSync } from 'node:fs'
import type { Article } from '../src/model/article.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { toDocument } from '../src/text/to-document.ts'

const [name, file, rounds] = process.argv.slice(2) as ['encoder' | 'fast', string, string]
const texts: string[] = JSON.parse(readFileSync(file, 'utf8'))
const born = performance.now()
const engine = await createEngine({ engine: name })
const start = (performance.now() - born) / 1000
const seconds: number[] = []
const wall: number[] = []
let words = 0
for (let round = 0; round <= Number(rounds); round++) {
  const used = process.cpuUsage()
  const began = performance.now()
  words = 0
  for (const [at, text] of texts.entries()) {
    const article = { id: `article:${at}`, text, zones: [] as Article['zones'] } as Article
    const { sentences } = await toDocument(article, engine)
    for (const sentence of sentences) words += sentence.words.length
  }
  const { user, system } = process.cpuUsage(used)
  if (round === 0) continue // the first round is for the compiler
  seconds.push((user + system) / 1e6)
  wall.push((performance.now() - began) / 1000)
}
await engine.close()
console.log(
  JSON.stringify({
    system: `wiregraph, ${name} engine`,
    words,
    cpu: Math.min(...seconds),
    wall: Math.min(...wall),
    start,
    megabytes: process.memoryUsage().rss / 1e6,
  }),
)
