import { z } from 'zod'
import type { Tree } from '../../nlp/tree.ts'
import { featuresOf } from './features.ts'
import type { OpenClaim } from './open-claim.ts'

/** A logistic model of how good an open claim is, fitted by `train/confidence.ts`. */
export const OpenClaimModel = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) })
export type OpenClaimModel = z.infer<typeof OpenClaimModel>

/** How sure an open claim is to be true and well cut: 0 to 1. */
export function confidenceOf(claim: OpenClaim, tree: Tree, { bias, weights }: OpenClaimModel): number {
  let sum = bias
  for (const [name, value] of featuresOf(claim, tree)) sum += (weights[name] ?? 0) * value
  return Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000
}
