/**
 * Fits the weights of what "it" and "its" mean (`src/entities/it-weights.ts`), on GUM train and the dev half of `bench/who`.
 *   npx tsx train/it.ts CACHE FOLDER       CACHE: readings made by coref-pairs.ts of the GUM files in FOLDER
 * Conditional likelihood: of all readings and "nothing", what is meant; gradient ascent with a penalty on large weights. Earlier pronouns mean what gold says.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked, marksOf } from '../bench/who/marked.ts'
import { type Chains, findChains } from '../src/entities/find-chains.ts'
import { type ItFact, WEIGHTS } from '../src/entities/it-weights.ts'
import { MeantByIt, type Observer } from '../src/entities/meant-by-it.ts'
import type { Reference } from '../src/entities/reference.ts'
import { createKit } from '../src/kit.ts'
import { findMentions } from '../src/mentions/find-mentions.ts'
import { givenArticle } from '../src/model/article.ts'
import type { Document } from '../src/model/document.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { findSpeech } from '../src/speech/find-speech.ts'
import { toDocument } from '../src/nlp/to-document.ts'
import { readGum } from './coref-gold.ts'

type Facts = Readonly<Partial<Record<ItFact, number>>>
type Example = { readonly facts: Facts; readonly right: boolean }[]
type IsRight = (pronoun: Reference, one: Reference) => boolean | undefined

const [cache, folder] = process.argv.slice(2) as [string, string]
const NEWS = 3
const PENALTY = 0.5
/** What is believed of weights before: reported speech, where it is sure who is meant, is settled without them. */
const PRIOR: Facts = { speaks: 2 }
const kit = createKit(await createEngine())
const examples: { readonly readings: Example; readonly weight: number }[] = []

const documents = readFileSync(cache, 'utf8').trimEnd().split('\n').map((line): Document => JSON.parse(line))
readdirSync(folder).filter((name) => name.endsWith('.conllu')).sort().forEach((name, at) => {
  const gold = readGum(join(folder, name))
  gather(documents[at]!, name.includes('_news_') ? NEWS : 1, ({ references, clusters }) => gold.judge(references, documents[at]!, clusters))
})
for (const article of marked().filter(({ part }) => part === 'dev')) {
  const document = await toDocument(givenArticle(article.text, 'who'), kit.engine)
  gather(document, NEWS, (chains) => {
    const { places, fits, isAlike } = marksOf(article, chains)
    const anaphors = new Map([...places].map(([anaphor, place]) => [place, anaphor]))
    return (pronoun, one) => {
      const anaphor = anaphors.get(pronoun)
      return anaphor && (fits(anaphor, one) || isAlike(anaphor, one))
    }
  })
}
await kit.engine.close()

function gather(document: Document, weight: number, rightOf: (chains: Chains) => IsRight): void {
  findChains(document, findSpeech(document, findMentions(document, kit), kit), kit, (chains): Observer => {
    const isRight = rightOf(chains)
    return (pronoun, readings, nothing) => {
      if (!MeantByIt.isOne(pronoun)) return undefined
      const rights = readings.filter(({ one }) => isRight(pronoun, one))
      if (isRight(pronoun, pronoun) === undefined) return undefined
      examples.push({
        weight,
        readings: [...readings.map(({ facts, one }) => ({ facts, right: isRight(pronoun, one) === true })), { facts: nothing, right: rights.length === 0 }],
      })
      return rights[0]?.one
    }
  })
}

const facts = Object.keys(WEIGHTS) as ItFact[]
const weights = Object.fromEntries(facts.map((fact) => [fact, PRIOR[fact] ?? 0])) as Record<ItFact, number>
const squares = Object.fromEntries(facts.map((fact) => [fact, 1e-6])) as Record<ItFact, number>
const weigh = (one: Facts) => Object.entries(one).reduce((sum, [fact, value]) => sum + value * weights[fact as ItFact], 0)
for (let epoch = 0; epoch < 300; epoch++) {
  const slope = Object.fromEntries(facts.map((fact) => [fact, -PENALTY * (weights[fact] - (PRIOR[fact] ?? 0))])) as Record<ItFact, number>
  for (const { readings, weight } of examples) {
    const values = readings.map(({ facts: own }) => Math.exp(weigh(own)))
    const all = values.reduce((a, b) => a + b, 0)
    const good = values.reduce((sum, value, at) => sum + (readings[at]!.right ? value : 0), 0)
    readings.forEach(({ facts: own, right }, at) => {
      const pull = weight * ((right ? values[at]! / good : 0) - values[at]! / all)
      for (const [fact, value] of Object.entries(own)) slope[fact as ItFact] += pull * value
    })
  }
  for (const fact of facts) {
    squares[fact] += slope[fact] ** 2
    weights[fact] += (0.3 * slope[fact]) / Math.sqrt(squares[fact])
  }
}
const hits = examples.filter(({ readings }) => readings.reduce((a, b) => (weigh(b.facts) > weigh(a.facts) ? b : a)).right).length
console.log(`${examples.length} pronouns, ${((100 * hits) / examples.length).toFixed(1)} % right on what it was fitted on`)
writeFileSync(
  'src/entities/it-weights.ts',
  `/** What is weighed for what "it" means, in log odds. Written by \`train/it.ts\`. */
export const WEIGHTS = {
${facts.map((fact) => `  ${fact}: ${weights[fact].toFixed(2)},`).join('\n')}
}

export type ItFact = keyof typeof WEIGHTS
export const isItFact = (word: string): word is ItFact => word in WEIGHTS
`,
)
