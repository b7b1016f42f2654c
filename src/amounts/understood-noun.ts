import type { Analysis, Word } from '../model/document.ts'
import type { Quantity } from '../model/quantity.ts'
import { isRelation, Tree } from '../nlp/tree.ts'
import { singular } from './find-noun.ts'
import type { Understood } from './lookup.ts'

/**
 * The amounts of one sentence, with what is left out filled in. A bare number counts what the sentence counted last ("killed 31 people and
 * injured 60", "of the 90 crew, 12 were rescued", "15 of them", "bringing the total to 90"), else people where people are meant ("forty were
 * injured", "12 dead", "a crowd of 5,000"; the noun is null then); millions behind money are money ("a profit of 12 million").
 * `before` is the sentence before.
 */
export function withUnderstoodNouns(
  given: readonly Quantity[],
  analysis: Analysis,
  look: Understood,
  before: Analysis | undefined,
): Quantity[] {
  const listed: Quantity[] = []
  for (const quantity of given) listed.push(asListed(listed.at(-1), quantity, analysis))
  const quantities = listed.map((quantity, at) => inUnitOf(listed[at + 1], quantity, analysis))
  if (!quantities.some(isBare)) return quantities
  const tree = new Tree(analysis.words)
  let counted: Quantity | undefined
  let money: Quantity | undefined
  let measured: Quantity | undefined
  const all = quantities.map((quantity) => {
    if (quantity.kind === 'money') money = quantity
    if (quantity.kind === 'dimension' || quantity.kind === 'temperature') measured = quantity
    if (measured && !counted && isBare(quantity) && isFormer(tree, quantity))
      return { ...quantity, kind: measured.kind, unit: measured.unit }
    if (isBare(quantity)) {
      const meant = understood(quantity, { counted, money, before }, tree, look)
      if (!meant) return quantity
      if (meant.kind === 'count') counted ??= meant
      return meant
    }
    if (isCounted(quantity) && !isIncluded(quantity, tree, look)) counted = quantity
    return quantity
  })
  return all.map((quantity, at) => (isBare(quantity) ? ofThose(all[at + 1], quantity, analysis) : quantity))
}

/** "twelve of the 31 wounded": of people, when these are. */
function ofThose(next: Quantity | undefined, quantity: Quantity, { words }: Analysis): Quantity {
  if (next?.unit !== 'person' || next.noun !== null) return quantity
  const between = words.filter(({ start, end }) => start >= quantity.end && end <= next.start)
  return /^of(?: the)?$/.test(between.map(({ form }) => form).join(' '))
    ? { ...quantity, kind: 'count', unit: 'person' }
    : quantity
}

/**
 * "up from 40 to 55 euros", "fell from 200 million to 150 million dollars", "4 by 6 metres": one unit for both; "three Dutch and two Belgian
 * sailors": one noun.
 */
function inUnitOf(next: Quantity | undefined, quantity: Quantity, { sentence, words }: Analysis): Quantity {
  if (!next || quantity.kind !== 'number' || quantity.unit !== null || quantity.noun !== null) return quantity
  const between = words.filter(({ start, end }) => start >= quantity.end && end <= next.start)
  const link = between.length === 1 ? between[0]!.form.toLowerCase() : ''
  const isChange = link === 'to' && quantity.start > sentence.start
  const isMeasured = next.kind === 'money' || next.kind === 'percent' || next.kind === 'dimension'
  if ((isChange || (link === 'by' && next.kind === 'dimension')) && isMeasured)
    return { ...quantity, kind: next.kind, unit: next.unit }
  const [sort, ...links] = between
  const isSort = sort !== undefined && (sort.upos === 'ADJ' || sort.upos === 'PROPN')
  if (!isSort || links.length === 0 || !links.every(({ form }) => /^(?:and|or|,)$/i.test(form)) || !next.noun)
    return quantity
  const head = words.findLast((word) => word.end === next.noun!.end)
  return head && head.start > next.noun.start
    ? { ...quantity, kind: 'count', unit: next.unit, noun: { start: head.start, end: head.end } }
    : quantity
}

/** "aged 9, 12 and 15": all of them are ages. */
function asListed(before: Quantity | undefined, quantity: Quantity, { words }: Analysis): Quantity {
  if (before?.kind !== 'age' || quantity.kind !== 'number' || quantity.noun !== null || !(quantity.value! < 120))
    return quantity
  const between = words.filter(({ start, end }) => start >= before.end && end <= quantity.start)
  return between.length > 0 && between.every(({ form }) => /^(?:and|or|,)$/i.test(form))
    ? { ...quantity, kind: 'age', unit: before.unit }
    : quantity
}

