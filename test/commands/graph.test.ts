import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parameter } from '../../src/commands/query.ts'
import { makeExtraction } from '../support/make-extraction.ts'

const folder = mkdtempSync(join(tmpdir(), 'wiregraph-cli-'))
const store = join(folder, 'graph')
const wiregraph = (...args: string[]) => {
  const env = { ...process.env, NEO4J_URI: '', NO_COLOR: '1' }
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args, '--store', store], {
    encoding: 'utf8',
    env,
  })
}

const article = makeExtraction({
  key: 'one',
  source: 'Example Wire',
  publishedAt: '2024-10-24',
  statements: [
    { subject: 'Norland', predicate: 'sent', object: 'Sudland', type: 'DEPLOYED_TO', amount: 3000, speaker: 'Ann Lee' },
    { subject: 'Norland', predicate: 'met', object: 'Sud\u001b[31mland', type: 'MET_WITH', factuality: 'planned' },
  ],
})

beforeAll(() => {
  writeFileSync(join(folder, 'one.jsonl'), `${JSON.stringify(article)}\n\n`)
  writeFileSync(join(folder, 'bad.jsonl'), `${JSON.stringify(article)}\n{"format":"other"}\n`)
})

describe('the commands on a graph', () => {
  test('load, ask, check, remove', () => {
    const loaded = wiregraph('load', join(folder, 'one.jsonl'), '--json')
    expect(JSON.parse(loaded.stdout)).toMatchObject({ loaded: 1, replaced: 0, unchanged: 0, edges: 1 })
    expect(JSON.parse(wiregraph('load', join(folder, 'one.jsonl'), '--json').stdout)).toMatchObject({ unchanged: 1 })

    const profile = wiregraph('entity', 'norland').stdout
    expect(profile).toContain('Norland  country, 2 mentions in 1 article')
    expect(profile).toContain('planned')
    expect(profile).not.toContain('\u001b')

    const evidence = wiregraph('evidence', 'Norland', 'deployed_to', 'Sudland').stdout
    expect(evidence).toContain('Ann Lee (said) ← Example Wire · 2024-10-24')

    const claims = wiregraph('claims', '--about', 'Norland', '--type', 'MET_WITH', '--json').stdout.trim().split('\n')
    expect(claims.map((line) => JSON.parse(line))).toMatchObject([{ type: 'MET_WITH', factuality: 'planned' }])

    const surest = wiregraph('claims', '--limit', '1').stdout
    expect(surest).toContain('The surest 1 of 2 claims; --limit, --about and --type show others.')
    const words = wiregraph('claims', '--about', 'sent').stdout
    expect(words).toMatch(/Norland sent [\s\S]*Nobody and nothing in the graph is called “sent”; these are the claims/)

    const table = wiregraph('query', '--file', 'cypher/read/entity-by-name.cypher', '-p', 'name=Ann Lee').stdout
    expect(table).toMatch(/person:ann-lee +Ann Lee/)
    expect(wiregraph('verify').stdout).toContain('All of it holds.')

    const dump = wiregraph('dump')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(dump[0]).toMatchObject({ kind: 'node', id: article.article.id })
    expect(wiregraph('export', '--format', 'graphml', '--out', join(folder, 'graph.graphml')).status).toBe(0)
    expect(readFileSync(join(folder, 'graph.graphml'), 'utf8')).toContain('<graphml')

    expect(JSON.parse(wiregraph('remove', 'one', '--json').stdout)).toEqual({ removed: [article.article.id] })
    expect(wiregraph('dump').stdout).toBe('')
  }, 180_000)

  test('say what is wrong in a sentence, and end with 1', () => {
    const unknown = wiregraph('entity', 'Nobody')
    expect([unknown.status, unknown.stderr]).toEqual([1, 'Nobody and nothing in the graph is called “Nobody”.\n'])
    wiregraph('load', join(folder, 'one.jsonl'))
    const part = wiregraph('entity', 'Nor')
    expect([part.status, part.stderr]).toEqual([0, '“Nor” is taken as Norland.\n'])
    expect(part.stdout).toContain('Norland  country')
    expect(wiregraph('entity', 'land').stderr).toMatch(/Is it one of these\? .*Norland/)
    const none = wiregraph('evidence', 'Norland', 'ATTACKED', 'Sudland')
    expect([none.status, none.stderr]).toEqual([
      1,
      'No sentence says so. Of “Norland” and “Sudland” is claimed: DEPLOYED_TO.\n',
    ])
    const typo = wiregraph('evidence', 'Norlan', 'DEPLOYED_TO', 'Sudland')
    expect(typo.stderr).toContain('called “Norlan”. Is it one of these? Norland')
    expect(wiregraph('claims', '--type', 'NONE').stderr).toBe(
      'No claims of the type NONE. There are DEPLOYED_TO, MET_WITH.\n',
    )
    expect(wiregraph('claims', '--about', 'Ann Lee').stderr).toBe('Nothing is claimed about “Ann Lee”.\n')
    const bad = wiregraph('load', join(folder, 'bad.jsonl'))
    expect(bad.status).toBe(1)
    expect(bad.stderr).toMatch(/bad\.jsonl:2: is no extraction/)
    const writes = wiregraph('query', 'MATCH (n) DETACH DELETE n')
    expect([writes.status, writes.stderr]).toEqual([
      1,
      'wiregraph: query: this statement would write; queries only read\n',
    ])
  }, 120_000)
})

test.each([
  ['limit=5', { limit: 5 }],
  ['name=KCNA', { name: 'KCNA' }],
  ['name=a=b', { name: 'a=b' }],
  ['names=["a","b"]', { names: ['a', 'b'] }],
  ['name="5"', { name: '5' }],
])('the parameter %s', (given, expected) => {
  expect(parameter(given, {})).toEqual(expected)
})
