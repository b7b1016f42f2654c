import { type Knowledge, knowledgeOf } from '../../mentions/knowledge.ts'
import type { Argument, Claim } from '../../model/claim.ts'
import { commonest } from '../../model/commonest.ts'
import type { Document, Word } from '../../model/document.ts'
import { slug } from '../../model/id.ts'
import type { Mention } from '../../model/mention.ts'
import { covers, type Span } from '../../model/span.ts'
import { spanOfWords, type Tree, treeOf } from '../../nlp/tree.ts'
import { UPPER } from '../../text/letters.ts'
import type { ClaimKit } from '../claim-kit.ts'
import type { Layers } from '../layers.ts'
import { lexiconOf } from '../typed/lexicon.ts'
import type { MeasureWords } from './measure-words.ts'
import { findSpots, type Passage, type Spot, tablesOf } from './occasion-spots.ts'

/** A happening that an article tells of: a quake, a strike, an election. It needs no name. */
export interface Occasion {
  readonly kind: string
  /** What tells it from others of its kind in other articles: its name, else where it is. */
  readonly key: string
  /** The noun for it, where the article has one. */
  readonly word: Argument | undefined
  /** The widest place it is told of, and those within it. */
  readonly area: Argument | undefined
  readonly spots: readonly Argument[]
  /** the entities of the places it is told of, each with what it lies in */
  readonly places: ReadonlySet<string>
  /** The entity, when it has a name. */
  readonly entity: string | undefined
}

/** The occasions of a document, found by the nouns and verbs for them */
export class Occasions {
  private readonly spots: readonly Spot[]
  private readonly known = new Map<string, Occasion | undefined>()
  private readonly knowledge: Knowledge
  private readonly containers: ReadonlyMap<string, string>

  constructor(
    claims: readonly Claim[],
    private readonly document: Document,
    private readonly layers: Layers,
    kit: ClaimKit,
    private readonly words: MeasureWords = kit.seeds.claims.measures,
  ) {
    this.knowledge = knowledgeOf(kit.seeds.naming)
    const { nouns } = tablesOf(words)
    const others = layers.mentions.filter(
      ({ kind, entity, text }) =>
        kind === 'name' && entity && !entity.startsWith('event:') && !nouns.has(text.toLowerCase()), // "Cholera"
    )
    const taken: readonly Span[] = [...others, ...layers.times] // "Storm Corps", "in March"
    this.spots = findSpots(document, words, lexiconOf(kit.seeds.claims)).filter(
      ({ span }) => !taken.some((one) => covers(one, span)),
    )
    this.containers = new Map(
      claims.flatMap(({ type, subject, object, polarity }) =>
        type === 'LOCATED_IN' && polarity === 'affirmed' && subject.kind === 'entity' && object?.kind === 'entity'
          ? [[subject.id, object.id] as const]
          : [],
      ),
    )
  }

  /** The occasion that a sentence's figure is of: one of its own sentence, else the one the article tells most of. */
  of(at: number, kinds: readonly string[] | undefined): Occasion | undefined {
    const fitting = this.spots.filter(({ kind }) => kinds?.includes(kind) ?? !this.words.occasions[kind]!.calm)
    const own = fitting.filter((spot) => spot.at === at)
    const kind = commonest((own.length > 0 ? own : fitting).map((spot) => spot.kind))
    return kind === undefined ? undefined : this.ofKind(kind)
  }

  /** The kind that a verb in a span tells to have happened: "collapsed". */
  happenedIn(span: Span): string | undefined {
    const spot = this.spots.find((one) => one.isVerb && covers(span, one.span))
    return spot && !this.words.occasions[spot.kind]!.lasts ? spot.kind : undefined
  }

  /** Whether a sentence tells of something that is no fighting, or the article of a disaster and of no fighting at all. */
  isDisasterIn(at: number): boolean {
    const isPeaceful = ({ kind }: { readonly kind: string }) => !this.words.occasions[kind]!.war
    if (this.spots.some((spot) => spot.at === at && isPeaceful(spot))) return true
    return this.spots.every(isPeaceful) && this.spots.some(({ kind }) => this.words.occasions[kind]!.deadly)
  }

  /** The kinds that the article tells of. */
  has(kinds: readonly string[]): boolean {
    return this.spots.some(({ kind }) => kinds.includes(kind))
  }

  /** The kind that a span's words name: "the strike by tram drivers". */
  kindIn(span: Span): string | undefined {
    return this.spots.find((spot) => covers(span, spot.span))?.kind
  }

