import type { Word } from '../../model/document.ts'
import { isRelation, type Tree } from '../../nlp/tree.ts'
import { clauseWords } from '../clause-words.ts'
import type { Clause, Oblique } from '../clauses/clause.ts'
import { phraseOf, withoutOuterMarks } from '../clauses/phrase.ts'
import { isPredicate } from '../clauses/predicates.ts'
import { prepositionOf } from '../clauses/prepositions.ts'
import type { OpenClaim, Part } from './open-claim.ts'
import { isTelling, phraseClaims } from './phrase-claims.ts'

/** What a sentence says, clause by clause and then phrase by phrase; arguments are whole phrases, coordination kept together. */
export function openClaims(tree: Tree, clauses: readonly Clause[]): OpenClaim[] {
  const byPredicate = new Map(clauses.map((clause) => [clause.predicate, clause]))
  return [...clauses.flatMap((clause) => fromClause(tree, clause, byPredicate)), ...phraseClaims(tree)]
}

function fromClause(tree: Tree, clause: Clause, clauses: ReadonlyMap<Word, Clause>): OpenClaim[] {
  if (!clause.subject || isContentless(clause.subject)) return []
  if ([clause.subject, clause.object].some((word) => word && (isOpenQuestion(word) || isTelling(word)))) return []
  if (/^(?:WDT|WP)$/.test(clause.subject.xpos) && !clause.predicate.deprel.endsWith('relcl')) return [] // it stands for what is not found
  if (clause.object && clause.object.index < clause.predicate.index && tree.subtree(clause.object)[0]!.xpos === 'WRB')
    return [] // "how much it would cost"
  if (isRelation(clause.predicate, 'acl') && /^(?:IN|WDT|WP)$/.test(clause.object?.xpos ?? '')) return [] // what it stands for is not known
  if (isChainLink(tree, clause, clauses) || isPurpose(tree, clause) || isComplement(tree, clause)) return []
  if (
    tree.childrenBy(clause.predicate, 'advmod', 'mark').some((word) => /^(?:how|where|when|why)$/i.test(word.form)) &&
    isInfinitive(tree, clause.predicate)
  )
    return [] // "taught her how to wait"
  if (clause.kind === 'verb' && clause.predicate.upos === 'AUX') return [] // "did all they [could]"
  const relation = [...new Set([...chainAbove(tree, clause, clauses), ...clause.group])]
  if (!relation.some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return [] // "the [melt] in Chile": nobody does anything
  const parts = partsOf(tree, clause)
  if (clause.kind === 'existential') return nothing(tree, clause, relation, parts)
  const subject = { head: clause.subject, words: subjectWords(tree, clause, relation) }
  if (clause.kind === 'copula') return copular(tree, clause, relation, subject, parts)
  const claim = {
    rule: `open.${clause.passive ? 'passive' : 'active'}${clause.subjectSource === 'own' ? '' : `.${clause.subjectSource}`}`,
    clause,
    trigger: clause.predicate,
    subject,
    word: undefined,
  }
  return [{ ...claim, ...pushPreposition(relation, parts) }]
}

/** "There were no injuries": of what is there others tell by what they say of it. */
function nothing(tree: Tree, clause: Clause, relation: readonly Word[], parts: readonly Part[]): OpenClaim[] {
  const head = clause.subject!
  const there = tree.childrenBy(clause.predicate, 'expl')[0]
  if (!there || !isNone(tree, head)) return []
  const words = phraseOf(tree, head, { whole: true }).filter((word) => !relation.includes(word) && word !== there)
  const what: Part = { kind: 'complement', preposition: '', marker: [], head, words }
  return [
    {
      rule: NOTHING_THERE,
      clause,
      trigger: clause.predicate,
      subject: { head: there, words: [there] },
      word: undefined,
      relation,
      parts: [what, ...parts.filter((part) => part.head !== head && !words.includes(part.head))],
    },
  ]
}
/** The rule of a claim that there is none of something. */
export const NOTHING_THERE = 'open.nothing'

const isNone = (tree: Tree, noun: Word): boolean => tree.childrenBy(noun, 'det').some(({ form }) => /^no$/i.test(form))

/** "X is a town in Y", "X is in Y", "X is angry with Y". */
function copular(
  tree: Tree,
  clause: Clause,
  relation: readonly Word[],
  subject: OpenClaim['subject'],
  parts: readonly Part[],
): OpenClaim[] {
  const head = clause.predicate
  const { marker } = prepositionOf(tree, head)
  const isMeasure = ({ head: at, preposition }: Oblique) =>
    preposition === '' && at.index < head.index && head.upos === 'ADJ' // "nine inches long"
  const own = clause.obliques.filter((oblique) => !isMeasure(oblique)).map((oblique) => oblique.head)
  const inside = own.filter((at) => !tree.dominates(at, head)) // not "Oslo, where she was one of three"
  const words = phraseOf(tree, head, { whole: true }).filter(
    (word) => !relation.includes(word) && !inside.some((at) => tree.dominates(at, word)),
  )
  const complement: Part = {
    kind: 'complement',
    preposition: marker.map((word) => word.form.toLowerCase()).join(' '),
    marker: [],
    head,
    words: words.length > 0 ? words : [head],
  }
  const whole = [...relation, ...marker].sort((a, b) => a.index - b.index)
  return [
    {
      rule: `open.copula${clause.subjectSource === 'own' ? '' : `.${clause.subjectSource}`}`,
      clause,
      trigger: head,
      subject,
      word: undefined,
      relation: whole,
      parts: [complement, ...parts.filter((part) => part.head !== head && !complement.words.includes(part.head))],
    },
  ]
}

/** "called the results [encouraging]", "[compared] with 70 percent": participles that describe or compare, and tell nothing. */
const isComplement = (tree: Tree, { predicate }: Clause): boolean => {
  const head = tree.head(predicate)
  if (head && NAMING.has(head.lemma) && described(tree, head) === predicate) return true
  return (
    isRelation(predicate, 'advcl', 'acl') &&
    /^(?:compared|based|given)$/i.test(predicate.form) &&
    !tree.child(predicate, 'nsubj', 'aux')
  )
}

/** The participle that a verb of naming gives to its object. */
const described = (tree: Tree, verb: Word): Word | undefined =>
  tree
    .childrenBy(verb, 'xcomp', 'advcl')
    .find(
      ({ index, xpos }) =>
        index > verb.index && (xpos === 'VBG' || xpos === 'VBN') && tree.word(index - 1)?.upos !== 'PUNCT',
    )
const NAMING = new Set(['call', 'describe', 'consider', 'deem', 'brand', 'label', 'term', 'declare', 'pronounce'])

const isInfinitive = (tree: Tree, word: Word): boolean =>
  tree.childrenBy(word, 'mark').some(({ upos }) => upos === 'PART')

/** "(went) to sell shares", "(looked forward) to selling": what for, not what happened. */
function isPurpose(tree: Tree, { subjectSource, predicate }: Clause): boolean {
  const head = tree.head(predicate)
  const first = head && isRelation(predicate, 'conj') && isRelation(head, 'advcl') ? head : predicate
  if (subjectSource !== 'adverbial' && first === predicate) return false
  return tree.childrenBy(first, 'mark').some((mark) => mark.lemma.toLowerCase() === 'to')
}

/** A verb whose infinitive carries the claim ("wanted to kill" is read at "kill"). */
function isChainLink(tree: Tree, clause: Clause, clauses: ReadonlyMap<Word, Clause>): boolean {
  const infinitive = tree.child(clause.predicate, 'xcomp')
  return Boolean(
    infinitive &&
      clauses.has(infinitive) &&
      clauses.get(infinitive)!.governor === clause.predicate &&
      !clause.object &&
      !clause.indirect &&
      (clause.kind === 'verb' || clause.predicate.upos === 'ADJ'),
  )
}

/** "wanted to" before "kill": the verbs above that share the subject. */
function chainAbove(tree: Tree, clause: Clause, clauses: ReadonlyMap<Word, Clause>): Word[] {
  const above = clause.governor && clauses.get(clause.governor)
  if (!above || above.object || above.indirect) return []
  // "able to service debt and [turn] a profit": the second infinitive shares the first one's "to"
  const first = isRelation(clause.predicate, 'conj') ? tree.head(clause.predicate)! : clause.predicate
  const to = tree.childrenBy(first, 'mark').filter((word) => word.upos === 'PART')
  const adjective = above.kind === 'copula' ? [above.predicate] : []
  return [...chainAbove(tree, above, clauses), ...above.group, ...adjective, ...to].sort((a, b) => a.index - b.index)
}

function subjectWords(tree: Tree, clause: Clause, relation: readonly Word[]): readonly Word[] {
  const head = clause.subject!
  if (isPredicate(tree, head) && head.upos === 'VERB')
    return withoutOuterMarks(tree.subtree(head, (child) => child.deprel === 'punct'))
  const before = isRelation(head, 'nsubj')
    ? tree.childrenBy(clause.predicate, 'nsubj').filter((word) => word.index < head.index)
    : [] // "[a magnitude 6.3] earthquake"
  const words = [...before.flatMap((word) => tree.subtree(word)), ...phraseOf(tree, head, { whole: true })]
  // a phrase around its own participle ("the unit [founded by X]") is cut before it
  const own = relation.filter((word) => isPredicate(tree, word) && tree.dominates(head, word))
  if (own.length === 0) return words
  const cut = words.filter((word) => !own.some((verb) => tree.dominates(verb, word)))
  return cut.includes(head) ? withoutOuterMarks(cut) : [head]
}

export function partsOf(tree: Tree, clause: Clause): Part[] {
  const part = (kind: Part['kind'], head: Word | undefined, oblique?: Oblique): Part[] => {
    if (!head) return []
    const words = phraseOf(tree, head, { whole: true })
    if (words.length === 1 && /^(?:WDT|WP|WRB)$/.test(head.xpos)) return [] // it stands for what is not found
    // not the clause itself, nor a name that is an argument of its own ("appointed Paz [finance minister]")
    const inside = [clause.predicate, clause.object, clause.indirect].filter(
      (at) => at && at !== head && tree.dominates(head, at),
    )
    const next = tree.word((words.at(-1)?.index ?? 0) + 1) // "called Cold [Harbour]", hung on the verb by itself
    const isSplit =
      next?.upos === 'PROPN' && head.upos === 'PROPN' && isRelation(next, 'xcomp') && next.head === head.head
    const whole = isSplit ? [...words, ...phraseOf(tree, next)] : [...words, ...rateOf(tree, head)]
    const marker = markerOf(tree, head, oblique)
    const cut = whole.filter((word) => !marker.includes(word) && !inside.some((at) => tree.dominates(at!, word)))
    return cut.length === 0 ? [] : [{ kind, preposition: oblique?.preposition ?? '', marker, head, words: cut }]
  }
  const bare = tree
    .childrenBy(clause.predicate, 'advmod')
    .filter((word) => word.index > clause.predicate.index && word.xpos !== 'WRB' && word.lemma !== 'also')
    .filter((word) => !clause.group.includes(word) && !isCompared(tree, word))
  const adverbs = bare.flatMap((word) => part('oblique', word))
  const named = NAMING.has(clause.predicate.lemma) ? described(tree, clause.predicate) : undefined
  const core = [
    ...part('indirect', clause.indirect),
    ...part('object', clause.object),
    ...told(tree, clause),
    ...(clause.kind === 'copula' ? [] : part('complement', clause.complement ?? named)),
  ]
  const content =
    clause.content && !isRelation(clause.content, 'xcomp') ? contentPart(tree, clause) : controlled(tree, clause)
  const agent = clause.agent
    ? part('agent', clause.agent, {
        preposition: 'by',
        marker: tree.childrenBy(clause.agent, 'case').filter((word) => word.index < clause.agent!.index),
        head: clause.agent,
      })
    : []
  const obliques = clause.obliques
    .filter((oblique) => oblique.head !== clause.agent && !isExtent(oblique, clause))
    .flatMap((oblique) => part('oblique', oblique.head, oblique))
  const later = [...agent, ...obliques, ...adverbs, ...purposes(tree, clause)].sort(
    (a, b) => order(clause, a) - order(clause, b),
  )
  const parts = [...core, ...content, ...later]
  return parts.filter(({ head }, at) => parts.findIndex((other) => other.head === head) === at)
}

/** "[primarily] at the base": the adverb that the preposition parts from its noun. */
function markerOf(tree: Tree, head: Word, oblique: Oblique | undefined): readonly Word[] {
  const marker = oblique?.marker ?? []
  const before = marker[0] && tree.word(marker[0].index - 1)
  const isAdverb = before && before.head === head.index && isRelation(before, 'advmod')
  return isAdverb && !/^not$/i.test(tree.word(before.index - 1)?.form ?? '') ? [before, ...marker] : marker
}

/** "$6 [a share]": what the price is for, taken for a second object. */
function rateOf(tree: Tree, price: Word): readonly Word[] {
  const second = tree.childrenBy(tree.head(price) ?? price, 'obj').find(({ index }) => index > price.index)
  const isRate =
    second && price.upos === 'SYM' && isRelation(price, 'obj') && /^an?$/i.test(tree.child(second, 'det')?.form ?? '')
  return isRate ? phraseOf(tree, second) : []
}

/** "the degree to which they are irritated": how much, which only the clause itself tells. */
const isExtent = ({ head }: Oblique, { predicate }: Clause): boolean =>
  head.index < predicate.index &&
  isRelation(predicate, 'acl:relcl') &&
  clauseWords().measures.has(head.lemma.toLowerCase())

/** "as long [as nobody objects]": nothing without its clause. */
const isCompared = (tree: Tree, adverb: Word): boolean =>
  tree.child(adverb, 'advcl') !== undefined && tree.children(adverb).some(({ form }) => /^(?:as|so)$/i.test(form))

/** What follows the predicate comes before what stands in front of it ("On Monday, …"); first what a preposition right behind it is of ("the aid they asked [for]"). */
function order({ predicate }: Clause, { head, marker }: Part): number {
  if (marker[0]?.index === predicate.index + 1) return marker[0].index
  return head.index > predicate.index ? head.index : head.index + 10_000
}

function contentPart(tree: Tree, { content, predicate }: Clause): Part[] {
  const head = content!
  const words = tree.subtree(
    head,
    (child) => (child.head === head.index && isRelation(child, 'punct', 'parataxis')) || child.deprel === 'reparandum',
  )
  if (
    isRelation(predicate, 'acl:relcl') &&
    words.some(({ xpos, index }) => /^(?:WDT|WP)$/.test(xpos) && index < predicate.index)
  )
    return [] // "a letter that he said she sent"
  const marker = tree.childrenBy(head, 'mark').filter((word) => word.lemma === 'that')
  const rest = withoutOuterMarks(words.filter((word) => !marker.includes(word)))
  return [{ kind: 'content', preposition: '', marker: [], head, words: rest }]
}

/** "made the announcement last month [that she would resign]": what is announced, away from its noun. */
function told(tree: Tree, { object: noun, predicate }: Clause): Part[] {
  const head = noun && tree.childrenBy(noun, 'acl').find((word) => tree.child(word, 'mark')?.lemma === 'that')
  if (!head || tree.dominates(head, predicate) || phraseOf(tree, noun).includes(head)) return []
  return [{ kind: 'content', preposition: '', marker: [], head, words: withoutOuterMarks(tree.subtree(head)) }]
}

/** "ordered troops [to leave]", "saw him [fall]". */
function controlled(tree: Tree, clause: Clause): Part[] {
  const infinitive = tree.child(clause.predicate, 'xcomp')
  if (!infinitive || infinitive === clause.complement) return []
  const words = tree.subtree(
    infinitive,
    (child) => child.head === infinitive.index && isRelation(child, 'punct', 'parataxis'),
  )
  return [{ kind: 'content', preposition: '', marker: [], head: infinitive, words: withoutOuterMarks(words) }]
}

/** "offered $9 million [to rebuild the road]" */
function purposes(tree: Tree, { predicate }: Clause): Part[] {
  return tree
    .childrenBy(predicate, 'advcl')
    .filter(
      (word) => word.index > predicate.index && tree.childrenBy(word, 'mark').some((mark) => mark.upos === 'PART'),
    )
    .map((head) => {
      const words = tree.subtree(head, (child) => child.head === head.index && isRelation(child, 'punct', 'parataxis'))
      return { kind: 'purpose', preposition: '', marker: [], head, words: withoutOuterMarks(words) }
    })
}

/** Without an object the first phrase gives its preposition to the relation: "taught at | the university". */
function pushPreposition(
  relation: readonly Word[],
  parts: readonly Part[],
): { relation: readonly Word[]; parts: readonly Part[] } {
  const [first, ...rest] = parts
  if (!first || first.marker.length === 0 || (first.kind !== 'oblique' && first.kind !== 'agent'))
    return { relation, parts }
  const isStranded = first.marker.every((word) => relation.includes(word)) // "had been waiting [for]"
  if (!isStranded && first.head.index < relation.at(-1)!.index) return { relation, parts }
  return {
    relation: isStranded ? relation : [...relation, ...first.marker],
    parts: [{ ...first, marker: [] }, ...rest],
  }
}

/** "what remains": nothing is named. */
const isOpenQuestion = (word: Word) => (word.xpos === 'WP' || word.xpos === 'WDT') && /^what(ever)?$/i.test(word.form)

const isContentless = (word: Word) => word.lemma === 'it' && isRelation(word, 'expl')
