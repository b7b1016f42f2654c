import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { Event } from './event.ts'
import { add, type Places, placesOfNoun } from './places-of-noun.ts'
import { ANY_NAME, ANY_NOUN, type Triggers } from './triggers.ts'

/** "Karrada, Baghdad", "the Haddad Front in Mali", "families in Naples" */
export function placed(tree: Tree, word: Word, triggers: Triggers): Event[] {
  const isName = word.upos === 'PROPN'
  if ((!isName && word.upos !== 'NOUN') || isRelation(word, 'flat', 'compound')) return []
  if (!tree.child(word, 'nmod', 'obl', 'appos', 'flat', 'list', 'dep', 'acl', ...(isName ? ['amod'] : []))) return []
  if (!isName && !isPlaceable(tree, word, triggers)) return []
  if (isName && isOfEvent(tree, word, triggers)) return []
  const places = placesOfNoun(tree, word, triggers)
  if (isName || isNamedKind(tree, word)) {
    for (const part of tree.childrenBy(word, 'appos', 'nmod', 'flat', 'nmod:unmarked', 'list', 'obl:unmarked', 'dep')) {
      const first = tree.subtree(part).find(({ upos }) => upos !== 'PUNCT')
      const before = first && tree.word(first.index - 1)
      const isBracketed = tree.words.slice(word.index, part.index).some(({ form }) => form === '(')
      if (part.upos !== 'PROPN' || part.index < word.index) continue
      if (before?.form === '(') add(places, 'bracket', part) // "Ida Holm (Arden Rowing Club)"
      if (before?.form === ',' && !isBracketed) add(places, 'part', part)
    }
  }
  if (places.size === 0) return []
  return [
    {
      kind: 'name',
      trigger: word,
      words: [word],
      lemmas: [isName ? ANY_NAME : ANY_NOUN],
      modifiers: [],
      passive: false,
      clause: undefined,
      places,
    },
  ]
}

/** Not "the largest firm in Ghana", which is compared, nor "was a lawyer in Accra", which says what he was there. */
function isPlaceable(tree: Tree, noun: Word, triggers: Triggers): boolean {
  const types = triggers.typesOf(noun.lemma.toLowerCase())
  if (types.length === 0 || tree.childrenBy(noun, 'amod').some(({ xpos }) => xpos === 'JJS')) return false
  const first = isRelation(noun, 'conj') ? tree.head(noun) : noun
  return !(types.includes('PERSON') && first && tree.child(first, 'cop'))
}

/** "the final of the Premier Cup in Turin": the final was in Turin. */
function isOfEvent(tree: Tree, name: Word, triggers: Triggers): boolean {
  const noun = isRelation(name, 'nmod') ? tree.head(name) : undefined
  return (
    noun?.upos === 'NOUN' &&
    prepositionOf(tree, name).preposition === 'of' &&
    triggers.typesOf(noun.lemma.toLowerCase()).includes('EVENT')
  )
}

/** "Anbar province": a common noun that closes a name. */
const isNamedKind = (tree: Tree, word: Word): boolean =>
  word.upos === 'NOUN' &&
  tree.childrenBy(word, 'compound').some(({ upos, index }) => upos === 'PROPN' && index < word.index)

/** "the [Norvik-owned] ferry" as the passive it stands for. */
function doneTo(tree: Tree, word: Word, triggers: Triggers): Event | undefined {
  const hyphen = tree.word(word.index - 1)
  const noun = tree.head(word)
  if (word.xpos !== 'VBN' || hyphen?.form !== '-' || !noun) return undefined
  if (triggers.isTriggerAdjective(word.form.toLowerCase())) return undefined
  const doer = tree
    .childrenBy(word, 'compound', 'obl', 'nmod', 'amod', 'nsubj')
    .find(({ index }) => index < hyphen.index)
  if (doer?.upos !== 'PROPN') return undefined // "Spanish-owned" is not owned by Spain, "state-owned" says of no state
  return {
    kind: 'verb',
    trigger: word,
    words: [word],
    lemmas: triggers.verbForms(word),
    modifiers: [],
    passive: true,
    clause: undefined,
    places: new Map([
      ['obj', [noun]],
      ['subj', [doer]],
    ]),
  }
}

