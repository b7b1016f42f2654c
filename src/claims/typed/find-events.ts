import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import type { Clause, Oblique } from '../clauses/clause.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import { contentHead } from '../sides.ts'
import type { Event } from './event.ts'

/** What the frames ask about words, so that only nouns that can be triggers become events. */
export interface Triggers {
  /** The lemmas a verb may have, the likeliest first: the engine's, and what its form allows. */
  verbForms(word: Word): readonly string[]
  isEventNoun(lemma: string): boolean
  isRoleNoun(lemma: string): boolean
  /** Verbs that lend a noun their subject: "make a visit", "hold talks". */
  isLight(lemma: string): boolean
  /** Verbs that say what their subject is or becomes. */
  isLinking(lemma: string): boolean
  /** Verbs of which the subject holds the post behind "as". */
  isServing(lemma: string): boolean
  /** The types of things that a common noun names. */
  typesOf(lemma: string): readonly string[]
  /** Adjectives or participles inside a noun phrase: "Graz-based". */
  isTriggerAdjective(lemma: string): boolean
}

/** The events of a sentence: its clauses, the nouns that stand for clauses, and what somebody is said to be. */
export function findEvents(tree: Tree, clauses: readonly Clause[], triggers: Triggers): Event[] {
  return [
    ...clauses.flatMap((clause) => [...fromClause(tree, clause, triggers), ...linked(tree, clause, triggers)]),
    ...tree.words.flatMap((word) => [
      ...nominal(tree, word, clauses, triggers),
      ...apposed(tree, word, triggers),
      ...titled(tree, word, triggers),
      ...adjectival(tree, word, triggers),
      ...placed(tree, word, triggers),
    ]),
  ]
}

type Places = Map<string, Word[]>

const add = (places: Places, place: string, word: Word | undefined) => {
  if (!word) return
  const known = places.get(place)
  if (!known) places.set(place, [word])
  else if (!known.includes(word)) known.push(word)
}

function fromClause(tree: Tree, clause: Clause, triggers: Triggers): Event[] {
  if (clause.kind === 'existential') return []
  const places: Places = new Map()
  const { passive } = clause
  if (passive) {
    add(places, 'obj', clause.subject)
    add(places, 'subj', clause.agent)
    if (clause.object) add(places, 'second', clause.object) // "was awarded the medal"
  } else {
    add(places, 'subj', clause.subject)
    const score = [clause.object, ...clause.obliques.map(({ head }) => head)].find(
      (word) => word && isScore(tree, word),
    )
    const isObject = score !== undefined && (clause.object === score || !clause.object)
    add(places, 'obj', isObject ? beatenWith(tree, score) : clause.object)
    add(places, 'score', score)
    add(places, 'iobj', clause.indirect)
    for (const word of tree.childrenBy(clause.predicate, 'obj')) if (word !== clause.object) add(places, 'second', word)
  }
  if (clause.kind !== 'copula') add(places, 'comp', clause.complement)
  for (const oblique of clause.obliques)
    if (oblique.head !== clause.agent)
      add(places, oblique.preposition || strayPreposition(tree, oblique.head), oblique.head)
  for (const word of tree.children(clause.object ?? clause.predicate))
    if (isScore(tree, word)) add(places, 'score', word)
  for (const preposition of bareParticles(tree, clause)) add(places, preposition.place, preposition.word)
  for (const verb of [clause.predicate, clause.complement])
    for (const deed of verb ? tree.childrenBy(verb, 'advcl', 'xcomp', 'ccomp', 'acl') : []) addDeed(tree, places, deed)
  addNested(tree, places, clause.object ?? (passive ? clause.subject : undefined))
  // a preposition may hang on the complement ("became minister of Ecuador")
  addNested(tree, places, clause.complement && clause.kind !== 'copula' ? clause.complement : undefined)
  const trigger = clause.predicate
  const particle = tree.childrenBy(trigger, 'compound:prt').map((word) => word.lemma.toLowerCase())
  const after = [...particle, ...adverbParticles(tree, trigger)]
  const forms = trigger.upos === 'VERB' ? triggers.verbForms(trigger) : [trigger.lemma.toLowerCase()]
  const lemmas = [...forms.flatMap((lemma) => after.map((word) => `${lemma} ${word}`)), ...forms]
  const kind =
    clause.kind === 'copula' ? (trigger.upos === 'ADJ' || trigger.upos === 'VERB' ? 'adjective' : 'verb') : 'verb'
  if (clause.kind === 'copula') {
    const own = prepositionOf(tree, trigger).preposition
    if (own) {
      // "is in Doha", "is under the control of": the copula with a place
      add(places, own, trigger)
      return [
        { kind: 'verb', trigger, words: clause.group, lemmas: ['be'], modifiers: [], passive: false, clause, places },
      ]
    }
    if (kind !== 'adjective') return []
  }
  return [{ kind, trigger, words: clause.group, lemmas, modifiers: [], passive, clause, places }]
}

