import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A line to be put in its place. */
export interface Line {
  readonly key: string
  readonly line: string
}

/** Lines kept in memory; more of them go to files, so that a graph of any size can be sorted. */
const IN_MEMORY = 100_000

/** The lines in the order of their keys, then of themselves. */
export async function* inOrder(lines: AsyncIterable<Line>, inMemory = IN_MEMORY): AsyncIterable<string> {
  let held: Line[] = []
  const runs: string[] = []
  let folder: string | undefined
  try {
    for await (const line of lines) {
      held.push(line)
      if (held.length < inMemory) continue
      folder ??= mkdtempSync(join(tmpdir(), 'wiregraph-dump-'))
      runs.push(spill(held, join(folder, `${runs.length}.jsonl`)))
      held = []
    }
    held.sort(byKey)
    if (runs.length === 0) {
      for (const { line } of held) yield line
      return
    }
    yield* merge([...runs.map(readRun), asIterable(held)])
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
}

const byKey = (a: Line, b: Line): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : a.line < b.line ? -1 : a.line > b.line ? 1 : 0

function spill(held: Line[], file: string): string {
  held.sort(byKey)
  writeFileSync(file, held.map(({ key, line }) => `${JSON.stringify(key)}\t${line}\n`).join(''))
  return file
}

async function* readRun(file: string): AsyncIterable<Line> {
  for await (const row of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const at = row.indexOf('\t')
    yield { key: JSON.parse(row.slice(0, at)), line: row.slice(at + 1) }
  }
}

async function* asIterable(lines: readonly Line[]): AsyncIterable<Line> {
  yield* lines
}

async function* merge(runs: readonly AsyncIterable<Line>[]): AsyncIterable<string> {
  const readers = runs.map((run) => run[Symbol.asyncIterator]())
  const heads = await Promise.all(readers.map((reader) => reader.next()))
  for (;;) {
    let least = -1
    heads.forEach((head, at) => {
      if (!head.done && (least < 0 || byKey(head.value, heads[least]!.value) < 0)) least = at
    })
    if (least < 0) return
    yield heads[least]!.value.line
    heads[least] = await readers[least]!.next()
  }
}
