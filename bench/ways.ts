/**
 * Typed claims in snippets that state each relation type in many ways (`bench/ways`: families of types, a dev and a test half each), written by authors who knew
 * the ontology and had not seen the reader. `--errors` lists what is wrong in the dev halves; the test halves show their sums only.
 *
 *   npx tsx bench/ways.ts [--part dev|test|all] [--family people,states,business,events] [--errors] [--types]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { HOME } from '../src/home.ts'
import { createKit } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { judge, markedIn, stanceOf } from './typed/marked.ts'

interface Count {
  found: number
  true: number
  said: number
  expected: number
  stances: number
}

const { values } = parseArgs({
  options: {
    part: { type: 'string', default: 'dev' },
    family: { type: 'string', default: 'people,states,business,events' },
    errors: { type: 'boolean', default: false },
    types: { type: 'boolean', default: false },
  },
})
/** Names and stages of things, which are told of again for comparing, are not marked. */
const TOLD_AGAIN = new Set(['IS_CALLED', 'REACHED_STAGE'])
const kit = createKit(await createEngine())
const byType = new Map<string, Count>()
console.log('| snippets | found | true | said | expected | P | R | stance |\n|---|---|---|---|---|---|---|---|')
for (const part of values.part === 'all' ? ['dev', 'test'] : [values.part])
  for (const family of values.family.split(',')) await score(family, part)
if (values.types) {
  console.log('\n| type, dev | found | true | said | expected | P | R |\n|---|---|---|---|---|---|---|')
  for (const [type, count] of [...byType].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(row(type, count))
}
await kit.engine.close()

async function score(family: string, part: string): Promise<void> {
  const sum = nothing()
  for (const marked of markedIn(
    readFileSync(join(HOME, 'bench', 'ways', `${family}-${part}.txt`), 'utf8').split('\n'),
  )) {
    const { right, alsoTrue, wrong, missed } = await judge(
      marked,
      kit,
      (type) => type !== 'STATES' && !TOLD_AGAIN.has(type),
    )
    const stances = right.filter(({ claim, expected }) => stanceOf(claim) !== expected.stance)
    const count = (type: string, of: Partial<Count>) => {
      const own = byType.get(type) ?? byType.set(type, nothing()).get(type)!
      for (const to of part === 'dev' ? [sum, own] : [sum])
        for (const key of Object.keys(of) as (keyof Count)[]) to[key] += of[key]!
    }
    for (const { claim } of right) count(claim.type, { found: 1, true: 1, said: 1, expected: 1 })
    for (const { type } of alsoTrue) count(type, { true: 1, said: 1 })
    for (const { type } of wrong) count(type, { said: 1 })
    for (const { type } of missed) count(type, { expected: 1 })
    sum.stances += right.length - stances.length
    if (!values.errors || part !== 'dev' || stances.length + wrong.length + missed.length === 0) continue
    console.log(`## ${marked.field}: ${marked.text.trim()}`)
    for (const { claim, expected } of stances)
      console.log(`   ${stanceOf(claim)} for ${expected.stance}: ${claim.type} ${claim.name}`)
    for (const claim of wrong) console.log(`   wrong: ${claim.type} | ${claim.name}   ${claim.rule} ${stanceOf(claim)}`)
    for (const { type, subject, object } of missed) console.log(`   missed: ${type} | ${subject} | ${object}`)
  }
  console.log(`${row(`${family}, ${part}`, sum)} ${percent(sum.stances, sum.found)} |`)
}

function nothing(): Count {
  return { found: 0, true: 0, said: 0, expected: 0, stances: 0 }
}

function row(name: string, { found, true: right, said, expected }: Count): string {
  return `| ${name} | ${found} | ${right} | ${said} | ${expected} | ${percent(right, said)} | ${percent(found, expected)} |`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)
}
