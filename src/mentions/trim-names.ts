import type { Word } from '../model/document.ts'
import { LOWER, UPPER } from '../text/letters.ts'
import type { Candidate, Reader, Refiner } from './candidate.ts'
import { isHeadline } from './headline.ts'
import type { Knowledge } from './knowledge.ts'

const LOWER_WORD = /^\p{Ll}{2,}$/u
const ALL_LOWER = /^\p{Ll}+$/u
const MARK = /^\p{P}$/u
const SHOUTED = /^\p{Lu}{2,}$/u
const NO_NAME = /^['’]s?$|^[\p{P}\p{S}]+$|^(the|an?)$/iu

/** A name begins and ends with a word of its own: no article, no trailing 's, no title before a person, no small word or mark at its edges. */
export const trimNames: Refiner = (candidates, reader) =>
  candidates.flatMap((candidate) => {
    if (candidate.kind !== 'name' || candidate.known) return [candidate]
    const { words } = reader.sentences[candidate.sentence]!
    const word = (at: number) => words[at - 1]!
    let { first, last } = candidate
    last = beforeInfinitive(candidate, words)
    while (last > first && (isTail(word(last), words) || isKind(word(last), word(last - 1), reader))) last--
    while (last > first && (isLead(word(first), word(first + 1), reader) || isBeforeKind(first, last, words, reader)))
      first++
    const forms = words.slice(first - 1, last).map(({ form }) => form)
    if (forms.includes(')') && !forms.includes('(')) return []
    if (candidate.type === 'WORK' && word(last).upos === 'ADJ') return [] // "neo-Nazi", "Catholic": of a kind, not a name
    if (candidate.type === 'PERSON') first = afterTitle(candidate, first, last, reader)
    if (isTrade(candidate, first, last, candidates, reader)) first++
    if (first === last && NO_NAME.test(word(first).form)) return []
    return [{ ...candidate, first, last }]
  })

const isTail = (word: Word, words: readonly Word[]) =>
  isPossessive(word, words) || isSmall(word) || (MARK.test(word.form) && !/^[.)!?%]$/.test(word.form))

/** In a headline what somebody is "to do" stands in capitals too. */
function beforeInfinitive({ type, first, last }: Candidate, words: readonly Word[]): number {
  if (type === 'WORK') return last
  for (let at = first + 1; at <= last; at++)
    if (words[at - 1]!.form === 'to' && words[at]?.upos !== 'DET' && isHeadline(words)) return at - 1
  return last
}

/** The "union" behind "GMB", the "front" behind a known place: a common noun that says what body it is, or what is there. */
function isKind(word: Word, before: Word, { knowledge }: Reader): boolean {
  if (!LOWER.test(word.form) || !UPPER.test(before.form)) return false
  const type = knowledge.typeOfNoun(word.lemma)
  const isPlace = knowledge.named(before.form).some((known) => known.type === 'PLACE' || known.type === 'COUNTRY')
  return type === 'ORGANIZATION' || (isPlace && type === undefined)
}

