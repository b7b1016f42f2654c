import type { Word } from '../../model/document.ts'
import type { Mention } from '../../model/mention.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import type { Change, Nouns } from './mend.ts'

/** "said [Osei], whose aunt was killed", with what she suffered taken for what was said: it tells of Osei. */
export function relativesForSpeech(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const clause of tree.related('ccomp')) {
    const [speaker, own] = tree.childrenBy(clause, 'nsubj')
    const verb = tree.head(clause)
    if (!speaker || !own || !verb || own.index < speaker.index || clause.index < own.index) continue
    if (speaker.index !== verb.index + 1 || tree.child(verb, 'nsubj')) continue
    if (![own, ...tree.children(own)].some(({ xpos }) => xpos === 'WP$' || xpos === 'WP')) continue
    changes.set(speaker, { head: verb.index, deprel: 'nsubj' })
    changes.set(clause, { head: speaker.index, deprel: 'acl:relcl' })
  }
  return changes
}

/** Each verb that is joined to another, behind the first of them. */
const conjoinedVerbs = (tree: Tree): (readonly [first: Word, verb: Word])[] =>
  tree.related('conj').flatMap((verb) => {
    const first = verb.upos === 'VERB' ? tree.head(verb) : undefined
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
  for (const verb of tree.related('conj')) {
    const first = tree.head(verb)
    if (!first || verb.xpos !== 'VB' || !isInfinitive(verb) || isInfinitive(first)) continue
    const before = tree
      .childrenBy(first, 'advcl', 'xcomp')
      .findLast((word) => word.index < verb.index && isInfinitive(word))
    if (before && before.index > first.index) changes.set(verb, { head: before.index })
  }
  return changes
}

/** "is controlled [by the billionaire Ole Dahl]", taken for a description before a name: behind a verb with a preposition it is a phrase of its own. */
export function phrasesForModifiers(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const word of tree.related('nmod:desc')) {
    const verb = tree.head(word)
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
  if (place && sentBehind(tree, place)) return new Map([[place, { deprel: 'discourse' }]])
  if (!place || !dash || !/^[–—-]$/.test(dash.form) || !/^\p{Lu}{3,}$/u.test(place.form)) return changes
  const subject = tree.childrenBy(place, 'flat', 'appos', 'conj').find(({ index }) => index > dash.index)
  if (!subject || dash.start === place.end) return changes
  changes.set(subject, { head: place.head, deprel: place.deprel })
  for (const child of tree.children(place)) if (child !== subject) changes.set(child, { head: subject.index })
  changes.set(place, { head: subject.index, deprel: 'discourse' })
  return changes
}

/** "JAKARTA, 9 June — [Police] held two": a place in capitals before a dash, whose clause has a subject of its own behind it. */
function sentBehind(tree: Tree, place: Word): boolean {
  if (!/^\p{Lu}{3,}$/u.test(place.form) || !isRelation(place, 'nsubj')) return false
  const dash = tree.words.slice(1, 12).find(({ form }) => /^(?:[–—]|--)$/.test(form))
  const others = dash ? tree.childrenBy(tree.head(place)!, 'nsubj').filter((word) => word !== place) : []
  return others.some(({ index }) => index > dash!.index)
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

/** "acted after [Ofcal], the regulator, passed on a letter", with a verb of its own right behind it: what is after it is no name, but what it did. */
export function subjectsOfTimeClauses(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.related('advcl')) {
    if (!/^VB[DZ]$/.test(verb.xpos) || tree.child(verb, 'nsubj', 'mark', 'csubj', 'expl')) continue
    const noun = tree.childrenBy(tree.head(verb)!, 'obl').findLast(({ index }) => index < verb.index)
    const mark = noun && tree.child(noun, 'case')
    if (!mark || !/^(?:after|before|since|until|as|when|while)$/i.test(mark.form)) continue
    if (tree.subtree(noun).at(-1)!.index !== tree.subtree(verb)[0]!.index - 1) continue
    changes.set(noun, { head: verb.index, deprel: 'nsubj' })
    changes.set(mark, { head: verb.index, deprel: 'mark', xpos: 'IN', upos: 'SCONJ' })
  }
  return changes
}

/** "She said the goal was offside and [refused] to shake hands": no goal refuses, so it is joined to what she said. */
export function verbsOfSpeakers(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const verb of tree.related('conj')) {
    const told = /^VB[DZ]$/.test(verb.xpos) ? tree.head(verb) : undefined
    const above = told?.deprel === 'ccomp' && told.index < verb.index ? tree.head(told) : undefined
    const subject = told && tree.child(told, 'nsubj')
    if (above?.upos !== 'VERB' || !clauseWords().willed.has(verb.lemma) || tree.child(verb, 'nsubj')) continue
    if (subject?.upos === 'NOUN' && !nouns.typesOf(subject.lemma.toLowerCase()).some((type) => WILLING.has(type)))
      changes.set(verb, { head: above.index })
  }
  return changes
}
const WILLING: ReadonlySet<string> = new Set(['PERSON', 'ORGANIZATION', 'GOVERNMENT', 'COUNTRY', 'MILITARY_UNIT'])

