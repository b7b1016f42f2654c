import type { Word } from '../model/document.ts'
import type { Tree } from '../nlp/tree.ts'
import { clauseWords } from './clause-words.ts'

const MEASURES = new Set([
  'hundred',
  'thousand',
  'million',
  'dozen',
  'score',
  'number',
  'group',
  'lot',
  'majority',
  'ton',
  'tonne',
  'percent',
  '%',
  'series',
  'kind',
  'type',
  'third',
  'half',
  'quarter',
  'rest',
  'part',
  'couple',
  'handful',
  'batch',
  'shipment',
  'barrel',
  'billion',
  'tens',
  'one',
  'some',
  'many',
  'most',
  'all',
  'member',
  'total',
  'litre',
  'liter',
  'gallon',
  'worth',
  'round',
  'piece',
  'column',
  'wave',
  'convoy',
  'haul',
  'kilo',
  'kilogram',
  'gram',
  'kg',
  'lb',
  'ounce',
  'packet',
  'cache',
  'consignment',
  'truckload',
  'lorryload',
  'boatload',
  'kg',
  'lb',
  'ounce',
  'stash',
  'hoard',
  'load',
  'quantity',
  'amount',
  'crate',
  'bag',
  'box',
  'sack',
  'pallet',
  'carton',
  'crowd',
  'throng',
  'scores',
  'string',
  'flurry',
  'spate',
  'range',
  'array',
])

/** "hundreds of drones" → drones */
export function contentHead(tree: Tree, word: Word): Word {
  if (!MEASURES.has(word.lemma.toLowerCase()) && word.upos !== 'NUM' && word.upos !== 'SYM') return word
  const worth = tree.subtree(word).find((child) => child.lemma === 'worth')
  if (worth && worth !== word) return contentHead(tree, worth)
  const inner = tree
    .childrenBy(word, 'nmod')
    .find((child) => tree.childrenBy(child, 'case').some((mark) => mark.lemma === 'of'))
  return inner ? contentHead(tree, inner) : word
}

/** "in [front] of" */
export function isInPreposition(tree: Tree, { index, upos }: Word): boolean {
  if (upos !== 'NOUN') return false
  const words = [index - 1, index, index + 1].map((at) => tree.word(at)?.form.toLowerCase())
  return clauseWords().prepositions.has(words.join(' '))
}
