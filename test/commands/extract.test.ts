import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Extraction } from '../../src/model/extraction.ts'
import { folderOf } from '../read/reading.ts'
import { wiregraph } from '../support/cli.ts'

const fast = ['extract', '--format', 'jsonl', '--engine', 'fast']
const linesOf = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Extraction.parse(JSON.parse(line)))

describe('wiregraph extract', () => {
  test('a line an article in the order of the paths; what was skipped is said beside it', async () => {
    const folder = folderOf({
      'b.txt':
        'Crane falls on quay in Ghent\n\nThe port of Ghent closed on Monday after a crane fell on the quay.\n\u001b[2JLeave a Reply\n',
      'a.jsonl':
        '{"id": "one", "text": "Kyiv sent 300 men."}\n{"id": "two"}\n{broken\n{"id": "four", "text": "Oslo paid $3 million."}\n',
    })
    const { code, out, err } = await wiregraph([...fast, join(folder, 'b.txt'), folder, join(folder, 'none.txt')])
    const read = linesOf(out)
    expect(read.map(({ article }) => article.key)).toEqual(['b.txt', 'one', 'four', 'b.txt'])
    expect(read[0]!.sentences.map(({ zone }) => zone)).toEqual(['title', 'body', 'boilerplate'])
    for (const { article, sentences, mentions } of read) {
      for (const { start, end, text } of mentions) expect(article.text.slice(start, end)).toBe(text)
      for (const { start, end } of sentences) expect(article.text.slice(start, end).trim()).not.toBe('')
    }
    expect(code).toBe(3)
    expect(
      err
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.slice(folder.length + 1).split(': ')[0]),
    ).toEqual(['a.jsonl:2', 'a.jsonl:3', 'none.txt'])
    expect(out + err).not.toContain('\u001b')
  })

  test('standard input, verbatim: the text is the input, and running twice gives the same bytes', async () => {
    const input = `${JSON.stringify({ id: 'x', text: '\r\nSkip to content\r\n😀 Kyiv\u0000 said “no”. ', date: '2024-05' })}\n`
    const [one, two] = [
      await wiregraph([...fast, '--verbatim', '-'], { input }),
      await wiregraph([...fast, '--verbatim', '--jobs', '2', '-'], { input }),
    ]
    expect(one.code).toBe(0)
    expect(two.out).toBe(one.out)
    const [read] = linesOf(one.out)
    expect(read!.article).toMatchObject({ key: 'x', text: JSON.parse(input).text, publishedAt: '2024-05' })
    expect(read!.sentences.every(({ zone }) => zone === 'body')).toBe(true)
  })

  test('nothing readable, and wrong calls', async () => {
    expect((await wiregraph([...fast, '/none/at/all.txt'])).code).toBe(4)
    expect((await wiregraph(['extract'])).code).toBe(1)
    expect((await wiregraph([...fast, '--jobs', '0', 'x.txt'])).err).toContain('above 0')
  })
})