  ofKind(kind: string): Occasion | undefined {
    if (!this.known.has(kind)) this.known.set(kind, this.describe(kind))
    return this.known.get(kind)
  }

  /** The country, or the widest place that the article or the gazetteer puts it in. */
  widest(id: string): string {
    let at = id
    for (let steps = 0; steps < 4 && !at.startsWith('country:'); steps++) {
      const outer = this.knowledge.entity(at)?.country ?? this.containers.get(at)
      if (!outer || outer === at) break
      at = outer
    }
    return at
  }

  private describe(kind: string): Occasion | undefined {
    const spots = this.spots.filter((spot) => spot.kind === kind)
    if (spots.length === 0) return undefined
    const name = this.nameOf(kind)
    const named = this.words.occasions[kind]!.named ? name : undefined
    const told = this.placesNear(spots)
    const found = told.length > 0 || name ? told : this.participant(spots)
    const place = found.find(({ entity }) => this.widest(entity!).startsWith('country:')) ?? found[0]
    const key = named?.key ?? (place ? keyOfEntity(this.widest(place.entity!)) : name?.key)
    if (!key) return undefined
    const nouns = spots.filter(({ isVerb }) => !isVerb)
    const noun = nouns.find(({ at }) => !this.isTitle(at)) ?? nouns[0]
    const wide = place && this.widest(place.entity!)
    const area = found.findLast(({ entity }) => entity === wide) ?? place
    const narrow = found.filter(({ entity }) => entity !== wide && entity !== area?.entity)
    const { text } = this.document
    return {
      kind,
      key: `${kind} ${key}`,
      word: named ? toText(named.mention, text) : noun && toText(noun.span, text),
      area: named ? undefined : area && toText(area, text),
      spots: [...new Map(narrow.map((one) => [one.entity, toText(one, text)])).values()].slice(0, MAX_SPOTS),
      places: new Set(found.flatMap(({ entity }) => [entity!, this.widest(entity!)])),
      entity: named?.mention.entity ?? undefined,
    }
  }

  /** "Storm Lena", "Lena" of a storm, "Valmora election" of one there: one key. */
  private nameOf(kind: string): { key: string; mention: Mention } | undefined {
    const { nouns } = this.words.occasions[kind]!
    for (const mention of this.layers.mentions) {
      if (mention.kind !== 'name' || !mention.entity?.startsWith('event:')) continue
      const own = mention.text.split(/\s+/)
      const bare = own.filter((word) => !nouns.includes(word.toLowerCase()))
      if (bare.length < own.length && UPPER.test(bare[0] ?? '')) return { key: slug(bare.join(' ')), mention }
    }
    return undefined
  }

  /** The places of the first of these passages whose sentence names one, a title last, and a country that the article's head names. */
  private placesNear(spots: readonly Passage[]): Mention[] {
    const isInCountry = ({ entity }: Mention) => this.widest(entity!).startsWith('country:')
    const first = this.firstPlaces(spots)
    if (first.some(isInCountry)) return first
    const head = [0, 1, 2].flatMap((at) => this.placesIn(at))
    if (first.length > 0) return [...first, ...head.filter(isInCountry)]
    return head.length > 0 ? head : this.onlyPlace()
  }

  /** The places of the first of these passages whose sentence names one, a title last; else the one that the article names at all. */
  placesOf(spots: readonly Passage[]): Mention[] {
    const first = this.firstPlaces(spots)
    return first.length > 0 ? first : this.onlyPlace()
  }

  private firstPlaces(spots: readonly Passage[]): Mention[] {
    const told = [...spots].sort((a, b) => Number(this.isTitle(a.at)) - Number(this.isTitle(b.at)) || a.at - b.at)
    return told.map(({ at, span }) => this.placesIn(at, span)).find((found) => found.length > 0) ?? []
  }

  /** The one place that an article names at all: "the mayor of Lima" in it, and no other town. */
  private onlyPlace(): Mention[] {
    const named = this.layers.mentions.filter(
      ({ kind, entity }) => kind === 'name' && entity && /^(?:place|country):/.test(entity),
    )
    return named.every(({ entity }) => entity === named[0]!.entity) ? named.slice(0, 1) : []
  }

  /** Where no place is told: whose it is ("Norvia's election"), or whom the article names most, a body rather than a person. */
  private participant(spots: readonly Spot[]): Mention[] {
    const names = this.layers.mentions.filter(({ kind, entity }) => kind === 'name' && entity)
    const owner = spots.map((spot) => names.find((mention) => this.isOwner(mention, spot))).find(Boolean)
    if (owner) return [owner]
    const bodies = names.filter(({ entity }) => !entity!.startsWith('person:'))
    const entity = commonest(bodies.map((mention) => mention.entity!))
    return bodies.filter((mention) => mention.entity === entity).slice(0, 1)
  }

