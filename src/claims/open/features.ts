import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { OpenClaim } from './open-claim.ts'

/** What the confidence is read from: the rule and the make of the claim, by name. */
export function featuresOf(claim: OpenClaim, tree: Tree): Map<string, number> {
  const { clause, parts, subject } = claim
  const first = parts[0]
  const size = tree.words.length
  const found = new Map([[`rule:${claim.rule}`, 1]])
  const flag = (name: string, on: boolean | undefined) => {
    if (on) found.set(name, 1)
  }
  found.set('subjectLength', Math.log1p(subject.words.length))
  found.set('argumentLength', Math.log1p(parts.reduce((sum, part) => sum + part.words.length, 0)))
  found.set('parts', Math.min(parts.length, 4))
  found.set('sentenceLength', Math.log1p(size) / 4)
  found.set('relationLength', Math.log1p(claim.relation.length))
  flag(`first:${first?.kind ?? 'none'}`, true)
  flag(`prep:${first?.preposition}`, first !== undefined && COMMON.has(first.preposition))
  flag('subject:pronoun', subject.head.upos === 'PRON' && !DEMONSTRATIVE.has(subject.head.lemma))
  flag('subject:demonstrative', subject.head.upos === 'PRON' && DEMONSTRATIVE.has(subject.head.lemma))
  flag('subject:name', subject.head.upos === 'PROPN')
  const words = [...subject.words, ...parts.flatMap((part) => part.words)]
  flag('unnamed', !words.some(({ upos }) => upos === 'PROPN'))
  flag('pronouns', subject.head.upos === 'PRON' && !words.some(({ upos }) => upos === 'PROPN' || upos === 'NOUN'))
  flag('object:name', first?.head.upos === 'PROPN')
  flag('object:pronoun', first?.head.upos === 'PRON')
  flag('object:number', first?.head.upos === 'NUM')
  flag('subject:far', Math.abs(subject.head.index - claim.trigger.index) > 12)
  flag(`clause:${clause ? clause.predicate.deprel.split(':')[0] : 'phrase'}`, true)
  flag('clause:relcl', clause?.predicate.deprel === 'acl:relcl')
  flag('depth', clause && tree.ancestors(clause.predicate).length > 3)
  flag(
    'conditional',
    clause && tree.childrenBy(clause.predicate, 'mark').some((word) => CONDITIONAL.has(word.lemma.toLowerCase())),
  )
  flag(
    'modal',
    claim.relation.some((word) => word.xpos === 'MD'),
  )
  flag('question', tree.words.at(-1)?.form === '?')
  flag('hasConj', clause && hasConjunct(tree, subject.head))
  return found
}

const hasConjunct = (tree: Tree, word: Word) => tree.children(word).some((child) => isRelation(child, 'conj'))
const COMMON = new Set([
  'in',
  'of',
  'to',
  'for',
  'with',
  'on',
  'at',
  'by',
  'from',
  'as',
  'into',
  'about',
  'after',
  'before',
  'during',
  'over',
  '',
])
const DEMONSTRATIVE = new Set(['this', 'that', 'these', 'those', 'which', 'who', 'what'])
const CONDITIONAL = new Set(['if', 'unless', 'whether'])