/** "the [ousted] mayor, Ana Ruiz", "newly [elected] senator Omar Haddad": a participle before what somebody named is, as the passive it stands for. */
function doneToHolder(tree: Tree, word: Word, triggers: Triggers): Event | undefined {
  const title = tree.head(word)
  if (word.xpos !== 'VBN' || !title || tree.word(word.index - 1)?.form === '-') return undefined
  if (triggers.isTriggerAdjective(word.form.toLowerCase())) return undefined
  const above = isRelation(title, 'nmod:desc', 'appos', 'compound') ? tree.head(title) : undefined
  const holder =
    above?.upos === 'PROPN'
      ? above
      : title.upos === 'PROPN'
        ? title
        : tree.childrenBy(title, 'appos', 'flat').find(({ upos, index }) => upos === 'PROPN' && index > title.index)
  if (!holder) return undefined
  return {
    kind: 'verb',
    trigger: word,
    words: [word],
    lemmas: triggers.verbForms(word),
    modifiers: [],
    passive: true,
    clause: undefined,
    places: new Map([['obj', [holder]]]),
  }
}

/** "the Graz-based institute"; "the Norvik-owned ferry" is owned by Norvik. */
export function adjectival(tree: Tree, word: Word, triggers: Triggers): Event[] {
  const behind = behindNumber(tree, word, triggers)
  if (behind) return [behind]
  if (!isRelation(word, 'amod')) return []
  const done = doneTo(tree, word, triggers) ?? doneToHolder(tree, word, triggers)
  if (done) return [done]
  const lemmas = [word.form, word.lemma].map((one) => one.toLowerCase()).filter(triggers.isTriggerAdjective)
  const noun = lemmas.length > 0 && tree.head(word)
  if (!noun) return []
  const places: Places = new Map([['subj', [noun]]])
  for (const inner of tree.children(word))
    if (isRelation(inner, 'compound', 'obl', 'nmod', 'obl:unmarked', 'nsubj', 'advmod', 'npadvmod'))
      add(places, 'mod', inner)
  return [
    {
      kind: 'adjective',
      trigger: word,
      words: [word],
      lemmas,
      modifiers: [],
      passive: false,
      clause: undefined,
      places,
    },
  ]
}

/** "Nine [dead] in warehouse fire", "Two dead, five [hurt] in bus crash": a headline's predicate right behind a number, with what follows the last of several. */
function behindNumber(tree: Tree, word: Word, triggers: Triggers): Event | undefined {
  const counted = tree.word(word.index - 1)
  if (!counted || !/^(?:ADJ|VERB)$/.test(word.upos) || !triggers.isTriggerAdjective(word.form.toLowerCase()))
    return undefined
  const isBeforeNoun = isRelation(word, 'amod') && word.head > word.index // "two dead zones"
  const isSubject =
    counted.head === word.index || word.head === counted.index || (counted.upos === 'NUM' && !isBeforeNoun)
  if (!isSubject || !(counted.upos === 'NUM' || tree.child(counted, 'nummod')) || tree.child(word, 'cop', 'aux', 'obj'))
    return undefined
  const places: Places = new Map([['subj', [counted]]])
  for (const phrase of phrasesBehind(tree, word)) add(places, prepositionOf(tree, phrase).preposition, phrase)
  const lemmas = [word.form.toLowerCase()]
  return {
    kind: 'adjective',
    trigger: word,
    words: [word],
    lemmas,
    modifiers: [],
    passive: false,
    clause: undefined,
    places,
  }
}

/** The phrases that hang on a word, or else on the last of those set beside it. */
function phrasesBehind(tree: Tree, word: Word): Word[] {
  const own = tree.childrenBy(word, 'obl', 'nmod')
  if (own.length > 0) return own
  const beside = tree.words.filter(({ index, upos }) => index > word.index + 1 && /^(?:ADJ|VERB)$/.test(upos))
  return beside.length === 1 ? tree.childrenBy(beside[0]!, 'obl', 'nmod') : []
}
