import type { Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import type { EntityType } from '../model/mention.ts'
import { CAPITALISED, UPPER } from '../text/letters.ts'
import { type Candidate, isMeeting, type Reader, type Refiner } from './candidate.ts'
import { isHeadline } from './headline.ts'
import type { Knowledge } from './knowledge.ts'

const SURNAME = /^\p{Lu}\p{L}{2,}$/u
const IN_TITLE = /^[\p{Lu}\p{N}'’,:&-]/u
const LETTER = /^\p{L}/u

/** The method of a name that is the whole of a quotation. */
export const QUOTED = 'quoted'

/** Titles in quotation marks made whole, and surnames and short names of what is named in full that the engine did not see where they stand alone. */
export const findAgain: Refiner = (candidates, reader) => {
  const titles = quotedTitles(reader)
  const kept = candidates.filter((one) => one.kind !== 'name' || !titles.some((title) => isMeeting(title, one)))
  return [...kept, ...titles, ...surnames(kept, reader), ...shortNames(kept, reader)]
}

/** “The Siege of Orsk”: two to eight words that all begin with a capital or are small, without a full stop of their own. */
function quotedTitles({ sentences, knowledge }: Reader): Candidate[] {
  return sentences.flatMap(({ words }, sentence) => {
    const found: Candidate[] = []
    for (const { index, form } of words) {
      if (!/^(["“]|``)$/.test(form)) continue
      const close = words.findIndex((word) => word.index > index && /^(["”]|'')$/.test(word.form))
      if (close < 0 || words[close + 1]?.form === '<') continue
      const isMark = (word: Word) => /^[,.]$/.test(word.form)
      const inside = words.slice(index, isMark(words[close - 1]!) ? close - 1 : close)
      // in the headline “Soldiers of the ‘Long March’” anything has capitals
      if (isTitle(inside) && !(LETTER.test(words[0]!.form) && isHeadline(words)))
        found.push({
          sentence,
          first: index + 1,
          last: index + inside.length,
          kind: 'name',
          type: typeBehind(words.slice(close + 1), knowledge) ?? 'WORK',
          method: QUOTED,
          score: 0.7,
        })
    }
    return found
  })
}

/** What a word that names end in says behind the quotation, or behind brackets there: “Pale Dawn” (Dawn) Brigade. */
function typeBehind(after: readonly Word[], { nameWords }: Knowledge): EntityType | undefined {
  const close = after[0]?.form === '(' ? after.findIndex(({ form }) => form === ')') : -1
  const next = after[close + 1]?.form ?? ''
  return CAPITALISED.test(next) ? nameWords.isHead([next]) : undefined
}

const isTitle = (words: readonly Word[]): boolean => {
  const capitals = words.filter(({ form }) => UPPER.test(form))
  return (
    words.length >= 2 &&
    words.length <= 8 &&
    capitals.length >= 2 &&
    UPPER.test(words[0]!.form) &&
    words.every(({ form, upos }) => IN_TITLE.test(form) || /^(ADP|DET|CCONJ|PART)$/.test(upos)) &&
    words.some(({ upos }) => upos === 'PROPN' || upos === 'NOUN') &&
    !words.some(({ upos }) => upos === 'AUX')
  )
}

/** "The Herons" after "Bay Herons", "the House" after "House of Lords", "the Lufira" after "Lufira River": the word of a name that says what it is, with its article, where nothing else has a capital; a body's one word again. */
function shortNames(names: readonly Candidate[], { sentences, knowledge }: Reader): Candidate[] {
  const types = new Map<string, EntityType>()
  for (const { kind, type, sentence, first, last } of names) {
    if (kind !== 'name' || !type || type === 'PERSON' || first === last) continue
    const words = sentences[sentence]!.words.slice(first - 1, last)
    const of = words.findIndex(({ form }) => form === 'of')
    const [word] = of > 0 ? words.slice(of - 1) : words.slice(-1)
    const full = knowledge.nameWords.typeOf(words.map(({ form }) => form))
    if (SURNAME.test(word!.form)) types.set(word!.form, full ?? type)
    const isRiver = type === 'PLACE' && words.length === 2 && knowledge.nameWords.isHead([word!.form]) === type
    if (isRiver && SURNAME.test(words[0]!.form)) types.set(words[0]!.form, type)
  }
  const bare = new Map<string, EntityType>()
  for (const { kind, type, sentence, first, last, known } of names)
    if (kind === 'name' && type === 'ORGANIZATION' && first === last && !known)
      bare.set(sentences[sentence]!.words[first - 1]!.form, type)
  if (types.size + bare.size === 0) return []
  const taken = takenBy(names)
  return sentences.flatMap(({ words }, sentence) => {
    if (isHeadline(words)) return []
    return words.flatMap(({ index, form, upos }): Candidate[] => {
      const [led, alone] = [types.get(form), bare.get(form)]
      if (!led && !alone) return []
      const isLed = /^the$/i.test(words[index - 2]?.form ?? '') && !UPPER.test(words[index]?.form ?? '')
      const isAlone = upos === 'PROPN' && ![words[index - 2], words[index]].some((word) => word?.upos === 'PROPN')
      const type = led && isLed ? led : isAlone && SURNAME.test(form) ? alone : undefined
      if (!type || (upos !== 'PROPN' && upos !== 'NOUN')) return []
      const one: Candidate = { sentence, first: index, last: index, kind: 'name', type, method: 'short', score: 0.7 }
      return (taken.get(sentence) ?? []).some((name) => isMeeting(name, one)) ? [] : [one]
    })
  })
}

const takenBy = (names: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> =>
  groupBy(
    names.filter(({ kind }) => kind === 'name'),
    ({ sentence }) => sentence,
  )

function surnames(names: readonly Candidate[], { sentences }: Reader): Candidate[] {
  const known = new Set<string>()
  for (const { kind, type, sentence, first, last } of names)
    if (kind === 'name' && type === 'PERSON' && first < last) known.add(sentences[sentence]!.words[last - 1]!.form)
  if (known.size === 0) return []
  const taken = takenBy(names)
  let forms: ReadonlySet<string> | undefined
  const isWritten = (form: string): boolean => {
    forms ??= new Set(sentences.flatMap(({ words }) => words.map((word) => word.form)))
    return forms.has(form)
  }
  return sentences.flatMap(({ words }, sentence) =>
    words.flatMap(({ index, form, upos }): Candidate[] => {
      if (!known.has(form)) return []
      const isAlone = words[index - 2]?.upos !== 'PROPN' && words[index]?.upos !== 'PROPN'
      const isWord = upos === 'PROPN' || (upos === 'NOUN' && !isWritten(form.toLowerCase()))
      if (!isWord || !isAlone || !SURNAME.test(form)) return []
      const one: Candidate = {
        sentence,
        first: index,
        last: index,
        kind: 'name',
        type: 'PERSON',
        method: 'surname',
        score: 0.7,
      }
      return (taken.get(sentence) ?? []).some((name) => isMeeting(name, one)) ? [] : [one]
    }),
  )
}
