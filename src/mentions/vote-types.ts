import type { EntityType } from '../model/mention.ts'
import { isRelation } from '../nlp/tree.ts'
import { type Candidate, type Reader, type Refiner, textOfCandidate, wordsOf } from './candidate.ts'
import { headOf } from './noun-phrase.ts'
import { spelled } from './spelled.ts'

/** What a noun beside one place says counts so many times for the others. */
const CONTEXT = 3
/** What takes its name from a longer one without its opening: "Marisol" after "Typhoon Marisol". */
const OPENED: ReadonlySet<EntityType> = new Set(['EVENT', 'VESSEL'])

/**
 * The same name has the same type throughout a document: what most of its places say, weighted by how sure each is. "Marisol" goes with "Typhoon Marisol",
 * "Calder" with "Calder Group" where no person has the name, "Washington" with the city.
 */
export const voteTypes: Refiner = (candidates, reader) => {
  const names = candidates.filter(isVoter)
  const tallies = new Map<string, Map<EntityType, number>>()
  const vote = (text: string, type: EntityType, weight: number) => {
    const tally = tallies.get(text) ?? new Map<EntityType, number>()
    tallies.set(text, tally.set(type, (tally.get(type) ?? 0) + weight))
  }
  const textOf = (name: Candidate) => spelled(textOfCandidate(reader, name))
  for (const name of names) {
    const weight = name.method === 'context' ? CONTEXT : 1
    vote(textOf(name), name.type, weight * name.score + (name.known ? 1 : 0))
    if (OPENED.has(name.type)) vote(tailOf(name, reader), name.type, CONTEXT)
  }
  const parts = new Parts(names, textOf)
  return candidates.map((candidate) => {
    if (!isVoter(candidate)) return candidate
    const text = textOf(candidate)
    const [winner] = [...tallies.get(text)!].sort((a, b) => b[1] - a[1])
    const type = parts.isPerson(text)
      ? winner![0]
      : (besidesPerson(candidate, text, winner![0], parts, reader) ?? winner![0])
    if (type === candidate.type) return candidate
    const known = reader.knowledge.named(text).filter((entity) => entity.type === type)
    const { known: _, ...rest } = candidate
    return { ...rest, type, ...(known.length === 1 ? { known: known[0] } : {}) }
  })
}

type Voter = Candidate & { readonly type: EntityType }
const isVoter = (candidate: Candidate): candidate is Voter =>
  candidate.kind === 'name' && candidate.type !== null && candidate.type !== 'WORK'

/** The name without the words that open it; "" when it has none. */
function tailOf(name: Candidate, reader: Reader): string {
  const words = wordsOf(reader, name)
  for (let size = 1; size < words.length; size++) {
    if (!reader.knowledge.nameWords.opens(words.slice(0, size).map(({ form }) => form))) continue
    return spelled(textOfCandidate(reader, { ...name, first: name.first + size }))
  }
  return ''
}

/** Of which longer names of the document a word is part. */
class Parts {
  private readonly persons = new Set<string>()
  private readonly organizations = new Set<string>()

  constructor(names: readonly Voter[], textOf: (name: Candidate) => string) {
    for (const name of names) {
      const words = textOf(name).split(' ')
      if (words.length === 1) continue
      if (name.type === 'PERSON') for (const word of words) this.persons.add(word)
      if (name.type === 'ORGANIZATION') this.organizations.add(words[0]!)
    }
  }

  isPerson(word: string): boolean {
    return this.persons.has(word)
  }

  opensOrganization(word: string): boolean {
    return this.organizations.has(word)
  }
}

/** What one word that is called a person rather is. */
function besidesPerson(
  name: Voter,
  text: string,
  type: EntityType,
  parts: Parts,
  reader: Reader,
): EntityType | undefined {
  const { knowledge } = reader
  if (type !== 'PERSON' || name.first !== name.last) return undefined
  const all = knowledge.named(text)
  if (knowledge.bySurname(text).length > 0 || isTitled(name, reader)) return undefined
  const known = all.length === 1 ? all[0]! : undefined
  if (known?.type === 'COUNTRY' && isStateLike(name, reader)) return known.type
  if (knowledge.isGiven(text)) return undefined
  if (known && (known.type !== 'PLACE' || known.capitalOf)) return known.type
  return all.length === 0 && parts.opensOrganization(text) ? 'ORGANIZATION' : undefined
}

const isTitled = ({ sentence, first }: Candidate, { sentences, knowledge }: Reader) => {
  const before = sentences[sentence]!.words[first - 2]?.form
  return before !== undefined && knowledge.isTitle(before)
}

/** "Chad's army", "Chad and Niger": countries have soldiers and ministers and stand in lists of countries. */
function isStateLike(name: Candidate, { sentences, trees, knowledge }: Reader): boolean {
  const tree = trees[name.sentence]!
  const own = headOf(sentences[name.sentence]!.words, name)
  const above = tree.head(own)
  const others = [...(isRelation(own, 'conj') && above ? [above] : []), ...tree.childrenBy(own, 'conj')]
  if (others.some(({ form }) => knowledge.named(form).some(({ type }) => type === 'COUNTRY'))) return true
  const owned = isRelation(own, 'nmod', 'compound') ? knowledge.typeOfNoun(above?.lemma.toLowerCase() ?? '') : undefined
  return owned === 'MILITARY_UNIT' || owned === 'GOVERNMENT'
}
