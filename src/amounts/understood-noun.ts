import type { Analysis, Word } from '../model/document.ts'
import type { Quantity } from '../model/quantity.ts'
import { isRelation, Tree } from '../nlp/tree.ts'

/**
 * The amounts of one sentence, with what is left out by ellipsis filled in: "killed 31 people and injured 60", "of the 90 crew, 12 were rescued",
 * "three soldiers were killed and twelve wounded". A bare number that stands as a noun of its own counts what the sentence counted last.
 */
export function withUnderstoodNouns(quantities: readonly Quantity[], { words }: Analysis): Quantity[] {
  if (!quantities.some(isBare) || !quantities.some(isCounted)) return [...quantities]
  const tree = new Tree(words)
  let counted: Quantity | undefined
  return quantities.map((quantity) => {
    if (isCounted(quantity)) counted = quantity
    if (!counted || !isBare(quantity) || !standsAlone(quantity, tree)) return quantity
    return { ...quantity, kind: 'count', unit: counted.unit, noun: counted.noun }
  })
}

const isCounted = ({ kind, noun, unit }: Quantity): boolean => kind === 'count' && noun !== null && unit !== null

/** A whole number of nothing said. */
const isBare = ({ kind, noun, min, max }: Quantity): boolean =>
  kind === 'number' && noun === null && Number.isInteger(min ?? max) && (min ?? max)! > 1

/** Subject or object, or before a participle or adjective of state ("twelve wounded", "60 injured"). */
function standsAlone({ start, end }: Quantity, tree: Tree): boolean {
  const word = tree.words.findLast((at) => at.upos === 'NUM' && at.start >= start && at.end <= end)
  const head = word && tree.head(word)
  if (!word || !head || tree.child(word, 'cop')) return false
  if (isRelation(word, 'nsubj', 'obj')) return (head.upos === 'VERB' || isState(head)) && !isCopular(head, tree)
  if (isRelation(word, 'conj')) return head.upos !== 'NUM'
  return isRelation(word, 'nummod', 'compound') && isState(head) && head.index === word.index + 1
}

const isCopular = (verb: Word, tree: Tree): boolean => tree.child(verb, 'cop') !== undefined
const isState = ({ upos, xpos }: Word): boolean => (upos === 'VERB' && xpos === 'VBN') || upos === 'ADJ'
