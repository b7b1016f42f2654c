import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Read } from '../../src/read/read-input.ts'
import { type ReadSafelyOptions, readSafely } from '../../src/run/read-safely.ts'
import { folderOf } from '../read/reading.ts'

const STORY = 'The port of Ghent closed on Monday after a crane fell on the quay, the harbour master said.\n'
/** Minutes to parse, and gigabytes. */
const ENDLESS = 'word<br>'.repeat(700_000)

async function readAll(paths: readonly string[], options: ReadSafelyOptions): Promise<Read[]> {
  const all: Read[] = []
  for await (const read of readSafely(paths, options)) all.push(read)
  return all
}

const outcome = (read: Read) =>
  'article' in read ? read.article.key : [read.problem.path, read.problem.line, read.problem.code].join(' ')

describe('reading in a thread', () => {
  test('gives what reading without one gives, and problems in their place', async () => {
    const folder = folderOf({
      'a.txt': STORY,
      'b.html': `<h1>Crane falls</h1><p>${STORY}</p>`,
      'c.jsonl': `{"text":"One."}\nbroken\n\n{"text":"Two."}\n`,
      'd.txt.gz': Buffer.from([0x1f, 0x8b, 0x08, 0, 1]),
    })
    const all = await readAll([folder, join(folder, 'none')], {})
    expect(all.map(outcome)).toEqual([
      'a.txt',
      'b.html',
      expect.stringMatching(/^c\.jsonl#/),
      `${join(folder, 'c.jsonl')} 2 broken-json`,
      expect.stringMatching(/^c\.jsonl#/),
      `${join(folder, 'd.txt.gz')}  broken-gzip`,
      `${join(folder, 'none')}  no-such-path`,
    ])
  })

  test('a page that cannot be parsed in time is named, its thread is ended, and the run goes on', async () => {
    const folder = folderOf({ 'a.txt': STORY, 'b.html': ENDLESS, 'c.txt': STORY })
    const all = await readAll([folder], { deadlineMs: 4_000 })
    expect(all.map(outcome)).toEqual(['a.txt', `${join(folder, 'b.html')}  deadline`, 'c.txt'])
    expect(all.flatMap((read) => ('problem' in read ? [read.problem.message] : []))).toEqual([
      'could not be parsed within 4 s and was left out. Raise --deadline if it is worth it.',
    ])
    const before = process.cpuUsage()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(400)
  }, 60_000)

  test('in a file of many articles only the one at fault is left out', async () => {
    const lines = [{ text: STORY }, { html: ENDLESS }, { text: `${STORY} Twice.` }, { html: ENDLESS }, { text: 'End.' }]
    const folder = folderOf({ 'a.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join('') })
    const file = join(folder, 'a.jsonl')
    const all = await readAll([file], { deadlineMs: 4_000 })
    expect(all.map(outcome)).toEqual([
      expect.stringMatching(/^a\.jsonl#1/),
      `${file} 2 deadline`,
      expect.stringMatching(/^a\.jsonl#3/),
      `${file} 4 deadline`,
      expect.stringMatching(/^a\.jsonl#5/),
    ])
  }, 60_000)

  test('a page that eats memory is named, and the run goes on', async () => {
    const folder = folderOf({ 'a.html': '<p>word '.repeat(400_000), 'b.txt': STORY })
    const all = await readAll([folder], { memory: 64 })
    expect(all.map(outcome)).toEqual([`${join(folder, 'a.html')}  too-large`, 'b.txt'])
    expect(all[0]).toMatchObject({ problem: { message: 'takes more than 64 MiB to parse and was left out.' } })
  }, 120_000)

  test('of standard input what comes after the fault cannot be read again, and that is said', async () => {
    async function* stdin() {
      yield Buffer.from(`${JSON.stringify({ text: STORY })}\n${JSON.stringify({ html: ENDLESS })}\n{"text":"Lost."}\n`)
    }
    const all = await readAll(['-'], { deadlineMs: 4_000, stdin: stdin() })
    expect(all.map(outcome)).toEqual([expect.stringMatching(/^stdin#1/), '- 2 deadline'])
    expect(all[1]).toMatchObject({ problem: { message: expect.stringContaining('What followed it was not read.') } })
  }, 60_000)

  test('waiting for bytes is not counted', async () => {
    async function* slow() {
      yield Buffer.from(STORY)
      await new Promise((resolve) => setTimeout(resolve, 5_000))
      yield Buffer.from('The end.')
    }
    const all = await readAll(['-'], { deadlineMs: 4_000, stdin: slow() })
    expect(all.map(outcome)).toEqual(['stdin'])
  }, 60_000)
})
