import type { Reader } from '../mentions/candidate.ts'
import type { Word } from '../model/document.ts'
import { addTo } from '../model/group-by.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { isDateline, type Reference } from './reference.ts'

/** A common noun for somebody or something, with what stands before it ("road", "former"). */
export interface Calling {
  readonly lemma: string
  readonly modifiers: readonly string[]
}

/**
 * What a text calls those it names, by group: nouns beside a name ("Judge Amory", "Rui Alvor, a banker"), said of it ("Pruitt was elected mayor"), and of
 * known entities their usual nouns.
 */
export function callingsOf(
  references: readonly Reference[],
  beside: ReadonlyMap<number, Reference>,
  group: readonly number[],
  reader: Reader,
): ReadonlyMap<number, readonly Calling[]> {
  const { trees } = reader
  const found = new Map<number, Calling[]>()
  const add = (own: number, noun: Calling) => addTo(found, own, noun)
  for (const reference of references) {
    const { at, kind, sentence, head, core, known, lemma, modifiers } = reference
    const name = beside.get(at)
    if (name) add(group[name.at]!, { lemma, modifiers })
    if (kind !== 'name') continue
    for (const noun of known?.nouns ?? []) {
      const words = noun.split(' ')
      const isOne = known!.type !== 'COUNTRY' || words.length === 1
      add(group[at]!, isOne ? { lemma: noun, modifiers: [] } : { lemma: words.at(-1)!, modifiers: words.slice(0, -1) })
    }
    if (isDateline(reference, reader)) continue
    const tree = trees[sentence]!
    const behind = head.deprel === 'compound' ? tree.head(head) : undefined
    const isOwn = behind?.index === core.last + 1 && isOfType(behind, reference, reader)
    for (const word of [...nounsAround(tree, head, core.first, reader), ...(isOwn ? [behind] : [])])
      add(group[at]!, callingOf(word, tree))
    for (const calling of postsOf(reference, reader)) add(group[at]!, calling)
  }
  return found
}

const callingOf = (noun: Word, tree: Tree, ...more: readonly string[]): Calling => ({
  lemma: noun.lemma.toLowerCase(),
  modifiers: [...more, ...tree.childrenBy(noun, 'amod', 'compound').map((child) => child.lemma.toLowerCase())],
})

/** "named Ana Ruiz as chief executive", "Ana Ruiz succeeded Jan Roe as mayor", "resigned as mayor": what somebody has become, or is no longer. */
function postsOf({ head, sentence }: Reference, { trees, knowledge: { kinds } }: Reader): Calling[] {
  const tree = trees[sentence]!
  const verb = tree.head(head)
  if (verb?.upos !== 'VERB') return []
  const { given, taken, left } = kinds.posts
  const isBelow = isRelation(head, 'obj', 'iobj', 'xcomp', 'nsubj:pass')
  const isTaken = taken.has(verb.lemma)
  const isMeant = isBelow ? given.has(verb.lemma) || isTaken : isTaken || left.has(verb.lemma)
  if (!isMeant || !(isBelow || isRelation(head, 'nsubj'))) return []
  const posts = tree
    .childrenBy(verb, 'obl', 'xcomp', 'obj')
    .filter((noun) => noun.upos === 'NOUN' && (isRelation(noun, 'xcomp') || tree.child(noun, 'case')?.form === 'as'))
  const how = isBelow && isTaken ? ['former'] : isBelow || isTaken ? [NEWLY] : []
  return posts.map((noun) => callingOf(noun, tree, ...how))
}

/** Before what somebody has just become. */
export const NEWLY = 'new'

/** "the Anden probe" is Anden; "the Norvik supplier" and "the Norvik profit" are not Norvik. */
function isOfType({ upos, lemma }: Word, { type }: Reference, { knowledge: { kinds } }: Reader): boolean {
  if (upos !== 'NOUN' || !type || type === 'PERSON' || type === 'ORGANIZATION') return false
  return kinds.mayBe(kinds.ofNoun(lemma.toLowerCase()), type)
}

/** The same as words: "mayor", "former mayor". */
export const descriptionsOf = (
  callings: ReadonlyMap<number, readonly Calling[]>,
): ReadonlyMap<number, ReadonlySet<string>> =>
  new Map(
    [...callings].map(([group, nouns]) => [
      group,
      new Set(nouns.map(({ lemma, modifiers }) => callOf(lemma, modifiers))),
    ]),
  )

/** "mayor", "former mayor": whoever was something is told apart from who is. */
export const callOf = (lemma: string, modifiers: readonly string[]): string =>
  modifiers.some(isPast) ? `former ${lemma}` : lemma
export const isPast = (modifier: string): boolean => /^(?:former|ex|previous)$/.test(modifier)

function nounsAround(tree: Tree, head: Word, first: number, { knowledge }: Reader): Word[] {
  const before = tree.word(first - 1)
  const titles = tree.childrenBy(head, 'nmod:desc', 'compound', 'flat', 'amod')
  const verb = isRelation(head, 'nsubj') ? tree.head(head) : undefined
  const said = verb ? (tree.child(verb, 'cop') ? [verb] : tree.childrenBy(verb, 'xcomp')) : []
  const beside = before && (before.head === head.index || before === head || before.head === head.head) ? [before] : []
  return [...titles, ...said, ...beside, head].filter(
    ({ upos, index, form }) =>
      upos === 'NOUN' ||
      (index < first &&
        ((upos === 'PROPN' && !HONORIFIC.test(form)) || (upos === 'ADJ' && knowledge.kinds.ofNoun(form).length > 0))),
  )
}

/** They say nothing of what somebody is. */
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady)\.?$/i
