import { describe, expect, test } from 'vitest'
import { Extraction } from '../../src/model/extraction.ts'
import { LIMITS } from '../../src/read/limits.ts'
import type { Read } from '../../src/read/read-input.ts'
import { toArticle } from '../../src/read/to-article.ts'
import { type Analysed, type AnalyseOptions, analyseArticles } from '../../src/run/analyse-articles.ts'
import { deadlineFor } from '../../src/run/deadline.ts'

const kitModule = new URL('./kit-for-tests.ts', import.meta.url).href

async function* reads(texts: readonly string[], taken: { count: number } = { count: 0 }): AsyncGenerator<Read> {
  for (const [at, text] of texts.entries()) {
    taken.count++
    if (text === 'PROBLEM') yield { problem: { code: 'no-text', path: `${at}`, message: 'holds no text.' } }
    else
      yield {
        article: await toArticle(
          { text, alone: true },
          { path: `${at}`, name: `${at}` },
          { verbatim: true, limits: LIMITS },
        ),
      }
  }
}

async function analyse(texts: readonly string[], options: AnalyseOptions): Promise<Analysed[]> {
  const all: Analysed[] = []
  for await (const one of analyseArticles(reads(texts), { kitModule, ...options })) all.push(one)
  return all
}

const keysOf = (all: readonly Analysed[]) =>
  all.map((one) => ('extraction' in one ? one.extraction.article.key : `${one.problem.path} ${one.problem.code}`))

describe('reading articles in workers', () => {
  test.each([1, 3])('keeps the order with %i workers, problems in their place', async (jobs) => {
    const texts = ['One SLOW story.', 'Two.', 'PROBLEM', 'Four SLOW story.', 'Five.', '', 'Seven.']
    const all = await analyse(texts, { jobs })
    expect(keysOf(all)).toEqual(['0', '1', '2 no-text', '3', '4', '5', '6'])
    for (const one of all) if ('extraction' in one) expect(Extraction.parse(one.extraction)).toEqual(one.extraction)
  })

  test('the same bytes with any number of workers', async () => {
    const texts = Array.from({ length: 12 }, (_, at) => `Story ${at} ${at % 5 === 0 ? 'is SLOW' : 'is quick'}.`)
    expect(JSON.stringify(await analyse(texts, { jobs: 3 }))).toBe(JSON.stringify(await analyse(texts, { jobs: 1 })))
  })

  test('a worker past its deadline is ended, one that dies is replaced, and the run goes on', async () => {
    const texts = [
      'One.',
      'This will HANG for ever.',
      'Three.',
      'This will SLEEP for ever.',
      'This will EXIT at once.',
      'This will FAIL.',
      'Seven.',
    ]
    const start = Date.now()
    const all = await analyse(texts, { jobs: 1, deadlineMs: 1_500 })
    expect(keysOf(all)).toEqual(['0', '1 deadline', '2', '3 deadline', '4 analysis-failed', '5 analysis-failed', '6'])
    expect(Date.now() - start).toBeLessThan(50_000)
    expect(all.flatMap((one) => ('problem' in one ? [one.problem.message] : []))[0]).toMatch(
      /not read within 1\.5 s .*--deadline/,
    )
  })

  test('takes no more articles than it needs', async () => {
    const taken = { count: 0 }
    const texts = Array.from({ length: 500 }, (_, at) => `Story ${at}.`)
    const running = analyseArticles(reads(texts, taken), { kitModule, jobs: 1 })
    await running.next()
    expect(taken.count).toBeLessThan(10)
    await running.return(undefined)
  })

  test('says plainly when no worker can start', async () => {
    await expect(analyse(['One.'], { jobs: 1, engine: 'missing' as never })).rejects.toThrow(
      'models/none.onnx: is not there',
    )
  })

  test('an article in another language is kept and not read', async () => {
    const german = 'Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss zu schließen. '.repeat(8)
    const [one] = await analyse([german], { jobs: 1 })
    expect(one).toMatchObject({
      extraction: { article: { language: 'de', text: german }, sentences: [], diagnostics: [{ code: 'not-english' }] },
    })
  })
})

test('the deadline grows with the text', () => expect(deadlineFor(100_000) - deadlineFor(0)).toBe(200_000))
