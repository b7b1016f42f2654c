import { type Day, monthText, toDay, toYmd, yearText } from './calendar.ts'
import type { Part } from './lexicon.ts'
import type { Reading } from './point.ts'
import { daysIncluded, stretch } from './reading.ts'

/** "early 2024" is the first half of it, "late" the second, "mid" the middle; "the beginning" and "the end" a third. */
export function slice(reading: Reading, part: Part): Reading {
  if (reading.from === null || reading.to === null || reading.precision === 'day' || reading.from.length > 10)
    return reading
  const cut = (first: Day, last: Day): Reading => stretch(first, last, reading.precision, reading.anchor)
  const [first, last] = daysIncluded(reading)
  const { year, month } = toYmd(first)
  switch (reading.precision) {
    case 'century': {
      const years = { early: [0, 24], mid: [40, 59], late: [75, 99], start: [0, 9], end: [90, 99] }[part]
      return { ...reading, value: null, from: yearText(year + years[0]!), to: yearText(year + years[1]!) }
    }
    case 'decade': {
      const years = { early: [0, 4], mid: [3, 7], late: [5, 9], start: [0, 1], end: [8, 9] }[part]
      return { ...reading, value: null, from: yearText(year + years[0]!), to: yearText(year + years[1]!) }
    }
    case 'year': {
      const months = { early: [1, 6], mid: [4, 9], late: [7, 12], start: [1, 4], end: [9, 12] }[part]
      return { ...reading, value: null, from: monthText(year, months[0]!), to: monthText(year, months[1]!) }
    }
    case 'month': {
      const days = { early: [1, 15], mid: [10, 20], late: [16, 31], start: [1, 15], end: [16, 31] }[part]
      return cut(toDay(year, month, days[0]!), Math.min(last, toDay(year, month) + days[1]! - 1))
    }
    case 'week': {
      const days = { early: [0, 2], mid: [1, 4], late: [3, 6], start: [0, 2], end: [3, 6] }[part]
      return cut(first + days[0]!, first + days[1]!)
    }
    default: {
      const third = Math.floor((last - first + 1) / 3)
      return part === 'early' || part === 'start'
        ? cut(first, first + third - 1)
        : part === 'mid'
          ? cut(first + third, last - third)
          : cut(last - third + 1, last)
    }
  }
}
