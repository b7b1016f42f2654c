import type { Reader } from '../mentions/candidate.ts'
import type { Gender } from '../mentions/knowledge.ts'
import type { Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { areSides } from './constraints.ts'
import type { Chains } from './find-chains.ts'
import { isDateline, isInBoilerplate, type Reference } from './reference.ts'

/** A phrase for several that are named one by one: "the two companies", "both", "the pair", "they". */
export interface Several {
  readonly sentence: number
  /** The word of the phrase that takes part in the clause. */
  readonly head: Word
  /** A name of each one meant, in reading order. */
  readonly members: readonly Reference[]
}

/** What a phrase for several says of them. */
interface Wanted {
  /** How many; `undefined`: it does not say. */
  readonly count: number | undefined
  /** The types they may be of; none: all of any one type. */
  readonly types: ReadonlySet<EntityType>
  readonly gender: Gender | undefined
}

/**
 * Whom phrases for several mean: as many names of one type as the phrase says, side by side in a list, or the only ones of a sentence; in its own sentence
 * or one of the two before it. Nobody where more are there, or fewer.
 */
export function severalIn(chains: Chains): Several[] {
  const { reader, references } = chains
  const isNamed = (one: Reference) => one.kind === 'name' && one.type !== null && !isOutside(one, reader)
  const names = groupBy(references.filter(isNamed), ({ sentence }) => sentence)
  const found: Several[] = []
  for (const [sentence, { words }] of reader.sentences.entries())
    for (const head of words) {
      const wanted = wantedBy(head, reader.trees[sentence]!, reader)
      if (!wanted) continue
      const members =
        wanted.count === undefined
          ? meantByThey(head, sentence, names, chains)
          : membersOf(wanted as Wanted & { count: number }, head, sentence, names, chains)
      if (members) found.push({ sentence, head, members })
    }
  return found
}

const isOutside = (one: Reference, reader: Reader): boolean => isInBoilerplate(one, reader) || isDateline(one, reader)

/** How many of what a phrase means, if it is one for several. */
function wantedBy(word: Word, tree: Tree, { knowledge }: Reader): Wanted | undefined {
  if (!isRelation(word, 'nsubj', 'nsubj:pass', 'obj', 'obl')) return undefined
  const form = word.form.toLowerCase()
  const lemma = word.lemma.toLowerCase()
  if (form === 'they' || form === 'them') return { count: undefined, types: ANY, gender: undefined }
  if (form === 'both') return tree.child(word, 'nmod', 'conj') ? undefined : { count: 2, types: ANY, gender: undefined }
  const before = tree.childrenBy(word, 'det', 'det:predet', 'nummod').map((child) => child.form.toLowerCase())
  const isBoth = before.includes('both')
  const isPlain = !tree.child(word, 'nmod', 'nmod:poss', 'amod', 'acl', 'appos', 'compound')
  if (!isPlain || !(isBoth || before.some((one) => DEFINITE.has(one)))) return undefined
  const set = SETS.get(lemma)
  if (set) return { ...set, gender: undefined }
  if (word.upos === 'NUM')
    return COUNTS.has(form) ? { count: COUNTS.get(form)!, types: ANY, gender: undefined } : undefined
  const count = isBoth ? 2 : before.map((one) => COUNTS.get(one)).find((one) => one !== undefined)
  if (count === undefined || word.xpos !== 'NNS') return undefined
  const { kinds } = knowledge
  const types = new Set(kinds.ofNoun(lemma).flatMap((kind) => [...kinds.typesOf(kind)]))
  const own = knowledge.typeOfNoun(lemma)
  if (own) types.add(own)
  return types.size > 0 ? { count, types, gender: knowledge.genderOfNoun(lemma) } : undefined
}

const ANY: ReadonlySet<EntityType> = new Set()
const DEFINITE: ReadonlySet<string> = new Set(['the', 'these', 'those'])
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
])
const SETS: ReadonlyMap<string, { readonly count: number; readonly types: ReadonlySet<EntityType> }> = new Map([
  ['couple', { count: 2, types: new Set(['PERSON']) }],
  ['duo', { count: 2, types: ANY }],
  ['pair', { count: 2, types: ANY }],
  ['trio', { count: 3, types: ANY }],
])

