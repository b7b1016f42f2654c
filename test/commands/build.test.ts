import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiregraph } from '../support/cli.ts'

let folder: string
const at = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiregraph-build-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const article = (name: string, text: string) => {
  writeFileSync(at(name), text)
  return at(name)
}

test('builds a graph, says what is in it, and reads nothing twice', async () => {
  const store = at('twice')
  const paths = [
    article(
      'one.jsonl',
      `${JSON.stringify({ id: 'one', source: 'Harbour Post', date: '2025-03-02', text: 'Norway sent 400 soldiers to Latvia. The minister denied it.' })}\n`,
    ),
    article(
      'two.jsonl',
      `${JSON.stringify({ id: 'two', source: 'Coast Times', date: '2025-03-02', text: 'Norway sent 650 soldiers to Latvia in March.' })}\n`,
    ),
  ]
  const first = await wiregraph(['build', ...paths, '--store', store])
  expect(first.err).toBe('')
  expect(first.code).toBe(0)
  expect(first.out).toContain('2 articles in')
  expect(first.out).toContain('Norway')
  expect(first.out).toMatch(/400 .*650 .*\n.*conflicts \(quantity\)/)
  const second = await wiregraph(['build', ...paths, '--store', store, '--json'])
  expect(JSON.parse(second.out)).toMatchObject({ loaded: 0, replaced: 0, unchanged: 2, summary: { articles: 2 } })
  const lines = (await wiregraph(['conflicts', '--store', store, '--format', 'jsonl'])).out.trim().split('\n')
  const conflict = lines.map((line) => JSON.parse(line)).find(({ kind }) => kind === 'quantity')
  expect(conflict).toMatchObject({ verdict: 'conflicts', proposition: { name: expect.any(String) } })
  expect(conflict.members.map(({ value, speaker }: { value: string; speaker: string }) => [value, speaker])).toEqual([
    ['400', 'Harbour Post'],
    ['650', 'Coast Times'],
  ])
})

test('names what it cannot read, goes on, and the exit code says it', async () => {
  const good = article('good.txt', 'The town council of Bergen met the mayor of Oslo on Friday.')
  const broken = article('broken.jsonl', '{"text": "no end\n')
  const ran = await wiregraph(['build', good, broken, at('missing.txt'), '--engine', 'fast', '--store', at('some')])
  expect(ran.code).toBe(3)
  expect(ran.err).toContain('broken.jsonl:1')
  expect(ran.err).toContain('missing.txt')
  expect(ran.out).toContain('1 article in')
  expect(ran.out).toContain('Not read')
})

test('nothing to read is no success, and there is no summary of an empty graph', async () => {
  const ran = await wiregraph(['build', at('nowhere'), '--store', at('none')])
  expect([ran.code, ran.out]).toEqual([4, ''])
  expect(ran.err).toMatch(/nowhere: does not exist/)
})

test('text from articles cannot move the cursor', async () => {
  const nasty = article(
    'nasty.jsonl',
    `${JSON.stringify({ id: '\u001b[2Jkey', title: '\u001b]0;owned\u0007', source: '\u001b[31mRed\u202e', text: 'Alice \u001b[31mSmith of Acme Corp met Bob Jones in Paris.' })}\n`,
  )
  for (const command of [
    ['build', nasty, '--engine', 'fast', '--store', at('nasty')],
    ['explain', nasty, '--engine', 'fast'],
    ['conflicts', '--store', at('nasty')],
  ]) {
    const ran = await wiregraph(command)
    expect(ran.out + ran.err).not.toMatch(/[\u001b\u0007\u202e]/)
  }
})

test('a store that is not there is a sentence, not a stack', async () => {
  const ran = await wiregraph(['conflicts', '--store', at('not-there')])
  expect(ran.code).toBe(1)
  expect(ran.err).toMatch(/^wiregraph: .*there is no graph here yet: run `wiregraph build` first\n$/)
})

test('a wrong option says what to try', async () => {
  const ran = await wiregraph(['build', '--colour'])
  expect(ran.code).toBe(1)
  expect(ran.err).toContain('wiregraph --help')
})
