/**
 * Fits what the signs say of two amounts or dates of one story (`src/corpus/stories/likeness.ts`): a logistic regression over all pairs in the dev halves of
 * bench/conflicts that can meet and differ, true where the authors of these articles marked a contradiction. Prints how many of these a threshold finds in cases that
 * it was not fitted on, and how many others, and writes `models/story-figures.json`.
 *
 *   npx tsx train/story-figures.ts [--least 0.4,0.35]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Case, CASES, readCases, toArticle, withStore } from '../bench/conflict-cases.ts'
import { loadCorpusKnowledge } from '../src/corpus/knowledge.ts'
import { FigureWeights, Likeness, SIGNS, type Sign } from '../src/corpus/stories/likeness.ts'
import { mayMeet } from '../src/corpus/stories/may-meet.ts'
import { likeliest, type Match } from '../src/corpus/stories/meet-figures.ts'
import { type StoryClaim, type Told, toldIn } from '../src/corpus/stories/told.ts'
import { loadStoryWords } from '../src/corpus/stories/words.ts'
import { HOME } from '../src/home.ts'
import { createKit } from '../src/kit.ts'
import { relateAmounts } from '../src/model/interval.ts'
import { createEngine } from '../src/nlp/create-engine.ts'
import { readSeed } from '../src/read-seed.ts'
import { openDatabase } from '../src/store/open-store.ts'
import { factsBy } from '../src/store/refresh-topics.ts'

/** How strongly weights are drawn to 0, or to what is known of them, and into how many parts the cases are split for the check. */
const [PRIOR, KNOWN_PRIOR, FOLDS] = [1, 10, 8]
/** What tells amounts apart, whatever so few cases say of it. */
const KNOWN: Readonly<Partial<Record<Sign, number>>> = {
  isOtherwiseForecast: -2,
  isOtherwiseAhead: -0.5,
  isOtherwisePart: -1,
  isOtherwiseInner: -1,
}

interface Example {
  readonly a: Told
  readonly b: Told
  readonly signs: readonly number[]
  /** the marked contradiction that it is, if it is one; undecided where both may be right */
  readonly gold: Case['gold'][number] | undefined
  readonly isDecided: boolean
}

const words = loadStoryWords(readSeed)
const knowledge = loadCorpusKnowledge(readSeed)
const kit = createKit(await createEngine())
const cases: { field: string; gold: Case['gold']; examples: Example[] }[] = []
for (const one of CASES.flatMap(readCases)) {
  const gold = one.gold.filter(({ kind }) => kind === 'quantity' || kind === 'date')
  cases.push({ field: one.field, gold, examples: examplesOf(await claimsOf(one), gold) })
}
await kit.engine.close()

const scored = cases.map(({ examples }, at) => {
  const weights = fit(cases.filter((_, other) => other % FOLDS !== at % FOLDS).flatMap(({ examples }) => examples))
  return examples.map((example) => ({ ...example, score: chance(weights, example.signs) }))
})
console.log(`${cases.flatMap(({ gold }) => gold).length} contradictions`)
for (const least of [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
  const picked = scored.map((pairs) => likeliest(pairs.filter(({ score }) => score >= least)).filter(({ isDecided }) => isDecided))
  const found = picked.reduce((sum, pairs) => sum + new Set(pairs.flatMap(({ gold }) => gold ?? [])).size, 0)
  const others = picked.reduce((sum, pairs) => sum + pairs.filter(({ gold }) => !gold).length, 0)
  console.log(`at ${least}: ${found} found, ${others} other pairs`)
}
const [bias, ...weights] = fit(cases.flatMap(({ examples }) => examples))
const at = process.argv.indexOf('--least')
const [amount, date] = (at < 0 ? '0.4,0.35' : process.argv[at + 1]!).split(',').map(Number) as [number, number]
const model: FigureWeights = {
  bias: rounded(bias!),
  weights: Object.fromEntries(SIGNS.map((sign, place) => [sign, rounded(weights[place]!)])) as FigureWeights['weights'],
  least: { amount, date },
}
writeFileSync(join(HOME, 'models', 'story-figures.json'), `${JSON.stringify(model, null, 1)}\n`)

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000
}

