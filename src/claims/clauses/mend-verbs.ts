import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { type Change, commaBefore } from './mend.ts'

/** "were [injured]", tagged as an adjective beside the auxiliary of a passive; "[Asked] whether she would go, she said", tagged as a past tense. */
export function adjectivesForParticiples(tree: Tree): Map<Word, Change> {
  const isPassive = (word: Word) =>
    word.upos !== 'VERB' &&
    word.xpos.startsWith('JJ') &&
    tree.children(word).some(({ deprel }) => deprel === 'aux:pass')
  const isAside = (word: Word) =>
    word.deprel === 'advcl' &&
    word.xpos === 'VBD' &&
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

/** "said [Osei], whose aunt was killed", with what she suffered taken for what was said: it tells of Osei. */
export function relativesForSpeech(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const clause of tree.words) {
    const [speaker, own] = tree.childrenBy(clause, 'nsubj')
    const verb = tree.head(clause)
    if (!speaker || !own || !verb || own.index < speaker.index || clause.index < own.index) continue
    if (clause.deprel !== 'ccomp' || speaker.index !== verb.index + 1 || tree.child(verb, 'nsubj')) continue
    if (![own, ...tree.children(own)].some(({ xpos }) => xpos === 'WP$' || xpos === 'WP')) continue
    changes.set(speaker, { head: verb.index, deprel: 'nsubj' })
    changes.set(clause, { head: speaker.index, deprel: 'acl:relcl' })
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

/** Each verb that is joined to another, behind the first of them. */
const conjoinedVerbs = (tree: Tree): (readonly [first: Word, verb: Word])[] =>
  tree.words.flatMap((verb) => {
    const first = verb.deprel === 'conj' && verb.upos === 'VERB' ? tree.head(verb) : undefined
    return first?.upos === 'VERB' ? [[first, verb] as const] : []
  })

/** "Chad sent tents, and [Niger] gave fuel": taken for another subject of the first verb, it stands between the "and" and the second one. */
export function subjectsOfLaterVerbs(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const [first, verb] of conjoinedVerbs(tree)) {
    if (tree.child(verb, 'nsubj', 'expl', 'csubj')) continue
    const subject = tree.child(first, 'nsubj')
    const noun =
      subject && tree.childrenBy(subject, 'conj').find(({ index }) => index > first.index && index < verb.index)
    if (noun) changes.set(noun, { head: verb.index, deprel: subject.deprel })
  }
  return changes
}

/** "charged two men [with fraud] and offered a reward": what stands before the "and" is of the first verb. */
export function phrasesOfLaterVerbs(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const [first, verb] of conjoinedVerbs(tree)) {
    const and = tree.child(verb, 'cc')
    if (!and || and.index < first.index) continue
    for (const phrase of tree.childrenBy(verb, 'obl'))
      if (phrase.index < and.index && phrase.index > first.index) changes.set(phrase, { head: first.index })
  }
  return changes
}

/** "called on him to resign and [to pay]": joined to a verb without "to", it goes on from the first infinitive. */
export function laterInfinitives(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const isInfinitive = (word: Word) => tree.childrenBy(word, 'mark').some(({ xpos }) => xpos === 'TO')
  for (const verb of tree.words) {
    if (verb.deprel !== 'conj') continue
    const first = tree.head(verb)
    if (!first || verb.xpos !== 'VB' || !isInfinitive(verb) || isInfinitive(first)) continue
    const before = tree
      .childrenBy(first, 'advcl', 'xcomp')
      .findLast((word) => word.index < verb.index && isInfinitive(word))
    if (before && before.index > first.index) changes.set(verb, { head: before.index })
  }
  return changes
}

/** "was convicted of taking bribes and [sentenced] to four years": joined to a gerund, a participle goes on from the passive above it. */
export function laterParticiples(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.words) {
    const gerund = verb.deprel === 'conj' && verb.xpos === 'VBN' ? tree.head(verb) : undefined
    const above = gerund?.xpos === 'VBG' ? tree.head(gerund) : undefined
    if (above?.xpos === 'VBN' && tree.child(above, 'aux:pass') && !tree.child(verb, 'nsubj', 'aux'))
      changes.set(verb, { head: above.index })
  }
  return changes
}

/** "is controlled [by the billionaire Ole Dahl]", taken for a description before a name: behind a verb with a preposition it is a phrase of its own. */
export function phrasesForModifiers(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const word of tree.words) {
    const verb = word.deprel === 'nmod:desc' ? tree.head(word) : undefined
    const mark = verb?.upos === 'VERB' && verb.index < word.index ? tree.child(word, 'case') : undefined
    if (!verb || !mark) continue
    const isAgent = mark.form.toLowerCase() === 'by' && tree.child(verb, 'aux:pass')
    changes.set(word, { deprel: isAgent ? 'obl:agent' : 'obl' })
  }
  return changes
}

/** "ORSK - [Fighters] of the Front took it": where the report was sent from is no part of what it says. */
export function datelines(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const [place, dash] = tree.words
  if (!place || !dash || !/^[–—-]$/.test(dash.form) || !/^\p{Lu}{3,}$/u.test(place.form)) return changes
  const subject = tree.childrenBy(place, 'flat', 'appos', 'conj').find(({ index }) => index > dash.index)
  if (!subject || dash.start === place.end) return changes
  changes.set(subject, { head: place.head, deprel: place.deprel })
  for (const child of tree.children(place)) if (child !== subject) changes.set(child, { head: subject.index })
  changes.set(place, { head: subject.index, deprel: 'discourse' })
  return changes
}

/** "had been accused of lying [by an auditor]": nobody lies by somebody, so the auditor accused. */
export function agentsOfGerunds(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const agent of tree.words) {
    const gerund = isRelation(agent, 'obl') ? tree.head(agent) : undefined
    const above = gerund?.xpos === 'VBG' && !tree.child(gerund, 'aux:pass') ? tree.head(gerund) : undefined
    if (!above || tree.child(agent, 'case')?.form.toLowerCase() !== 'by' || !/^N/.test(agent.xpos)) continue
    if (tree.child(above, 'aux:pass') && !tree.child(above, 'obl:agent') && tree.child(gerund!, 'mark', 'case'))
      changes.set(agent, { head: above.index, deprel: 'obl:agent' })
  }
  return changes
}
