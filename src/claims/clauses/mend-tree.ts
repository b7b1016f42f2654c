import type { Word } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/mention.ts'
import { isRelation, isTree, Tree } from '../../nlp/tree.ts'
import { prepositionOf } from './prepositions.ts'

/** What the lexicon knows of a common noun. */
export interface Nouns {
  typesOf(lemma: string): readonly EntityType[]
  isRoleNoun(lemma: string): boolean
}

type Change = Partial<Pick<Word, 'head' | 'deprel' | 'xpos' | 'upos'>>
/** What is wrong in a tree, and how it is put right: changes by word. */
type Mend = (tree: Tree, mentions: readonly Mention[], nouns: Nouns) => ReadonlyMap<Word, Change>

/** Subjects first: what hangs on them moves with them. */
const MENDS: readonly Mend[] = [
  adjectivesForParticiples,
  casesAtCompounds,
  nounsBehindNames,
  partsOfNames,
  relativesForSpeech,
  participlesForVerbs,
  namesForComplements,
  thingsListedWithPlaces,
  verbsForNouns,
  participlesAtSubjects,
  subjectsOfLaterVerbs,
  phrasesOfLaterVerbs,
  laterInfinitives,
  misplacedNames,
  misplacedWho,
]

/** The sentence's tree with the attachments put right that word order or the types of names rule out; the same tree when there are none. */
export function mendTree(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Tree {
  return MENDS.reduce((mended, mend) => {
    const changes = mend(mended, mentions, nouns)
    if (changes.size === 0) return mended
    const words = mended.words.map((word) => (changes.has(word) ? { ...word, ...changes.get(word) } : word))
    return isTree(words) ? new Tree(words) : mended
  }, tree)
}

/** "were [injured]", tagged as an adjective beside the auxiliary of a passive; "[Asked] whether she would go, she said", tagged as a past tense. */
function adjectivesForParticiples(tree: Tree): Map<Word, Change> {
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

/** "mayor [of] Port Ellery", with "of" hung on "Port": it is of the whole name. */
function casesAtCompounds(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const mark of tree.words) {
    const part = mark.deprel === 'case' && mark.xpos !== 'POS' ? tree.head(mark) : undefined
    const noun = part?.deprel === 'compound' && part.index > mark.index ? tree.head(part) : undefined
    if (noun && noun.index > mark.index && isRelation(noun, 'nmod', 'obl') && !tree.child(noun, 'case'))
      changes.set(mark, { head: noun.index })
  }
  return changes
}

/** "Valdra [opposition] claims win", with the noun taken for a part of the name: the opposition does. */
function nounsBehindNames(tree: Tree, _: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const noun of tree.words) {
    const name = noun.deprel === 'flat' && noun.upos === 'NOUN' ? tree.head(noun) : undefined
    if (name?.upos !== 'PROPN' || name.index >= noun.index || !/^\p{Ll}/u.test(noun.form)) continue
    const types = nouns.typesOf(noun.lemma.toLowerCase())
    if (types.length === 0 || types.includes('PERSON') || !isRelation(name, 'nsubj', 'obj')) continue
    if (tree.words.slice(name.index, noun.index - 1).some(({ upos }) => upos !== 'PROPN')) continue
    changes.set(noun, { head: name.head, deprel: name.deprel })
    changes.set(name, { head: noun.index, deprel: 'compound' })
  }
  return changes
}

/** "Volta [Works] and its director": what is joined to the last word of a name is joined to the name. */
function partsOfNames(tree: Tree): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const word of tree.words) {
    const name = word.deprel === 'flat' ? tree.head(word) : undefined
    if (!name || word.upos !== 'PROPN' || name.upos !== 'PROPN') continue
    for (const child of tree.childrenBy(word, 'conj', 'appos', 'acl'))
      if (child.index > word.index) changes.set(child, { head: name.index })
  }
  return changes
}

/** "The bank [named] Ana Ruiz director", all of it taken for a phrase: the only verb, with a name right behind it, is what the sentence says. */
function participlesForVerbs(tree: Tree): Map<Word, Change> {
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

/** "named [Ana Ruiz] to the post": a person who is named and nothing else is the object. */
function namesForComplements(tree: Tree, mentions: readonly Mention[]): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const name of tree.words) {
    const verb = name.upos === 'PROPN' && name.deprel === 'xcomp' ? tree.head(name) : undefined
    if (verb?.upos !== 'VERB' || tree.child(verb, 'obj', 'aux:pass') || tree.child(name, 'case')) continue
    const type = mentions.find(
      ({ kind, start, end }) => kind === 'name' && start <= name.start && name.end <= end,
    )?.type
    if (type === 'PERSON' && name.index > verb.index) changes.set(name, { deprel: 'obj' })
  }
  return changes
}

/** "said [Osei], whose aunt was killed", with what she suffered taken for what was said: it tells of Osei. */
function relativesForSpeech(tree: Tree): Map<Word, Change> {
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

/** "the airport in Lodz and the [Vistula Bridge] in Gdansk": a bridge is not listed with a town. */
function thingsListedWithPlaces(tree: Tree, mentions: readonly Mention[]): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const typeOf = (word: Word) =>
    mentions.find(({ kind, start, end }) => kind === 'name' && start <= word.start && word.end <= end)?.type
  for (const word of tree.words) {
    const place = word.deprel === 'conj' ? tree.head(word) : undefined
    if (!place || word.upos !== 'PROPN' || place.upos !== 'PROPN' || tree.child(word, 'case')) continue
    const [own, other] = [typeOf(word), typeOf(place)]
    const noun = isRelation(place, 'nmod') ? tree.head(place) : undefined
    if (!own || !other || kindOf(own) === 'place' || kindOf(other) !== 'place' || !noun) continue
    if (!/^(?:in|at|near|on)$/.test(prepositionOf(tree, place).preposition) || !tree.child(word, 'det')) continue
    changes.set(word, { head: noun.index })
  }
  return changes
}

