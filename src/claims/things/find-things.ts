import { nameKey } from '../../entities/group-names.ts'
import { type Knowledge, knowledgeOf } from '../../mentions/knowledge.ts'
import type { Argument, Claim } from '../../model/claim.ts'
import type { Document } from '../../model/document.ts'
import { groupBy } from '../../model/group-by.ts'
import { nearlySameName } from '../../model/same-name.ts'
import { covers } from '../../model/span.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import { type Party, type Thing, type ThingEvent, toArgument } from './thing.ts'
import { ThingKinds } from './thing-kinds.ts'
import { ThingNames } from './thing-names.ts'
import { ThingPlaces } from './thing-places.ts'
import type { ThingWords } from './thing-words.ts'
import { toldOccasions } from './told-occasions.ts'

/** A stage before its occasion is known. */
type Stage = Omit<ThingEvent, 'occasion'>

/** The entities and stages of one thing. */
interface Group {
  readonly kind: string
  readonly ids: string[]
  readonly events: Stage[]
}

/** The things of a document of whose coming to be it tells something; only those that can be told apart from others of their kind. */
export function findThings(claims: readonly Claim[], document: Document, layers: Layers, kit: ClaimKit): Thing[] {
  return new ThingFinder(claims, document, layers, kit).find()
}

class ThingFinder {
  private readonly words: ThingWords
  private readonly knowledge: Knowledge
  private readonly nameOf: ReadonlyMap<string, string>
  private readonly kinds: ThingKinds
  private readonly places: ThingPlaces
  private readonly names: ThingNames

  constructor(
    private readonly claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly kit: ClaimKit,
  ) {
    this.words = kit.seeds.claims.things
    this.knowledge = knowledgeOf(kit.seeds.naming)
    this.kinds = new ThingKinds(document, layers, this.words)
    this.places = new ThingPlaces(claims, this.kinds, kit)
    this.names = new ThingNames(this.kinds)
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
      const kind = stage && side && this.kinds.kindOf(side)
      if (!kind || (this.words.stages[stage]?.named && side.kind !== 'entity')) return []
      const maker = isMade ? claim.subject : type?.mode === 'T' ? (claim.object ?? this.partiesOf(side, kind)[0]) : null
      return [{ claim, stage, side, kind, actor: maker?.kind === 'entity' ? maker : undefined }]
    })
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
    const found = this.layers.entities.filter(
      ({ id, type }) => type !== 'PLACE' && this.kinds.kindOfEntity(id) === kind,
    )
    const names = found.filter(({ id }) => this.names.namesOf(id).length > 0)
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
    const place = this.words.kinds[kind]!.life === 'agreed' ? undefined : this.places.placeOf(kind, ids, told, isOnly)
    const key = this.keyOf(kind, place, told)
    return key
      ? {
          kind,
          key,
          place,
          actor,
          events: told,
          names: this.names.distinctNames(ids.flatMap((id) => this.names.namesOf(id))),
        }
      : undefined
  }

  /** "The inauguration was held in Lima on 3 May": of which stage, if it says. */
  private occasions(): { claim: Claim; stages: readonly string[] }[] {
    const all = Object.keys(this.words.stages)
    return this.claims.flatMap((claim) => {
      if (claim.polarity === 'denied' || !this.words.held.includes(claim.predicate)) return []
      const noun = this.kinds.headOf(claim.subject)?.lemma.toLowerCase() ?? ''
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

  /** The town it is in; of what is agreed the parties, when there are two or more. */
  private keyOf(kind: string, place: Argument | undefined, events: readonly ThingEvent[]): string | undefined {
    if (this.words.kinds[kind]!.life !== 'agreed') {
      const town = place && this.places.townOf(place)
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
}

/** So many sentences on, "the ceremony" is still the one of which the article has just told. */
const OCCASION_SENTENCES = 3

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
