import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOME } from '../src/home.ts'
import type { Kit } from '../src/kit.ts'
import type { Article } from '../src/model/article.ts'
import { contentId, sha256, slug } from '../src/model/id.ts'
import { extract } from '../src/pipeline.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'

/** Articles of one story (bench/conflicts/*.jsonl), with what in them contradicts each other and what looks so and does not. */
export interface Case {
  readonly field: string
  readonly articles: readonly { source: string; date: string; title: string; text: string }[]
  readonly gold: readonly { kind: string; values: readonly [string, string]; verdict: string }[]
  readonly near: readonly (readonly [string, string])[]
}

export const CASES = ['dev', 'groups-dev', 'unseen-dev', 'fourth-dev', 'fifth-dev', 'sixth-dev', 'seventh-dev']

/** The cases of a part: "dev", or of a file of our own. */
export function readCases(half: string): Case[] {
  const file = half.endsWith('.jsonl') ? half : join(HOME, 'bench', 'conflicts', `${half}.jsonl`)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Case)
}

/** Reads articles into a store of their own, and gives what is asked of it; `folder` is where its graph is. */
export async function withStore<T>(
  articles: Case['articles'],
  kit: Kit,
  ask: (store: Store, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'conflicts-'))
  const store = await openStore(join(folder, 'graph'))
  try {
    await store.prepare()
    const read = []
    for (const article of articles) read.push(await extract(toArticle(article), kit))
    await store.load(read, { version: 'bench' })
    await store.finish()
    return await ask(store, join(folder, 'graph'))
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

export function toArticle({ source, date, title, text: body }: Case['articles'][number]): Article {
  const text = `${title}\n\n${body}`
  return {
    id: contentId('article', source, text),
    key: slug(source),
    path: `${slug(source)}.txt`,
    source: { id: `source:${slug(source)}`, name: source, kind: 'newspaper' },
    title,
    publishedAt: date,
    publishedFrom: 'metadata',
    language: 'en',
    text,
    textHash: sha256(text),
    zones: [
      { start: 0, end: title.length, zone: 'title' },
      { start: title.length + 2, end: text.length, zone: 'body' },
    ],
    diagnostics: [],
  }
}
