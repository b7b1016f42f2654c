import { type Chains, findChains } from '../entities/find-chains.ts'
import type { Reference } from '../entities/reference.ts'
import { mentionOf } from '../entities/resolve-entities.ts'
import { entityId } from '../mentions/knowledge.ts'
import type { Argument, Claim } from '../model/claim.ts'
import type { Document, Word } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import { contentId } from '../model/id.ts'
import type { Entity, EntityType, Mention } from '../model/mention.ts'
import type { Span } from '../model/span.ts'
import type { ClaimKit } from './claim-kit.ts'
import { contentHead } from './content-head.ts'
import type { Layers } from './layers.ts'
import { type Lexicon, lexiconOf } from './typed/lexicon.ts'

/**
 * Whom typed claims relate although nobody names them: "Kurdish fighters", "the coalition's aircraft". Each becomes an entity of its article alone,
 * with everything in the article that means it. Who is in no typed claim stays a mention; two articles' "the rebels" stay two.
 */
export function describeUnnamed(
  claims: readonly Claim[],
  document: Document,
  layers: Layers,
  kit: ClaimKit,
): { claims: Claim[]; mentions: Mention[]; entities: Entity[] } {
  const lexicon = lexiconOf(kit.seeds.claims)
  const unnamed = new Unnamed(document, layers, findChains(document, layers, kit), lexicon)
  const related = claims.map((claim) => {
    const type = lexicon.types.get(claim.type)
    if (!type) return claim
    const subject = unnamed.side(claim.subject, type.domain)
    const object = claim.object && unnamed.side(claim.object, type.range)
    const isOne = object?.kind === 'entity' && subject.kind === 'entity' && subject.id === object.id
    return isOne ? claim : { ...claim, subject, object }
  })
  return { claims: related, ...unnamed.result() }
}

class Unnamed {
  private readonly byHead: ReadonlyMap<string, Reference>
  private readonly mentions: Map<string, Mention>
  private readonly groups = new Map<
    number,
    { readonly entity: Entity; readonly mentions: ReadonlyMap<number, Mention> }
  >()
  private members: ReadonlyMap<number, readonly Reference[]> | undefined

  constructor(
    private readonly document: Document,
    private readonly layers: Layers,
    private readonly chains: Chains,
    private readonly lexicon: Lexicon,
  ) {
    this.byHead = new Map(chains.references.map((reference) => [keyOf(reference.sentence, reference.head), reference]))
    this.mentions = new Map(layers.mentions.map((mention) => [mention.id, mention]))
  }

  result(): { mentions: Mention[]; entities: Entity[] } {
    const groups = [...this.groups.values()]
    for (const { mentions } of groups) for (const mention of mentions.values()) this.mentions.set(mention.id, mention)
    return {
      mentions: [...this.mentions.values()].sort(
        (a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1),
      ),
      entities: [...this.layers.entities, ...groups.map(({ entity }) => entity)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }
  }

  /** The side as an entity, when its noun is of a type that may stand there. */
  side(side: Argument, allowed: readonly string[]): Argument {
    if (side.kind !== 'text') return side
    const reference = this.referenceAt(side)
    if (!reference) return side
    const group = this.groupOf(reference, allowed)
    const mention = group?.mentions.get(reference.at)
    if (!group || !mention || !allowed.includes(group.entity.type)) return side
    const { id, start, end, text } = mention
    return { kind: 'entity', id: group.entity.id, mention: id, start, end, text }
  }

  private referenceAt(span: Span): Reference | undefined {
    const at = this.document.sentences.findIndex(
      ({ sentence }) => sentence.start <= span.start && span.end <= sentence.end,
    )
    const tree = this.chains.reader.trees[at]
    const inside = tree?.words.filter((word) => word.start < span.end && span.start < word.end) ?? []
    const head = inside.find((word) => word.head < inside[0]!.index || word.head > inside.at(-1)!.index)
    if (!tree || !head) return undefined
    const own = this.byHead.get(keyOf(at, head)) // "members of the tribe" are members, "hundreds of drones" drones
    return own && this.describes(own) && this.typesOf(own).length > 0
      ? own
      : this.byHead.get(keyOf(at, contentHead(tree, head)))
  }

  private groupOf(reference: Reference, allowed: readonly string[]) {
    const { clusters, references } = this.chains
    const chain = clusters.of(reference.at)
    const known = this.groups.get(chain)
    if (known) return known
    this.members ??= groupBy(references, ({ at }) => clusters.of(at))
    const members = this.members.get(chain)!
    const nouns = members.filter((member) => this.describes(member))
    const noun = nouns.find(({ at }) => at === reference.at) ?? nouns[0]
    const type = noun && this.typesOf(noun).find((at) => allowed.includes(at))
    if (!noun || !type) return undefined
    const found = members.flatMap((member) => {
      const mention = mentionOf(member, this.chains, this.mentions)
      return mention && mention.kind !== 'name' && !mention.entity ? [[member.at, mention] as const] : []
    })
    const name = this.nameOf(nouns[0]!)
    const own = contentId('unnamed', this.document.article.id, nouns[0]!.sentence, nouns[0]!.head.index).slice(-8)
    const id = `${entityId(type, name)}~${own}`
    const mentions = new Map(found.map(([at, mention]) => [at, { ...mention, entity: id }]))
    const entity = {
      id,
      type,
      name,
      aliases: [],
      identifiers: {},
      mentions: [...mentions.values()].sort((a, b) => a.start - b.start).map((mention) => mention.id),
    }
    const group = { entity, mentions }
    this.groups.set(chain, group)
    return group
  }

  /** A common noun, or an office without its holder ("the Foreign Secretary"). */
  private describes({ kind, head, lemma }: Reference): boolean {
    if (kind !== 'nominal') return false
    return head.upos === 'NOUN' || (head.upos === 'PROPN' && this.lexicon.isRoleNoun(lemma))
  }

  private typesOf({ type, lemma, head }: Reference): readonly EntityType[] {
    if (head.upos === 'PROPN') return ['PERSON']
    const known = this.lexicon.typesOf(lemma)
    return type ? [type, ...known] : known
  }

  /** The phrase without its article, with what follows its head where that is short and tells no story of its own. */
  private nameOf({ sentence, whole, core }: Reference): string {
    const words = this.document.sentences[sentence]!.words
    const isOwner = words[whole.last - 1]!.xpos === 'POS'
    const phrase = words.slice(whole.first - 1, isOwner ? whole.last - 1 : whole.last)
    const isShort = phrase.at(-1)!.end - phrase[0]!.start <= LONGEST && !phrase.some(({ upos }) => upos === 'VERB')
    const [first, last] = isShort ? [phrase[0]!, phrase.at(-1)!] : [words[core.first - 1]!, words[core.last - 1]!]
    const name = this.document.text.slice(first.start, last.end).replace(/\s+/g, ' ')
    return name.replace(DETERMINER, '') || name
  }
}

const LONGEST = 60
const DETERMINER = /^(?:the|an?|this|that|these|those|such|some|any|its|his|her|their|our|my|your)\s+/i

const keyOf = (sentence: number, { index }: Word): string => `${sentence}:${index}`
