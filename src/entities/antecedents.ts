import type { Reader } from '../mentions/candidate.ts'
import { isRelation } from '../nlp/tree.ts'
import { mayAgree } from './agreement.ts'
import type { Reference } from './reference.ts'
import type { Surroundings } from './surroundings.ts'

export type Scorer = 'pronoun' | 'noun'

/** Which model judges this reference's antecedents; demonyms and names already grouped need none. */
export const scorerOf = ({ kind, text }: Reference): Scorer | undefined =>
  kind === 'pronoun' ? 'pronoun' : kind === 'demonym' || NONE.test(text) ? undefined : 'noun'
/** "No decision" is none. */
const NONE = /^no (?!\.)/i

const PRONOUN_SENTENCES = 5
const PRONOUN_CANDIDATES = 40
const NOUN_REFERENCES = 400
const NOUN_NEAR = 25
/** So much nearer stands what is only of one kind with a noun. */
const KIN_REFERENCES = 4 * NOUN_NEAR
const KIN_SENTENCES = 2
const NOUN_CANDIDATES = 40

/**
 * What a reference may mean, nearest first: for a pronoun all that agrees within a few sentences before it, and the subject that its phrase is put in
 * front of; for a noun phrase or name what shares a word with it, and the nearest phrases of its kind. Windows are fixed, so the work grows with the
 * text and no faster.
 */
export function antecedentsOf(anaphor: Reference, around: Surroundings): Reference[] {
  return anaphor.kind === 'pronoun' ? forPronoun(anaphor, around) : forNoun(anaphor, around)
}

function forPronoun(anaphor: Reference, { references, reader, own }: Surroundings): Reference[] {
  const ahead = subjectAhead(anaphor, references, reader)
  const found: Reference[] = ahead && mayAgree(anaphor, ahead) ? [ahead] : []
  for (let at = anaphor.at - 1; at >= 0 && found.length < PRONOUN_CANDIDATES; at--) {
    const one = references[at]!
    if (anaphor.sentence - one.sentence > PRONOUN_SENTENCES) break
    if (one.kind === 'demonym' || !mayAgree(anaphor, one) || holds(one, anaphor) || own[at]!.isOutside) continue
    found.push(one)
  }
  return found
}

/** "In her speech, Berg …", "After he resigned, Holm …": the subject of the verb that the pronoun's phrase or clause stands before. */
function subjectAhead(
  { at, head, sentence, person }: Reference,
  references: readonly Reference[],
  { trees }: Reader,
): Reference | undefined {
  if (person < 3) return undefined
  const tree = trees[sentence]!
  const front = [head, ...tree.ancestors(head)].find((word) => isRelation(word, 'obl', 'advcl'))
  const verb = front && tree.head(front)
  const subject = verb && tree.child(verb, 'nsubj')
  if (!subject || subject.index < head.index || tree.dominates(front, subject)) return undefined
  for (let next = at + 1; next < references.length && references[next]!.sentence === sentence; next++) {
    const one = references[next]!
    if (one.head === subject && (one.kind === 'name' || one.kind === 'nominal')) return one
  }
  return undefined
}

function forNoun(anaphor: Reference, { references, byWord, own }: Surroundings): Reference[] {
  const found: Reference[] = []
  const similar = similarTo(anaphor, byWord)
  let next = 0
  for (let at = anaphor.at - 1; at >= 0 && anaphor.at - at < NOUN_REFERENCES && found.length < NOUN_CANDIDATES; at--) {
    const one = references[at]!
    const isNear = anaphor.at - at <= KIN_REFERENCES || anaphor.sentence - one.sentence < KIN_SENTENCES
    if (!isNear && at !== similar[next]) {
      // farther away only what shares a word counts
      if (next >= similar.length) break
      at = similar[next]! + 1
      continue
    }
    const isSimilar = at === similar[next]
    if (isSimilar) next++
    if (one.kind === 'demonym') continue
    const isLikely = isSimilar || isBeside(one, anaphor) || isKin(one, anaphor, anaphor.at - at)
    if (isLikely && !own[at]!.isOutside) found.push(one)
  }
  return found
}

/**
 * The places near enough of what shares a word that counts, the nearest first: its noun is one of the anaphor's words, or the anaphor's noun one of its.
 */
function similarTo(anaphor: Reference, { lemmas, modifiers }: Surroundings['byWord']): readonly number[] {
  const found: number[] = []
  const add = (places: readonly number[] = []) => {
    for (let last = places.length - 1; last >= 0; last--) {
      const at = places[last]!
      if (at >= anaphor.at) continue
      if (anaphor.at - at >= NOUN_REFERENCES) return
      if (!found.includes(at)) found.push(at)
    }
  }
  add(modifiers.get(anaphor.lemma))
  add(lemmas.get(anaphor.lemma))
  for (const word of anaphor.modifiers) add(lemmas.get(word))
  return found.sort((a, b) => b - a)
}

/** One hangs on the other: apposition, "is", possession. */
const isBeside = (one: Reference, anaphor: Reference) =>
  one.sentence === anaphor.sentence && (one.head.head === anaphor.head.index || anaphor.head.head === one.head.index)

/** Of one kind and near; a thing of unknown kind only if "this" points to it. */
function isKin(one: Reference, anaphor: Reference, distance: number): boolean {
  if (one.kind === 'pronoun')
    return distance <= NOUN_NEAR && isPerson(one) && isPerson(anaphor) && mayAgree(one, anaphor)
  if (one.type === null || anaphor.type === null)
    return anaphor.definite === 'demonstrative' && anaphor.sentence - one.sentence < KIN_SENTENCES
  return (
    one.type === anaphor.type &&
    distance <= (one.kind === 'name' && anaphor.kind === 'nominal' ? KIN_REFERENCES : NOUN_NEAR)
  )
}

const isPerson = ({ gender }: Reference) => gender === 'p' || gender === 'm' || gender === 'f'

/** The pronoun stands inside the other's phrase, as in "Kim's praise of his troops": only then can it not mean the whole. */
const holds = (outer: Reference, inner: Reference) =>
  outer.sentence === inner.sentence &&
  outer.whole.first <= inner.whole.first &&
  outer.whole.last >= inner.whole.last &&
  (outer.kind !== 'name' || (inner.role === 'possessor' && inner.head.head === outer.head.index)) // "[her] Tosca"