/** "had a son, Per; a [second], Ole, drowned": behind a semicolon a noun with a past tense is a sentence of its own. */
export function clausesBehindSemicolons(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  if (!tree.words.some(({ form }) => form === ';')) return changes
  for (const noun of tree.words) {
    if (!isRelation(noun, 'appos', 'conj', 'nsubj', 'obj', 'nmod') || !tree.root) continue
    const first = tree.subtree(noun)[0]
    if (first?.form !== ';') continue
    const verb = tree.word(tree.subtree(noun).at(-1)!.index + 1)
    const isBare = verb && /^VB[DN]$/.test(verb.xpos) && isRelation(verb, 'acl', 'advcl', 'conj')
    if (!isBare || tree.child(verb, 'nsubj', 'obl:agent') || !tree.ancestors(noun).includes(tree.head(verb)!)) continue
    changes.set(verb, { head: tree.root.index, deprel: 'parataxis', upos: 'VERB', xpos: 'VBD' })
    changes.set(noun, { head: verb.index, deprel: 'nsubj' })
  }
  return changes
}

/** "have not charged him and his [lawyer] said no": joined to the object, it stands right before a verb without a subject. */
export function subjectsBehindObjects(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.related('conj')) {
    const object = tree.child(noun, 'cc') ? tree.head(noun) : undefined
    if (!object || !isRelation(object, 'obj') || !/^(?:NOUN|PROPN)$/.test(noun.upos)) continue
    const verb = tree.word(tree.subtree(noun).at(-1)!.index + 1)
    if (!verb || !/^VB[DZ]$/.test(verb.xpos) || verb.head !== object.head || tree.child(verb, 'nsubj', 'csubj', 'cc'))
      continue
    changes.set(noun, { head: verb.index, deprel: 'nsubj' })
    const and = tree.child(noun, 'cc')!
    changes.set(and, { head: verb.index })
    changes.set(verb, { deprel: 'conj' })
  }
  return changes
}

/** "Present at it were [the duke] and his wife", "Among those killed was [a pianist]": what stands bare behind the copula is the subject. */
export function subjectsBehindCopulas(tree: Tree): Map<Word, Change> {
  const { root } = tree
  const first = tree.words[0]
  if (!root || !first || !(root === first ? root.upos === 'ADJ' : /^among$/i.test(first.form))) return new Map()
  if (root !== first && first.head !== root.index) return new Map()
  const inner = tree.childrenBy(root, 'appos').find((word) => tree.child(word, 'cop'))
  const copula = tree.child(root, 'cop') ?? (inner && tree.child(inner, 'cop'))
  if (!copula || copula.index < root.index || tree.child(root, 'nsubj')) return new Map()
  const subject = tree
    .childrenBy(root, 'obl', 'appos', 'nmod', 'parataxis')
    .find((word) => word.index > copula.index && !tree.child(word, 'case') && /^(?:NOUN|PROPN)$/.test(word.upos))
  if (!subject) return new Map()
  return new Map<Word, Change>([
    [subject, { deprel: 'nsubj' }],
    [copula, { head: root.index }],
  ])
}
