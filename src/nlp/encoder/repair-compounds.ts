import type { Word } from '../../model/document.ts'

/**
 * Compounds that the parser took apart. "The start-up Lumen": what a hyphen joins stays together, also where its last part looks like a verb's particle.
 * "A magnitude 6.8 earthquake struck": of two bare subjects in a row the first describes the second.
 */
export function repairCompounds(words: readonly Word[]): Word[] {
  const repaired = [...words]
  for (const word of words) {
    if (word.deprel === 'compound:prt') rejoin(word, repaired)
    if (word.upos === 'NOUN' || word.upos === 'PROPN') describe(word, repaired)
  }
  return repaired
}

/** A particle right behind a hyphen goes where the word before the hyphen went, or into the noun behind. */
function rejoin(particle: Word, words: Word[]): void {
  const [first, hyphen, next] = [words[particle.index - 3], words[particle.index - 2], words[particle.index]]
  if (!first || hyphen?.form !== '-' || hyphen.start !== first.end || hyphen.end !== particle.start) return
  const isInside = first.head === particle.index
  const head = !isInside
    ? first.head
    : next?.head === particle.head && /^(?:NOUN|PROPN)$/.test(next.upos)
      ? next.index
      : 0
  if (head > particle.index) words[particle.index - 1] = { ...particle, upos: 'NOUN', head, deprel: 'compound' }
}

/** The first of two nouns, with at most a number between them, becomes the second one's modifier. */
function describe(second: Word, words: Word[]): void {
  let at = second.index - 2
  while (words[at]?.upos === 'NUM') at--
  const first = words[at]
  if (first?.upos !== 'NOUN') return
  const isRow = first.deprel === 'nsubj' && second.deprel === 'nsubj' && first.head === second.head
  const isNumbered = second.deprel === 'appos' && second.head === first.index && at < second.index - 2
  if (!(isRow && second.index < second.head) && !isNumbered) return
  words[at] = { ...first, head: second.index, deprel: second.upos === 'PROPN' ? 'nmod:desc' : 'compound' }
  if (isNumbered) words[second.index - 1] = { ...second, head: first.head, deprel: first.deprel }
  for (const [place, word] of words.entries()) {
    if (word.head === first.index && word.deprel === 'det') words[place] = { ...word, head: second.index }
    if (place > at && place < second.index - 1) words[place] = { ...word, head: first.index, deprel: 'flat' }
  }
}
