import { availableParallelism } from 'node:os'
import type { IdentityRule } from '../entities/identity-rules.ts'
import type { Article } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { Problem } from '../read/problem.ts'
import type { Read } from '../read/read-input.ts'
import { deadlineFor } from './deadline.ts'
import type { KitOptions } from './protocol.ts'
import { type Outcome, WorkerPool } from './worker-pool.ts'

/** What was read from an article, or why nothing was. */
export type Analysed = { readonly extraction: Extraction } | { readonly problem: Problem }

export interface AnalyseOptions {
  readonly engine?: KitOptions['engine']
  /** Worker threads; unset: one less than the machine has cores, at least one. */
  readonly jobs?: number | undefined
  /** Milliseconds for an article before its length is counted; unset: 30,000. */
  readonly deadlineMs?: number | undefined
  /** See `KitOptions`. */
  readonly identities?: readonly IdentityRule[] | undefined
  /** See `WorkerStart`. */
  readonly kitModule?: string | undefined
}

export const defaultJobs = (): number => Math.max(1, availableParallelism() - 1)

/**
 * Articles → extractions in worker threads, in the order of the articles whatever the number of workers; problems pass through in their place.
 * A few articles are under way at once and no more, so memory does not grow with their number. An article that is not done by its deadline becomes
 * a problem and its worker is ended. Throws `WorkerStartError` when no worker can start.
 */
export async function* analyseArticles(
  reads: AsyncIterable<Read>,
  options: AnalyseOptions = {},
): AsyncGenerator<Analysed> {
  const jobs = Math.max(1, Math.floor(options.jobs ?? defaultJobs()))
  const kitModule = options.kitModule ?? new URL('./create-worker-kit.ts', import.meta.url).href
  const pool = new WorkerPool(jobs, {
    kitModule,
    options: { engine: options.engine, jobs, identities: options.identities },
  })
  try {
    yield* inOrder(reads, jobs * 3, async (read) => {
      if ('problem' in read) return read
      if (!isReadable(read.article)) return { extraction: nothingFrom(read.article) }
      return toAnalysed(
        read.article,
        await pool.read(read.article, deadlineFor(read.article.text.length, options.deadlineMs)),
      )
    })
  } finally {
    await pool.close()
  }
}

/** Runs `work` on up to `window` items at once and yields the results in the items' order, each as soon as it is its turn. */
async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  window: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const source = items[Symbol.asyncIterator]()
  const under: Promise<{ result: R } | { error: unknown }>[] = []
  let next: Promise<{ item: IteratorResult<T> } | { error: unknown }> | undefined
  let over = false
  try {
    while (!over || under.length > 0) {
      if (!over && !next && under.length < window) {
        next = source.next().then(
          (item) => ({ item }),
          (error) => ({ error }),
        )
      }
      const first = await Promise.race([...(next ? [next] : []), ...under.slice(0, 1)])
      if ('error' in first) throw first.error
      if ('result' in first) {
        under.shift()
        yield first.result
      } else {
        next = undefined
        if (first.item.done) over = true
        else
          under.push(
            work(first.item.value).then(
              (result) => ({ result }),
              (error) => ({ error }),
            ),
          )
      }
    }
  } finally {
    await source.return?.()
  }
}

function toAnalysed(article: Article, outcome: Outcome): Analysed {
  if ('extraction' in outcome) return outcome
  const at = { path: article.path }
  if ('overdue' in outcome) {
    const seconds = Math.round(outcome.overdue / 100) / 10
    const message = `was not read within ${seconds} s (${article.key}, ${article.text.length} characters) and was left out. Split it, or raise --deadline.`
    return { problem: { code: 'deadline', ...at, message } }
  }
  return {
    problem: {
      code: 'analysis-failed',
      ...at,
      message: `could not be analysed (${article.key}): ${outcome.failed}. Please report this as a bug.`,
    },
  }
}

/** English, or too short to tell. */
const isReadable = ({ language }: Article) => language === 'en' || language === 'und'

/** An article whose text was kept but not read; its diagnostics say why. */
function nothingFrom({ publishedTime: _time, zones: _zones, diagnostics, ...article }: Article): Extraction {
  return {
    format: 'wiregraph/extraction@1',
    article,
    sentences: [],
    mentions: [],
    entities: [],
    quantities: [],
    times: [],
    quotations: [],
    attributions: [],
    claims: [],
    diagnostics: [...diagnostics],
  }
}
