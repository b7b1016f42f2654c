import type { Attribution } from '../model/claim.ts'
import type { Word } from '../model/document.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import type { SayingIndex } from './lexicon.ts'

/**
 * Head word of whoever does what `verb` says: its subject, the agent of a passive, the noun a relative clause or participle
 * hangs on, or the subject of the verb above that shares it. `undefined` where nobody is named ("it is said that").
 */
export function actorOf(tree: Tree, verb: Word, depth = 0): Word | undefined {
  if (depth > 6) return undefined
  const agent = tree.child(verb, 'obl:agent') ?? byPhrase(tree, verb)
  const subject = tree.children(verb).find((child) => isRelation(child, 'nsubj') && child.deprel !== 'nsubj:outer')
  if (isPassive(tree, verb)) {
    if (agent) return agent
    if (subject || !isRelation(verb, 'conj', 'xcomp')) return undefined
  }
  if (subject)
    return isRelative(subject) ? (antecedentOf(tree, verb, subject) ?? subject) : isEmpty(subject) ? undefined : subject
  if (tree.child(verb, 'expl', 'csubj')) return undefined
  const stray = strayedSubject(tree, verb) ?? strayName(tree, verb)
  if (stray) return stray
  const head = tree.head(verb)
  if (!head) return undefined
  if (isRelation(verb, 'conj')) return hasOwnSubjectType(tree, verb) ? undefined : actorOf(tree, head, depth + 1)
  if (isRelation(verb, 'xcomp'))
    return tree.child(head, 'iobj') ?? tree.child(head, 'obj') ?? controllerOf(tree, head, depth)
  if (isRelation(verb, 'advcl')) {
    if (/^VB[DN]$/.test(verb.xpos)) return undefined // "Asked whether he would run, Silva …"
    // "Reuters quoted the mayor as saying"
    const as = tree.children(verb).some(({ form, deprel }) => deprel === 'mark' && form.toLowerCase() === 'as')
    const object = as && verb.xpos === 'VBG' ? tree.child(head, 'obj', 'iobj') : undefined
    return object ?? controllerOf(tree, head, depth)
  }
  if (isRelation(verb, 'acl')) {
    if (verb.xpos === 'VBG' || isRelation(verb, 'acl:relcl'))
      return isNominal(head) ? head : controllerOf(tree, head, depth)
    if (verb.xpos === 'VB') return ownerOf(tree, head) ?? governorsActor(tree, head, depth)
  }
  return undefined
}

/** A bare name before a finite verb is its subject, whatever a parser called it and wherever it hung it. */
function strayName(tree: Tree, verb: Word): Word | undefined {
  if (!/^VB[DPZ]$/.test(verb.xpos) || isRelation(verb, 'conj', 'xcomp')) return undefined
  const bare = (word: Word) =>
    isRelation(word, 'flat', 'dep', 'compound', 'appos', 'nmod', 'obj') &&
    (word.upos === 'PROPN' || tree.childrenBy(word, 'flat').some(({ upos }) => upos === 'PROPN')) &&
    !tree.child(word, 'case')
  const below = tree.children(verb).find((word) => word.index < verb.index && bare(word))
  if (below) return below
  const before = tree.word(verb.index - 1)
  let at = before?.form === ',' ? tree.word(verb.index - 2) : before
  while (at && (isRelation(at, 'flat', 'compound') || (before?.form === ',' && isOfName(tree, at)))) at = tree.head(at)
  return at && isRelation(at, 'appos') && at.upos === 'PROPN' ? at : betweenCommaAnd(tree, verb)
}

/** "SC" in "Tom Molnar, SC, said" */
const isOfName = (tree: Tree, word: Word): boolean => isRelation(word, 'appos') && tree.head(word)?.upos === 'PROPN'

/** "…, the coast guard said": the one noun phrase between what is reported and the verb. */
function betweenCommaAnd(tree: Tree, verb: Word): Word | undefined {
  const before = tree.childrenBy(verb, 'ccomp').some(({ index }) => index < verb.index)
  return before ? runBefore(tree, verb)?.head : undefined
}

