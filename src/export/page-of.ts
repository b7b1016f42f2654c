import { groupBy } from '../model/group-by.ts'
import type { FoundClaim } from '../query/claims.ts'
import { type Conflict, foremostFirst } from '../query/conflicts.ts'
import type { FoundEntity } from '../query/profile.ts'
import type { Dumped, DumpedNode, DumpedRelationship } from './dumped.ts'

/** What a page shows of a graph: all of it that people read, in the order they read it. */
export interface Page {
  readonly conflicts: readonly Conflict[]
  /** the most mentioned first; only those of which something is claimed */
  readonly entities: readonly { readonly entity: FoundEntity; readonly claims: readonly PageClaim[] }[]
  /** by date, those without one last */
  readonly articles: readonly PageArticle[]
}

/** `sentenceId` is where its passage stands. */
export type PageClaim = FoundClaim & { readonly sentenceId: string }

export interface PageArticle {
  readonly title: string
  readonly source: string
  readonly published: string | null
  readonly url: string | null
  readonly sentences: readonly {
    readonly id: string
    readonly paragraph: number
    readonly zone: string
    readonly text: string
  }[]
}

// What the dump gives back is what the loader wrote, so the types are known.
// biome-ignore lint/suspicious/noExplicitAny: properties of one node or relationship, each of its own type
type Properties = Readonly<Record<string, any>>

/** A dumped graph as a page; held in memory as a whole. */
export async function pageOf(graph: AsyncIterable<Dumped>): Promise<Page> {
  const nodes = new Map<string, DumpedNode>()
  const links: DumpedRelationship[] = []
  for await (const item of graph) {
    if (item.kind === 'node') nodes.set(item.id, item)
    else if (USED.has(item.type)) links.push(item)
  }
  const byType = groupBy(links, ({ type }) => type)
  const of = (type: string) => byType.get(type) ?? []
  const label = (name: string) => [...nodes.values()].filter(({ labels }) => labels.includes(name))
  const outlets = new Map(of('PUBLISHED_BY').map(({ from, properties }) => [from, properties.name as string]))
  const articleOf = new Map(of('HAS_SENTENCE').map(({ from, to }) => [to, from]))
  const claims = claimsOf(of, nodes, { outlets, articleOf })
  return {
    conflicts: conflictsOf(of, nodes, claims),
    entities: entitiesOf(of, label('Entity'), claims),
    articles: articlesOf(label('Article'), outlets, of, nodes),
  }
}

const USED = new Set([
  'PUBLISHED_BY',
  'HAS_SENTENCE',
  'EVIDENCED_BY',
  'ATTRIBUTED_TO',
  'SUBJECT',
  'OBJECT',
  'ROLE',
  'STATES',
  'INVOLVES',
])
type Links = (type: string) => readonly DumpedRelationship[]
type Nodes = ReadonlyMap<string, DumpedNode>

function claimsOf(
  of: Links,
  nodes: Nodes,
  { outlets, articleOf }: { outlets: ReadonlyMap<string, string>; articleOf: ReadonlyMap<string, string> },
): Map<string, PageClaim> {
  const speakers = groupBy(of('ATTRIBUTED_TO'), ({ from }) => from)
  const claims = new Map<string, PageClaim>()
  for (const { from, to, properties: evidence } of of('EVIDENCED_BY')) {
    if (evidence.role !== 'whole' || claims.has(from)) continue
    const { name: claim, qText, tText, tFrom, tTo, ...rest }: Properties = nodes.get(from)!.properties
    const article = nodes.get(articleOf.get(to)!)!
    const { key, name: title, publishedAt, url }: Properties = article.properties
    claims.set(from, {
      ...(rest as Pick<FoundClaim, 'id' | 'type' | 'polarity' | 'factuality' | 'confidence' | 'rule'>),
      claim,
      amount: qText ?? null,
      time: tText ?? null,
      from: tFrom ?? null,
      to: tTo ?? null,
      quote: evidence.quote as string,
      start: evidence.start as number,
      end: evidence.end as number,
      sentence: nodes.get(to)!.properties.text as string,
      sentenceId: to,
      article: article.id,
      key,
      title,
      published: publishedAt ?? null,
      url: url ?? null,
      source: outlets.get(article.id)!,
      speakers: (speakers.get(from) ?? [])
        .map(({ properties: { order, kind, class: speakerClass, name, cue } }: { properties: Properties }) => ({
          order,
          kind,
          class: speakerClass,
          name,
          cue: cue ?? null,
        }))
        .sort((a, b) => a.order - b.order),
    })
  }
  return claims
}

