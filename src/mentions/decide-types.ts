import { groupBy } from '../model/group-by.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation } from '../nlp/tree.ts'
import type { Typed } from './candidate.ts'
import { type Candidate, type Reader, type Refiner, textOfCandidate, wordsOf } from './candidate.ts'
import { ENGINE, type Evidence } from './evidence.ts'
import { JOINED } from './extend-names.ts'
import { QUOTED } from './find-again.ts'
import { formEvidence } from './form-evidence.ts'
import { lendTypes } from './lend-types.ts'
import { callerOf, nounEvidence } from './noun-evidence.ts'
import { headOf } from './noun-phrase.ts'
import { placeEvidence } from './place-evidence.ts'
import { spelled } from './spelled.ts'

const HAS_LOWER = /\p{Ll}/u

/** A finer type has what speaks for its kind as well. */
const KIND: Partial<Record<EntityType, EntityType>> = {
  GOVERNMENT: 'ORGANIZATION',
  MILITARY_UNIT: 'ORGANIZATION',
  COUNTRY: 'PLACE',
  FACILITY: 'PLACE',
  AGREEMENT: 'WORK',
  WEAPON: 'WORK',
  VESSEL: 'WORK',
  EVENT: 'WORK',
}
const ENGINE_TYPES = { PER: 'PERSON', LOC: 'PLACE', ORG: 'ORGANIZATION', MISC: 'WORK' } as const

type Points = Map<EntityType, number>
/**
 * One type for each name of a document: the engine and the gazetteer, its form, what stands at all its places, and then its neighbours in lists and the longer
 * names of which it is part give points. What is said at one place counts there once more, so that "Porto won in Porto" has a club and a city.
 */
export const decideTypes: Refiner = (candidates, reader) => {
  const names = candidates.filter((one): one is Typed => one.kind === 'name' && one.type !== null)
  const open = names.filter((name) => !isTold(name, reader))
  const ballot = new Ballot(open, reader)
  const first = new Map(names.map((name) => [name, ballot.has(name) ? ballot.typeOf(name) : name.type]))
  lendTypes(names, first, ballot, reader)
  for (const name of open) {
    const own = headOf(reader.sentences[name.sentence]!.words, name)
    const nameAt = (heads: readonly number[]) =>
      heads.length === 0 ? undefined : names.find((other) => other !== name && isAt(other, name, heads))
    const partner = nameAt(listedWith(name, reader))
    const called = nameAt(callerOf(own, reader.trees[name.sentence]!, reader))
    if (partner) ballot.add(name, kindOf(first.get(partner)!), partner.known?.capitalOf ? CAPITAL : NEIGHBOUR)
    if (called) ballot.add(name, kindOf(first.get(called)!), CALLED)
  }
  const types = agreed(open, ballot)
  return candidates.map((candidate) => {
    const name = candidate as Typed
    return types.has(name) ? retyped(name, types.get(name)!, reader) : candidate
  })
}

/** The type at each place; where nothing is said of the name itself it is what most of the places say that do: one vote each. */
function agreed(names: readonly Typed[], ballot: Ballot): Map<Typed, EntityType> {
  const types = new Map(names.map((name) => [name, ballot.typeOf(name)]))
  for (const [text, same] of groupBy(names, ballot.textOf)) {
    const told = same.filter((name) => ballot.isTold(name, types.get(name)!))
    const most = told.length > 0 ? commonest(told.map((name) => types.get(name)!)) : undefined
    if (!most) continue
    for (const name of same)
      if (!told.includes(name) && !(types.get(name) === 'PERSON' && ballot.isBorne(text))) types.set(name, most)
  }
  return types
}

