import type { Speaker } from '../model/claim.ts'
import type { Document } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { Layers } from './layers.ts'

/** STUB: The chain of speakers for words at a place: nearest first, the outlet last. */
export function speakerChain(_span: Span, _document: Document, _layers: Layers): Speaker[] {
  return [{ order: 0, kind: 'published', entity: null, class: 'outlet', attribution: null }]
}
