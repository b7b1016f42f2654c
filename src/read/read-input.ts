import type { Article } from '../model/article.ts'
import type { Draft } from './draft.ts'
import { draftsOf } from './drafts-of.ts'
import type { Input } from './find-inputs.ts'
import type { Settings } from './limits.ts'
import type { Problem } from './problem.ts'
import { ReadError } from './read-error.ts'
import { toArticle } from './to-article.ts'

/** An article, or why there is none. */
export type Read = { readonly article: Article } | { readonly problem: Problem }

export interface Course {
  /** So many records at the start of the input are left out, unparsed. */
  readonly after?: number
  /** Told before a record is parsed: which one, from 1, and its line where it has one. */
  readonly onRecord?: (record: number, line: number | undefined) => void
}

/** The articles in one input, one for each record that can be read and a problem for each that cannot; nothing is thrown. */
export async function* readInput(
  input: Input,
  bytes: AsyncGenerator<Buffer>,
  settings: Settings,
  { after = 0, onRecord }: Course = {},
): AsyncGenerator<Read> {
  let record = 0
  try {
    for await (const drafted of draftsOf(input, bytes, settings)) {
      if (++record <= after) continue
      if ('problem' in drafted) yield { problem: drafted.problem.at(input.path) }
      else {
        onRecord?.(record, drafted.line)
        yield await readRecord(drafted.draft, input, settings)
      }
    }
  } catch (error) {
    yield { problem: toProblem(error, input.path) }
  }
}

async function readRecord(draft: () => Promise<Draft>, input: Input, settings: Settings): Promise<Read> {
  try {
    return { article: await toArticle(await draft(), input, settings) }
  } catch (error) {
    return { problem: toProblem(error, input.path) }
  }
}

function toProblem(error: unknown, path: string): Problem {
  if (error instanceof ReadError) return error.at(path)
  return { code: 'unreadable', path, message: `cannot be read (${(error as Error).message}).` }
}
