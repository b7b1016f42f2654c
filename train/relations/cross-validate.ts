/**
 * What a scorer of pairs would add to the frames, by cross-validation over documents (five folds: every fifth document is held out).
 *   npx tsx train/relations/cross-validate.ts PAIRS [--re3d] [--units 0] [--no-sparse] [--show TYPE] [--thresholds OUT.json] [--re3dOut OUT.jsonl]
 * PAIRS is what `candidates.ts` wrote. Prints, for each type, how far the frames come and what the scorer adds beside
 * them at a precision of 90 %, the threshold of each fold chosen on the other four; the last column is the threshold of all. `--re3d` trains on re3d as well.
 */
import { createReadStream, openSync, readSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Pair } from './candidates.ts'
import { OPTIONS, Scorer } from './scorer.ts'
import { WIDTH } from './vectors.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { re3d: { type: 'boolean' }, re3dOut: { type: 'string' }, thresholds: { type: 'string' }, units: { type: 'string', default: '32' }, 'no-sparse': { type: 'boolean' }, epochs: { type: 'string', default: '8' }, folds: { type: 'string', default: '5' }, show: { type: 'string' }, top: { type: 'string', default: '40' } },
})
const LEAST = 12
const WANTED = 0.9
const FOLDS = Number(values.folds)
const units = Number(values.units)

interface Scored {
  readonly pair: Pair
  readonly fold: number
  /** By label; each pair's are of the scorer that has not seen its document. */
  readonly chances: ReadonlyMap<string, number>
}

const pairs: { pair: Pair; dense: Float32Array; fold: number }[] = []
const file = openSync(`${positionals[0]}.f32`, 'r')
const documents = new Map<string, number>()
let row = 0
for await (const line of createInterface({ input: createReadStream(`${positionals[0]}.jsonl`) })) {
  const pair = JSON.parse(line) as Pair
  const at = row++
  if (!documents.has(pair.document)) documents.set(pair.document, documents.size)
  let dense = new Float32Array(0)
  if (units > 0) {
    dense = new Float32Array(3 * WIDTH)
    readSync(file, new Uint8Array(dense.buffer), 0, 12 * WIDTH, at * 12 * WIDTH)
  }
  pairs.push({ pair, dense, fold: documents.get(pair.document)! % FOLDS })
}
const isRe3d = ({ pair }: { pair: Pair }) => pair.document.startsWith('re3d')
const trained = pairs.filter((one) => values.re3d || !isRe3d(one))
const counts = new Map<string, number>()
for (const { pair } of trained) counts.set(pair.label, (counts.get(pair.label) ?? 0) + 1)
console.log(`${pairs.length} pairs, ${[...counts].sort((a, b) => b[1] - a[1]).map(([label, count]) => `${label || 'none'} ${count}`).join(', ')}`)
const known = trained.filter(({ pair }) => pair.label !== '?' && counts.get(pair.label)! >= LEAST)
const options = { ...OPTIONS, epochs: Number(values.epochs), units, sparse: !values['no-sparse'] }
const scored: Scored[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const examples = known.filter((one) => one.fold !== fold).map(({ pair, dense }) => ({ features: pair.features, dense, label: pair.label }))
  const scorer = new Scorer(examples, options)
  for (const { pair, dense } of pairs.filter((one) => one.fold === fold && (values.re3d || values.re3dOut || !isRe3d(one)))) {
    const chances = scorer.chances({ features: pair.features, dense })
    scored.push({ pair, fold, chances: new Map(scorer.classes.map((label, at) => [label, chances[at]!])) })
  }
  console.error(`fold ${fold}`)
}

const plain = (label: string) => label.replace(/^</, '')
const waysOf = (type: string) => [type, `<${type}`]
const types = [...new Set(known.map(({ pair }) => plain(pair.label)))].filter(Boolean).sort()
const isTrue = (pair: Pair, way: string) => pair.label === way || pair.right.includes(way)
/** Where gold says neither that a claim of the pair is true nor that none is, it is not judged. */
const isJudged = (pair: Pair, way: string) => pair.label !== '?' || isTrue(pair, way)

interface Addition {
  readonly pair: Pair
  readonly way: string
  readonly chance: number
  readonly fold: number
}

/** What the scorer would say where no frame says anything, the surest first. */
const additionsOf = (type: string): Addition[] =>
  scored
    .flatMap(({ pair, chances, fold }) => waysOf(type).map((way) => ({ pair, way, fold, chance: chances.get(way) ?? 0 })))
    .filter(({ pair, way, chance }) => chance > 0.1 && pair.framed.length === 0 && isJudged(pair, way))
    .sort((a, b) => b.chance - a.chance)

