import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import { isGerund } from './predicates.ts'
import { prepositionOf } from './prepositions.ts'

const RELATIVE = new Set(['who', 'whom', 'which', 'that', 'whose', 'where', 'when', 'whoever', 'what'])

/** "the bonds, which fell on Monday, [rose] again": the parser took the subject for a sentence and its verb for another. */
export const isTopic = (tree: Tree, noun: Word, verb: Word): boolean =>
  /^(?:NOUN|PROPN)$/.test(noun.upos) &&
  noun.head === 0 &&
  noun.index < verb.index &&
  /^VB[DPZ]$/.test(verb.xpos) &&
  tree.child(noun, 'acl:relcl', 'appos', 'acl') !== undefined &&
  agrees(tree, noun, verb)

/** "leaving the valley, Arlen County, [Mill Creek] enters": the name right before the verb. */
export const isNearer = (tree: Tree, stray: Word, own: Word, verb: Word): boolean =>
  stray.index > own.index &&
  tree.subtree(stray).at(-1)!.index === verb.index - 1 &&
  tree.word(tree.subtree(stray)[0]!.index - 1)?.form === ','

/** "it bought shares, the [deal] covering a tenth", "honoured by the [river] being named for him": hung on the verb above. */
export function absolute(tree: Tree, participle: Word, head: Word): Word | undefined {
  const aux = tree.child(participle, 'aux')
  if (!isGerund(participle) && aux?.xpos !== 'VBG') return undefined
  const first = aux ?? participle
  return tree
    .childrenBy(head, 'nsubj', 'obl')
    .find((word) => word.index > head.index && word.index === first.index - 1 && !tree.child(word, 'case'))
}

/** "the promise of returns that [is] kept": the nearest noun that the verb agrees with; "the lab and the [firm], which makes it": of several the last. */
export function agreeing(tree: Tree, noun: Word, verb: Word): Word {
  const last = tree
    .childrenBy(noun, 'conj')
    .findLast(({ index, upos }) => index < verb.index && /^(?:NOUN|PROPN)$/.test(upos))
  if (last && !agrees(tree, noun, verb) && agrees(tree, last, verb)) return last
  const above = isRelation(noun, 'nmod') ? tree.head(noun) : undefined
  return above?.upos === 'NOUN' && !agrees(tree, noun, verb) && agrees(tree, above, verb) ? above : noun
}

/** "Ann Roe, head of the [firm], which makes glue": what a person is, is no "which". */
export function nearest(tree: Tree, noun: Word, clause: Word): Word {
  if (noun.deprel !== 'appos' || !tree.childrenBy(clause, 'nsubj').some(({ form }) => /^which$/i.test(form)))
    return noun
  const last = tree.childrenBy(noun, 'nmod').findLast((word) => word.index > noun.index && word.index < clause.index)
  return last ?? noun
}

/** Not "emails was sent", "she go": where the verb shows its number it is the subject's. One team may be many people ("the team were"). */
export function agrees(tree: Tree, subject: Word, verb: Word): boolean {
  const first = [...tree.childrenBy(verb, 'aux', 'cop'), verb].find(({ xpos }) => /^VB[DPZ]$|^MD$/.test(xpos))
  if (!first || (first.xpos === 'VBD' && !/^(?:was|were)$/i.test(first.form))) return true
  const isOne = first.xpos === 'VBZ' || /^was$/i.test(first.form)
  if (isOne && /^I$/i.test(subject.form)) return true
  const isMany =
    subject.xpos === 'NNS' ||
    /^(?:they|we|you|these|those)$/i.test(subject.form) ||
    (subject.upos !== 'NUM' && tree.childrenBy(subject, 'conj').some((word) => tree.child(word, 'cc')?.lemma === 'and'))
  if (isOne) return !isMany
  return !/^(?:he|she|it)$/i.test(subject.form)
}

/** "a magnitude 6.3 | earthquake struck", "second seed | Marta Kolar lost": two subjects side by side are one, headed by the second. */
export function wholeSubject(tree: Tree, predicate: Word, first: Word): Word {
  const second = tree
    .childrenBy(predicate, 'nsubj')
    .find((word) => word.index > first.index && word.index < predicate.index && /^(?:NOUN|PROPN)$/.test(word.upos))
  if (!second || first.upos !== 'NOUN') return first
  const isBeside = tree.subtree(first).at(-1)!.index + 1 === tree.subtree(second)[0]!.index
  return isBeside ? second : first
}

/** "Professor Traoré of the [Institute], who led": an institute is no "who". */
export function personOf(tree: Tree, antecedent: Word): Word {
  const above = isRelation(antecedent, 'nmod') ? tree.head(antecedent) : undefined
  return above?.upos === 'PROPN' && antecedent.upos === 'PROPN' && tree.child(antecedent, 'case') ? above : antecedent
}

/** "a trial in Kenya published in May": without a comma no participle tells which Kenya is meant, so it is the trial's. */
export function described(tree: Tree, participle: Word, noun: Word): Word {
  if (noun.upos !== 'PROPN' || tree.child(noun, 'det')) return noun
  const first = tree.subtree(participle)[0]!
  if (tree.word(first.index - 1)?.upos === 'PUNCT') return noun
  for (let at: Word | undefined = noun; at && isRelation(at, 'nmod', 'conj'); at = tree.head(at)) {
    const above = tree.head(at)
    if (above?.upos === 'NOUN') return above
  }
  return noun
}

/** "called on [the bank] to close": who is to do it. */
export const addressed = (tree: Tree, verb: Word, infinitive: Word): Word | undefined =>
  tree
    .childrenBy(verb, 'obl', 'obj')
    .find(
      (word) =>
        word.index < infinitive.index &&
        clauseWords().addressing.has(`${verb.lemma.toLowerCase()} ${prepositionOf(tree, word).preposition}`),
    )

/** "the first woman [to lead] the bank", "the youngest player [to score]": she led it. */
export const isFirstOrMost = ({ form, xpos }: Word): boolean =>
  xpos === 'JJS' || /^(?:first|second|third|last|next|only|latest)$/i.test(form)

/** "[one] of three ministers to resign", "one of three [ministers] to resign": they resigned, and the one did. */
export function isOneOfThem(tree: Tree, noun: Word): boolean {
  if (noun.lemma === 'one') return tree.childrenBy(noun, 'nmod').some((all) => tree.child(all, 'case')?.form === 'of')
  const above = isRelation(noun, 'nmod') ? tree.head(noun) : undefined
  return above?.lemma === 'one' && tree.child(noun, 'case')?.form === 'of'
}

export const isRelativePronoun = (word: Word) =>
  RELATIVE.has(word.form.toLowerCase()) &&
  (word.xpos === 'WDT' || word.xpos === 'WP' || word.xpos === 'WRB' || word.xpos === 'WP$' || word.upos === 'PRON')
