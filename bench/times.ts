/**
 * `npx tsx bench/times.ts [--engine encoder|fast] [--keep FOLDER]`: our grammar of times (`src/times`) beside chrono-node over the same texts with the same
 * publication dates: dates of the GUM documents (train and dev) and the shared specifications of dates and times, judged by the scorers of ../shared/eval.
 * `--keep` leaves what each system said, an object a text, for `dates.py --list` and `recognizers.py --list`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ParsedComponents } from 'chrono-node'
import { createKit } from '../src/kit.ts'
import type { Document } from '../src/model/document.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { toDocument } from '../src/nlp/to-document.ts'
import { readArticles } from '../src/read/read-articles.ts'
import { findTimes } from '../src/times/find-times.ts'
import { columns } from '../src/view/terminal.ts'

process.env.TZ = 'UTC' // chrono-node reads bare hours by the machine's clock
const chrono = await import('chrono-node')

const SCORERS = '../shared/eval'
const PARTS = ['gum-train', 'gum-dev', 'specs'] as const
type Part = (typeof PARTS)[number]

interface Row {
  readonly id: string
  readonly text: string
  readonly date: string | null
}

/** What the scorers read of a time. */
interface Said {
  readonly start: number
  readonly end: number
  readonly kind?: string
  readonly value?: string | null
  readonly from?: string | null
  readonly to?: string | null
}

interface System {
  readonly name: string
  readonly find: (row: Row, document: Document) => readonly Said[]
}

const { values } = parseArgs({
  options: { engine: { type: 'string', default: 'encoder' }, keep: { type: 'string' } },
})
if (!existsSync(SCORERS)) {
  console.error(`${SCORERS} is not here: the scorers and corpora lie beside the project and are not part of it.`)
  process.exit(2)
}
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'wiregraph-bench-'))
mkdirSync(folder, { recursive: true })
scorer('inputs.py', folder, '--train')

const kit = createKit(await createEngine({ engine: values.engine as 'encoder' | 'fast' }))
const ours: System = {
  name: 'wiregraph',
  find: (_row, document) =>
    findTimes(document, kit).map(({ start, end, kind, value, from, to }) => ({ start, end, kind, value, from, to })),
}
/** chrono-node leaves a year on its own alone, and throws away what is only digits; news and encyclopedias are full of both. */
const withYears = chrono.casual.clone()
withYears.parsers.push({
  pattern: () => /\b(?:1\d|20)\d\d\b(?![-/.,:]\d)/,
  extract: (_context, [year]) => ({ year: Number(year) }),
})
withYears.refiners = withYears.refiners.filter((refiner) => refiner.constructor.name !== 'UnlikelyFormatFilter')
const systems: readonly System[] = [
  ours,
  { name: 'chrono-node, casual', find: (row) => byChrono(row, chrono.casual) },
  { name: 'chrono-node, casual, forwards', find: (row) => byChrono(row, chrono.casual, true) },
  { name: 'chrono-node, casual, and bare years', find: (row) => byChrono(row, withYears) },
  { name: 'chrono-node, strict', find: (row) => byChrono(row, chrono.strict) },
]

const texts = new Map<Part, { row: Row; document: Document }[]>()
for (const part of PARTS) texts.set(part, await readTexts(part))
const words = [...texts.values()]
  .flat()
  .reduce((sum, { document }) => sum + document.sentences.reduce((n, { words }) => n + words.length, 0), 0)
await kit.engine.close()

const rows = systems.map((system) => {
  const seconds = sayAll(system)
  const [train, dev] = (['train', 'dev'] as const).map((part) => scoreDates(system, part))
  const possible = train!.possible + dev!.possible
  const right = train!.right + dev!.right
  const [passed, cases] = scoreSpecifications(system)
  return [
    system.name,
    `${((100 * right) / possible).toFixed(1)} (${right} of ${possible})`,
    ...[train!, dev!].map(({ precision, recall, exact }) => `${precision} / ${recall} / ${exact}`),
    `${((100 * passed) / cases).toFixed(1)} (${passed} of ${cases})`,
    Math.round(words / seconds),
  ]
})
console.log(
  columns([
    [
      'system',
      'GUM values right %',
      'GUM train spans P / R / exact F %',
      'GUM dev',
      'specifications passed %',
      'words/s',
    ],
    ...rows,
  ]).join('\n'),
)
console.log(
  `\n${words} words; our words/s are those of the finder alone, behind the ${values.engine} engine, chrono-node needs none`,
)
if (!values.keep) rmSync(folder, { recursive: true })

async function readTexts(part: Part): Promise<{ row: Row; document: Document }[]> {
  const file = join(folder, `${part}.jsonl`)
  const given = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
  const read: { row: Row; document: Document }[] = []
  for await (const one of readArticles([file], { verbatim: true })) {
    const row = given[read.length]
    if (!('article' in one) || !row || one.article.text !== row.text)
      throw new Error(`${file}: record ${read.length} is read otherwise than it is written`)
    read.push({ row, document: await toDocument(one.article, kit.engine) })
  }
  return read
}

