/**
 * Scores contradictions on our own articles about one occasion or thing (bench/conflicts/*.jsonl), each case read and loaded by itself: pairs of articles
 * of the fields that the measures were made for (dev, test), groups of three about other fields (groups-dev, groups-test), and groups of three or four
 * about further fields, written by somebody who had not seen the reader (unseen-dev, unseen-test) and, in others again, by a second one (fourth-dev,
 * fourth-test).
 *
 *   npx tsx bench/conflicts.ts [--errors] [--mixed] [--part dev,groups-dev,/tmp/own.jsonl]
 *
 * A gold contradiction is found when one row of its kind holds both values; its verdict is scored apart. A row that says "conflicts" or "changed over time"
 * is right when it holds a gold contradiction and no two values that are known not to contradict ("near"); what only refines is not scored.
 * `--mixed` reads all into one store instead and counts what is found across stories. `--errors` lists what is wrong in the dev halves; the test halves show their sums only.
 */
import { createKit } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { type Conflict, type ConflictMember, findConflicts } from '../src/query/conflicts.ts'
import { type Case, readCases, toArticle, withStore } from './conflict-cases.ts'

const kit = createKit(await createEngine())
const showErrors = process.argv.includes('--errors')
const part = process.argv[process.argv.indexOf('--part') + 1]
const parts = process.argv.includes('--part')
  ? part!.split(',')
  : ['dev', 'test', 'groups-dev', 'groups-test', 'unseen-dev', 'unseen-test', 'fourth-dev', 'fourth-test']
if (process.argv.includes('--mixed')) await mixed(parts.flatMap(readCases))
else await score()
await kit.engine.close()

async function score(): Promise<void> {
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
}

function contradictionsIn({ articles }: Case): Promise<Conflict[]> {
  return withStore(articles, kit, (store) => findConflicts(store))
}

/**
 * All cases in one store, as if every story had begun on one day: how many rows there are, and which tell of two stories. A row that does is wrong, whatever it says.
 */
async function mixed(cases: readonly Case[]): Promise<void> {
  const storyOf = new Map<string, number>()
  const articles = cases.flatMap(({ articles }, at) => {
    const first = Math.min(...articles.map(({ date }) => Date.parse(date)))
    return articles.map((article) => {
      const later = new Date(Date.parse('2026-03-02') + Date.parse(article.date) - first).toISOString().slice(0, 10)
      const moved = { ...article, source: `${article.source} ${at}`, date: later }
      storyOf.set(toArticle(moved).key, at)
      return moved
    })
  })
  const rows = await withStore(articles, kit, (store) => findConflicts(store))
  const across = rows.filter(({ members }) => new Set(members.map(({ article }) => storyOf.get(article))).size > 1)
  console.log(`${cases.length} stories in one store: ${rows.length} rows, ${across.length} across stories`)
  if (showErrors) for (const { kind, name } of across) console.log(`  ${kind} ${name}`)
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

/** The value stands in what is shown of a side, as a whole number or word; of a state or a denial in its quote. What is counted may stand behind: "340" of "340 houses". */
function says(kind: string, { value, quote }: ConflictMember, words: string): boolean {
  if (kind === 'polarity') return standsIn(words, quote)
  if (words.startsWith(`${value} `)) return standsIn(words, quote)
  return standsIn(words, /\d|^[A-Z]/.test(value) || value.length > 8 ? value : quote)
}

function standsIn(words: string, text: string): boolean {
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