/** "The", a quotation mark, "union" before "Unite"; the A of "A. S. Byatt" and "A Coruña" is of the name. */
const isLead = (word: Word, next: Word, { knowledge }: Reader) =>
  /^the$/i.test(word.form) ||
  /^(a|an)$/.test(word.form) ||
  (/^(A|An)$/.test(word.form) && word.upos === 'DET' && word.index === 1) ||
  /^[“”"'‘’(,]$/.test(word.form) ||
  isSmall(word) ||
  (((isCommon(word) && knowledge.genderOfGiven(word.form[0]!.toUpperCase() + word.form.slice(1)) === undefined) ||
    knowledge.typeOfNoun(word.form) !== undefined) &&
    (UPPER.test(next.form) || next.form === 'of')) ||
  (SHOUTED.test(word.form) && UPPER.test(next.form) && knowledge.typeOfNoun(word.form.toLowerCase()) === 'ORGANIZATION') // "NGO"

/** "French automaker Ninomiya", taken whole: what says of the common noun behind it of what country it is. */
function isBeforeKind(first: number, last: number, words: readonly Word[], { knowledge }: Reader): boolean {
  const noun = words[first]!
  return (
    first + 1 < last &&
    LOWER_WORD.test(noun.form) &&
    UPPER.test(words[first + 1]!.form) &&
    knowledge.typeOfNoun(noun.form) !== undefined
  )
}

/** "Treaty on", "and Mali": lower-case words that only join others. */
const isSmall = ({ form, upos }: Word) =>
  ALL_LOWER.test(form) &&
  ['ADP', 'CCONJ', 'SCONJ', 'AUX', 'PRON', 'DET'].includes(upos) &&
  !/^(de|di|da|van|von|al|el|bin)$/.test(form)

/** A tagger may take "antimalarial" before a name for one; "bin" and "van der" are shorter. */
const isCommon = ({ form, upos }: Word) =>
  LOWER_WORD.test(form) && (upos === 'NOUN' || upos === 'ADJ' || (upos === 'PROPN' && form.length > LONGEST_PARTICLE))
const LONGEST_PARTICLE = 5

/** The 's of an owner; in "at Wendy's" it is of the name. */
const isPossessive = (word: Word, words: readonly Word[]) =>
  word.xpos === 'POS' && (words[word.head - 1]?.deprel.startsWith('nmod:poss') ?? false)

/** "Soprano Ruiz sings" of somebody who is "Ana Ruiz" elsewhere: a capital that begins a sentence makes a trade no part of a name. */
function isTrade(
  { sentence, type }: Candidate,
  first: number,
  last: number,
  candidates: readonly Candidate[],
  { sentences, knowledge }: Reader,
): boolean {
  if (type === 'WORK' || first !== 1 || first === last) return false
  if (type === 'PERSON' && last > first + 1 && isProfession(sentences[sentence]!.words[0]!, knowledge)) return true
  const word = (one: Candidate['sentence'], at: number) => sentences[one]!.words[at - 1]!.form
  const trade = word(sentence, 1)
  if (knowledge.nameWords.has('trades', trade) && UPPER.test(word(sentence, 2))) return true // "Chipmaker Belcor"
  const kind = knowledge.typeOfNoun(trade.toLowerCase())
  if (knowledge.isGiven(trade) || knowledge.isTitle(trade) || (kind !== 'PERSON' && kind !== 'ORGANIZATION'))
    return false
  // "Brewer Hale to close" of a firm that is "Hale" elsewhere
  const isOtherwiseCalled = (one: Candidate) =>
    one.kind === 'name' &&
    (one.type === 'PERSON' || one.first === one.last) &&
    word(one.sentence, one.last) === word(sentence, last) &&
    word(one.sentence, one.first) !== trade
  return candidates.some(isOtherwiseCalled)
}

/** "Seismologist" Ana Ruiz; "Baker" and "Piper" are given names too. */
const isProfession = ({ form }: Word, knowledge: Knowledge): boolean =>
  knowledge.typeOfNoun(form.toLowerCase()) === 'PERSON' &&
  !knowledge.isGiven(form) &&
  knowledge.genderOfGiven(form) === undefined

/** "Russian President Vladimir Putin", taken whole, is the name from "Vladimir"; "Queen Elizabeth" and "Dean Martin" stay. */
function afterTitle({ sentence }: Candidate, first: number, last: number, { sentences, knowledge }: Reader): number {
  const forms = sentences[sentence]!.words.slice(first - 1, last).map(({ form }) => form)
  for (let size = Math.min(4, forms.length - 1); size > 0; size--) {
    const title = forms.slice(0, size).join(' ')
    if (knowledge.isTitle(title) && !knowledge.isTitleOfName(title) && !knowledge.isGiven(title)) return first + size
  }
  return first
}
