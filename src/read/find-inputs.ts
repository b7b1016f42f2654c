import { readdir, stat } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Problem } from './problem.ts'

/** A file to read. `path` as the user would write it; `name` is its path below the folder that was given, the same on every machine. */
export interface Input {
  readonly path: string
  readonly name: string
}

/** File names' ends, without `.gz`, by format. */
export const FORMATS = {
  text: ['txt', 'text'],
  markdown: ['md', 'markdown'],
  html: ['html', 'htm', 'xhtml'],
  json: ['json'],
  lines: ['jsonl', 'ndjson'],
  feed: ['xml', 'rss', 'atom'],
  warc: ['warc'],
} as const
export type Format = keyof typeof FORMATS

/** The format that a file's name promises: "a.html.gz" → "html". */
export function formatOf(name: string): Format | undefined {
  const end = name
    .toLowerCase()
    .replace(/\.gz$/, '')
    .match(/\.([a-z]+)$/)?.[1]
  if (!end) return undefined
  return (Object.keys(FORMATS) as Format[]).find((format) => (FORMATS[format] as readonly string[]).includes(end))
}

/** Files about a folder rather than in it. */
const ABOUT = /^(readme|licen[cs]e|notice|copying|changelog|contributing|authors)(\.[a-z]+)?$/i

/** The inputs that paths stand for: files, folders (all below, sorted), globs (sorted), and "-" for standard input; in the order given. */
export async function* findInputs(paths: readonly string[]): AsyncGenerator<{ input: Input } | { problem: Problem }> {
  for (const path of paths) {
    if (path === '-') {
      yield { input: { path: '-', name: 'stdin' } }
      continue
    }
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
    if (!(found instanceof Error)) {
      if (found.isDirectory()) yield* inFolder(path, path, '')
      else yield { input: { path, name: basename(path) } }
    } else if (isDynamicPattern(path)) yield* inGlob(path)
    else yield { problem: notFound(path, found) }
  }
}

async function* inFolder(
  root: string,
  folder: string,
  below: string,
): AsyncGenerator<{ input: Input } | { problem: Problem }> {
  let files = 0
  let entries: Awaited<ReturnType<typeof entriesOf>>
  try {
    entries = await entriesOf(folder)
  } catch (error) {
    yield {
      problem: {
        code: 'unreadable',
        path: folder,
        message: `cannot be opened (${(error as Error).message}). Check its permissions.`,
      },
    }
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const name = below + entry.name
    if (entry.isDirectory()) yield* inFolder(root, path, `${name}/`)
    else if (!entry.isFile() && !entry.isSymbolicLink()) {
      const message = 'is no ordinary file (a pipe, a socket, a device). To read it all the same, name it itself.'
      yield { problem: { code: 'not-an-article', path, message } }
    } else if (ABOUT.test(entry.name) || !formatOf(entry.name)) {
      const message = `is not an article by its name. To read it all the same, name the file itself.`
      yield { problem: { code: 'not-an-article', path, message } }
    } else {
      files++
      yield { input: { path, name } }
    }
  }
  if (folder === root && files === 0 && entries.every((entry) => !entry.isDirectory())) {
    const ends = Object.values(FORMATS)
      .flat()
      .map((end) => `.${end}`)
      .join(' ')
    yield {
      problem: {
        code: 'no-articles',
        path: folder,
        message: `holds no file with articles (${ends}, each also with .gz).`,
      },
    }
  }
}

/** Sorted by name, whatever the machine's language; hidden entries and links to folders left out. */
const entriesOf = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

async function* inGlob(pattern: string): AsyncGenerator<{ input: Input } | { problem: Problem }> {
  const steady = pattern.split(/[*?[\]{}()!]/)[0]!
  const root = steady.slice(0, steady.lastIndexOf('/') + 1)
  const paths = (await glob([pattern], { onlyFiles: true, expandDirectories: false }))
    .map((path) => path.split(sep).join('/'))
    .sort()
  for (const path of paths)
    yield { input: { path, name: path.startsWith(root) ? path.slice(root.length) : basename(path) } }
  if (paths.length === 0)
    yield {
      problem: {
        code: 'no-such-path',
        path: pattern,
        message: 'matches no file. Quote the pattern, or check the folder it starts from.',
      },
    }
}

function notFound(path: string, error: NodeJS.ErrnoException): Problem {
  if (error.code === 'ENOENT')
    return { code: 'no-such-path', path, message: 'does not exist. Check the spelling and the folder you are in.' }
  return { code: 'unreadable', path, message: `cannot be opened (${error.message}). Check its permissions.` }
}