interface Known {
  readonly counted: Quantity | undefined
  readonly money: Quantity | undefined
  readonly before: Analysis | undefined
}

function understood(
  quantity: Quantity,
  { counted, money, before }: Known,
  tree: Tree,
  look: Understood,
): Quantity | undefined {
  const at = tree.words.findIndex((word) => word.end > quantity.start)
  const last = tree.words.findLastIndex((word) => word.start < quantity.end)
  const [behind, next] = [tree.words[last + 1], tree.words[last + 2]]
  const isOthers = behind?.form === 'others'
  const stands = isOthers || (behind?.form === 'more' && next?.upos !== 'NOUN') // "two others", "two more were hurt"
  const number = stands ? behind : tree.words.slice(at, last + 1).findLast((word) => word.upos === 'NUM')
  if (counted) {
    const ofThem = behind?.form === 'of' && /^(?:them|those|whom|which)$/.test(next?.form ?? '')
    if (
      ofThem ||
      isOfWhich(tree, at) ||
      isOthers ||
      isTotal(tree, at, look) ||
      isOtherSide(tree, at, counted) ||
      standsAlone(number, tree)
    )
      return { ...quantity, kind: 'count', unit: counted.unit, noun: counted.noun }
  }
  if (isBallot(behind, next, tree.words[last + 3])) return { ...quantity, kind: 'count', unit: 'vote' }
  const numbered = numberedBy(number, tree, look)
  if (numbered) return { ...quantity, kind: 'count', ...numbered }
  if (
    money &&
    !counted &&
    /million|billion|trillion|\d ?(?:bn|m|mn|tn)$/i.test(quantity.text) &&
    behind?.upos !== 'NOUN'
  )
    return { ...quantity, kind: 'money', unit: money.unit }
  const people =
    isCrowd(tree, at, look) || ((isOthers || arePeople(number, tree, look)) && !tellsOfAnimals(tree, before, look))
  if (people) return { ...quantity, kind: 'count', unit: 'person' }
  return isMajority(tree, at) && quantity.min! >= LEAST_MAJORITY
    ? { ...quantity, kind: 'count', unit: 'vote' }
    : undefined
}

const isCounted = ({ kind, noun, unit }: Quantity): boolean => kind === 'count' && noun !== null && unit !== null

/** A whole number of nothing said. */
const isBare = ({ kind, unit, noun, min, max }: Quantity): boolean =>
  kind === 'number' && unit === null && noun === null && Number.isInteger(min ?? max) && (min ?? max)! > 1

/** "14 people, including six children" */
const isIncluded = ({ start }: Quantity, tree: Tree, look: Understood): boolean => {
  const at = tree.words.findIndex((word) => word.end > start)
  return [tree.words[at - 1], tree.words[at - 2]].some(
    (word) => word !== undefined && look.including.has(word.form.toLowerCase()),
  )
}

/** "bringing the total to 90" */
const isTotal = (tree: Tree, at: number, look: Understood): boolean =>
  /^(?:to|at|of)$/.test(tree.words[at - 1]?.form ?? '') && look.totals.has(tree.words[at - 2]?.form ?? '')

/** "by 51 votes to 49"; "300 jobs, up from 250", "against 410 last year" */
function isOtherSide(tree: Tree, at: number, { noun, end }: Quantity): boolean {
  const article = /^(?:the|an?)$/.test(tree.words[at - 1]?.form ?? '') && tree.words[at - 2]?.form === 'from' ? 1 : 0
  const [before, earlier] = [tree.words[at - 1 - article]?.form, tree.words[at - 2 - article]]
  if (before === 'to' && earlier?.end === (noun?.end ?? end)) return true
  return (
    before === 'against' ||
    (before === 'from' && (/^(?:up|down)$/.test(earlier?.form ?? '') || earlier?.end === (noun?.end ?? end))) ||
    (before === 'with' && earlier?.form === 'compared') ||
    // "double the 3,900 of last year"
    (before === 'the' && /^(?:double|triple|twice|times)$/.test(earlier?.form ?? ''))
  )
}

