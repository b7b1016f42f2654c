/**
 * Scores typed claims on our own 300 sentences (test/claims/typed-300.txt), or on our own articles (bench/typed/articles.txt).
 *
 *   npx tsx bench/typed.ts [--articles] [--part dev|test|all] [--errors]
 *   npx tsx bench/typed.ts --reliability       how many claims of each confidence are true, sentences and articles together
 */
import { parseArgs } from 'node:util'
import { createKit } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { articles, type Judged, judge, sentences, stanceOf } from './typed/marked.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'boolean' },
    part: { type: 'string', default: 'dev' },
    errors: { type: 'boolean' },
    reliability: { type: 'boolean' },
  },
})
const kit = createKit(await createEngine())
const inSentences = new Set(sentences().flatMap(({ claims }) => claims.map(({ type }) => type)))
const isScored = {
  sentences: (type: string) => inSentences.has(type),
  articles: (type: string) => type !== 'STATES',
}
if (values.reliability) await reliability()
else await scores()
await kit.engine.close()

async function scores(): Promise<void> {
  const kind = values.articles ? 'articles' : 'sentences'
  const marked = (values.articles ? articles() : sentences()).filter(({ part }) =>
    values.part === 'all' ? true : part === values.part,
  )
  const counts = new Map<string, Count>()
  let stances = 0
  for (const one of marked) {
    const judged = await judge(one, kit, isScored[kind])
    const { right, alsoTrue, wrong, missed } = judged
    const count = counts.get(one.field) ?? { found: 0, true: 0, said: 0, expected: 0 }
    counts.set(one.field, {
      found: count.found + right.length,
      true: count.true + right.length + alsoTrue.length,
      said: count.said + right.length + alsoTrue.length + wrong.length,
      expected: count.expected + right.length + missed.length,
    })
    stances += right.filter(({ claim, expected }) => stanceOf(claim) === expected.stance).length
    if (values.errors) showErrors(values.articles ? `## ${one.field}` : one.text, judged)
  }
  const all = [...counts.values()].reduce((sum, count) => ({
    found: sum.found + count.found,
    true: sum.true + count.true,
    said: sum.said + count.said,
    expected: sum.expected + count.expected,
  }))
  console.log(`| ${values.part} | found | true | said | expected | P | R |\n|---|---|---|---|---|---|---|`)
  for (const [field, count] of [...counts, ['all', all] as const])
    console.log(
      `| ${field} | ${count.found} | ${count.true} | ${count.said} | ${count.expected} | ${percent(count.true, count.said)} | ${percent(count.found, count.expected)} |`,
    )
  console.log(`stance right: ${percent(stances, all.found)}`)
}

interface Count {
  readonly found: number
  readonly true: number
  readonly said: number
  readonly expected: number
}

function showErrors(title: string, { right, wrong, missed }: Judged): void {
  const stances = right.filter(({ claim, expected }) => stanceOf(claim) !== expected.stance)
  if (stances.length + wrong.length + missed.length === 0) return
  console.log(title)
  for (const { claim, expected } of stances) console.log(`   ${stanceOf(claim)} for ${expected.stance}: ${claim.name}`)
  for (const claim of wrong) console.log(`   wrong: ${claim.type} | ${claim.name}   ${claim.rule}`)
  for (const { type, subject, object } of missed) console.log(`   missed: ${type} | ${subject} | ${object}`)
}

async function reliability(): Promise<void> {
  const bins = new Map<number, { said: number; true: number }>()
  const note = (confidence: number, isTrue: boolean) => {
    const bin = bins.get(confidence) ?? { said: 0, true: 0 }
    bins.set(confidence, { said: bin.said + 1, true: bin.true + Number(isTrue) })
  }
  for (const [marked, scored] of [
    ...sentences().map((one) => [one, isScored.sentences] as const),
    ...articles().map((one) => [one, isScored.articles] as const),
  ]) {
    const { right, alsoTrue, wrong } = await judge(marked, kit, scored)
    for (const claim of [...right.map(({ claim }) => claim), ...alsoTrue]) note(claim.confidence, true)
    for (const claim of wrong) note(claim.confidence, false)
  }
  console.log('| confidence | claims | true | share |\n|---|---|---|---|')
  for (const [confidence, bin] of [...bins].sort(([a], [b]) => b - a))
    console.log(`| ${confidence} | ${bin.said} | ${bin.true} | ${percent(bin.true, bin.said)} |`)
}

function percent(a: number, b: number): string {
  return b === 0 ? '-' : ((100 * a) / b).toFixed(1)
}
