import type { Knowledge } from '../mentions/knowledge.ts'
import type { Word } from '../model/document.ts'
import { overlaps } from '../model/span.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import type { Draft } from './scene.ts'

/**
 * The outlets that speakers spoke to or whose pages carry what they say: "told the newspaper Sydposten", "said in an interview with Le Monde", "according to
 * a statement carried by Yonhap". Each reports the same words as its speaker and stands behind him in the chain.
 */
export function findCarriers(drafts: readonly Draft[], knowledge: Knowledge): Draft[] {
  const speakers = new Set(drafts.map(({ head }) => head))
  return drafts.flatMap((draft) => {
    const { scene, cue, content, source } = draft
    if (cue.length === 0) return []
    const outlet = scene.words.find(
      (word) =>
        (word.upos === 'PROPN' || word.upos === 'NOUN') &&
        !speakers.has(word) &&
        isCarrying(word, draft) &&
        !content.some((piece) => overlaps(piece, word)) &&
        isOutlet(word, scene.tree, knowledge),
    )
    if (!outlet) return []
    const phrase = nounPhraseOf(scene.tree, outlet)
    const link = source.includes(outlet) ? scene.tree.head(outlet) : undefined // "carried"
    return [
      {
        ...draft,
        rule: 'speech.carried',
        head: outlet,
        source: phrase,
        cue: link ? [link] : cue,
        kind: 'cited' as const,
        class: 'named' as const,
      },
    ]
  })
}

/** Between the outlet and who speaks or how stand only occasions ("interview") and what outlets do ("carried"). */
function isCarrying(outlet: Word, { scene: { tree, saying }, head, cue }: Draft): boolean {
  if (!isRelation(outlet, 'obj', 'iobj', 'obl', 'nmod')) return false
  const { occasions, carrying, speaking } = saying.sets
  for (const word of tree.ancestors(outlet)) {
    if (cue.includes(word)) return true
    const lemma = word.lemma.toLowerCase()
    if (word === head) return occasions.has(lemma) || saying.sets.documents.has(lemma)
    if (!occasions.has(lemma) && !carrying.has(lemma) && !(speaking.has(lemma) && isRelation(word, 'advcl')))
      return false
  }
  return false
}

/** "the newspaper", "Radio Gotland", "Le Monde": one, and not just any. */
function isOutlet(word: Word, tree: Tree, knowledge: Knowledge): boolean {
  const { kinds } = knowledge
  if (word.upos === 'NOUN') {
    const before = tree.childrenBy(word, 'compound').at(-1)
    const both = before ? `${before.lemma.toLowerCase()} ${word.lemma.toLowerCase()}` : ''
    const own = kinds.ofNoun(both).length > 0 ? kinds.ofNoun(both) : kinds.ofNoun(word.lemma.toLowerCase())
    const isNamed = tree.childrenBy(word, 'appos', 'flat').some(({ upos }) => upos === 'PROPN')
    const isOne = word.xpos === 'NN' && (isNamed || tree.child(word, 'det')?.form.toLowerCase() === 'the')
    return isOne && own.length > 0 && kinds.fit(OUTLET, own) === 'is'
  }
  const words = tree.subtree(word, (child) => !isRelation(child, 'compound', 'flat', 'amod', 'nmod:poss', 'goeswith'))
  const name = words.map(({ form }) => form).join(' ')
  return (
    knowledge.isOutlet(name) || kinds.fit(OUTLET, kinds.ofName(name.toLowerCase().split(' '), 'ORGANIZATION')) === 'is'
  )
}
const OUTLET = ['outlet']
