import type { Word } from '../../model/document.ts'
import { tokenTables } from '../../text/token-tables.ts'
import { hasChild } from './has-child.ts'

/**
 * "faces up to 40 years": a bound on an amount, as in the treebanks ("up" an adverb of what is counted, "to" fixed to it); parsers like to read a particle of the
 * verb, or a preposition. What is counted is then the verb's object, if the verb has none and does not itself go up.
 */
export function repairBounds(words: readonly Word[]): readonly Word[] {
  let repaired: Word[] | undefined
  for (const up of words) {
    if (up.form.toLowerCase() !== 'up' || !/^(compound:prt|case|advmod)$/.test(up.deprel)) continue
    const [to, amount] = [words[up.index], words[up.index + 1]]
    if (to?.form.toLowerCase() !== 'to' || !(amount?.xpos === 'CD' || amount?.upos === 'SYM')) continue
    const counted = (amount.deprel === 'nummod' && words[amount.head - 1]) || amount
    const verb = words[counted.head - 1]
    if (up.deprel === 'advmod' && up.head !== verb?.index && counted.deprel !== 'obl') continue
    repaired ??= [...words]
    repaired[up.index - 1] = { ...up, head: counted.index, deprel: 'advmod' }
    repaired[to.index - 1] = { ...to, head: up.index, deprel: 'fixed' }
    if (
      verb?.upos === 'VERB' &&
      counted.deprel === 'obl' &&
      !hasObject(words, verb) &&
      !tokenTables().upward.has(verb.lemma)
    )
      repaired[counted.index - 1] = { ...counted, deprel: 'obj' }
  }
  return repaired ?? words
}

const hasObject = (words: readonly Word[], verb: Word): boolean => hasChild(words, verb, /^(obj|nsubj:pass)$/)
