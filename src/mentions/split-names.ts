import { type Candidate, type Reader, type Refiner, textOfCandidate, wordsOf } from './candidate.ts'
import { JOINED } from './extend-names.ts'

const UPPER_WORD = /^\p{Lu}\p{L}/u

/** Two names that the engine took for one: "Miramar California", "Enron / Azurix", "Russia-Ukraine". */
export const splitNames: Refiner = (candidates, reader) =>
  candidates.flatMap((candidate) => {
    if (candidate.kind !== 'name' || candidate.first === candidate.last) return [candidate]
    return (
      atDash(candidate, reader) ??
      atMark(candidate, reader) ??
      atWord(candidate, reader) ??
      atArticle(candidate, candidates, reader) ??
      atCountry(candidate, reader) ??
      beforeState(candidate, reader) ?? [candidate]
    )
  })

const part = (candidate: Candidate, first: number, last: number): Candidate => ({ ...candidate, first, last })

/** "ORSK - Fighters": a dash with blanks around it is none of a name's. */
function atDash(candidate: Candidate, reader: Reader): Candidate[] | undefined {
  const words = wordsOf(reader, candidate)
  const at = words.findIndex(
    ({ form, start }, place) => /^[–—-]$/.test(form) && start > (words[place - 1]?.end ?? start),
  )
  if (at <= 0 || (words[at + 1]?.start ?? words[at]!.end) === words[at]!.end) return undefined
  return [part(candidate, candidate.first, candidate.first + at - 1)]
}

/** A slash parts names; a hyphen only names of which each is known for itself, and not the whole ("Guinea-Bissau"). */
function atMark(candidate: Candidate, reader: Reader): Candidate[] | undefined {
  const words = wordsOf(reader, candidate)
  const at = words.findIndex(({ form }) => /^[/‐‑–—-]$/.test(form))
  if (at <= 0 || at === words.length - 1) return undefined
  const mark = candidate.first + at
  const sides = [part(candidate, candidate.first, mark - 1), part(candidate, mark + 1, candidate.last)]
  const isParted = words[at]!.form === '/' ? startsNames(sides, reader) : isKnownPair(candidate, sides, reader)
  return isParted ? sides.flatMap((side) => atMark(side, reader) ?? [side]) : undefined
}

const startsNames = (sides: readonly Candidate[], reader: Reader) =>
  sides.every((side) => UPPER_WORD.test(textOfCandidate(reader, side)))

const isKnownPair = (whole: Candidate, sides: readonly Candidate[], reader: Reader) =>
  reader.knowledge.named(textOfCandidate(reader, whole)).length === 0 &&
  sides.every((side) =>
    reader.knowledge
      .named(textOfCandidate(reader, side))
      .some(({ type, nouns }) => type === 'COUNTRY' || nouns[0] === 'capital'),
  )

/** "Red Cross and Oxfam", of which one is known for itself; "Royal Museum in Orsk". */
function atWord(candidate: Candidate, reader: Reader): Candidate[] | undefined {
  if (candidate.type === 'PERSON' || candidate.type === 'WORK') return undefined
  const words = wordsOf(reader, candidate)
  const at = words.findIndex(({ form }, place) => place > 0 && /^(and|in)$/.test(form))
  if (at < 0 || at === words.length - 1) return undefined
  const middle = candidate.first + at
  if (words[at]!.form === 'and' && words[at + 1]!.form === 'of' && at + 2 < words.length)
    return [part(candidate, candidate.first, middle - 1), part(candidate, middle + 2, candidate.last)] // "members of Unity and of ACT"
  const sides = [part(candidate, candidate.first, middle - 1), part(candidate, middle + 1, candidate.last)]
  const known = sides.map((side) => reader.knowledge.named(textOfCandidate(reader, side)).map(({ type }) => type))
  if (words[at]!.form === 'and') return known.some((types) => types.includes('ORGANIZATION')) ? sides : undefined
  const isPlace = known[1]!.includes('PLACE') || known[1]!.includes('COUNTRY')
  return isPlace && at > 1 ? [sides[0]!, { ...sides[1]!, type: 'PLACE' }] : undefined
}

/** "Norway's Parat": the country and what is of it. */
function atCountry(candidate: Candidate, reader: Reader): Candidate[] | undefined {
  const words = wordsOf(reader, candidate)
  const at = words.findIndex(({ xpos }) => xpos === 'POS')
  if (at < 1 || at === words.length - 1) return undefined
  const owner = part(candidate, candidate.first, candidate.first + at - 1)
  const rest = part(candidate, candidate.first + at + 1, candidate.last)
  const isCountry = reader.knowledge.named(textOfCandidate(reader, owner)).some(({ type }) => type === 'COUNTRY')
  return isCountry ? [{ ...owner, type: 'PLACE' }, rest] : undefined
}

/** "awarded Tram the Order of Merit": the one is a person named in full elsewhere. */
function atArticle(candidate: Candidate, names: readonly Candidate[], reader: Reader): Candidate[] | undefined {
  if (candidate.type === 'PERSON') return undefined
  const words = wordsOf(reader, candidate)
  const at = words.findIndex(({ form }, place) => place > 0 && form === 'the')
  if (at < 1 || at === words.length - 1) return undefined
  const before = words[at - 1]!.form
  const isPerson = names.some(
    (name) =>
      name.kind === 'name' &&
      name.type === 'PERSON' &&
      name.last - name.first >= at &&
      wordsOf(reader, name).at(-1)!.form === before,
  )
  const rest = part(candidate, candidate.first + at + 1, candidate.last)
  return isPerson
    ? [{ ...part(candidate, candidate.first, candidate.first + at - 1), type: 'PERSON' }, rest]
    : undefined
}

/** A place with its state or country behind it and no comma between. */
function beforeState(candidate: Candidate, reader: Reader): Candidate[] | undefined {
  const { knowledge } = reader
  if (candidate.type !== 'PLACE' || knowledge.stateNamed(textOfCandidate(reader, candidate))) return undefined
  for (let size = Math.min(2, candidate.last - candidate.first); size > 0; size--) {
    const state = part(candidate, candidate.last - size + 1, candidate.last)
    if (!knowledge.stateNamed(textOfCandidate(reader, state))) continue
    const place = part(candidate, candidate.first, state.first - 1)
    const comma = wordsOf(reader, place).at(-1)!.form === ','
    const plain = comma ? part(place, place.first, place.last - 1) : place
    const forms = wordsOf(reader, plain).map(({ form }) => form)
    // "Bank Indonesia", "Radio Kenya"
    const isBody = knowledge.nameWords.isHead([forms.at(-1) ?? '']) === 'ORGANIZATION'
    if (isBody && !comma) return [{ ...candidate, type: 'ORGANIZATION', method: JOINED }]
    const isTown =
      forms.length > 0 && knowledge.nameWords.mayBeTown(forms) && !knowledge.countryOfAdjective(forms.at(-1)!)
    return isTown ? [plain, state] : undefined
  }
  return undefined
}
