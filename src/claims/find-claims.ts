import type { Kit } from '../kit.ts'
import type { Claim } from '../model/claim.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import type { Layers } from './layers.ts'

/** STUB: Every claim, typed or open, in reading order; diagnostics name what a type check dropped and which sentences stayed silent. */
export function findClaims(_document: Document, _layers: Layers, _kit: Kit): { claims: Claim[]; diagnostics: Diagnostic[] } {
  return { claims: [], diagnostics: [] }
}
