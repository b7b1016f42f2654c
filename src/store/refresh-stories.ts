import type { CorpusKnowledge } from '../corpus/knowledge.ts'
import { compareStory, type StoryRow } from '../corpus/stories/compare-story.ts'
import {
  type Links,
  likenessOf,
  rarestWords,
  Stories,
  type StoryArticle,
  storiesOf,
  wordsOfText,
} from '../corpus/stories/one-story.ts'
import type { StoryWords } from '../corpus/stories/words.ts'
import { groupBy } from '../model/group-by.ts'
import type { Database, Row, Transaction } from './database.ts'
import { factsBy, writeConflicts } from './refresh-topics.ts'

/**
 * Compares what has been loaded or taken away with the other articles of its stories, and writes the contradictions between them: found anew for every
 * story that has changed, so that the order of loading makes no difference. Gives how many there are.
 */
export async function refreshStories(
  database: Database,
  knowledge: CorpusKnowledge,
  words: StoryWords,
): Promise<number> {
  const stale = (await database.read('refresh/stale-articles')).map(({ id }) => id as string)
  const known = await database.read('refresh/story-conflicts')
  const articles = stale.length > 0 || known.length > 0 ? await allArticles(stale, words, database) : []
  const there = new Set([...articles.map(({ id }) => id), ...stale])
  const torn = known.filter(({ articles: own }) => !(own as string[]).every((id) => there.has(id)))
  const changed = [...new Set([...stale, ...torn.flatMap((row) => row.articles as string[])])].filter((id) =>
    there.has(id),
  )
  if (changed.length === 0 && torn.length === 0) return 0
  const links = await linksAround(changed, articles, words, database)
  const printed = new Map(articles.map(({ id, publishedAt }) => [id, publishedAt]))
  let conflicts = 0
  for (const group of storiesOf(changed, links, (id) => printed.get(id) ?? '')) {
    const ids = new Set(group)
    const before = known.filter(({ articles: own }) => (own as string[]).some((id) => ids.has(id)))
    conflicts += await database.write(async (transaction) => {
      await transaction.run('refresh/remove-conflicts', { ids: before.map(({ id }) => id) })
      const rows = await rowsOf(group, links, { knowledge, words }, transaction)
      await writeConflicts(
        transaction,
        rows.map(({ row, articles: own }) => ({ ...row, articles: own })),
      )
      await transaction.run('refresh/set-articles-compared', { ids: group, story: group.length > 1 ? group : null })
      return rows.length
    })
  }
  await database.write((transaction) =>
    transaction.run('refresh/remove-conflicts', {
      ids: torn.filter(({ articles: own }) => !(own as string[]).some((id) => there.has(id))).map(({ id }) => id),
    }),
  )
  return conflicts
}

/** Every article, in the order of their ids; those that are new have been given their rarest words. */
async function allArticles(stale: readonly string[], words: StoryWords, database: Database): Promise<StoryArticle[]> {
  for (let at = 0; at < stale.length; at += TEXTS) {
    const texts = await database.read('refresh/texts-of-articles', { ids: stale.slice(at, at + TEXTS) })
    const rows = texts.map(({ id, text }) => {
      const rarest = rarestWords(wordsOfText(text as string, words))
      return { id, words: rarest.length > 0 ? rarest : null } // an empty list is lost by Neo4j's offline importer
    })
    await database.write((transaction) => transaction.run('refresh/set-rare-words', { rows }))
  }
  const named = groupBy(await database.read('refresh/names-in-articles'), ({ id }) => id as string)
  return (await database.read('refresh/rare-words-of-articles'))
    .map(({ id, publishedAt, words: own }) => ({
      id: id as string,
      publishedAt: (publishedAt as string | null | undefined) ?? null,
      entities: (named.get(id as string) ?? []).map(({ entity }) => entity as string).sort(),
      rareWords: (own as string[] | null | undefined) ?? [],
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
/** Texts read at a time. */
const TEXTS = 200

/** The links of all that can be reached from the given articles. */
async function linksAround(
  from: readonly string[],
  articles: readonly StoryArticle[],
  words: StoryWords,
  database: Database,
): Promise<Links> {
  const stories = new Stories(articles, words.isCommonNoun)
  const texts = new Map<string, ReadonlyMap<string, number>>()
  const links = new Map<string, Map<string, number>>()
  const linksOf = (id: string) => links.get(id) ?? links.set(id, new Map()).get(id)!
  for (let next = [...from].sort(); next.length > 0; ) {
    const near = next.map((id) => [id, stories.near(id)] as const)
    const needed = new Set(near.flatMap(([id, found]) => (found.size > 0 ? [id, ...found.keys()] : [])))
    const ids = [...needed].filter((id) => !texts.has(id)).sort()
    for (const { id, text } of await database.read('refresh/texts-of-articles', { ids }))
      texts.set(id as string, wordsOfText(text as string, words))
    const reached = new Set<string>()
    for (const [id, found] of near) {
      linksOf(id)
      for (const [other, names] of found) {
        const likeness = likenessOf(texts.get(id)!, texts.get(other)!)
        if (!stories.isOneStory(id, other, names, likeness)) continue
        if (!links.has(other)) reached.add(other)
        linksOf(id).set(other, likeness)
      }
    }
    for (const id of next)
      for (const [other, likeness] of linksOf(id)) if (links.has(other)) linksOf(other).set(id, likeness)
    next = [...reached].filter((id) => !links.has(id)).sort()
  }
  return links
}

/** The contradictions of a story but for those that a topic's claims have shown already. */
async function rowsOf(
  articles: readonly string[],
  links: Links,
  { knowledge, words }: { knowledge: CorpusKnowledge; words: StoryWords },
  transaction: Transaction,
): Promise<StoryRow[]> {
  const facts = await factsBy(transaction, 'facts-of-articles', { ids: articles })
  const once = [...new Map(facts.map((fact) => [fact.claim.id, fact])).values()]
  const rows = compareStory(once, {
    knowledge,
    words,
    areOneStory: (a, b) => links.get(a)?.has(b) ?? false,
  })
  if (rows.length === 0) return []
  const claims = new Map(once.map(({ claim }) => [claim.id, claim]))
  const told = groupBy(
    await transaction.run('refresh/conflicts-of-articles', { ids: articles }),
    ({ conflict }) => conflict as string,
  )
  const keyOf = (kind: unknown, id: unknown, value: string) => {
    const { article, sentence } = claims.get(id as string)!
    return `${kind} ${article} ${kind === 'polarity' ? sentence : value.toLowerCase()}`
  }
  const sides = [...told.values()].map((own) => ({
    keys: new Set(own.map((side) => keyOf(side.kind, side.claim, side.value as string))),
    articles: new Set(own.map((side) => claims.get(side.claim as string)!.article)),
  }))
  return rows.filter(({ row: { kind, members }, articles: own }) => {
    const keys = members.map(({ claim, value }) => keyOf(kind, claim, value))
    return !sides.some((known) =>
      kind === 'polarity' // "turned the aid down" in the headline, "has not accepted any" in the text
        ? keys.some((key) => known.keys.has(key)) && own.every((id) => known.articles.has(id))
        : keys.every((key) => known.keys.has(key)),
    )
  })
}
