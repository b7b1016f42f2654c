import type { Word } from '../../model/document.ts'
import { hasChild } from './has-child.ts'

/**
 * "Ana Ruiz of the website Verdad published an interview": the name right behind a common noun says which, it does nothing itself. Where it was taken for the
 * subject of a whole clause (its object is there) hung on the noun as if "that" had been left out, and the sentence has no other verb, the clause is what the
 * sentence says, and the first name does it.
 */
export function repairSubjects(words: readonly Word[]): readonly Word[] {
  const name = words.find((word) => word.upos === 'PROPN' && word.deprel === 'nsubj' && isCalled(words, word))
  const verb = name && words[name.head - 1]
  if (!verb) return words
  const noun = words[name.index - 2]!
  const other = words.find(({ head, deprel, index }) => head === verb.index && deprel === 'nsubj' && index < name.index)
  if (other)
    return isWithin(noun, other, words)
      ? words.map((word) => (word === name ? { ...word, head: noun.index, deprel: 'appos' } : word))
      : words
  const root = words.find(({ head }) => head === 0)!
  if (!isWholeClause(verb, noun, words) || !isNominal(root, words) || !isWithin(noun, root, words)) return words
  return words.map((word) => {
    if (word === root) return { ...word, head: verb.index, deprel: 'nsubj' }
    if (word === verb) return { ...word, head: 0, deprel: 'root' }
    if (word === name) return { ...word, head: noun.index, deprel: 'appos' }
    return word.head === root.index && word.index > verb.index ? { ...word, head: verb.index } : word
  })
}

/** Right behind "the website". */
function isCalled(words: readonly Word[], { index }: Word): boolean {
  const noun = words[index - 2]
  return noun?.upos === 'NOUN' && words.some(({ head, form }) => head === noun.index && form.toLowerCase() === 'the')
}

const isWholeClause = (verb: Word, noun: Word, words: readonly Word[]): boolean =>
  verb.deprel === 'acl:relcl' &&
  verb.head === noun.index &&
  /^VB[DZP]$/.test(verb.xpos) &&
  hasChild(words, verb, /^(?:obj|ccomp)$/)

/** A sentence without a verb. */
const isNominal = (root: Word, words: readonly Word[]): boolean =>
  /^(?:NOUN|PROPN)$/.test(root.upos) && !hasChild(words, root, /^(?:cop|aux|nsubj|csubj|conj)/)

function isWithin(word: Word, whole: Word, words: readonly Word[]): boolean {
  for (let at: Word | undefined = words[word.head - 1]; at; at = words[at.head - 1]) if (at === whole) return true
  return false
}
