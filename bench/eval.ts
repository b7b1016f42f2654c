/**
 * `npm run eval [-- --parts "names carb"] [--keep]`: quality on the dev sets, by the scorers of ../shared/eval, in one table beside the last
 * release's figures (bench/figures.json), so that a loss is seen. `--keep` makes this run's figures the new ones to compare with.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { columns } from '../src/view/terminal.ts'

type Tree = number | string | { readonly [key: string]: Tree }

const KEPT = 'bench/figures.json'
const SCORERS = '../shared/eval/all.sh'

/** What is shown: where in the scorers' figures a value lies, and the value to reach (issue 4 and 5). */
const MEASURES: readonly (readonly [name: string, path: string, toReach: number | null])[] = [
  ['names F1, EWT', 'names/all/all/F1', 78.5],
  ['  persons', 'names/all/PER/F1', null],
  ['  places', 'names/all/LOC/F1', null],
  ['  organisations', 'names/all/ORG/F1', null],
  ['UPOS, EWT', 'parse-ewt/all/UPOS', 97.2],
  ['XPOS, EWT', 'parse-ewt/all/XPOS', null],
  ['lemma, EWT', 'parse-ewt/all/lemma', 97.5],
  ['UAS, EWT', 'parse-ewt/all/UAS', null],
  ['LAS, EWT', 'parse-ewt/all/LAS', 90.2],
  ['UPOS, GUM', 'parse-gum/all/UPOS', null],
  ['XPOS, GUM', 'parse-gum/all/XPOS', null],
  ['lemma, GUM', 'parse-gum/all/lemma', null],
  ['UAS, GUM', 'parse-gum/all/UAS', null],
  ['LAS, GUM', 'parse-gum/all/LAS', 88.6],
  ['raw words F1, EWT', 'segment-ewt/words/F1', 98.8],
  ['raw sentences F1, EWT', 'segment-ewt/sentences/F1', 78],
  ['raw words F1, GUM', 'segment-gum/words/F1', 99],
  ['raw sentences F1, GUM', 'segment-gum/sentences/F1', 93],
  ['raw LAS, EWT', 'segment-ewt/LAS/F1', 84.5],
  ['raw LAS, GUM', 'segment-gum/LAS/F1', null],
  ['open claims F1, CaRB', 'carb/F1', 0.49],
  ['open claims AUC, CaRB', 'carb/AUC', 0.28],
  ['coreference CoNLL, GUM', 'coref-gum/all/GUM/CoNLL', 48],
  ['coreference names B3, GUM', 'coref-gum/all/names B3/F1', 80],
  ['GAP F1', 'coref-gap/all/F1', 66],
  ['dates right, GUM', 'dates/all genres/value right', 85],
  ['attribution F1, GUM', 'attribution/all genres/detection/F1', 72],
  ['attribution source head', 'attribution/all genres/source head', 85],
  ['attribution content F1', 'attribution/all genres/content of matched/F1', 80],
  ['re3d pairs P', 'relations/pairs/P', 50],
  ['re3d pairs R', 'relations/pairs/R', 25],
]

const { values } = parseArgs({
  options: { parts: { type: 'string' }, keep: { type: 'boolean' }, json: { type: 'boolean' } },
})

if (!existsSync(SCORERS)) {
  console.error(`${SCORERS} is not here: the scorers and corpora lie beside the project and are not part of it.`)
  process.exit(2)
}
const out = mkdtempSync(join(tmpdir(), 'wiregraph-eval-'))
const run = spawnSync(SCORERS, ['wiregraph'], {
  env: { ...process.env, OUT: out, ...(values.parts ? { ONLY: values.parts } : {}) },
  stdio: ['ignore', 'ignore', values.json ? 'ignore' : 'inherit'],
})
const { figures } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { figures: Tree }
const before = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as { figures: Tree }).figures : {}

const rows = MEASURES.map(([name, path, toReach]) => ({
  name,
  now: at(figures, path),
  before: at(before, path),
  toReach,
}))
  .concat(specifications(figures, before))
  .filter(({ now }) => now !== null)
if (values.json) console.log(JSON.stringify(rows))
else {
  const shown = (value: number | null) => (value === null ? '–' : String(value))
  for (const line of columns([
    ['measure', 'now', 'last release', 'to reach', ''],
    ...rows.map(({ name, now, before, toReach }) => [
      name,
      shown(now),
      shown(before),
      shown(toReach),
      remark(now, before, toReach),
    ]),
  ])) {
    console.log(line)
  }
  console.log(`\nall tables: ${join(out, 'report.md')}`)
}
if (values.keep) writeFileSync(KEPT, `${JSON.stringify({ figures }, null, 1)}\n`)
process.exit(run.status ?? 1)

function at(tree: Tree, path: string): number | null {
  let here: Tree | undefined = tree
  for (const key of path.split('/')) here = typeof here === 'object' ? here[key] : undefined
  return typeof here === 'number' ? here : null
}

/** Share of the shared specifications' cases passed, a row a model. */
function specifications(now: Tree, before: Tree) {
  const share = (tree: Tree, model: string): number | null => {
    const [cases, passed] = [at(tree, `recognizers/cases/${model}/cases`), at(tree, `recognizers/cases/${model}/pass`)]
    return cases && passed !== null ? Math.round((1000 * passed) / cases) / 10 : null
  }
  const recognizers = typeof now === 'object' ? now.recognizers : undefined
  const cases = typeof recognizers === 'object' ? recognizers.cases : undefined
  const models = typeof cases === 'object' ? Object.keys(cases) : []
  return models.map((model) => ({
    name: `specification ${model} %`,
    now: share(now, model),
    before: share(before, model),
    toReach: null,
  }))
}

function remark(now: number | null, before: number | null, toReach: number | null): string {
  const lost = now !== null && before !== null && now < before - 0.05 ? 'LOST' : ''
  const below = now !== null && toReach !== null && now < toReach ? 'below' : ''
  return [lost, below].filter(Boolean).join(', ')
}
