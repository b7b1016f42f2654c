import type { Word } from '../model/document.ts'
import { isOneOf, isRelation, type Tree } from '../nlp/tree.ts'
import { nounPhraseOf } from './noun-phrase.ts'
import { type Draft, piecesOf, type Scene } from './scene.ts'
import { actorOf } from './source-of.ts'

/** "According to X", "in the words of X", "in X's view", ", citing X": the clause beside them is X's. */
export function findCitations(scene: Scene): Draft[] {
  const drafts: Draft[] = []
  for (const word of scene.words) {
    const found = accordingTo(scene, word) ?? phrase(scene, word) ?? citing(scene, word) ?? quoting(scene, word)
    if (!found) continue
    const { head, cue, aside } = found
    const clause = found.clause ?? clauseAround(scene.tree, aside)
    if (!clause) continue
    const content = piecesOf(
      scene,
      scene.tree.subtree(clause, (child) => child === aside),
    )
    const source = nounPhraseOf(scene.tree, head)
    if (content.length > 0) drafts.push({ scene, rule: 'speech.cited', head, source, cue, content, kind: 'cited' })
  }
  return drafts
}

interface Found {
  readonly head: Word
  readonly cue: readonly Word[]
  /** What to leave out of the content: the phrase itself. */
  readonly aside: Word
  /** What is cited, where it is not the clause around the phrase. */
  readonly clause?: Word
}

function accordingTo({ tree, words }: Scene, word: Word): Found | undefined {
  const next = words[word.index]
  if (word.form.toLowerCase() !== 'according' || next?.form.toLowerCase() !== 'to') return undefined
  const governor = tree.head(word)
  const head =
    governor && governor.index > next.index && isNominal(governor)
      ? governor
      : (tree.childrenBy(word, 'obl', 'nmod', 'obj').find(isNominal) ?? words.slice(next.index).find(isNominal))
  if (!head) return undefined
  return { head, cue: [word, next], aside: head === governor ? head : word }
}

function phrase({ tree, words, saying }: Scene, word: Word): Found | undefined {
  if (!isRelation(word, 'obl', 'nmod', 'advmod') || !saying.sets.phrases.has(word.lemma.toLowerCase())) return undefined
  const preposition = tree.children(word).find(({ deprel, form }) => deprel === 'case' && /^(?:in|by)$/i.test(form))
  const head =
    tree.child(word, 'nmod:poss') ??
    tree
      .childrenBy(word, 'nmod')
      .find((child) =>
        tree.children(child).some(({ deprel, form }) => deprel === 'case' && form.toLowerCase() === 'of'),
      )
  if (!preposition || !head || /^(?:my|our)$/i.test(head.form)) return undefined
  const to = head.index > word.index && words[word.index]?.form.toLowerCase() === 'of' ? word.index + 1 : word.index
  const cue = words.slice(preposition.index - 1, to).filter((at) => at.form === 'of' || !tree.dominates(head, at))
  return { head, cue, aside: word }
}

function citing({ tree, saying }: Scene, word: Word): Found | undefined {
  if (word.xpos !== 'VBG' || !isRelation(word, 'advcl') || !saying.sets.citing.has(word.lemma.toLowerCase()))
    return undefined
  const head = tree.child(word, 'obj')
  const speaks =
    head &&
    (head.upos === 'PROPN' || [saying.sets.people, saying.sets.nouns].some((set) => set.has(head.lemma.toLowerCase())))
  return head && speaks ? { head, cue: [word], aside: word } : undefined
}

/** "Reuters quoted the mayor as saying that …" is Reuters' as well as the mayor's. */
function quoting({ tree, saying }: Scene, word: Word): Found | undefined {
  if (!saying.sets.citing.has(word.lemma.toLowerCase())) return undefined
  const speech = tree
    .childrenBy(word, 'advcl')
    .find((child) => child.xpos === 'VBG' && tree.children(child).some(({ form }) => form.toLowerCase() === 'as'))
  const clause = speech && tree.child(speech, 'ccomp')
  const head = clause && actorOf(tree, word)
  return head ? { head, cue: [word], aside: word, clause } : undefined
}

/**
 * The clause that a phrase is an aside of: from a noun up to its verb, when the phrase hangs on a noun, and out of reported words
 * when the reporting verb stands between them and the phrase ("…, Lim said, according to Reuters").
 */
function clauseAround(tree: Tree, aside: Word): Word | undefined {
  let at = tree.head(aside)
  for (let above = at && tree.head(at); at && above; above = tree.head(at)) {
    const inPhrase = isNominal(at) && isOneOf(at, PHRASAL) && !tree.child(at, 'cop')
    const beyond = isRelation(at, 'ccomp', 'parataxis') && at.index < above.index && above.index < aside.index
    const behind = isSetOffAtEnd(tree, at, aside) && isRelation(at, 'advcl', 'acl') && !tree.child(above, 'ccomp')
    if (!inPhrase && !beyond && !behind) break
    at = above
  }
  return at
}

/** ", according to Reuters." at the end of a sentence speaks of more than the participle before it. */
function isSetOffAtEnd(tree: Tree, at: Word, aside: Word): boolean {
  const own = tree.subtree(aside).filter(({ upos }) => upos !== 'PUNCT')
  if (own.length === 0 || own[0]!.index < at.index || tree.word(own[0]!.index - 1)?.form !== ',') return false
  return tree.words.slice(own.at(-1)!.index).every(({ upos }) => upos === 'PUNCT')
}

const PHRASAL = ['obj', 'iobj', 'obl', 'nmod', 'nsubj', 'appos', 'compound', 'nummod', 'xcomp'] as const

const isNominal = (word: Word): boolean => /^(?:NOUN|PROPN|PRON|NUM|SYM|X)$/.test(word.upos)
