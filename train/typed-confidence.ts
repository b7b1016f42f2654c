/**
 * Fits the confidence of typed claims: the share of true ones among the judged claims of each way (`src/claims/typed/confidence.ts`) in our own sentences and
 * articles. The frames were made on most of these, so every share is drawn, by as many claims as PRIOR, towards that of five articles read before anything was
 * mended on them. Prints the table and writes `models/typed-claims.json`.
 *
 *   npx tsx train/typed-confidence.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articles, judge, sentences } from '../bench/typed/marked.ts'
import { TypedConfidences, WAYS, type Way } from '../src/claims/typed/confidence.ts'
import { HOME } from '../src/home.ts'
import { createKit, loadSeeds } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'

const PRIOR = 30
const FRESH = 62 / 73

/** Each way stands for its own number while the claims are read, so that every claim says how it was put. */
const numbers = TypedConfidences.parse(Object.fromEntries(WAYS.map((way, at) => [way, (at + 1) / 100])))
const ways = new Map(Object.entries(numbers).map(([way, number]) => [number, way as Way]))
const kit = createKit(await createEngine(), { ...loadSeeds(), typedClaims: numbers })
const counts = new Map(WAYS.map((way) => [way, { said: 0, true: 0 }]))
const inSentences = new Set(sentences().flatMap(({ claims }) => claims.map(({ type }) => type)))
for (const [marked, isScored] of [
  ...sentences().map((one) => [one, (type: string) => inSentences.has(type)] as const),
  ...articles().map((one) => [one, (type: string) => type !== 'STATES'] as const),
]) {
  const { right, alsoTrue, wrong } = await judge(marked, kit, isScored)
  for (const [claims, isTrue] of [
    [[...right.map(({ claim }) => claim), ...alsoTrue], true],
    [wrong, false],
  ] as const)
    for (const { confidence } of claims) {
      const count = counts.get(ways.get(confidence)!)
      if (!count) continue // completed from other sentences
      count.said++
      count.true += Number(isTrue)
    }
}
await kit.engine.close()
console.log('| way | claims | true | confidence |\n|---|---|---|---|')
const fitted = [...counts].map(([way, { said, true: right }]) => {
  const confidence = Math.round((100 * (right + PRIOR * FRESH)) / (said + PRIOR)) / 100
  console.log(`| ${way} | ${said} | ${right} | ${confidence} |`)
  return [way, confidence] as const
})
writeFileSync(join(HOME, 'models', 'typed-claims.json'), `${JSON.stringify(Object.fromEntries(fitted), null, 1)}\n`)
