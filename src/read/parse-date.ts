/** A day, month or year as an ISO prefix and where it stands in the text it was found in. */
export interface FoundDate {
  readonly value: string
  readonly start: number
  readonly end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const YEAR = '((?:1[6-9]|20|21)\\d\\d)'
const END = '(?![\\d/-])'

/** Written forms of a date, the most precise first. Each gives year, month, day as text, "" when the form does not say. */
const FORMS: readonly (readonly [RegExp, (...groups: string[]) => [string, string, string]])[] = [
  [new RegExp(`${YEAR}-(\\d\\d)-(\\d\\d)(?!\\d)`), (year, month, day) => [year!, month!, day!]],
  [new RegExp(`${YEAR}[/.](\\d\\d?)[/.](\\d\\d?)${END}`), (year, month, day) => [year!, month!, day!]],
  [new RegExp(`\\b${YEAR}(\\d\\d)(\\d\\d)(?!\\d)`), (year, month, day) => [year!, month!, day!]],
  [
    new RegExp(`\\b${MONTH} (\\d\\d?)(?:st|nd|rd|th)?,? ${YEAR}\\b`, 'i'),
    (month, day, year) => [year!, number(month!), day!],
  ],
  [
    new RegExp(`\\b(\\d\\d?)(?:st|nd|rd|th|\\.)?[ -](?:of )?${MONTH},?[ -]${YEAR}\\b`, 'i'),
    (day, month, year) => [year!, number(month!), day!],
  ],
  [new RegExp(`\\b${YEAR},? ${MONTH} (\\d\\d?)\\b`, 'i'), (year, month, day) => [year!, number(month!), day!]],
  [
    new RegExp(`\\b(\\d\\d?)([/.-])(\\d\\d?)\\2${YEAR}\\b`),
    (first, mark, second, year) => [year!, ...dayAndMonth(first!, second!, mark!)],
  ],
  [new RegExp(`\\b${MONTH},? ${YEAR}\\b`, 'i'), (month, year) => [year!, number(month!), '']],
  [new RegExp(`\\b${YEAR}-(\\d\\d)${END}`), (year, month) => [year!, month!, '']],
]

/**
 * The first date written in a text, to the day, month or year: "Fri, 24 Oct 2025 08:00 GMT" → 2025-10-24, "May 2024" → 2024-05.
 * "03/04/2024" is the third or the fourth of a month, so only its year is known. Time of day is left out; nothing is converted to
 * another time zone. `undefined` when there is no date with a year.
 */
export function findDate(text: string): FoundDate | undefined {
  for (const [form, parts] of FORMS) {
    const match = form.exec(text)
    if (!match) continue
    const value = toIso(...parts(...match.slice(1)))
    if (value) return { value, start: match.index, end: match.index + match[0].length }
    if (!/^\d+$/.test(match[0])) return undefined // "31 June 2024" is no day, and so no month either
  }
  return undefined
}

/** A value that is meant as a date: as `findDate`, and a bare year, and seconds or milliseconds since 1970. */
export function parseDate(given: string | number | undefined): string | undefined {
  if (given === undefined) return undefined
  const text = String(given).trim()
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000).toISOString().slice(0, 10)
  if (/^\d{13}$/.test(text)) return new Date(Number(text)).toISOString().slice(0, 10)
  return findDate(text)?.value ?? new RegExp(`^${YEAR}$`).exec(text)?.[1]
}

/**
 * The hour and minute of an instant ("2025-10-24T08:15:00Z" → "08:15"), as it is written; `undefined` when there is none, and for
 * midnight, which stands for a bare day.
 */
export function parseTimeOfDay(given: string | undefined): string | undefined {
  const time = /^\s*\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):([0-5]\d)/.exec(given ?? '')
  return time && `${time[1]}:${time[2]}` !== '00:00' ? `${time[1]}:${time[2]}` : undefined
}

const number = (month: string): string => String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1)

/** Points mean day first, as in Europe; with strokes the order is only known when one number is above 12. */
function dayAndMonth(first: string, second: string, mark: string): [string, string] {
  if (mark === '.' || Number(first) > 12) return [second, first]
  if (Number(second) > 12 || first === second) return [first, second]
  return ['', '']
}

/** An ISO prefix; `undefined` when there is no such day. */
function toIso(year: string, month: string, day: string): string | undefined {
  if (!month) return year
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const yearAndMonth = `${year}-${month.padStart(2, '0')}`
  if (!day) return yearAndMonth
  const iso = `${yearAndMonth}-${day.padStart(2, '0')}`
  const real = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? iso : undefined
}
