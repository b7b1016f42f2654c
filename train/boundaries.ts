/**
 * Trains the model of sentence ends (`models/boundaries.json`) on the train parts of UD English EWT and GUM:
 * logistic regression by AdaGrad over the features of src/text/boundaries.ts, rare features left out, weights rounded.
 *
 *   npx tsx train/boundaries.ts [--data ../shared/data] [--without ud-english-ewt]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ConlluSentence, commentOf, parseConllu } from '../src/nlp/conllu.ts'
import { advance, featuresAt, findPieces, freshState, isCandidate } from '../src/text/boundaries.ts'

const HOME = new URL('..', import.meta.url).pathname
const { values } = parseArgs({
  options: { data: { type: 'string', default: join(HOME, '../shared/data') }, without: { type: 'string', default: '' }, epochs: { type: "string", default: "12" }, rare: { type: "string", default: "5" }, out: { type: 'string', default: join(HOME, 'models/boundaries.json') } },
})
const DATA = values.data

interface Place {
  readonly features: number[]
  readonly end: boolean
}
interface Paragraph {
  text: string
  ends: Set<number>
}

/** Sentences as they were written, paragraph by paragraph, with the offsets where sentences end. */
function paragraphsOf(sentences: readonly ConlluSentence[]): Paragraph[] {
  const found: Paragraph[] = []
  let now: Paragraph | undefined
  let tight = false
  for (const sentence of sentences) {
    const fresh = sentence.comments.some((comment) => /^#\s*new(doc|par)/.test(comment))
    if (!now || fresh) found.push((now = { text: '', ends: new Set() }))
    else if (!tight) now.text += ' '
    now.text += commentOf(sentence, 'text') ?? ''
    now.ends.add(now.text.length)
    const range = sentence.ranges.find(({ last }) => last === sentence.rows.length)
    tight = (range?.misc ?? sentence.rows.at(-1)!.misc).split('|').includes('SpaceAfter=No')
  }
  return found
}

function corpus(name: string): Paragraph[] {
  if (values.without.split(',').includes(name)) return []
  if (name === 'gum') {
    const folder = join(DATA, 'gum/train')
    return readdirSync(folder).filter((file) => file.endsWith('.conllu')).sort().flatMap((file) => paragraphsOf(parseConllu(readFileSync(join(folder, file), 'utf8'))))
  }
  return paragraphsOf(parseConllu(readFileSync(join(DATA, 'ud-english-ewt/en_ewt-ud-train.conllu'), 'utf8')))
}

const paragraphs = [...corpus('ud-english-ewt'), ...corpus('gum')]
const count = new Map<string, number>()
const raw: { features: string[]; end: boolean }[] = []
let unreachable = 0
for (const { text, ends } of paragraphs) {
  const pieces = findPieces(text, { start: 0, end: text.length })
  const state = freshState()
  const reached = new Set<number>([text.length])
  for (let at = 0; at < pieces.length - 1; at++) {
    advance(state, pieces[at]!)
    const end = ends.has(pieces[at]!.end)
    if (isCandidate(pieces[at]!, pieces[at + 1]!)) {
      reached.add(pieces[at]!.end)
      const features = featuresAt(pieces, at, state)
      raw.push({ features, end })
      for (const feature of features) count.set(feature, (count.get(feature) ?? 0) + 1)
    }
    if (end) Object.assign(state, freshState())
  }
  for (const end of ends) if (!reached.has(end)) unreachable++
}
const index = new Map<string, number>()
for (const [feature, times] of count) if (times >= Number(values.rare)) index.set(feature, index.size)
const places: Place[] = raw.map(({ features, end }) => ({ features: features.map((name) => index.get(name)).filter((id) => id !== undefined) as number[], end }))
console.log(`${paragraphs.length} paragraphs, ${places.length} places, ${places.filter(({ end }) => end).length} ends, ${unreachable} out of reach, ${index.size} features`)

const weights = new Float64Array(index.size)
const squares = new Float64Array(index.size).fill(1e-6)
let bias = 0
let biasSquare = 1e-6
let seed = 7
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
const order = places.map((_, at) => at)
const RATE = 0.15
const DECAY = 2e-6
for (let epoch = 0; epoch < Number(values.epochs); epoch++) {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  let loss = 0
  for (const id of order) {
    const { features, end } = places[id]!
    let score = bias
    for (const feature of features) score += weights[feature]!
    const chance = 1 / (1 + Math.exp(-score))
    loss -= Math.log(Math.max(1e-12, end ? chance : 1 - chance))
    const error = (end ? 1 : 0) - chance
    for (const feature of features) {
      const slope = error - DECAY * places.length * weights[feature]! * 1e-2
      squares[feature]! += slope * slope
      weights[feature]! += (RATE * slope) / Math.sqrt(squares[feature]!)
    }
    biasSquare += error * error
    bias += (RATE * error) / Math.sqrt(biasSquare)
  }
  console.log(`epoch ${epoch + 1}: loss ${(loss / places.length).toFixed(5)}`)
}
const kept = [...index].map(([name, id]) => [name, Math.round(weights[id]! * 100) / 100] as const).filter(([, weight]) => Math.abs(weight) >= 0.05)
kept.sort(([a], [b]) => (a < b ? -1 : 1))
const model = { bias: Math.round(bias * 100) / 100, weights: Object.fromEntries(kept) }
writeFileSync(values.out, `${JSON.stringify(model)}\n`)
console.log(`${kept.length} weights, ${JSON.stringify(model).length} bytes`)
