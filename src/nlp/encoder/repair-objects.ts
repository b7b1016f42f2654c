import type { Word } from '../../model/document.ts'

/**
 * "denied that: 'All is well'": before a colon "that" leads no clause in, it is what was denied. "The first time that he faced such claims": beside another
 * object "that" is none.
 */
export function repairObjects(words: readonly Word[]): Word[] {
  return words.map((word, at) => {
    if (word.deprel === 'obj' && word.form.toLowerCase() === 'that' && hasOther(word, words))
      return { ...word, upos: 'SCONJ', xpos: 'IN', deprel: 'mark' }
    const [verb, next] = [words[at - 1], words[at + 1]]
    if (word.deprel !== 'mark' || word.form.toLowerCase() !== 'that' || next?.form !== ':' || verb?.upos !== 'VERB')
      return word
    return { ...word, upos: 'PRON', xpos: 'DT', head: verb.index, deprel: 'obj' }
  })
}

/** Another object, of a verb in a relative clause that "that" leads in. */
function hasOther(that: Word, words: readonly Word[]): boolean {
  const verb = words[that.head - 1]
  return (
    verb?.deprel === 'acl:relcl' &&
    that.index < verb.index &&
    words.some(
      ({ head, deprel, index, upos }) =>
        head === verb.index && deprel === 'obj' && index > verb.index && upos !== 'PRON',
    )
  )
}
