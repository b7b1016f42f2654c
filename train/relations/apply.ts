/**
 * What the scorer, trained on the pairs of Re-DocRED, would add to the typed claims of our own sentences and articles.
 *   npx tsx train/relations/apply.ts PAIRS THRESHOLDS.json [--units 24] [--show]      THRESHOLDS: {"TYPE": least chance}
 * An addition is right where it is a marked claim that no frame finds; those of a marked claim that is found, or that is marked as also true, are told apart.
 * Of test halves only sums are printed.
 */
import { createReadStream, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { articles, type Expected, type Marked, markedIn, sentences } from '../../bench/typed/marked.ts'
import { HOME } from '../../src/home.ts'
import { createKit } from '../../src/kit.ts'
import type { Mention } from '../../src/model/mention.ts'
import type { Span } from '../../src/model/span.ts'
import { createEngine } from '../../src/nlp/create-engine.ts'
import { type Pair, pairsOf } from './candidates.ts'
import { type Example, OPTIONS, Scorer } from './scorer.ts'
import { createVectors, WIDTH } from './vectors.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { units: { type: 'string', default: '24' }, epochs: { type: 'string', default: '6' }, show: { type: 'boolean' }, direct: { type: 'boolean' } } })
const [path, limits] = positionals as [string, string]
const units = Number(values.units)
const thresholds = JSON.parse(readFileSync(limits, 'utf8')) as Record<string, number>

const examples: Example[] = []
const file = openSync(`${path}.f32`, 'r')
let row = 0
for await (const line of createInterface({ input: createReadStream(`${path}.jsonl`) })) {
  const pair = JSON.parse(line) as Pair
  const at = row++
  if (pair.document.startsWith('re3d') || pair.label === '?') continue
  const dense = new Float32Array(units > 0 ? 3 * WIDTH : 0)
  if (units > 0) readSync(file, new Uint8Array(dense.buffer), 0, 12 * WIDTH, at * 12 * WIDTH)
  examples.push({ features: pair.features, dense, label: pair.label })
}
const counts = new Map<string, number>()
for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1)
const scorer = new Scorer(
  examples.filter(({ label }) => counts.get(label)! >= 12),
  { ...OPTIONS, epochs: Number(values.epochs), units },
)
const kit = createKit(await createEngine())
const vectors = await createVectors()
const fresh = (part: string) => markedIn(readFileSync(join(HOME, 'bench', 'fresh', `${part}.txt`), 'utf8').replace(/^@.*\n/gm, '').split('\n'))
await score('sentences dev', sentences().filter(({ part }) => part === 'dev'), true)
await score('sentences test', sentences().filter(({ part }) => part === 'test'), false)
await score('articles', articles(), true)
await score('fresh dev', fresh('dev'), true)
await score('fresh test', fresh('test'), false)
for (const half of ['dev', 'test'] as const) await score(`unseen ${half}`, fresh(`unseen-${half}`), false)
await vectors.close()
await kit.engine.close()

async function score(name: string, texts: readonly Marked[], isShown: boolean): Promise<void> {
  const sums = new Map<string, number[]>()
  for (const [number, { text, claims, alsoTrue }] of texts.entries()) {
    const { pairs, dense, mentions, claims: read } = await pairsOf({ text, key: `own-${number}` }, kit, vectors)
    const told = new Set<string>()
    for (const [at, pair] of pairs.entries()) {
      if (pair.framed.length > 0) continue
      const chances = scorer.chances({ features: pair.features, dense: units > 0 ? dense[at]! : new Float32Array(0) })
      for (const [c, label] of scorer.classes.entries()) {
        const type = label.replace(/^</, '')
        if (!label || chances[c]! < (thresholds[type] ?? 2)) continue
        const [subject, object] = label === type ? [pair.a, pair.b] : [pair.b, pair.a]
        const key = `${type} ${entityAt(subject, mentions)} ${entityAt(object, mentions)}`
        if (told.has(key)) continue
        told.add(key)
        const isOne = (one: Expected) => one.type === type && meets(one.subject, subject, text, mentions) && meets(one.object, object, text, mentions)
        const isKnown = read.some((one) => one.type === type && one.object && `${type} ${idOf(one.subject)} ${idOf(one.object)}` === key)
        const kind = isKnown ? 1 : claims.some(isOne) ? 0 : alsoTrue.some(isOne) ? 2 : 3
        const sum = sums.get(type) ?? [0, 0, 0, 0]
        sum[kind]!++
        sums.set(type, sum)
        if (values.show && isShown) console.log(`   ${['NEW  ', 'again', 'also ', 'WRONG'][kind]} ${chances[c]!.toFixed(2)} ${type} | ${subject.text} | ${object.text} | ${pair.sentence.slice(0, 200)}`)
      }
    }
  }
  console.log(`${name}: ${[...sums].sort().map(([type, [right, again, also, wrong]]) => `${type} ${right} new, ${again} known elsewhere, ${also} also true, ${wrong} unmarked`).join('; ') || 'nothing'}`)
}

function idOf(side: { readonly kind: string; readonly id?: string; readonly start: number }): string {
  return side.kind === 'entity' ? side.id! : String(side.start)
}

function entityAt(span: Span, mentions: readonly Mention[]): string {
  return mentions.find(({ start, end }) => start === span.start && end === span.end)?.entity ?? String(span.start)
}

/** The marked words overlap the side, or another mention of what it means. */
function meets(words: string, side: Span, text: string, mentions: readonly Mention[]): boolean {
  if (words === '-') return true
  const entity = mentions.find(({ start, end }) => start === side.start && end === side.end)?.entity
  const places = [side, ...mentions.filter((mention) => entity && mention.entity === entity)]
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (places.some(({ start, end }) => start < at + words.length && at < end)) return true
  return false
}
