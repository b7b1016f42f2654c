import type { Word } from '../../model/document.ts'
import type { EntityType } from '../../model/mention.ts'
import { remembered } from '../../model/remembered.ts'
import type { ClaimSeeds, RelationType } from '../ontology.ts'
import type { Event } from './event.ts'
import { ANY_NAME, ANY_NOUN, ANY_TRADE, ONE_OF_A_PEOPLE, type Triggers } from './triggers.ts'
import { type TypedFrame, typedFrame } from './typed-frame.ts'

/** The ontology and the word classes, indexed by word. */
export interface Lexicon extends Triggers {
  framesOf(kind: Event['kind'], lemma: string): readonly TypedFrame[]
  isA(lemma: string, name: string): boolean
  isClass(name: string): boolean
  isDeed(lemma: string): boolean
  typesOf(lemma: string): readonly EntityType[]
  isGroup(lemma: string): boolean
  isAnnulling(lemma: string): boolean
  isProspective(lemma: string): boolean
  isHolding(lemma: string): boolean
  readonly types: ReadonlyMap<string, RelationType>
}

const known = new WeakMap<ClaimSeeds, Lexicon>()

/** Built once for each set of seeds. */
export function lexiconOf(seeds: ClaimSeeds): Lexicon {
  const lexicon = known.get(seeds) ?? build(seeds)
  known.set(seeds, lexicon)
  return lexicon
}

function build(seeds: ClaimSeeds): Lexicon {
  const tables = {
    verb: new Map<string, TypedFrame[]>(),
    noun: new Map<string, TypedFrame[]>(),
    isa: new Map<string, TypedFrame[]>(),
    adjective: new Map<string, TypedFrame[]>(),
    name: new Map<string, TypedFrame[]>(),
  }
  let order = 0
  for (const type of seeds.ontology.types) {
    for (const frame of type.frames) {
      const typed = typedFrame(type, frame, order++)
      const put = (table: Map<string, TypedFrame[]>, words: readonly string[] | undefined) => {
        for (const word of words ?? []) table.set(word, [...(table.get(word) ?? []), typed])
      }
      put(tables.verb, frame.verbs)
      put(tables.noun, frame.nouns)
      put(tables.isa, [
        ...(frame.isa ?? []),
        ...(frame.peoples ? [ONE_OF_A_PEOPLE] : []),
        ...(frame.trades ? [ANY_TRADE] : []),
      ])
      put(tables.adjective, frame.adjectives)
      put(tables.name, [...(frame.names ? [ANY_NAME] : []), ...(frame.phrases ? [ANY_NOUN] : [])])
    }
  }
  const heads = (table: ReadonlyMap<string, unknown>) =>
    new Set([...table.keys()].flatMap((lemma) => [lemma, lemma.split(' ').at(-1)!, lemma.split(/[ -]/).at(-1)!]))
  const eventNouns = heads(tables.noun)
  // what is told beside is what a body is, no role
  const isaOf = (beside: boolean) =>
    heads(new Map([...tables.isa].filter(([, all]) => all.some(({ frame }) => (frame.beside ?? false) === beside))))
  const [roleNouns, bodyNouns] = [isaOf(false), isaOf(true)]
  const classes = new Map(Object.entries(seeds.nounClasses).map(([name, { nouns }]) => [name, new Set(nouns)]))
  const types = new Map<string, EntityType[]>()
  for (const { nouns, types: meant } of Object.values(seeds.nounClasses)) {
    for (const noun of nouns) types.set(noun, [...new Set([...(types.get(noun) ?? []), ...meant])])
  }
  for (const { domain, frames } of seeds.ontology.types) {
    if (domain.length > 1 || domain[0] !== 'PERSON') continue
    for (const title of frames.flatMap(({ isa }) => isa ?? [])) // "economist Irina Falk"
      if (!types.has(title)) types.set(title, ['PERSON'])
  }
  const groups = new Set(seeds.groupNouns.nouns)
  const light = new Set(seeds.verbClasses.light)
  const linking = new Set(seeds.verbClasses.linking)
  const appointing = new Set(seeds.verbClasses.appointing)
  const serving = new Set(seeds.verbClasses.serving)
  const occurring = new Set(seeds.verbClasses.occurring)
  const harming = new Set(seeds.verbClasses.harming)
  const keeping = new Set(seeds.verbClasses.keeping)
  const annulling = new Set(seeds.verbClasses.annulling)
  const prospective = new Set(seeds.verbClasses.prospective)
  const holding = new Set(seeds.verbClasses.holding)
  const irregular = new Map(
    Object.entries(seeds.verbClasses.irregular).flatMap(([lemma, forms]) =>
      forms.map((form) => [form, lemma] as const),
    ),
  )
  const formsOf = (lemma: string, form: string): readonly string[] => {
    if (tables.verb.has(lemma) && lemma !== form) return [lemma]
    return [...new Set([irregular.get(form) ?? lemma, lemma, ...stems(form)])]
  }
  const formsByLemma = remembered((lemma) => remembered((form) => formsOf(lemma.toLowerCase(), form.toLowerCase())))
  const verbForms = ({ lemma, form }: Word): readonly string[] => formsByLemma(lemma)(form)
  return {
    verbForms,
    framesOf: (kind, lemma) => tables[kind].get(lemma) ?? [],
    isDeed: (lemma) => tables.verb.has(lemma),
    isEventNoun: (lemma) => eventNouns.has(lemma),
    isRoleNoun: (lemma) => roleNouns.has(lemma),
    isBodyNoun: (lemma) => bodyNouns.has(lemma),
    isLight: (lemma) => light.has(lemma),
    isLinking: (lemma) => linking.has(lemma),
    isAppointing: (lemma) => appointing.has(lemma),
    isServing: (lemma) => serving.has(lemma),
    isOccurring: (lemma) => occurring.has(lemma),
    isHarming: (lemma) => harming.has(lemma),
    isKeeping: (lemma) => keeping.has(lemma),
    isTriggerAdjective: (lemma) => tables.adjective.has(lemma),
    isA: (lemma, name) => hasWord(classes.get(name), lemma),
    isClass: (name) => classes.has(name),
    typesOf: remembered(
      (lemma) =>
        types.get(lemma) ??
        singulars(lemma)
          .map((at) => types.get(at))
          .find(Boolean) ??
        (MAN.test(lemma) ? ['PERSON'] : []),
    ),
    isGroup: (lemma) => hasWord(groups, lemma),
    isAnnulling: (lemma) => annulling.has(lemma),
    isProspective: (lemma) => prospective.has(lemma),
    isHolding: (lemma) => holding.has(lemma),
    types: new Map(seeds.ontology.types.map((type) => [type.type, type])),
  }
}

