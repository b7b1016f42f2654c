import { toMention } from '../mentions/find-mentions.ts'
import { entityId } from '../mentions/knowledge.ts'
import type { Document } from '../model/document.ts'
import { groupBy } from '../model/group-by.ts'
import type { Entity, EntityType, Mention } from '../model/mention.ts'
import { chooseCanonicalName } from './choose-canonical-name.ts'
import type { EntityKit } from './entity-kit.ts'
import { type Chains, findChains, type Speech } from './find-chains.ts'
import { properName } from './group-names.ts'
import { type IdentityRule, notesOf } from './identity-rules.ts'
import { linkKnown } from './link-known.ts'
import { isInBoilerplate, type Reference } from './reference.ts'

/**
 * Groups the mentions of a document: who is meant by each. Returns all mentions in reading order, with `entity` set where it is known, and
 * phrases that turned out to mean an entity. Only what is named somewhere in the document becomes an entity, and who is named in no other place than the
 * lines about the article (its outlet, its author) is none. Who people have judged to be another is the other; `judged` has the notes of it, sorted.
 */
export function resolveEntities(
  document: Document,
  mentions: readonly Mention[],
  speech: Speech,
  kit: EntityKit,
): { mentions: Mention[]; entities: Entity[]; judged: string[] } {
  const chains = findChains(document, speech, kit)
  const byId = new Map(mentions.map((mention) => [mention.id, mention]))
  const judged: IdentityRule[] = []
  const entities = new Map<
    string,
    { type: EntityType; name: string; aliases: Set<string>; identifiers: Record<string, string>; mentions: Mention[] }
  >()
  for (const members of groupBy(chains.references, ({ at }) => chains.clusters.of(at)).values()) {
    const described = describe(members, chains)
    if (!described) continue
    const rules = kit.identities?.from(document.article.id, described.id) ?? []
    judged.push(...rules)
    const { id, ...entity } =
      rules.length > 0
        ? { ...described, ...rules.at(-1)!.as, aliases: [...described.aliases, described.name] }
        : described
    const known = entities.get(id) ?? { ...entity, aliases: new Set<string>(), mentions: [] }
    entities.set(id, known)
    for (const alias of entity.aliases) known.aliases.add(alias)
    for (const member of members) {
      const mention = mentionOf(member, chains, byId)
      if (!mention) continue
      const isMistyped = mention.kind === 'name' && mention.type === 'PERSON' && entity.type !== 'PERSON'
      const resolved = { ...mention, ...(isMistyped ? { type: entity.type } : {}), entity: id }
      byId.set(mention.id, resolved)
      known.mentions.push(resolved)
    }
  }
  const inOrder = (a: Mention, b: Mention) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)
  return {
    mentions: [...byId.values()].sort(inOrder),
    entities: [...entities]
      .map(([id, { type, name, aliases, identifiers, mentions: own }]) => ({
        id,
        type,
        name,
        aliases: [...aliases].filter((alias) => alias !== name).sort(),
        identifiers,
        mentions: own.sort(inOrder).map((mention) => mention.id),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    judged: notesOf(judged),
  }
}

/** What a chain is called; nothing when no member is a name, or only a family name that several have. */
function describe(members: readonly Reference[], { reader, ambiguous }: Chains) {
  const names = members.filter(
    ({ kind, type, candidate }) => candidate && (kind === 'name' || kind === 'demonym') && type !== null,
  )
  if (names.every(({ at }) => ambiguous.has(at))) return undefined
  const known = linkKnown(names, members, reader)
  const own = names.filter(({ candidate }) => candidate?.kind === 'name').map(({ text }) => text)
  if (known)
    return { id: known.id, type: known.type, name: known.name, aliases: own, identifiers: { ...known.identifiers } }
  const type = isNoPerson(names, members) ? 'ORGANIZATION' : commonType(names)
  const name = chooseCanonicalName(type === 'PLACE' ? own.map(properName) : own, type)
  const isOfText = type === 'PLACE' || members.some((one) => !isInBoilerplate(one, reader)) // a dateline's place is where it happened
  return name && isOfText
    ? {
        id: entityId(type, reader.knowledge.nameWords.identifying(type, name)),
        type,
        name,
        aliases: own,
        identifiers: {},
      }
    : undefined
}

/** Bare names that sound like a person's are a body's when the text says "it": "Liebherr denied that it would sell cranes". */
const isNoPerson = (names: readonly Reference[], members: readonly Reference[]): boolean =>
  names.every(({ type, gender, core }) => type === 'PERSON' && gender === 'p' && core.first === core.last) &&
  members.some(({ kind, gender }) => kind === 'pronoun' && gender === 'n')

/** The type most of the names have, the surer ones counting more. */
function commonType(names: readonly Reference[]): EntityType {
  const votes = new Map<EntityType, number>()
  for (const { type, candidate } of names) votes.set(type!, (votes.get(type!) ?? 0) + (candidate?.score ?? 0.5))
  return [...votes].sort((a, b) => b[1] - a[1])[0]![0]
}

/** The mention of a reference: one of those given, or a new one for a phrase that means something named. */
export function mentionOf(
  reference: Reference,
  { reader }: Chains,
  byId: ReadonlyMap<string, Mention>,
): Mention | undefined {
  if (reference.candidate) return byId.get(toMention(reference.candidate, reader).id)
  // "it is a signal": what is only said of an entity is not a reference to it
  if (reference.kind !== 'nominal' || reference.role === 'predicate') return undefined
  const mention = toMention(
    {
      sentence: reference.sentence,
      ...reference.core,
      kind: 'nominal',
      type: reference.type,
      method: 'coreference',
      score: 0.5,
    },
    reader,
  )
  return byId.has(mention.id) ? undefined : mention
}
