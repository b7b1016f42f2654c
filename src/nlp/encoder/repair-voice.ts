import type { Word } from '../../model/document.ts'
import { hasChild } from './has-child.ts'

/**
 * Verbs without an object that the parser took for passives. "Thousands celebrated": without "be" a past tense is no passive. "Output halved in 2024.": a
 * noun and its participle with a full stop behind and no other finite verb are a sentence, not a noun with a description; headlines, which drop
 * "be" and the full stop, stay as they are. "They called [the find] remarkable": what somebody calls so is the verb's object.
 */
export function repairVoice(words: readonly Word[]): readonly Word[] {
  const repaired = words.map((word) => smallClause(word, words))
  for (const word of words) {
    const verb = word.deprel === 'nsubj:pass' ? words[word.head - 1] : undefined
    if (verb && verb.xpos === 'VBD' && !hasChild(words, verb, /^aux:pass$/))
      repaired[word.index - 1] = { ...word, deprel: 'nsubj' }
  }
  return makeFinite(repaired)
}

/** A noun that was taken for what the verb says of its subject, with an adjective of its own that is said of the noun. */
function smallClause(word: Word, words: readonly Word[]): Word {
  const isNoun = ({ upos, deprel }: Word) => deprel === 'xcomp' && (upos === 'NOUN' || upos === 'PROPN')
  const isSaid = ({ head, deprel, upos, index }: Word, noun: Word) =>
    head === noun.index && deprel === 'xcomp' && upos === 'ADJ' && index > noun.index
  const isActive = ({ head }: Word) =>
    !words.some((one) => one.head === head && /^(?:obj|nsubj:pass)$/.test(one.deprel))
  if (isNoun(word) && isActive(word) && words.some((one) => isSaid(one, word))) return { ...word, deprel: 'obj' }
  const noun = words[word.head - 1]
  return noun && isNoun(noun) && isSaid(word, noun) && isActive(noun) ? { ...word, head: noun.head } : word
}

/** The only participle right behind a root noun becomes the root, the noun its subject. */
function makeFinite(words: Word[]): Word[] {
  const root = words.find(({ head }) => head === 0)
  if (root?.upos !== 'NOUN' || words.at(-1)?.form !== '.' || words.some(hasTense)) return words
  const verb = words[root.index]
  if (verb?.deprel !== 'acl' || verb.head !== root.index || verb.xpos !== 'VBN' || isDone(verb, words)) return words
  return words.map((word) => {
    if (word === verb) return { ...verb, xpos: 'VBD', head: 0, deprel: 'root' }
    if (word === root) return { ...root, head: verb.index, deprel: 'nsubj' }
    return word.head === root.index && word.index > verb.index ? { ...word, head: verb.index } : word
  })
}

/** "A house built by hand." */
const isDone = (verb: Word, words: readonly Word[]): boolean => hasChild(words, verb, /^(?:obl:agent|obj|xcomp)$/)

const hasTense = ({ xpos, deprel }: Word): boolean => /^(?:VBD|VBP|VBZ|MD)$/.test(xpos) || /^(?:aux|cop)/.test(deprel)
