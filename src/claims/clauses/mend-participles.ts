import type { Word } from '../../model/document.ts'
import type { Mention } from '../../model/mention.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import { type Change, commaBefore, type Nouns } from './mend.ts'

/** "were [injured]", tagged as an adjective beside the auxiliary of a passive; "[Asked] whether she would go, she said", tagged as a past tense. */
export function adjectivesForParticiples(tree: Tree): Map<Word, Change> {
  const isPassive = (word: Word) =>
    word.upos !== 'VERB' &&
    word.xpos.startsWith('JJ') &&
    tree.children(word).some(({ deprel }) => deprel === 'aux:pass')
  const isAside = (word: Word) =>
    word.deprel === 'advcl' &&
    (word.xpos === 'VBD' ||
      (word.xpos === 'JJ' && /[^e]ed$/.test(word.form) && tree.child(word, 'obl') !== undefined)) &&
    word.index === 1 &&
    !tree.child(word, 'nsubj', 'mark', 'aux', 'obj')
  const found = tree.words.filter((word) => isPassive(word) || isAside(word))
  return new Map(found.map((word) => [word, { xpos: 'VBN', upos: 'VERB' }]))
}

/** "The bank [named] Ana Ruiz director", all of it taken for a phrase: the only verb, with a name right behind it, is what the sentence says. */
export function participlesForVerbs(tree: Tree): Map<Word, Change> {
  const { root } = tree
  const verb = root?.upos === 'PROPN' ? tree.childrenBy(root, 'acl').find(({ xpos }) => xpos === 'VBN') : undefined
  const object = verb && tree.word(verb.index + 1)
  if (!root || !verb || object?.upos !== 'PROPN' || object.head !== verb.index) return new Map()
  if (tree.word(verb.index - 1)?.upos !== 'PROPN' || !isRelation(object, 'compound', 'flat', 'obj')) return new Map()
  if (tree.words.some(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos))) return new Map()
  const changes = new Map<Word, Change>([
    [verb, { head: 0, deprel: 'root', xpos: 'VBD' }],
    [root, { head: verb.index, deprel: 'nsubj' }],
    [object, { deprel: 'obj' }],
  ])
  for (const post of tree.childrenBy(object, 'flat'))
    if (post.upos === 'NOUN') changes.set(post, { head: verb.index, deprel: 'xcomp' })
  for (const child of tree.childrenBy(root, 'punct', 'obl', 'advcl'))
    if (child.index > verb.index) changes.set(child, { head: verb.index })
  return changes
}

/** "appeared before a magistrate [charged] with arson": no court is charged; whoever stands before it is. */
export function participlesAtCourts(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.words) {
    const court = verb.deprel === 'acl' && verb.xpos === 'VBN' ? tree.head(verb) : undefined
    const above = court && isRelation(court, 'obl') ? tree.head(court) : undefined
    if (above?.upos !== 'VERB' || !ACCUSED.test(verb.lemma) || !COURT.test(court!.lemma)) continue
    changes.set(verb, { head: above.index, deprel: 'advcl' })
  }
  return changes
}
const ACCUSED = /^(?:charge|accuse|indict|convict)$/
const COURT = /^(?:court|dock|hearing|judge|jury|magistrate|tribunal)$/i

/** "A jury in Leeds [convicted] driver Amir Shah", all of it taken for a phrase: the only verb stands right before a noun that nothing else joins to the first. */
export function verbsForAdjectives(tree: Tree): Map<Word, Change> {
  const { root } = tree
  if (root?.upos !== 'NOUN' || tree.words.some(({ xpos }) => /^(?:VB[DPZ]|MD)$/.test(xpos))) return new Map()
  const isVerb = (word: Word) => {
    const noun = word.xpos === 'VBN' && word.deprel === 'amod' && word.index > root.index ? tree.head(word) : undefined
    if (noun?.head !== root.index || !isRelation(noun, 'nmod', 'appos', 'dep', 'list', 'obl')) return false
    const before = tree.word(word.index - 1)!
    return /^(?:NOUN|PROPN)$/.test(before.upos) && !tree.child(noun, 'case', 'det')
  }
  const verb = tree.words.find(isVerb)
  const object = verb && tree.head(verb)
  if (!object) return new Map()
  const changes = new Map<Word, Change>([
    [verb, { head: 0, deprel: 'root', xpos: 'VBD', upos: 'VERB' }],
    [root, { head: verb.index, deprel: 'nsubj' }],
    [object, { head: verb.index, deprel: 'obj' }],
  ])
  for (const child of tree.childrenBy(root, 'punct', 'obl', 'advcl'))
    if (child.index > verb.index) changes.set(child, { head: verb.index })
  return changes
}

