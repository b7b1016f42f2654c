import { hash } from 'node:crypto'

const NO_WORDS = /[^\p{L}\p{N}]+/gu
const MARKS = /\p{M}/gu

/** SHA-256 of a text as 64 hexadecimal digits. */
export const sha256 = (text: string | Uint8Array): string => hash('sha256', text)

/**
 * An id made from content: the prefix and 16 hexadecimal digits of the parts' hash.
 * The same parts give the same id anywhere; parts are kept apart, so ("ab","c") and ("a","bc") differ.
 */
export const contentId = (prefix: string, ...parts: readonly (string | number | null | undefined)[]): string =>
  `${prefix}:${sha256(JSON.stringify(parts)).slice(0, 16)}`

/** "Kim Jong Un" → "kim-jong-un": lower case, accents off, runs of anything else as one hyphen. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[’']s?\b/gu, (match) => (match.length > 1 ? 's' : ''))
    .toLowerCase()
    .replace(NO_WORDS, '-')
    .replace(/^-|-$/g, '')
