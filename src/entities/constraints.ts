import { formCode, predicateOf, type Surroundings } from './pair-features.ts'
import type { Reference } from './reference.ts'
import type { Reported } from './reported-speakers.ts'

/** Subject and object of one verb are two things, unless the object is "himself". */
export function areSides(a: Reference, b: Reference): boolean {
  if (a.sentence !== b.sentence || a.head.head !== b.head.head || a.head.head === 0) return false
  return SIDES.has(a.role) && SIDES.has(b.role) && a.role !== b.role && !isReflexive(a)
}
const SIDES: ReadonlySet<string> = new Set(['subject', 'passive', 'object', 'oblique'])
const isReflexive = ({ head }: Reference) => /sel(f|ves)$/i.test(head.form)

/** The groups of what stands beside a pronoun at one verb: in "he would ask him" nobody that "he" is can be "him". */
export function otherSides(anaphor: Reference, { references, clusters }: Surroundings): ReadonlySet<number> {
  const groups = new Set<number>()
  if (anaphor.kind !== 'pronoun' || isReflexive(anaphor)) return groups
  for (let at = anaphor.at - 1; at >= 0 && references[at]!.sentence === anaphor.sentence; at--) {
    const one = references[at]!
    if (one.role !== 'oblique' && anaphor.role !== 'oblique' && areSides(anaphor, one)) groups.add(clusters.of(at))
  }
  return groups
}

/** A person's name and a noun for no person ("the move"), or another's name and a noun for a person. */
export function isOddPair(a: Reference, b: Reference): boolean {
  if (a.kind === b.kind || a.kind === 'pronoun' || b.kind === 'pronoun') return false
  const [name, noun] = a.kind === 'name' ? [a, b] : [b, a]
  if (name.kind !== 'name' || noun.kind !== 'nominal') return false
  if (name.type !== 'PERSON') return noun.type === 'PERSON' && name.type !== null
  return noun.type === null ? noun.definite === 'definite' || noun.definite === 'demonstrative' : noun.type !== 'PERSON'
}

/**
 * Whether a phrase may mean something named before it. "A spokesman" brings somebody new unless it is said of a name; "this" alone points to what
 * happened, and so does whoever says “It is a fair price” in direct speech.
 */
export function mayPointToName(anaphor: Reference, { reader: { trees, knowledge } }: Surroundings): boolean {
  const { kind, definite, role, head, sentence, quoted } = anaphor
  if (kind === 'nominal') return definite !== 'indefinite' || role === 'predicate' || role === 'apposition'
  if (formCode(anaphor) === DEMONSTRATIVE) return false
  const noun = quoted >= 0 && /^it$/i.test(head.form) ? predicateOf(anaphor, trees[sentence]!) : undefined
  return noun === undefined || knowledge.typeOfNoun(noun.lemma.toLowerCase()) !== undefined
}
const DEMONSTRATIVE = 8

/** "Kenya said it would pay", "its" and "they" likewise, where nothing else that fits stands between. */
export function isSurelySpeaker(pronoun: Reference, { speaker, first, direct }: Reported): boolean {
  if (!first || direct || speaker.kind === 'pronoun') return false
  if (/^its?$/i.test(pronoun.head.form)) return speaker.number !== 'many' && !isSurelyPerson(speaker)
  return /^the(?:y|irs?|m)$/i.test(pronoun.head.form) && speaker.number !== 'one'
}

/** Of a bare name nobody knows whether it is a person's or a firm's. */
const isSurelyPerson = ({ kind, type, gender, core }: Reference): boolean =>
  type === 'PERSON' && (kind === 'nominal' || gender !== 'p' || core.last > core.first)
