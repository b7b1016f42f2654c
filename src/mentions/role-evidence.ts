import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { LOWER, UPPER } from '../text/letters.ts'
import { type Candidate, type Reader, textOfCandidate } from './candidate.ts'
import type { Evidence } from './evidence.ts'
import type { Knowledge } from './knowledge.ts'
import { headOf } from './noun-phrase.ts'
import { isSport, sportEvidence } from './sport-evidence.ts'

/** What a name does, what is done to it, what it owns and where it stands in the sentence. Words: `seeds/lexicon/name-evidence.json`. */
export function roleEvidence(name: Candidate, reader: Reader): Evidence[] {
  const tree = reader.trees[name.sentence]!
  const own = headOf(tree.words, name)
  const place: Place = { name, tree, own, first: firstOfList(own, tree), reader }
  return [title(place), relative(place), age(place), belongings(place), whole(place), verb(place), preposition(place)]
    .concat([
      participle(place),
      compound(place),
      site(place),
      region(place),
      article(place),
      quoted(place),
      player(place),
      sportEvidence(name, place.first, tree, reader),
    ])
    .flat()
}

interface Place {
  readonly name: Candidate
  readonly tree: Tree
  readonly own: Word
  /** The first of the list in which the name stands: it has the part that all have. */
  readonly first: Word
  readonly reader: Reader
}

const points = (type: EntityType, weight: number): Evidence[] => [{ type, weight }]
const by = (types: ReadonlySet<EntityType> | undefined, weight: number): Evidence[] =>
  [...(types ?? [])].map((type) => ({ type, weight }))

/** "Mr Hale", "Senator Hale"; firms have rivals and owners too. */
function title({ name, tree, reader: { knowledge } }: Place): Evidence[] {
  const before = tree.word(name.first - 1)
  if (!before || !knowledge.isTitle(before.form) || knowledge.isAmbiguousNoun(before.form.toLowerCase())) return []
  return points('PERSON', UPPER.test(before.form) && before.index > 1 ? 3 : 1.5)
}

/** "Corvane, owned by …", "Corvane, listed in Oslo": what is done to it. */
function participle({ tree, own, reader: { knowledge } }: Place): Evidence[] {
  const clause = isRelation(own, 'nsubj') ? tree.head(own) : undefined
  const verb =
    tree.childrenBy(own, 'acl').find(({ xpos }) => xpos === 'VBN') ??
    (clause && tree.childrenBy(clause, 'advcl').find((word) => opens(word, own, tree)))
  if (!verb) return []
  const lemma = phrasal(verb, tree, knowledge.evidence)
  if (knowledge.evidence.established.has(lemma)) return points('ORGANIZATION', 2.5)
  const isDone = tree.children(verb).some(({ deprel }) => deprel === 'obl:agent')
  return isDone ? by(knowledge.evidence.objectOf.get(lemma), 1.5) : []
}

/** "[Founded] by two nurses, Corvane …" */
const opens = (verb: Word, own: Word, tree: Tree): boolean =>
  verb.xpos === 'VBN' && verb.index < own.index && !tree.child(verb, 'nsubj', 'nsubj:pass', 'mark', 'aux', 'aux:pass')

/** "Hale, who …", "Corvane, which …". */
function relative({ name, tree, own, reader }: Place): Evidence[] {
  const { knowledge } = reader
  const clause = tree.child(own, 'acl:relcl')
  const pronoun = clause && tree.subtree(clause).find(({ form }) => /^(who|whom|which)$/i.test(form))
  if (!pronoun || pronoun.index > own.index + 4) return []
  const isSubject = isRelation(pronoun, 'nsubj') && pronoun.deprel === 'nsubj' && pronoun.head === clause!.index
  const isObject = isRelation(pronoun, 'obj') || (isRelation(pronoun, 'nsubj:pass') && pronoun.head === clause!.index)
  const deed = phrasal(clause!, tree, knowledge.evidence)
  const types = isSubject ? knowledge.evidence.subjectOf.get(deed) : undefined
  const suffered = isObject ? knowledge.evidence.objectOf.get(deed) : undefined
  const doing = [types, suffered].flatMap((said) => [...by(said, 1.5), ...noPlace(said)])
  if (isSubject) doing.push(...business(clause!, tree, knowledge.evidence))
  if (pronoun.form.toLowerCase() === 'which') return [...doing, ...points('PERSON', -4)]
  if (own.xpos === 'NNPS' || (isSport(reader) && name.first === name.last)) return doing // "Porto, who won the cup"
  return points('PERSON', 4)
}

