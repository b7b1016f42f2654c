import type { Word } from '../../model/document.ts'
import { hasChild } from './has-child.ts'

/** "at [eleven times] the limit", "[twice] as much": how many times is said of what follows, which the sentence is about. */
export function repairMultiples(words: readonly Word[]): readonly Word[] {
  let repaired: Word[] | undefined
  const put = (word: Word, change: Partial<Word>) => {
    repaired ??= [...words]
    repaired[word.index - 1] = { ...repaired[word.index - 1]!, ...change }
  }
  for (const word of words) {
    const form = word.form.toLowerCase()
    if (form === 'times' && isCounted(word, words)) {
      const base = words.find(
        (one) => one.head === word.head && one.index > word.index && isRightBehind(one, word, words),
      )
      if (base && /^(?:obj|obl|nmod)/.test(word.deprel)) {
        put(base, { deprel: word.deprel })
        put(word, { head: base.index, deprel: 'nmod:unmarked' })
        for (const mark of words)
          if (mark.head === word.index && mark.deprel === 'case' && mark.index < word.index)
            put(mark, { head: base.index })
      }
    }
    const as = words[word.index]
    const isMultiple = form === 'twice' || (form === 'times' && isCounted(word, words))
    const much = isMultiple && as?.form.toLowerCase() === 'as' ? words[as.head - 1] : undefined
    if (much && much.index > word.index && word.head !== much.index && !/subj/.test(word.deprel))
      put(word, { head: much.index, deprel: form === 'twice' ? 'advmod' : 'nmod:unmarked' })
  }
  return repaired ?? words
}

const isCounted = (word: Word, words: readonly Word[]): boolean => hasChild(words, word, /^nummod$/)

/** A phrase with "the" or a possessive as its first word. */
function isRightBehind(noun: Word, before: Word, words: readonly Word[]): boolean {
  const first = words[before.index]
  return (
    noun.upos === 'NOUN' &&
    first?.head === noun.index &&
    /^(?:det|nmod:poss)$/.test(first.deprel) &&
    noun.deprel !== 'nsubj'
  )
}
