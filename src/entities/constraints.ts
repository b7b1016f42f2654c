import type { Reader } from '../mentions/candidate.ts'
import type { EntityType } from '../model/mention.ts'
import { isRelation, type Tree } from '../nlp/tree.ts'
import { mayAgree } from './agreement.ts'
import { formCode } from './form-code.ts'
import type { Identities } from './identities.ts'
import type { Reference } from './reference.ts'
import type { Reported } from './reported-speakers.ts'
import type { Surroundings } from './surroundings.ts'

/** Subject and object of one verb are two things, unless the object is "himself". */
export function areSides(a: Reference, b: Reference): boolean {
  if (a.sentence !== b.sentence || a.head.head !== b.head.head || a.head.head === 0) return false
  return SIDES.has(a.role) && SIDES.has(b.role) && a.role !== b.role && !isReflexive(a)
}
const SIDES: ReadonlySet<string> = new Set(['subject', 'passive', 'object', 'oblique'])
const isReflexive = ({ head }: Reference) => /sel(f|ves)$/i.test(head.form)

/** The groups of what stands beside a pronoun at one verb: in "he would ask him" nobody that "he" is can be "him". */
export function otherSides(anaphor: Reference, { references, clusters, reader }: Surroundings): ReadonlySet<number> {
  const groups = new Set<number>()
  if (anaphor.kind !== 'pronoun' || isReflexive(anaphor)) return groups
  for (let at = anaphor.at - 1; at >= 0 && references[at]!.sentence === anaphor.sentence; at--) {
    const one = references[at]!
    if (one.role !== 'oblique' && anaphor.role !== 'oblique' && areSides(anaphor, one)) groups.add(clusters.of(at))
    else if (one.role === 'apposition' && anaphor.role === 'object' && isOfSubject(one, anaphor, reader))
      groups.add(clusters.of(at))
  }
  return groups
}

/** The groups that are "it" in the sentence of "they": "Unite said [it] was told of the cuts an hour before [they] were made". */
export function itsGroups(anaphor: Reference, { references, clusters }: Surroundings): ReadonlySet<number> {
  const groups = new Set<number>()
  if (anaphor.kind !== 'pronoun' || anaphor.person !== 3 || anaphor.number !== 'many') return groups
  for (let at = anaphor.at - 1; at >= 0 && references[at]!.sentence === anaphor.sentence; at--) {
    const { kind, gender, number } = references[at]!
    if (kind === 'pronoun' && gender === 'n' && number === 'one') groups.add(clusters.of(at))
  }
  return groups
}

/**
 * "[He] left.¶ Berg stayed.": whoever was named before is named again because a pronoun of the paragraph before means another, or was understood without it.
 */
export function isNamedAgain(name: Reference, pronoun: Reference, { members, group, reader }: Surroundings): boolean {
  if (name.kind !== 'name' || pronoun.kind !== 'pronoun' || members.get(group[name.at]!)![0] === name.at) return false
  const paragraphOf = ({ sentence }: Reference) => reader.sentences[sentence]!.sentence.paragraph
  return paragraphOf(pronoun) < paragraphOf(name)
}

/** "Two tugs, the Nor and the Sor, could not hold it" */
function isOfSubject({ head, sentence }: Reference, object: Reference, { trees }: Reader): boolean {
  const tree = trees[sentence]!
  const top = [head, ...tree.ancestors(head)].find((word) => !isRelation(word, 'appos', 'conj', 'flat'))
  return top !== undefined && isRelation(top, 'nsubj') && top.head === object.head.head
}

/** "Berg signed the paper that made [her] famous": what the clause around the pronoun's own is about. */
export function isSubjectAbove(one: Reference, pronoun: Reference, { reader }: Surroundings): boolean {
  if (one.sentence !== pronoun.sentence || one.at > pronoun.at || one.kind !== 'name' || one.type !== 'PERSON')
    return false
  const tree = reader.trees[one.sentence]!
  const top = [one.head, ...tree.ancestors(one.head)].find((word) => !isRelation(word, 'appos', 'flat', 'nmod:desc'))
  const verb = top && isRelation(top, 'nsubj') ? tree.head(top) : undefined
  return verb !== undefined && tree.dominates(verb, pronoun.head)
}

/** "Mayor: no decision yet": what somebody says is nobody. */
export function isSaidBy(said: Reference, speaker: Reference, { reader }: Surroundings): boolean {
  if (said.sentence !== speaker.sentence || said.kind !== 'nominal' || said.type === 'PERSON') return false
  const { words, sentence } = reader.sentences[said.sentence]!
  if (sentence.zone !== 'title' && said.sentence > 0) return false
  return words.slice(speaker.head.index, said.head.index).some(({ form }) => form === ':')
}

