import { once } from 'node:events'
import { exitCodeOf, isSkipped, renderProblem } from '../read/problem.ts'
import { analyseArticles } from '../run/analyse-articles.ts'
import { readSafely } from '../run/read-safely.ts'
import { oneLine } from '../view/terminal.ts'

export interface ExtractOptions {
  readonly verbatim?: boolean
  readonly engine?: 'encoder' | 'fast'
  readonly jobs?: number
  readonly deadline?: number
  readonly date?: string
}

/** Prints an extraction a line to standard output and problems to standard error; returns the exit code. */
export async function printExtractions(
  paths: readonly string[],
  { verbatim, engine, jobs, deadline, date }: ExtractOptions,
): Promise<number> {
  const deadlineMs = deadline && deadline * 1000
  const reads = readSafely(paths, { verbatim, date, deadlineMs })
  const live = process.stderr.isTTY
  let articles = 0
  let skipped = 0
  for await (const read of analyseArticles(reads, { engine, jobs, deadlineMs })) {
    if ('problem' in read) {
      if (isSkipped(read.problem)) skipped++
      process.stderr.write(`${live ? '\r\u001b[K' : ''}${oneLine(renderProblem(read.problem))}\n`)
      continue
    }
    articles++
    if (!process.stdout.write(`${JSON.stringify(read.extraction)}\n`)) await once(process.stdout, 'drain')
    if (live) process.stderr.write(`\r\u001b[K${articles} articles read${skipped ? `, ${skipped} skipped` : ''}`)
  }
  if (live) process.stderr.write('\n')
  return exitCodeOf(articles, skipped)
}