/** "The deal, [reached] between Chad and Niger, sets …": a participle between commas behind the subject says something of it. */
export function participlesAtSubjects(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const word of tree.words) {
    if (
      !word.deprel.startsWith('advcl') ||
      !/^VB[DN]$/.test(word.xpos) ||
      tree.child(word, 'nsubj', 'mark', 'obj', 'aux')
    )
      continue
    const above = tree.head(word)
    const subject = above && tree.child(above, 'nsubj')
    if (!subject || subject.index > word.index || word.index > above.index) continue
    const comma = commaBefore(tree, word)
    if (!comma || tree.subtree(subject).at(-1)!.index !== comma.index - 1) continue
    changes.set(word, { head: subject.index, deprel: 'acl', xpos: 'VBN' })
  }
  return changes
}

/** "was convicted of taking bribes and [sentenced] to four years": joined to a gerund, a participle goes on from the passive above it. */
export function laterParticiples(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.related('conj')) {
    const gerund = verb.xpos === 'VBN' ? tree.head(verb) : undefined
    const above = gerund?.xpos === 'VBG' ? tree.head(gerund) : undefined
    if (above?.xpos === 'VBN' && tree.child(above, 'aux:pass') && !tree.child(verb, 'nsubj', 'aux'))
      changes.set(verb, { head: above.index })
  }
  return changes
}

/** "A [wildfire] fanned by winds destroyed …": the participle was taken for the subject, with its noun as a part of it. */
export function verbsForNouns(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.words) {
    if (!verb.deprel.startsWith('nsubj') || !/^VB[DN]$/.test(verb.xpos) || !tree.child(verb, 'obl')) continue
    const noun = tree.word(verb.index - 1)
    if (!noun || noun.head !== verb.index || !isRelation(noun, 'compound') || !/^NN/.test(noun.xpos)) continue
    changes.set(noun, { head: verb.head, deprel: verb.deprel })
    changes.set(verb, { head: noun.index, deprel: 'acl', xpos: 'VBN', upos: 'VERB' })
    for (const child of tree.children(verb)) if (child.index < noun.index) changes.set(child, { head: noun.index })
  }
  return changes
}

/** "a study of 900 children, [published] in May": children are not published, so the study was. */
export function participlesOfThings(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const isPerson = (word: Word) => {
    const types = nouns.typesOf(word.lemma.toLowerCase())
    return word.upos === 'NOUN' && types.length > 0 && types.every((type) => type === 'PERSON')
  }
  for (const verb of tree.words) {
    if (!isRelation(verb, 'acl') || verb.xpos !== 'VBN' || !clauseWords().toThings.has(verb.lemma)) continue
    let noun = tree.head(verb)
    while (noun && isPerson(noun) && isRelation(noun, 'nmod', 'obl')) {
      const above = tree.head(noun)
      noun = above && /^(?:NOUN|PROPN)$/.test(above.upos) ? above : undefined
    }
    if (noun && noun.index !== verb.head && !isPerson(noun)) changes.set(verb, { head: noun.index })
  }
  return changes
}

/** "was found by Ana, whom Orlo hired, and [developed] by Norvik": what is done by somebody goes on from the passive above, not from what somebody did. */
export function laterPassives(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.related('conj')) {
    const first = verb.xpos === 'VBN' ? tree.head(verb) : undefined
    if (first?.xpos !== 'VBD' || !tree.child(verb, 'obl:agent') || tree.child(verb, 'nsubj', 'aux')) continue
    const above = tree.ancestors(first).find((word) => word.xpos === 'VBN' && tree.child(word, 'aux:pass'))
    if (above && above.index < first.index) changes.set(verb, { head: above.index })
  }
  return changes
}

/** "[Fighting] between militias has driven …": a gerund without an object that names an event is a noun. */
export function nounsForGerunds(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const word of tree.words) {
    if (word.deprel !== 'csubj' || word.xpos !== 'VBG' || tree.child(word, 'obj', 'mark', 'nsubj', 'xcomp', 'ccomp'))
      continue
    if (!nouns.typesOf(word.form.toLowerCase()).includes('EVENT')) continue
    changes.set(word, { deprel: 'nsubj', upos: 'NOUN', xpos: 'NN' })
    for (const phrase of tree.childrenBy(word, 'obl')) changes.set(phrase, { deprel: 'nmod' })
  }
  return changes
}
