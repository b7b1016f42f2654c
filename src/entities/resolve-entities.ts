import type { Kit } from '../kit.ts'
import type { Attribution, Quotation } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Entity, Mention } from '../model/mention.ts'

/** STUB: Groups the mentions of a document: who is meant by each. Returns all mentions, with `entity` set where it is known. */
export function resolveEntities(
  _document: Document,
  mentions: readonly Mention[],
  _speech: { quotations: readonly Quotation[]; attributions: readonly Attribution[] },
  _kit: Kit,
): { mentions: Mention[]; entities: Entity[] } {
  return { mentions: [...mentions], entities: [] }
}
