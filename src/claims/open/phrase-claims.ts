import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { prepositionOf } from '../clauses/find-clauses.ts'
import { phraseOf } from '../clauses/phrase.ts'
import type { OpenClaim, Part } from './open-claim.ts'

/** What noun phrases say by themselves: "Rita Gomez, head of Harlan", "Senator Ridley", "Harlan's plants". */
export function phraseClaims(tree: Tree): OpenClaim[] {
  return tree.words.flatMap((word) => {
    if (isRelation(word, 'appos')) return apposition(tree, word)
    if (word.deprel === 'nmod:desc') return title(tree, word)
    if (word.deprel === 'nmod:poss') return possession(tree, word)
    return []
  })
}

function apposition(tree: Tree, word: Word): OpenClaim[] {
  const head = tree.head(word)
  if (!head || word.upos === 'NUM' || word.upos === 'VERB') return []
  const [subject, complement] = head.upos !== 'PROPN' && word.upos === 'PROPN' ? [word, head] : [head, word]
  return [claim(tree, 'open.apposition', subject, 'is', complement, phraseOf(tree, complement))]
}

/** "Prime Minister Janek Nowak" */
function title(tree: Tree, word: Word): OpenClaim[] {
  const name = tree.head(word)
  if (name?.upos !== 'PROPN' || word.index > name.index) return []
  const words = [name, ...tree.childrenBy(name, 'flat')].sort((a, b) => a.index - b.index)
  return [{ ...claim(tree, 'open.title', name, 'is', word, phraseOf(tree, word)), subject: { head: name, words } }]
}

/** "Yaromir's bride" → Yaromir has bride */
function possession(tree: Tree, owner: Word): OpenClaim[] {
  const thing = tree.head(owner)
  if (!thing || owner.upos === 'PRON') return []
  const words = phraseOf(tree, thing, { alone: true }).filter((word) => !tree.dominates(owner, word))
  return words.length === 0 ? [] : [claim(tree, 'open.possession', owner, 'has', thing, words)]
}

function claim(
  tree: Tree,
  rule: string,
  subject: Word,
  word: string,
  complement: Word,
  words: readonly Word[],
): OpenClaim {
  const part: Part = {
    kind: 'complement',
    preposition: prepositionOf(tree, complement).preposition,
    marker: [],
    head: complement,
    words,
  }
  const own = phraseOf(tree, subject, { alone: true }).filter((at) => !words.includes(at))
  return {
    rule,
    clause: undefined,
    trigger: complement,
    subject: { head: subject, words: own.length > 0 ? own : [subject] },
    relation: [],
    word,
    parts: [part],
  }
}
