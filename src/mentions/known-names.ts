import type { Word } from '../model/document.ts'
import { CAPITALISED, LOWER, UPPER } from '../text/letters.ts'
import { type Candidate, isMeeting, type Reader } from './candidate.ts'
import { isHeadline } from './headline.ts'
import type { Known } from './knowledge.ts'
import type { NameWords } from './name-words.ts'
import { callerOf } from './noun-evidence.ts'
import { spelled } from './spelled.ts'

const CAPITAL = /^[\p{Lu}]/u
const ACRONYM = /^\p{Lu}{3,}$/u
const WORDY = /^[\p{L}\p{N}]/u
const NAME = /^\p{Lu}\p{Ll}+$/u
const LOWER_WORD = /^\p{Ll}{3,}$/u

/** How sure a name is that only the words around it show; it gives way to what the engine sees. */
export const GUESSED = 0.6

/** Names of the gazetteer, the longest at each place, where the words are names by their tags. */
export function knownNames(reader: Reader): Candidate[] {
  const found: Candidate[] = []
  const { knowledge, document } = reader
  reader.sentences.forEach(({ words }, sentence) => {
    const isShouted = isHeadline(words) || !words.some(({ form }) => LOWER_WORD.test(form))
    for (let first = 1; first <= words.length; first++) {
      if (!mayBegin(words[first - 1]!)) continue
      const most = isGlued(words, first) ? knowledge.longestName : knowledge.longestFrom(words[first - 1]!.form)
      for (let last = Math.min(words.length, first + most); most > 0 && last >= first; last--) {
        if (words[last - 1]!.upos === 'PUNCT' && words[last - 1]!.form.length === 1) continue
        const text = document.text.slice(words[first - 1]!.start, words[last - 1]!.end)
        if (text.length > 60) continue
        const known = knowledge.named(text)
        if (known.length === 0 || !isName(words.slice(first - 1, last), known, isShouted)) continue
        const [only] = known
        const isLed = first < last && words[first - 1]!.form.toLowerCase() === 'the' // "The New York Times"
        const isOne = known.length === 1
        found.push(
          named(sentence, isLed ? first + 1 : first, last, only!.type, isOne ? 0.85 : 0.7, isOne ? only : undefined),
        )
        first = last
        break
      }
    }
  })
  const outlet = publisherNames(reader)
  return [
    ...found.filter((name) => !outlet.some((whole) => isMeeting(whole, name))),
    ...outlet,
    ...shortCountries(found, reader),
    ...headNames(reader),
    ...numberedUnits(reader),
    ...headedNames(reader),
    ...craftNames(reader),
    ...calledNames(reader),
  ]
}

/** The outlet of the article by its whole name: "OSLO (Low Countries Wire) -". */
function publisherNames({ document, sentences }: Reader): Candidate[] {
  const { name } = document.article.source
  if (!name.includes(' ')) return []
  const found: Candidate[] = []
  for (let at = document.text.indexOf(name); at >= 0; at = document.text.indexOf(name, at + name.length)) {
    const sentence = sentences.findIndex(({ sentence: { start, end } }) => start <= at && at < end)
    const { words } = sentences[sentence] ?? { words: [] }
    const first = words.find(({ start }) => start === at)
    const last = words.find(({ end }) => end === at + name.length)
    if (first && last) found.push(named(sentence, first.index, last.index, 'ORGANIZATION', 0.85))
  }
  return found
}

/** "the North" in a text about one country of which that is the first word. */
function shortCountries(names: readonly Candidate[], { sentences, knowledge }: Reader): Candidate[] {
  const byFirst = new Map<string, Known>()
  for (const { known } of names) {
    const [first, second] = known?.type === 'COUNTRY' ? known.name.split(' ') : []
    if (first && second && knowledge.nameWords.has('compass', first)) byFirst.set(first, known!)
  }
  if (byFirst.size === 0) return []
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap(({ index, form }): Candidate[] => {
      const known = byFirst.get(form)
      const isAlone = words[index - 2]?.form.toLowerCase() === 'the' && !CAPITAL.test(words[index]?.form ?? '')
      return known && isAlone ? [named(sentence, index, index, known.type, 0.8, known)] : []
    }),
  )
}

