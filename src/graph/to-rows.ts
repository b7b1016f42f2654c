import type { Argument, Claim, Speaker } from '../model/claim.ts'
import type { Extraction } from '../model/extraction.ts'
import { contentId, sha256 } from '../model/id.ts'
import type { Entity } from '../model/mention.ts'
import type { TimeExpression } from '../model/quantity.ts'
import { covers, type Span, textOf, toCodePoints } from '../model/span.ts'
import { ENTITY_LABELS } from './labels.ts'
import type { RelationTypes } from './relation-types.ts'
import type { GraphRows, NodeRow, Properties, RelationshipKind, RelationshipRow } from './rows.ts'
import { topicOf } from './topic.ts'

export interface RowOptions {
  /** What read the articles: the kit's version. */
  readonly version: string
  readonly relationTypes: RelationTypes
}

/**
 * An extraction as nodes and relationships, as the graph model has them. The same extraction and options give the same rows, in order;
 * lone halves of surrogate pairs, which no database can hold, become U+FFFD (the offsets stay right).
 */
export function toRows(given: Extraction, { version, relationTypes }: RowOptions): GraphRows {
  const extraction = wellFormed(given)
  const { article } = extraction
  const place = placer(article.text)
  const claims = extraction.claims
  const readBy = contentId('extraction', version)
  const nodes = {
    article: { id: article.id, props: articleProps(extraction) },
    source: { id: article.source.id, props: article.source },
    extraction: { id: readBy, props: { id: readBy, name: `wiregraph ${version}`, version } },
    sentences: sorted(
      extraction.sentences.map(({ id, index, paragraph, zone, ...span }) => {
        const text = textOf(article.text, span)
        return { id, props: { id, name: firstWords(text), index, paragraph, zone, ...place(span), text } }
      }),
    ),
    entities: entitiesByLabel(extraction.entities),
    claims: sorted(claims.map((claim) => ({ id: claim.id, props: claimProps(claim, extraction) }))),
    propositions: propositionRows(claims, relationTypes),
  }
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
  return { ...nodes, relationships, count: countRows(nodes, relationships) }
}

type Nodes = Omit<GraphRows, 'relationships' | 'count'>

const countRows = (nodes: Nodes, relationships: GraphRows['relationships']): number =>
  3 +
  nodes.sentences.length +
  [...nodes.entities.values()].reduce((sum, rows) => sum + rows.length, 0) +
  nodes.claims.length +
  nodes.propositions.length +
  [...relationships.values()].reduce((sum, rows) => sum + rows.length, 0)

function articleProps({ article, ...rest }: Extraction): Properties {
  const { id, key, path, url, title, byline, publishedAt, publishedFrom, language, text, textHash } = article
  return {
    id,
    name: title || key,
    key,
    path,
    url: url ?? null,
    byline: byline ?? null,
    publishedAt: publishedAt ?? null,
    publishedPrecision: publishedAt ? precisionOf(publishedAt) : null,
    publishedFrom,
    language,
    text,
    textHash,
    revision: revisionOf({ article, ...rest }),
  }
}

/** Hash of everything read from an article: equal revisions make equal rows. */
export const revisionOf = (extraction: Extraction): string => sha256(JSON.stringify(extraction)).slice(0, 16)

const precisionOf = (date: string): string =>
  date.length <= 4 ? 'year' : date.length <= 7 ? 'month' : date.length <= 10 ? 'day' : 'time'

function entitiesByLabel(entities: readonly Entity[]): Map<string, NodeRow[]> {
  const byLabel = new Map<string, NodeRow[]>()
  for (const { id, type, name } of entities) {
    const label = ENTITY_LABELS[type]
    const rows = byLabel.get(label) ?? byLabel.set(label, []).get(label)!
    rows.push({ id, props: { id, name } })
  }
  return new Map([...byLabel].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, rows]) => [label, sorted(rows)]))
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

