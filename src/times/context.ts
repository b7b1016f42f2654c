import { type Day, toYmd } from './calendar.ts'
import type { Point, Precision, Reading, Reference } from './point.ts'

/** What relative times are counted from at one place of a document. */
export interface Context {
  /** The day of publication, if known. */
  readonly reference?: Reference
  /** The last time the document named, as days. */
  readonly last?: { readonly days: readonly [Day, Day]; readonly precision: Precision }
  /** The year the document is telling of, when that is not its own. */
  readonly year?: number
  /** Does the clause speak of the past (-1) or the future (1)? */
  readonly direction: () => -1 | 0 | 1
  /** Does it speak of what happens again and again? */
  readonly isHabit: () => boolean
}

/** The day, when publication is known to the day. */
/** Gives a point of time its meaning (`resolve`): for points that are counted from others. */
export type Resolve = (point: Point, context: Context) => Reading | undefined

export const publicationDay = ({ reference }: Context): Day | undefined =>
  reference && reference.days[0] === reference.days[1] ? reference.days[0] : undefined

export const publicationYear = ({ reference }: Context): number | undefined => {
  if (!reference) return undefined
  const [first, last] = reference.days.map((day) => toYmd(day).year)
  return first === last ? first : undefined
}