/** "Ana Ruiz, 34," */
function age({ name, tree }: Place): Evidence[] {
  const [comma, number, end] = [1, 2, 3].map((step) => tree.word(name.last + step)?.form ?? '.')
  return comma === ',' && /^\d\d$/.test(number!) && /^[,.]$/.test(end!) ? points('PERSON', 3) : []
}

/** "Corvane's chief executive", "Corvane shares", "Hale's wife". */
function belongings({ name, tree, reader }: Place): Evidence[] {
  const { knowledge } = reader
  const next = tree.word(name.last + 1)
  const isOwner = next?.xpos === 'POS'
  const isUnknown = knowledge.named(textOfCandidate(reader, name)).length === 0 // "Moscow's army" is its country's
  const found: Evidence[] = []
  for (let at = name.last + (isOwner ? 2 : 1); at <= name.last + 5; at++) {
    const word = tree.word(at)
    if (!word || !/^(NOUN|ADJ)$/.test(word.upos) || !LOWER.test(word.form)) break
    const types = knowledge.evidence.owns.get(word.lemma.toLowerCase()) ?? knowledge.evidence.owns.get(word.form)
    const isOfPlace = !isOwner && knowledge.evidence.sited.has(word.lemma.toLowerCase())
    if (types && found.length === 0 && !isOfPlace)
      found.push(...by(types, 2).filter(({ type }) => type !== 'COUNTRY' || isUnknown))
    if (!isOwner && knowledge.evidence.fighters.has(word.lemma)) found.push({ type: 'ORGANIZATION', weight: 1 })
  }
  return found
}

/** "the founder of Corvane", "analysts at Corvane", "the outskirts of Orsk". */
function whole({ name, tree, first, reader }: Place): Evidence[] {
  const preposition = tree.children(first).find(({ deprel }) => deprel === 'case')
  const before = isRelation(first, 'nmod', 'obl') ? tree.head(first) : undefined
  if (!preposition || !before || !/^(of|in|at|for|from|with|between|into)$/.test(preposition.form)) return []
  if (preposition.index > name.first) return []
  // "Ana Ruiz of Corvane": nobody is of a person
  if (preposition.form === 'of' && isPerson(before, name, reader))
    return [...points('PERSON', -3), ...points('ORGANIZATION', 0.7)]
  const types = reader.knowledge.evidence.of.get(before.lemma.toLowerCase())
  return [...by(types, 2), ...(preposition.form === 'at' ? noPlace(types) : [])]
}

/** What the engine takes for a person named in full. */
const isPerson = ({ index }: Word, { sentence }: Candidate, { sentences }: Reader) =>
  sentences[sentence]!.names.some(
    ({ type, first, last }) => type === 'PER' && first < last && first <= index && index <= last,
  )

/** "take over", "buy out": the verb with its particle, where something is known of both together. */
function phrasal(verb: Word, tree: Tree, { subjectOf, objectOf }: Knowledge['evidence']): string {
  const lemma = verb.lemma.toLowerCase()
  const particle = tree.child(verb, 'compound:prt')?.lemma.toLowerCase()
  const both = `${lemma} ${particle}`
  return particle && (subjectOf.has(both) || objectOf.has(both)) ? both : lemma
}

/** Whoever does what bodies do, or is dealt with as they are, is no place by the way. */
const noPlace = (types: ReadonlySet<EntityType> | undefined): Evidence[] =>
  types?.has('ORGANIZATION') && !types.has('PLACE') ? points('PLACE', -1) : []

/** "booked a [profit]", "swung to a [loss]", "axed 300 [jobs]": what only bodies have, make or lose, whatever the verb. */
function business(verb: Word, tree: Tree, { business: nouns }: Knowledge['evidence']): Evidence[] {
  const told = tree.childrenBy(verb, 'obj', 'obl').filter(({ index }) => index > verb.index)
  const counted = told.flatMap((word) => tree.childrenBy(word, 'nmod')) // "hundreds of jobs"
  const isSaid = [...told, ...counted].some(({ form, lemma }) => nouns.has(lemma.toLowerCase()) || nouns.has(form))
  return isSaid
    ? [...points('ORGANIZATION', 2), ...points('PERSON', -1.5), ...points('PLACE', -1.5), ...points('WORK', -1)]
    : []
}

