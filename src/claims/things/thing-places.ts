import { type Knowledge, knowledgeOf } from '../../mentions/knowledge.ts'
import type { Argument, Claim } from '../../model/claim.ts'
import { covers } from '../../model/span.ts'
import type { ClaimKit } from '../claim-kit.ts'
import { Occasions } from '../figures/occasions.ts'
import { type ThingEvent, toArgument } from './thing.ts'
import type { ThingKinds } from './thing-kinds.ts'

/** Where the things of a document are. */
export class ThingPlaces {
  private readonly knowledge: Knowledge
  private happenings: Occasions | undefined

  constructor(
    private readonly claims: readonly Claim[],
    private readonly kinds: ThingKinds,
    private readonly kit: ClaimKit,
  ) {
    this.knowledge = knowledgeOf(kit.seeds.naming)
  }

  /** Where it is: told of its events, of itself, or by the only place in the sentence of an event. */
  placeOf(kind: string, ids: readonly string[], events: readonly ThingEvent[], isOnly: boolean): Argument | undefined {
    const isIt = (side: Argument) =>
      side.kind === 'entity' ? ids.includes(side.id) : side.kind === 'text' && this.kinds.kindOf(side) === kind
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
    const nouns = this.kinds.document.sentences.flatMap(({ words }, at) =>
      words
        .filter((word) => word.upos === 'NOUN' && this.kinds.kindOfWord(word) === kind)
        .map((span) => ({ at, span })),
    )
    if (nouns.length === 0) return undefined
    this.happenings ??= new Occasions(this.claims, this.kinds.document, this.kinds.layers, this.kit)
    const places = this.happenings.placesOf(nouns).map(toArgument)
    const towns = places.filter((place) => this.townOf(place) !== undefined)
    return onlyOf(towns.map((place) => this.townOf(place))) === undefined ? undefined : towns[0]
  }

  /** The sentences that speak of "the opening" or "a groundbreaking ceremony". */
  private occasionSentences(): string[] {
    const { stages } = this.kinds.words
    const named = new Set([
      ...this.kinds.words.occasions,
      ...Object.values(stages).flatMap(({ ceremonies }) => ceremonies),
    ])
    return this.kinds.document.sentences
      .filter(({ words }) => words.some(({ upos, lemma }) => upos === 'NOUN' && named.has(lemma.toLowerCase())))
      .map(({ sentence }) => sentence.id)
  }

  private onlyPlaceIn(sentence: string): Argument | undefined {
    const own = this.kinds.layers.mentions.filter(
      (at) => at.sentence === sentence && at.type === 'PLACE' && at.kind !== 'metonym',
    )
    const towns = own.map(toArgument).filter((place) => this.townOf(place) !== undefined)
    return new Set(towns.map((place) => this.townOf(place))).size === 1 ? towns[0] : undefined
  }

  /** The town that a phrase means: by its name, or "the Kenyan capital". */
  townOf(place: Argument): string | undefined {
    if (place.kind === 'entity' && /^place:/.test(place.id)) return place.id
    if (place.kind === 'quantity' || place.kind === 'time') return undefined
    if (!this.kinds.words.towns.includes(this.kinds.headOf(place)?.lemma.toLowerCase() ?? '')) return undefined
    const countries = this.kinds.layers.mentions
      .filter((mention) => covers(place, mention))
      .flatMap(({ entity }) => (entity?.startsWith('country:') ? [entity] : []))
    const owner = onlyOf(countries) ?? (/^its\b/i.test(place.text) ? this.countryBefore(place.start) : undefined)
    return owner && this.knowledge.capitalOf(owner)
  }

  private countryBefore(offset: number): string | undefined {
    return (
      this.kinds.layers.mentions.findLast(({ start, entity }) => start < offset && entity?.startsWith('country:'))
        ?.entity ?? undefined
    )
  }
}

const placesIn = ({ roles }: Claim): Argument[] =>
  roles.filter(({ role }) => role === 'place' || role === 'location').map(({ value }) => value)

const onlyOf = <T>(list: readonly T[]): T | undefined => (new Set(list).size === 1 ? list[0] : undefined)
