import type { Tree } from '../../nlp/tree.ts'
import type { OpenClaim } from './open-claim.ts'

/** How sure an open claim is to be true and well cut. */
export function confidenceOf(_claim: OpenClaim, _tree: Tree): number {
  return 0.6
}
