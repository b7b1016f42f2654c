import type { ZoneSpan } from '../model/article.ts'

/** What the lines of a plain text turned out to be. */
export interface Layout {
  readonly zones: readonly ZoneSpan[]
  readonly title?: string | undefined
  readonly byline?: string | undefined
  /** The agency that a dateline or credit names. */
  readonly agency?: string | undefined
  readonly date?: { readonly value: string; readonly from: 'dateline' | 'text' } | undefined
}

export function findZones(_text: string): Layout {
  return { zones: [] }
}
