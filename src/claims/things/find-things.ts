import { nameKey } from '../../entities/group-names.ts'
import { type Knowledge, knowledgeOf } from '../../mentions/knowledge.ts'
import type { Argument, Claim } from '../../model/claim.ts'
import type { Document, Word } from '../../model/document.ts'
import { groupBy } from '../../model/group-by.ts'
import type { Mention } from '../../model/mention.ts'
import { nearlySameName } from '../../model/same-name.ts'
import { covers, type Span } from '../../model/span.ts'
import type { ClaimKit } from '../claim-kit.ts'
import { Occasions } from '../figures/occasions.ts'
import type { Layers } from '../layers.ts'
import { kindOfName, kindOfNoun, type ThingWords } from './thing-words.ts'
import { toldOccasions } from './told-occasions.ts'

type Party = Extract<Argument, { kind: 'entity' }>

/** A stage before its occasion is known. */
type Stage = Omit<ThingEvent, 'occasion'>

/** The entities and stages of one thing. */
interface Group {
  readonly kind: string
  readonly ids: string[]
  readonly events: Stage[]
}

/** Something that an article tells a stage of: that it was opened, begun, signed, lost. */
export interface Thing {
  readonly kind: string
  /** What tells it from others of its kind in other articles. */
  readonly key: string
  readonly place: Argument | undefined
  /** Whoever made or opened it, where the article names one only. */
  readonly actor: Party | undefined
  readonly events: readonly ThingEvent[]
  /** The first mention of each of its names; the whole name's place in the text. */
  readonly names: readonly { readonly mention: Mention; readonly span: Span }[]
}

export interface ThingEvent {
  readonly claim: Claim
  readonly stage: string
  readonly side: Argument
  /** Who opened, began or signed it. */
  readonly actor: Party | undefined
  /** A time or place that the article gives of the same occasion elsewhere. */
  readonly occasion: Claim | undefined
}

/** The things of a document of whose coming to be it tells something; only those that can be told apart from others of their kind. */
export function findThings(claims: readonly Claim[], document: Document, layers: Layers, kit: ClaimKit): Thing[] {
  return new ThingFinder(claims, document, layers, kit).find()
}

class ThingFinder {
  private readonly words: ThingWords
  private readonly knowledge: Knowledge
  private readonly nameOf: ReadonlyMap<string, string>
  private happenings: Occasions | undefined

  constructor(
    private readonly claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly kit: ClaimKit,
  ) {
    this.words = kit.seeds.claims.things
    this.knowledge = knowledgeOf(kit.seeds.naming)
    this.nameOf = new Map(layers.entities.map(({ id, name }) => [id, name]))
  }

  find(): Thing[] {
    const byKind = groupBy(this.events(), ({ kind }) => kind)
    const groups = [...byKind].flatMap(([kind, events]) => this.ofKind(kind, events))
    const lives = groups.map(({ kind }) => this.words.kinds[kind]!.life)
    return groups.flatMap(
      (group, at) => this.thing(group, lives.filter((life) => life === lives[at]).length === 1) ?? [],
    )
  }

  /** Every claim that tells a stage of something of a known kind. */
  private events(): (Stage & { kind: string })[] {
    const types = new Map(this.kit.seeds.claims.ontology.types.map((type) => [type.type, type]))
    return this.claims.flatMap((claim) => {
      const type = types.get(claim.type)
      const frame = type?.frames.find(({ id }) => claim.rule === id || claim.rule.startsWith(`${id}.`))
      const stage = frame?.stage ?? type?.stage
      const isMade = type?.thing === 'object'
      const side = isMade ? claim.object : claim.subject
      const kind = stage && side && this.kindOf(side)
      if (!kind || (this.words.stages[stage]?.named && side.kind !== 'entity')) return []
      const maker = isMade ? claim.subject : type?.mode === 'T' ? (claim.object ?? this.partiesOf(side, kind)[0]) : null
      return [{ claim, stage, side, kind, actor: maker?.kind === 'entity' ? maker : undefined }]
    })
  }

  private kindOf(side: Argument): string | undefined {
    if (side.kind === 'entity') return this.kindOfEntity(side.id) ?? this.kindOfWord(this.headOf(side))
    return side.kind === 'text' ? this.kindOfWord(this.headOf(side)) : undefined
  }

  private kindOfWord(word: Word | undefined): string | undefined {
    return word && kindOfNoun(word.lemma, this.words)
  }

