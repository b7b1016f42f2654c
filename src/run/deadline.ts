/** Milliseconds for one article, unless the user says otherwise. */
export const DEADLINE_MS = 30_000
/** A slow machine with the careful engine reads 500 characters a second. */
const MS_PER_CHARACTER = 2

/** The time an article may take to be analysed: `base` and 2 ms a character. */
export const deadlineFor = (length: number, base = DEADLINE_MS): number => base + length * MS_PER_CHARACTER
