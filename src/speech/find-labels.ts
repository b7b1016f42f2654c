import type { Word } from '../model/document.ts'
import { isRelation } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import { type Draft, piecesOf, type Scene } from './scene.ts'

const MOST_WORDS = 7

/** Headlines: "Seoul: troops left the front". Only a name, and only in a title, for lists and captions put colons to other uses. */
export function findLabels(scene: Scene): Draft[] {
  const { words, analysis, tree } = scene
  if (analysis.sentence.zone !== 'title' && analysis.sentence.index > 0) return []
  const colon = words.slice(0, MOST_WORDS + 1).find(({ form }) => form === ':')
  if (!colon || colon.index === 1) return []
  const label = words.slice(0, colon.index - 1)
  const rest = words.slice(colon.index)
  const head = headOf(label)
  if (head?.upos !== 'PROPN' || !rest.some(isVerb)) return []
  if (label.some(({ upos }) => /^(?:VERB|AUX|PUNCT|PRON|CCONJ)$/.test(upos))) return []
  const source = nounPhraseOf(tree, head).filter((word) => word.index < colon.index)
  return [{ scene, rule: 'speech.headline', head, source, cue: [], content: piecesOf(scene, rest), kind: 'said' }]
}

/** The word of the label that hangs on nothing in it. */
const headOf = (label: readonly Word[]): Word | undefined =>
  label.find(({ head }) => head < label[0]!.index || head > label.at(-1)!.index)

const isVerb = (word: Word): boolean =>
  word.upos !== 'PUNCT' && (/^VB[DPZ]$|^MD$/.test(word.xpos) || (word.xpos === 'VB' && !isRelation(word, 'acl')))