  private kindOfEntity(id: string): string | undefined {
    const entity = this.layers.entities.find((one) => one.id === id)
    if (!entity) return undefined
    const byType = Object.entries(this.words.kinds).find(([, { types }]) => types?.includes(entity.type))
    const called = this.layers.mentions.filter((mention) => mention.entity === id && mention.kind === 'nominal')
    return (
      kindOfName(entity.name, this.words) ??
      called.map((mention) => this.kindOfWord(this.headOf(mention))).find((kind) => kind !== undefined) ??
      byType?.[0]
    )
  }

  /** The word of a span whose governor is outside it. */
  private headOf(span: Span): Word | undefined {
    const analysis = this.document.sentences.find(({ sentence }) => covers(sentence, span))
    const inside = analysis?.words.filter((word) => span.start <= word.start && word.end <= span.end) ?? []
    return inside.find(({ head }) => head < inside[0]!.index || head > inside.at(-1)!.index)
  }

  /** One thing for each that has a name of its own; what has none is the only named one, or one by itself. */
  private ofKind(kind: string, events: readonly Stage[]): Group[] {
    const named = groupBy(
      events.filter(({ side }) => side.kind === 'entity'),
      ({ side }) => (side.kind === 'entity' ? side.id : ''),
    )
    const bare = events.filter(({ side }) => side.kind === 'text')
    const ids = named.size > 0 ? [...named.keys()] : this.onlyEntityOf(kind)
    const groups: Group[] = []
    for (const id of ids) {
      const alike = groups.find((group) =>
        group.ids.some((other) => isAlias(this.nameOf.get(other) ?? '', this.nameOf.get(id) ?? '')),
      )
      const own = named.get(id) ?? []
      if (alike) {
        alike.ids.push(id)
        alike.events.push(...own)
      } else groups.push({ kind, ids: [id], events: [...own] })
    }
    if (groups.length === 0 && bare.length > 0) groups.push({ kind, ids: [], events: [] })
    if (groups.length === 1) groups[0]!.events.push(...bare)
    return groups.filter((group) => group.events.length > 0)
  }

  /** The one thing of the kind that the article has a name for, if it is not only told where something else is. */
  private onlyEntityOf(kind: string): string[] {
    const found = this.layers.entities.filter(({ id, type }) => type !== 'PLACE' && this.kindOfEntity(id) === kind)
    const names = found.filter(({ id }) => this.namesOf(id).length > 0)
    const [first, ...others] = names
    if (!first || others.some(({ name }) => !isAlias(first.name, name))) return []
    return names.map(({ id }) => id)
  }

  /** `isOnly`: the article tells of no other that comes to be as it does, so that a ceremony must be of this one. */
  private thing({ kind, ids, events }: Group, isOnly: boolean): Thing | undefined {
    const occasions = isOnly ? this.occasions() : []
    const { document, layers, words } = this
    const known = new Set(events.map(({ stage }) => stage))
    const more = isOnly
      ? toldOccasions(events[0]!.side, known, { document, layers, words, life: words.kinds[kind]!.life })
      : []
    const told = [...events, ...more.map((event) => ({ ...event, side: events[0]!.side, actor: undefined }))].map(
      (event): ThingEvent => ({ ...event, occasion: this.occasionOf(event, occasions) }),
    )
    const actor = onlyOne(told.flatMap(({ actor: one }) => one ?? []))
    const place = this.words.kinds[kind]!.life === 'agreed' ? undefined : this.placeOf(kind, ids, told, isOnly)
    const key = this.keyOf(kind, place, told)
    return key
      ? { kind, key, place, actor, events: told, names: this.distinctNames(ids.flatMap((id) => this.namesOf(id))) }
      : undefined
  }

  /** "The inauguration was held in Lima on 3 May": of which stage, if it says. */
  private occasions(): { claim: Claim; stages: readonly string[] }[] {
    const all = Object.keys(this.words.stages)
    return this.claims.flatMap((claim) => {
      if (claim.polarity === 'denied' || !this.words.held.includes(claim.predicate)) return []
      const noun = this.headOf(claim.subject)?.lemma.toLowerCase() ?? ''
      const text = claim.subject.text.toLowerCase()
      const own = all.filter((stage) => this.words.stages[stage]!.ceremonies.some((word) => text.includes(word)))
      if (own.length > 0) return [{ claim, stages: own }]
      return this.words.occasions.includes(noun) ? [{ claim, stages: all }] : []
    })
  }

  private occasionOf(
    { claim, stage }: { claim: Claim; stage: string },
    occasions: readonly { claim: Claim; stages: readonly string[] }[],
  ): Claim | undefined {
    const at = this.sentenceAt(claim)
    return occasions.find((occasion) => {
      const distance = this.sentenceAt(occasion.claim) - at
      return occasion.stages.includes(stage) && distance >= 0 && distance <= OCCASION_SENTENCES
    })?.claim
  }

