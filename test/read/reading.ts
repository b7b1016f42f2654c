import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Article } from '../../src/model/article.ts'
import type { Problem } from '../../src/read/problem.ts'
import { type ReadOptions, readArticles } from '../../src/read/read-articles.ts'
import type { Read } from '../../src/read/read-input.ts'

/** A fresh folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'wiregraph-read-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export async function readAll(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<{ articles: Article[]; problems: Problem[]; order: Read[] }> {
  const order: Read[] = []
  for await (const read of readArticles(paths, options)) order.push(read)
  return {
    order,
    articles: order.flatMap((read) => ('article' in read ? [read.article] : [])),
    problems: order.flatMap((read) => ('problem' in read ? [read.problem] : [])),
  }
}

/** The one article of a file with this name and content. */
export async function readOne(name: string, content: string | Uint8Array, options: ReadOptions = {}): Promise<Article> {
  const { articles, problems } = await readAll([join(folderOf({ [name]: content }), name)], options)
  if (articles.length !== 1) throw new Error(`${articles.length} articles, ${JSON.stringify(problems)}`)
  return articles[0]!
}

/** "zone: text" for each zone. */
export const zonesOf = ({ text, zones }: Article): string[] =>
  zones.map(({ start, end, zone }) => `${zone}: ${text.slice(start, end)}`)

/** The text outside all zones, a line a paragraph. */
export function bodyOf({ text, zones }: Article): string[] {
  let body = ''
  let at = 0
  for (const { start, end } of zones) {
    body += `${text.slice(at, start)}\n`
    at = end
  }
  return (body + text.slice(at))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
