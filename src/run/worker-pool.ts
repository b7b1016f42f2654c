import type { Article } from '../model/article.ts'
import type { Extraction } from '../model/extraction.ts'
import type { FromWorker, WorkerStart } from './protocol.ts'
import { Thread, WorkerStartError } from './thread.ts'

/** What became of an article: read, or why not. */
export type Outcome = { readonly extraction: Extraction } | { readonly overdue: number } | { readonly failed: string }

type Worker = Thread<FromWorker>
const SCRIPT = new URL('./analysing-worker.ts', import.meta.url).href

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
    worker.say({ article })
    const heard = await worker.hear(deadlineMs)
    if ('overdue' in heard || 'lost' in heard) {
      await this.bury(worker)
      return 'overdue' in heard ? { overdue: deadlineMs } : { failed: heard.lost }
    }
    this.giveBack(worker)
    return heard
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.end()))
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
    await worker.end()
    if (this.waiting.length > 0) void this.hire()
  }

  /** Starts a worker and hands it to whoever waits; when it cannot start, everybody is told. */
  private async hire(): Promise<void> {
    this.starting++
    try {
      const worker = await Thread.start<FromWorker>({ script: SCRIPT, data: this.start })
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
}