/** "38 animals, of which 31 were ill" */
const isOfWhich = (tree: Tree, at: number): boolean => {
  const link = tree.words[at - 2]?.form === 'of' ? at - 2 : at - 3 // "of whom about 31"
  return tree.words[link]?.form === 'of' && /^(?:which|whom|these|those|them)$/.test(tree.words[link + 1]?.form ?? '')
}

/** "4,300 hectares, up from 2,900"; "180 metres long and 32 wide" */
function isFormer({ words }: Tree, { start, end }: Quantity): boolean {
  const at = words.findIndex((word) => word.end > start)
  const behind = words.find((word) => word.start >= end)?.form ?? ''
  if (/^(?:deep|high|long|tall|thick|wide)$/.test(behind)) return true
  return words[at - 1]?.form === 'from' && /^(?:up|down)$/.test(words[at - 2]?.form ?? '')
}

/** "301 in favour, 220 against and 14 abstentions" */
const isBallot = (behind: Word | undefined, next: Word | undefined, third: Word | undefined): boolean =>
  (behind?.form === 'in' && /^favou?r$/.test(next?.form ?? '') && third?.form !== 'of') ||
  (behind?.form === 'against' && (next === undefined || next.upos === 'PUNCT' || next.upos === 'CCONJ'))

/** "a majority of 1,204" */
const isMajority = (tree: Tree, at: number): boolean =>
  tree.words[at - 1]?.form === 'of' && tree.words[at - 2]?.lemma.toLowerCase() === 'majority'
/** Fewer may be seats. */
const LEAST_MAJORITY = 200

/** "The number of bakers fell from 4,100 to 2,950": what the subject says is counted. */
function numberedBy(word: Word | undefined, tree: Tree, look: Understood): Pick<Quantity, 'unit' | 'noun'> | undefined {
  const verb = word && isRelation(word, 'obl', 'obj') ? tree.head(word) : undefined
  const subject = verb?.upos === 'VERB' ? tree.child(verb, 'nsubj') : undefined
  if (subject && look.crowds.has(subject.lemma.toLowerCase())) return { unit: 'person', noun: null } // "the population fell to 88,000"
  if (!subject || !look.totals.has(subject.lemma.toLowerCase())) return undefined
  const noun = tree.childrenBy(subject, 'nmod').find((one) => tree.child(one, 'case')?.form === 'of')
  return noun && /^NNP?S$/.test(noun.xpos)
    ? { unit: singular(noun), noun: { start: noun.start, end: noun.end } }
    : undefined
}

/** "a crowd of about 5,000" */
const isCrowd = (tree: Tree, at: number, look: Understood): boolean =>
  tree.words[at - 1]?.form === 'of' && look.crowds.has(tree.words[at - 2]?.form ?? '')

/** Subject or object, or before a participle or adjective of state ("twelve wounded", "60 injured"). */
function standsAlone(word: Word | undefined, tree: Tree): boolean {
  const head = word && tree.head(word)
  if (!word || !head || tree.child(word, 'cop')) return false
  if (isRelation(word, 'nsubj', 'obj')) return (head.upos === 'VERB' || isState(head)) && !isCopular(head, tree)
  if (isRelation(word, 'conj')) return head.upos !== 'NUM'
  return isRelation(word, 'nummod', 'compound') && isState(head) && head.index === word.index + 1
}

/** "forty were injured", "12 dead", "some 160 were taken to hospital" */
function arePeople(word: Word | undefined, tree: Tree, look: Understood): boolean {
  if (!word) return false
  const next = tree.words[word.index]
  if (next && look.harmedStates.has(next.form.toLowerCase())) return true
  const head = tree.head(word)
  if (!head || !isRelation(word, 'nsubj', 'obj')) return false
  if (isCopular(head, tree)) return look.harmedStates.has(head.form.toLowerCase())
  const lemma = head.lemma.toLowerCase()
  if (lemma !== 'take') return head.upos === 'VERB' && look.harmedVerbs.has(lemma)
  return tree.words.slice(head.index, head.index + 4).some(({ form }) => look.takenTo.has(form.toLowerCase()))
}

const tellsOfAnimals = (tree: Tree, before: Analysis | undefined, look: Understood): boolean =>
  [...tree.words, ...(before?.words ?? [])].some(({ lemma }) => look.animals.has(lemma.toLowerCase()))

const isCopular = (verb: Word, tree: Tree): boolean => tree.child(verb, 'cop') !== undefined
const isState = ({ upos, xpos }: Word): boolean => (upos === 'VERB' && xpos === 'VBN') || upos === 'ADJ'
