import type { Word } from '../../model/document.ts'

/**
 * "Kim and Vladimir Putin, the president of Russia", "a woman and her teacher, a Dane of 60": an apposition in the singular behind a list explains the last name before it. Parsers like to hang it on the
 * first one; in the training treebanks it hangs on a conjunct six times as often as beyond one. "An election won by the economist Ana Ruiz": what has "by" before
 * it is who did that.
 */
export function repairAppositions(words: readonly Word[]): Word[] {
  const repaired = [...words]
  for (const [at, word] of words.entries()) {
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

const isDeed = ({ deprel, xpos, head, index }: Word, apposition: Word): boolean =>
  deprel === 'acl' && xpos === 'VBN' && head === apposition.head && index > head && index < apposition.index
