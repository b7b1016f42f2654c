import type { Kit } from '../kit.ts'
import type { Attribution, Quotation } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'

/** STUB: Who is reported to say what: direct quotations and every reporting construction. */
export function findSpeech(_document: Document, _mentions: readonly Mention[], _kit: Kit): { quotations: Quotation[]; attributions: Attribution[] } {
  return { quotations: [], attributions: [] }
}
