import type { Word } from '../model/document.ts'

/** Words in sentence order as they stand in the text, stretches apart by a blank; `show` may put others in their place. */
export function wordsOf(words: readonly Word[], text: string, show?: (word: Word) => string | undefined): string {
  let found = ''
  let before: Word | undefined
  for (const word of inOrder(words)) {
    if (before) found += before.index + 1 === word.index ? text.slice(before.end, word.start) : ' '
    found += show?.(word) ?? text.slice(word.start, word.end)
    before = word
  }
  return UNEVEN.test(found) ? found.replace(/\s+/g, ' ') : found
}

/** Nearly all come in order. */
function inOrder(words: readonly Word[]): readonly Word[] {
  for (let at = 1; at < words.length; at++)
    if (words[at - 1]!.index > words[at]!.index) return [...words].sort((a, b) => a.index - b.index)
  return words
}

/** Blanks that are not one and plain. */
const UNEVEN = /\s\s|[^\S ]/
