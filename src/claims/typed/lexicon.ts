import type { EntityType } from '../../model/mention.ts'
import type { ClaimSeeds, Frame, RelationType } from '../ontology.ts'
import type { Triggers } from './find-events.ts'

/** A frame with its type and its place in the ontology (earlier wins). */
export interface TypedFrame {
  readonly type: RelationType
  readonly frame: Frame
  readonly order: number
}

/** The ontology and the word classes, indexed by word. */
export interface Lexicon extends Triggers {
  framesOf(kind: 'verb' | 'noun' | 'isa' | 'adjective', lemma: string): readonly TypedFrame[]
  isA(lemma: string, name: string): boolean
  isClass(name: string): boolean
  typesOf(lemma: string): readonly EntityType[]
  isGroup(lemma: string): boolean
  isAnnulling(lemma: string): boolean
  isProspective(lemma: string): boolean
  readonly types: ReadonlyMap<string, RelationType>
}

const known = new WeakMap<ClaimSeeds, Lexicon>()

/** Built once for each set of seeds. */
export function lexiconOf(seeds: ClaimSeeds): Lexicon {
  let lexicon = known.get(seeds)
  if (!lexicon) known.set(seeds, (lexicon = build(seeds)))
  return lexicon
}

function build(seeds: ClaimSeeds): Lexicon {
  const tables = {
    verb: new Map<string, TypedFrame[]>(),
    noun: new Map<string, TypedFrame[]>(),
    isa: new Map<string, TypedFrame[]>(),
    adjective: new Map<string, TypedFrame[]>(),
  }
  let order = 0
  for (const type of seeds.ontology.types) {
    for (const frame of type.frames) {
      const typed = { type, frame, order: order++ }
      const put = (table: Map<string, TypedFrame[]>, words: readonly string[] | undefined) => {
        for (const word of words ?? []) table.set(word, [...(table.get(word) ?? []), typed])
      }
      put(tables.verb, frame.verbs)
      put(tables.noun, frame.nouns)
      put(tables.isa, frame.isa)
      put(tables.adjective, frame.adjectives)
    }
  }
  const heads = (table: ReadonlyMap<string, unknown>) =>
    new Set([...table.keys()].map((lemma) => lemma.split(' ').at(-1)!))
  const eventNouns = heads(tables.noun)
  const roleNouns = heads(tables.isa)
  const classes = new Map(Object.entries(seeds.nounClasses).map(([name, { nouns }]) => [name, new Set(nouns)]))
  const types = new Map<string, EntityType[]>()
  for (const { nouns, types: meant } of Object.values(seeds.nounClasses)) {
    for (const noun of nouns) types.set(noun, [...new Set([...(types.get(noun) ?? []), ...meant])])
  }
  const groups = new Set(seeds.groupNouns.nouns)
  const light = new Set(seeds.verbClasses.light)
  const linking = new Set(seeds.verbClasses.linking)
  const annulling = new Set(seeds.verbClasses.annulling)
  const prospective = new Set(seeds.verbClasses.prospective)
  return {
    framesOf: (kind, lemma) => tables[kind].get(lemma) ?? [],
    isEventNoun: (lemma) => eventNouns.has(lemma),
    isRoleNoun: (lemma) => roleNouns.has(lemma),
    isLight: (lemma) => light.has(lemma),
    isLinking: (lemma) => linking.has(lemma),
    isTriggerAdjective: (lemma) => tables.adjective.has(lemma),
    isA: (lemma, name) => classes.get(name)?.has(lemma) ?? false,
    isClass: (name) => classes.has(name),
    typesOf: (lemma) => types.get(lemma) ?? [],
    isGroup: (lemma) => groups.has(lemma),
    isAnnulling: (lemma) => annulling.has(lemma),
    isProspective: (lemma) => prospective.has(lemma),
    types: new Map(seeds.ontology.types.map((type) => [type.type, type])),
  }
}
