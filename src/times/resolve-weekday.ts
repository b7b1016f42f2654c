import { type Day, mondayOf, weekdayOf } from './calendar.ts'
import { type Context, publicationDay } from './context.ts'
import type { Point, Reading } from './point.ts'
import { ofDay, stretch, UNANCHORED } from './reading.ts'

export function onWeekday({ weekday = 0, weekTurn, weekdaysOn }: Point, context: Context): Reading {
  const today = publicationDay(context)
  if (today === undefined) return UNANCHORED('day')
  const back = (weekdayOf(today) - weekday + 7) % 7
  if (weekdaysOn !== undefined)
    return ofDay(
      weekdaysOn > 0 ? today - back + 7 * weekdaysOn : today - (back || 7) + 7 * (weekdaysOn + 1),
      'publication',
    )
  if (weekTurn === 1) return ofDay(mondayOf(today) + 7 + ((weekday + 6) % 7), 'publication')
  if (weekTurn === 2) return ofDay(today + 7 - back, 'publication')
  if (weekTurn === -1) return ofDay(today - (back || 7), 'publication')
  if (weekTurn === 0) return ofDay(mondayOf(today) + ((weekday + 6) % 7), 'publication')
  return context.direction() > 0
    ? ofDay(back === 0 ? today : today + 7 - back, 'publication')
    : ofDay(today - back, 'publication')
}

export function ofWeekend(today: Day, by: number, context: Context): Reading {
  const saturday = mondayOf(today) + 5
  const over = weekdayOf(today) !== 6 && weekdayOf(today) !== 0
  const back = by === 0 && over && context.direction() < 0 ? -1 : by
  return stretch(saturday + 7 * back, saturday + 7 * back + 1, 'weekend', 'publication')
}
