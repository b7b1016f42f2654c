import type { Reader } from '../mentions/candidate.ts'
import { groupBy } from '../model/group-by.ts'
import type { EntityType } from '../model/mention.ts'
import { remembered } from '../model/remembered.ts'
import type { Clusters } from './clusters.ts'
import { joinOthers } from './join-others.ts'
import type { Reference } from './reference.ts'

const UPPER_OR_DIGIT = /^[\p{Lu}\p{N}]/u
const WORDY = /^[\p{L}\p{N}]/u
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&]+s?$/u
const KIND_OF_PLACE =
  /(?<=\p{L}) (region|province|oblast|area|district|prefecture|governorate|county|front|state|city)$/u
const BETWEEN_WORDS = /[^\p{L}\p{N}&+]+/gu
const MARKS = /\p{M}/gu

/** Names that differ only in case, accents, dots and hyphens are one: "Kim Jong-un", "KIM JONG UN". */
export const nameKey = remembered((text) =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, '')
    .replace(/[.']/g, '')
    .replace(BETWEEN_WORDS, ' ')
    .trim(),
)

/** "Kursk region", "Kursk province" → "Kursk": a common noun behind a place's name is not of it. */
export const properName = (text: string): string => text.replace(KIND_OF_PLACE, '')

/** A group of names under way: all with one key. */
interface Form {
  readonly key: string
  readonly words: readonly string[]
  readonly members: readonly Reference[]
  readonly type: EntityType | null
}

/**
 * Joins what is named alike: the same name, the same known entity, acronym and expansion, surname and full name.
 * Returns the positions of short names that fit two longer ones equally well and so are joined to none.
 */
export function groupNames(references: readonly Reference[], clusters: Clusters, reader: Reader): ReadonlySet<number> {
  const names = references.filter(({ kind }) => kind === 'name' || kind === 'demonym')
  joinBy(names, clusters, ({ known }) => known?.id)
  const plain = names.filter(({ kind, candidate }) => kind === 'name' && (candidate?.kind ?? 'name') === 'name')
  const keyOf = ({ text, type }: Reference) => nameKey(PLACES.has(type) ? properName(text) : text)
  const forms = [...groupBy(plain, (name) => `${coarse(name.type)} ${keyOf(name)}`).values()].map(
    (members): Form => ({
      key: keyOf(members[0]!),
      words: keyOf(members[0]!).split(' '),
      members,
      type: members[0]!.type,
    }),
  )
  for (const { members } of forms) for (const member of members) clusters.join(members[0]!.at, member.at)
  joinUntyped(forms, clusters)
  joinAcronyms(forms, clusters, reader)
  joinOthers(plain, clusters, reader)
  return joinShort(forms, clusters, reader)
}

function joinBy(names: readonly Reference[], clusters: Clusters, keyOf: (name: Reference) => string | undefined): void {
  for (const [key, members] of groupBy(names, keyOf)) {
    if (key !== undefined) for (const member of members) clusters.join(members[0]!.at, member.at)
  }
}

const PLACES: ReadonlySet<string | null> = new Set(['PLACE', 'COUNTRY', 'FACILITY'])
const ORGANIZATIONS: ReadonlySet<string | null> = new Set(['ORGANIZATION', 'GOVERNMENT', 'MILITARY_UNIT'])
const coarse = (type: EntityType | null) =>
  type === null ? '' : PLACES.has(type) ? 'LOC' : ORGANIZATIONS.has(type) ? 'ORG' : type === 'PERSON' ? 'PER' : 'MISC'

/** A name that is once a person's and once of no clear kind ("a Warhol") is one name. */
function joinUntyped(forms: readonly Form[], clusters: Clusters): void {
  for (const group of groupBy(forms, ({ key }) => key).values()) {
    const clear = group.filter(({ type }) => coarse(type) !== 'MISC')
    if (clear.length === 1) for (const { members } of group) clusters.join(clear[0]!.members[0]!.at, members[0]!.at)
  }
}

/** "Korean Central News Agency (KCNA)", or an acronym of a name that stands anywhere in the document. */
function joinAcronyms(forms: readonly Form[], clusters: Clusters, reader: Reader): void {
  const long = groupBy(
    forms
      .filter(({ words, type }) => words.length > 1 && type !== 'PERSON')
      .flatMap((form) => initials(form.members[0]!.text).map((letters) => ({ letters, form }))),
    ({ letters }) => letters,
  )
  for (const { members } of forms) {
    const [first] = members
    const letters = first!.text.replace(/[.\s]/g, '')
    if (!ACRONYM.test(letters)) continue
    const matches = (long.get(letters) ?? []).filter(
      ({ form }) =>
        coarse(form.type) === coarse(first!.type) || coarse(form.type) === 'MISC' || bracketed(form, members, reader),
    )
    if (matches.length === 0) matches.push(...longBefore(members, forms, letters, reader))
    const distinct = new Set(matches.map(({ form }) => clusters.of(form.members[0]!.at)))
    if (distinct.size === 1) clusters.join(matches[0]!.form.members[0]!.at, first!.at)
  }
}

/** "Musicians Union of Ghana (MUSIGA)": in brackets behind a body's name of three words, or behind any that has its letters in this order. */
function longBefore(short: readonly Reference[], forms: readonly Form[], letters: string, reader: Reader) {
  const isSpelled = (name: string) => {
    let at = 0
    for (const letter of name.toUpperCase()) if (letter === letters[at]) at++
    return at === letters.length && name[0]!.toUpperCase() === letters[0]
  }
  return forms
    .filter(({ words, type, members }) =>
      ORGANIZATIONS.has(type) && ORGANIZATIONS.has(short[0]!.type) && words.length > 2
        ? true
        : words.length > 1 && isSpelled(members[0]!.text),
    )
    .filter((form) => bracketed(form, short, reader))
    .map((form) => ({ letters, form }))
}

/** "Korean Central News Agency" → KCNA; with and without the small words. */
function initials(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((word) => WORDY.test(word))
  const big = words.filter((word) => UPPER_OR_DIGIT.test(word))
  return [...new Set([big, words].map((list) => list.map((word) => word[0]!.toUpperCase()).join('')))].filter(
    (letters) => letters.length > 1,
  )
}

/** One of the short names stands in brackets right behind one of the long ones. */
function bracketed(long: Form, short: readonly Reference[], { sentences }: Reader): boolean {
  return short.some((name) =>
    long.members.some((other) => {
      if (other.sentence !== name.sentence || name.core.first - other.core.last !== 2) return false
      return sentences[name.sentence]!.words[other.core.last]?.form === '('
    }),
  )
}

/** "Putin" after "Vladimir Putin", "Kim" after "Kim Jong Un", "Apple" after "Apple Inc.": only where one longer name fits. */
function joinShort(forms: readonly Form[], clusters: Clusters, reader: Reader): ReadonlySet<number> {
  const ambiguous = new Set<number>()
  const byWord = new Map<string, Form[]>()
  for (const form of forms) {
    for (const word of new Set(form.words)) byWord.set(word, [...(byWord.get(word) ?? []), form])
  }
  const shortest = [...forms].sort((a, b) => b.words.length - a.words.length)
  const keys = new Set(forms.filter(({ type }) => ORGANIZATIONS.has(type)).map(({ key }) => key))
  for (const form of shortest) {
    const longer = (byWord.get(form.words[0]!) ?? []).filter(
      (other) => other.words.length > form.words.length && !isMerged(other, keys) && isShortOf(form, other, reader),
    )
    const counts = new Map<number, number>()
    for (const { members } of longer) {
      const target = clusters.of(members[0]!.at)
      counts.set(target, (counts.get(target) ?? 0) + members.length)
    }
    const [most, next] = [...counts].sort((a, b) => b[1] - a[1])
    if (!most) continue
    if (!next || most[1] >= FAR_MORE * next[1]) clusters.join(most[0], form.members[0]!.at)
    else if (form.type === 'PERSON') for (const { at } of form.members) ambiguous.add(at)
  }
  return ambiguous
}

/** "Dorn Savia" beside both "Dorn" and "Savia": a firm made of two is neither. */
function isMerged({ words, type }: Form, keys: ReadonlySet<string>): boolean {
  if (!ORGANIZATIONS.has(type)) return false
  return words.some((_, at) => at > 0 && keys.has(words.slice(0, at).join(' ')) && keys.has(words.slice(at).join(' ')))
}

/** A bare family name is that of the one whom the text names this many times as often in full. */
const FAR_MORE = 4

function isShortOf(short: Form, long: Form, reader: Reader): boolean {
  if (coarse(short.type) !== coarse(long.type) || !inSequence(short.words, long.words)) return false
  if (long.type === 'PERSON') {
    const genders = new Set(
      [...short.members, ...long.members]
        .map(({ gender }) => gender)
        .filter((gender) => gender === 'm' || gender === 'f'),
    )
    if (genders.size > 1) return false
    const [word] = short.words
    if (short.words.length > 1 || word === long.words.at(-1) || word === long.words[0]) return true
    return !reader.knowledge.isGiven(short.members[0]!.text) // "Echeverría" after "Javier Echeverría Múgica"
  }
  if (short.type === 'FACILITY' && long.type === 'FACILITY' && short.words.every((word, at) => word === long.words[at]))
    return true // "St Anne's" after "St Anne's Hospital"
  const isEnd = short.words.every((word, at) => word === long.words.at(at - short.words.length))
  if (isEnd && short.type === 'FACILITY' && long.type === 'FACILITY' && short.words.length >= WHOLE) return true
  if (coarse(long.type) === 'LOC') return isGeneric(short, long, reader) || isRiver(short, long, reader)
  if (long.members[0]!.type !== short.members[0]!.type) return false
  if (OPENED.has(long.type)) return isEnd
  // an organisation is shortened to its first words ("Aju" of "Aju Press"), or to the last with an article ("the Front")
  if (short.words.every((word, at) => word === long.words[at])) return true
  // "Terra Viva" of "Instituto Terra Viva"
  const isOpened = reader.knowledge.nameWords.opens(long.words.slice(0, -short.words.length)) === 'ORGANIZATION'
  const isClub = /^\p{Lu}{2,4} /u.test(long.members[0]!.text) // "Kiel" of "THW Kiel"
  return (
    isEnd && (isOpened || isClub || isSide(short, reader) || short.members.every((name) => articleBefore(name, reader)))
  )
}

/** So many words of a building's name are no common noun: "Museum of War" of "Memorial Museum of War". */
const WHOLE = 3

/** "Herons" after "Bay Herons": a word for several that such names do not end in. */
const isSide = ({ words: [word, ...more] }: Form, { knowledge }: Reader): boolean =>
  more.length === 0 && /[^s]s$/.test(word!) && knowledge.nameWords.isHead([word!]) === undefined

/** "the Lufira" after "Lufira River". */
const isRiver = (short: Form, long: Form, reader: Reader): boolean =>
  short.words.length === long.words.length - 1 &&
  short.words.every((word, at) => word === long.words[at]) &&
  reader.knowledge.nameWords.isHead([long.words.at(-1)!]) === 'PLACE' &&
  short.members.every((name) => articleBefore(name, reader))

/** "the Peninsula" after "Korean Peninsula": a place by the word that its name ends in. */
const isGeneric = ({ words: [word, ...more], members }: Form, long: Form, reader: Reader): boolean =>
  more.length === 0 &&
  word === long.words.at(-1) &&
  reader.knowledge.nameWords.isHead([word!]) === 'PLACE' &&
  members.every((name) => articleBefore(name, reader))

/** "Storm Maren" is "Maren" as well. */
const OPENED: ReadonlySet<string | null> = new Set(['EVENT', 'VESSEL'])

const articleBefore = ({ sentence, core }: Reference, { sentences }: Reader) =>
  sentences[sentence]!.words[core.first - 2]?.form.toLowerCase() === 'the'

function inSequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length
}