function conflictsOf(of: Links, nodes: Nodes, claims: ReadonlyMap<string, PageClaim>): Conflict[] {
  const proposition = new Map(of('STATES').map(({ from, to }) => [from, to]))
  return [...groupBy(of('INVOLVES'), ({ from }) => from)]
    .map(([id, involved]) => {
      const { name, kind, verdict, reason }: Properties = nodes.get(id)!.properties
      const about = nodes.get(proposition.get(involved[0]!.to)!)!
      const members = involved.map(({ to, properties }) => {
        const { key, published, source, speakers, quote } = claims.get(to)!
        const speaker = speakers[0]?.name ?? source
        return {
          article: key,
          publishedAt: published,
          outlet: source,
          claim: to,
          value: properties.value as string,
          speaker,
          quote,
        }
      })
      return {
        id,
        name,
        kind,
        verdict,
        reason,
        proposition: { id: about.id, name: about.properties.name as string },
        members,
      }
    })
    .sort(foremostFirst)
}

function entitiesOf(
  of: Links,
  entities: readonly DumpedNode[],
  claims: ReadonlyMap<string, PageClaim>,
): Page['entities'] {
  const about = groupBy([...of('SUBJECT'), ...of('OBJECT'), ...of('ROLE')], ({ to }) => to)
  return entities
    .filter(({ id }) => about.has(id) && !id.includes('~'))
    .map(({ id, labels, properties }) => {
      const { name, aliases, wikidata, mentionCount, articleCount }: Properties = properties
      const type = labels.find((one) => one !== 'Entity') ?? 'Entity'
      const found = [...new Set(about.get(id)!.map(({ from }) => from))].flatMap((claim) => claims.get(claim) ?? [])
      return {
        entity: {
          id,
          name,
          type,
          aliases: aliases ?? [],
          wikidata: wikidata ?? null,
          mentions: mentionCount,
          articles: articleCount,
        },
        claims: found.sort(byTypeAndTime),
      }
    })
    .sort((a, b) => b.entity.mentions - a.entity.mentions || (a.entity.id < b.entity.id ? -1 : 1))
}

/** As `cypher/read/claims-about` has them: what has no time stands last. */
const byTypeAndTime = (a: PageClaim, b: PageClaim): number => compare(orderOf(a), orderOf(b))
const orderOf = ({ type, from, published, id }: PageClaim) => [type, from ?? '~', published ?? '~', id].join('\u0000')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function articlesOf(
  articles: readonly DumpedNode[],
  outlets: ReadonlyMap<string, string>,
  of: Links,
  nodes: Nodes,
): PageArticle[] {
  const owned = groupBy(of('HAS_SENTENCE'), ({ from }) => from)
  return articles
    .map(({ id, properties }) => {
      const { name, publishedAt, url }: Properties = properties
      const sentences = (owned.get(id) ?? [])
        .sort((a, b) => (a.properties.index as number) - (b.properties.index as number))
        .map(({ to }) => {
          const { paragraph, zone, text }: Properties = nodes.get(to)!.properties
          return { id: to, paragraph, zone, text }
        })
      return { title: name, source: outlets.get(id)!, published: publishedAt ?? null, url: url ?? null, sentences }
    })
    .sort(byDate)
}

const byDate = (a: PageArticle, b: PageArticle): number =>
  compare(`${a.published ?? '~'} ${a.title}`, `${b.published ?? '~'} ${b.title}`)
