import { groupBy } from '../model/group-by.ts'
import type { EntityType } from '../model/mention.ts'
import { type Candidate, inOrder, isMeeting, type Reader, type Refiner, textOfCandidate } from './candidate.ts'
import type { Known } from './knowledge.ts'
import { GUESSED } from './known-names.ts'

const ACRONYM = /^[\p{Lu}.]{3,}$/u

/** Engine names and gazetteer names made one list: the engine decides, unless the gazetteer knows a longer or the same name. */
export const joinKnown: Refiner = (candidates, reader) => {
  const known = groupBy(
    candidates.filter(({ method }) => method === 'gazetteer'),
    ({ sentence }) => sentence,
  )
  const rest = candidates.filter(({ method, kind }) => method !== 'gazetteer' && kind !== 'name')
  const peoples = groupBy(
    rest.filter(({ method }) => method.startsWith('demonym')),
    ({ sentence }) => sentence,
  )
  const names = candidates.filter(({ method, kind }) => method !== 'gazetteer' && kind === 'name')
  const kept = names.flatMap((name): Candidate[] => {
    if ((peoples.get(name.sentence) ?? []).some((people) => isWithin(name, people))) return [] // "North" of "North Korean"
    const rivals = (known.get(name.sentence) ?? []).filter((rival) => isMeeting(rival, name))
    const same = rivals.find(({ first, last }) => first === name.first && last === name.last)
    if (same) return [agreed(name, same, reader)]
    return rivals.some((rival) => rival.score > GUESSED && isWithin(name, rival)) ? [] : [name]
  })
  const taken = groupBy(kept, ({ sentence }) => sentence)
  const added = [...known.values()]
    .flat()
    .filter(
      (name) =>
        mayStandAlone(name, reader) && !(taken.get(name.sentence) ?? []).some((other) => isMeeting(other, name)),
    )
  return [...rest, ...kept, ...added]
}

/** One word is often a product or a common word: an organisation or a product of one word needs the engine's word for it, unless it is an acronym. */
const mayStandAlone = (name: Candidate, reader: Reader) =>
  (name.type !== 'ORGANIZATION' && name.type !== 'WORK') ||
  name.score === GUESSED ||
  name.first < name.last ||
  ACRONYM.test(textOfCandidate(reader, name))

const isWithin = (inner: Candidate, outer: Candidate) => outer.first <= inner.first && inner.last <= outer.last

/** What the gazetteer adds to a name the engine sees as well: who it is, when both agree on the kind of thing. */
function agreed(name: Candidate, same: Candidate, reader: Reader): Candidate {
  const all = reader.knowledge.named(textOfCandidate(reader, name))
  if (all.length === 0) return { ...name, type: same.type, ...(same.known ? { known: same.known } : {}) }
  const fitting = all.filter(({ type }) => fits(name.type!, type))
  const known =
    fitting.length > 0
      ? fitting.length === 1
        ? fitting[0]
        : undefined
      : all.length === 1 && isStronger(all[0]!, name)
        ? all[0]
        : undefined
  if (!known) return fitting.length > 1 ? { ...name, type: fitting[0]!.type } : name
  return { ...name, type: known.type, known, score: Math.max(name.score, 0.9) }
}

/** A country or capital, and an organisation taken for a place, are what the gazetteer says. */
const isStronger = ({ type, capitalOf }: Known, name: Candidate) =>
  name.type !== 'PERSON' && (type === 'COUNTRY' || capitalOf !== undefined || COARSE[type] === 'ORG')

const COARSE: Readonly<Record<EntityType, string>> = {
  PERSON: 'PER',
  ORGANIZATION: 'ORG',
  GOVERNMENT: 'ORG',
  MILITARY_UNIT: 'ORG',
  COUNTRY: 'LOC',
  PLACE: 'LOC',
  FACILITY: 'LOC',
  AGREEMENT: 'MISC',
  WEAPON: 'MISC',
  VESSEL: 'MISC',
  EVENT: 'MISC',
  WORK: 'MISC',
}
const fits = (a: EntityType, b: EntityType) => (a === 'WORK' && b !== 'ORGANIZATION') || COARSE[a] === COARSE[b]

/** Names never overlap names; nominals and demonyms give way to a name over the same words, and may hold one within. */
export const removeOverlaps: Refiner = (candidates) => {
  const kept: Candidate[] = []
  const rank = ({ kind, method }: Candidate) =>
    kind === 'name' ? 0 : method.startsWith('metonym') ? 0 : kind === 'pronoun' ? 1 : kind === 'metonym' ? 2 : 3
  const bySentence = groupBy(candidates, ({ sentence }) => sentence)
  for (const sentence of bySentence.values()) {
    const chosen: Candidate[] = []
    for (const one of [...sentence].sort(
      (a, b) => rank(a) - rank(b) || b.last - b.first - (a.last - a.first) || b.score - a.score || a.first - b.first,
    )) {
      if (chosen.every((other) => !isMeeting(one, other) || (one.kind === 'nominal' && canNest(one, other))))
        chosen.push(one)
    }
    kept.push(...chosen)
  }
  return kept.sort(inOrder)
}

/** One strictly inside the other. */
const canNest = (a: Candidate, b: Candidate) =>
  a.last - a.first !== b.last - b.first &&
  ((a.first <= b.first && a.last >= b.last) || (b.first <= a.first && b.last >= a.last))