/** "3-1", which is three words. */
const isScore = (tree: Tree, word: Word): boolean => {
  const [dash, other] = [tree.word(word.index + 1), tree.word(word.index + 2)]
  return word.upos === 'NUM' && /^[-–]$/.test(dash?.form ?? '') && dash!.start === word.end && other?.upos === 'NUM'
}

/** "drew 1-1 [with] Rovers", where the preposition hangs on another word; "bare" where there is none. */
function strayPreposition(tree: Tree, noun: Word): string {
  const first = tree.subtree(noun)[0]!
  const before = tree.word(first.index - 1)
  return before?.xpos === 'IN' && before.deprel === 'mark' ? before.form.toLowerCase() : 'bare'
}

/** "beat [Rovers] 3-1", where the name is taken for a part of the score. */
const beatenWith = (tree: Tree, score: Word): Word | undefined =>
  tree.childrenBy(score, 'compound').findLast(({ upos, index }) => upos === 'PROPN' && index < score.index)

/** "pulled out of Rafah": the parser may see "out of" as one preposition, or "out" as an adverb. */
function adverbParticles(tree: Tree, verb: Word): string[] {
  const after = tree.word(verb.index + 1)
  if (!after || after.form.length > 7) return []
  const isParticle = after.upos === 'ADP' || after.upos === 'ADV' || after.upos === 'PART'
  return isParticle || (after.upos === 'ADJ' && isRelation(after, 'xcomp')) ? [after.form.toLowerCase()] : [] // "shot dead"
}

/** "pulled out of Rafah" read as "out of": the last word of a compound preposition counts alone too. */
function bareParticles(_tree: Tree, clause: Clause): { place: string; word: Word }[] {
  return clause.obliques.flatMap((oblique) => {
    const words = oblique.preposition.split(' ')
    return words.length > 1 ? [{ place: words.at(-1)!, word: oblique.head }] : []
  })
}

/** Prepositional phrases inside a noun phrase are looked up from the verb too: "imposed [sanctions on Belarus]". */
function addNested(tree: Tree, places: Places, noun: Word | undefined): void {
  if (!noun) return
  for (const word of tree.childrenBy(noun, 'nmod')) {
    if (word.deprel === 'nmod:poss' || word.deprel === 'nmod:desc') continue
    const { preposition } = prepositionOf(tree, word)
    if (preposition) add(places, `obj.${preposition}`, word)
  }
}

/** "convicted of [stealing] it", "guilty of [lying]". */
function addDeed(tree: Tree, places: Places, deed: Word): void {
  if (deed.xpos !== 'VBG') return
  const marks = tree.childrenBy(deed, 'mark', 'case').filter(({ xpos }) => xpos === 'IN')
  for (const { form } of marks) add(places, form.toLowerCase(), deed)
}

/** Places around a noun: owner, modifiers, prepositional phrases. */
function placesOfNoun(tree: Tree, noun: Word, triggers: Triggers): Places {
  const places: Places = new Map()
  for (const word of tree.children(noun)) {
    if (word.deprel === 'nmod:poss') add(places, 'poss', ownerOf(tree, word))
    else if (
      isRelation(word, 'compound', 'nmod:desc', 'nmod:unmarked') ||
      (isRelation(word, 'amod') && word.index < noun.index)
    ) {
      if (word.index < noun.index) add(places, 'mod', word)
    } else if (isRelation(word, 'nmod', 'obl')) {
      const { preposition } = prepositionOf(tree, word)
      if (preposition) add(places, preposition, antecedentOf(tree, noun, word))
    }
  }
  // "the agreement [reached between]", "a raid [conducted by]": the participle of a light verb only carries the noun's own phrases
  for (const verb of tree.childrenBy(noun, 'acl')) {
    if (verb.xpos !== 'VBN' || !triggers.verbForms(verb).some(triggers.isLight)) continue
    for (const word of tree.childrenBy(verb, 'obl')) add(places, prepositionOf(tree, word).preposition, word)
  }
  // a later phrase may have been hung on the one before ("the arrest of Ferri by Interpol")
  for (const word of places.get('of') ?? []) {
    for (const inner of tree.childrenBy(word, 'nmod')) {
      const { preposition } = prepositionOf(tree, inner)
      if (preposition && preposition !== 'of') add(places, preposition, inner)
    }
  }
  return places
}