  private sentenceAt({ evidence }: Claim): number {
    return this.document.sentences.findIndex(({ sentence }) => sentence.id === evidence[0]!.sentence)
  }

  /** Where it is: told of its events, of itself, or by the only place in the sentence of an event. */
  private placeOf(
    kind: string,
    ids: readonly string[],
    events: readonly ThingEvent[],
    isOnly: boolean,
  ): Argument | undefined {
    const isIt = (side: Argument) =>
      side.kind === 'entity' ? ids.includes(side.id) : side.kind === 'text' && this.kindOf(side) === kind
    const located = this.claims.filter(({ type, subject }) => type === 'LOCATED_IN' && isIt(subject))
    const levels = [
      events.flatMap(({ claim, occasion }) => [
        ...placesIn(claim),
        ...(occasion ? [...placesIn(occasion), ...(occasion.object ? [occasion.object] : [])] : []),
      ]),
      located.flatMap(({ object }) => object ?? []),
      events.flatMap(({ claim, side }) =>
        claim.type === 'STRUCK' && claim.object && claim.object !== side ? claim.object : [],
      ),
      events.flatMap(({ claim }) => this.onlyPlaceIn(claim.evidence[0]!.sentence) ?? []),
      isOnly ? this.occasionSentences().flatMap((sentence) => this.onlyPlaceIn(sentence) ?? []) : [],
    ]
    for (const level of levels) {
      const towns = level.filter((place) => this.townOf(place) !== undefined)
      if (towns.length > 0) return towns[0]
    }
    return this.placeOfNoun(kind)
  }

  /** The one town of the first sentence that has a noun of the kind and names a place. */
  private placeOfNoun(kind: string): Argument | undefined {
    const nouns = this.document.sentences.flatMap(({ words }, at) =>
      words.filter((word) => word.upos === 'NOUN' && this.kindOfWord(word) === kind).map((span) => ({ at, span })),
    )
    if (nouns.length === 0) return undefined
    this.happenings ??= new Occasions(this.claims, this.document, this.layers, this.kit)
    const places = this.happenings.placesOf(nouns).map(toArgument)
    const towns = places.filter((place) => this.townOf(place) !== undefined)
    return onlyOf(towns.map((place) => this.townOf(place))) === undefined ? undefined : towns[0]
  }

  /** The sentences that speak of "the opening" or "a groundbreaking ceremony". */
  private occasionSentences(): string[] {
    const { stages } = this.words
    const named = new Set([...this.words.occasions, ...Object.values(stages).flatMap(({ ceremonies }) => ceremonies)])
    return this.document.sentences
      .filter(({ words }) => words.some(({ upos, lemma }) => upos === 'NOUN' && named.has(lemma.toLowerCase())))
      .map(({ sentence }) => sentence.id)
  }

  private onlyPlaceIn(sentence: string): Argument | undefined {
    const own = this.layers.mentions.filter(
      (at) => at.sentence === sentence && at.type === 'PLACE' && at.kind !== 'metonym',
    )
    const towns = own.map(toArgument).filter((place) => this.townOf(place) !== undefined)
    return new Set(towns.map((place) => this.townOf(place))).size === 1 ? towns[0] : undefined
  }

  /** The town that a phrase means: by its name, or "the Kenyan capital". */
  private townOf(place: Argument): string | undefined {
    if (place.kind === 'entity' && /^place:/.test(place.id)) return place.id
    if (place.kind === 'quantity' || place.kind === 'time') return undefined
    if (!this.words.towns.includes(this.headOf(place)?.lemma.toLowerCase() ?? '')) return undefined
    const countries = this.layers.mentions
      .filter((mention) => covers(place, mention))
      .flatMap(({ entity }) => (entity?.startsWith('country:') ? [entity] : []))
    const owner = onlyOf(countries) ?? (/^its\b/i.test(place.text) ? this.countryBefore(place.start) : undefined)
    return owner && this.knowledge.capitalOf(owner)
  }

  private countryBefore(offset: number): string | undefined {
    return (
      this.layers.mentions.findLast(({ start, entity }) => start < offset && entity?.startsWith('country:'))?.entity ??
      undefined
    )
  }

