import type { Word } from '../model/document.ts'
import { CAPITALISED, UPPER } from '../text/letters.ts'
import { type Candidate, type Reader, type Refiner, textOfCandidate, wordsOf } from './candidate.ts'
import { COMPATRIOT } from './common-mentions.ts'
import { isHeadline } from './headline.ts'

const ALL_LOWER = /^\p{Ll}+$/u
const LETTER = /^\p{L}/u

/** What only looks like a name: a compass point, an abbreviation like "AI", a weekday, "the Swede", a common phrase in the capitals of a headline. */
export const dropNames: Refiner = (candidates, reader) => {
  const compatriots = candidates.filter(({ method }) => method === COMPATRIOT)
  return candidates.filter(
    (candidate) =>
      candidate.kind !== 'name' ||
      (candidate.known && !isPortfolio(candidate, reader)) ||
      (!compatriots.some((one) => isHead(candidate, one)) && isName(candidate, reader)),
  )
}

const isHead = (name: Candidate, { sentence, last }: Candidate): boolean =>
  name.sentence === sentence && name.first === last && name.last === last

function isName(candidate: Candidate, reader: Reader): boolean {
  const { nameWords } = reader.knowledge
  const { words } = reader.sentences[candidate.sentence]!
  const text = textOfCandidate(reader, candidate)
  const [before, after] = [words[candidate.first - 2], words[candidate.last]]
  if (candidate.first === candidate.last) {
    const isShouted = text === text.toUpperCase() && before?.form !== ','
    if (nameWords.has('never', text) && (candidate.type === 'WORK' || isShouted)) return false
    // "Northeast and Southeast Asia", "Northeast Asian"
    const isCut = after && (after.upos === 'CCONJ' || UPPER.test(after.form)) && before?.form.toLowerCase() !== 'the'
    if (isCut && candidate.type === 'PLACE' && nameWords.has('compass', text)) return false
  }
  if (isRegional(candidate, words)) return false
  if (isOffice(candidate, words, reader) || isPortfolio(candidate, reader)) return false
  if (isTitleOfNext(candidate, words, reader) || isSmallWord(candidate, reader)) return false
  if (isJustNouns(words.slice(candidate.first - 1, candidate.last), after, reader)) return false
  // "Baker elected mayor": a trade that begins the sentence
  const isTrade = candidate.last === 1 && reader.knowledge.typeOfNoun(text.toLowerCase()) === 'PERSON'
  if (isTrade && !reader.knowledge.isGiven(text) && isCommonElsewhere(candidate, reader)) return false
  const isCapitalAnyway =
    isHeadline(words) || (candidate.last === 1 && candidate.type !== 'PERSON' && candidate.type !== 'PLACE')
  return !isCapitalAnyway || !isCommonElsewhere(candidate, reader)
}

/** "Flemish" before a noun, "a Papuan", "the Catalans": adjectives and people of lands that are no states. */
function isRegional({ first, last }: Candidate, words: readonly Word[]): boolean {
  const [before, word, next] = [words[first - 2], words[first - 1]!, words[last]]
  if (first !== last) return false
  if (word.upos === 'ADJ' && word.deprel === 'amod') return next?.upos === 'NOUN' && !UPPER.test(next.form)
  if (/^an?$/i.test(before?.form ?? '')) return next?.upos !== 'NOUN' && PEOPLE.test(word.form)
  return /^the$/i.test(before?.form ?? '') && /^NNP?S$/.test(word.xpos) && PEOPLES.test(word.form)
}
const PEOPLE = /\p{Ll}(?:an|ese|ish)$/u
const PEOPLES = /\p{Ll}(?:ans|ards)$/u

/** The "Defence" of "Minister of Defence Lea Moss". */
function isOffice({ type, first, last }: Candidate, words: readonly Word[], { knowledge }: Reader): boolean {
  const [title, of, next] = [words[first - 3], words[first - 2], words[last]]
  const isNamed = type !== 'PERSON' && type !== 'PLACE' && next?.upos === 'PROPN'
  return isNamed && of?.form === 'of' && title !== undefined && knowledge.isTitle(title.form)
}

/** The "Labour" of "Labour Minister Ana Ruiz". */
function isPortfolio({ sentence, first, last }: Candidate, { sentences, knowledge }: Reader): boolean {
  const { words } = sentences[sentence]!
  const next = words[last]
  if (first !== last || !next || !UPPER.test(next.form) || !knowledge.isTitle(next.form)) return false
  return knowledge.nameWords.has('portfolios', words[first - 1]!.form)
}

/** "Justice" Lea Moss, "Insurer" Halden: a common noun in a capital, right before a name. */
function isTitleOfNext({ first, last }: Candidate, words: readonly Word[], { knowledge }: Reader): boolean {
  const [word, next] = [words[first - 1]!, words[last]]
  if (first !== last || next?.upos !== 'PROPN' || !CAPITALISED.test(word.form)) return false
  const noun = word.form.toLowerCase()
  if (knowledge.isTitle(noun)) return !knowledge.isGiven(word.form)
  return first === 1 && knowledge.typeOfNoun(noun) !== undefined
}

/** "krona": a small word in a text that writes its names with capitals. */
function isSmallWord(candidate: Candidate, reader: Reader): boolean {
  const words = wordsOf(reader, candidate)
  if (!words.every(({ form, xpos }) => ALL_LOWER.test(form) || xpos === 'POS') || !isWellCased(reader)) return false
  return reader.knowledge.named(words.map(({ form }) => form[0]!.toUpperCase() + form.slice(1)).join(' ')).length === 0
}

function isWellCased(reader: Reader): boolean {
  const known = cased.get(reader)
  if (known !== undefined) return known
  const firsts = reader.sentences.map(({ words }) => words.find(({ form }) => LETTER.test(form))?.form ?? 'A')
  const isCased = reader.sentences.length >= 5 && firsts.every((form) => UPPER.test(form))
  cased.set(reader, isCased)
  return isCased
}
const cased = new WeakMap<Reader, boolean>()

/** "Trade union" at the start of a sentence, "state weather": nothing that is not written small; a title alone. */
function isJustNouns(words: readonly Word[], after: Word | undefined, { knowledge }: Reader): boolean {
  const [first] = words
  if (words.length === 1)
    return knowledge.isTitle(first!.form) && !knowledge.isGiven(first!.form) && first!.upos === 'NOUN'
  const isSmall = ({ form }: Word) => ALL_LOWER.test(form)
  if (!words.slice(1).every(isSmall)) return false
  if (isSmall(first!)) return words.every(({ upos }) => upos === 'NOUN')
  const isBeforeName = after !== undefined && UPPER.test(after.form)
  const isStart = first!.index === 1 && (first!.upos !== 'PROPN' || isBeforeName)
  return isStart && knowledge.typeOfNoun(words.at(-1)!.form) !== undefined
}

/** The same words stand somewhere else in the document without capitals and as common words. */
function isCommonElsewhere(candidate: Candidate, reader: Reader): boolean {
  const forms = wordsOf(reader, candidate).map(({ form }) => form.toLowerCase())
  return reader.sentences.some(({ words }) =>
    words.some(
      (word, at) =>
        word.form === forms[0] &&
        forms.every((form, step) => words[at + step]?.form === form) &&
        (forms.length > 1 || word.upos !== 'PROPN'),
    ),
  )
}
