import type { Kit } from '../kit.ts'
import type { Document } from '../model/document.ts'
import type { TimeExpression } from '../model/quantity.ts'

/** STUB */
export function findTimes(_document: Document, _kit: Kit): TimeExpression[] {
  return []
}