/** What it does and what is done to it. */
function verb({ name, tree, first, own, reader }: Place): Evidence[] {
  const { knowledge } = reader
  const { evidence, metonymy } = knowledge
  const head = tree.head(first)
  if (!head) return []
  const lemma = phrasal(head, tree, evidence)
  const found: Evidence[] = []
  const isActive = first.deprel === 'nsubj' && head.upos === 'VERB'
  if (isActive) {
    const types = evidence.subjectOf.get(lemma)
    found.push(...by(types, 1.5), ...owning(head, first, tree), ...noPlace(types))
    const isSeat = knowledge.named(textOfCandidate(reader, name)).some(({ capitalOf }) => capitalOf) // "Lima cut its losses": Peru did
    if (!isSeat) found.push(...business(head, tree, evidence))
    if (types?.has('ORGANIZATION')) found.push({ type: 'WORK', weight: -1 })
    if (evidence.bodies.has(lemma) || metonymy.subjectOf.has(lemma))
      found.push({ type: 'PLACE', weight: -1 }, { type: 'WORK', weight: -1.5 })
    if (evidence.bodies.has(lemma)) found.push({ type: 'ORGANIZATION', weight: 0.75 })
    // "Corvane lead the league": a team or firm
    const aux = tree.childrenBy(head, 'aux').at(0) ?? head
    const isPlural = aux.xpos === 'VBP' || aux.form === 'were'
    if (isPlural && own === first && own.xpos === 'NNP' && tree.childrenBy(own, 'conj').length === 0)
      found.push({ type: 'ORGANIZATION', weight: 1.5 }, { type: 'PERSON', weight: -1.5 })
  }
  if (isRelation(first, 'obj') || first.deprel === 'nsubj:pass') {
    found.push(...by(evidence.objectOf.get(lemma), 1.5))
    if (evidence.rivals.has(lemma)) found.push({ type: 'PLACE', weight: -1.5 })
  }
  // "she told El Faro": whoever is told is a paper, unless the text says more of it
  const isTold = isRelation(first, 'obj', 'iobj') && head.xpos === 'VBD' && evidence.told.has(lemma)
  if (isTold && !knowledge.isGiven(tree.word(name.first)!.form))
    found.push({ type: 'ORGANIZATION', weight: 2 }, { type: 'PERSON', weight: -1.5 }, { type: 'PLACE', weight: -1.5 })
  if (first.deprel === 'obl:agent' || (isRelation(first, 'obl', 'nmod') && caseOf(first, tree) === 'by')) {
    found.push({ type: 'PLACE', weight: -1.5 })
    if (evidence.makers.has(lemma)) found.push({ type: 'ORGANIZATION', weight: 1.5 })
  }
  return name.known?.type === 'COUNTRY' || name.known?.capitalOf ? found.filter(({ type }) => type !== 'PLACE') : found
}

/** "Corvane cut its forecast", "Hale sold his shares": the first pronoun behind its verb, before any other name. */
function owning(verb: Word, subject: Word, tree: Tree): Evidence[] {
  for (let at = Math.max(verb.index, subject.index) + 1; at <= tree.words.length; at++) {
    const word = tree.word(at)!
    if (word.upos === 'PROPN' || /^(nsubj|csubj)/.test(word.deprel)) return []
    if (word.xpos !== 'PRP$') continue
    if (/^(his|her)$/i.test(word.form)) return points('PERSON', 2)
    return /^its$/i.test(word.form) ? [...points('PERSON', -2), ...points('ORGANIZATION', 0.5)] : []
  }
  return []
}

const caseOf = (word: Word, tree: Tree) => tree.child(word, 'case')?.form.toLowerCase() ?? ''

/** "in Orsk", "west of Orsk", "flew to Orsk"; "signed from Orsk" is a club. */
function preposition({ name, tree, first, reader: { knowledge } }: Place): Evidence[] {
  const { evidence } = knowledge
  // "holds stakes in Corvane", wherever a parser hung it
  const marker = tree.child(first, 'case') ?? tree.word(name.first - 1)
  const noun = tree.word((marker?.index ?? 0) - 1)?.lemma.toLowerCase() ?? ''
  if (evidence.places.has(marker?.form.toLowerCase() ?? '') && evidence.notPlaced.has(noun))
    return evidence.heldIn.has(noun)
      ? [...points('ORGANIZATION', 2.5), ...points('PLACE', -2)]
      : [...points('ORGANIZATION', 1.5), ...points('PLACE', -1)]
  const form = caseOf(first, tree)
  const head = tree.head(first)
  if (!form || !head || !isRelation(first, 'obl', 'nmod')) return []
  const lemma = head.lemma.toLowerCase()
  if (form === 'according')
    return [...points('WORK', -3), ...points('PLACE', -1), ...points('ORGANIZATION', 0.75), ...points('PERSON', 0.75)] // whoever it is, it speaks
  if (form === 'of' && evidence.directions.has(lemma)) return points('PLACE', 3)
  if (/^(against|on)$/.test(form) && [lemma, noun].some((word) => evidence.suits.has(word)))
    return [...points('WORK', -2), ...points('PLACE', -1), ...points('ORGANIZATION', 1)]
  if (evidence.places.has(form))
    return evidence.notPlaced.has(lemma) ? points('ORGANIZATION', 1.5) : points('PLACE', 1.5)
  if (/^(from|to)$/.test(form) && evidence.deals.has(lemma))
    return [...points('ORGANIZATION', 1.5), ...points('PLACE', -1)]
  if (form === 'for' && evidence.employed.has(lemma)) return [...points('ORGANIZATION', 1.5), ...points('PLACE', -1)]
  if (/^(to|from|for)$/.test(form) && evidence.motion.has(lemma)) return points('PLACE', 1)
  if (/^(for|from|against|over|with|at|by|to)$/.test(form) && evidence.clubs.has(lemma))
    return [...points('ORGANIZATION', 1), ...points('PLACE', form === 'at' ? 0 : -1), ...points('WORK', -1)]
  return []
}

