import type { Word } from '../model/document.ts'

/** Words in sentence order as they stand in the text, stretches apart by a blank; `show` may put others in their place. */
export function wordsOf(words: readonly Word[], text: string, show?: (word: Word) => string | undefined): string {
  let found = ''
  let before: Word | undefined
  for (const word of [...words].sort((a, b) => a.index - b.index)) {
    if (before) found += before.index + 1 === word.index ? text.slice(before.end, word.start) : ' '
    found += show?.(word) ?? text.slice(word.start, word.end)
    before = word
  }
  return UNEVEN.test(found) ? found.replace(/\s+/g, ' ') : found
}

/** Blanks that are not one and plain. */
const UNEVEN = /\s\s|[^\S ]/