/** Lets a system read everything, twice, and writes down what it says; gives the seconds of processor time of the second time. */
function sayAll(system: System): number {
  for (const { row, document } of [...texts.values()].flat()) system.find(row, document)
  const before = process.cpuUsage()
  const said = [...texts].map(
    ([part, read]) =>
      [part, read.map(({ row, document }) => ({ id: row.id, times: system.find(row, document) }))] as const,
  )
  const { user, system: kernel } = process.cpuUsage(before)
  for (const [part, lines] of said)
    writeFileSync(fileOf(system, part), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return (user + kernel) / 1e6
}

/**
 * What chrono-node says, cut to what it calls certain (day, month, year, hour). An end is given both as the last day of the range and as the first one after it:
 * the specifications mean the latter, GUM the former.
 */
function byChrono({ text, date }: Row, parser: typeof chrono.casual, forwardDate = false): Said[] {
  const instant = date
    ? new Date(date.length > 10 ? `${date}Z` : `${date.padEnd(10, '-01').slice(0, 10)}T12:00:00Z`)
    : undefined
  return parser
    .parse(text, instant && { instant, timezone: 0 }, { forwardDate })
    .flatMap(({ index, text: quote, start, end }): Said[] => {
      const span = { start: index, end: index + quote.length }
      if (!end) return [{ ...span, value: isoOf(start) }]
      const [from, to] = [isoOf(start), isoOf(end)]
      const before =
        end.isCertain('day') && !end.isCertain('hour') ? new Date(end.date().getTime() - 86_400_000) : undefined
      return [{ ...span, from, to }, ...(before ? [{ ...span, from, to: before.toISOString().slice(0, 10) }] : [])]
    })
}

function isoOf(parts: ParsedComponents): string {
  const two = (unit: 'month' | 'day' | 'hour' | 'minute') => String(parts.get(unit) ?? 0).padStart(2, '0')
  const [year, month, day] = [String(parts.get('year')).padStart(4, '0'), two('month'), two('day')]
  const hasDay = parts.isCertain('day') || parts.isCertain('weekday')
  const clock = `${two('hour')}:${two('minute')}`
  if (parts.isCertain('hour')) return hasDay ? `${year}-${month}-${day}T${clock}` : clock
  if (hasDay) return `${year}-${month}-${day}`
  return parts.isCertain('month') ? `${year}-${month}` : year
}

interface Dates {
  readonly possible: number
  readonly right: number
  readonly precision: number
  readonly recall: number
  readonly exact: number
}

/** Values right, of those that can be: no answer to a year before the first or to a date without a year is right, and the scorer stumbles over some of them. */
function scoreDates(system: System, part: 'train' | 'dev'): Dates {
  const lines = readFileSync(`../shared/data/gum/dates.${part}.jsonl`, 'utf8').trim().split('\n')
  const isImpossible = (line: string) => /"(?:when|from|to|notBefore|notAfter)": "-/.test(line)
  const gold = lines.map((line) => {
    if (!isImpossible(line)) return line
    const { when: _w, from: _f, to: _t, notBefore: _b, notAfter: _a, ...place } = JSON.parse(line)
    return JSON.stringify({ ...place, when: 'none' })
  })
  const file = join(folder, `dates.${part}.jsonl`)
  writeFileSync(file, gold.map((line) => `${line}\n`).join(''))
  const data = `../shared/data/gum/${part}`
  const figures = scored('dates.py', fileOf(system, `gum-${part}`), '--gold', file, '--data', data) as {
    'all genres': {
      expressions: number
      'value right': number
      overlap: { P: number; R: number }
      exact: { F1: number }
    }
  }
  const { expressions, 'value right': share, overlap, exact } = figures['all genres']
  return {
    possible: expressions - lines.filter(isImpossible).length,
    right: Math.round((share * expressions) / 100),
    precision: overlap.P,
    recall: overlap.R,
    exact: exact.F1,
  }
}

/** Cases of dates and times passed, and how many there are. */
function scoreSpecifications(system: System): [passed: number, cases: number] {
  const { cases } = scored('recognizers.py', fileOf(system, 'specs')) as {
    cases: Record<string, { cases: number; pass: number }>
  }
  const ofTimes = Object.entries(cases).filter(
    ([model]) => !/Number|Ordinal|Percent|Age|Currency|Dimension|Temperature/.test(model),
  )
  return [ofTimes.reduce((sum, [, { pass }]) => sum + pass, 0), ofTimes.reduce((sum, [, { cases }]) => sum + cases, 0)]
}

function fileOf({ name }: System, part: string): string {
  return join(folder, `${name.replaceAll(/\W+/g, '-')}.${part}.jsonl`)
}

function scored(program: string, ...args: string[]): unknown {
  const file = join(folder, 'figures.json')
  scorer(program, ...args, '--json', file)
  return JSON.parse(readFileSync(file, 'utf8'))
}

function scorer(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('python3', [join(SCORERS, program), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}
