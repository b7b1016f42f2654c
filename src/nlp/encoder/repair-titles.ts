import { z } from 'zod'
import type { Word } from '../../model/document.ts'
import { readSeed } from '../../read-seed.ts'

const Titles = z.object({ either: z.array(z.string()) })
let pairs: ReadonlySet<string> | undefined

/** "Secretary General Ana Torres": two words that are one title are one description of the name, not two. */
export function repairTitles(words: readonly Word[]): readonly Word[] {
  let repaired: Word[] | undefined
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1]!, words[at]!]
    if (before.deprel !== 'nmod:desc') continue
    const isPart = word.head === before.index && word.deprel === 'amod' // "Prosecutor [General] Ana Torres"
    if (!isPart && (word.deprel !== 'nmod:desc' || before.head !== word.head)) continue
    pairs ??= new Set(readSeed('lexicon/titles.json', Titles).either.filter((title) => title.includes(' ')))
    if (!pairs.has(`${before.form} ${word.form}`.toLowerCase())) continue
    repaired ??= [...words]
    repaired[at - 1] = { ...before, head: word.index, deprel: 'compound' }
    if (isPart) repaired[at] = { ...word, head: before.head, deprel: 'nmod:desc' }
  }
  return repaired ?? words
}
