import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import { isCloseName, nameBefore, phraseOf, wholeName } from '../clauses/phrase.ts'
import { isPredicate } from '../clauses/predicates.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { OpenClaim, Part } from './open-claim.ts'

/**
 * What noun phrases say by themselves: "Rita Gomez, head of Harlan", "Senator Ridley". Possessives alone say too little to be claims ("Peru's navy",
 * "Sunday's vote"); the owner stays in the phrase: "Dana Cole is Harlan's lawyer".
 */
export function phraseClaims(tree: Tree): OpenClaim[] {
  return tree.words.flatMap((word) => {
    if (isRelation(word, 'appos')) return apposition(tree, word)
    if (word.deprel === 'nmod:desc') return title(tree, word)
    return []
  })
}

function apposition(tree: Tree, word: Word): OpenClaim[] {
  const head = tree.head(word)
  if (!head || !isNoun(word) || isTelling(word) || !isSetOff(tree, head, word)) return []
  if (head.upos === 'PROPN' && isCloseName(tree, head, word)) return [] // a nickname
  if (isListed(tree, head, word)) return []
  const described = nearerNoun(tree, head, word) ?? wholeName(tree, head)
  if (!canBeOne(tree, described, word)) return []
  const close = described.upos === 'NOUN' ? nameBehind(tree, described) : undefined
  const behind = close === word ? undefined : close
  const named = word.upos === 'PROPN' ? word : nameBehind(tree, word)
  const isTurned = described.upos !== 'PROPN' && !behind && named !== undefined
  const [subject, complement] = isTurned ? [named, described] : [behind ?? described, word]
  if (
    complement.xpos === 'NN' &&
    complement.index > subject.index &&
    tree.children(complement).every(({ upos }) => upos === 'PUNCT')
  )
    return []
  if (isBareClass(tree, complement, subject) || isKinship(tree, complement)) return []
  if (described.upos === 'PROPN' && word.upos === 'PROPN' && !tree.child(word, 'det', 'nmod:poss', 'nmod')) return [] // "Ghent, Belgium"
  const inner = tree.dominates(complement, subject) ? subject : undefined
  const words = phraseOf(tree, complement, { whole: true }).filter(
    (at) => !inner || (at.index < inner.index && !tree.dominates(inner, at)),
  )
  return [claim(tree, 'open.apposition', subject, complement, words.length > 0 ? words : [complement])]
}

/** "…, a [claim] that the ministry rejected", "…, a [move] that follows": the noun stands for all that was told before. */
export const isTelling = (word: Word): boolean =>
  isRelation(word, 'appos') && clauseWords().telling.has(word.lemma.toLowerCase())

/** "friend Ann Roe": whose? */
const isKinship = (tree: Tree, noun: Word): boolean =>
  clauseWords().kin.has(noun.lemma.toLowerCase()) && !tree.child(noun, 'nmod:poss', 'nmod')

/** "the firm Belcor" names a firm, and no more. */
function isBareClass(tree: Tree, noun: Word, name: Word): boolean {
  const [first] = tree.subtree(name).filter(({ form }) => !QUOTES.test(form))
  const determiner = tree.child(noun, 'det')
  const between = tree.words.slice(noun.index, (first?.index ?? 0) - 1)
  return (
    first?.upos !== 'PUNCT' &&
    between.every(({ form }) => QUOTES.test(form)) &&
    determiner?.index === noun.index - 1 &&
    /^the$/i.test(determiner.form)
  )
}

const QUOTES = /^(?:``|''|["“”‘’'])$/

const isNoun = ({ upos }: Word): boolean => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON'

/** By commas or dashes, or a name beside its noun ("the author Ann Roe"): what stands in brackets or after a colon is a label. */
function isSetOff(tree: Tree, head: Word, word: Word): boolean {
  const first = tree.subtree(word).find(({ upos }) => upos !== 'PUNCT') ?? word
  const before = tree.words.slice(0, first.index - 1).findLast(({ form }) => !QUOTES.test(form))
  if (before?.upos === 'PUNCT') return !/^[([:]|-LRB-/.test(before.form)
  return head.upos !== word.upos
}

/** "Ann, Roe, the mayor, and others": one more of a list. */
const isListed = (tree: Tree, head: Word, word: Word): boolean =>
  isRelation(head, 'conj') &&
  tree.childrenBy(tree.head(head)!, 'conj').some((at) => at.index > word.index && tree.child(at, 'cc') !== undefined)

/** "hospitals in Ghent, the provincial capital": one thing is no plural's description, so it is the place's. */
function nearerNoun(tree: Tree, head: Word, word: Word): Word | undefined {
  const last = nameBefore(tree, head, word)
  if (last) return last
  if (isPlural(tree, head) === isPlural(tree, word)) return undefined
  const between = tree.childrenBy(head, 'nmod').filter((at) => at.index > head.index && at.index < word.index)
  return between.findLast((at) => isNoun(at) && isPlural(tree, at) === isPlural(tree, word))
}

/** "his rival, former mayor [Sir Ian Roe]" */
const nameBehind = (tree: Tree, noun: Word): Word | undefined =>
  tree
    .childrenBy(noun, 'appos', 'flat')
    .find((word) => word.upos === 'PROPN' && tree.subtree(word)[0]!.index === noun.index + 1)

/** Both sides speak of as many, neither of an amount, and neither is a clause. */
function canBeOne(tree: Tree, subject: Word, word: Word): boolean {
  if ([subject, word].some((side) => !isNoun(side) || isPredicate(tree, side) || tree.child(side, 'nsubj', 'aux')))
    return false
  if ([subject, word].some((side) => tree.child(side, 'conj')) || tree.child(word, 'advmod')) return false // "farming, especially cotton"
  if (subject.upos === 'PROPN' && tree.child(subject, 'det') && !tree.child(word, 'det', 'nmod:poss')) return false // "the Detroit, Mich., car maker"
  return isPlural(tree, subject) === isPlural(tree, word)
}

const isPlural = (tree: Tree, word: Word): boolean => word.xpos === 'NNS' || tree.child(word, 'conj') !== undefined

/** "Prime Minister Janek Nowak", "Presidents Daoud Hassan and Esther Mwale"; of several parts ("Secretary", "of State") the whole is one title. */
function title(tree: Tree, word: Word): OpenClaim[] {
  const name = tree.head(word)
  if (name?.upos !== 'PROPN' || word.index > name.index) return []
  const parts = tree
    .children(name)
    .filter(
      ({ deprel, index, form }) =>
        deprel === 'nmod:desc' && index < name.index && !clauseWords().honorifics.has(form.toLowerCase()),
    )
  const last = parts.at(-1)
  if (!last || parts[0] !== word || tree.word(last.index + 1)?.form === '-' || isKinship(tree, last)) return []
  const phrases = parts.flatMap((part) => phraseOf(tree, part)).filter(({ index }) => index < name.index)
  const [from, to] = [Math.min(...phrases.map(({ index }) => index)), Math.max(...phrases.map(({ index }) => index))]
  const whole = parts.length === 1 ? phrases : tree.words.slice(from - 1, to)
  const words = [name, ...tree.childrenBy(name, 'flat')].sort((a, b) => a.index - b.index)
  return [{ ...claim(tree, 'open.title', name, word, whole), subject: { head: name, words } }]
}

function claim(tree: Tree, rule: string, subject: Word, complement: Word, words: readonly Word[]): OpenClaim {
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
    subject: { head: subject, words: own.includes(subject) ? own : [subject] },
    relation: [],
    word: 'is',
    parts: [part],
  }
}
