import type { Word } from '../../model/document.ts'
import { tokenTables } from '../../text/token-tables.ts'
import { hasChild } from './has-child.ts'

/**
 * Reports behind what they report, "…, a doctor told reporters on Monday". A phrase of the content that stands behind the verb of the report, with no comma between,
 * is of that verb; and where the verb has nobody who says it, the phrase right before it was taken for an apposition of the content and is its subject.
 * "dismissed a report that it would close [as nonsense]": as what the report is described, not as what it would close.
 */
export function repairReports(words: readonly Word[]): readonly Word[] {
  let repaired: Word[] | undefined
  for (const word of words) {
    const verb = describing(word, words)
    if (!verb) continue
    repaired ??= [...words]
    repaired[word.index - 1] = { ...word, head: verb.index }
  }
  for (const [content, verb] of reports(words)) {
    for (const word of words) {
      if (word.head !== content.index || word.index < verb.index || !MOVED.test(word.deprel)) continue
      repaired ??= [...words]
      const isCut = words.slice(verb.index, word.index).some(({ form }) => /^[,;:—–-]$/.test(form))
      if (!isCut) repaired[word.index - 1] = { ...word, head: verb.index }
    }
    const speaker = hasChild(words, verb, /subj|expl/)
      ? undefined
      : words.find((word) => word.deprel === 'appos' && isBetween(word, content, verb, words))
    if (!speaker) continue
    repaired ??= [...words]
    repaired[speaker.index - 1] = { ...speaker, head: verb.index, deprel: 'nsubj' }
  }
  return repaired ?? words
}

/** What is reported with the verb of the report behind it, whichever of them the tree hangs on the other. */
const reports = (words: readonly Word[]): (readonly [content: Word, verb: Word])[] =>
  words.flatMap((word) => {
    const head = words[word.head - 1]
    if (!head || !/^(?:parataxis|ccomp)$/.test(word.deprel)) return []
    const [content, verb] = word.index < head.index ? [word, head] : [head, word]
    const isReport =
      verb.upos === 'VERB' && /^VB[DPZ]$/.test(verb.xpos) && (content === word || word.deprel === 'parataxis')
    return isReport ? [[content, verb] as const] : []
  })

/** The verb that says as what its object is described, where "as" is hung into a clause of that object. */
function describing(word: Word, words: readonly Word[]): Word | undefined {
  if (!word.deprel.startsWith('obl')) return undefined
  if (!words.some(({ head, deprel, form }) => head === word.index && deprel === 'case' && /^as$/i.test(form)))
    return undefined
  const clause = words[word.head - 1]
  const noun = clause && /^(?:acl|ccomp)/.test(clause.deprel) ? words[clause.head - 1] : undefined
  const verb = noun?.deprel === 'obj' ? words[noun.head - 1] : undefined
  const { describing } = tokenTables()
  return verb && describing.has(verb.lemma) && !describing.has(clause!.lemma) ? verb : undefined
}

const MOVED = /^(?:obl|advmod)/

/** A noun phrase that reaches from the comma behind the content to the verb. */
function isBetween(word: Word, content: Word, verb: Word, words: readonly Word[]): boolean {
  if (!/^(?:NOUN|PROPN)$/.test(word.upos) || word.index < content.index || word.index > verb.index) return false
  const own = words.filter((one) => isWithin(one, word, words))
  const [first, last] = [own.find(({ upos }) => upos !== 'PUNCT')!, own.at(-1)!]
  return last.index === verb.index - 1 && words[first.index - 2]?.form === ',' && isWithin(word, content, words)
}

function isWithin(word: Word, top: Word, words: readonly Word[]): boolean {
  for (let at: Word | undefined = word; at; at = words[at.head - 1]) if (at === top) return true
  return false
}
