/**
 * Typed claims and names of our own articles in fields that no other of our texts is of (`bench/fresh`), beside what a reader takes from them. The unseen
 * parts were written by somebody who had not seen the reader, the fourth ones by a second such author. `--errors` lists what is wrong in the dev halves;
 * the test halves show their sums only.
 *
 *   npx tsx bench/fresh.ts [--part all|dev,test,unseen-dev,unseen-test,fourth-dev,fourth-test] [--errors]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { HOME } from '../src/home.ts'
import { createKit } from '../src/kit.ts'
import { givenArticle } from '../src/model/article.ts'
import type { EntityType } from '../src/model/mention.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { extract } from '../src/pipeline.ts'
import { judge, type Marked, markedIn, stanceOf } from './typed/marked.ts'

interface Name {
  readonly start: number
  readonly end: number
  readonly type: string
}

const { values } = parseArgs({ options: { part: { type: 'string', default: 'all' }, errors: { type: 'boolean' } } })
const parts =
  values.part === 'all'
    ? ['dev', 'test', 'unseen-dev', 'unseen-test', 'fourth-dev', 'fourth-test']
    : values.part.split(',')
const kit = createKit(await createEngine())
for (const part of parts) await score(part)
await kit.engine.close()

async function score(part: string): Promise<void> {
  const text = readFileSync(join(HOME, 'bench', 'fresh', `${part}.txt`), 'utf8')
  const names = namesIn(text)
  const claims = { found: 0, true: 0, said: 0, expected: 0, stances: 0 }
  const spans = { right: 0, said: 0, expected: 0, untyped: 0 }
  for (const [at, marked] of markedIn(text.replace(/^@.*\n/gm, '').split('\n')).entries()) {
    const { right, alsoTrue, wrong, missed } = await judge(marked, kit, (type) => type !== 'STATES')
    claims.found += right.length
    claims.true += right.length + alsoTrue.length
    claims.said += right.length + alsoTrue.length + wrong.length
    claims.expected += right.length + missed.length
    claims.stances += right.filter(({ claim, expected }) => stanceOf(claim) === expected.stance).length
    const gold = occurrences(marked.text, names[at]!)
    const said = await saidNames(marked, gold)
    const isSame = (one: Name, other: Name) => one.start === other.start && one.end === other.end
    spans.expected += gold.length
    spans.said += said.length
    spans.untyped += gold.filter((name) => said.some((other) => isSame(name, other))).length
    spans.right += gold.filter((name) => said.some((other) => isSame(name, other) && other.type === name.type)).length
    if (!values.errors || !part.endsWith('dev')) continue
    console.log(`## ${marked.field}`)
    for (const { claim, expected } of right)
      if (stanceOf(claim) !== expected.stance)
        console.log(`   ${stanceOf(claim)} for ${expected.stance}: ${claim.type} ${claim.name}`)
    for (const claim of wrong) console.log(`   wrong: ${claim.type} | ${claim.name}   ${claim.rule} ${stanceOf(claim)}`)
    for (const { type, subject, object } of missed) console.log(`   missed: ${type} | ${subject} | ${object}`)
    const shown = ({ start, end, type }: Name) => `${type} ${marked.text.slice(start, end)}`
    const isIn = (list: readonly Name[], name: Name) =>
      list.some((other) => isSame(name, other) && other.type === name.type)
    console.log(
      `   names missed: ${gold
        .filter((name) => !isIn(said, name))
        .map(shown)
        .join('; ')}`,
    )
    console.log(
      `   names wrong: ${said
        .filter((name) => !isIn(gold, name))
        .map(shown)
        .join('; ')}`,
    )
  }
  const [p, r] = [claims.true / claims.said, claims.found / claims.expected]
  console.log(
    `${part}: typed claims P ${percent(p)} R ${percent(r)} (${claims.found} of ${claims.expected} found, ${claims.said - claims.true} of ${claims.said} wrong), stance right ${percent(claims.stances / claims.found)}`,
  )
  const f = (right: number) => percent((2 * right) / (spans.said + spans.expected))
  console.log(
    `${part}: names with type P ${percent(spans.right / spans.said)} R ${percent(spans.right / spans.expected)} F ${f(spans.right)}; without type F ${f(spans.untyped)}`,
  )
}

/** The names found; what stands for another thing ("Reykjavik" for Iceland, "Spanish") counts where it is listed as a name. */
async function saidNames({ text }: Marked, gold: readonly Name[]): Promise<Name[]> {
  const { mentions } = await extract(givenArticle(text, 'text'), kit)
  return mentions
    .filter(({ kind, start }) => kind === 'name' || (kind === 'metonym' && gold.some((name) => name.start === start)))
    .map(({ start, end, type }) => ({ start, end, type: type ?? 'none' }))
}

/** For each article the names listed for it, the longest first. */
function namesIn(text: string): { name: string; type: EntityType }[][] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((article) =>
      [...article.matchAll(/^@ ([A-Z_]+) (.*)$/gm)]
        .flatMap(([, type = '', list = '']) =>
          list.split(';').map((name) => ({ name: name.trim(), type: type as EntityType })),
        )
        .sort((a, b) => b.name.length - a.name.length),
    )
}

function occurrences(text: string, names: readonly { name: string; type: EntityType }[]): Name[] {
  const found: Name[] = []
  for (const { name, type } of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
      const end = start + name.length
      const isWhole = !/\w/.test(text[start - 1] ?? ' ') && !/\w/.test(text[end] ?? ' ')
      if (isWhole && !found.some((at) => at.start < end && start < at.end)) found.push({ start, end, type })
    }
  }
  return found
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
