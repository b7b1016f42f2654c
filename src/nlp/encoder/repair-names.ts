import type { Name, Word } from '../../model/document.ts'

/** A name so sure is one phrase, whatever the parser thought. */
const SURE = 0.6

/**
 * Trees that disagree with the names. "attend Hartley High": proper nouns of one name that a parser gave two places hang on the first of them. "their head,
 * lawmaker Kaisa Toivonen": a noun right before a person's name describes it.
 */
export function repairNames(words: readonly Word[], names: readonly Name[]): readonly Word[] {
  let repaired: Word[] | undefined
  const set = (word: Word, place: Pick<Word, 'head' | 'deprel'>) => {
    repaired ??= [...words]
    repaired[word.index - 1] = { ...word, ...place }
  }
  for (const { first, last, type, score } of names) {
    if (score < SURE) continue
    const inside = words.slice(first - 1, last)
    const [top, ...others] = inside.filter(({ head }) => head < first || head > last)
    if (!top) continue
    const isWhole = inside.every(({ upos }) => upos === 'PROPN')
    for (const other of isWhole ? others : []) {
      if (/^(?:conj|appos|root)/.test(other.deprel) || hangsOn(top, other, words)) continue
      set(other, { head: top.index, deprel: 'flat' })
      for (const child of words) // "lost 4-0 [to] Dunmore United"
        if (child.head === other.index && (child.index < first || child.index > last))
          set(child, { head: top.index, deprel: child.deprel })
    }
    const before = words[first - 2]
    const isTitle = type === 'PER' && before?.upos === 'NOUN' && before.deprel === 'appos' && top.deprel === 'appos'
    if (!isTitle || top.head >= before.index || before.head >= before.index) continue
    set(before, { head: top.index, deprel: 'nmod:desc' })
    set(top, { head: before.head, deprel: before.deprel })
  }
  return repaired ?? words
}

/** Over any number of words. */
function hangsOn(word: Word, above: Word, words: readonly Word[]): boolean {
  for (let at = words[word.head - 1]; at; at = words[at.head - 1]) if (at === above) return true
  return false
}
