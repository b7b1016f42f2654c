import type { Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import type { EntityType } from '../model/mention.ts'
import { CAPITALISED, LOWER, UPPER } from '../text/letters.ts'
import { type Candidate, inOrder, isMeeting, type Reader, type Refiner } from './candidate.ts'
import { isHeadline } from './headline.ts'
import type { Knowledge } from './knowledge.ts'

const NUMBER = /^\d+\p{Lu}?$/u

/** A name takes in the words that open it ("Typhoon" Marisol, "Treaty on" …), its last word (Calder "Group"), its number ("3rd" Brigade, Luna "-25"), and what it is one with. */
export const extendNames: Refiner = (candidates, reader) => {
  const names = candidates.filter(({ kind, known, method }) => kind === 'name' && !known && method !== 'gazetteer')
  const rest = candidates.filter((candidate) => !names.includes(candidate))
  const owned = new Set(names.flatMap((name) => ownersIn(name, reader)))
  return [
    ...rest,
    ...[...groupBy(names, ({ sentence }) => sentence).values()].flatMap((own) =>
      extendAll(own.sort(inOrder), owned, reader),
    ),
  ]
}

/** "Hawke Bay" of "Hawke's Bay": what is of a name where a possessive stands inside one. */
function ownersIn({ sentence, first, last }: Candidate, { sentences }: Reader): string[] {
  if (last - first < 2) return []
  const words = sentences[sentence]!.words.slice(first - 1, last)
  return words.flatMap(({ xpos }, at) =>
    xpos === 'POS' && at > 0 && words[at + 1] ? [`${words[at - 1]!.form} ${words[at + 1]!.form}`] : [],
  )
}

function extendAll(apart: readonly Candidate[], owned: ReadonlySet<string>, reader: Reader): Candidate[] {
  const done: Candidate[] = []
  for (const name of joined(apart, owned, reader)) {
    const longer = EXTENSIONS.reduce((whole, extend) => extend(whole, reader), name)
    while (done.length > 0 && isMeeting(done.at(-1)!, longer)) done.pop() // "Typhoon" alone
    done.push(longer)
  }
  return done
}

const EXTENSIONS = [withOpening, withCompound, withRank, withNumber, withLegalForm, withHead, withOrdinal]

/** The longest opening of at most four words that stands right before the name. */
function withOpening(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  for (let size = Math.min(4, name.first - 1); size > 0; size--) {
    const before = words.slice(name.first - 1 - size, name.first - 1)
    if (!UPPER.test(before[0]!.form)) continue
    const type = knowledge.nameWords.opens(before.map(({ form }) => form))
    if (!type) continue
    const isBound = LOWER.test(before.at(-1)!.form) || type === 'EVENT' || type === 'VESSEL'
    if (isBound || before.every(({ upos }) => upos === 'PROPN')) return { ...name, first: name.first - size }
  }
  return name
}

/** "Reykjanes" Geothermal hf, "Alvor" Pesca S.A.: words in capitals up to a legal form. */
function withLegalForm(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  if (words[name.last]?.form === '&' && /^(Co\.?|Sons|Partners|Company)$/.test(words[name.last + 1]?.form ?? ''))
    return { ...name, last: name.last + 2, type: 'ORGANIZATION', method: JOINED } // "Hale & Co."
  for (let at = name.last; at <= name.last + 2; at++) {
    const word = words[at]
    if (!word || !UPPER.test(words[at - 1]!.form)) return name
    const isForm = UPPER.test(word.form) || SMALL_FORM.test(word.form)
    if (isForm && at > name.last && knowledge.nameWords.has('legal', word.form))
      return { ...name, last: at + 1, type: 'ORGANIZATION', method: JOINED }
  }
  return name
}
/** Legal forms that are written small and are no other words. */
const SMALL_FORM = /^(plc|e?hf)$/

/** "Lindauer" Group, "Air Accident" Board, "Hale" Report: the word behind it is what such names end in. */
function withHead(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  const next = words[name.last]
  if (!next || !CAPITALISED.test(next.form)) return name
  if (name.type === 'WORK' && knowledge.nameWords.isHead([next.form]) !== 'WORK') return name
  if (knowledge.nameWords.has('companies', next.form)) return { ...name, last: name.last + 1, type: 'ORGANIZATION' }
  const type = knowledge.nameWords.isHead([next.form])
  const isEnd = /^(PROPN|NOUN)$/.test(next.upos) && !UPPER.test(words[name.last + 1]?.form ?? '')
  return type && HEADED.has(type) && isEnd && !isHeadline(words) ? { ...name, last: name.last + 1, type } : name
}
const HEADED: ReadonlySet<EntityType> = new Set([
  'ORGANIZATION',
  'GOVERNMENT',
  'MILITARY_UNIT',
  'FACILITY',
  'AGREEMENT',
  'WORK',
])

/** "Police" Ombudsman: one word that such names end in takes in the one compounded to it. */
function withCompound(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  const [before, own] = [words[name.first - 2], words[name.last - 1]!]
  const isWhole = name.first === name.last && before?.head === own.index && before.deprel === 'compound'
  const type = isWhole && CAPITALISED.test(before.form) ? knowledge.nameWords.isHead([own.form]) : undefined
  return type && HEADED.has(type) ? { ...name, first: name.first - 1 } : name
}

/** "Pope" Leo, "Queen" Maud: how a ruler of one name is called. */
function withRank(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const before = sentences[name.sentence]!.words[name.first - 2]
  const isRanked = before?.upos === 'PROPN' && RANKS.test(before.form) && knowledge.isTitleOfName(before.form)
  return isRanked && name.type === 'PERSON' && name.first === name.last ? { ...name, first: name.first - 1 } : name
}
const RANKS = /^(Pope|Queen|King|Prince|Princess|Emperor|Saint|St\.?)$/

/** The "444th" of a brigade. */
function withOrdinal(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  const before = words[name.first - 2]
  if (!before || !/^\d+(st|nd|rd|th)$/.test(before.form)) return name
  const forms = words.slice(name.first - 2, name.last).map(({ form }) => form)
  return knowledge.nameWords.typeOf(forms) === 'MILITARY_UNIT' ? { ...name, first: name.first - 1 } : name
}

function withNumber(name: Candidate, { sentences, knowledge }: Reader): Candidate {
  const { words } = sentences[name.sentence]!
  const [mark, number] = words.slice(name.last, name.last + 2)
  const noun = words[name.first - 2]
  const isCraft = noun?.upos === 'NOUN' && /^(VESSEL|WEAPON)$/.test(knowledge.typeOfNoun(noun.lemma) ?? '')
  if (
    (name.type === 'WORK' || isCraft) &&
    mark?.upos === 'NUM' &&
    /^\d{1,3}$/.test(mark.form) &&
    number?.upos !== 'NOUN'
  )
    return { ...name, last: name.last + 1 } // "Chang'e 6", the trawler "Fu Yuan 88"
  const isGlued = mark && number && mark.start === words[name.last - 1]!.end && number.start === mark.end
  return isGlued && /^[-‐‑–]$/.test(mark.form) && NUMBER.test(number.form) ? { ...name, last: name.last + 2 } : name
}

/** The method of a name that was put together and so has its type. */
export const JOINED = 'joined'

/** Two names that are one: "Doyle" v. "Kent" is a case, "EU"-"Mercosur Agreement" an agreement, "Hale" & "Moss" a firm, "Pilots"' "Association" a body. */
function joined(
  names: readonly Candidate[],
  owned: ReadonlySet<string>,
  { sentences, knowledge }: Reader,
): Candidate[] {
  const whole: Candidate[] = []
  for (const name of names) {
    const before = whole.at(-1)
    const { words } = sentences[name.sentence]!
    const mark = before && before.last === name.first - 2 ? words[name.first - 2] : undefined
    if (before && isOwner(before, name, owned, words)) {
      whole.splice(-1, 1, { ...name, first: before.first })
      continue
    }
    if (before && isOnePerson(before, name, words, knowledge)) {
      whole.splice(-1, 1, { ...before, last: name.last, type: 'PERSON', method: JOINED })
      continue
    }
    const type = mark && typeOfPair(before!, mark.form, name, words, knowledge)
    if (type) whole.splice(-1, 1, { ...name, first: before!.first, type, method: JOINED })
    else whole.push(name)
  }
  return whole
}

/** "Hawke's" "Bay Herons" beside "Hawke's Bay". */
function isOwner(before: Candidate, name: Candidate, owned: ReadonlySet<string>, words: readonly Word[]): boolean {
  const at = name.first - 1
  if (words[at - 1]?.xpos !== 'POS' || (before.last !== at && before.last !== at - 1)) return false
  return owned.has(`${words[at - 2]!.form} ${words[at]!.form}`)
}

/** "Marijke" ten "Broeke-Sluiter", "Ana Ruiz"-"Moss": a full name in two parts, of which at least one is a person's for the engine. */
function isOnePerson(before: Candidate, name: Candidate, words: readonly Word[], { nameWords }: Knowledge): boolean {
  if (before.type !== 'PERSON' && name.type !== 'PERSON') return false
  const between = words.slice(before.last, name.first - 1)
  if (between.length === 0 || between.length > 2) return false
  const isSmall = ({ form, upos }: Word) =>
    LOWER.test(form) && nameWords.has('particles', form) && !/^(VERB|AUX)$/.test(upos)
  if (between.every(isSmall)) return true
  const [mark] = between
  const isGlued = mark!.start === words[before.last - 1]!.end && words[name.first - 1]!.start === mark!.end
  return isGlued && /^[-‐‑]$/.test(mark!.form) && before.first < before.last && name.first === name.last
}

function typeOfPair(
  before: Candidate,
  mark: string,
  name: Candidate,
  words: readonly Word[],
  { nameWords }: Knowledge,
) {
  if (/^['’]$/.test(mark) && name.first === name.last && before.type !== 'PERSON')
    return nameWords.isHead([words[name.first - 1]!.form]) === 'ORGANIZATION' ? 'ORGANIZATION' : undefined
  if (mark === '&') return before.type === 'PLACE' || name.type === 'PLACE' ? undefined : 'ORGANIZATION'
  if (/^vs?\.$/.test(mark)) return before.type === 'PERSON' || name.type === 'PERSON' ? 'EVENT' : undefined
  if (!/^[-‐‑–]$/.test(mark) || name.first === name.last) return undefined
  const type = nameWords.typeOf(words.slice(name.first - 1, name.last).map(({ form }) => form))
  return type === 'AGREEMENT' || type === 'EVENT' ? type : undefined
}
