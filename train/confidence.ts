/**
 * Fits the confidence of open claims on CaRB's development sentences: how much of a claim the best gold tuple confirms, from the features of
 * `src/claims/open/features.ts`. Prints the reliability table of five-fold predictions and writes `models/open-claims.json`.
 *
 *   npx tsx train/confidence.ts [DATA] [HELD-OUT.tsv]      DATA = ../shared/data; the file gets the claims with five-fold confidences, as `openie` prints them
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf, precisionOf, readGold } from '../bench/claims/carb.ts'
import { findClauses } from '../src/claims/clauses/find-clauses.ts'
import { featuresOf } from '../src/claims/open/features.ts'
import { openClaims } from '../src/claims/open/open-claims.ts'
import { toTuples } from '../src/claims/open/to-tuples.ts'
import { HOME } from '../src/home.ts'
import { loadSeeds } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { tokenize } from '../src/text/tokenize.ts'
import { Tree } from '../src/nlp/tree.ts'

interface Example {
  readonly features: Readonly<Record<string, number>>
  readonly target: number
  readonly fold: number
  readonly row: readonly [sentence: string, ...rest: string[]]
}
interface Model {
  bias: number
  weights: Record<string, number>
}

const FOLDS = 5
const PASSES = 60
const RATE = 0.05
const DECAY = 2e-3

async function main(): Promise<void> {
  const data = process.argv[2] ?? join(HOME, '..', 'shared', 'data')
  const gold = readGold(join(data, 'carb', 'gold', 'dev.tsv'))
  const lines = readFileSync(join(data, 'carb', 'dev.txt'), 'utf8').split('\n').filter((line) => line.trim())
  const { stance } = loadSeeds()
  const engine = await createEngine()
  const given = lines.map((line, index) => {
    const sentence = { id: `s:${index}`, index, paragraph: index, start: 0, end: line.length, zone: 'body' as const }
    return { sentence, tokens: tokenize(line, sentence) }
  })
  const readings = await engine.read(given)
  await engine.close()
  const examples = readings.flatMap(({ words }, at): Example[] => {
    const golds = gold.get(keyOf(lines[at]!)) ?? []
    if (golds.length === 0) return []
    const tree = new Tree(words)
    return toTuples(tree, openClaims(tree, findClauses(tree)), lines[at]!, { openClaims: { bias: 0, weights: {} }, stance }).map(({ claim, relation, args }) => ({
      features: Object.fromEntries(featuresOf(claim, tree)),
      target: Math.max(...golds.map((one) => precisionOf(one, relation, args))),
      fold: at % FOLDS,
      row: [lines[at]!, relation, ...args],
    }))
  })
  const predicted = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fit(examples.filter((example) => example.fold !== fold))
    return examples.filter((example) => example.fold === fold).map((example) => ({ p: predict(model, example.features), target: example.target, row: example.row }))
  }).flat()
  process.stdout.write(reliability(predicted))
  const heldOut = process.argv[3]
  if (heldOut) writeFileSync(heldOut, predicted.map(({ p, row: [sentence, ...rest] }) => `${[sentence, p.toFixed(4), ...rest].join('\t')}\n`).join(''))
  const model = fit(examples)
  const weights = Object.fromEntries(Object.entries(model.weights).sort().map(([name, value]) => [name, Number(value.toFixed(4))]))
  writeFileSync(join(HOME, 'models', 'open-claims.json'), `${JSON.stringify({ bias: Number(model.bias.toFixed(4)), weights }, null, 1)}\n`)
}

function predict({ bias, weights }: Model, features: Readonly<Record<string, number>>): number {
  let sum = bias
  for (const [name, value] of Object.entries(features)) sum += (weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}

/** Logistic regression on soft targets by plain gradient steps in a fixed order: the same examples give the same weights. */
function fit(examples: readonly Example[]): Model {
  const model: Model = { bias: 0, weights: {} }
  for (let pass = 0; pass < PASSES; pass++) {
    const rate = RATE / (1 + pass / 10)
    for (const { features, target } of examples) {
      const error = predict(model, features) - target
      model.bias -= rate * error
      for (const [name, value] of Object.entries(features)) {
        const weight = model.weights[name] ?? 0
        model.weights[name] = weight - rate * (error * value + DECAY * weight)
      }
    }
  }
  return model
}

function reliability(predicted: readonly { readonly p: number; readonly target: number }[]): string {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const rows = Array.from({ length: 10 }, (_, at) => predicted.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === at)).flatMap((bin, at) =>
    bin.length === 0 ? [] : [`| ${(at / 10).toFixed(1)}–${((at + 1) / 10).toFixed(1)} | ${bin.length} | ${mean(bin.map(({ p }) => p)).toFixed(3)} | ${mean(bin.map(({ target }) => target)).toFixed(3)} |`],
  )
  return `| confidence | claims | mean confidence | mean share confirmed |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

await main()
