/**
 * Scores contradictions on our own articles about one occasion or thing (bench/conflicts/*.jsonl), each case read and loaded by itself: pairs of articles
 * of the fields that the measures were made for (dev, test), groups of three about other fields (groups-dev, groups-test), and groups of three or four
 * about further fields, written by somebody who had not seen the reader (unseen-dev, unseen-test) and, in others again, by a second one (fourth-dev,
 * fourth-test).
 *
 *   npx tsx bench/conflicts.ts [--errors] [--part dev,groups-dev,/tmp/own.jsonl]
 *
 * A gold contradiction is found when one row of its kind holds both values; its verdict is scored apart. A row that says "conflicts" or "changed over time"
 * is right when it holds a gold contradiction and no two values that are known not to contradict ("near"); what only refines is not scored.
 * `--errors` lists what is wrong in the dev halves; the test halves show their sums only.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOME } from '../src/home.ts'
import { createKit } from '../src/kit.ts'
import type { Article } from '../src/model/article.ts'
import { contentId, sha256, slug } from '../src/model/id.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { extract } from '../src/pipeline.ts'
import { type Conflict, type ConflictMember, findConflicts } from '../src/query/conflicts.ts'
import { openStore } from '../src/store/open-store.ts'

interface Case {
  readonly field: string
  readonly articles: readonly { source: string; date: string; title: string; text: string }[]
  readonly gold: readonly { kind: string; values: readonly [string, string]; verdict: string }[]
  readonly near: readonly (readonly [string, string])[]
}

const kit = createKit(await createEngine())
const showErrors = process.argv.includes('--errors')
const part = process.argv[process.argv.indexOf('--part') + 1]
const parts = process.argv.includes('--part')
  ? part!.split(',')
  : ['dev', 'test', 'groups-dev', 'groups-test', 'unseen-dev', 'unseen-test', 'fourth-dev', 'fourth-test']
console.log('| half | gold | found | verdict right | rows | right | near misses shown | P | R | verdicts |')
console.log('|---|---|---|---|---|---|---|---|---|---|')
for (const half of parts) {
  const sum = { gold: 0, found: 0, verdict: 0, rows: 0, right: 0, near: 0 }
  for (const one of readCases(half)) {
    const rows = (await contradictionsIn(one)).filter(({ verdict }) => verdict !== 'refines')
    const found = one.gold.map((gold) => rows.find((row) => row.kind === gold.kind && holds(row, gold.values)))
    const nearOf = (row: Conflict) => one.near.filter((values) => holds(row, values))
    const right = rows.filter((row) => found.includes(row) && nearOf(row).length === 0)
    sum.gold += one.gold.length
    sum.found += found.filter(Boolean).length
    sum.verdict += one.gold.filter((gold, at) => hasVerdict(gold.verdict, found[at], one, found)).length
    sum.rows += rows.length
    sum.right += right.length
    sum.near += rows.flatMap(nearOf).length
    if (showErrors && !half.endsWith('test')) explain(one, rows, found, right)
  }
  const { gold, found, verdict, rows, right, near } = sum
  console.log(
    `| ${half} | ${gold} | ${found} | ${verdict} | ${rows} | ${right} | ${near} | ${percent(right, rows)} | ${percent(found, gold)} | ${percent(verdict, found)} |`,
  )
}
await kit.engine.close()

function readCases(half: string): Case[] {
  const file = half.endsWith('.jsonl') ? half : join(HOME, 'bench', 'conflicts', `${half}.jsonl`)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Case)
}

async function contradictionsIn({ articles }: Case): Promise<Conflict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'conflicts-'))
  const store = await openStore(join(folder, 'graph'))
  try {
    await store.prepare()
    const read = []
    for (const article of articles) read.push(await extract(toArticle(article), kit))
    await store.load(read, { version: 'bench' })
    await store.finish()
    return await findConflicts(store)
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

function toArticle({ source, date, title, text: body }: Case['articles'][number]): Article {
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

/** A row that holds several has the worst of their verdicts. */
function hasVerdict(
  verdict: string,
  row: Conflict | undefined,
  { gold }: Case,
  found: readonly (Conflict | undefined)[],
): boolean {
  const all = gold.filter((_, at) => row && found[at] === row).map((one) => one.verdict)
  return row !== undefined && (row.verdict === verdict || (all.includes(row.verdict) && row.verdict === 'conflicts'))
}

function holds({ kind, members }: Conflict, values: readonly [string, string]): boolean {
  const [one, other] = values.map((value) => members.filter((member) => says(kind, member, value)))
  return one!.some((member) => other!.some((second) => second !== member))
}

/** The value stands in what is shown of a side, as a whole number or word; of a state or a denial in its quote. */
function says(kind: string, { value, quote }: ConflictMember, words: string): boolean {
  const text = kind !== 'polarity' && (/\d|^[A-Z]/.test(value) || value.length > 8) ? value : quote
  const at = text.indexOf(words)
  return at >= 0 && !/[\d.,]\d$|\d$/.test(text.slice(0, at)) && !/^[.,]?\d/.test(text.slice(at + words.length))
}

function explain(
  one: Case,
  rows: readonly Conflict[],
  found: readonly (Conflict | undefined)[],
  right: readonly Conflict[],
): void {
  const { field, gold, near } = one
  gold.forEach(({ kind, values, verdict }, at) => {
    if (!found[at]) console.log(`  ${field}: missed ${kind} ${values.join(' / ')}`)
    else if (!hasVerdict(verdict, found[at], one, found))
      console.log(`  ${field}: ${found[at].verdict} for ${verdict}: ${found[at].reason}`)
  })
  for (const row of rows)
    if (!right.includes(row)) {
      const shown = near.filter((values) => holds(row, values)).map((values) => values.join(' / '))
      console.log(`  ${field}: wrong row (${shown.join(', ') || 'not in gold'}) ${row.kind} ${row.name}`)
    }
}

function percent(a: number, b: number): string {
  return b === 0 ? '-' : ((100 * a) / b).toFixed(0)
}
