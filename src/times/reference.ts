import { daysOf } from './calendar.ts'
import type { Reference } from './point.ts'

/** What a publication date ("2025-10-24", "2025-10", with or without a time of day) lets relative times be counted from. */
export function toReference(publishedAt: string | undefined): Reference | undefined {
  const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](\d{2}):(\d{2}))?/.exec(publishedAt ?? '')
  if (!match) return undefined
  const days = daysOf(match[1]!)
  if (!days) return undefined
  return {
    days,
    prefix: match[1]!,
    ...(match[2] === undefined ? {} : { minutes: Number(match[2]) * 60 + Number(match[3]) }),
  }
}
