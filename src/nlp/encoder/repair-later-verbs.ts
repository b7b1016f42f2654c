import type { Word } from '../../model/document.ts'
import { hasChild } from './has-child.ts'

/**
 * Verbs whose form says that they hang elsewhere. "refused to concede and [called] a strike": a past tense is not joined to an infinitive or gerund but to the verb
 * above. "Observers said the vote was held in order but [noted] that …": nothing that is done or described notes anything, the observers do.
 * "a [team] reports": a noun right before a finite verb without a subject is no part of it.
 */
export function repairLaterVerbs(words: readonly Word[]): readonly Word[] {
  let repaired: Word[] | undefined
  const put = (word: Word, change: Partial<Word>) => {
    repaired ??= [...words]
    repaired[word.index - 1] = { ...word, ...change }
  }
  for (const word of words) {
    if (isSubject(word, words)) {
      put(word, { deprel: 'nsubj' })
      for (const other of words)
        if (
          other.head === word.head &&
          other.index < word.index &&
          /^(?:det|amod|nummod|nmod:poss)$/.test(other.deprel)
        )
          put(other, { head: word.index })
    }
    const above = word.deprel === 'conj' && hasTense(word) ? governor(word, words) : undefined
    if (above) put(word, { head: above.index })
  }
  return repaired ?? words
}

const hasTense = ({ upos, xpos }: Word): boolean => upos === 'VERB' && /^VB[DZ]$/.test(xpos)

function isSubject(noun: Word, words: readonly Word[]): boolean {
  const verb = words[noun.head - 1]
  if (noun.deprel !== 'compound' || noun.upos !== 'NOUN' || noun.index !== noun.head - 1 || !verb) return false
  return (hasTense(verb) || (verb.upos === 'VERB' && verb.xpos === 'VBP')) && !hasChild(words, verb, /subj/)
}

function governor(verb: Word, words: readonly Word[]): Word | undefined {
  const first = words[verb.head - 1]
  if (first?.upos !== 'VERB' || first.index > verb.index || hasChild(words, verb, /subj|expl/)) return undefined
  if (isUnfinished(first, words)) return finiteAbove(first, words)
  const above = first.deprel === 'ccomp' ? words[first.head - 1] : undefined
  return above?.upos === 'VERB' && above.index < first.index && !speaks(first, words) && tells(verb, words)
    ? above
    : undefined
}

const isUnfinished = (verb: Word, words: readonly Word[]): boolean =>
  (verb.xpos === 'VB' && hasChild(words, verb, /^mark$/) && !hasChild(words, verb, /^aux$/)) ||
  (verb.xpos === 'VBG' && !hasChild(words, verb, /^aux/))

function finiteAbove(verb: Word, words: readonly Word[]): Word | undefined {
  for (let at = verb; /^(?:xcomp|advcl|acl|obj|obl|conj|ccomp|csubj)/.test(at.deprel); ) {
    const head = words[at.head - 1]
    if (!head || head.index > at.index) return undefined
    if (head.upos === 'VERB' && !isUnfinished(head, words)) return hasTense(head) ? head : undefined
    at = head
  }
  return undefined
}

/** Whether the clause's subject may say something: it does something itself, or is a name or a pronoun. */
const speaks = (verb: Word, words: readonly Word[]): boolean =>
  !hasChild(words, verb, /^(?:aux:pass|cop)$/) ||
  words.some(({ head, deprel, upos }) => head === verb.index && /subj/.test(deprel) && upos !== 'NOUN')

/** "noted that …" */
const tells = (verb: Word, words: readonly Word[]): boolean =>
  words.some(({ head, deprel, index }) => {
    if (head !== verb.index || deprel !== 'ccomp') return false
    return words.some((mark) => mark.head === index && mark.deprel === 'mark' && mark.form.toLowerCase() === 'that')
  })
