/**
 * Whom pronouns, relative clauses and definite nouns mean, on our own articles (bench/who/articles.txt): right, wrong, open (nobody chosen) by kind of word.
 *
 *   npx tsx bench/who.ts [--part dev|test|all] [--errors]
 *
 * Right: what the word was joined with holds a mention marked as its referent, and nothing named otherwise; or "-" and it was joined with no noun. Wrong counts
 * apart what was joined with a name: only that becomes a claim of somebody else.
 */
import { parseArgs } from 'node:util'
import { createKit } from '../src/kit.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { judge, KINDS, type Kind, marked } from './who/marked.ts'

const { values } = parseArgs({ options: { part: { type: 'string', default: 'dev' }, errors: { type: 'boolean' } } })
const kit = createKit(await createEngine())
const counts = new Map<Kind, { right: number; wrong: number; named: number; open: number }>(
  KINDS.map((kind) => [kind, { right: 0, wrong: 0, named: 0, open: 0 }]),
)
for (const article of marked().filter(({ part }) => values.part === 'all' || part === values.part)) {
  if (values.errors && article.part === 'dev') console.log(`## ${article.field}`)
  for (const { kind, outcome, named, where, found, expected } of await judge(article, kit)) {
    const count = counts.get(kind)!
    count[outcome]++
    if (outcome === 'wrong' && named) count.named++
    if (values.errors && article.part === 'dev' && outcome !== 'right')
      console.log(
        `  ${outcome}${named && outcome === 'wrong' ? ' name' : ''}: ${where}\n      ${found || '?'}   for ${expected}`,
      )
  }
}
const all = [...counts.values()].reduce((sum, count) => ({
  right: sum.right + count.right,
  wrong: sum.wrong + count.wrong,
  named: sum.named + count.named,
  open: sum.open + count.open,
}))
console.log(`| ${values.part} | right | wrong | (to a name) | open | of chosen right |\n|---|---|---|---|---|---|`)
for (const [kind, { right, wrong, named, open }] of [...counts, ['all', all] as const])
  console.log(
    `| ${kind} | ${right} | ${wrong} | ${named} | ${open} | ${((100 * right) / (right + wrong)).toFixed(1)} |`,
  )
await kit.engine.close()
