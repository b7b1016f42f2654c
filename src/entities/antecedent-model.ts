import { z } from 'zod'
import { InputError } from '../model/errors.ts'

const Node = z.array(z.number())
const Trees = z.array(z.object({ feature: Node, value: Node, right: Node }))
const Trained = z.object({
  /** The least probability of a link. */
  least: z.number(),
  trees: Trees,
  /** Which of several is meant, where that was learned apart from whether any is. */
  rank: Trees.optional(),
})

/** Forests of small decision trees over the features of a pair (`models/coref.json`, made by `train/coref.py`). */
export const AntecedentModel = z.object({
  features: z.array(z.string()),
  models: z.object({ pronoun: Trained, noun: Trained }),
})
export type AntecedentModel = Readonly<z.infer<typeof AntecedentModel>>

/**
 * A number for a pair: how likely it is one thing, in log odds, or how it stands among others. A sum that cannot reach `floor` any more is given up:
 * -Infinity comes back.
 */
export type Score = (features: Int32Array, floor: number) => number

/** A scorer with its limit, both in log odds. */
export interface Judge {
  readonly odds: Score
  readonly rank: Score | undefined
  readonly least: number
}

const judges = new WeakMap<AntecedentModel, Record<'pronoun' | 'noun', Judge>>()

/** The model as functions of those features; throws `InputError` when it was trained on others. */
export function judgesOf(model: AntecedentModel, features: readonly string[]): Record<'pronoun' | 'noun', Judge> {
  const known = judges.get(model)
  if (known) return known
  if (model.features.join() !== features.join())
    throw new InputError('models/coref.json', 'was trained on other features; run train/coref.py again')
  const judge = ({ trees, rank, least }: z.infer<typeof Trained>): Judge => ({
    odds: forest(trees, true),
    rank: rank && forest(rank, false),
    least: Math.log(least / (1 - least)),
  })
  const made = { pronoun: judge(model.models.pronoun), noun: judge(model.models.noun) }
  judges.set(model, made)
  return made
}

/** After this many trees a pair that is this unlikely (log odds) is given up: the rest would not save it. */
const FIRST_TREES = 20
const HOPELESS = -2.8

/**
 * All trees in one row, a node a number, so that a pair is judged without allocating: its limit, how many places further its right child stands (the left
 * one stands right behind it) and its feature. Features are whole numbers, so a limit between two of them is as good as the lower one.
 */
function forest(trees: z.infer<typeof Trees>, mayStop: boolean): Score {
  const value = Float64Array.from(trees.flatMap((tree) => tree.value))
  const nodes = Int32Array.from(
    trees.flatMap(({ feature, value, right }) =>
      feature.map((split, at) =>
        split < 0 ? LEAF : (Math.floor(value[at]!) << 16) | ((right[at]! - at) << 7) | split,
      ),
    ),
  )
  const most = mostFrom(trees)
  const roots = new Int32Array(trees.length)
  for (let at = 1; at < trees.length; at++) roots[at] = roots[at - 1]! + trees[at - 1]!.feature.length
  return (features, floor) => {
    let sum = 0
    for (let at = 0; at < roots.length; at++) {
      if (at >= FIRST_TREES) {
        if (mayStop && at === FIRST_TREES && sum < HOPELESS) return sum
        if (sum + most[at]! < floor) return Number.NEGATIVE_INFINITY
      }
      let node = roots[at]!
      for (let split = nodes[node]!; split !== LEAF; split = nodes[node]!) {
        const above = ((split >> 16) - features[split & 127]!) >> 31 // all bits where the feature is above the limit: no branch that a processor guesses wrong half the time
        node += 1 + ((((split >> 7) & 511) - 1) & above)
      }
      sum += value[node]!
    }
    return sum
  }
}

const LEAF = 127

/** The most that the trees from each one on can add. */
function mostFrom(trees: z.infer<typeof Trees>): Float64Array {
  const most = new Float64Array(trees.length + 1)
  for (let at = trees.length - 1; at >= 0; at--) {
    const { feature, value } = trees[at]!
    most[at] = most[at + 1]! + Math.max(...value.filter((_, node) => feature[node]! < 0))
  }
  return most
}