const REACH = 2

function membersOf(
  wanted: Wanted & { readonly count: number },
  head: Word,
  sentence: number,
  names: ReadonlyMap<number, readonly Reference[]>,
  chains: Chains,
): readonly Reference[] | undefined {
  for (let at = sentence; at >= Math.max(0, sentence - REACH); at--) {
    const here = (names.get(at) ?? []).filter((one) => at < sentence || one.head.index < head.index)
    const fitting = here.filter((one) => fits(one, wanted))
    const lists = listsOf(fitting, chains).filter(({ length }) => length === wanted.count)
    const one = distinct(fitting, chains)
    const [list, other] = lists
    if (list) return !other && (one.length === wanted.count || isSubject(list[0]!)) ? list : undefined
    if (wanted.types.size === 0) {
      const pair = one.length === 2 && wanted.count === 2 && areOfOneType(one) && areSides(one[0]!, one[1]!)
      if (pair) return one
      if (one.length >= wanted.count) return undefined
    } else if (one.length >= wanted.count) return one.length === wanted.count ? one : undefined
  }
  return undefined
}

/** "They" after a list of names that its sentence, or the one before, is about, where nothing else stands between that is many. */
function meantByThey(
  head: Word,
  sentence: number,
  names: ReadonlyMap<number, readonly Reference[]>,
  chains: Chains,
): readonly Reference[] | undefined {
  const { references, clusters } = chains
  const own = references.find((one) => one.sentence === sentence && one.head === head)
  if (!own) return undefined
  for (const at of [sentence, sentence - 1]) {
    const here = (names.get(at) ?? []).filter((one) => one.at < own.at)
    const lists = listsOf(here, chains).filter(([first]) => isSubject(first!))
    const list = lists.at(-1)
    if (!list) continue
    const others = references.filter((one) => one.at < own.at && one.at > list[0]!.at)
    const isCrowd = (one: Reference) => one.kind === 'nominal' && one.number === 'many' && one.role !== 'modifier'
    const meant = references.filter((one) => one.kind !== 'pronoun' && clusters.same(one.at, own.at))
    const isTheirs = meant.every((one) => list.some((member) => clusters.same(member.at, one.at)))
    return isTheirs && !others.some(isCrowd) ? list : undefined
  }
  return undefined
}

/** Names side by side: "Norvik and Talvik", "Ana Ruiz, Jan Roe and Lea Moss"; each a different one. */
function listsOf(names: readonly Reference[], chains: Chains): Reference[][] {
  const { trees } = chains.reader
  const firstOf = ({ head, sentence }: Reference): Word => {
    const tree = trees[sentence]!
    let word = head
    for (let up = tree.head(word); up && isRelation(word, 'appos', 'flat', 'nmod:desc', 'conj'); up = tree.head(word))
      word = up
    return word
  }
  return [...groupBy(names, firstOf).values()]
    .map((list) => distinct(list, chains))
    .filter(
      (list) =>
        list.length > 1 && areOfOneType(list) && list.slice(1).every((one) => isJoined(one, trees[one.sentence]!)),
    )
}

/** One of a list after its first. */
const isJoined = ({ head }: Reference, tree: Tree): boolean =>
  [head, ...tree.ancestors(head).slice(0, 1)].some((word) => isRelation(word, 'conj'))

const distinct = (names: readonly Reference[], { clusters }: Chains): Reference[] => {
  const seen = new Set<number>()
  return names.filter(({ at }) => !seen.has(clusters.of(at)) && Boolean(seen.add(clusters.of(at))))
}

const isSubject = ({ role }: Reference): boolean => role === 'subject' || role === 'passive'

const areOfOneType = (names: readonly Reference[]): boolean => names.every(({ type }) => type === names[0]!.type)

const fits = ({ type, gender, role }: Reference, wanted: Wanted): boolean =>
  role !== 'modifier' &&
  (wanted.types.size === 0 || wanted.types.has(type!)) &&
  !(wanted.gender && (gender === 'm' || gender === 'f') && gender !== wanted.gender)
