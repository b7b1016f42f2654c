import type { Kit } from '../kit.ts'
import type { Document } from '../model/document.ts'
import type { Quantity } from '../model/quantity.ts'

/** STUB */
export function findQuantities(_document: Document, _kit: Kit): Quantity[] {
  return []
}