/** "Norvik, of [which] Brin was chairman": Norvik. */
function antecedentOf(tree: Tree, noun: Word, word: Word): Word {
  if (!/^W(?:DT|P)$/.test(word.xpos) || noun.deprel !== 'acl:relcl') return word
  return tree.head(noun) ?? word
}

/** "Norvik, [whose] chairman resigned": Norvik's. */
function ownerOf(tree: Tree, owner: Word): Word {
  if (owner.xpos !== 'WP$') return owner
  const clause = tree.ancestors(owner).find(({ deprel }) => deprel === 'acl:relcl')
  const antecedent = clause && tree.head(clause)
  if (antecedent && antecedent.index < owner.index) return antecedent
  const before = tree.word(owner.index - 2) // "blamed Russia, whose envoy …", hung elsewhere
  const name = before && isRelation(before, 'flat', 'compound') ? tree.head(before) : before
  return name && /^(?:NOUN|PROPN)$/.test(name.upos) && tree.word(owner.index - 1)?.form === ',' ? name : owner
}

/** The noun with the words compounded before it, longest first: "chief executive", "executive". */
function nameOf(tree: Tree, noun: Word): { lemmas: string[]; modifiers: string[]; words: Word[] } {
  const before = tree
    .children(noun)
    .filter(
      (word) => word.index < noun.index && isRelation(word, 'compound', 'amod', 'nmod:desc', 'advmod', 'nmod:unmarked'),
    )
  const words: Word[] = [noun]
  const lemmas = [noun.lemma.toLowerCase()]
  let text = lemmas[0]!
  const deep = before.flatMap((word) => tree.subtree(word)).sort((a, b) => a.index - b.index)
  for (let index = noun.index - 1; index > 0; index--) {
    const word = tree.word(index)!
    if (!deep.includes(word) && word.form !== '-') break
    const lemma = (word.xpos === 'VBG' ? word.form : word.lemma).toLowerCase() // "chief operating officer"
    text = word.form === '-' ? `-${text}` : `${lemma}${text.startsWith('-') ? '' : ' '}${text}`
    lemmas.unshift(text)
    words.unshift(word)
  }
  if (noun.lemma.includes('-')) lemmas.push(...lemmas.map((lemma) => lemma.replace(/-/g, ' '))) // "vice-president"
  return { lemmas, modifiers: deep.map((word) => word.lemma.toLowerCase()), words }
}

/** "Norvik's purchase of Belcor", and with a light verb "Norvik made a purchase". */
function nominal(tree: Tree, noun: Word, clauses: readonly Clause[], triggers: Triggers): Event[] {
  if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN' && noun.xpos !== 'VBG') return []
  if (noun.upos === 'VERB' || !triggers.isEventNoun(noun.lemma.toLowerCase()) || isRelation(noun, 'compound', 'flat'))
    return []
  const name = nameOf(tree, noun)
  const places = placesOfNoun(tree, noun, triggers)
  if (!places.has('subj')) {
    for (const word of places.get('by') ?? places.get('poss') ?? []) add(places, 'subj', word) // "Belcor's purchase by Norvik"
    if (places.has('by') && !places.has('of')) for (const word of places.get('poss') ?? []) add(places, 'obj', word)
    if (!places.has('subj')) for (const word of places.get('mod') ?? []) add(places, 'named', word)
  }
  for (const word of places.get('of') ?? []) add(places, 'obj', word)
  for (const word of isListed(noun) ? tree.childrenBy(noun, 'appos', 'flat') : []) add(places, 'appos', word)
  if (!places.has('subj')) for (const word of helped(tree, noun)) add(places, 'helped', word)
  const clause = clauses.find(
    (at) =>
      (at.object && contentHead(tree, at.object) === noun) || // "held [a round of talks]"
      (at.passive && at.subject === noun && at.subjectSource === 'own') ||
      at.obliques.some((oblique) => oblique.head === noun) ||
      (at.kind === 'copula' && at.predicate === noun && /^(?:on|in)$/.test(prepositionOf(tree, noun).preposition)), // "is in talks with"
  )
  // "spoke after a meeting with", "is on a visit to": who is at it
  const around = clauses.find((at) =>
    at.obliques.some(({ head, preposition }) => head === noun && ATTENDING.has(preposition)),
  )
  const isAt =
    clause?.kind === 'copula' && clause.predicate === noun && /^(?:on|in)$/.test(prepositionOf(tree, noun).preposition)
  add(places, 'doer', around?.subject ?? (isAt ? clause.subject : undefined))
  const light =
    clause && (clause.kind === 'copula' || triggers.verbForms(clause.predicate).some(triggers.isLight))
      ? clause
      : undefined
  if (light) {
    const subject = light.passive ? light.agent : light.subject
    if (subject && subject !== noun) places.set('subj', [subject])
    for (const oblique of light.obliques) if (oblique.head !== noun) add(places, oblique.preposition, oblique.head)
  }
  for (const oblique of clause && !light && clause.object === noun ? clause.obliques : [])
    if (isRightBehind(tree, noun, oblique) && !places.has(oblique.preposition))
      add(places, oblique.preposition, oblique.head)
  return [
    {
      kind: 'noun',
      trigger: noun,
      words: light ? [...light.group, noun] : [noun],
      lemmas: name.lemmas,
      modifiers: name.modifiers,
      passive: false,
      clause: light,
      places,
    },
  ]
}

