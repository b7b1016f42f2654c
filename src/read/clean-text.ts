import type { Note } from './draft.ts'

/** What steers a terminal, whole sequences first. */
const CONTROLS = /\u001b\[[\d;?]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/**
 * The text as all spans will point into it: well-formed, lines ended by "\n", no mark at its start, no control characters but tab and
 * newline (they become blanks). Only "\r\n" and the mark change its length. `notes` tell what was done.
 */
export function cleanText(given: string): { text: string; notes: Note[] } {
  const notes: Note[] = []
  const step = (code: string, message: string, from: string, to: string) => {
    if (from !== to) notes.push({ code, message })
    return to
  }
  let text = step('lone-surrogate', 'Lone halves of surrogate pairs were replaced by U+FFFD.', given, wellFormed(given))
  text = text.replace(/^\uFEFF/, '')
  text = step('line-ends', 'Line ends were made "\\n".', text, text.replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n'))
  text = step(
    'control-characters',
    'Control characters were replaced by blanks.',
    text,
    text.replace(CONTROLS, (found) => ' '.repeat(found.length)),
  )
  return { text, notes }
}

/** Lone halves of surrogate pairs, which no file and no database can hold, become U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')