function claimProps(claim: Claim, extraction: Extraction): Properties {
  const { id, name, type, predicate, polarity, factuality, confidence, rule } = claim
  const roles = claim.roles.map(({ role, value }) => `${role}: ${value.text}`)
  return {
    id,
    name,
    type,
    predicate,
    polarity,
    factuality,
    confidence,
    rule,
    subjectText: claim.subject.text,
    objectText: claim.object?.text ?? null,
    roles: roles.length > 0 ? roles : null,
    ...quantityProps(claim, extraction),
    ...timeProps(extraction.times.find((time) => time.id === claim.time)),
  }
}

function quantityProps(claim: Claim, { quantities, article: { text } }: Extraction): Properties {
  const quantity = claim.quantity && quantities.find(({ id }) => id === claim.quantity)
  if (!quantity) return {}
  return {
    qText: quantity.text,
    qMin: quantity.min,
    qMax: quantity.max,
    qMinOpen: quantity.minOpen,
    qMaxOpen: quantity.maxOpen,
    qApprox: quantity.approximate,
    qUnit: quantity.unit,
    qNoun: quantity.noun ? countedNoun(textOf(text, quantity.noun)) : null,
    qRole: claim.roles.find(({ value }) => covers(value, quantity))?.role ?? null,
  }
}

/** The head of what is counted, in the singular: "North Korean soldiers" → "soldier". */
function countedNoun(words: string): string {
  const head = words.trim().split(/\s+/).at(-1)!.toLowerCase()
  if (/[^aeiou]ies$/.test(head)) return head.replace(/ies$/, 'y')
  if (/(?:ss|x|ch|sh)es$/.test(head)) return head.slice(0, -2)
  return /[^su]s$/.test(head) ? head.slice(0, -1) : head
}

const timeProps = (time: TimeExpression | undefined): Properties =>
  time ? { tText: time.text, tFrom: time.from, tTo: time.to, tPrecision: time.precision, tAnchor: time.anchor } : {}

function propositionRows(claims: readonly Claim[], relationTypes: RelationTypes): NodeRow[] {
  const rows = new Map<string, NodeRow>()
  for (const claim of [...claims].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { proposition: id, name, type } = claim
    if (!rows.has(id)) rows.set(id, { id, props: { id, name, type, topic: topicOf(claim, relationTypes) } })
  }
  return sorted([...rows.values()])
}

/** `name` is who speaks, as the article puts it: also somebody without a node of their own ("a senior official"). */
function speakerProps(
  { kind, class: speakerClass, attribution }: Speaker,
  extraction: Extraction,
  name: string,
): Properties {
  const said = attribution === null ? undefined : extraction.attributions.find(({ id }) => id === attribution)
  const { text } = extraction.article
  const words = said ? textOf(text, said.source) : null
  return {
    kind,
    class: speakerClass,
    name: speakerClass === 'outlet' ? name : (words ?? name),
    cue: said?.cue ? textOf(text, said.cue) : null,
  }
}

const placer = (text: string) => {
  const points = toCodePoints(text)
  return ({ start, end }: Span) => ({ start, end, startCp: points(start), endCp: points(end) })
}

/** A caption: the beginning of a text, cut between words. */
function firstWords(text: string): string {
  const points = [...text.replace(/\s+/g, ' ').trim()]
  if (points.length <= 60) return points.join('')
  const cut = points.slice(0, 60).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30))}…`
}

const relationship = (from: string, to: string, key: Properties = {}, props: Properties = {}): RelationshipRow => ({
  from,
  to,
  key,
  props,
})

const sorted = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** In the order of what identifies them; the first of equals stays. */
function distinct(rows: readonly RelationshipRow[]): RelationshipRow[] {
  const byKey = new Map<string, RelationshipRow>()
  for (const row of rows) {
    const key = JSON.stringify([row.from, row.to, row.key])
    if (!byKey.has(key)) byKey.set(key, row)
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** The same extraction with every string well-formed; nearly every one is already. */
function wellFormed(extraction: Extraction): Extraction {
  const json = JSON.stringify(extraction) // writes lone halves as escapes
  if (!/\\ud[89a-f]/i.test(json)) return extraction
  return JSON.parse(json, (_key, value) => (typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value))
}