/** "Orsk-based", "Corvane-owned", "Halvard-class". */
function compound({ name, tree, reader: { knowledge } }: Place): Evidence[] {
  const [hyphen, word] = [tree.word(name.last + 1), tree.word(name.last + 2)]
  if (!hyphen || !word || !/^[-‐‑–]$/.test(hyphen.form)) return []
  if (word.form === 'class') return points('VESSEL', 4)
  if (knowledge.evidence.seated.has(word.form)) return points('PLACE', 4)
  return knowledge.evidence.owned.has(word.form) ? points('ORGANIZATION', 1) : []
}

/** "The Orsk gold mine". */
function site({ name, tree, own, reader: { knowledge } }: Place): Evidence[] {
  const noun = isRelation(own, 'compound') ? tree.head(own) : undefined
  const isThe = /^the$/i.test(tree.word(name.first - 1)?.form ?? '')
  const isNear = noun?.upos === 'NOUN' && noun.index > name.last && noun.index <= name.last + 2
  return isThe && isNear && knowledge.nameWords.has('built', noun.lemma.toLowerCase()) ? points('FACILITY', 4) : []
}

/** "Orsk, Russia"; not "Corvane, Russia's Belcor and …". */
function region({ name, tree, reader: { knowledge } }: Place): Evidence[] {
  const [comma, word, next] = [1, 2, 3].map((step) => tree.word(name.last + step))
  const isWhole = comma?.form === ',' && word !== undefined && UPPER.test(word.form) && next?.xpos !== 'POS'
  return isWhole && knowledge.stateNamed(word.form) ? points('PLACE', 2) : []
}

/** "Mongolia's Batbayar Ganzorig" in a report on sport. */
function player({ name, tree, reader }: Place): Evidence[] {
  const owner = tree.word(name.first - 1)?.xpos === 'POS' ? tree.word(name.first - 2) : undefined
  if (!owner || name.first === name.last || !reader.knowledge.stateNamed(owner.form)) return []
  return isSport(reader) ? points('PERSON', 1.5) : []
}

/** A title of a work stands in quotation marks of its own. */
function quoted({ name, tree, reader: { knowledge } }: Place): Evidence[] {
  if (knowledge.isGiven(tree.word(name.first)!.form)) return []
  const [open, close] = [tree.word(name.first - 1)?.form ?? '', tree.word(name.last + 1)?.form ?? '']
  if (tree.word(name.last + 2)?.form === '<') return [] // "Hale" <hale@…>
  const end = /^[,.]$/.test(close) ? (tree.word(name.last + 2)?.form ?? '') : close
  return /^["“‘]|^'$|^``$/.test(open) && /^["”’]|^'$|^''$/.test(end) ? points('WORK', 3) : []
}

/** "the Tolosa": no person, seldom a town; "a forged Rubens" is by him. */
function article({ name, tree, own }: Place): Evidence[] {
  const isOne = name.first === name.last && own.xpos === 'NNP' && isRelation(own, 'obj', 'nsubj', 'obl', 'nmod')
  if (isOne && /^an?$/i.test(tree.child(own, 'det')?.form ?? '') && tree.word(name.last + 1)?.upos !== 'NOUN')
    return [...points('WORK', 2), ...points('PERSON', -2)]
  const isLed = tree.word(name.first - 1)?.form.toLowerCase() === 'the' && tree.word(name.last + 1)?.upos !== 'PROPN'
  const next = tree.word(name.last + 1)
  if (!isLed || next?.upos === 'NOUN' || next?.upos === 'ADJ' || tree.word(name.last)!.xpos !== 'NNP') return []
  return [...points('PERSON', -2), ...points('PLACE', -0.5)]
}

/** "Washington, Seoul and Tokyo said": the last stands where the first does. */
function firstOfList(word: Word, tree: Tree): Word {
  let at = word
  for (let steps = 0; at.deprel === 'conj' && steps < tree.words.length; steps++) at = tree.head(at) ?? at
  return at
}
