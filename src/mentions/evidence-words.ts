import type { EntityType } from '../model/mention.ts'
import type { NamingSeeds } from './naming-seeds.ts'

type Seeds = NamingSeeds['nameEvidence']
type ByType = Partial<Record<EntityType, readonly string[]>>
/** The keys of the seeds whose words stand under types. */
type Typed = 'subjectOf' | 'objectOf' | 'owns' | 'of'
const TYPED: readonly Typed[] = ['subjectOf', 'objectOf', 'owns', 'of']

type Lists = Readonly<Record<Exclude<keyof Seeds, Typed>, ReadonlySet<string>>>
type Tables = Readonly<Record<Typed, ReadonlyMap<string, ReadonlySet<EntityType>>>>

/** The words of `seeds/lexicon/name-evidence.json`, to be looked up: lists as sets, what stands under types as the types of a word. */
export type EvidenceWords = Lists & Tables

export function evidenceWords(seeds: Seeds): EvidenceWords {
  const entries = Object.entries(seeds).map(([key, value]) => [
    key,
    TYPED.includes(key as Typed) ? typesByWord(value as ByType) : new Set(value as readonly string[]),
  ])
  return Object.fromEntries(entries) as EvidenceWords
}

function typesByWord(lists: ByType): ReadonlyMap<string, ReadonlySet<EntityType>> {
  const types = new Map<string, Set<EntityType>>()
  for (const [type, words] of Object.entries(lists))
    for (const word of words) types.set(word, (types.get(word) ?? new Set()).add(type as EntityType))
  return types
}