/** "A [wildfire] fanned by winds destroyed …": the participle was taken for the subject, with its noun as a part of it. */
function verbsForNouns(tree: Tree): Map<Word, Change> {
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
function participlesAtSubjects(tree: Tree): Map<Word, Change> {
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
function subjectsOfLaterVerbs(tree: Tree): Map<Word, Change> {
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
function phrasesOfLaterVerbs(tree: Tree): Map<Word, Change> {
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
function laterInfinitives(tree: Tree): Map<Word, Change> {
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

/**
 * "the charity's head of mission, [Lucas Brandt]", "a firm based in Hyderabad, [Skyline Dynamics]", "two members of the gang, [Ole Dahl] and Per Holm": a name in
 * apposition to something it cannot be belongs to the next noun above that it can be.
 */
function misplacedNames(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  const typeOf = (word: Word) =>
    mentions.find(({ kind, start, end }) => kind === 'name' && start <= word.start && word.end <= end)?.type
  for (const word of tree.words) {
    if (word.upos !== 'PROPN' || !(word.deprel === 'conj' || word.deprel === 'appos') || changes.has(word)) continue
    const below = tree.head(word)
    const isListed = word.deprel === 'conj'
    if (!below) continue
    const type = typeOf(word)
    if (!type || !commaBefore(tree, word) || mayBe(below, type, typeOf(below), nouns)) continue
    const noun = nounAbove(tree, below, type, nouns)
    if (!noun || tree.childrenBy(noun, 'appos', 'flat').some(({ upos }) => upos === 'PROPN')) continue
    const isAlone = tree.childrenBy(below, 'conj').length === 1 && !tree.child(word, 'cc')
    if (isListed && noun.xpos !== 'NNS' && !isAlone) continue
    changes.set(word, { head: noun.index, deprel: 'appos' })
    for (const later of tree.childrenBy(below, ...(isListed ? ['conj'] : ['appos', 'acl'])))
      if (later.index > word.index)
        changes.set(later, { head: isListed || isRelation(later, 'acl') ? word.index : noun.index })
  }
  return changes
}

/** "the head of the bank, [who left]": a bank is no "who". */
function misplacedWho(tree: Tree, mentions: readonly Mention[], nouns: Nouns): Map<Word, Change> {
  const changes = new Map<Word, Change>()
  for (const clause of tree.words) {
    const below = clause.deprel === 'acl:relcl' ? tree.head(clause) : undefined
    if (!below || !tree.children(clause).some(({ form }) => form.toLowerCase() === 'who')) continue
    const named = mentions.find(({ kind, start, end }) => kind === 'name' && start <= below.start && below.end <= end)
    if (below.upos !== 'PROPN' || mayBe(below, 'PERSON', named?.type, nouns)) continue
    const noun = nounAbove(tree, below, 'PERSON', nouns)
    if (noun) changes.set(clause, { head: noun.index })
  }
  return changes
}

/** The comma that sets a phrase off. */
function commaBefore(tree: Tree, head: Word): Word | undefined {
  const first = tree.subtree(head).find(({ upos }) => upos !== 'PUNCT')
  const mark = first && tree.word(first.index - 1)
  return mark?.form === ',' ? mark : undefined
}

/** Whether a name of this type can say who or what the word means; nothing is ruled out of which nothing is known. */
function mayBe({ upos, lemma }: Word, type: EntityType, own: EntityType | null | undefined, nouns: Nouns): boolean {
  if (upos === 'PROPN') return !own || kindOf(own) === kindOf(type)
  const known = nouns.typesOf(lemma.toLowerCase())
  return known.length === 0 || isOf(lemma, type, known, nouns)
}

const isOf = (lemma: string, type: EntityType, known: readonly EntityType[], nouns: Nouns): boolean =>
  known.some((one) => kindOf(one) === kindOf(type)) || (type === 'PERSON' && nouns.isRoleNoun(lemma.toLowerCase()))

/** The noun that the phrase is a part of, if it can bear the name: through prepositions and participles. */
function nounAbove(tree: Tree, below: Word, type: EntityType, nouns: Nouns): Word | undefined {
  let at = below
  for (let steps = 0; steps < 4; steps++) {
    if (!isRelation(at, 'nmod', 'obl') || !prepositionOf(tree, at).preposition) return undefined
    const head = tree.head(at)
    const up = head && isRelation(head, 'acl') && head.deprel !== 'acl:relcl' ? tree.head(head) : head
    if (!up) return undefined
    if (up.upos === 'NOUN' && isOf(up.lemma, type, nouns.typesOf(up.lemma.toLowerCase()), nouns)) return up
    at = up
  }
  return undefined
}

/** People, places and bodies are kept apart; what kind of body a name is stays open. */
const kindOf = (type: EntityType): string =>
  type === 'PERSON' ? 'person' : type === 'PLACE' || type === 'COUNTRY' ? 'place' : 'other'
