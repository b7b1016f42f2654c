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
  return !isHeadline(words) || !isCommonElsewhere(candidate, reader)
}

/** A line without a full stop in which nearly every longer word has a capital. */
function isHeadline(words: readonly Word[]): boolean {
  const long = words.filter(({ form }) => /^\p{L}{4,}$/u.test(form))
  if (long.length < 2 || /^[.?!]$/.test(words.at(-1)!.form)) return false
  return long.filter(({ form }) => /^\p{Lu}/u.test(form)).length >= 0.75 * long.length
}

/** The same words stand somewhere else in the document without capitals and as common words. */
function isCommonElsewhere(candidate: Candidate, reader: Reader): boolean {
  const forms = wordsOf(reader, candidate).map(({ form }) => form.toLowerCase())
  return reader.sentences.some(({ words }) =>
    words.some(
      (word, at) =>
        word.form === forms[0] &&
        forms.every((form, step) => words[at + step]?.form === form) &&
        words.slice(at, at + forms.length).every(({ upos }) => upos !== 'PROPN'),
    ),
  )
}