/** "the brothers Jan and Ole Roth" */
const isListed = ({ xpos }: Word): boolean => xpos === 'NNS'

const ATTENDING = new Set(['after', 'during', 'following', 'on', 'at'])

/** "fought his extradition [to Peru]": hung on the verb, it may be the noun's. */
const isRightBehind = (tree: Tree, noun: Word, { marker }: Oblique): boolean =>
  marker[0] !== undefined && tree.word(marker[0].index - 1) === noun

/** Whose the fight is in "support for [Chad] in the fight", "helped [Chad] in the fight": who is helped in it. */
function helped(tree: Tree, noun: Word): Word[] {
  const above = tree.head(noun)
  if (!above || prepositionOf(tree, noun).preposition !== 'in') return []
  return tree
    .childrenBy(above, 'obj', 'obl', 'nmod')
    .filter((word) => word !== noun && word.deprel !== 'nmod:poss')
    .filter((word) => isRelation(word, 'obj') || HELPING.has(prepositionOf(tree, word).preposition))
}
const HELPING = new Set(['for', 'of', 'by', 'with'])

function roleEvent(tree: Tree, holder: Word, noun: Word, clause: Clause | undefined, triggers: Triggers): Event[] {
  const name = nameOf(tree, noun)
  if (!name.lemmas.some(triggers.isRoleNoun)) return []
  if (noun.xpos === 'NNS' && !clause && holder.upos === 'PROPN' && !tree.child(holder, 'conj')) return [] // one is no "heads"
  const places = placesOfNoun(tree, noun, triggers)
  if (noun !== holder && holder.upos === 'PROPN') {
    // "New Zealand's Prime Minister John Key": the owner may hang on the name
    const around = placesOfNoun(tree, holder, triggers)
    for (const [place, words] of around) {
      if (place !== 'poss' && place !== 'mod' && places.get(place) === undefined)
        for (const word of words) if (word.index > holder.index) add(places, place, word)
    }
    for (const place of ['poss', 'mod']) {
      for (const word of around.get(place) ?? [])
        if (word !== noun && word.index < holder.index && (place === 'poss' || word.index < noun.index))
          add(places, place, word)
    }
  }
  // what stands inside the modifiers counts as one ("Israeli prime minister", "Harlan Foods chief executive")
  for (const word of places.get('mod') ?? [])
    for (const inner of tree.childrenBy(word, 'compound', 'amod', 'nmod')) add(places, 'mod', inner)
  if (clause)
    for (const oblique of clause.obliques) if (oblique.head !== noun) add(places, oblique.preposition, oblique.head)
  places.set('subj', [holder])
  return [
    {
      kind: 'isa',
      trigger: noun,
      words: clause ? [...clause.group, ...name.words] : name.words,
      lemmas: name.lemmas,
      modifiers: name.modifiers,
      passive: false,
      clause,
      places,
    },
  ]
}