/** A name and a bare number, a person's name and a noun for no person ("the move"), or another's name and a noun for a person. */
export function isOddPair(a: Reference, b: Reference): boolean {
  if (a.kind === b.kind || a.kind === 'pronoun' || b.kind === 'pronoun') return false
  const [name, noun] = a.kind === 'name' ? [a, b] : [b, a]
  if (name.kind !== 'name' || noun.kind !== 'nominal') return false
  if (noun.head.upos === 'NUM') return true // "15,000, London of 11,000"
  if (noun.type === null && noun.modifiers.includes(name.lemma)) return true // "the Norvik profit" is not Norvik
  if (name.type !== 'PERSON') return noun.type === 'PERSON' && name.type !== null
  return noun.type === null ? noun.definite === 'definite' || noun.definite === 'demonstrative' : noun.type !== 'PERSON'
}

/**
 * Whether a phrase may mean something that has a name. "A spokesman" brings somebody new unless it is said of a name, and "the head of the agency" is
 * nobody whom the text does not call so. What "it" is in direct speech is said there, and "we" are more than the one who speaks.
 */
export function mayMeanNamed(
  anaphor: Reference,
  candidate: Reference,
  { clusters, reader }: Surroundings,
  identities: Identities,
): boolean {
  const { kind, definite, role, quoted, person, number, gender } = anaphor
  const group = clusters.of(candidate.at)
  if (kind === 'pronoun' && person === 1) return number !== 'many' || !identities.isOfType(group, 'PERSON')
  if (kind === 'pronoun' && person === 2) return false // nobody is told about himself by his name
  if (kind === 'pronoun') return quoted < 0 || gender !== 'n' || candidate.quoted === quoted
  if (kind !== 'nominal' || role === 'predicate' || role === 'apposition') return true
  if (definite === 'indefinite') return false
  return !isOfficeOf(anaphor, reader.trees[anaphor.sentence]!) || identities.isCalled(group, anaphor)
}

/**
 * Whether a phrase may mean the other at all. "A patient" is nobody whom the text has called something else, and whom "we" means in direct speech is
 * said there.
 */
export function mayMean(a: Reference, b: Reference): boolean {
  if (areSeveral(a, b) || areSeveral(b, a)) return false
  if (a.kind === 'pronoun' && a.person === 2 && b.person !== 2) return false
  if (a.kind === 'pronoun')
    return a.person !== 1 || a.number !== 'many' || a.quoted < 0 || b.person === 1 || b.quoted === a.quoted
  // a name follows what the text is about, not whoever else was there
  if (a.kind === 'name') return b.kind !== 'nominal' || b.type !== 'PERSON' || !ASIDES.has(b.role)
  const isNew = a.kind === 'nominal' && a.definite === 'indefinite' && a.role !== 'predicate' && a.role !== 'apposition'
  return !isNew || (b.kind !== 'nominal' && b.kind !== 'pronoun') || a.lemma === b.lemma
}

/** "The two countries" are not the United States. */
const areSeveral = ({ kind, head }: Reference, other: Reference): boolean =>
  kind === 'nominal' &&
  head.xpos === 'NNS' &&
  other.kind === 'name' &&
  /^(?:COUNTRY|PLACE|PERSON)$/.test(other.type ?? '')

/** Where what a sentence is about does not stand. */
export const ASIDES: ReadonlySet<string> = new Set(['object', 'oblique', 'modifier'])

/** "its director", "the head of the agency" */
const isOfficeOf = ({ type, definite, head }: Reference, tree: Tree): boolean =>
  type === 'PERSON' &&
  (definite === 'possessive' || tree.childrenBy(head, 'nmod').some((child) => tree.child(child, 'case')?.form === 'of'))

/** "This is a crime", "that hurt": what happened, not who. */
export const isOfHappening = (a: Reference, b: Reference): boolean =>
  formCode(a) === DEMONSTRATIVE && (b.kind === 'name' || BODIES.has(b.type))
const DEMONSTRATIVE = 8
const BODIES: ReadonlySet<EntityType | null> = new Set([
  'PERSON',
  'ORGANIZATION',
  'COUNTRY',
  'GOVERNMENT',
  'MILITARY_UNIT',
])

/** "Kenya said it would pay", "its" and "they" likewise, "Berg said she …": where nothing else that fits stands between. */
export function isSurelySpeaker(
  pronoun: Reference,
  { speaker, first, direct, alone }: Reported,
  isPerson: boolean,
): boolean {
  if (!first || direct) return false
  const { form } = pronoun.head
  if (/^(?:s?he|his|hers?|him)$/i.test(form))
    return alone && (isPerson || isSurelyPerson(speaker)) && mayAgree(pronoun, speaker)
  if (speaker.kind === 'pronoun') return false
  if (/^its?$/i.test(form)) return speaker.number !== 'many' && !isPerson && !isSurelyPerson(speaker)
  return /^the(?:y|irs?|m)$/i.test(form) && speaker.number !== 'one'
}

/** Of a bare name nobody knows whether it is a person's or a firm's. */
const isSurelyPerson = ({ kind, type, gender, core }: Reference): boolean =>
  kind === 'pronoun'
    ? gender === 'm' || gender === 'f'
    : type === 'PERSON' && (kind === 'nominal' || gender !== 'p' || core.last > core.first)
