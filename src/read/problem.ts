import { z } from 'zod'

/**
 * Why an input, or a part of it, did not become an article. A `note` needs nobody's care (a picture in the folder); a `skipped`
 * input was meant to be read and was not, which the exit code says.
 */
export const PROBLEMS = {
  'not-an-article': 'note',
  'no-such-path': 'skipped',
  unreadable: 'skipped',
  'unknown-format': 'skipped',
  'broken-gzip': 'skipped',
  'broken-json': 'skipped',
  'broken-xml': 'skipped',
  'broken-record': 'skipped',
  'no-text': 'skipped',
  'too-large': 'skipped',
  'not-english': 'skipped',
  'no-articles': 'skipped',
  deadline: 'skipped',
  'analysis-failed': 'skipped',
} as const

/** Something that could not be read: what, where, and the way out. `path` as given, `line` counted from 1. Never fatal: the run goes on. */
export const Problem = z.object({
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
  path: z.string(),
  line: z.int().positive().optional(),
  message: z.string(),
})
export type Problem = Readonly<z.infer<typeof Problem>>
export type ProblemCode = keyof typeof PROBLEMS

export const isSkipped = (problem: Problem): boolean => PROBLEMS[problem.code] === 'skipped'

/** "articles/a.jsonl:3: is no JSON (…)". */
export const renderProblem = ({ path, line, message }: Problem): string =>
  `${path}${line ? `:${line}` : ''}: ${message}`

/** What a command that reads articles answers to the shell. */
export const EXIT = {
  /** every input was read */
  fine: 0,
  /** the program failed, or was called wrongly */
  failed: 1,
  /** some inputs were skipped; the rest was done */
  someSkipped: 3,
  /** nothing could be read */
  nothingRead: 4,
  /** stopped by Ctrl-C, as shells count it */
  interrupted: 130,
} as const

/** The exit code for a run that read `articles` and met these problems. */
export function exitCodeOf(articles: number, skipped: number): number {
  if (skipped === 0) return EXIT.fine
  return articles === 0 ? EXIT.nothingRead : EXIT.someSkipped
}