/** Whether a word or its singular is one of these. */
const hasWord = (words: ReadonlySet<string> | undefined, word: string): boolean =>
  words !== undefined && (words.has(word) || (word.endsWith('s') && singulars(word).some((one) => words.has(one))))

/** "dairywoman", "horsemen", whatever they do. */
const MAN =
  /^(?!.*(?:hu|ger|ro|otto|nor|cai|talis|speci|regi|abdo|acu|cycla|ye|hy|sta|exa|se)m[ae]n$).{2,}(?:wom|m)[ae]n$/

/** "soldiers" → "soldier": for plurals the engine did not know. */
function singulars(word: string): string[] {
  if (!word.endsWith('s') || word.length < 4) return []
  return [
    word.slice(0, -1),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
    ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : []),
  ]
}

/** "fined" → "fin", "fine"; "ringing" → "ring", "ringe". */
function stems(form: string): string[] {
  const cut = form.endsWith('ing')
    ? form.slice(0, -3)
    : form.endsWith('ed')
      ? form.slice(0, -2)
      : form.endsWith('s')
        ? form.slice(0, -1)
        : undefined
  if (!cut || cut.length < 2) return []
  const undoubled = /([^aeiou])\1$/.test(cut) ? [cut.slice(0, -1)] : []
  return [`${cut}e`, cut, ...undoubled, ...(cut.endsWith('i') ? [`${cut.slice(0, -1)}y`] : [])]
}
