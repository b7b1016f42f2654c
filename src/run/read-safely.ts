import type { Input } from '../read/find-inputs.ts'
import type { Settings } from '../read/limits.ts'
import { openBytes } from '../read/open-bytes.ts'
import type { Problem } from '../read/problem.ts'
import { type ReadOptions, readArticles } from '../read/read-articles.ts'
import { ReadError } from '../read/read-error.ts'
import type { Read } from '../read/read-input.ts'
import { DEADLINE_MS } from './deadline.ts'
import type { FromReader, ToReader } from './protocol.ts'
import { type Silence, Thread } from './thread.ts'

export interface ReadSafelyOptions extends Omit<ReadOptions, 'reader'> {
  /** Milliseconds for one record, waiting for its bytes not counted; unset: 30,000. */
  readonly deadlineMs?: number | undefined
  /** MiB of memory for one record; unset: 1,024. */
  readonly memory?: number | undefined
}

/** What the largest inputs that are taken at all need is half of it. */
const MEMORY = 1024
const SCRIPT = new URL('./reading-worker.ts', import.meta.url).href

/**
 * The same as `readArticles`, parsed in a thread of its own: an input that takes too long or too much memory becomes a problem, the thread is ended, and
 * another goes on behind the record that was at fault.
 */
export async function* readSafely(paths: readonly string[], options: ReadSafelyOptions = {}): AsyncGenerator<Read> {
  const { deadlineMs = DEADLINE_MS, memory = MEMORY, stdin } = options
  const parser = new Parser({ deadlineMs, memory, stdin })
  try {
    yield* readArticles(paths, { ...options, reader: (input, settings) => parser.read(input, settings) })
  } finally {
    await parser.close()
  }
}

interface ParserOptions {
  readonly deadlineMs: number
  readonly memory: number
  readonly stdin: AsyncIterable<Uint8Array> | undefined
}

/** What was parsed when a thread was lost; without a record it was the input as a whole. */
interface Fault {
  readonly silence: Silence
  readonly record: number | undefined
  readonly line: number | undefined
}

class Parser {
  private thread: Thread<FromReader> | undefined
  constructor(private readonly options: ParserOptions) {}

  async *read(input: Input, settings: Settings): AsyncGenerator<Read> {
    for (let after = 0; ; ) {
      const fault = yield* this.readFrom(input, settings, after)
      if (!fault) return
      await this.close()
      const isLast = fault.record === undefined || input.path === '-'
      yield { problem: this.toProblem(input, fault, isLast && fault.line !== undefined) }
      if (isLast) return
      after = fault.record
    }
  }

  async close(): Promise<void> {
    await this.thread?.end()
    this.thread = undefined
  }

  /** Reads the records after the first few; gives what was at fault when it had to stop. */
  private async *readFrom(input: Input, settings: Settings, after: number): AsyncGenerator<Read, Fault | undefined> {
    this.thread ??= await Thread.start<FromReader>({ script: SCRIPT, memory: this.options.memory })
    const { thread } = this
    const bytes = openBytes(input.path, this.options.stdin)
    let at: { record: number; line: number | undefined } | undefined
    thread.say({ input, settings, after } satisfies ToReader)
    try {
      for (;;) {
        const heard = await thread.hear(this.options.deadlineMs)
        if ('wants' in heard) await hand(bytes, thread)
        else if ('record' in heard) at = heard
        else if ('read' in heard) {
          yield heard.read
          at = undefined
          thread.say({ next: true } satisfies ToReader)
        } else if ('done' in heard) return undefined
        else return { silence: heard, record: at?.record, line: at?.line }
      }
    } finally {
      await bytes.return(undefined)
    }
  }

  private toProblem({ path }: Input, { silence, line }: Fault, breaksOff: boolean): Problem {
    const { deadlineMs, memory } = this.options
    const rest = breaksOff ? ' What followed it was not read.' : ''
    const at = { path, ...(line ? { line } : {}) }
    if ('overdue' in silence)
      return {
        code: 'deadline',
        ...at,
        message: `could not be parsed within ${deadlineMs / 1000} s and was left out.${rest} Raise --deadline if it is worth it.`,
      }
    if (silence.outOfMemory)
      return { code: 'too-large', ...at, message: `takes more than ${memory} MiB to parse and was left out.${rest}` }
    return { code: 'unreadable', ...at, message: `could not be parsed (${silence.lost}) and was left out.${rest}` }
  }
}

/** The next bytes of an input, to be gone from here. */
async function hand(bytes: AsyncGenerator<Buffer>, thread: Thread<FromReader>): Promise<void> {
  try {
    const { value, done } = await bytes.next()
    const copy = done ? null : new Uint8Array(value)
    thread.say({ bytes: copy } satisfies ToReader, copy ? [copy.buffer] : [])
  } catch (error) {
    const { code, message } =
      error instanceof ReadError
        ? error
        : new ReadError('unreadable', `cannot be read to its end (${(error as Error).message}).`)
    thread.say({ broken: { code, message } } satisfies ToReader)
  }
}
