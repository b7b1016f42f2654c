import type { Word } from '../../model/document.ts'

/** "denied that: 'All is well'": before a colon "that" leads no clause in, it is what was denied. */
export function repairObjects(words: readonly Word[]): Word[] {
  return words.map((word, at) => {
    const [verb, next] = [words[at - 1], words[at + 1]]
    if (word.deprel !== 'mark' || word.form.toLowerCase() !== 'that' || next?.form !== ':' || verb?.upos !== 'VERB')
      return word
    return { ...word, upos: 'PRON', xpos: 'DT', head: verb.index, deprel: 'obj' }
  })
}