  /** The town it is in; of what is agreed the parties, when there are two or more. */
  private keyOf(kind: string, place: Argument | undefined, events: readonly ThingEvent[]): string | undefined {
    if (this.words.kinds[kind]!.life !== 'agreed') {
      const town = place && this.townOf(place)
      return town && `${kind} ${town}`
    }
    const parties = events
      .flatMap(({ actor, side }) => [...(actor ? [actor] : []), ...this.partiesOf(side, kind)])
      .map(({ id }) => this.knowledge.entity(id)?.country ?? id)
    const both = [...new Set(parties)].sort()
    return both.length > 1 ? `${kind} ${both.join('+')}` : undefined
  }

  /** "the treaty between Peru and Chile" */
  private partiesOf(side: Argument, kind: string): Party[] {
    if (this.words.kinds[kind]!.life !== 'agreed' || !/\b(?:between|with)\b/.test(side.text)) return []
    const named = this.layers.mentions.filter(
      ({ kind: of, entity }) => of !== 'nominal' && entity && !/^event:|^agreement:/.test(entity),
    )
    return named.filter((mention) => covers(side, mention)).flatMap((mention) => toArgument(mention) as Party)
  }

  /** The places where an entity is called by name; a longer form of the name that stands there is the name. */
  private namesOf(id: string): { mention: Mention; span: Span }[] {
    const entity = this.layers.entities.find((one) => one.id === id)
    if (!entity) return []
    const { text } = this.document
    const forms = [entity.name, ...entity.aliases].sort((a, b) => b.length - a.length)
    return this.layers.mentions
      .filter((mention) => mention.entity === id && mention.kind === 'name' && !this.isDescription(mention.text))
      .filter((mention) => !this.isBeside(mention))
      .map((mention) => {
        const whole = forms.find((form) => text.startsWith(form, mention.start))
        return {
          mention,
          span: { start: mention.start, end: Math.max(mention.end, mention.start + (whole?.length ?? 0)) },
        }
      })
  }

  /** "War Memorial" of a headline where the text says "the war memorial": no name. */
  private isDescription(name: string): boolean {
    return name !== name.toLowerCase() && this.document.text.includes(name.toLowerCase())
  }

  private isBeside(span: Span): boolean {
    const analysis = this.document.sentences.find(({ sentence }) => covers(sentence, span))
    const head = this.headOf(span)
    return Boolean(
      head &&
        analysis?.words.some(
          (word) =>
            word.head === head.index && word.deprel === 'case' && this.words.beside.includes(word.form.toLowerCase()),
        ),
    )
  }

  /** Each spelling once, in the text rather than its headline; a part of a longer one is no other name. */
  private distinctNames(names: readonly { mention: Mention; span: Span }[]): { mention: Mention; span: Span }[] {
    const textOf = ({ span }: { span: Span }) => this.document.text.slice(span.start, span.end)
    const zoneOf = ({ mention }: { mention: Mention }) =>
      this.document.sentences.find(({ sentence }) => sentence.id === mention.sentence)?.sentence.zone
    const ordered = [...names].sort(
      (a, b) => Number(zoneOf(a) === 'title') - Number(zoneOf(b) === 'title') || a.span.start - b.span.start,
    )
    const first = [...new Map([...ordered].reverse().map((name) => [nameKey(textOf(name)), name])).entries()]
    return first
      .filter(([key]) => !first.some(([other]) => other !== key && ` ${other} `.includes(` ${key} `)))
      .map(([, name]) => name)
      .sort((a, b) => a.span.start - b.span.start)
  }
}

/** So many sentences on, "the ceremony" is still the one of which the article has just told. */
const OCCASION_SENTENCES = 3

const toArgument = ({ id, entity, start, end, text }: Mention): Argument =>
  entity ? { kind: 'entity', id: entity, mention: id, start, end, text } : { kind: 'text', start, end, text }

const placesIn = ({ roles }: Claim): Argument[] =>
  roles.filter(({ role }) => role === 'place' || role === 'location').map(({ value }) => value)

const onlyOf = <T>(list: readonly T[]): T | undefined => (new Set(list).size === 1 ? list[0] : undefined)

/** The one of whom all speak; of a country and its leader the leader. */
function onlyOne(parties: readonly Party[]): Party | undefined {
  const byId = groupBy(parties, ({ id }) => id)
  const persons = [...byId.keys()].filter((id) => id.startsWith('person:'))
  const others = [...byId.keys()].filter((id) => !id.startsWith('person:'))
  const id = persons.length === 1 ? persons[0] : persons.length === 0 && others.length === 1 ? others[0] : undefined
  return id === undefined ? undefined : byId.get(id)![0]
}

const isAlias = (a: string, b: string): boolean => {
  const [one, other] = [` ${nameKey(a)} `, ` ${nameKey(b)} `]
  return one.includes(other) || other.includes(one) || nearlySameName(a, b)
}