/** Every claim of a case's articles, as the store gives them. */
function claimsOf({ articles }: Case): Promise<StoryClaim[]> {
  return withStore(articles, kit, async (store, folder) => {
    await store.close()
    const database = await openDatabase(folder)
    const ids = articles.map((article) => toArticle(article).id)
    const facts = await database.write((transaction) => factsBy(transaction, 'facts-of-articles', { ids }))
    await database.close()
    return [...new Map(facts.map((fact) => [fact.claim.id, fact])).values()]
  })
}

function examplesOf(claims: readonly StoryClaim[], gold: Case['gold']): Example[] {
  const told = toldIn(
    claims.filter(({ claim }) => claim.factuality !== 'asked'),
    words,
    knowledge,
  )
  const likeness = new Likeness(told, words, knowledge)
  return told.flatMap((a, at) =>
    told.slice(at + 1).flatMap((b) => {
      if (!mayMeet(a, b, () => true, words, knowledge)) return []
      const signs = likeness.signsOf(a, b)
      const marked = gold.find(({ kind, values: [one, other] }) =>
        [
          [a, b],
          [b, a],
        ].some(([x, y]) => isValue(x!, one, kind) && isValue(y!, other, kind)),
      )
      const isDecided = marked !== undefined || relateAmounts(a.quantity, b.quantity) === 'disjoint'
      return [{ a, b, signs: SIGNS.map((sign) => signs[sign]), gold: marked, isDecided }]
    }),
  )
}

/** "340 houses" is told as "340" of houses, "over an hour" as "an hour"; a day may be marked by its ISO date. */
function isValue({ kind, valueText, claim }: Told, value: string, of: string): boolean {
  if ((kind === 'date') !== (of === 'date')) return false
  if (kind === 'date' && claim.time?.from?.slice(0, 10) === value) return true
  const [one, other] = [valueText.toLowerCase(), value.toLowerCase()]
  return standsIn(other, one) || (kind !== 'date' && (other.startsWith(`${one} `) || other.endsWith(` ${one}`)))
}

function standsIn(value: string, text: string): boolean {
  const at = text.indexOf(value)
  return at >= 0 && !/[\d.,]\d$|\d$/.test(text.slice(0, at)) && !/^[.,]?\d/.test(text.slice(at + value.length))
}

function chance([bias, ...weights]: readonly number[], signs: readonly number[]): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * signs[at]!, bias!)))
}

/** Bias and weights by Newton's method; a contradiction that is told in several places counts by the root of their number. */
function fit(examples: readonly Example[]): number[] {
  const data = examples.filter(({ isDecided }) => isDecided)
  const told = new Map<Example['gold'], number>()
  for (const { gold } of data) if (gold) told.set(gold, (told.get(gold) ?? 0) + 1)
  const size = SIGNS.length + 1
  let weights = Array.from({ length: size }, () => 0)
  for (let step = 0; step < 12; step++) {
    const rows = Array.from({ length: size }, (_, at) =>
      Array.from({ length: size + 1 }, (_, other) => {
        const known = at === 0 ? undefined : KNOWN[SIGNS[at - 1]!]
        const prior = at === 0 ? 0.001 : known === undefined ? PRIOR : KNOWN_PRIOR
        return other === size ? prior * (weights[at]! - (known ?? 0)) : other === at ? prior : 0
      }),
    )
    for (const { signs, gold } of data) {
      const own = [1, ...signs]
      const is = chance(weights, signs)
      const share = gold ? 1 / Math.sqrt(told.get(gold)!) : 1
      const [slope, curve] = [(is - Number(gold !== undefined)) * share, Math.max(1e-6, is * (1 - is)) * share]
      own.forEach((x, at) => {
        if (x === 0) return
        own.forEach((y, other) => {
          rows[at]![other]! += curve * x * y
        })
        rows[at]![size]! += slope * x
      })
    }
    const shift = solved(rows)
    weights = weights.map((weight, at) => weight - shift[at]!)
  }
  return weights
}

/** Solves linear equations, each row with its right side last, by elimination. */
function solved(rows: number[][]): number[] {
  rows.forEach((_, at) => {
    const pivot = rows.slice(at).reduce((best, row, of) => (Math.abs(row[at]!) > Math.abs(rows[best]![at]!) ? at + of : best), at)
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    rows.forEach((row, other) => {
      if (other === at) return
      const factor = row[at]! / rows[at]![at]!
      row.forEach((value, of) => {
        row[of] = value - factor * rows[at]![of]!
      })
    })
  })
  return rows.map((row, at) => row.at(-1)! / row[at]!)
}
