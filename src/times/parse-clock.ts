import type { Lexeme } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import type { Clock } from './point.ts'

export interface FoundClock {
  readonly clock: Clock
  readonly next: number
}

/** A time of day: "15:30", "3 p.m.", "8.30pm", "noon", "half past eight", "8 o'clock in the evening"; "at 7" only behind "at". */
export function parseClock(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundClock | undefined {
  const first = lx[at]
  if (!first) return undefined
  const word = look.words.clockWords[first.lower]
  if (word !== undefined) return { clock: { hour: word, minute: 0 }, next: at + 1 }
  const spoken = past(lx, at, look)
  if (spoken) return withHalf(lx, spoken, look)
  if (first.kind === 'clock') {
    const [hour, minute, second] = first.text.split(':').map(Number)
    if (hour! > 24 || minute! > 59 || (second ?? 0) > 59) return undefined
    return withHalf(
      lx,
      {
        clock: {
          hour: hour!,
          minute: minute!,
          ...(second === undefined ? {} : { second }),
          vague: hour! > 0 && hour! <= 12,
        },
        next: at + 1,
      },
      look,
    )
  }
  const hour = hourAt(lx, at, look)
  if (!hour) return undefined
  const after = lx[hour.next]
  if (after?.lower === "o'clock")
    return withHalf(lx, { clock: { ...hour.clock, vague: hour.clock.hour <= 12 }, next: hour.next + 1 }, look)
  const half = halfOfDay(lx, hour.next)
  if (half && hour.clock.hour <= 12) {
    return { clock: shifted(hour.clock, half.pm), next: partOfDay(lx, half.next, look)?.next ?? half.next }
  }
  const part = partOfDay(lx, hour.next, look)
  if (part && hour.clock.hour <= 12 && hour.clock.hour > 0 && hour.whole)
    return { clock: shifted(hour.clock, part.hours[0] >= 12), next: part.next }
  const isAt = /^(?:at|@)$/.test(lx[at - 1]?.lower ?? '') && hour.whole && hour.clock.hour <= 12 && hour.clock.hour > 0
  const ends =
    !after ||
    (after.kind === 'mark' && /^[.,;:!?)]$/.test(after.lower)) ||
    /^(?:on|today|tomorrow|this|tonight|and|for)$/.test(after.lower)
  return isAt && ends ? { clock: { ...hour.clock, vague: true }, next: hour.next } : undefined
}