/** "the General Staff", "the Supreme Court": common words for a body of the state that are written as a name. */
function headNames({ sentences, knowledge }: Reader): Candidate[] {
  // "Ukrainian", not "U.S.", which is part of the name
  const isPlainAdjective = (form: string) => knowledge.countryOfAdjective(form) && knowledge.named(form).length === 0
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap(({ index, form }): Candidate[] => {
      if (index === words.length || !beginsUpper(form) || !CAPITALISED.test(form)) return []
      for (const size of [3, 2]) {
        const forms = words.slice(index - 1, index - 1 + size).map(({ form }) => form)
        if (forms.length < size || !forms.every((form) => CAPITALISED.test(form))) continue
        const type = knowledge.nameWords.isHead(forms)
        const [before, after] = [words[index - 2], words[index - 1 + size]]
        const isOther = (word: Word | undefined) => word && UPPER.test(word.form) && !isPlainAdjective(word.form)
        const isWhole = !isOther(before) && !isOther(after)
        if (isWhole && (type === 'GOVERNMENT' || type === 'MILITARY_UNIT'))
          return [named(sentence, index, index + size - 1, type, 0.7)]
      }
      return []
    }),
  )
}

/** "the Fair Rents Bill", "the Ombudsman's Office": words in capitals up to one that such names end in, in a sentence that is no headline. */
function headedNames({ sentences, knowledge }: Reader): Candidate[] {
  const { nameWords } = knowledge
  return sentences.flatMap(({ words }, sentence) => {
    if (isHeadline(words)) return []
    const found: Candidate[] = []
    for (let first = 2; first < words.length; first++) {
      if (!isCapital(words[first - 1]) || isCapital(words[first - 2])) continue
      let last = first
      const isOwned = () => words[last]?.xpos === 'POS' && knowledge.named(words[last - 1]!.form).length === 0
      while (isCapital(words[last]) || (isOwned() && isCapital(words[last + 1]))) last++
      const forms = words.slice(first - 1, last).map(({ form }) => form)
      const type = forms.length > 1 && forms.length <= 6 ? nameWords.isHead([forms.at(-1)!]) : undefined
      if (type && isBody(type, forms.at(-1)!, nameWords)) found.push(named(sentence, first, last, type, GUESSED))
      first = last
    }
    return found
  })
}
const isBody = (type: Known['type'], head: string, nameWords: NameWords) =>
  type === 'ORGANIZATION'
    ? nameWords.has('companies', head) || nameWords.has('bodies', head)
    : type === 'AGREEMENT' || type === 'GOVERNMENT' || type === 'MILITARY_UNIT'
const isCapital = (word: Word | undefined) =>
  word !== undefined && CAPITALISED.test(word.form) && /^(PROPN|NOUN|ADJ)$/.test(word.upos)

/** "96 Skarv missiles", "Grad rockets": a name right before what it is. */
function craftNames({ sentences, knowledge }: Reader): Candidate[] {
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap(({ index, form, upos }): Candidate[] => {
      const next = upos === 'PROPN' ? words[index] : undefined
      const type = next?.upos === 'NOUN' ? knowledge.typeOfNoun(next.lemma) : undefined
      const isNamed = type && index > 1 && NAME.test(form) && words[index - 2]!.upos !== 'PROPN'
      if (!isNamed || (type !== 'WEAPON' && type !== 'VESSEL') || knowledge.countryOfAdjective(form)) return []
      return knowledge.named(form).length === 0 ? [named(sentence, index, index, type, GUESSED)] : []
    }),
  )
}

/** "the vaccine, known as M61": one word in a capital that is the name of what a noun of some type says. */
function calledNames(reader: Reader): Candidate[] {
  const { sentences, trees, knowledge } = reader
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap((word): Candidate[] => {
      if (!beginsUpper(word.form) || (word.upos !== 'PROPN' && word.upos !== 'NOUN')) return []
      const [head] = callerOf(word, trees[sentence]!, reader)
      const noun = head === undefined ? undefined : words[head - 1]
      if (noun?.upos !== 'NOUN' || trees[sentence]!.childrenBy(word, 'compound', 'flat').length > 0) return []
      const isProduct = knowledge.nameWords.has('products', noun.lemma)
      const type = isProduct ? 'WORK' : knowledge.typeOfNoun(noun.lemma)
      return type ? [named(sentence, word.index, word.index, type, GUESSED)] : []
    }),
  )
}

