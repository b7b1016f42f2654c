import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wiregraph } from '../support/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'wiregraph-judge-'))
const [store, file, reports] = [join(folder, 'graph'), join(folder, 'judged.jsonl'), join(folder, 'reports.jsonl')]
const report = (id: string, text: string) => JSON.stringify({ id, source: `${id} Post`, date: '2025-03-02', text })
writeFileSync(
  reports,
  [
    report('Harbour', 'Norway sent 400 soldiers to Latvia. Estonia signed a treaty with Finland.'),
    report('Coast', 'Norway sent 650 soldiers to Latvia in March.'),
  ].join('\n'),
)

const build = (...args: string[]) => wiregraph(['build', reports, '--store', store, ...args])
const claims = async (): Promise<{ id: string; claim: string; key: string }[]> => {
  const { out } = await wiregraph(['claims', '--type', 'DEPLOYED_TO', '--store', store, '--json'])
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

test('what a person judges to be no claim is gone at the next build, with what rested on it, and comes back without the judgement', async () => {
  await build()
  const before = await claims()
  expect(before.map(({ key }) => key).sort()).toEqual(['Coast', 'Harbour'])
  const wrong = before.find(({ key }) => key === 'Harbour')!
  const judge = () =>
    wiregraph([
      'judge',
      wrong.id,
      'not a claim',
      '--reason',
      'they were 40',
      '--by',
      'Ann',
      '--file',
      file,
      '--store',
      store,
    ])
  expect((await judge()).out).toContain('Build again to read it so.')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    judgement: 'not a claim',
    claim: wrong.id,
    quote: expect.stringContaining('400 soldiers'),
    reason: 'they were 40',
    by: 'Ann',
  })
  expect((await judge()).err).toMatch(/has a judgement on claim:\S+ already/)

  const judged = JSON.parse((await build('--judgements', file, '--json')).out)
  expect(judged).toMatchObject({ replaced: 1, unchanged: 1, struck: 1, summary: { conflicts: 0 } })
  expect((await claims()).map(({ key }) => key)).toEqual(['Coast'])
  expect((await wiregraph(['verify', '--store', store])).out).toContain('All of it holds.')
  expect(JSON.parse((await build('--judgements', file, '--json')).out)).toMatchObject({ unchanged: 2 })

  writeFileSync(file, '')
  expect(JSON.parse((await build('--judgements', file, '--json')).out)).toMatchObject({ replaced: 1, unchanged: 1 })
  expect(await claims()).toEqual(before)
}, 180_000)

test('a judgement that has nothing to judge any more is told, and a claim that is not there is none to judge', async () => {
  const other = mkdtempSync(join(tmpdir(), 'wiregraph-judge-'))
  const at = join(other, 'graph')
  await wiregraph(['build', reports, '--store', at, '--engine', 'fast'])
  const { out } = await wiregraph([
    'query',
    "MATCH (a:Article {key: 'Coast'}) RETURN a.id AS id",
    '--store',
    at,
    '--json',
  ])
  const { id } = JSON.parse(out)
  const stale = join(other, 'stale.jsonl')
  writeFileSync(
    stale,
    `${JSON.stringify({ judgement: 'not a claim', claim: 'claim:gone', article: id, quote: 'It rained.' })}\n`,
  )
  const args = ['build', reports, '--store', at, '--engine', 'fast', '--judgements', stale]
  expect((await wiregraph(args)).out).toMatch(/judgement on claim:gone has nothing to judge any more.*“It rained\.”/)
  expect(JSON.parse((await wiregraph([...args, '--json'])).out)).toMatchObject({ unchanged: 2 })
  const none = await wiregraph(['judge', 'claim:none', 'not a claim', '--file', stale, '--store', at])
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('claim:none: is no claim of this graph')])
}, 120_000)

test('who is who by judgement: two names of one person, one name of two', async () => {
  const other = mkdtempSync(join(tmpdir(), 'wiregraph-judge-'))
  const [at, kept, input] = [join(other, 'graph'), join(other, 'judged.jsonl'), join(other, 'people.jsonl')]
  writeFileSync(
    input,
    [
      report('Harbour', 'John Ashgrove founded Tarnbury Metals in Leeds. Ashgrove lives in Hull.'),
      report('Coast', 'Jack Ashgrove founded Tarnbury Metals in 1998.'),
      report('Court', 'John Ashgrove was sentenced to four years in prison on Monday.'),
    ].join('\n'),
  )
  const run = (...args: string[]) => wiregraph([...args, '--store', at])
  const rebuild = async () =>
    JSON.parse((await run('build', input, '--engine', 'fast', '--judgements', kept, '--json')).out)
  const people = async () => {
    const text =
      'MATCH (a:Article)-[:NAMES]->(e:Person) RETURN a.key AS key, e.id AS id, e.name AS name, e.aliases AS aliases ORDER BY key, id'
    const { out } = await run('query', text, '--json')
    return out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  }
  writeFileSync(kept, '')
  await rebuild()
  const before = await people()
  expect(before.map(({ key, id }) => `${key} ${id}`)).toEqual([
    'Coast person:jack-ashgrove',
    'Court person:john-ashgrove',
    'Harbour person:john-ashgrove',
  ])

  const judge = (...args: string[]) => run('judge', ...args, '--file', kept)
  expect((await judge('Jack Ashgrove', 'same', 'John Ashgrove', '--by', 'Ann')).out).toContain(
    'Jack Ashgrove (person:jack-ashgrove) is John Ashgrove (person:john-ashgrove), says',
  )
  expect((await judge('John Ashgrove', 'same', 'Jack Ashgrove')).err).toContain('in a circle')
  expect((await judge('John Ashgrove', 'not the same', 'Court', '--name', 'John Ashgrove (Hull)')).code).toBe(0)
  expect((await judge('John Ashgrove', 'not the same', 'Nowhere')).err).toContain('is no article that names')
  expect((await judge('Nobody Atall', 'same', 'John Ashgrove')).err).toContain('nobody')
  expect((await judge('Jack Ashgrove', 'same')).err).toContain('needs a third word')

  expect(await rebuild()).toMatchObject({ replaced: 2, unchanged: 1, identities: 2 })
  const after = await people()
  const apart = after.find(({ key }) => key === 'Court')
  expect(apart).toMatchObject({ id: expect.stringMatching(/^person:john-ashgrove-/), name: 'John Ashgrove (Hull)' })
  expect(after.filter(({ key }) => key !== 'Court')).toEqual(
    ['Coast', 'Harbour'].map((key) => ({
      key,
      id: 'person:john-ashgrove',
      name: 'John Ashgrove',
      aliases: expect.arrayContaining(['Jack Ashgrove']),
    })),
  )
  expect((await run('verify')).out).toContain('All of it holds.')
  expect(await rebuild()).toMatchObject({ unchanged: 3 })

  writeFileSync(kept, '')
  expect(await rebuild()).toMatchObject({ replaced: 2, unchanged: 1 })
  expect(await people()).toEqual(before)
}, 180_000)