/** "Brin is head of", "its head is Brin", "Paz became minister of", "serves as head of"; coordinated complements each by itself. */
function linked(tree: Tree, clause: Clause, triggers: Triggers): Event[] {
  const { subject, predicate } = clause
  if (!subject) return []
  if (clause.kind === 'copula' && predicate.upos === 'PROPN' && subject.upos === 'NOUN')
    return prepositionOf(tree, predicate).preposition ? [] : roleEvent(tree, predicate, subject, clause, triggers)
  const verbs = triggers.verbForms(predicate)
  const particle = tree.child(predicate, 'compound:prt')?.lemma.toLowerCase()
  const post = clause.obliques.find(({ preposition }) => preposition === 'as')?.head
  const isServing = verbs.some((verb) => triggers.isServing(particle ? `${verb} ${particle}` : verb))
  if (post && isServing && !clause.passive && clause.kind === 'verb')
    return roleEvent(tree, subject, post, clause, triggers)
  const complement =
    clause.kind === 'copula'
      ? clause.predicate
      : verbs.some(triggers.isLinking)
        ? (clause.complement ?? clause.object)
        : undefined
  if (!complement || prepositionOf(tree, complement).preposition) return []
  return [complement, ...tree.childrenBy(complement, 'conj')]
    .filter(
      (noun) => (noun.upos === 'NOUN' || noun.upos === 'PROPN') && (noun === complement || !tree.child(noun, 'nsubj')),
    )
    .flatMap((noun) => roleEvent(tree, subject, noun, noun === complement ? clause : undefined, triggers))
}

/** "Olga Brin, head of the commission", "the head of the commission, Olga Brin". */
function apposed(tree: Tree, word: Word, triggers: Triggers): Event[] {
  const head = tree.head(word)
  const isName = word.deprel === 'flat' && word.upos === 'PROPN' && head?.upos === 'NOUN' // "Norvik member [Ida] Holm"
  if (isName && word.index === head.index + 1) return roleEvent(tree, word, head, undefined, triggers)
  if (!head || !isRelation(word, 'appos') || isOneAmong(tree, word)) return []
  const forward = [word, ...tree.childrenBy(word, 'conj')]
    .filter((noun) => noun.upos !== 'VERB')
    .flatMap((noun) => roleEvent(tree, head, noun, undefined, triggers))
  if (forward.length > 0 && head.upos === 'PROPN') return forward
  const name =
    word.upos === 'PROPN' ? word : tree.childrenBy(word, 'appos', 'flat').find(({ upos }) => upos === 'PROPN')
  return name ? [...roleEvent(tree, name, head, undefined, triggers), ...forward] : forward // "her successor, the curator Ida Holm"
}

/** "three men, [among them] the mayor's son": he is one of them. */
function isOneAmong(tree: Tree, word: Word): boolean {
  let first = tree.subtree(word).find(({ upos }) => upos !== 'PUNCT')
  for (let before = first; before && before.upos !== 'PUNCT'; before = tree.word(before.index - 1)) first = before
  return first?.upos === 'ADP' && first.index < word.index && word.head < first.index
}

/** "chairman Olga Brin", "Prime Minister Janek Nowak" */
function titled(tree: Tree, word: Word, triggers: Triggers): Event[] {
  const name = tree.head(word)
  if (name?.upos !== 'PROPN' || word.index > name.index || name.deprel === 'nmod:desc') return []
  const isRole = isRelation(word, 'compound', 'amod') && triggers.isRoleNoun(word.lemma.toLowerCase())
  if (word.deprel !== 'nmod:desc' && !(isRole && (word.upos === 'NOUN' || isRelation(word, 'compound')))) return []
  return roleEvent(tree, name, word, undefined, triggers)
}

/** "Karrada, Baghdad", "the Haddad Front in Mali", "families in Naples" */
function placed(tree: Tree, word: Word, triggers: Triggers): Event[] {
  const isName = word.upos === 'PROPN'
  if ((!isName && word.upos !== 'NOUN') || isRelation(word, 'flat', 'compound')) return []
  if (!tree.child(word, 'nmod', 'obl', 'appos', 'flat', 'list', 'dep', 'acl')) return []
  if (!isName && !isPlaceable(tree, word, triggers)) return []
  if (isName && isOfEvent(tree, word, triggers)) return []
  const places = placesOfNoun(tree, word, triggers)
  if (isName || isNamedKind(tree, word)) {
    for (const part of tree.childrenBy(word, 'appos', 'nmod', 'flat', 'nmod:unmarked', 'list', 'obl:unmarked', 'dep')) {
      const first = tree.subtree(part).find(({ upos }) => upos !== 'PUNCT')
      const before = first && tree.word(first.index - 1)
      const isBracketed = tree.words.slice(word.index, part.index).some(({ form }) => form === '(')
      if (part.upos === 'PROPN' && part.index > word.index && before?.form === ',' && !isBracketed)
        add(places, 'part', part)
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

/** What frames for any name, or for any common noun, are looked up by. */
export const ANY_NAME = '*'
export const ANY_NOUN = '**'

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

/** "the Graz-based institute"; "the Norvik-owned ferry" is owned by Norvik. */
function adjectival(tree: Tree, word: Word, triggers: Triggers): Event[] {
  if (!isRelation(word, 'amod')) return []
  const done = doneTo(tree, word, triggers)
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
