/** C0 and C1 controls but for line feed and tab, DEL, line separators, and characters that turn the direction of writing. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

/** Text from outside made safe to print: nothing in it can move the cursor, set colours or turn the line; each such character shows as �. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '�')

/** The same on one line: line breaks and tabs become blanks. */
export const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim()

/** Cut to a number of characters, whole surrogate pairs, with … where something was left out. */
export function clipped(text: string, width: number): string {
  const points = [...text]
  return points.length <= width ? text : `${points.slice(0, width - 1).join('')}…`
}

/** "1 claim", "1,204 claims". */
export const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`

export interface Style {
  bold(text: string): string
  dim(text: string): string
  good(text: string): string
  warn(text: string): string
}

const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`
const plain = (text: string) => text

/** Whether a stream is a terminal whose cursor and colours can be set. */
export const isTerminal = (stream: { isTTY?: boolean }): boolean => stream.isTTY === true && process.env.TERM !== 'dumb'

/** Colours where the stream is a terminal that has them and NO_COLOR is not set (no-color.org); else text as it is. */
export function styleFor(stream: { isTTY?: boolean }): Style {
  const coloured = isTerminal(stream) && !process.env.NO_COLOR
  return coloured
    ? { bold: sgr(1), dim: sgr(2), good: sgr(32), warn: sgr(33) }
    : { bold: plain, dim: plain, good: plain, warn: plain }
}

/** Rows as columns of equal width, two blanks between; numbers stand right. */
export function columns(rows: readonly (readonly (string | number)[])[]): string[] {
  const width = (at: number) => Math.max(...rows.map((row) => [...String(row[at] ?? '')].length))
  const widths = (rows[0] ?? []).map((_, at) => width(at))
  const cell = (value: string | number, at: number) =>
    typeof value === 'number'
      ? String(value).padStart(widths[at]!)
      : value + ' '.repeat(Math.max(0, widths[at]! - [...value].length))
  return rows.map((row) => row.map(cell).join('  ').trimEnd())
}