/** What stands there more often than anything else. */
function commonest(types: readonly EntityType[]): EntityType | undefined {
  const [first, second] = [...groupBy(types, (type) => type)].sort(([, a], [, b]) => b.length - a.length)
  return second && second[1].length === first![1].length ? undefined : first?.[0]
}
/** What stands in a list with others (a capital stands with bodies too, for its government), and what is another name of one. */
const NEIGHBOUR = 1.5
const CAPITAL = 0.5
const CALLED = 4
/** Crafts and arms come in lists of their own kind; a bridge, a ministry, a country say no more than place and body. */
const kindOf = (type: EntityType): EntityType => (KIND[type] === 'WORK' ? type : (KIND[type] ?? type))
const isAt = (other: Typed, { sentence }: Typed, heads: readonly number[]) =>
  other.sentence === sentence && heads.some((index) => other.first <= index && index <= other.last)

/** The words of the name say what it is ("Calder Group", "Typhoon Marisol"), or it is a country by its name. */
function isTold(name: Typed, reader: Reader): boolean {
  if (name.method === JOINED || name.method === QUOTED) return true
  if (name.known) return name.known.type === 'COUNTRY' && name.type === 'COUNTRY' && name.first < name.last
  if (reader.knowledge.named(textOfCandidate(reader, name)).length > 0) return false
  if (name.method === 'gazetteer') return true
  if (nounEvidence(name, reader).some(({ type, weight }) => type !== name.type && weight > ENGINE)) return false // "the charity Hale Bridge"
  return reader.knowledge.nameWords.typeOf(wordsOf(reader, name).map(({ form }) => form)) === name.type
}

/** The points of every string, and at every place. */
class Ballot {
  private readonly tallies = new Map<string, Tally>()
  private readonly local = new Map<Typed, readonly Evidence[]>()
  private readonly written = new Map<Candidate, string>()

  constructor(
    names: readonly Typed[],
    private readonly reader: Reader,
  ) {
    for (const name of names) {
      const text = this.textOf(name)
      const tally = this.tallies.get(text) ?? { engine: new Map(), once: new Map(), places: new Map(), count: 0 }
      if (tally.count++ === 0) {
        give(tally.engine, engineSays(name))
        give(tally.once, [...gazetteerSays(name, text, reader), ...formEvidence(name, reader)])
      }
      this.tallies.set(text, tally)
      const said = placeEvidence(name, reader)
      this.local.set(name, said)
      give(tally.places, said)
    }
  }

  readonly textOf = (name: Candidate): string => {
    const text = this.written.get(name) ?? spelled(textOfCandidate(this.reader, name))
    this.written.set(name, text)
    return text
  }

  has(name: Typed): boolean {
    return this.local.has(name)
  }

  /** Something is said at this place that speaks for the type. */
  isTold(name: Typed, type: EntityType): boolean {
    return this.local.get(name)!.some((said) => said.weight > 0 && (said.type === type || said.type === KIND[type]))
  }

  /** It is known to be a person's: somebody is called so in full. */
  isBorne(text: string): boolean {
    return (this.tallies.get(text)!.once.get('PERSON') ?? 0) >= 2
  }

  texts(): Iterable<string> {
    return this.tallies.keys()
  }

  /** Points for all places of a string. */
  addAll(text: string, type: EntityType, weight: number): void {
    give(this.tallies.get(text)!.once, [{ type, weight }])
  }

  /** Points for one place, and so for the others. */
  add(name: Typed, type: EntityType, weight: number): void {
    give(this.tallies.get(this.textOf(name))!.places, [{ type, weight }])
  }