/** The noun phrase, coordinated or not, that stands alone between a mark and the verb: its head, and its words without adverbs of the verb. */
export function runBefore(
  tree: Tree,
  verb: Word,
): { readonly head: Word; readonly words: readonly Word[] } | undefined {
  let first = verb.index
  while (first > 1 && tree.word(first - 1)!.upos !== 'PUNCT') first--
  const run = tree.words.slice(first - 1, verb.index - 1)
  const [head, ...others] = run.filter(({ head }) => head < first || head >= verb.index)
  const isNoun =
    head &&
    others.every((other) => tree.child(other, 'cc')) &&
    first > 1 &&
    run.length <= LONGEST &&
    /^(?:NOUN|PROPN|PRON)$/.test(head.upos)
  if (!isNoun || tree.child(head, 'case') || run.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return undefined
  const last = run.findLastIndex(({ upos }) => upos !== 'ADV')
  return { head, words: run.slice(0, last + 1) }
}
const LONGEST = 14

/** A subject that a parser gave to the clause that is reported: the one before the verb, or the second of a clause before it. */
function strayedSubject(tree: Tree, verb: Word): Word | undefined {
  if (!/^VB[DPZ]$/.test(verb.xpos)) return undefined
  for (const clause of tree.childrenBy(verb, 'ccomp')) {
    const subjects = tree.childrenBy(clause, 'nsubj')
    const own = subjects.find(({ index }) => index < verb.index && (clause.index > verb.index || index > clause.index))
    if (own && subjects.length > 1) return own
  }
  return undefined
}

/** The subject of a clause, passive or not: what a participle below it is said of ("was quoted as saying"). */
function controllerOf(tree: Tree, head: Word, depth: number): Word | undefined {
  const subject = tree.child(head, 'nsubj')
  if (subject)
    return isRelative(subject) ? (antecedentOf(tree, head, subject) ?? subject) : isEmpty(subject) ? undefined : subject
  return actorOf(tree, head, depth + 1)
}

function governorsActor(tree: Tree, noun: Word, depth: number): Word | undefined {
  const verb = tree.head(noun)
  return verb && isRelation(noun, 'obj', 'obl', 'xcomp') ? actorOf(tree, verb, depth + 1) : undefined
}

/** "Seoul's claim", "the claim by Seoul". */
export const ownerOf = (tree: Tree, noun: Word): Word | undefined =>
  tree.child(noun, 'nmod:poss') ??
  tree
    .childrenBy(noun, 'nmod')
    .find((child) => tree.children(child).some((word) => isRelation(word, 'case') && /^(?:by|from)$/i.test(word.form)))

/** "was reported by state media", where a parser took the agent for any oblique. */
const byPhrase = (tree: Tree, verb: Word): Word | undefined =>
  verb.xpos === 'VBN'
    ? tree
        .childrenBy(verb, 'obl')
        .find((child) =>
          tree.children(child).some((word) => word.deprel === 'case' && word.form.toLowerCase() === 'by'),
        )
    : undefined

/** A participle with passive marks, or one without any auxiliary that hangs on a noun ("the figures reported by"). */
export function isPassive(tree: Tree, verb: Word): boolean {
  if (tree.child(verb, 'aux:pass', 'nsubj:pass')) return true
  return verb.xpos === 'VBN' && !tree.child(verb, 'aux', 'nsubj') && isRelation(verb, 'acl', 'advcl')
}

const isRelative = (word: Word): boolean =>
  /^(?:who|which|that|whom)$/i.test(word.form) && /^W|^PRON$/.test(word.upos === 'PRON' ? 'PRON' : word.xpos)
const isEmpty = (word: Word): boolean => word.deprel.startsWith('expl')
const isNominal = (word: Word): boolean => /^(?:NOUN|PROPN|PRON|NUM|DET|ADJ|SYM|X)$/.test(word.upos)

/** A conjoined passive does not share an active subject: "spoke and was told". */
const hasOwnSubjectType = (tree: Tree, verb: Word): boolean => tree.child(verb, 'aux:pass') !== undefined

function antecedentOf(tree: Tree, verb: Word, relative: Word): Word | undefined {
  const clause = [verb, ...tree.ancestors(verb)].find((word) => isRelation(word, 'acl:relcl', 'acl'))
  const noun = clause && tree.head(clause)
  return noun && noun.index < relative.index ? noun : undefined
}

/** Named, a text, or people whose name is not given ("a senior Ukrainian official"). */
export function classOf(tree: Tree, head: Word, { sets }: SayingIndex): Attribution['class'] {
  const lemma = head.lemma.toLowerCase()
  if (head.upos === 'PROPN' || tree.childrenBy(head, 'appos', 'flat').some(({ upos }) => upos === 'PROPN'))
    return 'named'
  if (head.upos === 'PRON' && !sets.people.has(lemma))
    return /^(?:some|any|every)(?:one|body)$|^no ?one$/.test(lemma) ? 'anonymous' : 'named'
  if (sets.documents.has(lemma)) return 'document'
  if (sets.people.has(lemma)) return 'anonymous'
  const determiner = tree.child(head, 'det')
  const indefinite = determiner
    ? /^(?:a|an|some|any|several|many|one|another)$/i.test(determiner.form)
    : head.xpos === 'NNS' && !tree.child(head, 'nmod:poss', 'amod')
  return indefinite ? 'anonymous' : 'named'
}
