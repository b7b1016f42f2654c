import { Worker } from 'node:worker_threads'
import type { Article } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { FromWorker, WorkerStart } from './protocol.ts'

/** What became of an article: read, or why not. */
export type Outcome = { readonly extraction: Extraction } | { readonly overdue: number } | { readonly failed: string }

/** No worker could be made ready, so nothing can be read at all: a model or a seed is missing or wrong. */
export class WorkerStartError extends Error {
  override name = 'WorkerStartError'
}

/** Threads that read articles, one at a time each. A thread that is past its deadline is ended and another takes its place. */
export class WorkerPool {
  private readonly idle: Worker[] = []
  private readonly all = new Set<Worker>()
  private readonly waiting: ((worker: Worker | undefined) => void)[] = []
  private starting = 0
  private broken: WorkerStartError | undefined

  constructor(
    private readonly size: number,
    private readonly start: WorkerStart,
  ) {}

  /** Reads one article; never takes much longer than `deadlineMs`, not counting the wait for a free worker. Throws `WorkerStartError` only. */
  async read(article: Article, deadlineMs: number): Promise<Outcome> {
    const worker = await this.take()
    const outcome = await this.ask(worker, article, deadlineMs)
    if ('extraction' in outcome || !outcome.lost) this.giveBack(worker)
    else await this.bury(worker)
    return outcome
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.terminate()))
    this.all.clear()
    this.idle.length = 0
  }

  private async take(): Promise<Worker> {
    const free = this.idle.pop()
    if (free) return free
    if (this.broken) throw this.broken
    if (this.all.size + this.starting < this.size) void this.hire()
    const worker = await new Promise<Worker | undefined>((resolve) => this.waiting.push(resolve))
    if (!worker) throw this.broken!
    return worker
  }

  private giveBack(worker: Worker): void {
    const next = this.waiting.shift()
    if (next) next(worker)
    else this.idle.push(worker)
  }

  private async bury(worker: Worker): Promise<void> {
    this.all.delete(worker)
    await worker.terminate()
    if (this.waiting.length > 0) void this.hire()
  }

  /** Starts a worker and hands it to whoever waits; when it cannot start, everybody is told. */
  private async hire(): Promise<void> {
    this.starting++
    try {
      const worker = new Worker(new URL('./start-worker.mjs', import.meta.url), {
        workerData: this.start,
        execArgv: [],
      })
      const first = await firstMessage(worker)
      if (!('ready' in first))
        throw new WorkerStartError(
          'broken' in first ? first.broken : 'failed' in first ? first.failed : 'ended at once',
        )
      this.all.add(worker)
      this.starting--
      this.giveBack(worker)
    } catch (error) {
      this.starting--
      this.broken =
        error instanceof WorkerStartError ? error : new WorkerStartError((error as Error).message, { cause: error })
      for (const tell of this.waiting.splice(0)) tell(undefined)
    }
  }

  /** One question, one answer; `lost` when the worker is of no more use. */
  private ask(
    worker: Worker,
    article: Article,
    deadlineMs: number,
  ): Promise<(Outcome & { lost?: false }) | { overdue: number; lost: true } | { failed: string; lost: true }> {
    return new Promise((resolve) => {
      const clock = setTimeout(() => end({ overdue: deadlineMs, lost: true }), deadlineMs)
      const onMessage = (message: FromWorker) =>
        end(
          'extraction' in message
            ? { extraction: message.extraction }
            : { failed: 'failed' in message ? message.failed : 'gave no answer' },
        )
      const onError = (error: Error) => end({ failed: error.message, lost: true })
      const onExit = (code: number) => end({ failed: `its worker ended with code ${code}`, lost: true })
      const end = (outcome: Parameters<typeof resolve>[0]) => {
        clearTimeout(clock)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        if ('lost' in outcome) worker.on('error', () => {})
        resolve(outcome)
      }
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage({ article })
    })
  }
}

function firstMessage(worker: Worker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      then()
    }
    const onMessage = (message: FromWorker) => settle(() => resolve(message))
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = (code: number) =>
      settle(() => reject(new Error(`the worker ended with code ${code} before it was ready`)))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
}
