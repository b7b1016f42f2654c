import { clipped, isTerminal } from '../view/terminal.ts'

/** One line on a terminal that tells how far a long work is; nothing where there is no terminal. */
export class Progress {
  private readonly started = performance.now()
  private seen = 0
  private total: number | undefined
  private last = 0

  constructor(private readonly stream: NodeJS.WriteStream) {}

  /** Counts what passes, so that the end is in sight as soon as all is known. */
  async *counting<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const item of items) {
      this.seen++
      yield item
    }
    this.total = this.seen
  }

  show(read: number, unchanged: number, words: number): void {
    const now = performance.now()
    if (!isTerminal(this.stream) || now - this.last < 100) return
    this.last = now
    const seconds = (now - this.started) / 1000
    const of = this.total === undefined ? '' : ` of ${this.total}`
    const rate = `${Math.round(words / Math.max(seconds, 0.001)).toLocaleString('en')} words/s`
    const left =
      this.total && read > 0 ? `, ${Math.ceil(((this.total - unchanged - read) * seconds) / read)} s left` : ''
    this.write(`${read + unchanged}${of} articles, ${rate}${left}`)
  }

  phase(name: string): void {
    if (isTerminal(this.stream)) this.write(`${name} …`)
  }

  /** A message above the line. */
  say(message: string): void {
    this.clear()
    this.stream.write(`${message}\n`)
  }

  end(): void {
    this.clear()
  }

  private clear(): void {
    if (isTerminal(this.stream)) this.stream.write('\r\u001b[K')
  }

  private write(text: string): void {
    // a line that wraps could not be taken back
    this.stream.write(`\r\u001b[K${clipped(text, (this.stream.columns || 80) - 1)}`)
  }
}
