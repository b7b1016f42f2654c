import type { Dumped, DumpedNode, DumpedRelationship } from './dumped.ts'

/** schema.org for things and claims, Web Annotation for passages, terms of our own for the rest; nothing has to be fetched to read it. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  wg: 'urn:wiregraph:term:',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  url: { '@type': '@id' },
  sameAs: { '@type': '@id' },
  publisher: { '@type': '@id' },
  isPartOf: { '@type': '@id' },
  'oa:hasSource': { '@type': '@id' },
  'wg:speaker': { '@type': '@id' },
  'wg:entity': { '@type': '@id' },
  'wg:states': { '@type': '@id' },
  'wg:claim': { '@type': '@id' },
  'wg:conflict': { '@type': '@id' },
}

/** Types of schema.org; labels that it has no type for are our own beside Thing. */
const TYPES: Readonly<Record<string, string>> = {
  Person: 'Person',
  Organization: 'Organization',
  Government: 'GovernmentOrganization',
  MilitaryUnit: 'Organization',
  Country: 'Country',
  Place: 'Place',
  Facility: 'Place',
  Event: 'Event',
  Work: 'CreativeWork',
}

type Node = Record<string, unknown>

/**
 * The graph as JSON-LD 1.1 (w3.org/TR/json-ld11): articles, outlets, entities, claims with who says them and where, propositions, contradictions. A node object a line;
 * several with one `@id` are one node. Passages are Web Annotation selectors, which count code points. Edges between entities are left out: they follow from the claims.
 */
export async function* toJsonld(graph: () => AsyncIterable<Dumped>): AsyncIterable<string> {
  const articleOf = new Map<string, string>()
  for await (const item of graph())
    if (item.kind === 'relationship' && item.type === 'HAS_SENTENCE') articleOf.set(item.to, item.from)
  yield `{"@context": ${JSON.stringify(CONTEXT)},\n"@graph": [`
  let comma = '\n'
  for await (const item of graph()) {
    const node = item.kind === 'node' ? fromNode(item) : fromRelationship(item, articleOf)
    if (!node) continue
    yield comma + JSON.stringify(node)
    comma = ',\n'
  }
  yield '\n]}\n'
}

const iri = (id: string): string => `urn:wiregraph:${encodeURI(id)}`

/** Without what has no value. */
const present = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && value !== null))

function fromNode({ id, labels, properties: own }: DumpedNode): Node | undefined {
  const node = (more: Node) => present({ '@id': iri(id), name: own.name, ...more })
  if (labels.includes('Entity')) {
    const label = labels.find((one) => one !== 'Entity') ?? 'Entity'
    const wikidata = own.wikidata ? `http://www.wikidata.org/entity/${own.wikidata}` : undefined
    return node({ '@type': [TYPES[label] ?? 'Thing', `wg:${label}`], alternateName: own.aliases, sameAs: wikidata })
  }
  switch (labels[0]) {
    case 'Source':
      return node({ '@type': 'NewsMediaOrganization', 'wg:kind': own.kind })
    case 'Article':
      return node({
        '@type': 'NewsArticle',
        headline: own.name,
        datePublished: own.publishedAt,
        inLanguage: own.language,
        author: own.byline,
        url: own.url,
        identifier: own.key,
        articleBody: own.text,
      })
    case 'Claim':
      return node({ '@type': ['Claim', `wg:${own.type}`], ...fromClaim(own) })
    case 'Proposition':
      return node({
        '@type': 'wg:Proposition',
        'wg:disputed': own.disputed,
        'wg:independentSources': own.independentSources,
      })
    case 'Conflict':
      return node({ '@type': 'wg:Conflict', 'wg:kind': own.kind, 'wg:verdict': own.verdict, 'wg:reason': own.reason })
    default:
      return undefined
  }
}

const fromClaim = (own: DumpedNode['properties']): Node => ({
  'wg:predicate': own.predicate,
  'wg:polarity': own.polarity,
  'wg:factuality': own.factuality,
  'wg:confidence': own.confidence,
  'wg:rule': own.rule,
  'wg:amount':
    own.qText === undefined
      ? undefined
      : present({
          '@type': 'QuantitativeValue',
          name: own.qText,
          minValue: own.qMin,
          maxValue: own.qMax,
          unitText: own.qUnit ?? own.qNoun,
        }),
  temporalCoverage: own.tFrom ? (own.tTo && own.tTo !== own.tFrom ? `${own.tFrom}/${own.tTo}` : own.tFrom) : undefined,
})

function fromRelationship(
  { from, to, type, properties: own }: DumpedRelationship,
  articleOf: ReadonlyMap<string, string>,
): Node | undefined {
  const node = (more: Node): Node => ({ '@id': iri(from), ...more })
  const side = () => present({ 'wg:entity': iri(to), 'wg:words': own.text })
  switch (type) {
    case 'PUBLISHED_BY':
      return node({ publisher: iri(to) })
    case 'SUBJECT':
      return node({ 'wg:subject': side() })
    case 'OBJECT':
      return node({ 'wg:object': side() })
    case 'ROLE':
      return node({ 'wg:role': { ...side(), name: own.role } })
    case 'STATES':
      return node({ 'wg:states': iri(to) })
    case 'ATTRIBUTED_TO':
      return node({
        'wg:attribution': present({
          'wg:speaker': iri(to),
          name: own.name,
          position: own.order,
          'wg:kind': own.kind,
          'wg:class': own.class,
          'wg:cue': own.cue,
        }),
      })
    case 'EVIDENCED_BY':
      return own.role === 'whole' ? node({ appearance: passage(articleOf.get(to)!, own) }) : undefined
    case 'INVOLVES':
      return node({ 'wg:involves': { 'wg:claim': iri(to), 'wg:value': own.value } })
    case 'ABOUT':
      return node({ about: { '@id': iri(to) } })
    default:
      return undefined
  }
}

/** Exact words in an article, as Web Annotation has them. */
const passage = (article: string, { quote, startCp, endCp }: DumpedRelationship['properties']): Node => ({
  '@type': 'oa:SpecificResource',
  'oa:hasSource': iri(article),
  'oa:hasSelector': [
    { '@type': 'oa:TextQuoteSelector', 'oa:exact': quote },
    { '@type': 'oa:TextPositionSelector', 'oa:start': startCp, 'oa:end': endCp },
  ],
})
