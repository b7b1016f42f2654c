import type { Problem, ProblemCode } from './problem.ts'

/** An input, or one record of it, cannot be read; becomes a `Problem` where its path is known. */
export class ReadError extends Error {
  override name = 'ReadError'
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly line?: number,
  ) {
    super(message)
  }

  at(path: string): Problem {
    return { code: this.code, path, message: this.message, ...(this.line ? { line: this.line } : {}) }
  }
}
