import type { Article } from '../model/article.ts'
import { daysOf } from './calendar.ts'
import type { Reference } from './point.ts'

/** What a publication date ("2025-10-24", "2025-10") and time of day ("08:15") let relative times be counted from. */
export function toReference({
  publishedAt,
  publishedTime,
}: Pick<Article, 'publishedAt' | 'publishedTime'>): Reference | undefined {
  const prefix = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(publishedAt ?? '')?.[0]
  const days = prefix && daysOf(prefix)
  if (!prefix || !days) return undefined
  const time = /^(\d\d):(\d\d)$/.exec(publishedTime ?? '')
  return { days, prefix, ...(time ? { minutes: Number(time[1]) * 60 + Number(time[2]) } : {}) }
}
