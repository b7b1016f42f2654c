import type { Article } from '../model/article.ts'
import { contentId } from '../model/id.ts'
import { findInputs, type Input } from './find-inputs.ts'
import { LIMITS, type Limits, type Settings } from './limits.ts'
import { openBytes } from './open-bytes.ts'
import type { Read } from './read-input.ts'
import { readInput } from './read-input.ts'

export interface ReadOptions {
  /** The text as given, unchanged and whole: nothing cut, no zones. */
  readonly verbatim?: boolean | undefined
  /** Publication date (ISO) of inputs that tell none themselves. */
  readonly date?: string | undefined
  readonly limits?: Partial<Limits> | undefined
  /** What "-" stands for. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  /** Reads one input; unset: here, without anybody to end what hangs. */
  readonly reader?: InputReader | undefined
}

export type InputReader = (input: Input, settings: Settings) => AsyncIterable<Read>

/**
 * The articles that paths stand for (files, folders, globs, "-"), in the order of the paths, each as soon as it is read: memory holds
 * one input (JSON Lines: one line) at a time. What cannot be read comes as a problem in its place; nothing is thrown.
 */
export async function* readArticles(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Read> {
  const { verbatim = false, date, limits, stdin } = options
  const settings: Settings = { verbatim, date, limits: { ...LIMITS, ...limits } }
  const read = options.reader ?? ((input) => readInput(input, openBytes(input.path, stdin), settings))
  const seen = new Map<string, string>()
  for await (const found of findInputs(paths)) {
    if ('problem' in found) yield found
    else
      for await (const one of read(found.input, settings))
        yield 'article' in one ? { article: apart(one.article, seen) } : one
  }
}

/**
 * Two different texts of one run under one id would replace each other in the graph ("a/index.html", "b/index.html"): the later gets an id
 * made from its text too, and says so.
 */
function apart(article: Article, seen: Map<string, string>): Article {
  const before = seen.get(article.id)
  if (before === undefined) seen.set(article.id, article.textHash)
  if (before === undefined || before === article.textHash) return article
  const message = `Another article of this run has the same ${article.url ? 'address' : 'name'} (${article.url ?? article.key}) and another text; both are kept.`
  const diagnostics = [...article.diagnostics, { code: 'same-name', start: 0, end: 0, message }]
  return { ...article, id: contentId('article', article.id, article.textHash), diagnostics }
}