  private isOwner(mention: Span, { at, span, isVerb }: Spot): boolean {
    const { sentence, words } = this.document.sentences[at]!
    if (isVerb || !covers(sentence, mention)) return false
    const noun = words.find((word) => word.end === span.end)
    return words.some(
      (word) =>
        covers(mention, word) &&
        word.head === noun?.index &&
        (word.deprel === 'nmod:poss' || word.deprel === 'compound'),
    )
  }

  /** Not the speaker's ("officials in Lima"), unless it is told of `noun` itself ("the designer of [the hall] in Lima"). */
  private placesIn(at: number, noun?: Span): Mention[] {
    const analysis = this.document.sentences[at]
    if (!analysis) return []
    const { sentence, words } = analysis
    const tree = treeOf(words)
    const head = noun && words.find(({ end }) => end === noun.end)
    const sources = this.layers.attributions.filter((one) => one.sentence === sentence.id).map(({ source }) => source)
    const own = this.layers.mentions.filter(
      (mention) =>
        mention.sentence === sentence.id &&
        mention.entity !== null &&
        mention.kind !== 'pronoun' &&
        !isOrigin(mention, words, head) &&
        !(mention.kind === 'nominal' && isCompound(mention, words)) && // "a rubber factory" is in no town of Rubber
        (!sources.some((source) => covers(source, mention)) ||
          (head && covers(spanOfWords(tree.subtree(head)), mention))) &&
        !/^\s*(?:border|frontier)/i.test(this.document.text.slice(mention.end, mention.end + 10)),
    )
    const places = own.filter(({ entity }) => /^(?:place|country):/.test(entity!))
    const plain = places.filter((one) => !isCompound(one, words, head)) // "across the Aldo river near Orsk"
    const near = plain.length > 0 ? plain : places
    const phrase = head?.upos === 'NOUN' ? spanOfWords(tree.subtree(head)) : undefined
    const its = near.filter((one) => phrase && covers(phrase, one)) // "[a conference in Geneva] for Haiti"
    if (places.length > 0) return its.length > 0 ? its : near
    return own.filter((mention) => mention.kind === 'name' && isAt(mention, words, tree))
  }

  private isTitle(at: number): boolean {
    return this.document.sentences[at]?.sentence.zone === 'title'
  }
}

/** "a [Czech] woman": where somebody is from, not where it happened; but "the Czech floods". */
function isOrigin(mention: Span, words: readonly Word[], noun: Word | undefined): boolean {
  const word = words.find(({ start }) => start === mention.start)
  return word?.deprel === 'amod' && word.end === mention.end && (noun === undefined || word.head !== noun.index)
}

/** What it is, in which area, and where there. */
export const rolesOf = ({ word, area, spots }: Occasion): Claim['roles'] => [
  ...(word ? [{ role: 'kind', value: word }] : []),
  ...(area ? [{ role: 'area', value: area }] : []),
  ...spots.map((value) => ({ role: 'place', value })),
]

/** What tells it from others, whatever type an article takes it for, and without the town: "National Museum in Oslo". */
export const keyOfEntity = (id: string): string => id.replace(/^[^:]*:/, '').replace(/-in-.+$/, '')

/** Of the places within it so many are kept. */
const MAX_SPOTS = 4

/** "at Ravensport": a name of whatever type that a preposition of place stands before. */
function isAt(mention: Mention, words: readonly Word[], tree: Tree): boolean {
  const head = words.find(
    (word) => word.start >= mention.start && word.end <= mention.end && !isInside(word, mention, tree),
  )
  return head !== undefined && tree.childrenBy(head, 'case').some(({ form }) => /^(?:in|at|near|off|on)$/i.test(form))
}

/** "the Aldo river", "a rubber factory": not of `noun` itself ("the Orsk bridge"). */
function isCompound({ end }: Mention, words: readonly Word[], noun?: Word): boolean {
  const word = words.find((one) => one.end === end)
  return word?.deprel === 'compound' && word.head !== noun?.index
}

const isInside = (word: Word, span: Span, tree: Tree): boolean => {
  const head = tree.head(word)
  return head !== undefined && head.start >= span.start && head.end <= span.end
}

export const toText = ({ start, end }: Span, text: string): Argument => ({
  kind: 'text',
  start,
  end,
  text: text.slice(start, end),
})