/** "the 444th Brigade", "the 3rd Assault Brigade". */
function numberedUnits({ sentences, knowledge }: Reader): Candidate[] {
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap(({ index, form }): Candidate[] => {
      if (!(form.charCodeAt(0) <= NINE) || !/^\d+(st|nd|rd|th)$/.test(form)) return []
      let last = index
      while (CAPITALISED.test(words[last]?.form ?? '')) last++
      const forms = words.slice(index - 1, last).map(({ form }) => form)
      const isUnit = last > index && last - index <= 4 && knowledge.nameWords.typeOf(forms) === 'MILITARY_UNIT'
      return isUnit ? [named(sentence, index, last, 'MILITARY_UNIT', 0.8)] : []
    }),
  )
}

const named = (
  sentence: number,
  first: number,
  last: number,
  type: Known['type'],
  score: number,
  known?: Known,
): Candidate => ({ sentence, first, last, kind: 'name', type, method: 'gazetteer', score, ...(known ? { known } : {}) })

/** The last of the characters that a number in digits begins with. */
const NINE = '9'.charCodeAt(0)

/** "5" in "5G": the word goes on in the next one. */
const isGlued = (words: readonly Word[], index: number): boolean => {
  const next = words[index]
  return next !== undefined && next.start === words[index - 1]!.end && WORDY.test(next.form)
}

const mayBegin = ({ form, upos }: Word) => beginsUpper(form) || upos === 'PROPN' || form.startsWith('al-')

/** One word must be tagged as a name or stand as an acronym ("WHO") or noun ("the Storting") among small letters; in several words one of them, or all begin with a capital. */
function isName(words: readonly Word[], known: readonly Known[], isShouted: boolean): boolean {
  if (words.some(({ upos }) => upos === 'PROPN')) return true
  const [word] = words
  if (words.length === 1) return !isShouted && (ACRONYM.test(word!.form) || (word!.upos === 'NOUN' && word!.index > 1))
  return words.every(({ form }) => !LOWER.test(form) || form.length < 4) && spelled(known[0]!.name).length > 5
}

/** "Russian" troops, "the Russians": the country meant by its adjective or its people's name. */
export function demonyms({ sentences, knowledge }: Reader): Candidate[] {
  const found: Candidate[] = []
  sentences.forEach(({ words }, sentence) => {
    for (let at = 0; at < words.length; at++) {
      if (!beginsUpper(words[at]!.form) || !knowledge.beginsDemonym(words[at]!.form)) continue
      for (const size of [3, 2, 1]) {
        const part = words.slice(at, at + size)
        if (part.length < size) continue
        const phrase = part.map(({ form }) => form).join(' ')
        const country = part.some(isAdjective) ? knowledge.countryOfAdjective(phrase) : undefined
        const people = country
          ? undefined
          : part.at(-1)!.xpos.endsWith('S')
            ? knowledge.countryOfPeople(phrase)
            : undefined
        const known = country ?? people
        if (!known) continue
        if (country && knowledge.named(phrase).length > 0) break // "U.S." is a name already
        const before = words[at - 1]
        if (before && beginsUpper(before.form) && knowledge.nameWords.has('compass', before.form)) break // "South American"
        found.push({
          sentence,
          first: at + 1,
          last: at + size,
          kind: 'metonym',
          type: 'COUNTRY',
          method: country ? 'demonym.adjective' : 'demonym.people',
          score: 0.9,
          known,
        })
        at += size - 1
        break
      }
    }
  })
  return found
}

/** Whether a word begins with a capital letter. */
function beginsUpper(form: string): boolean {
  const unit = form.charCodeAt(0)
  return unit < 128 ? unit >= 65 && unit <= 90 : UPPER.test(form)
}

/** "the Russian" as a language or a single person is left alone. */
const isAdjective = ({ upos, deprel }: Word) =>
  upos === 'ADJ' || (['PROPN', 'NOUN'].includes(upos) && /^(amod|compound|nmod)/.test(deprel))
