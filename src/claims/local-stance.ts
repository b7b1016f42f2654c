import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { Effect, StanceIndex } from './stance-lexicon.ts'

/** What a clause's own words say of it: distances, and the word that denies it. */
export interface LocalStance {
  readonly effects: readonly Effect[]
  readonly negation: Word | undefined
}

/** Auxiliaries, adverbs, negation, conditions and questions of the clause headed by `at`, without the clauses above it. */
export function localStance(tree: Tree, at: Word, lexicon: StanceIndex): LocalStance {
  const own = ownWords(tree, at)
  const effects: Effect[] = []
  let modal = false
  for (const word of own) {
    const form = word.form.toLowerCase()
    const byModal = isRelation(word, 'aux') || word.upos === 'AUX' ? lexicon.tables.modals.get(form) : undefined
    if (byModal) {
      modal = true
      effects.push(/^(?:would|['’]d)$/.test(form) && isFutureOfPast(tree, at, own) ? 'planned' : byModal)
    }
    if (isRelation(word, 'mark') && tree.child(word, 'fixed')?.lemma.toLowerCase() === 'to') {
      const early = lexicon.tables.predicates.get(form) // "due to open", "set to close"
      if (early && early !== 'carry') effects.push(early)
    }
    const byAdverb = word.upos === 'ADV' || isRelation(word, 'advmod') ? lexicon.tables.adverbs.get(form) : undefined
    if (byAdverb) effects.push(byAdverb)
    const byModifier = isRelation(word, 'amod') ? lexicon.tables.modifiers.get(form) : undefined
    if (byModifier && byModifier !== 'flip') effects.push(byModifier)
    if (isRelation(word, 'advcl') && hasCondition(tree, word, lexicon) && !isTold(tree, at, word))
      effects.push('conditional')
    if (form === '?' && word.index > at.index) effects.push('asked')
  }
  if (!modal && isToCome(tree, at)) effects.push('planned')
  if (!modal && isCommand(tree, at)) effects.push('demanded')
  return { effects, negation: negationOf(tree, at, own, lexicon) }
}

/**
 * Its children, the auxiliaries it shares with the first of conjoined verbs, and, since a rough tree may hang them elsewhere, the
 * auxiliaries and "not" right before it.
 */
function ownWords(tree: Tree, at: Word): Word[] {
  const own = new Set(tree.children(at))
  for (let index = at.index - 1; index > 0; index--) {
    const word = tree.word(index)!
    if (word.upos === 'AUX' || /^(?:not|n['’]t|never)$/i.test(word.form)) own.add(word)
    else if (word.upos !== 'ADV') break
  }
  const first = isRelation(at, 'conj') ? tree.head(at) : undefined
  if (first && !tree.child(at, 'nsubj', 'aux', 'cop') && sameForm(first, at)) {
    for (const word of tree.children(first)) {
      if (isRelation(word, 'aux') || (word.index < first.index && isRelation(word, 'advmod', 'mark'))) own.add(word)
    }
  }
  return [...own]
}

/** "will build and open": both are what the auxiliary asks for. */
const sameForm = (a: Word, b: Word): boolean => a.xpos === b.xpos && /^(?:VB|VBN|VBG)$/.test(a.xpos)

/** "said it would open" looks ahead from the past; "would open if" does not. */
function isFutureOfPast(tree: Tree, at: Word, own: readonly Word[]): boolean {
  if (
    own.some(({ lemma }) => lemma === 'have') ||
    own.some((word) => isRelation(word, 'advcl') && tree.children(word).some(({ form }) => form.toLowerCase() === 'if'))
  )
    return false
  const clause = isRelation(at, 'conj', 'xcomp') ? tree.head(at) : at
  const head = clause && tree.head(clause)
  return head !== undefined && isRelation(clause!, 'ccomp', 'acl', 'parataxis') && /^VB[DNG]$/.test(head.xpos)
}

const hasCondition = (tree: Tree, clause: Word, { marks }: StanceIndex): boolean =>
  tree
    .children(clause)
    .some(
      (word) =>
        isRelation(word, 'mark') &&
        marks.conditional.has(word.form.toLowerCase()) &&
        !/^(?:as|even)$/i.test(tree.word(word.index - 1)?.form ?? ''),
    )

/** "signed a pact that commits both to help if either is attacked": what is told in the past hangs on no present condition, whatever the tree says. */
const isTold = (tree: Tree, at: Word, condition: Word): boolean =>
  at.xpos === 'VBD' &&
  [condition, ...tree.childrenBy(condition, 'aux', 'cop')].some(({ xpos }) => /^VB[PZ]$/.test(xpos))

/** Headlines ("Seoul to open embassy"), and "is to open", however it was parsed. */
function isToCome(tree: Tree, at: Word): boolean {
  const children = tree.children(at)
  if (at.xpos === 'VBN')
    return (
      children.some(({ xpos }) => xpos === 'TO') &&
      (children.some(({ lemma, deprel }) => lemma === 'be' && deprel === 'aux') || // "was to have opened"
        children.some(({ form, deprel }) => form.toLowerCase() === 'still' && deprel === 'advmod')) // "still to be ratified"
    )
  if (at.xpos !== 'VB') return false
  if (children.some((word) => isRelation(word, 'cop', 'aux') && word.lemma === 'be')) return true
  return (
    isRelation(at, 'root', 'parataxis') &&
    children.some((word) => isRelation(word, 'nsubj')) &&
    children.some((word) => word.xpos === 'TO' && isRelation(word, 'mark'))
  )
}

/** "Send help now." */
const isCommand = (tree: Tree, at: Word): boolean =>
  at.xpos === 'VB' &&
  isRelation(at, 'root', 'parataxis') &&
  !tree.child(at, 'nsubj', 'aux', 'mark', 'csubj', 'expl', 'cop') &&
  tree
    .children(at)
    .every(
      ({ index, upos, deprel }) => index > at.index || /^(?:PUNCT|INTJ|ADV|CCONJ)$/.test(upos) || deprel === 'vocative',
    )

function negationOf(tree: Tree, at: Word, own: readonly Word[], { sets }: StanceIndex): Word | undefined {
  for (const word of own) {
    const form = word.form.toLowerCase()
    if (
      isRelation(word, 'advmod', 'det', 'cc', 'cc:preconj', 'aux', 'dep', 'mark', 'discourse') ||
      word.upos === 'PART'
    ) {
      if (
        sets.negators.has(form) &&
        !sets.only.has(tree.word(word.index + 1)?.form.toLowerCase() ?? '') &&
        !(isRelation(word, 'discourse') && form === 'no')
      )
        return word
      if (form === 'no' && isRelation(word, 'det')) return word
      if (form === 'longer' && tree.children(word).some((child) => child.form.toLowerCase() === 'no')) return word
    }
    if (isRelation(word, 'nsubj', 'obj', 'iobj') || (isRelation(word, 'obl') && word.index < at.index)) {
      if (sets.empty.has(form)) return word
      const no = tree.children(word).find((child) => deniesNoun(tree, child))
      if (no) return no
    }
  }
  return undefined
}

/** "no troops", "neither the mayor nor the council", "not one soldier", "hardly anyone". */
function deniesNoun(tree: Tree, word: Word): boolean {
  const form = word.form.toLowerCase()
  if (isRelation(word, 'det', 'cc:preconj')) return form === 'no' || form === 'neither'
  if (/^(?:hardly|scarcely)$/.test(form)) return true
  return form === 'not' && /^(?:a|one|single)$/i.test(tree.word(word.index + 1)?.form ?? '')
}
