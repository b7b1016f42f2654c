/**
 * A small scorer of pairs: class scores are sums over the named features that hold, and a layer of units over the vectors. Trained by AdaGrad in a fixed
 * order from a fixed start, so the same pairs give the same weights.
 */
export interface Example {
  readonly features: readonly string[]
  /** Empty where vectors are not used. */
  readonly dense: Float32Array
  readonly label: string
}

export interface Options {
  readonly epochs: number
  readonly units: number
  readonly rate: number
  readonly decay: number
  /** Features seen in fewer examples are left out. */
  readonly least: number
  readonly sparse: boolean
}
export const OPTIONS: Options = { epochs: 12, units: 32, rate: 0.08, decay: 1e-5, least: 3, sparse: true }

export class Scorer {
  readonly classes: readonly string[]
  private readonly index = new Map<string, number>()
  private readonly named: Float32Array
  private readonly namedSums: Float32Array
  private readonly first: Float32Array
  private readonly firstSums: Float32Array
  private readonly second: Float32Array
  private readonly secondSums: Float32Array
  private readonly bias: Float32Array
  private readonly width: number
  private readonly units: number

  constructor(examples: readonly Example[], private readonly options: Options = OPTIONS) {
    this.classes = [...new Set(examples.map(({ label }) => label))].sort()
    const seen = new Map<string, number>()
    if (options.sparse) for (const { features } of examples) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1)
    for (const [one, count] of seen) if (count >= options.least) this.index.set(one, this.index.size)
    const count = this.classes.length
    this.width = examples[0]?.dense.length ?? 0
    this.units = this.width > 0 ? options.units : 0
    this.named = new Float32Array(this.index.size * count)
    this.namedSums = new Float32Array(this.named.length)
    const random = randomFrom(7)
    this.first = Float32Array.from({ length: this.units * (this.width + 1) }, () => (random() - 0.5) * 2 * Math.sqrt(3 / (this.width + 1)))
    this.firstSums = new Float32Array(this.first.length)
    this.second = Float32Array.from({ length: this.units * count }, () => (random() - 0.5) * 0.2)
    this.secondSums = new Float32Array(this.second.length)
    this.bias = new Float32Array(count)
    this.train(examples, random)
  }

  /** The chance of each class, in the order of `classes`. */
  chances({ features, dense }: Pick<Example, 'features' | 'dense'>): Float32Array {
    return softmax(this.scores(this.idsOf(features), this.unitsOf(dense)))
  }

  private idsOf(features: readonly string[]): number[] {
    return features.flatMap((one) => this.index.get(one) ?? [])
  }

  private unitsOf(dense: Float32Array): Float32Array {
    const { width, units, first } = this
    const out = new Float32Array(units)
    for (let unit = 0; unit < units; unit++) {
      const from = unit * (width + 1)
      let sum = first[from + width]!
      for (let at = 0; at < width; at++) sum += first[from + at]! * dense[at]!
      out[unit] = Math.tanh(sum)
    }
    return out
  }

  private scores(ids: readonly number[], units: Float32Array): Float32Array {
    const count = this.classes.length
    const out = Float32Array.from(this.bias)
    for (const id of ids) for (let c = 0; c < count; c++) out[c]! += this.named[id * count + c]!
    for (let unit = 0; unit < this.units; unit++) for (let c = 0; c < count; c++) out[c]! += units[unit]! * this.second[unit * count + c]!
    return out
  }

  private train(examples: readonly Example[], random: () => number): void {
    const { epochs, rate, decay } = this.options
    const count = this.classes.length
    const ids = examples.map(({ features }) => this.idsOf(features))
    const labels = examples.map(({ label }) => this.classes.indexOf(label))
    const biasSums = new Float32Array(count)
    const order = examples.map((_, at) => at)
    const step = (weights: Float32Array, sums: Float32Array, at: number, gradient: number) => {
      const full = gradient + decay * weights[at]!
      sums[at]! += full * full
      weights[at]! -= (rate * full) / Math.sqrt(sums[at]! + 1e-6)
    }
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let at = order.length - 1; at > 0; at--) {
        const other = Math.floor(random() * (at + 1))
        ;[order[at], order[other]] = [order[other]!, order[at]!]
      }
      for (const at of order) {
        const dense = examples[at]!.dense
        const units = this.unitsOf(dense)
        const kept = ids[at]!.filter(() => random() > 0.3)
        const mask = units.map((value) => (random() > 0.3 ? value / 0.7 : 0))
        const error = softmax(this.scores(kept, mask))
        error[labels[at]!]! -= 1
        for (const id of kept) for (let c = 0; c < count; c++) if (Math.abs(error[c]!) > 1e-4) step(this.named, this.namedSums, id * count + c, error[c]!)
        for (let c = 0; c < count; c++) step(this.bias, biasSums, c, error[c]!)
        for (let unit = 0; unit < this.units; unit++) {
          if (mask[unit] === 0) continue
          let back = 0
          for (let c = 0; c < count; c++) {
            back += error[c]! * this.second[unit * count + c]!
            step(this.second, this.secondSums, unit * count + c, error[c]! * mask[unit]!)
          }
          back *= (1 - units[unit]! * units[unit]!) / 0.7
          if (Math.abs(back) < 1e-4) continue
          const from = unit * (this.width + 1)
          for (let w = 0; w < this.width; w++) step(this.first, this.firstSums, from + w, back * dense[w]!)
          step(this.first, this.firstSums, from + this.width, back)
        }
      }
    }
  }
}

export function softmax(scores: Float32Array): Float32Array {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const out = scores.map((score) => Math.exp(score - most))
  const sum = out.reduce((a, b) => a + b, 0)
  return out.map((value) => value / sum)
}

/** Numbers from 0 to 1, always the same ones (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
