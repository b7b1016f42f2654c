import type { Kit } from '../kit.ts'
import type { Document } from '../model/document.ts'
import type { Mention } from '../model/mention.ts'

/** STUB: Every mention in the document, in reading order, none overlapping, `entity` still null. */
export function findMentions(_document: Document, _kit: Kit): Mention[] {
  return []
}
