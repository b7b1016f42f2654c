import type { Argument, Claim, Speaker } from '../model/claim.ts'
import type { Extraction } from '../model/extraction.ts'
import { isUnnamed } from '../model/mention.ts'
import { textOf } from '../model/span.ts'
import { placer } from './placer.ts'
import type { Properties, RelationshipKind, RelationshipRow } from './rows.ts'

/** The relationships of an extraction by kind, each kind in the order of what identifies them; `readBy` is the id of what read the article. */
export function relationshipRows(
  extraction: Extraction,
  readBy: string,
): Map<RelationshipKind, readonly RelationshipRow[]> {
  const { article, claims } = extraction
  const place = placer(article.text)
  const relationships = new Map<RelationshipKind, readonly RelationshipRow[]>()
  const add = (kind: RelationshipKind, rows: readonly RelationshipRow[]) => {
    if (rows.length > 0) relationships.set(kind, distinct(rows))
  }
  const { name, kind } = article.source
  add('published-by', [relationship(article.id, article.source.id, {}, { name, kind })])
  add('read-by', [relationship(article.id, readBy)])
  add('names', namesRows(extraction))
  add(
    'has-sentence',
    extraction.sentences.map(({ id, index }) => relationship(article.id, id, {}, { index })),
  )
  const inOrder = [...extraction.sentences].sort((a, b) => a.index - b.index)
  add(
    'next',
    inOrder.slice(1).map(({ id }, at) => relationship(inOrder[at]!.id, id)),
  )
  add(
    'mentions',
    extraction.mentions.flatMap(({ id, sentence, entity, start, end, text, kind, method, score }) =>
      entity === null ? [] : [relationship(sentence, entity, { id }, { start, end, text, kind, method, score })],
    ),
  )
  const nameOf = new Map(extraction.entities.map((entity) => [entity.id, entity.name]))
  const toEntity = (claim: Claim, value: Argument | null, key: Properties = {}): RelationshipRow[] =>
    value?.kind === 'entity' && nameOf.has(value.id)
      ? [relationship(claim.id, value.id, key, { name: nameOf.get(value.id)!, text: value.text })]
      : []
  add(
    'subject',
    claims.flatMap((claim) => toEntity(claim, claim.subject)),
  )
  add(
    'object',
    claims.flatMap((claim) => toEntity(claim, claim.object)),
  )
  add(
    'role',
    claims.flatMap((claim) => claim.roles.flatMap(({ role, value }) => toEntity(claim, value, { role }))),
  )
  add(
    'evidenced-by',
    claims.flatMap((claim) =>
      claim.evidence.map(({ sentence, role, quote, ...span }) => {
        const { start, end, ...points } = place(span)
        return relationship(claim.id, sentence, { start, end, role }, { ...points, quote })
      }),
    ),
  )
  const speakers = claims.flatMap((claim) => claim.attribution.map((speaker) => ({ claim, speaker })))
  const isKnown = ({ entity }: Speaker): boolean => entity !== null && nameOf.has(entity)
  add(
    'attributed-to-entity',
    speakers
      .filter(({ speaker }) => isKnown(speaker))
      .map(({ claim, speaker }) =>
        relationship(
          claim.id,
          speaker.entity!,
          { order: speaker.order },
          speakerProps(speaker, extraction, nameOf.get(speaker.entity!)!),
        ),
      ),
  )
  add(
    'attributed-to-source',
    speakers
      .filter(({ speaker }) => !isKnown(speaker))
      .map(({ claim, speaker }) =>
        relationship(
          claim.id,
          article.source.id,
          { order: speaker.order },
          speakerProps(speaker, extraction, article.source.name),
        ),
      ),
  )
  add(
    'states',
    claims.map((claim) => relationship(claim.id, claim.proposition)),
  )
  return relationships
}

/** What this article calls each entity: the shared node's name and aliases are made from these, in any order of loading. */
function namesRows({ article, entities, mentions }: Extraction): RelationshipRow[] {
  const counts = new Map<string, number>()
  for (const { entity } of mentions) if (entity !== null) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  return entities.map(({ id, name, aliases, identifiers }) =>
    relationship(
      article.id,
      id,
      {},
      {
        name,
        aliases: aliases.length > 0 ? [...new Set(aliases)].sort() : null,
        wikidata: identifiers.wikidata ?? null,
        mentions: counts.get(id) ?? 0,
      },
    ),
  )
}

/** `name` is who speaks, as the article puts it: also somebody without a node of their own ("a senior official"). */
function speakerProps(
  { kind, class: speakerClass, attribution, entity }: Speaker,
  extraction: Extraction,
  name: string,
): Properties {
  const said = attribution === null ? undefined : extraction.attributions.find(({ id }) => id === attribution)
  const { text } = extraction.article
  const words = said ? textOf(text, said.source) : null
  return {
    kind,
    class: speakerClass,
    name: words === null || saysLess(words, entity, name) ? name : words,
    cue: said?.cue ? textOf(text, said.cue) : null,
  }
}

/**
 * Words that say less of a speaker than the name: "it", "its leader", "Frei" for Anja Frei, "the Swiss company". "Health Minister Rosa Iturbe" says more,
 * and "Seoul" is whom the text has speaking.
 */
export function saysLess(words: string, entity: string | null, name: string): boolean {
  if (PRONOUN.test(words)) return true
  if (entity === null || isUnnamed(entity) || words.includes(name)) return false
  return entity.startsWith('person:') || OWNED.test(words) || (entity.startsWith('organization:') && NOUN.test(words))
}
const PRONOUN = /^(?:he|she|it|they|who|which)$/i
const OWNED = /^(?:his|her|its|their)\s/i
const NOUN = /^[Tt](?:he|his|hat)\s(?:.*\s)?\p{Ll}+$/u

const relationship = (from: string, to: string, key: Properties = {}, props: Properties = {}): RelationshipRow => ({
  from,
  to,
  key,
  props,
})

/** In the order of what identifies them; the first of equals stays. */
function distinct(rows: readonly RelationshipRow[]): RelationshipRow[] {
  const byKey = new Map<string, RelationshipRow>()
  for (const row of rows) {
    const key = JSON.stringify([row.from, row.to, row.key])
    if (!byKey.has(key)) byKey.set(key, row)
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
