import type { Zone, ZoneSpan } from '../model/article.ts'
import { isCaption } from './chrome.ts'
import type { Stamp } from './head-lines.ts'
import { endsSentence, isBullet, type Line, wordCount } from './lines.ts'

/** What the lines of a plain text turned out to be. */
export interface Layout {
  readonly zones: readonly ZoneSpan[]
  readonly title?: string | undefined
  readonly byline?: string | undefined
  /** Who printed it, as a dateline, a title's end or a copyright line names it. */
  readonly agency?: string | undefined
  readonly date?: { readonly value: string; readonly from: 'dateline' | 'text' } | undefined
}

/** What a line may be; `body` until something says otherwise, `divided` when its parts have zones of their own. */
export type Kind = Zone | 'heading' | 'divided'
export interface Part extends Line {
  kind: Kind
}

/** What is learnt on the way. */
export interface Findings {
  title?: string
  byline?: string
  agency?: string
  dateline?: string
  stamp?: Stamp
  /** stretches within a line, such as a dateline, that are not read */
  readonly inner: ZoneSpan[]
}

/** A paragraph of the report: long, or a sentence of some length. */
export const isParagraph = ({ text }: Line) => {
  const words = wordCount(text)
  if (words >= 30) return true
  return words >= (text.endsWith('?') ? 17 : 7) && endsSentence(text) && !isCaption(text)
}

/** Words that name or announce rather than say: no full stop, not long. */
export const isHeadingLike = ({ text }: Line) =>
  !/[.…,;:]["'”’)]*$/.test(text) &&
  wordCount(text) <= 30 &&
  text.length <= 220 &&
  /\p{L}/u.test(text) &&
  !isBullet(text)

/** Keeps the first date of publication; one of an update only while there is no other. */
export function keepStamp(found: Findings, stamp: Stamp): void {
  if (!stamp.date) return
  if (!found.stamp || (found.stamp.later && !stamp.later)) found.stamp = stamp
}

/** A line by its letters and digits alone, to know it again. */
export const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
