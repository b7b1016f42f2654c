import { Worker } from 'node:worker_threads'

/** No thread could be made ready, so nothing can be read at all: a model or a seed is missing or wrong. */
export class WorkerStartError extends Error {
  override name = 'WorkerStartError'
}

/** A thread said nothing in time, or will never say anything again. */
export type Silence = { readonly overdue: true } | { readonly lost: string; readonly outOfMemory: boolean }

export interface ThreadOptions {
  /** Address of the module it runs. */
  readonly script: string
  readonly data?: object
  /** MiB of memory for its objects and texts; unset: as much as Node gives. */
  readonly memory?: number
}

/** Twice Node's own: most of what is made of an article is garbage before the next one, and what is not moved need not be copied. */
const YOUNG_MB = 96

/** A worker thread and what it has said, in order. It says `{ ready: true }` first. */
export class Thread<Says extends object> {
  private readonly said: (Says | Silence)[] = []
  private wake: (() => void) | undefined

  private constructor(private readonly worker: Worker) {
    worker.on('message', (message: Says) => this.put(message))
    worker.on('error', (error: NodeJS.ErrnoException) =>
      this.put({ lost: error.message, outOfMemory: error.code === 'ERR_WORKER_OUT_OF_MEMORY' }),
    )
    worker.on('exit', (code) => this.put({ lost: `its worker ended with code ${code}`, outOfMemory: false }))
  }

  /** A thread that is ready; throws `WorkerStartError` when it does not become so. */
  static async start<Says extends object>({ script, data, memory }: ThreadOptions): Promise<Thread<Says>> {
    const thread = new Thread<Says | { ready: true } | { broken: string }>(
      new Worker(new URL('./start-worker.mjs', import.meta.url), {
        workerData: { ...data, script },
        execArgv: [],
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, ...(memory ? { maxOldGenerationSizeMb: memory } : {}) },
      }),
    )
    const first = await thread.hear()
    if ('ready' in first) return thread as unknown as Thread<Says>
    await thread.end()
    throw new WorkerStartError('broken' in first ? first.broken : 'lost' in first ? first.lost : 'did not become ready')
  }

  say(message: object, transfer: ArrayBuffer[] = []): void {
    this.worker.postMessage(message, transfer)
  }

  /** The next thing it says, or its silence: after `deadlineMs`, or because it has ended. */
  async hear(deadlineMs?: number): Promise<Says | Silence> {
    if (this.said.length === 0) {
      let clock: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        this.wake = resolve
        if (deadlineMs !== undefined) clock = setTimeout(resolve, deadlineMs)
      })
      clearTimeout(clock)
      this.wake = undefined
    }
    return this.said.shift() ?? { overdue: true }
  }

  /** Ends it, whatever it is doing. */
  async end(): Promise<void> {
    await this.worker.terminate()
  }

  private put(message: Says | Silence): void {
    this.said.push(message)
    this.wake?.()
  }
}
