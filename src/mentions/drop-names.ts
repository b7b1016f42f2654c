import type { Word } from '../model/document.ts'
import { type Candidate, type Reader, type Refiner, textOfCandidate, wordsOf } from './candidate.ts'

/** What only looks like a name: a compass point, an abbreviation like "AI", a weekday, a common phrase in the capitals of a headline. */
export const dropNames: Refiner = (candidates, reader) =>
  candidates.filter((candidate) => candidate.kind !== 'name' || Boolean(candidate.known) || isName(candidate, reader))

function isName(candidate: Candidate, reader: Reader): boolean {
  const { nameWords } = reader.knowledge
  const { words } = reader.sentences[candidate.sentence]!
  const text = textOfCandidate(reader, candidate)
  const [before, after] = [words[candidate.first - 2], words[candidate.last]]
  if (candidate.first === candidate.last) {
    const isShouted = text === text.toUpperCase() && before?.form !== ','
    if (nameWords.has('never', text) && (candidate.type === 'WORK' || isShouted)) return false
    // "Northeast and Southeast Asia", "Northeast Asian"
    const isCut =
      after && (after.upos === 'CCONJ' || /^\p{Lu}/u.test(after.form)) && before?.form.toLowerCase() !== 'the'
    if (isCut && candidate.type === 'PLACE' && nameWords.has('compass', text)) return false
  }
  if (isJustNouns(words.slice(candidate.first - 1, candidate.last), after, reader)) return false
  const isCapitalAnyway =
    isHeadline(words) || (candidate.last === 1 && candidate.type !== 'PERSON' && candidate.type !== 'PLACE')
  return !isCapitalAnyway || !isCommonElsewhere(candidate, reader)
}

/** "Trade union" at the start of a sentence, "state weather": nothing that is not written small; a title alone. */
function isJustNouns(words: readonly Word[], after: Word | undefined, { knowledge }: Reader): boolean {
  const [first] = words
  if (words.length === 1)
    return knowledge.isTitle(first!.form) && !knowledge.isGiven(first!.form) && first!.upos === 'NOUN'
  const isSmall = ({ form }: Word) => /^\p{Ll}+$/u.test(form)
  if (!words.slice(1).every(isSmall)) return false
  if (isSmall(first!)) return words.every(({ upos }) => upos === 'NOUN')
  const isBeforeName = after !== undefined && /^\p{Lu}/u.test(after.form)
  const isStart = first!.index === 1 && (first!.upos !== 'PROPN' || isBeforeName)
  return isStart && knowledge.typeOfNoun(words.at(-1)!.form) !== undefined
}

/** A line without a full stop in which nearly every longer word has a capital. */
function isHeadline(words: readonly Word[]): boolean {
  if (/^[.?!]$/.test(words.at(-1)!.form)) return false
  const long = words.filter(({ form }) => /^\p{L}{4,}$/u.test(form))
  return long.length >= 2 && long.filter(({ form }) => /^\p{Lu}/u.test(form)).length >= 0.75 * long.length
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