/** The least chance above which `WANTED` of the additions are true; 2 where there is none. */
function thresholdOf(additions: readonly Addition[]): number {
  let [right, threshold] = [0, 2]
  additions.forEach(({ pair, way, chance }, at) => {
    if (isTrue(pair, way)) right++
    if (right / (at + 1) >= WANTED) threshold = chance
  })
  return threshold
}

console.log('| type | in gold | frames find | frames say | true | scorer adds | true | of gold | threshold |\n|---|---|---|---|---|---|---|---|---|')
const sums = [0, 0, 0, 0, 0, 0, 0]
const chosen: Record<string, number> = {}
const held: Addition[] = []
for (const type of types) {
  const ways = waysOf(type)
  const gold = scored.filter(({ pair }) => ways.includes(pair.label))
  const found = gold.filter(({ pair }) => pair.framed.some((one) => isTrue(pair, one)))
  const said = scored.flatMap(({ pair }) => pair.framed.filter((one) => ways.includes(one) && isJudged(pair, one)).map((one) => isTrue(pair, one)))
  const additions = additionsOf(type)
  chosen[type] = thresholdOf(additions)
  const kept: Addition[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const least = thresholdOf(additions.filter((one) => one.fold !== fold))
    kept.push(...additions.filter((one) => one.fold === fold && one.chance >= least))
  }
  held.push(...kept)
  const row = [gold.length, found.length, said.length, said.filter(Boolean).length, kept.length, kept.filter(({ pair, way }) => isTrue(pair, way)).length, kept.filter(({ pair }) => ways.includes(pair.label)).length]
  row.forEach((count, at) => {
    sums[at]! += count
  })
  console.log(`| ${type} | ${row.join(' | ')} | ${chosen[type]! > 1 ? '-' : chosen[type]!.toFixed(2)} |`)
  if (values.show === type)
    for (const { pair, way, chance } of additions.slice(0, Number(values.top))) show(pair.label === way ? 'yes' : isTrue(pair, way) ? 'too' : 'NO ', chance, way, pair)
}
console.log(`| all | ${sums.join(' | ')} | |`)
const [gold = 0, found = 0, said = 0, right = 0, adds = 0, rightAdds = 0, foundAdds = 0] = sums
const share = (a: number, b: number) => `${((100 * a) / b).toFixed(1)} %`
console.log(`typed output: frames P ${share(right, said)} R ${share(found, gold)}; with the scorer P ${share(right + rightAdds, said + adds)} R ${share(found + foundAdds, gold)}`)
const direct = held.filter(({ pair }) => pair.path.split(' ').filter((part) => part === '<' || part === '>').length <= 2)
console.log(`of the ${held.length} additions ${direct.length} are over paths of two steps or fewer, ${direct.filter(({ pair, way }) => isTrue(pair, way)).length} of them true`)
if (values.thresholds) writeFileSync(values.thresholds, `${JSON.stringify(chosen, null, 1)}\n`)

// what a low score says of a frame's claim
const framed = scored.flatMap(({ pair, chances }) =>
  pair.framed
    .filter((one) => types.includes(plain(one)) && isJudged(pair, one))
    .map((one) => ({ pair, one, isRight: isTrue(pair, one), none: chances.get('') ?? 0 })),
)
console.log('| frames\' claims that the scorer takes for none with at least | all | 0.5 | 0.9 | 0.95 | 0.99 |\n|---|---|---|---|---|---|')
const parts = [0, 0.5, 0.9, 0.95, 0.99].map((least) => framed.filter(({ none }) => none >= least))
console.log(`| claims | ${parts.map((part) => part.length).join(' | ')} |`)
console.log(`| true | ${parts.map((part) => part.filter(({ isRight }) => isRight).length).join(' | ')} |`)
if (values.show === 'frames')
  for (const { pair, one, none } of framed.filter((at) => !at.isRight).sort((a, b) => b.none - a.none).slice(0, Number(values.top))) show('', none, one, pair)

if (values.re3dOut) {
  // additions to re3d's texts, each by the scorer that has not seen the text's fold
  const lines = scored
    .filter(isRe3d)
    .flatMap(({ pair, chances }) => [...chances].filter(([way, chance]) => way && pair.framed.length === 0 && chance >= (chosen[plain(way)] ?? 2)).map(([way, chance]) => ({ pair, way, chance })))
    .map(({ pair, way, chance }) => {
      const [subject, object] = way.startsWith('<') ? [pair.b, pair.a] : [pair.a, pair.b]
      return JSON.stringify({ document: pair.document.slice(5), type: plain(way), subject, object, chance, isTrue: isTrue(pair, way) })
    })
  writeFileSync(values.re3dOut, `${lines.join('\n')}\n`)
}

function show(mark: string, chance: number, way: string, { a, b, path, label, sentence }: Pair): void {
  console.log(`   ${mark} ${chance.toFixed(2)} ${way} (${label || 'none'}) | ${a.text} | ${b.text} | ${path} | ${sentence.slice(0, 220)}`)
}
