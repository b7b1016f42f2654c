import type { Lexeme } from '../amounts/lexemes.ts'
import { isHyphen } from '../amounts/lexemes.ts'
import type { TimeLookup } from './lookup.ts'
import { halfOfDay, hourIn, partBehind, shifted } from './parse-day-part.ts'
import type { Clock } from './point.ts'

export interface FoundClock {
  readonly clock: Clock
  readonly next: number
}

/** A time of day: "15:30", "3 p.m.", "8.30pm", "noon", "half past eight", "8 o'clock in the evening"; "at 7" only behind "at". */
export function parseClock(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundClock | undefined {
  const first = lx[at]
  if (!first) return undefined
  const word = look.clockWords.match(lx, at)
  if (word) return { clock: { hour: word.value, minute: 0 }, next: word.next }
  const french = hoursAndMinutes(lx, at)
  if (french) return withHalf(lx, french, look)
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
  const zoned = ofFourDigits(lx, at, look)
  if (zoned) return zoned
  const hour = hourAt(lx, at, look)
  if (!hour) return undefined
  const after = lx[hour.next]
  if (after?.lower === "o'clock")
    return withHalf(lx, { clock: { ...hour.clock, vague: hour.clock.hour <= 12 }, next: hour.next + 1 }, look)
  const half = halfOfDay(lx, hour.next)
  if (half && hour.clock.hour <= 12) {
    return { clock: shifted(hour.clock, half.pm), next: partBehind(lx, half.next, look)?.next ?? half.next }
  }
  const part = partBehind(lx, hour.next, look)
  if (part && hour.clock.hour <= 12 && hour.clock.hour > 0 && hour.whole)
    return { clock: hourIn(hour.clock, part.hours), next: part.next }
  const before = lx[at - 1]?.lower ?? ''
  // "at ten forty-five", "for eight twenty": no number is said so
  if (
    hour.clock.minute !== undefined &&
    first.kind === 'word' &&
    SPOKEN_AFTER.test(before) &&
    !isCounted(lx, hour.next)
  )
    return { clock: { ...hour.clock, vague: hour.clock.hour <= 12 }, next: hour.next }
  const ish = isHyphen(after) ? hour.next + 1 : hour.next
  if (lx[ish]?.lower === 'ish' && !lx[ish]!.gap && hour.clock.hour <= 12)
    return { clock: { ...hour.clock, vague: true }, next: ish + 1 }
  const isAt = /^(?:at|@)$/.test(before) && hour.whole && hour.clock.hour <= 12 && hour.clock.hour > 0
  const ends =
    !after ||
    (after.kind === 'mark' && /^[.,;:!?)]$/.test(after.lower)) ||
    /^(?:on|today|tomorrow|this|tonight|and|for)$/.test(after.lower)
  return isAt && ends ? { clock: { ...hour.clock, vague: true }, next: hour.next } : undefined
}

const SPOKEN_AFTER = /^(?:at|for|by|until|till|before|after|from)$/
const isCounted = (lx: readonly Lexeme[], at: number): boolean =>
  isHyphen(lx[at]) || (lx[at]?.kind === 'word' && !/^(?:on|and|in|to|today|tomorrow|this)$/.test(lx[at]!.lower))

/** "7h01", "10 H 10" */
function hoursAndMinutes(lx: readonly Lexeme[], at: number): FoundClock | undefined {
  const [hours, letter, minutes] = [lx[at]!, lx[at + 1], lx[at + 2]]
  if (!/^\d{1,2}$/.test(hours.text) || letter?.lower !== 'h' || !/^\d{2}$/.test(minutes?.text ?? '')) return undefined
  if (hours.value > 24 || minutes!.value > 59 || letter.gap !== minutes!.gap) return undefined
  return { clock: { hour: hours.value, minute: minutes!.value, vague: hours.value <= 12 }, next: at + 3 }
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
  const last = isHyphen(lx[at + 2]) ? at + 3 : at + 2
  const unit = tens[next] !== undefined ? units[lx[last]?.lower ?? ''] : undefined
  return { clock: { hour, minute: minute + (unit ?? 0) }, next: unit === undefined ? at + 2 : last + 1, whole: true }
}

function withHalf(lx: readonly Lexeme[], found: FoundClock, look: TimeLookup): FoundClock {
  const half = halfOfDay(lx, found.next)
  if (half && found.clock.hour <= 12) {
    return { clock: shifted(found.clock, half.pm), next: partBehind(lx, half.next, look)?.next ?? half.next }
  }
  const part = found.clock.hour <= 12 ? partBehind(lx, found.next, look) : undefined
  return part ? { clock: hourIn(found.clock, part.hours), next: part.next } : found
}

/** "half past eight", "a quarter to 8", "twenty minutes past nine" */
function past(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundClock | undefined {
  let next = at
  if (lx[next]?.lower === 'a') next++
  const word = lx[next]?.lower
  let minutes: number
  if (word === 'half') minutes = 30
  else if (word === 'three' && lx[next + 1]?.lower === 'quarters') {
    minutes = 45
    next++
  } else if (word === 'quarter') minutes = 15
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

/** "0940 GMT" */
function ofFourDigits(lx: readonly Lexeme[], at: number, look: TimeLookup): FoundClock | undefined {
  const digits = /^([01]\d|2[0-3])([0-5]\d)$/.exec(lx[at]!.text)
  if (!digits || !look.zones.match(lx, at + 1)) return undefined
  return { clock: { hour: Number(digits[1]), minute: Number(digits[2]) }, next: at + 1 }
}
