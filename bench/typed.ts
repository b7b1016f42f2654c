/**
 * Scores typed claims on our own 300 sentences (test/claims/typed-300.txt), each read as a text of its own.
 *
 *   npx tsx bench/typed.ts [--part dev|test|all] [--errors]
 *
 * Types that no sentence was marked for (names and stages of things, which are told of again for comparing) are not scored.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOME } from '../src/home.ts'
import { createKit } from '../src/kit.ts'
import { givenArticle } from '../src/model/article.ts'
import type { Argument, Claim } from '../src/model/claim.ts'
import type { Mention } from '../src/model/mention.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { extract } from '../src/pipeline.ts'

interface Expected {
  readonly type: string
  readonly subject: string
  readonly object: string
  readonly stance: string
}
interface Item {
  readonly field: string
  readonly part: 'dev' | 'test'
  readonly text: string
  readonly claims: readonly Expected[]
}

/** Sentences with an even number within their field are the test half. */
export function readItems(path: string): Item[] {
  const items: { field: string; part: 'dev' | 'test'; text: string; claims: Expected[] }[] = []
  let field = ''
  let number = 0
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('## ')) {
      field = line.slice(3)
      number = 0
    } else if (line.startsWith('= ')) {
      const [type = '', subject = '', object = '', stance = 'asserted'] = line
        .slice(2)
        .split('|')
        .map((cell) => cell.trim())
      items.at(-1)!.claims.push({ type, subject, object, stance })
    } else if (field && line.trim()) {
      items.push({ field, part: ++number % 2 === 0 ? 'test' : 'dev', text: line, claims: [] })
    }
  }
  return items
}

const args = process.argv.slice(2)
const part = args.includes('--part') ? args[args.indexOf('--part') + 1] : 'dev'
const marked = readItems(join(HOME, 'test', 'claims', 'typed-300.txt'))
const scored = new Set(marked.flatMap((item) => item.claims.map(({ type }) => type)))
const items = marked.filter((item) => part === 'all' || item.part === part)
const kit = createKit(await createEngine())
const counts = new Map<string, [number, number, number]>()
let stanceRight = 0
let right = 0
for (const item of items) {
  const { claims, mentions } = await extract(givenArticle(item.text, 'sentence'), kit)
  const typed = claims.filter((claim) => scored.has(claim.type))
  const left = [...item.claims]
  const wrong: Claim[] = []
  for (const claim of typed) {
    const at = left.findIndex((expected) => fits(expected, claim, item.text, mentions))
    if (at < 0) wrong.push(claim)
    else {
      const [expected] = left.splice(at, 1)
      right++
      if (stanceOf(claim) === expected!.stance) stanceRight++
      else if (args.includes('--errors')) console.log(`STANCE ${stanceOf(claim)} for ${expected!.stance}: ${item.text}`)
    }
  }
  const count = counts.get(item.field) ?? [0, 0, 0]
  counts.set(item.field, [
    count[0] + item.claims.length - left.length,
    count[1] + typed.length,
    count[2] + item.claims.length,
  ])
  if (args.includes('--errors') && (wrong.length > 0 || left.length > 0)) {
    console.log(item.text)
    for (const claim of wrong)
      console.log(`   wrong: ${claim.type} | ${claim.subject.text} | ${claim.object?.text ?? '-'}   ${claim.rule}`)
    for (const { type, subject, object } of left) console.log(`   missed: ${type} | ${subject} | ${object}`)
  }
}
await kit.engine.close()
const total = [...counts.values()].reduce(
  (sum, count) => sum.map((value, at) => value + count[at]!) as [number, number, number],
  [0, 0, 0],
)
console.log(`| ${part} | right | said | expected | P | R |\n|---|---|---|---|---|---|`)
for (const [field, [a, b, c]] of [...counts, ['all', total] as const])
  console.log(`| ${field} | ${a} | ${b} | ${c} | ${percent(a, b)} | ${percent(a, c)} |`)
console.log(`stance right: ${percent(stanceRight, right)}`)

function percent(a: number, b: number): string {
  return b === 0 ? '-' : ((100 * a) / b).toFixed(1)
}

function stanceOf(claim: Claim): string {
  return claim.polarity === 'denied' ? 'denied' : claim.factuality
}

function fits(expected: Expected, claim: Claim, text: string, mentions: readonly Mention[]): boolean {
  return (
    claim.type === expected.type &&
    meets(expected.subject, claim.subject, 'subject', claim, text, mentions) &&
    meets(expected.object, claim.object, 'object', claim, text, mentions)
  )
}

/** The expected words overlap the side, the phrase it stands in, or another mention of the same entity. */
function meets(
  words: string,
  side: Argument | null,
  role: 'subject' | 'object',
  claim: Claim,
  text: string,
  mentions: readonly Mention[],
): boolean {
  if (words === '-') return true
  if (!side) return false
  const phrase = claim.evidence.find((at) => at.role === role)
  const same = side.kind === 'entity' ? mentions.filter((mention) => mention.entity === side.id) : []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if ([side, phrase, ...same].some((span) => span && span.start < end && at < span.end)) return true
  }
  return false
}