  /**
   * The type with the most points at this place; the engine's own stays unless something speaks for another. What many places say counts by the root of
   * their number.
   */
  typeOf(name: Typed): EntityType {
    const { engine, once, places, count } = this.tallies.get(this.textOf(name))!
    const said: Points = new Map(once)
    for (const [type, weight] of places) add(said, type, weight / Math.sqrt(count))
    if (count > 1) give(said, this.local.get(name)!)
    const points: Points = new Map(engine)
    for (const [type, weight] of said) add(points, type, weight)
    const first = engine.size > 0 ? best([...points.keys()], engine) : undefined
    const running = [...points.keys()].filter(
      (type) => type === first || first === undefined || withKind(said, type) >= LEAST,
    )
    const named = running.filter((type) => !KIND[type] || (said.get(type) ?? 0) > 0)
    return best(named.length > 0 ? named : running, points)
  }
}
interface Tally {
  readonly engine: Points
  /** What is said of the string itself, and at its places. */
  readonly once: Points
  readonly places: Points
  count: number
}
/** So much must speak for a type that the engine does not see. */
const LEAST = 0.7

const withKind = (points: Points, type: EntityType): number =>
  (points.get(type) ?? 0) + (KIND[type] ? (points.get(KIND[type]) ?? 0) : 0)
const byPoints = (points: Points) => (a: EntityType, b: EntityType) =>
  withKind(points, b) - withKind(points, a) || Number(Boolean(KIND[a])) - Number(Boolean(KIND[b])) || a.localeCompare(b)

function best(types: readonly EntityType[], points: Points): EntityType {
  const compare = byPoints(points)
  return types.reduce((first, type) => (compare(type, first) < 0 ? type : first))
}

const add = (points: Points, type: EntityType, weight: number): void => {
  points.set(type, (points.get(type) ?? 0) + weight)
}

function give(points: Points, evidence: readonly Evidence[]): void {
  for (const { type, weight } of evidence) add(points, type, weight)
}

/** Its points, shared out as the chances are. */
function engineSays({ votes, type, score, method }: Typed): Evidence[] {
  if (!votes) return method === 'gazetteer' ? [] : [{ type, weight: ENGINE * score }]
  const sum = Object.values(votes).reduce((all, vote) => all + vote, 0)
  return Object.entries(votes).map(([key, vote]) => ({
    type: ENGINE_TYPES[key as keyof typeof ENGINE_TYPES],
    weight: (ENGINE * vote) / sum,
  }))
}

/** What has this name: sure for several words, a country or a capital; a surname that is known. */
function gazetteerSays({ first, last, known: own }: Typed, text: string, { knowledge }: Reader): Evidence[] {
  const named = knowledge.named(text)
  const known = named.length === 0 && own ? [own] : named
  const surnames = knowledge.bySurname(text).length > 0 ? [{ type: 'PERSON', weight: 2 } as const] : []
  const isSure = first < last || known.some(({ type, capitalOf }) => type === 'COUNTRY' || capitalOf)
  const weightOf = (type: EntityType) =>
    isSure ? SURELY : type === 'ORGANIZATION' && HAS_LOWER.test(text) ? RATHER : LIKELY
  const share = Math.max(1, known.length)
  return [...known.map(({ type }) => ({ type, weight: weightOf(type) / share })), ...surnames]
}

const SURELY = 4
const LIKELY = 2.5
/** Of one word, where people have such names too: "Wagner", "Verdi". */
const RATHER = 1.2

/** The heads of what it is listed with, the nearest last. */
function listedWith(name: Typed, { sentences, trees }: Reader): number[] {
  const tree = trees[name.sentence]!
  const own = headOf(sentences[name.sentence]!.words, name)
  const above = isRelation(own, 'conj') ? tree.head(own) : undefined
  return [...(above ? [above, ...tree.childrenBy(above, 'conj')] : []), ...tree.childrenBy(own, 'conj')].map(
    ({ index }) => index,
  )
}

function retyped(candidate: Typed, type: EntityType, reader: Reader): Candidate {
  const kept = KIND[candidate.type] === type && !candidate.known ? candidate.type : type
  if (kept === candidate.type) return candidate
  const known = reader.knowledge.named(textOfCandidate(reader, candidate)).filter((entity) => entity.type === kept)
  const { known: _, ...rest } = candidate
  return { ...rest, type: kept, method: 'evidence', ...(known.length === 1 ? { known: known[0]! } : {}) }
}
