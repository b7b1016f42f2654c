import { MEASURE } from '../claims/propositions.ts'
import type { Claim, Struck } from '../model/claim.ts'
import { JUDGED } from '../model/diagnostic.ts'
import type { Extraction } from '../model/extraction.ts'
import { contentId, sha256 } from '../model/id.ts'
import type { Entity } from '../model/mention.ts'
import type { TimeExpression } from '../model/quantity.ts'
import { covers, textOf } from '../model/span.ts'
import { ENTITY_LABELS } from './labels.ts'
import { placer } from './placer.ts'
import type { RelationTypes } from './relation-types.ts'
import type { GraphRows, NodeRow, Properties } from './rows.ts'
import { countedNoun, daysOf, toldFigures } from './told-figures.ts'
import { topicOf } from './topic.ts'

export interface RowOptions {
  /** What read the articles: the kit's version. */
  readonly version: string
  readonly relationTypes: RelationTypes
  /** claims that people have found to be none */
  readonly struck?: Struck | undefined
}

export type Nodes = Omit<GraphRows, 'relationships' | 'count'>

/** The nodes of an extraction with their properties, those of each label in the order of their ids. */
export function nodeRows(extraction: Extraction, { version, relationTypes, struck }: RowOptions): Nodes {
  const { article } = extraction
  const place = placer(article.text)
  const readBy = contentId('extraction', version)
  return {
    article: { id: article.id, props: articleProps(extraction, struck?.get(article.id) ?? []) },
    source: { id: article.source.id, props: article.source },
    extraction: { id: readBy, props: { id: readBy, name: `wiregraph ${version}`, version } },
    sentences: sorted(
      extraction.sentences.map(({ id, index, paragraph, zone, ...span }) => {
        const text = textOf(article.text, span)
        return { id, props: { id, name: firstWords(text), index, paragraph, zone, ...place(span), text } }
      }),
    ),
    entities: entitiesByLabel(extraction.entities),
    claims: sorted(extraction.claims.map((claim) => ({ id: claim.id, props: claimProps(claim, extraction) }))),
    propositions: propositionRows(extraction.claims, relationTypes),
  }
}

function articleProps({ article, ...rest }: Extraction, struck: readonly string[]): Properties {
  const identities = rest.diagnostics.filter(({ code }) => code === JUDGED).map(({ message }) => message)
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
    revision: revisionOf({ article, ...rest }, struck),
    struck: struck.length > 0 ? struck : null,
    identities: identities.length > 0 ? identities : null,
    stale: true,
  }
}

/** Hash of everything read from an article, and of what people struck out of it: equal revisions make equal rows. */
export const revisionOf = (extraction: Extraction, struck: readonly string[] = []): string =>
  sha256(JSON.stringify(struck.length > 0 ? [extraction, struck] : extraction)).slice(0, 16)

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
    figures: toldFigures(claim, extraction),
    ...quantityProps(claim, extraction),
    ...timeProps(extraction.times.find((time) => time.id === claim.time)),
  }
}

function quantityProps(claim: Claim, { quantities, times, article: { text } }: Extraction): Properties {
  const quantity = claim.quantity && quantities.find(({ id }) => id === claim.quantity)
  if (!quantity) return lengthProps(claim, times)
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

/** A length that a claim gives a measure of ("sentenced to six years"), in days. */
function lengthProps({ roles }: Claim, times: readonly TimeExpression[]): Properties {
  if (!roles.some(({ role }) => role === MEASURE)) return {}
  for (const { role, value } of roles) {
    const time = value.kind === 'time' ? times.find(({ id }) => id === value.id) : undefined
    const days = time?.kind === 'duration' ? daysOf(time.value) : undefined
    if (!time || days === undefined) continue
    return {
      qText: time.text,
      qMin: days,
      qMax: days,
      qMinOpen: false,
      qMaxOpen: false,
      qApprox: false,
      qUnit: 'day',
      qNoun: null,
      qRole: role,
    }
  }
  return {}
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

/** A caption: the beginning of a text, cut between words. */
function firstWords(text: string): string {
  const points = [...text.replace(/\s+/g, ' ').trim()]
  if (points.length <= 60) return points.join('')
  const cut = points.slice(0, 60).join('')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30))}…`
}

const sorted = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
