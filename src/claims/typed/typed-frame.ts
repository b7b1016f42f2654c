import type { EntityType } from '../../model/mention.ts'
import type { Frame, RelationType } from '../ontology.ts'

/** The properties of a frame that ask something of an event beside words in places (`frame-conditions.ts`). */
const ASKED = [
  'passiveOnly',
  'activeOnly',
  'agentless',
  'agentOnly',
  'content',
  'striven',
  'unlessAt',
  'unlessPlace',
  'unless',
  'whole',
  'part',
  'told',
  'with',
  'light',
  'by',
  'governor',
  'except',
  'unlessGovernor',
] as const satisfies readonly (keyof Frame)[]

/** One of them with its value. */
export type Asked = readonly [property: Askable, wanted: unknown]
export type Askable = (typeof ASKED)[number]

/** A frame with its type and its place in the ontology (earlier wins). */
export interface TypedFrame {
  readonly type: RelationType
  readonly frame: Frame
  readonly order: number
  /** Sets of places: without a word in one of each the frame cannot match. */
  readonly required: readonly (readonly string[])[]
  /** What it asks of an event beside words in places. */
  readonly asks: readonly Asked[]
  readonly subject: string
  readonly object: string | undefined
  readonly needs: readonly (readonly [name: string, path: string])[]
  readonly roles: readonly (readonly [role: string, path: string])[]
  readonly quantity: string | undefined
  readonly beside: boolean
  /** What is told as past does not hold any more. */
  readonly isState: boolean
  /** The types that its subject may be of, and whether words that are no entity will do. */
  readonly doing: readonly EntityType[]
  readonly mayBeText: boolean
  /** The classes of nouns that the paths to its subject ask for: such a word is the noun, however it is written ("Measles"). */
  readonly subjectNouns: readonly string[]
}

/** All in one shape, so that what is asked of each of thousands costs little. */
export function typedFrame(type: RelationType, frame: Frame, order: number): TypedFrame {
  const doing = type.domain.filter((one) => one !== 'TEXT')
  return {
    type,
    frame,
    order,
    required: requiredPlaces(frame),
    asks: ASKED.flatMap((property): Asked[] => (frame[property] ? [[property, frame[property]]] : [])),
    subject: frame.subject,
    object: frame.object,
    needs: Object.entries(frame.needs ?? {}),
    roles: Object.entries(frame.roles ?? {}),
    quantity: frame.quantity,
    beside: frame.beside ?? false,
    isState: (type.mode === 'F' || type.mode === 'S') && !type.past,
    doing,
    mayBeText: doing.length < type.domain.length,
    subjectNouns: nounClassesOf(frame.subject),
  }
}

const nounClassesOf = (path: string): string[] =>
  path
    .replace(/\?$/, '')
    .split('|')
    .flatMap((alternative) => alternative.split(':')[1]?.split('+') ?? [])
    .filter((name) => /^[a-z]/.test(name) && !OF_NAMES.has(name))
/** Classes that ask how a word is used rather than which noun it is. */
const OF_NAMES = new Set(['named', 'name', 'known', 'called', 'counted', 'placename', 'role'])

/** The places of the paths that must lead to a word, where that can be told beforehand. */
function requiredPlaces({ subject, object, needs = {} }: Frame): (readonly string[])[] {
  const isPlain = (place: string) => /^[a-z ]+$/.test(place) && !ELSEWHERE.has(place)
  const ofObject = (place: string) => (isPlain(place) ? sources(place, needs) : undefined)
  return [
    object && !object.endsWith('?') ? placesOf(object, ofObject) : undefined,
    ...[...Object.values(needs), subject].map((path) => placesOf(path, (place) => sources(place, needs))),
  ].filter((places) => places !== undefined)
}
/** Of an object in these a mismatch of the subject is told all the same. */
const ELSEWHERE = new Set(['subj', 'body'])

/** The places of all alternatives of a path; nothing where those of one are not known. */
function placesOf(path: string, of: (place: string) => readonly string[] | undefined): string[] | undefined {
  const alternatives = path.replace(/\?$/, '').split('|')
  const places = alternatives.map((alternative) => of(alternative.split(':')[0]!))
  return places.every((found) => found !== undefined) ? places.flat() : undefined
}

/** The places of an event of which one is filled where a path's place leads anywhere (`FramePaths`). */
function sources(place: string, needs: Readonly<Record<string, string>>): readonly string[] | undefined {
  if (place.startsWith('@')) return sources(place.slice(1), needs)
  if (place.endsWith('&')) return sources(place.slice(0, -1), needs)
  if (place in needs || place === 'trigger' || place === 'clause.subj') return undefined
  if (place === 'subj') return ['subj', 'named']
  if (place === 'body') return ['mod']
  const dot = place.lastIndexOf('.')
  const outer = dot < 0 ? [] : sources(place.slice(0, dot), needs)
  return outer && [place, `obj.${place}`, ...outer]
}
