import { z } from 'zod'
import { InputError } from '../model/errors.ts'
import { FEATURES } from './pair-features.ts'

const Node = z.array(z.number())
const Trees = z.object({
  /** The least probability of a link. */
  least: z.number(),
  /** How far the best reading must be ahead of the next: two equal readings make none. */
  ahead: z.number(),
  trees: z.array(z.object({ feature: Node, value: Node, right: Node })),
})

/** Two forests of small decision trees over the features of a pair (`models/coref.json`, made by `train/coref.py`). */
export const AntecedentModel = z.object({
  features: z.array(z.string()),
  models: z.object({ pronoun: Trees, noun: Trees }),
})
export type AntecedentModel = Readonly<z.infer<typeof AntecedentModel>>

/** How likely a pair is one thing, 0 to 1. */
export type Score = (features: ArrayLike<number>) => number

/** A scorer with its limits. */
export interface Judge {
  readonly score: Score
  readonly least: number
  readonly ahead: number
}

const judges = new WeakMap<AntecedentModel, Record<'pronoun' | 'noun', Judge>>()

/** The model as functions; throws `InputError` when it was trained on other features than the code makes. */
export function judgesOf(model: AntecedentModel): Record<'pronoun' | 'noun', Judge> {
  const known = judges.get(model)
  if (known) return known
  if (model.features.join() !== FEATURES.join())
    throw new InputError('models/coref.json', 'was trained on other features; run train/coref.py again')
  const judge = (trees: z.infer<typeof Trees>): Judge => ({
    score: forest(trees),
    least: trees.least,
    ahead: trees.ahead,
  })
  const made = { pronoun: judge(model.models.pronoun), noun: judge(model.models.noun) }
  judges.set(model, made)
  return made
}

/** After this many trees a pair that is this unlikely (log odds) is given up: the rest would not save it. */
const FIRST_TREES = 24
const HOPELESS = -3.2

/**
 * All trees in one row of typed arrays, so that a pair is judged without allocating. A node's left child stands right behind it.
 * Features are 32-bit, as they were when the model was trained.
 */
function forest({ trees }: z.infer<typeof Trees>): Score {
  const size = trees.reduce((sum, { feature }) => sum + feature.length, 0)
  const feature = new Int8Array(size)
  const value = new Float64Array(size)
  const right = new Int32Array(size)
  const roots = new Int32Array(trees.length)
  let base = 0
  trees.forEach((tree, at) => {
    roots[at] = base
    feature.set(tree.feature, base)
    value.set(tree.value, base)
    tree.right.forEach((node, from) => {
      right[base + from] = base + node
    })
    base += tree.feature.length
  })
  return (features) => {
    let sum = 0
    for (let at = 0; at < roots.length; at++) {
      if (at === FIRST_TREES && sum < HOPELESS) return 0
      let node = roots[at]!
      for (let split = feature[node]!; split >= 0; split = feature[node]!)
        node = features[split]! <= value[node]! ? node + 1 : right[node]!
      sum += value[node]!
    }
    return 1 / (1 + Math.exp(-sum))
  }
}
