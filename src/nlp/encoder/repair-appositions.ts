import type { Word } from '../../model/document.ts'
import { hasChild } from './has-child.ts'

/**
 * "Kim and Vladimir Putin, the president of Russia", "a woman and her teacher, a Dane of 60": an apposition in the singular behind a list explains the last name before it. Parsers like to hang it on the
 * first one; in the training treebanks it hangs on a conjunct six times as often as beyond one. "An election won by the economist Ana Ruiz": what has "by" before
 * it is who did that.
 */
export function repairAppositions(words: readonly Word[]): Word[] {
  const repaired = [...words]
  for (const [at, word] of words.entries()) {
    const verb = relativeVerb(word, words)
    if (verb) {
      const isPassive = hasChild(words, verb, /^aux:pass$/)
      repaired[at] = { ...word, head: verb.index, deprel: isPassive ? 'nsubj:pass' : 'nsubj' }
      continue
    }
    if (word.deprel !== 'appos' || !/^NNP?$/.test(word.xpos)) continue
    const deed = words.find((one) => isDeed(one, word))
    if (deed && words.some(({ head, deprel, form }) => head === word.index && deprel === 'case' && form === 'by')) {
      repaired[at] = { ...word, head: deed.index, deprel: 'obl:agent' }
      continue
    }
    const last = words.findLast(
      ({ index, head, deprel, upos }) =>
        deprel === 'conj' && /^(?:NOUN|PROPN)$/.test(upos) && head === word.head && index > head && index < word.index,
    )
    if (last && words.slice(last.index, word.index - 1).some(({ form }) => form === ','))
      repaired[at] = { ...word, head: last.index }
  }
  return repaired
}

/** The verb of "the mayor, whose [brother] was convicted", where the brother was taken for another word for the mayor. */
function relativeVerb(noun: Word, words: readonly Word[]): Word | undefined {
  if (noun.deprel !== 'appos' || !words.some(({ head, xpos }) => head === noun.index && xpos === 'WP$'))
    return undefined
  const verb = words.find(
    ({ deprel, head, index }) => deprel === 'acl:relcl' && head === noun.head && index > noun.index,
  )
  return verb && !hasChild(words, verb, /subj/) ? verb : undefined
}

const isDeed = ({ deprel, xpos, head, index }: Word, apposition: Word): boolean =>
  deprel === 'acl' && xpos === 'VBN' && head === apposition.head && index > head && index < apposition.index