/** 1 to 24 in digits or words, "8.30", "340" before "pm", "ten forty five" before "am". */
export function hourAt(
  lx: readonly Lexeme[],
  at: number,
  look: TimeLookup,
): (FoundClock & { whole: boolean }) | undefined {
  const first = lx[at]
  if (!first) return undefined
  if (first.kind === 'number') {
    if (lx[at - 1] && !first.gap && !/^[([\-–—>|]$/.test(lx[at - 1]!.lower)) return undefined
    const dotted = /^(\d{1,2})\.(\d{2})$/.exec(first.text)
    if (dotted)
      return Number(dotted[1]) <= 24 && Number(dotted[2]) < 60 && halfOfDay(lx, at + 1)
        ? { clock: { hour: Number(dotted[1]), minute: Number(dotted[2]) }, next: at + 1, whole: false }
        : undefined
    const run = /^(\d{1,2})(\d{2})$/.exec(first.text)
    if (run)
      return Number(run[1]) <= 12 && Number(run[2]) < 60 && halfOfDay(lx, at + 1)
        ? { clock: { hour: Number(run[1]), minute: Number(run[2]) }, next: at + 1, whole: false }
        : undefined
    return /^\d{1,2}$/.test(first.text) && first.value <= 24
      ? { clock: { hour: first.value }, next: at + 1, whole: true }
      : undefined
  }
  const { units, teens, tens } = look.numbers
  const hour =
    units[first.lower] ??
    (teens[first.lower] !== undefined && teens[first.lower]! <= 23 ? teens[first.lower] : undefined)
  if (hour === undefined || hour === 0) return undefined
  const next = lx[at + 1]?.lower ?? ''
  const minute = teens[next] ?? tens[next]
  if (minute === undefined) return { clock: { hour }, next: at + 1, whole: true }
  const unit = tens[next] !== undefined ? units[lx[at + 2]?.lower ?? ''] : undefined
  return { clock: { hour, minute: minute + (unit ?? 0) }, next: at + (unit === undefined ? 2 : 3), whole: true }
}

/** "am", "p.m.", "p m" */
export function halfOfDay(lx: readonly Lexeme[], at: number): { pm: boolean; next: number } | undefined {
  const word = lx[at]?.lower
  if (word === 'am' || word === 'pm') return { pm: word === 'pm', next: at + 1 }
  if ((word === 'a' || word === 'p') && lx[at + 1]?.lower === '.' && lx[at + 2]?.lower === 'm')
    return { pm: word === 'p', next: lx[at + 3]?.lower === '.' && lx[at + 3]?.gap === false ? at + 4 : at + 3 }
  if ((word === 'a' || word === 'p') && lx[at + 1]?.lower === 'm') return { pm: word === 'p', next: at + 2 }
  return undefined
}

/** "in the morning", "this evening" is no part of it */
export function partOfDay(
  lx: readonly Lexeme[],
  at: number,
  look: TimeLookup,
): { hours: readonly [number, number]; next: number } | undefined {
  let next = at
  if (lx[next]?.lower === ',') next++
  if (lx[next]?.lower === 'in' && lx[next + 1]?.lower === 'the') next += 2
  else if (lx[next]?.lower === 'at' && /^night/.test(lx[next + 1]?.lower ?? '')) next++
  else if (next > at) return undefined
  if (/^(?:early|late)$/.test(lx[next]?.lower ?? '')) next += lx[next + 1]?.lower === '-' ? 2 : 1
  const hours = look.words.dayParts[lx[next]?.lower ?? '']
  return hours ? { hours, next: next + 1 } : undefined
}

export const shifted = (clock: Clock, pm: boolean): Clock => ({
  ...clock,
  hour: pm ? (clock.hour < 12 ? clock.hour + 12 : clock.hour) : clock.hour === 12 ? 0 : clock.hour,
  vague: false,
})

function withHalf(lx: readonly Lexeme[], found: FoundClock, look: TimeLookup): FoundClock {
  const half = halfOfDay(lx, found.next)
  if (half && found.clock.hour <= 12) {
    return { clock: shifted(found.clock, half.pm), next: partOfDay(lx, half.next, look)?.next ?? half.next }
  }
  const part = found.clock.hour <= 12 ? partOfDay(lx, found.next, look) : undefined
  return part ? { clock: shifted(found.clock, part.hours[0] >= 12), next: part.next } : found
}

/** "half past eight", "a quarter to 8", "twenty minutes past nine" */
function past(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundClock | undefined {
  let next = at
  if (lx[next]?.lower === 'a') next++
  const word = lx[next]?.lower
  let minutes: number
  if (word === 'half') minutes = 30
  else if (word === 'quarter') minutes = 15
  else {
    if (!lx[next] || !look.numerals.mayBegin(lx[next]!)) return undefined
    const numeral = look.numerals.parse(lx, next)
    if (numeral?.form !== 'cardinal' || numeral.value < 1 || numeral.value > 59) return undefined
    minutes = numeral.value
    next = numeral.next - 1
  }
  next++
  if (look.units.get(lx[next]?.lower ?? '') === 'minute') next++
  const side = lx[next]?.lower
  if (side !== 'past' && side !== 'to' && !(side === 'after' && look.units.get(lx[next - 1]!.lower) !== 'minute'))
    return undefined
  if (side === 'to' && !(word === 'quarter' || look.units.get(lx[next - 1]!.lower) === 'minute')) return undefined
  const hour = hourAt(lx, next + 1, look)
  if (!hour || hour.clock.hour > 12 || (hour.clock.minute !== undefined && side !== 'to')) return undefined
  const total = hour.clock.hour * 60 + (hour.clock.minute ?? 0) + (side === 'to' ? -minutes : minutes)
  if (side === 'past' || side === 'to')
    return { clock: { hour: Math.floor(total / 60), minute: total % 60, vague: true }, next: hour.next }
  return undefined
}
