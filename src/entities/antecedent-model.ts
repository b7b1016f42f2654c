import { z } from 'zod'
import { InputError } from '../model/errors.ts'
import { FEATURES } from './pair-features.ts'

const Node = z.array(z.number())
const Trees = z.object({ trees: z.array(z.object({ feature: Node, value: Node, left: Node, right: Node })) })

/** Two forests of small decision trees over the features of a pair (`models/coref.json`, made by `train/coref.py`). */
export const AntecedentModel = z.object({
  features: z.array(z.string()),
  models: z.object({ pronoun: Trees, noun: Trees }),
})
export type AntecedentModel = Readonly<z.infer<typeof AntecedentModel>>

/** How likely a pair is one thing, 0 to 1. */
export type Score = (features: readonly number[]) => number

const scorers = new WeakMap<AntecedentModel, Record<'pronoun' | 'noun', Score>>()

/** The model as functions; throws `InputError` when it was trained on other features than the code makes. */
export function scorersOf(model: AntecedentModel): Record<'pronoun' | 'noun', Score> {
  const known = scorers.get(model)
  if (known) return known
  if (model.features.join() !== FEATURES.join())
    throw new InputError('models/coref.json', 'was trained on other features; run train/coref.py again')
  const made = { pronoun: forest(model.models.pronoun), noun: forest(model.models.noun) }
  scorers.set(model, made)
  return made
}

/** All trees in one row of typed arrays, so that a pair is judged without allocating. */
function forest({ trees }: z.infer<typeof Trees>): Score {
  const size = trees.reduce((sum, { feature }) => sum + feature.length, 0)
  const feature = new Int16Array(size)
  const value = new Float64Array(size)
  const left = new Int32Array(size)
  const right = new Int32Array(size)
  const roots = new Int32Array(trees.length)
  let base = 0
  trees.forEach((tree, at) => {
    roots[at] = base
    tree.feature.forEach((split, node) => {
      feature[base + node] = split
      value[base + node] = tree.value[node]!
      left[base + node] = base + tree.left[node]!
      right[base + node] = base + tree.right[node]!
    })
    base += tree.feature.length
  })
  return (features) => {
    let sum = 0
    for (let at = 0; at < roots.length; at++) {
      let node = roots[at]!
      while (feature[node]! >= 0) node = features[feature[node]!]! <= value[node]! ? left[node]! : right[node]!
      sum += value[node]!
    }
    return 1 / (1 + Math.exp(-sum))
  }
}
